// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Who opens the documents of a case, and that nobody else gets a byte.
@Suite struct DocumentReadingTests {
  /// Everybody who must get nothing, and the code that each is told.
  private static let others: [(Actor, RefusalCode)] = [
    (Cast.administrator(), .documentReadersOnly),
    (Cast.colleague, .documentReadersOnly),
    (Cast.actor(.performer(Cast.p1), .performerAdministrator, "p1-lakare"), .documentReadersOnly),
    (Cast.coordinator, .documentUnknown),
    (Cast.otherCoordinator, .notFound),
    (Cast.administrator(Cast.p2), .notFound),
    (Cast.actor(.performer(Cast.p2), .examiner(.doctor), "p1-lakare"), .notFound),
  ]

  @Test(arguments: TestEngine.all)
  func `the doctor and the appointed read, page, search and note`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let (id, document) = try await stage.documentCase()
      for actor in [Cast.doctor, Cast.psychologist, Cast.officer, Cast.insured] {
        #expect(try await stage.bytes(document, in: id, for: actor) == Stage.pdf())
        let page = try await stage.service.documentPage(
          document, page: 2, width: 300, in: id, for: actor)
        #expect(page.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        let text = try await stage.service.documentText(document, in: id, for: actor)
        #expect(text.count == 2 && text[0].contains("Ord: Journal"))
        let hits = try await stage.service.searchDocuments("JOURNAL påhittad", in: id, for: actor)
        #expect(hits.map(\.page) == [1, 2] && hits.allSatisfy { $0.document == document })
        #expect(hits.first?.match == "Journal")
        #expect(try await stage.service.searchDocuments("finnsinte", in: id, for: actor) == [])
        #expect(try await stage.service.searchDocuments(" ", in: id, for: actor) == [])
      }
      for (page, width) in [(0, 300), (3, 300), (1, 0), (1, 9000)] {
        #expect(
          try await refusal {
            try await stage.service.documentPage(
              document, page: page, width: width, in: id, for: Cast.doctor)
          }?.code == .documentPageUnknown)
      }
    }
  }

  @Test func `nobody else gets a byte, a page, a word or a note`() async throws {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      // The text is in memory from here on, which must open nothing.
      _ = try await stage.service.documentText(document, in: id, for: Cast.doctor)
      for (actor, code) in Self.others {
        for attempt in stage.attempts(on: document, in: id, by: actor).prefix(4) {
          #expect(try await refusal(attempt)?.code == code, "\(actor.person)")
        }
        let hits = try? await stage.service.searchDocuments("journal", in: id, for: actor)
        #expect(hits ?? [] == [])
        #expect((try? await stage.service.notes(in: id, by: actor)) ?? [] == [])
        let listed = (try? await stage.service.documents(in: id, for: actor)) ?? []
        #expect(listed.allSatisfy { !$0.mayOpen })
        let isOfThePerformer = actor.party == .performer(Cast.p1)
        #expect(listed.count == (isOfThePerformer ? 1 : 0))
      }
      // Guessing is answered as what was never there.
      for guess in [String(repeating: "0", count: 32), "", "../\(document)", document + "x"] {
        for attempt in stage.attempts(on: guess, in: id, by: Cast.doctor).prefix(4) {
          #expect(try await refusal(attempt)?.code == .documentUnknown)
        }
      }
    }
  }

  @Test func `who is released, or whose performer lost the case, opens nothing more`() async throws
  {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      let note = DocumentNote(document: document, page: 1, text: "Mitt", marked: true)
      try await stage.service.saveNote(note, in: id, by: Cast.psychologist)
      try await stage.perform(
        .releaseExaminer(person: Cast.psychologist.person), in: id, by: Cast.doctor)
      for attempt in stage.attempts(on: document, in: id, by: Cast.psychologist).prefix(4) {
        #expect(try await refusal(attempt)?.code == .documentReadersOnly)
      }
      #expect(try await stage.service.notes(in: id, by: Cast.psychologist) == [])
      try await stage.perform(
        .withdrawAllocation(reason: "Full"), in: id, by: Cast.coordinator)
      for attempt in stage.attempts(on: document, in: id, by: Cast.doctor).prefix(4) {
        #expect(try await refusal(attempt)?.code == .assignmentOver)
      }
    }
  }

  @Test func `every read is in the log with its document, turning pages once`() async throws {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      _ = try await stage.bytes(document, in: id, for: Cast.doctor)
      for page in [1, 2, 1] {
        _ = try await stage.service.documentPage(
          document, page: page, width: 100, in: id, for: Cast.doctor)
      }
      func reads() async throws -> [ReadEntry] {
        try await stage.service.readers(of: id, for: Cast.doctor).filter {
          $0.action == "document"
        }
      }
      #expect(try await reads().map(\.document) == [document])
      stage.time.move(minutes: 11)
      _ = try await stage.service.documentText(document, in: id, for: Cast.doctor)
      #expect(try await reads().count == 2)
      // A refused attempt is written each time, and what is no id is not.
      for _ in 0..<2 {
        _ = try? await stage.bytes(document, in: id, for: Cast.colleague)
        _ = try? await stage.bytes("19121212-1212", in: id, for: Cast.colleague)
      }
      let attempts = try await reads().filter { $0.person == Cast.colleague.person }
      #expect(attempts.map(\.document) == [nil, document, nil, document])
      #expect(attempts.allSatisfy(\.isRefused) && attempts.compactMap(\.title).count == 2)
      // Who was refused and is then let in has read nothing before.
      try await stage.perform(
        .appointExaminer(
          person: Cast.colleague.person, name: "Läkare Två", profession: .doctor),
        in: id, by: Cast.doctor)
      _ = try await stage.service.documentText(document, in: id, for: Cast.colleague)
      let last = try await reads().first
      #expect(last?.person == Cast.colleague.person && last?.isRefused == false)
      #expect(last?.title == "Handling 1")
    }
  }

  @Test func `notes are their writer's own and go with the case`() async throws {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      func note(_ page: Int, _ text: String, _ marked: Bool = false) -> DocumentNote {
        DocumentNote(document: document, page: page, text: text, marked: marked)
      }
      for one in [note(2, "Två"), note(1, "Ett", true), note(2, "Två igen")] {
        try await stage.service.saveNote(one, in: id, by: Cast.doctor)
      }
      #expect(
        try await stage.service.notes(in: id, by: Cast.doctor)
          == [note(1, "Ett", true), note(2, "Två igen")])
      for actor in [Cast.psychologist, Cast.officer, Cast.insured, Cast.colleague] {
        #expect(try await stage.service.notes(in: id, by: actor) == [])
      }
      // They are no draft that lies about: an assessment takes longer than drafts are kept.
      stage.time.move(days: 31)
      try await stage.service.tick()
      #expect(try await stage.service.notes(in: id, by: Cast.doctor).count == 2)
      try await stage.service.saveNote(note(1, " "), in: id, by: Cast.doctor)
      #expect(try await stage.service.notes(in: id, by: Cast.doctor).map(\.page) == [2])
      for (wrong, code) in [
        (note(3, "x"), RefusalCode.documentPageUnknown),
        (note(1, String(repeating: "x", count: 4001)), .tooLong),
        (note(1, "x\u{0}"), .controlCharacter),
      ] {
        #expect(
          try await refusal {
            try await stage.service.saveNote(wrong, in: id, by: Cast.doctor)
          }?.code == code)
      }
      let keyring = stage.keyring
      let now = stage.time.now
      _ = try await stage.service.write { connection in
        try StreamKeys(connection, keyring).dispose(id.description, at: now)
      }
      #expect(try await stage.count("draft") == 0)
      #expect(try await stage.count("document") == 0)
      #expect(try await stage.service.verifyDocuments().isSound)
    }
  }

  @Test func `nothing of a document stands in the clear in the database or beside it`() async throws
  {
    try await withStage(.sqlite) { stage in
      let (id, document) = try await stage.documentCase()
      try await stage.service.saveNote(
        DocumentNote(document: document, page: 1, text: "Hemlig anteckning", marked: false),
        in: id, by: Cast.doctor)
      _ = try await stage.service.documentText(document, in: id, for: Cast.doctor)
      _ = try await stage.service.searchDocuments("smygande", in: id, for: Cast.doctor)
      await stage.service.close()
      guard case .sqlite(let path) = stage.address else { return }
      for suffix in ["", "-wal"] {
        guard let data = FileManager.default.contents(atPath: path + suffix) else { continue }
        for secret in ["Hemlig anteckning", "journal.pdf", "smygande", "%PDF-"] {
          #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret) stands in the file")
        }
      }
    }
  }
}
