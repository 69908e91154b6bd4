// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service
@testable import Web

extension Visitor {
  /// Sends a form with fields and files, as a browser does.
  fileprivate func attach(
    _ href: Href, _ fields: [String: String], _ files: [(name: String, content: [UInt8])],
    token: String? = nil
  ) async throws -> TestResponse {
    var body = ByteBuffer()
    func line(_ text: String) { body.writeString(text + "\r\n") }
    let all = fields.merging(["csrf": token ?? session.formToken, "gor": "bifoga"]) { old, _ in
      old
    }
    for (name, value) in all {
      line("--grans\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)")
    }
    for file in files {
      line("--grans\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"\(file.name)\"")
      line("Content-Type: application/octet-stream\r\n")
      body.writeBytes(file.content)
      line("")
    }
    line("--grans--")
    return try await fixture.client.execute(
      uri: href.description, method: .post,
      headers: [
        .cookie: "samsyn=\(session.token)",
        .contentType: "multipart/form-data; boundary=grans",
      ], body: body)
  }
}

@Suite struct `Pages of attachments` {
  private static let broken = Array("%PDF-1.7 trasig".utf8)

  private static func attachments(_ page: String) -> [String] {
    page.matches(of: #/name="attachments" value="([0-9a-f]{32})"/#).map { String($0.1) }
  }

  @Test func `files that are chosen go with the message that is sent, unless one is broken`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let officer = try await Visitor(site, .officer)
      let page = SiteAddress.threads(id).href
      let typed = [
        "participants": "performer:\(SiteFixture.eken)", "matter": "case", "subject": "Vägen hit",
        "text": "Se kartan", "gor": "skicka",
      ]
      let refused = try await officer.attach(
        page, typed, [("karta.pdf", SampleFiles.pdf("Ett")), ("trasig.pdf", Self.broken)])
      #expect(refused.status == .unprocessableContent)
      let kept = Self.attachments(refused.text)
      #expect(kept.count == 1)
      var fields = Visitor.hidden(refused.text).compactMapValues(\.first)
      fields.merge(typed) { _, new in new }
      let sent = try await officer.attach(
        page, fields, [("skiss.pdf", SampleFiles.pdf("Två"))])
      #expect(sent.status == .seeOther, "\(sent.text.prefix(300))")
      let thread = try await officer.get(SiteAddress.thread(id, 1).href).text
      #expect(thread.contains("karta.pdf") && thread.contains("skiss.pdf"))
      #expect(!thread.contains("trasig.pdf"))
    }
  }

  @Test func `a broken file is refused, and the text and the other file stay and are sent`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let officer = try await Visitor(site, .officer)
      let page = SiteAddress.threads(id).href
      let typed = [
        "participants": "performer:\(SiteFixture.eken)", "matter": "case", "subject": "Vägen hit",
        "text": "Se kartan",
      ]
      var answer = try await officer.attach(
        page, typed,
        [("karta.pdf", SampleFiles.pdf("Kartans ord")), ("trasig.pdf", Self.broken)])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("trasig.pdf: ") && answer.text.contains("karta.pdf"))
      #expect(answer.text.contains("Se kartan") && answer.text.contains("Vägen hit"))
      #expect(PageCheck(answer.text).faults == [])
      let files = Self.attachments(answer.text)
      #expect(files.count == 1)
      // A file that was chosen and not attached is not lost in silence.
      var fields = typed.mapValues { [$0] }
      fields.merge(Visitor.hidden(answer.text)) { _, new in new }
      fields["gor"] = ["skicka"]
      fields["filer"] = ["glomd.pdf"]
      answer = try await officer.post(page, fields)
      #expect(answer.status == .unprocessableContent && answer.text.contains("inte skickat"))
      fields["filer"] = nil
      answer = try await officer.post(page, fields)
      #expect(answer.status == .seeOther, "\(answer.text.prefix(300))")

      let performer = try await Visitor(site, .performer)
      let thread = SiteAddress.thread(id, 1).href
      let file = try #require(files.first)
      for visitor in [officer, performer] {
        let text = try await visitor.get(thread).text
        #expect(text.contains("karta.pdf") && PageCheck(text).faults == [])
        let shown = try await visitor.get(SiteAddress.attachment(id, 1, file).href)
        #expect(shown.status == .ok && PageCheck(shown.text).faults == [])
        #expect(shown.text.contains("Kartans ord"))
        let picture = try await visitor.get(SiteAddress.attachmentPage(id, 1, file, 1).href)
        #expect(picture.headers[.contentType] == "image/png")
        let bytes = try await visitor.get(SiteAddress.attachmentFile(id, 1, file).href)
        #expect(Array(bytes.body.readableBytesView) == SampleFiles.pdf("Kartans ord"))
        #expect(bytes.headers[.contentDisposition]?.contains("\"karta.pdf\"") == true)
        let list = try await visitor.get(SiteAddress.documents(id).href).text
        #expect(!list.contains("karta"))
      }
      for person in [SiteFixture.Person.coordinator, .otherCoordinator, .otherPerformer] {
        let stranger = try await Visitor(site, person)
        for address in [
          SiteAddress.attachment(id, 1, file), .attachmentPage(id, 1, file, 1),
          .attachmentFile(id, 1, file), .attachment(id, 0, file),
        ] {
          let answer = try await stranger.get(address.href)
          #expect(answer.status == .notFound, "\(person) \(address)")
          #expect(!answer.text.contains("karta"))
        }
      }
    }
  }

  @Test func `an attachment is taken away before it is sent, and what is typed is kept`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let officer = try await Visitor(site, .officer)
      let page = SiteAddress.threads(id).href
      var answer = try await officer.attach(
        page, ["text": "Bara text", "subject": "Ämne"], [("brev.txt", SampleFiles.text)])
      #expect(answer.status == .seeOther)
      var shown = try await officer.get(page).text
      #expect(shown.contains("brev.txt") && shown.contains("Bara text"))
      let file = try #require(Self.attachments(shown).first)
      answer = try await officer.post(
        page, ["text": ["Mer text"], "subject": ["Ämne"], "ta-bort": [file]])
      #expect(answer.status == .seeOther)
      shown = try await officer.get(page).text
      #expect(!shown.contains("brev.txt") && shown.contains("Mer text"))
      // A form of another session is not taken.
      answer = try await officer.attach(page, [:], [("a.txt", SampleFiles.text)], token: "x")
      #expect(answer.status != .seeOther)
      #expect(try await Self.attachments(officer.get(page).text).isEmpty)
    }
  }
}
