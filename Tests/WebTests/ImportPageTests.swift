// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Store
import Testing

@testable import Service
@testable import Web

/// The page where files are taken in: who may, what is said about files, and what is told of them.
@Suite struct ImportPageTests {
  private typealias Person = SiteFixture.Person
  private static let files = [
    (name: "191212121212 Tolvan.xml", text: SiteFixture.certificate("INTYG-A")),
    (name: "b.xml", text: SiteFixture.broken("INTYG-B")),
  ]

  /// Sends the files and waits until they are taken in.
  private static func sent(
    _ visitor: Visitor, _ files: [(name: String, text: String)] = files
  ) async throws -> (href: SiteAddress, id: Int, page: String) {
    let answer = try await visitor.upload(files, to: SiteAddress.imports.href)
    #expect(answer.status == .seeOther)
    let last = answer.headers[.location]?.split(separator: "/").last.map(String.init)
    let id = try #require(last.flatMap { Int($0) })
    let address = SiteAddress.importResult(id)
    return (address, id, try await visitor.settled(address.href))
  }

  @Test func `an analyst sends files and is told what became of each`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      let (address, id, page) = try await Self.sent(ebba)
      #expect(page.contains(ImportResultTexts.allDone.sv))
      #expect(page.contains("191212121212 Tolvan.xml") && page.contains("L2, svar 32"))
      for language in [Language.sv, .en] {
        try await site.service.setLanguage(language, in: ebba.session)
        for href in [
          SiteAddress.imports.href, address.href, address.href([("visa", "rejected")]),
          address.href([("visa", "known")]), address.href([("sida", "99")]),
        ] {
          let answer = try await ebba.get(href)
          #expect(answer.status == .ok && PageCheck(answer.text).faults == [], "\(href)")
        }
      }
      try await site.service.setLanguage(.sv, in: ebba.session)
      let rejected = try await ebba.get(address.href([("visa", "rejected")])).text
      #expect(rejected.contains("b.xml") && !rejected.contains("Tolvan"))
      let file = try await ebba.get(SiteAddress.importFile(id).href)
      #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(file.text.contains("2;b.xml;Avvisad;Läkarintyg, LISJP;"))
      let journal = try await ebba.get(SiteAddress.imports.href).text
      #expect(journal.contains(ImportResultTexts.yourself.sv) && !journal.contains("Tolvan"))
    }
  }

  /// Every address, asked by everybody who is no analyst; anonymous visitors are led to sign in.
  @Test func `nobody but an analyst gets anything`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let (_, id, _) = try await Self.sent(try await Visitor(site, .officer))
      let gets: [SiteAddress] = [.imports, .importResult(id), .importFile(id)]
      let posts: [SiteAddress] = [
        .imports, .newEdition, .importResume(id), .importCancel(id),
      ]
      var visitors: [Visitor] = []
      for person in Person.allCases where person != .officer {
        visitors.append(try await Visitor(site, person))
      }
      for member in [SiteFixture.herself, SiteFixture.proxy, SiteFixture.somebodyElse] {
        visitors.append(try await Visitor(site, member))
      }
      for visitor in visitors {
        var answers: [TestResponse] = []
        for address in gets { answers.append(try await visitor.get(address.href)) }
        for address in posts { answers.append(try await visitor.post(address.href, [:])) }
        answers.append(try await visitor.upload(Self.files, to: SiteAddress.imports.href))
        for answer in answers {
          #expect(answer.status == .forbidden, "\(visitor.session.member.id)")
          #expect(!answer.text.contains("Tolvan.xml") && !answer.text.contains("INTYG"))
        }
        let menu = try await visitor.get(SiteAddress.home.href).text
        #expect(!menu.contains("\"/uppfoljning/inlasning\""))
      }
      for address in gets {
        let answer = try await site.client.execute(uri: address.href.description, method: .get)
        #expect(answer.status == .seeOther && answer.text.isEmpty, "\(address)")
      }
      #expect(try await site.service.certificateStatus().documents == 2)
    }
  }

  @Test func `another organisation's analyst gets what she gets of an import that is not there`()
    async throws
  {
    try await SiteFixture.with { site in
      try await site.appoint(.coordinator, .otherCoordinator)
      let alva = try await Visitor(site, .coordinator)
      let stina = try await Visitor(site, .otherCoordinator)
      let (_, id, _) = try await Self.sent(alva)
      for address in [SiteAddress.importResult(id), .importFile(id)] {
        #expect(try await stina.get(address.href).status == .notFound)
      }
      for address in [SiteAddress.importCancel(id), .importResume(id)] {
        #expect(try await stina.post(address.href, [:]).status == .notFound)
      }
      #expect(try await stina.get(SiteAddress.importResult(id + 1).href).status == .notFound)
      // That there was an import is told, with numbers.
      let journal = try await stina.get(SiteAddress.imports.href).text
      #expect(journal.contains(ImportResultTexts.region.sv))
      #expect(!journal.contains("/uppfoljning/inlasning/\(id)"))
      // A right that is taken back is gone at once.
      try await site.service.dismissAnalyst("region-alva", reason: "Slutat")
      #expect(try await alva.get(SiteAddress.importResult(id).href).status == .forbidden)
    }
  }

  @Test func `a form from elsewhere, or without its token, takes nothing in`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      let foreign = try await ebba.upload(
        Self.files, to: SiteAddress.imports.href,
        headers: [.origin: "https://elak.example"])
      let tokenless = try await ebba.upload(
        Self.files, to: SiteAddress.imports.href, token: "annat")
      #expect(foreign.status == .forbidden && tokenless.status == .forbidden)
      #expect(try await site.service.followUpWork(for: ebba.session.actor).isEmpty)
    }
  }

  @Test func `what cannot be taken in is told by file, and nothing is taken in`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      let mixed = try await ebba.upload(
        Self.files + [("bild.jpg", "GIF89a"), ("tom.xml", "")], to: SiteAddress.imports.href)
      #expect(mixed.status == .unprocessableContent)
      #expect(PageCheck(mixed.text).faults == [])
      for text in [
        "bild.jpg", "tom.xml", ImportTexts.fault(.empty).sv, ImportTexts.fault(.otherKind).sv,
        "data-focus", "<title>Fel: ",
      ] { #expect(mixed.text.contains(text), "\(text)") }
      #expect(!mixed.text.contains("Tolvan"))
      let none = try await ebba.upload([], to: SiteAddress.imports.href)
      #expect(none.status == .unprocessableContent && none.text.contains(ImportTexts.noFile.sv))
      let many = (0...UploadLimitsForTests.parts).map { (name: "\($0).xml", text: "<a/>") }
      let tooMany = try await ebba.upload(many, to: SiteAddress.imports.href)
      #expect(tooMany.text.contains(ImportTexts.tooMany.sv))
      #expect(try await site.service.certificateStatus().documents == 0)
      #expect(try await site.service.followUpWork(for: ebba.session.actor).isEmpty)
    }
  }

  @Test func `while it goes on the page is fetched anew, unless it is kept still`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      site.service.jobWorker.withLock { $0 = .working }
      let answer = try await ebba.upload(Self.files, to: SiteAddress.imports.href)
      let page = try await ebba.follow(answer).text
      #expect(page.contains("data-refresh=\"2\"") && PageCheck(page).faults == [])
      #expect(page.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"))
      let id = try #require(
        try await site.service.followUpWork(for: ebba.session.actor).first?.id)
      let still = try await ebba.get(SiteAddress.importResult(id).href([("stilla", "ja")])).text
      #expect(!still.contains("data-refresh") && !still.contains("http-equiv"))
      // It stands on the list until it is done, and can be ended.
      let list = try await ebba.get(SiteAddress.imports.href).text
      #expect(list.contains(ImportTexts.waiting.sv))
      let ended = try await ebba.post(SiteAddress.importCancel(id).href, [:])
      #expect(try await ebba.follow(ended).text.contains(ImportTexts.cancelledLead.sv))
      site.service.jobWorker.withLock { $0 = .idle }
    }
  }

  @Test func `an import that stopped says so, and is gone on with`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      site.service.jobWorker.withLock { $0 = .working }
      _ = try await ebba.upload(Self.files, to: SiteAddress.imports.href)
      let id = try #require(
        try await site.service.followUpWork(for: ebba.session.actor).first?.id)
      _ = try await site.service.write { connection in
        try connection.execute(
          "UPDATE follow_up_job SET state = 'stopped', outcome = 'store.busy' WHERE id = \(id)")
      }
      let page = try await ebba.get(SiteAddress.importResult(id).href).text
      #expect(page.contains(ImportTexts.stoppedLead.sv) && page.contains("store.busy"))
      #expect(PageCheck(page).faults == [])
      site.service.jobWorker.withLock { $0 = .idle }
      _ = try await ebba.post(SiteAddress.importResume(id).href, [:])
      for other in ["+\(id)", "0\(id)", "-\(id)"] {
        let answer = try await site.client.execute(
          uri: "\(SiteAddress.imports.href)/\(other)", method: .get,
          headers: [.cookie: "samsyn=\(ebba.session.token)"])
        #expect(answer.status == .notFound, "\(other)")
      }
      let done = try await ebba.settled(SiteAddress.importResult(id).href)
      #expect(done.contains(ImportResultTexts.allDone.sv))
    }
  }

  @Test func `an edition is asked for, made, and says what is new`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let ebba = try await Visitor(site, .officer)
      let bare = try await ebba.get(SiteAddress.imports.href).text
      #expect(bare.contains(ImportResultTexts.noEditionHere.sv))
      let folder = SiteFixture.freshFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try await site.deliver([SiteFixture.certificate("INTYG-1")], folder: folder)
      _ = try await Self.sent(ebba)
      let page = try await ebba.get(SiteAddress.imports.href).text
      #expect(page.contains(ImportResultTexts.newDocuments(2).sv))
      let asked = try await ebba.post(SiteAddress.newEdition.href, [:])
      let last = asked.headers[.location]?.split(separator: "/").last.map(String.init)
      let id = try #require(last.flatMap { Int($0) })
      let made = try await ebba.settled(SiteAddress.importResult(id).href)
      #expect(made.contains(ImportResultTexts.editionMade.sv) && made.contains("2 nya handlingar."))
      #expect(PageCheck(made).faults == [])
    }
  }

  @Test func `every code that a document can end with has words in both languages`() {
    var codes = CertificateRule.allCases.map(\.code) + CertificateMessageRule.allCases.map(\.code)
    codes += CertificateNoteKind.allCases.map(\.rawValue)
    codes += CertificateRemark.allCases.map(\.rawValue)
    codes += CertificateRefusal.Code.allCases.map(\.rawValue)
    codes += [
      "unreadable:empty", "unreadable:file", "archive:nested", "archive:unreadable",
      "archive:damaged", "archive:empty", "archive:path", "archive:kind", "archive:encrypted",
      "archive:too-many-entries", "archive:too-large", "archive:bomb",
    ]
    for code in codes {
      let text = ReasonText.text(code)
      #expect(text.sv != code && text.en != code && text.sv != text.en, "\(code)")
    }
    #expect(ReasonText.text("something-new").sv == "something-new")
    #expect(["L2", "L10", "M1", "not-recognised"].sorted(by: ReasonText.isBefore).first == "L2")
  }

  @Test func `time that is left is told roughly`() {
    #expect(ImportTexts.left(3).sv == "några sekunder")
    #expect(ImportTexts.left(40).sv == "mindre än en minut")
    #expect(ImportTexts.left(125).sv == "omkring 3 minuter")
    #expect(ImportTexts.left(3 * 3600).en == "about 3 hours")
  }
}

/// A form may have so many parts.
private enum UploadLimitsForTests {
  static let parts = 200
}
