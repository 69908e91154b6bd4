// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization
import Testing

@testable import Service

/// Mail says that there is something new, to those who want it, and nothing more.
@Suite struct MailTests {
  private static let setting = MailNotice.Setting(
    from: "samsyn@fmu.example", site: "https://samsyn.example/logga-in")

  private static let siv = Cast.actor(.performer(Cast.p1), .performerAdministrator, "siv")
  private static let doctor = Cast.actor(.performer(Cast.p1), .examiner(.doctor), "doktor")
  private static let stranger = Cast.actor(.performer(Cast.p2), .performerAdministrator, "greta")

  /// A stage whose people have addresses that lead nowhere.
  private static func withPeople(
    _ engine: TestEngine = .sqlite, _ body: (Stage) async throws -> Void
  ) async throws {
    try await withStage(engine) { stage in
      let people = [siv, doctor, stranger, Cast.officer].map { actor in
        StaffMember(
          id: actor.person, name: actor.name, function: actor.function, party: actor.party,
          organisation: "Enhet", title: Bilingual(sv: "Titel", en: "Title"),
          mail: "\(actor.person)@samsyn.example")
      }
      try await stage.service.write { connection in
        try Meta(connection).set(Meta.kindKey, Meta.demonstration)
        let text = String(decoding: try JSONEncoder().encode(people), as: UTF8.self)
        try Meta(connection).set(SamsynService.peopleKey, text)
      }
      try await body(stage)
    }
  }

  private static func waiting(_ stage: Stage) async throws -> [String] {
    try await stage.service.outbox().filter { $0.message == "mail" }.map(\.recipient)
  }

  /// What leaves, as text with the body decoded.
  private static func delivered(_ stage: Stage) async throws -> [String] {
    let taken = Mutex<[String]>([])
    _ = try await stage.service.deliverMail(setting) { mail, _ in
      taken.withLock { $0.append(String(decoding: mail, as: UTF8.self)) }
    }
    return taken.withLock { $0 }
  }

  @Test(arguments: TestEngine.all)
  func `only who wants mail and may read gets it`(engine: TestEngine) async throws {
    try await Self.withPeople(engine) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      #expect(try await Self.waiting(stage) == [])
      for actor in [Self.siv, Self.stranger, Cast.officer] {
        try await stage.service.setMailWish(.atOnce, of: actor)
      }
      try await stage.say("Mer", in: id, by: Cast.officer)
      #expect(try await Self.waiting(stage) == ["person:siv"])
      // One that waits tells of the next news too.
      try await stage.say("Ännu mer", in: id, by: Cast.officer)
      #expect(try await Self.waiting(stage) == ["person:siv"])
      #expect(try await Self.delivered(stage).count == 1)
      try await stage.say("Igen", in: id, by: Cast.officer)
      #expect(try await Self.waiting(stage) == ["person:siv"])
      try await stage.service.setMailWish(.none, of: Self.siv)
      #expect(try await stage.service.mailWish(of: Self.siv) == .none)
    }
  }

  @Test func `at most one mail a day, and to who answers for the thread alone`() async throws {
    try await Self.withPeople { stage in
      let id = try await stage.orderedCase()
      for actor in [Self.siv, Self.doctor] {
        try await stage.service.setMailWish(.daily, of: actor)
      }
      try await stage.begin(id)
      #expect(Set(try await Self.waiting(stage)) == ["person:siv", "person:doktor"])
      #expect(try await Self.delivered(stage).count == 2)
      try await stage.say("Samma dag", in: id, by: Cast.officer)
      #expect(try await Self.waiting(stage) == [])
      try await stage.service.assign(thread: 1, to: "doktor", in: id, by: Self.siv)
      stage.time.move(days: 1)
      try await stage.say("Nästa dag", in: id, by: Cast.officer)
      #expect(try await Self.waiting(stage) == ["person:doktor"])
    }
  }

  @Test func `a mail holds nothing of any case or person`() async throws {
    try await Self.withPeople { stage in
      let id = try await stage.orderedCase()
      try await stage.service.setMailWish(.atOnce, of: Self.siv)
      try await stage.begin(id)
      let mail = try #require(try await Self.delivered(stage).first)
      let parts = mail.components(separatedBy: "\r\n\r\n")
      let encoded = parts[1].replacing("\r\n", with: "")
      let body = String(decoding: try #require(Data(base64Encoded: encoded)), as: UTF8.self)
      #expect(body.contains("Du har något nytt i Samsyn"))
      #expect(body.contains("https://samsyn.example/logga-in"))
      for secret in [
        id.description, "Tolvan", "191212121212", "katter", "Ämne", "fk-1", "Försäkringskassan",
        Self.siv.name,
      ] { #expect(!body.contains(secret) && !parts[0].contains(secret), "\(secret)") }
      #expect(parts[0].contains("To: <siv@samsyn.example>"))
      #expect(parts[0].contains("From: Samsyn <samsyn@fmu.example>"))
      #expect(parts[0].contains("\r\nDate: Mon, 02 Mar 2026 08:00:00 +0000\r\n"))
      #expect(parts[0].contains("Subject: =?UTF-8?B?"))
      #expect(mail.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
      #expect(!mail.replacing("\r\n", with: "").contains { $0.isNewline })
    }
  }

  @Test(arguments: [
    "a@b\r\nBcc: c@d", "a b@c", "a@b,c@d", "<a@b>", "ab", "a@@b", "", "å@b", "a@b\u{0}",
  ])
  func `nothing but one address gets into the head`(address: String) {
    #expect(
      MailNotice(to: address).rendered(Self.setting, id: 1, at: .init(milliseconds: 0)) == nil)
    let from = MailNotice.Setting(from: address, site: "https://a.example")
    #expect(
      MailNotice(to: "a@b.example").rendered(from, id: 1, at: .init(milliseconds: 0)) == nil)
  }

  @Test func `a mail that was given up does not silence the next`() async throws {
    try await Self.withPeople { stage in
      let id = try await stage.orderedCase()
      try await stage.service.setMailWish(.atOnce, of: Self.siv)
      try await stage.begin(id)
      try await stage.run("UPDATE outbox SET state = 'dead' WHERE kind = 'mail'")
      try await stage.say("Mer", in: id, by: Cast.officer)
      #expect(try await Self.delivered(stage).count == 1)
    }
  }

  @Test func `what the mail program does not take waits, and holds no contract message`()
    async throws
  {
    struct Full: Error {}
    try await Self.withPeople { stage in
      let id = try await stage.orderedCase()
      try await stage.service.setMailWish(.atOnce, of: Self.siv)
      try await stage.begin(id)
      let failed = try await stage.service.deliverMail(Self.setting) { _, _ in throw Full() }
      #expect(failed == (0, 1))
      #expect(try await Self.waiting(stage) == ["person:siv"])
      // The export of contract messages does not take mail.
      #expect(try await stage.service.deliver { _ in } == (0, 0))
      stage.time.move(minutes: 2)
      #expect(try await Self.delivered(stage).count == 1)
      #expect(try await Self.waiting(stage) == [])
    }
  }
}
