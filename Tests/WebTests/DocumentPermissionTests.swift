// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service
@testable import Web

private typealias Person = SiteFixture.Person

/// Every address of documents with everybody who is to get nothing there.
@Suite struct `Permissions of documents` {
  private static func reading(_ id: CaseNumber, _ file: String) -> [Href] {
    [
      SiteAddress.document(id, file).href, SiteAddress.documentPage(id, file, 1).href,
      SiteAddress.documentFile(id, file).href,
      SiteAddress.documentSearch(id).href,
    ]
  }

  @Test func `who may open gets pictures as pictures and the file as a file`() async throws {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file)
      for person in [Person.psychologist, .officer] {
        let visitor = try await Visitor(site, person)
        let picture = try await visitor.get(SiteAddress.documentPage(id, file.id, 2).href)
        #expect(picture.status == .ok && picture.headers[.contentType] == "image/png")
        #expect(picture.headers[.cacheControl] == "no-store")
        let original = try await visitor.get(SiteAddress.documentFile(id, file.id).href)
        #expect(original.status == .ok)
        #expect(Array(buffer: original.body) == SampleFiles.pdf("Journalens ord", "Andra sidan"))
        #expect(original.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
        #expect(original.headers[.xContentTypeOptions] == "nosniff")
        #expect(original.headers[.cacheControl] == "no-store")
        let beyond = try await visitor.get(SiteAddress.documentPage(id, file.id, 3).href)
        #expect(beyond.status == .notFound)
      }
    }
  }

  @Test func `a search is sent as a form, for who may open the documents alone`() async throws {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file).id
      let search = SiteAddress.documentSearch(id).href
      let words = ["q": ["Journalens"]]
      for person in [Person.coordinator, .performer, .otherCoordinator, .otherPerformer] {
        let visitor = try await Visitor(site, person)
        for address in [search, SiteAddress.document(id, file).href] {
          let answer = try await visitor.post(address, words)
          #expect(!answer.text.contains("<mark>") && !answer.text.contains("Andra sidan"))
          // The region may look for a text where it has none to find.
          let isOpen = person == .coordinator && address == search
          #expect((answer.status == .ok) == isOpen, "\(person) \(address)")
        }
      }
      let reader = try await Visitor(site, .psychologist)
      let found = try await reader.post(search, words)
      #expect(found.status == .ok && found.text.contains("<mark>Journalens</mark>"))
      #expect(PageCheck(found.text).faults == [])
      // What is searched for comes to stand in no address.
      #expect(found.text.firstMatch(of: #/(href|action)="[^"]*Journalens/#) == nil)
      let page = try await reader.post(
        SiteAddress.document(id, file).href, ["q": ["Journalens"], "sida": ["1"]])
      #expect(page.status == .ok && page.text.contains("<mark>Journalens</mark>"))
      #expect(page.text.firstMatch(of: #/(href|action)="[^"]*Journalens/#) == nil)
    }
  }

  @Test func `other parties get the same as for a case that is missing`() async throws {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file).id
      let missing = try CaseNumber("AFU-2026-9999")
      for person in [Person.otherCoordinator, .otherPerformer] {
        let visitor = try await Visitor(site, person)
        for (address, absent) in zip(
          Self.reading(id, file) + [SiteAddress.documents(id).href],
          Self.reading(missing, file) + [SiteAddress.documents(missing).href])
        {
          let answer = try await visitor.get(address)
          let same = try await visitor.get(absent)
          #expect(answer.status == .notFound && same.status == .notFound, "\(person) \(address)")
          #expect(Self.plain(answer.text) == Self.plain(same.text), "\(person) \(address)")
        }
      }
    }
  }

  @Test func `the region of the case is told how many, and gets no byte`() async throws {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file).id
      let region = try await Visitor(site, .coordinator)
      let list = try await region.get(SiteAddress.documents(id).href).text
      #expect(list.contains("2 handlingar") && !list.contains("journal"))
      #expect(!list.contains(file))
      for address in Self.reading(id, file).dropLast() {
        #expect(try await region.get(address).status == .notFound, "\(address)")
      }
      let search = try await region.get(Self.reading(id, file)[3])
      #expect(!search.text.contains("journal"))
    }
  }

  @Test func `at the performer only those who take part open, until they are released`()
    async throws
  {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file).id
      let siv = try await Visitor(site, .performer)
      let list = try await siv.get(SiteAddress.documents(id).href).text
      #expect(list.contains("journal") && list.contains("Du kan inte öppna handlingarna."))
      #expect(!list.contains("/handlingar/\(file)"))
      for address in Self.reading(id, file) {
        #expect(try await siv.get(address).status == .forbidden, "\(address)")
      }
      try await site.perform(
        .releaseExaminer(person: Person.psychologist.rawValue), in: id, by: .performer)
      let ture = try await Visitor(site, .psychologist)
      for address in Self.reading(id, file) {
        #expect(try await ture.get(address).status == .forbidden, "\(address)")
      }
      let note = try await ture.post(
        SiteAddress.documentNote(id, file).href, ["sida": ["1"], "text": ["x"]])
      #expect(note.status == .forbidden)
    }
  }

  @Test func `nobody but Försäkringskassan puts files into a case`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.allocatedCase()
      let begun = try await site.service.beginUpload(
        in: id, name: "a.txt", size: 10, by: Person.officer.actor)
      for person in Person.allCases where person != .officer {
        let visitor = try await Visitor(site, person)
        let mayKnow =
          [Person.coordinator, .performer, .psychologist, .doctor].contains(person)
        let form = try await visitor.upload(
          SiteAddress.uploadForm(id).href, [("a.txt", SampleFiles.text)])
        #expect(form.status == (mayKnow ? .forbidden : .notFound), "\(person)")
        let begin = try await visitor.step(
          SiteAddress.uploads(id).href, Array("{\"name\":\"a\",\"size\":5}".utf8))
        #expect(begin.status == (mayKnow ? .unprocessableContent : .notFound), "\(person)")
        let upload = SiteAddress.upload(id, begun.id)
        let answers = [
          try await visitor.get(upload.href),
          try await visitor.step(upload.href([("offset", "0")]), [1]),
          try await visitor.step(SiteAddress.uploadEnd(id, begun.id).href, []),
          try await visitor.post(SiteAddress.uploadCancel(id, begun.id).href, [:]),
          try await visitor.post(
            SiteAddress.unsentDocuments(id).href,
            [UnsentButton.name: [UnsentButton.remove(begun.id).value]]),
        ]
        #expect(answers.allSatisfy { $0.status == .notFound }, "\(person)")
      }
      let standing = try await site.service.uploadState(
        begun.id, in: id, by: Person.officer.actor)
      #expect(standing.received == 0)
    }
  }

  @Test func `the interface lists documents and gives their bytes by the same permissions`()
    async throws
  {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      let file = try #require(documents[0].file)
      let path = "/assessments/\(id)/documents"
      func list(_ person: Person) async throws -> [DocumentJSON] {
        try await site.send(.get, path, as: person).json(DocumentListJSON.self).items
      }
      let own = try await list(.psychologist)
      #expect(own.map(\.file) == documents.compactMap(\.file))
      #expect(own.allSatisfy { $0.refusal == nil && $0.sentBy == .fk })
      #expect(try await list(.performer).allSatisfy { $0.refusal == .documentReadersOnly })
      #expect(try await list(.coordinator).isEmpty)
      let content = "\(path)/\(file.id)/content"
      let bytes = try await site.send(.get, content, as: .psychologist)
      #expect(bytes.status == .ok && bytes.headers[.contentType] == "application/pdf")
      #expect(bytes.body.readableBytes == file.bytes)
      #expect(bytes.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
      let closed = try await site.send(.get, content, as: .performer)
      #expect(try closed.problem().code == "document-readers-only" && closed.status == .forbidden)
      for person in [Person.coordinator, .otherCoordinator, .otherPerformer] {
        let none = try await site.send(.get, content, as: person)
        #expect(none.status == .notFound, "\(person)")
      }
      #expect(try await site.send(.get, path, as: .otherPerformer).status == .notFound)
      #expect(try await site.send(.get, path).status == .unauthorized)
      let odd = try await site.send(.get, "\(path)/x/content", as: .officer)
      #expect(odd.status == .notFound)
    }
  }

  /// A page without what differs between two asks.
  private static func plain(_ page: String) -> String {
    page.replacing(#/AFU-\d+-\d+/#, with: "").replacing(#/[0-9a-f]{32}/#, with: "")
      .replacing(#/data-place="[^"]*"/#, with: "").replacing(#/tillbaka=[^"]*/#, with: "")
      .replacing(#/datetime="[^"]*"|kl\. \d\d\.\d\d/#, with: "")
  }
}
