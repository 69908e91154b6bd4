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

@Suite struct `Conversation pages` {
  private static let secret = "Hemligheten om tolv katter"

  /// A thread of Försäkringskassan with the performer, on the pages alone.
  private static func begun(
    _ site: SiteFixture, _ id: CaseNumber
  ) async throws -> (officer: Visitor, performer: Visitor) {
    let officer = try await Visitor(site, .officer)
    let page = SiteAddress.threads(id).href
    var fields = Visitor.hidden(try await officer.get(page).text)
    fields.merge([
      "participants": ["performer:\(SiteFixture.eken)"], "matter": ["case"],
      "subject": ["Ämne \(secret)"], "text": [secret], "gor": ["skicka"],
    ]) { _, new in new }
    let answer = try await officer.post(page, fields)
    #expect(answer.status == .seeOther, "\(answer.text.prefix(200))")
    return (officer, try await Visitor(site, .performer))
  }

  @Test func `every page is sound in both languages, for who writes and who reads`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let (officer, performer) = try await Self.begun(site, id)
      let pages = [
        SiteAddress.threads(id).href, SiteAddress.thread(id, 1).href, SiteAddress.inbox.href,
        SiteAddress.inbox.href([("visa", "mine")]), SiteAddress.assessment(id).href,
        SiteAddress.account.href,
      ]
      for language in Language.allCases {
        for visitor in [officer, performer] {
          try await site.service.setLanguage(language, in: visitor.session)
          for page in pages {
            let answer = try await visitor.get(page)
            #expect(answer.status == .ok, "\(page)")
            #expect(PageCheck(answer.text).faults == [], "\(page) \(language)")
            let title = answer.text.components(separatedBy: "</title>").first
            #expect(title?.contains("katter") == false, "\(page)")
          }
        }
      }
    }
  }

  @Test func `a message is new until its page is opened, and the sender sees by whom`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let (officer, performer) = try await Self.begun(site, id)
      let thread = SiteAddress.thread(id, 1).href
      #expect(try await officer.get(thread).text.contains("Inte läst än av"))
      #expect(
        try await performer.get(SiteAddress.assessment(id).href).text.contains("1 oläst"))
      // What the page brings in by itself is read by nobody.
      let live = try await site.client.execute(
        uri: thread.description, method: .get,
        headers: HTTPFields([
          HTTPField(name: .cookie, value: "samsyn=\(performer.session.token)"),
          HTTPField(name: .init("Sec-Fetch-Dest")!, value: "empty"),
        ]))
      #expect(live.text.contains("Markera som läst"))
      #expect(try await officer.get(thread).text.contains("Inte läst än av"))
      #expect(try await performer.get(thread).text.contains(Self.secret))
      let read = try await officer.get(thread).text
      #expect(read.contains("Läst hit av Namn eken-siv"))
      #expect(!read.contains("Inte läst än av"))
    }
  }

  @Test func `who takes no part gets the page of what does not exist`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      _ = try await Self.begun(site, id)
      for person in [
        SiteFixture.Person.coordinator, .otherCoordinator, .otherPerformer,
      ] {
        let visitor = try await Visitor(site, person)
        let answer = try await visitor.get(SiteAddress.thread(id, 1).href)
        #expect(answer.status == .notFound, "\(person)")
        for page in [
          SiteAddress.thread(id, 1).href, SiteAddress.threads(id).href, SiteAddress.inbox.href,
        ] { #expect(!(try await visitor.get(page).text.contains("katter")), "\(person) \(page)") }
        let path = "/assessments/\(id)/threads"
        for address in [path, path + "/1"] {
          let answer = try await site.send(.get, address, as: person)
          #expect(!answer.text.contains("katter"), "\(person) \(address)")
        }
        let sent = try await site.send(
          .post, path + "/1/messages", as: person, json: "{\"text\":\"Hej\"}")
        #expect(sent.status == .notFound, "\(person)")
      }
      // A colleague who does not work on the case is told so, and no word of it.
      let psychologist = try await Visitor(site, .psychologist)
      let refused = try await psychologist.get(SiteAddress.thread(id, 1).href)
      #expect(refused.status == .forbidden && !refused.text.contains("katter"))
    }
  }

  @Test func `a form with errors comes back with what was typed`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let officer = try await Visitor(site, .officer)
      let page = SiteAddress.threads(id).href
      var fields = Visitor.hidden(try await officer.get(page).text)
      fields.merge(["subject": ["Ett ämne"], "text": [""], "gor": ["skicka"]]) { _, new in new }
      let nobody = try await officer.post(page, fields)
      #expect(nobody.status == .unprocessableContent)
      #expect(nobody.text.contains("Välj minst en part") && nobody.text.contains("Ett ämne"))
      #expect(nobody.text.contains("<title>Fel: "))
      fields["participants"] = ["performer:\(SiteFixture.eken)"]
      let empty = try await officer.post(page, fields)
      #expect(empty.text.contains("Skriv ditt meddelande"))
      #expect(PageCheck(empty.text).faults == [])
      fields["participants"] = ["performer:\(SiteFixture.vide)"]
      #expect(try await officer.post(page, fields).status == .unprocessableContent)
    }
  }

  @Test func `a draft is kept for its writer alone until it is sent`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let (officer, performer) = try await Self.begun(site, id)
      let thread = SiteAddress.thread(id, 1).href
      var fields = Visitor.hidden(try await performer.get(thread).text)
      fields.merge(["text": ["Halva meningen"], "gor": ["utkast"]]) { _, new in new }
      #expect(try await performer.post(thread, fields).status == .seeOther)
      #expect(try await performer.get(thread).text.contains("Halva meningen"))
      #expect(!(try await officer.get(thread).text.contains("Halva meningen")))
      fields["tyst"] = ["ja"]
      #expect(try await performer.post(thread, fields).status == .noContent)
      fields["tyst"] = nil
      fields["gor"] = ["skicka"]
      #expect(try await performer.post(thread, fields).status == .seeOther)
      let shown = try await performer.get(thread).text
      #expect(!shown.contains("Det här är ditt utkast"))
      #expect(try await officer.get(thread).text.contains("Halva meningen"))
    }
  }

  @Test func `who wrote while another did is shown the new message first`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let (officer, performer) = try await Self.begun(site, id)
      let thread = SiteAddress.thread(id, 1).href
      var fields = Visitor.hidden(try await performer.get(thread).text)
      fields.merge(["text": ["Mitt svar"], "gor": ["skicka"]]) { _, new in new }
      try await site.service.converse(
        .sendMessage(thread: 1, text: "Glöm det förra", after: nil), in: id,
        by: SiteFixture.Person.officer.actor)
      let answer = try await performer.post(thread, fields)
      #expect(answer.status == .conflict)
      #expect(answer.text.contains("Glöm det förra") && answer.text.contains("Mitt svar"))
      #expect(!(try await officer.get(thread).text.contains("Mitt svar")))
      fields.merge(Visitor.hidden(answer.text)) { _, new in new }
      fields["text"] = ["Mitt svar"]
      fields["gor"] = ["skicka"]
      #expect(try await performer.post(thread, fields).status == .seeOther)
    }
  }

  @Test func `a colleague takes over, hands over and settles`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let (officer, performer) = try await Self.begun(site, id)
      let thread = SiteAddress.thread(id, 1).href
      var fields = Visitor.hidden(try await performer.get(thread).text)
      for (act, person, seen) in [
        ("ta-over", nil, "<b>du</b>"), ("lamna-over", "eken-ture", "<b>Namn eken-ture</b>"),
        ("lamna-over", "fk-ebba", "<b>Namn eken-ture</b>"), ("ta-over", nil, "<b>du</b>"),
        ("slapp", nil, "<b>Ingen än</b>"), ("klar", nil, "Klarmarkerad av"),
      ] {
        fields["gor"] = [act]
        fields["person"] = person.map { [$0] }
        let answer = try await performer.post(thread, fields)
        #expect((answer.status == .seeOther) == (person != "fk-ebba"), "\(act)")
        let shown = try await performer.get(thread).text
        #expect(shown.contains(seen), "\(act)")
        #expect(!(try await officer.get(thread).text.contains("Namn eken-ture")))
      }
    }
  }
}

@Suite struct `Conversation interface` {
  @Test func `threads are begun, answered and read as JSON`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let path = "/assessments/\(id)/threads"
      let opening = """
        {"subject":"Tolk","matter":"case","participants":["fk"],"text":"Vilket språk?"}
        """
      let key: HTTPFields = [.init("Idempotency-Key")!: "k1"]
      let begun = try await site.send(.post, path, as: .performer, json: opening, headers: key)
      #expect(begun.status == .created)
      #expect(begun.headers[.location] == "/api/v1\(path)/1")
      let again = try await site.send(.post, path, as: .performer, json: opening, headers: key)
      #expect(try again.json(MessageResultJSON.self).repeated)
      let answered = try await site.send(
        .post, path + "/1/messages", as: .officer, json: "{\"text\":\"Arabiska\",\"after\":1}")
      #expect(try answered.json(MessageResultJSON.self).message == 2)
      let stale = try await site.send(
        .post, path + "/1/messages", as: .performer, json: "{\"text\":\"Tack\",\"after\":1}")
      #expect(try stale.problem().code == "stale-version")
      let list = try await site.send(.get, path, as: .performer).json(ThreadListJSON.self)
      #expect(list.threads.map(\.unread) == [1] && list.correspondents.count == 3)
      let thread = try await site.send(.get, path + "/1", as: .performer).json(ThreadJSON.self)
      #expect(thread.messages.map(\.text) == ["Vilket språk?", "Arabiska"])
      // Reading over the interface leaves no mark.
      #expect(thread.reads.isEmpty)
      #expect(try await site.send(.get, path + "/2", as: .performer).status == .notFound)
      for (body, field) in [
        (
          "{\"subject\":\"T\",\"matter\":\"person:1\",\"participants\":[],\"text\":\"T\"}", "matter"
        ),
        (
          "{\"subject\":\"T\",\"matter\":\"case\",\"participants\":[],\"text\":\"T\"}",
          "participants"
        ),
        (
          "{\"subject\":\"T\",\"matter\":\"case\",\"participants\":[\"fk\"],\"text\":\" \"}", "text"
        ),
      ] {
        let refused = try await site.send(.post, path, as: .performer, json: body)
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.problem().field == field)
      }
    }
  }
}
