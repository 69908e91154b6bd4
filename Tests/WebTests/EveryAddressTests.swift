// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service
@testable import Web

/// Every address that the program answers, pages and interface alike, asked by everybody who is to
/// get nothing: an address that is added is in the test by itself.
@Suite struct EveryAddressTests {
  private typealias Person = SiteFixture.Person
  private static let secret = "Hemligt"

  /// A document of the underlag and an attachment of the thread.
  private struct Files {
    let document: String
    let attachment: String
  }

  /// A case with documents, notes, a thread, a visit, and a statement that was signed and asked
  /// about.
  private static func whole(
    _ site: SiteFixture
  ) async throws -> (id: CaseNumber, files: Files) {
    let (id, documents) = try await site.readableCase()
    let doctor = Person.doctor.actor
    try await site.perform(
      .appointDoctor(
        DoctorAppointed(name: Person.doctor.member.name, person: Person.doctor.rawValue)),
      in: id, by: .performer)
    try await site.perform(
      .confirmComplete(UnderlagCompleted(day: site.today)), in: id, by: .performer)
    try await site.perform(
      .bookVisit(
        VisitBooking(
          profession: .doctor, start: site.time.now.adding(minutes: 5), place: "Hemlig väg 1",
          summons: Summons(day: site.today, channel: .letter))), in: id, by: .performer)
    site.time.move(minutes: 60)
    try await site.perform(
      .reportVisit(.performed(VisitPerformed(number: 1))), in: id, by: .performer)
    let file = try #require(documents[0].file).id
    try await site.service.saveNote(
      DocumentNote(document: file, page: 1, text: "\(secret) i en anteckning", marked: true),
      in: id, by: doctor)
    let bytes = Array("\(secret) i en bilaga".utf8)
    let attached = try await site.service.attach(
      [.success(bytes)], named: "\(secret).txt", size: bytes.count, to: .newThread, in: id,
      by: Person.officer.actor)
    _ = try await site.service.converse(
      .openThread(
        ThreadOpening(
          subject: "\(secret) ämne", participants: [.performer(SiteFixture.eken)],
          text: "\(secret) i ett meddelande", attachments: [attached.file.id])), in: id,
      by: Person.officer.actor)
    let work = try await site.service.statementWork(in: id, for: doctor)
    let savings = work.gaps.map { gap in
      let isLevel = gap.field.hasSuffix(".level")
      let text =
        isLevel ? "2" : gap.field == "basis.documents" ? "1" : "\(secret) i \(gap.field)"
      return FieldSaving(key: gap.field, text: text, base: 0)
    }
    _ = try await site.service.saveStatement(savings, sitting: "s", in: id, by: doctor)
    let ready = try await site.service.statementToSign(in: id, for: doctor)
    try await site.service.signStatement(ready.digest, in: id, by: doctor)
    try await site.perform(
      .requestStatementSupplement(
        question: nil, answerBy: nil,
        sections: [SectionQuestion(section: "summary", question: "\(secret) i en fråga")]),
      in: id, by: .officer)
    return (id, Files(document: file, attachment: attached.file.id))
  }

  /// The addresses that name a case, with what stands for it left open.
  private static func addresses(
    _ site: SiteFixture, _ files: Files
  ) throws -> [(method: HTTPRequest.Method, path: String)] {
    let values = [
      "document": files.document, "upload": files.document,
      "attachment": files.attachment, "section": "summary", "action": "endAssessment",
      "step": "person",
    ]
    return try site.site.router(isDemonstration: true).routes.compactMap { route in
      let parts = "\(route.path)".split(separator: "/").map(String.init)
      guard parts.contains(where: { name(of: $0) == "id" }), route.method != .head else {
        return nil
      }
      let path = parts.map { part -> String in
        guard let name = name(of: part) else { return part }
        return name == "id" ? "{id}" : values[name] ?? "1"
      }
      return (route.method, "/" + path.joined(separator: "/"))
    }
  }

  /// The name of a part of an address that stands for something; nil where it stands for itself.
  private static func name(of part: String) -> String? {
    if part.hasPrefix(":") { return String(part.dropFirst()) }
    return part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
  }

  /// Asks as a browser does for a page, and as a program does of the interface.
  private static func ask(
    _ site: SiteFixture, _ method: HTTPRequest.Method, _ path: String, as session: SignedIn?
  ) async throws -> TestResponse {
    var headers = HTTPFields()
    var body = ""
    let isInterface = path.hasPrefix(APIEndpoint.base)
    if let session {
      if isInterface {
        headers[.authorization] = "Bearer \(session.token)"
      } else {
        headers[.cookie] = "samsyn=\(session.token)"
      }
    }
    if method != .get {
      headers[.contentType] =
        isInterface ? "application/json" : "application/x-www-form-urlencoded"
      body = isInterface ? "{}" : "csrf=\(session?.formToken ?? "x")"
    }
    return try await site.client.execute(
      uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
  }

  /// A page or an answer without what names the case that was asked for, and the time.
  private static func plain(_ answer: TestResponse) -> String {
    (answer.text + (answer.headers[.location] ?? ""))
      .replacing(#/AFU-\d+-\d+/#, with: "").replacing(#/[0-9a-f]{32,}/#, with: "")
      .replacing(#/data-place="[^"]*"/#, with: "").replacing(#/tillbaka=[^"]*/#, with: "")
      .replacing(#/datetime="[^"]*"|kl\. \d\d\.\d\d/#, with: "")
  }

  private static let secrets = [
    secret, "Journalens", "Hemlig väg", SiteFixture.Secret.lastName, SiteFixture.Secret.number,
    "journal.pdf",
  ]

  @Test func `strangers get what they get of a case that is not there`() async throws {
    try await SiteFixture.with { site in
      let (id, files) = try await Self.whole(site)
      let addresses = try Self.addresses(site, files)
      // The pages of documents, threads, the statement, the insured and the interface.
      #expect(addresses.count >= 70, "\(addresses.count)")
      var strangers: [(String, SignedIn?)] = [("nobody", nil)]
      for person in [Person.otherCoordinator, .otherPerformer] {
        strangers.append((person.rawValue, try await site.session(person)))
      }
      for member in [SiteFixture.somebodyElse] {
        strangers.append((member.name, try await Visitor(site, member).session))
      }
      for (name, session) in strangers {
        for (method, path) in addresses {
          let asked = path.replacing("{id}", with: "\(id)")
          let absent = path.replacing("{id}", with: "AFU-2026-9999")
          let answer = try await Self.ask(site, method, asked, as: session)
          let same = try await Self.ask(site, method, absent, as: session)
          #expect(answer.status == same.status, "\(name) \(method) \(path)")
          #expect(Self.plain(answer) == Self.plain(same), "\(name) \(method) \(path)")
          for secret in Self.secrets {
            #expect(!answer.text.contains(secret), "\(name) \(method) \(path): \(secret)")
          }
        }
      }
    }
  }

  @Test func `no address gives the region or the performer's other people a medical word`()
    async throws
  {
    try await SiteFixture.with { site in
      let (id, files) = try await Self.whole(site)
      for person in [Person.coordinator, .performer] {
        let session = try await site.session(person)
        for (method, path) in try Self.addresses(site, files) where method == .get {
          let answer = try await Self.ask(
            site, method, path.replacing("{id}", with: "\(id)"), as: session)
          // The performer's administrator takes part in the thread.
          let isThread =
            person == .performer && path.contains("/samtal")
            || person == .performer && path.contains("/threads")
          let words = isThread ? ["Journalens"] : [Self.secret, "Journalens"]
          for word in words {
            #expect(!answer.text.contains(word), "\(person) \(path): \(word)")
          }
        }
      }
    }
  }
}
