// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Markup
import Store
import Testing

@testable import Service
@testable import Web

/// The page of data quality: what it shows, to whom, and what it never shows.
@Suite struct QualityPageTests {
  private typealias Person = SiteFixture.Person
  private static let theirs = FollowUpFixture.others[0]

  /// In the first county twelve accepted and two rejected, in the second six rejected, one that
  /// cannot be read, and one from a unit that is in no catalogue.
  private static var documents: [String] {
    (0..<12).map { SiteFixture.certificate("OK-\($0)") }
      + (0..<2).map { SiteFixture.broken("FEL-\($0)") }
      + (0..<6).map { SiteFixture.broken("DERAS-\($0)", unit: theirs) }
      + ["<trasig", SiteFixture.certificate("UTAN", unit: "SE0000000000-OKÄND")]
  }

  private static func withEdition(
    _ body: @Sendable (SiteFixture) async throws -> Void
  ) async throws {
    try await SiteFixture.with { site in
      let folder = SiteFixture.freshFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try await site.deliver(documents, folder: folder)
      try await body(site)
    }
  }

  private static func model(
    _ site: SiteFixture, _ person: Person
  ) async throws -> QualityModel {
    let report = try #require(try await site.service.qualityReport(for: person.actor))
    return QualityModel(report: report, role: person.actor.party.role, language: .sv)
  }

  @Test func `every reader's page is sound, empty and filled, in both languages`() async throws {
    try await SiteFixture.with { site in
      try await site.appoint(.officer)
      let folder = SiteFixture.freshFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      for filled in [false, true] {
        if filled { try await site.deliver(Self.documents, folder: folder) }
        for person in [Person.officer, .coordinator, .performer, .doctor] {
          let visitor = try await Visitor(site, person)
          for language in [Language.sv, .en] {
            try await site.service.setLanguage(language, in: visitor.session)
            let page = try await visitor.get(SiteAddress.quality.href)
            #expect(page.status == .ok && PageCheck(page.text).faults == [], "\(person)")
            #expect(page.text.contains(QualityTexts.noneText[language]) == !filled)
          }
          let file = try await visitor.get(SiteAddress.qualityFile.href)
          #expect(file.status == (filled ? .ok : .notFound))
        }
      }
    }
  }

  @Test func `an analyst sees every count, by month and by import`() async throws {
    try await Self.withEdition { site in
      try await site.appoint(.officer)
      let model = try await Self.model(site, .officer)
      #expect(model.totals.map(\.count) == [22, 13, 0, 9, 0, 2])
      #expect(model.rules.map(\.code) == ["L2"] && model.rules.first?.count == 8)
      #expect(model.lost.map(\.count) == [1] && model.otherReasons.isEmpty)
      #expect(model.unbroken.count == CertificateRule.allCases.count - 2)
      let months = try #require(model.months)
      #expect(months.map(\.month.month) == ["2024-03", nil])
      #expect(months[0].month.rejected == 8 && months[0].month.accepted == 13)
      #expect(months[1].month.rejected == 1 && months[1].name == QualityTexts.unknownMonth.sv)
      #expect(model.imports?.count == 1 && model.imports?.first?.record.result?.rejected == 9)
      let ties = model.report.ties
      #expect(ties.map(\.tie) == [.own, .unknown] && ties.map(\.certificates) == [12, 1])
      #expect(!model.hidesAny)
    }
  }

  @Test func `a region sees its own documents, and no small number of them`() async throws {
    try await Self.withEdition { site in
      let own = try await Self.model(site, .coordinator)
      // Fourteen, of which two are rejected: neither they nor what they follow from is told.
      #expect(own.report.scope == .region("05"))
      #expect(own.totals.map(\.count) == [nil, 12, 0, nil, 0])
      #expect(own.rules.map(\.count) == [nil] && own.lost.isEmpty)
      #expect(own.hidesAny)
      let other = try await Self.model(site, .otherCoordinator)
      #expect(other.totals.map(\.count) == [6, 0, 0, 6, 0])
      // A performer without certificates has none to see.
      let performer = try await Self.model(site, .performer)
      #expect(performer.totals.map(\.count) == [0, 0, 0, 0, 0])
      for model in [own, other, performer] {
        #expect(model.months == nil && model.imports == nil && model.waiting == nil)
        #expect(model.report.ties.allSatisfy { $0.certificates == nil })
      }
      // The agency sees all together, with the same care.
      let agency = try await Self.model(site, .officer)
      #expect(agency.totals.map(\.count) == [nil, 13, 0, nil, 0, nil])
      #expect(agency.lost.map(\.count) == [nil] && agency.rules.map(\.count) == [8])
    }
  }

  @Test func `a region's analyst sees every count of its own care units, and no other's`()
    async throws
  {
    try await Self.withEdition { site in
      try await site.appoint(.coordinator)
      let own = try await Self.model(site, .coordinator)
      #expect(own.report.scope == .region("05") && !own.hidesAny)
      #expect(own.totals.map(\.count) == [14, 12, 0, 2, 0])
      #expect(own.rules.map(\.count) == [2] && own.lost.isEmpty)
      #expect(own.months == nil && own.waiting == nil && own.imports?.count == 1)
      #expect(own.report.ties.allSatisfy { $0.certificates == nil })
    }
  }

  @Test func `page and file tell the same, and nothing of units or by whom`() async throws {
    try await Self.withEdition { site in
      for person in Person.allCases {
        let visitor = try await Visitor(site, person)
        let page = try await visitor.get(SiteAddress.quality.href).text
        let file = try await visitor.get(SiteAddress.qualityFile.href).text
        for text in [page, file] {
          for secret in ["Hemliga", Self.theirs, "OK-1", "1912121212"] {
            #expect(!text.contains(secret), "\(person) \(secret)")
          }
        }
        #expect(!file.contains(QualityTexts.months.sv) && !page.contains("manader-tabell"))
      }
      let region = try await Visitor(site, .coordinator).get(SiteAddress.qualityFile.href).text
      #expect(region.contains("Summa;;godkända;12") && region.contains("Summa;;avvisade;dolt"))
      #expect(region.contains("Avvisade enligt regel;L2;") && region.contains(";dolt\r\n"))
      #expect(region.contains(FollowUpPurpose.quality.text.sv))
      try await site.appoint(.officer)
      let whole = try await Visitor(site, .officer).get(SiteAddress.qualityFile.href).text
      #expect(whole.contains("2024-03;avvisade;8") && whole.contains("Summa;;handlingar;22"))
    }
  }

  @Test func `the insured and whoever is not signed in see nothing, and readers are logged`()
    async throws
  {
    try await Self.withEdition { site in
      for address in [SiteAddress.quality, .qualityFile] {
        for member in [SiteFixture.herself, SiteFixture.proxy] {
          let answer = try await Visitor(site, member).get(address.href)
          #expect(answer.status == .forbidden && !answer.text.contains("handlingar"))
        }
        let anybody = try await site.client.execute(
          uri: address.href.description, method: .get)
        #expect(anybody.status == .seeOther)
      }
      _ = try await Visitor(site, .coordinator).get(SiteAddress.quality.href)
      let log = try await site.service.read { connection in
        try AccessLog(connection).list(person: Person.coordinator.rawValue)
      }
      let entry = try #require(log.last { $0.action == "follow-up:quality" })
      #expect(entry.purpose == "follow-up-quality")
    }
  }
}
