// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service

/// A database with one case of so many events and documents, made by commands as people give them,
/// once, and used again.
struct CaseDatabase {
  /// Documents in one order; more come as answers to questions.
  private static let orderDocuments = 200
  private static let threads = 50

  struct Note: Codable {
    var id: CaseNumber
    /// Somewhere in the middle of the list.
    var document: String
    var doctor: String
    var seconds: Double
  }

  let path: String
  let note: Note

  var address: String { "sqlite:\(path)" }

  static func make(
    events: Int, documents: Int, in folder: String
  ) async throws -> CaseDatabase {
    let name = "case-\(events)-\(documents)"
    let path = URL(fileURLWithPath: folder).appending(path: "\(name).sqlite").path
    let notePath = path + ".json"
    if let data = FileManager.default.contents(atPath: notePath),
      let note = try? JSONDecoder().decode(Note.self, from: data)
    {
      return CaseDatabase(path: path, note: note)
    }
    let start = secondsNow()
    let database = try await BenchDatabase(name, in: folder)
    let service = try await database.service()
    let work = try await Work(service)
    let document = try await work.send(documents)
    try await work.cast.examine(work.id, service)
    try await work.talk(threads)
    try await work.go(on: events)
    try await service.tick()
    let note = Note(
      id: work.id, document: document, doctor: work.cast.doctor.person,
      seconds: secondsNow() - start)
    await service.close()
    try JSONEncoder().encode(note).write(to: URL(fileURLWithPath: notePath))
    return CaseDatabase(path: path, note: note)
  }

  /// What people do in the case.
  private struct Work {
    let service: SamsynService
    let cast: BenchCast
    let id: CaseNumber

    init(_ service: SamsynService) async throws {
      self.service = service
      cast = try await BenchCast(service)
      id = try await cast.begin(service)
    }

    /// Sends documents with the order and as an answer. Gives one in the middle.
    func send(_ count: Int) async throws -> String {
      let first = try await upload(1...min(count, orderDocuments))
      try await cast.order(first, in: id, service)
      if count > orderDocuments {
        try await service.execute(
          .requestOrderSupplement(parts: [.medical], question: "Finns det fler journaler?"),
          in: id, by: cast.administrator)
        let more = try await upload(orderDocuments + 1...count)
        let view = try await service.view(id, for: cast.officer)
        try await service.execute(
          .answerOrderSupplement(
            OrderSupplemented(
              number: view.state.order?.openSupplement?.requested.number ?? 1,
              documents: DocumentList(more), answer: "Här är de.")),
          in: id, by: cast.officer)
      }
      guard let middle = first[first.count / 2].file?.id else {
        throw BenchFailure("a document has no file")
      }
      return middle
    }

    private func upload(_ numbers: ClosedRange<Int>) async throws -> [SupportingDocument] {
      var documents: [SupportingDocument] = []
      for number in numbers {
        if number % 50 == 0 { tell("\(number) documents") }
        let title = "Handling \(number)"
        let bytes = BenchPDF.letter(title, pages: 3)
        let begun = try await service.beginUpload(
          in: id, name: "\(title).pdf", size: bytes.count, by: cast.officer)
        _ = try await service.upload(
          begun.id, in: id, offset: 0, bytes: bytes, by: cast.officer)
        let taken = try await service.finishUpload(begun.id, in: id, by: cast.officer)
        let kinds = DocumentKind.allCases
        documents.append(
          SupportingDocument(
            kind: kinds[number % kinds.count], title: title, dated: nil, pages: 3,
            file: taken.file))
      }
      return documents
    }

    func talk(_ threads: Int) async throws {
      for number in 1...threads {
        let opening = ThreadOpening(
          subject: "Fråga \(number)", participants: [cast.officer.party],
          text: "Kan vi flytta tiden?")
        try await service.converse(.openThread(opening), in: id, by: cast.administrator)
        try await service.converse(
          .sendMessage(thread: number, text: "Ja.", after: nil), in: id, by: cast.officer)
      }
    }

    /// Goes on until the case has so many events.
    func go(on events: Int) async throws {
      var version = try await service.view(id, for: cast.administrator).state.version
      var round = 0
      while version < events {
        let (actor, command) = try await next(round)
        version = try await service.execute(command, in: id, by: actor).versions.upperBound
        round += 1
        if round % 500 == 0 { tell("\(version) events") }
      }
    }

    private func next(_ round: Int) async throws -> (Actor, Command) {
      let now = service.clock.now()
      switch round % 6 {
      case 0:
        return (
          cast.administrator,
          .moveVisit(
            VisitMoved(
              number: 1, start: now.adding(hours: 240 + round % 100), end: nil,
              place: "Rum \(round % 9)", interpreterBooked: false, reason: "Personen bad om det."))
        )
      case 1:
        return (
          cast.administrator,
          .recordSummons(SummonsSent(number: 1, summons: Summons(day: now.day, channel: .letter)))
        )
      case 2:
        return (
          cast.officer, .updateOrder(OrderUpdated(comment: "Nr \(round)."), lastDay: nil)
        )
      case 3:
        let person = cast.psychologist
        return (
          cast.administrator,
          .appointExaminer(person: person.person, name: person.name, profession: .psychologist)
        )
      case 4: return (cast.administrator, .releaseExaminer(person: cast.psychologist.person))
      default: return try await deviation(round, now)
      }
    }

    /// Now and then something goes wrong and Försäkringskassan decides.
    private func deviation(_ round: Int, _ now: Instant) async throws -> (Actor, Command) {
      guard round % 60 < 12 else {
        return (
          cast.officer, .updateOrder(OrderUpdated(specialNeeds: "Hiss \(round)."), lastDay: nil)
        )
      }
      let open = try await service.view(id, for: cast.officer).state.deviations
        .last { $0.decided == nil }
      if let open {
        return (
          cast.officer,
          .decideRemainingVisits(
            RemainingVisitsDecided(
              deviation: open.reported.number, keep: [1], cancel: [], comment: nil))
        )
      }
      return (
        cast.administrator,
        .reportDeviation(
          DeviationReport(visit: 1, cause: .care, time: now, description: "Läkaren var sjuk."))
      )
    }
  }
}
