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

private typealias Person = SiteFixture.Person

extension Visitor {
  /// Sends a form with files, as a browser does.
  func upload(
    _ href: Href, _ files: [(name: String, content: [UInt8])], token: String? = nil
  ) async throws -> TestResponse {
    var body = ByteBuffer()
    func line(_ text: String) { body.writeString(text + "\r\n") }
    line("--grans\r\nContent-Disposition: form-data; name=\"csrf\"\r\n")
    line(token ?? session.formToken)
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

  /// Sends one step of an upload in pieces.
  func step(
    _ href: Href, _ body: [UInt8], token: String? = nil
  ) async throws -> TestResponse {
    try await fixture.client.execute(
      uri: href.description, method: .post,
      headers: [
        .cookie: "samsyn=\(session.token)",
        UploadStanding.tokenHeader: token ?? session.formToken,
      ], body: ByteBuffer(bytes: body))
  }
}

extension SiteFixture {
  /// Puts a file into a case and gives it as it is sent.
  func uploaded(
    _ content: [UInt8], _ name: String, _ kind: DocumentKind, in id: CaseNumber
  ) async throws -> SupportingDocument {
    let officer = Person.officer.actor
    let begun = try await service.beginUpload(
      in: id, name: name, size: content.count, by: officer)
    _ = try await service.upload(begun.id, in: id, offset: 0, bytes: content, by: officer)
    let document = try await service.finishUpload(begun.id, in: id, by: officer)
    return SupportingDocument(
      kind: kind, title: document.title, dated: nil, pages: document.file.pages,
      file: document.file)
  }

  /// A case whose order has two files, with an examiner who may read them.
  func readableCase() async throws -> (id: CaseNumber, documents: [SupportingDocument]) {
    let id = try await allocatedCase()
    let informed = InsuredInformed(day: today, channel: .letter, invitedToAdd: true)
    try await perform(.recordInformed(informed), in: id, by: .officer)
    let documents = [
      try await uploaded(
        SampleFiles.pdf("Journalens ord", "Andra sidan"), "journal.pdf", .medical, in: id),
      try await uploaded(SampleFiles.text, "brev.txt", .fromInsured, in: id),
    ]
    var order = Self.order(to: Self.eken)
    order.documents = DocumentList(
      documents,
      absent: [
        AbsentPart(kind: .selfRating, reason: "Finns inte"),
        AbsentPart(kind: .other, reason: "Finns inte"),
      ])
    try await perform(.placeOrder(order), in: id, by: .officer)
    try await perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
    try await perform(
      .appointExaminer(
        person: Person.psychologist.rawValue, name: Person.psychologist.member.name,
        profession: .psychologist), in: id, by: .performer)
    return (id, documents)
  }
}

@Suite struct `Pages of documents` {
  @Test func `the good files stay and the refused ones are told with their sentences`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      let officer = try await Visitor(site, .officer)
      let answer = try await officer.upload(
        SiteAddress.uploadForm(id).href,
        [
          ("ett.txt", SampleFiles.text), ("trasig.pdf", SampleFiles.broken),
          ("tom.txt", []), ("två.pdf", SampleFiles.pdf("Två")),
          ("kalkyl.xlsx", [0x50, 0x4B, 3, 4]),
        ])
      #expect(answer.status == .unprocessableContent)
      for name in ["trasig.pdf", "tom.txt", "kalkyl.xlsx"] { #expect(answer.text.contains(name)) }
      #expect(answer.text.contains("Filen är skadad eller ofullständig."))
      #expect(answer.text.contains("Filen är tom."))
      #expect(answer.text.contains("2 filer är uppladdade."))
      #expect(PageCheck(answer.text).faults == [])
      let unsent = try await site.service.unsentDocuments(in: id, by: Person.officer.actor)
      #expect(unsent.map(\.name) == ["ett.txt", "två.pdf"])
      let left = try await site.service.unfinishedUploads(in: id, by: Person.officer.actor)
      #expect(left.isEmpty)
    }
  }

  @Test func `a form with files needs this session's token and a boundary`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      let officer = try await Visitor(site, .officer)
      let address = SiteAddress.uploadForm(id).href
      let foreign = try await officer.upload(address, [("a.txt", SampleFiles.text)], token: "x")
      #expect(foreign.status == .forbidden)
      let none = try await officer.upload(address, [])
      #expect(none.status == .unprocessableContent)
      #expect(none.text.contains("välj minst en fil"))
      let plain = try await officer.post(address, [:])
      #expect(plain.status == .unprocessableContent)
      #expect(PageCheck(plain.text).faults == [])
      let unsent = try await site.service.unsentDocuments(in: id, by: Person.officer.actor)
      #expect(unsent.isEmpty)
    }
  }

  @Test func `a file comes in pieces and goes on where it was`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      let officer = try await Visitor(site, .officer)
      let content = SampleFiles.text
      let begin = Array("{\"name\":\"brev.txt\",\"size\":\(content.count)}".utf8)
      let uploads = SiteAddress.uploads(id).href
      #expect(try await officer.step(uploads, begin, token: "x").status == .forbidden)
      let begun = try await officer.step(uploads, begin).json(UploadStanding.self)
      let address = SiteAddress.upload(id, begun.id)
      let half = content.count / 2
      let first = try await officer.step(
        address.href([("offset", "0")]), Array(content[..<half]))
      #expect(try first.json(UploadStanding.self).received == half)
      let wrong = try await officer.step(address.href([("offset", "1")]), [1, 2, 3])
      #expect(wrong.status == .unprocessableContent)
      #expect(try wrong.json(ScriptRefusal.self).code == "document-offset")
      let standing = try await officer.get(address.href).json(UploadStanding.self)
      #expect(standing.received == half)
      let early = try await officer.step(SiteAddress.uploadEnd(id, begun.id).href, [])
      #expect(try early.json(ScriptRefusal.self).code == "document-incomplete")
      _ = try await officer.step(
        address.href([("offset", "\(half)")]), Array(content[half...]))
      let done = try await officer.step(SiteAddress.uploadEnd(id, begun.id).href, [])
      #expect(try done.json(UploadStanding.self).isDone)
      let page = try await officer.get(SiteAddress.documents(id).href).text
      #expect(page.contains("brev.txt") && page.contains("Inte viruskontrollerad"))
    }
  }

  @Test func `a long piece is kept block by block and comes back as it was`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      let officer = try await Visitor(site, .officer)
      let line = Array("En rad i ett brev som är långt.\n".utf8)
      let content = Array(
        repeatElement(line, count: 3_400_000 / line.count).joined())
      let begin = Array("{\"name\":\"brev.txt\",\"size\":\(content.count)}".utf8)
      let begun = try await officer.step(SiteAddress.uploads(id).href, begin)
        .json(UploadStanding.self)
      let address = SiteAddress.upload(id, begun.id)
      let tooLong = try await officer.step(
        address.href([("offset", "0")]),
        [UInt8](repeating: 32, count: UnsentView.pieceBytes + 1))
      #expect(tooLong.status != .ok)
      // What came before the fault is there, whole blocks of it, and is gone on with.
      let standing = try await officer.get(address.href).json(UploadStanding.self)
      #expect(standing.received % RequestBlocks.blockBytes == 0)
      #expect(standing.received <= content.count)
      try await site.service.removeUnsent(begun.id, in: id, by: Person.officer.actor)
      let again = try await officer.step(SiteAddress.uploads(id).href, begin)
        .json(UploadStanding.self)
      let second = SiteAddress.upload(id, again.id)
      let part = 2_500_001
      let first = try await officer.step(
        second.href([("offset", "0")]), Array(content[..<part]))
      #expect(try first.json(UploadStanding.self).received == part)
      let last = try await officer.step(
        second.href([("offset", "\(part)")]), Array(content[part...]))
      #expect(try last.json(UploadStanding.self).received == content.count)
      let done = try await officer.step(SiteAddress.uploadEnd(id, again.id).href, [])
      #expect(try done.json(UploadStanding.self).isDone)
      let file = try await officer.get(SiteAddress.documentFile(id, again.id).href)
      #expect(Array(buffer: file.body) == content)
    }
  }

  @Test func `what is said of files is kept in their order, and errors keep what was typed`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      for name in ["a", "b"] {
        _ = try await site.uploaded(Array("\(name)\n".utf8), "\(name).txt", .other, in: id)
      }
      let officer = try await Visitor(site, .officer)
      func rows() async throws -> [UnsentDocument] {
        try await site.service.unsentDocuments(in: id, by: Person.officer.actor)
      }
      let ids = try await rows().map(\.id)
      func fields(_ title: String, _ dated: String, _ button: UnsentButton) -> [String: [String]] {
        var fields = [UnsentButton.name: [button.value]]
        for (id, title) in zip(ids, [title, "b"]) {
          fields[UnsentModel.field(id, "kind")] = ["sjalvskattning"]
          fields[UnsentModel.field(id, "title")] = [title]
          fields[UnsentModel.field(id, "dated")] = [dated]
        }
        return fields
      }
      let address = SiteAddress.unsentDocuments(id).href
      let bad = try await officer.post(address, fields("", "i förrgår", .save))
      #expect(bad.status == .unprocessableContent && bad.text.contains("i förrgår"))
      #expect(PageCheck(bad.text).faults == [])
      let moved = try await officer.post(address, fields("Ny", "2026-05-01", .down(ids[0])))
      #expect(moved.status == .seeOther)
      let after = try await rows()
      #expect(after.map(\.title) == ["b", "Ny"])
      #expect(after.allSatisfy { $0.kind == .selfRating && $0.dated == Day("2026-05-01") })
      _ = try await officer.post(address, fields("Ny", "", .remove(ids[1])))
      #expect(try await rows().map(\.id) == [ids[0]])
    }
  }

  @Test func `the list, the reader and the search are sound pages in both languages`()
    async throws
  {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let files = documents.compactMap(\.file)
      for language in Language.allCases {
        for person in [Person.officer, .coordinator, .performer, .psychologist] {
          let visitor = try await Visitor(site, person)
          try await site.service.setLanguage(language, in: visitor.session)
          var addresses = [SiteAddress.documents(id).href, SiteAddress.assessment(id).href]
          if person == .psychologist || person == .officer {
            addresses += [
              SiteAddress.document(id, files[0].id).href,
              SiteAddress.document(id, files[0].id)
                .href([(DocumentFields.mode, DocumentFields.continuous)]),
              SiteAddress.documentSearch(id).href,
            ]
          }
          for address in addresses {
            let answer = try await visitor.get(address)
            #expect(answer.status == .ok, "\(person) \(address)")
            let faults = PageCheck(answer.text).faults
            #expect(faults == [], "\(person) \(language) \(address)")
          }
        }
      }
    }
  }

  @Test func `a note is on its page, for its writer alone`() async throws {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file)
      let reader = try await Visitor(site, .psychologist)
      let address = SiteAddress.documentNote(id, file.id).href
      let saved = try await reader.post(
        address, ["sida": ["2"], "text": ["Stämmer det?"], "mark": ["ja"]])
      #expect(saved.status == .seeOther)
      let here = SiteAddress.document(id, file.id).href([(DocumentFields.page, "2")])
      #expect(try await reader.get(here).text.contains("Stämmer det?"))
      let officer = try await Visitor(site, .officer)
      #expect(!(try await officer.get(here).text.contains("Stämmer det?")))
      let long = String(repeating: "x", count: CaseLimit.textLength + 1)
      let refused = try await reader.post(address, ["sida": ["2"], "text": [long]])
      #expect(refused.status == .unprocessableContent && refused.text.contains(long))
    }
  }
}
