// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HummingbirdTesting
import Markup
import Testing

@testable import Service
@testable import Web

/// The directory's pages and its part of the interface.
@Suite struct DirectoryPageTests {
  private static func catalogue(_ name: String) -> String {
    """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>
    <hsaUnit><hsaIdentity>SE1-P</hsaIdentity><DN>o=R,c=SE</DN><name>Regionen &lt;b&gt;</name>
    <isHsaHealthCareProvider>true</isHsaHealthCareProvider></hsaUnit>
    <hsaUnit><hsaIdentity>SE1-A</hsaIdentity><DN>ou=A,o=R,c=SE</DN><name>\(name)</name>
    <isHsaHealthCareUnit>true</isHsaHealthCareUnit>
    <hsaResponsibleHealthCareProvider>SE1-P</hsaResponsibleHealthCareProvider>
    <hsaHealthCareUnitMembers><hsaHealthCareUnitMember>SE1-B</hsaHealthCareUnitMember>
    </hsaHealthCareUnitMembers></hsaUnit>
    <hsaUnit><hsaIdentity>SE1-B</hsaIdentity><DN>ou=B,ou=A,o=R,c=SE</DN><name>Labbet</name>
    <startDate>2020-01-01T01:00:00.000+01:00</startDate></hsaUnit>
    <hsaUnit><hsaIdentity>SE1-C</hsaIdentity><DN>ou=C,o=R,c=SE</DN><name>Labbet</name></hsaUnit>
    </hsaUnits></FileGetHsaUnitsResponse>
    """
  }

  private static let pages = [
    SiteAddress.directory.href, SiteAddress.directory.href([("text", "labb")]),
    SiteAddress.directory.href([("dag", "2026-04-01"), ("text", "xyzzy")]),
    SiteAddress.directory.href([("dag", "igår"), ("sida", "99")]),
  ]
  private static let filledPages = [
    SiteAddress.directoryUnit("SE1-P").href, SiteAddress.directoryUnit("se1-a").href,
    SiteAddress.directoryUnit("SE1-B").href([("dag", "2026-04-01")]),
    SiteAddress.directoryUnit("SE1-C").href,
    SiteAddress.directoryChanges.href([("fran", "2026-04-01"), ("till", "2026-05-01")]),
  ]

  private static func fill(_ site: SiteFixture) async throws {
    for (day, name) in [("2026-04-01", "Vårdcentralen"), ("2026-05-01", "Hälsocentralen")] {
      let path = NSTemporaryDirectory() + "samsyn-directory-\(UUID().uuidString)"
      try catalogue(name).write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      _ = try await site.service.importDirectory(path: path, asOf: Day(day) ?? .earliest)
    }
  }

  @Test func `every page is sound, empty and filled, in both languages`() async throws {
    try await SiteFixture.with { site in
      let alva = try await Visitor(site, .coordinator)
      for filled in [false, true] {
        if filled { try await Self.fill(site) }
        for language in [Language.sv, .en] {
          try await site.service.setLanguage(language, in: alva.session)
          for page in Self.pages + (filled ? Self.filledPages : []) {
            let answer = try await alva.get(page)
            #expect(answer.status == .ok, "\(page)")
            #expect(PageCheck(answer.text).faults == [], "\(page) \(language)")
            #expect(!answer.text.contains("<b>n"), "\(page)")
          }
        }
      }
      #expect(try await alva.get(SiteAddress.directoryUnit("NONE").href).status == .notFound)
      #expect(try await alva.get(SiteAddress.directoryChanges.href).status == .notFound)
    }
  }

  @Test func `a unit shows its care unit, what belongs to it, and how it was called`() async throws
  {
    try await SiteFixture.with { site in
      try await Self.fill(site)
      let ebba = try await Visitor(site, .officer)
      let unit = try await ebba.get(SiteAddress.directoryUnit("SE1-A").href).text
      #expect(unit.contains("Hälsocentralen") && unit.contains("Vårdcentralen"))
      let first = try await ebba.get(SiteAddress.directory.href).text
      #expect(first.contains("SE1-P") && first.contains("2026-05-01"))
      #expect(unit.contains("Labbet") && unit.contains(DirectoryTexts.tie(.member).sv))
      let before = try await ebba.get(
        SiteAddress.directoryUnit("SE1-B").href([("dag", "2026-04-01")])
      ).text
      #expect(before.contains("Vårdcentralen") && before.contains("2020-01-01"))
      let found = try await ebba.get(SiteAddress.directory.href([("text", "labbet")])).text
      #expect(found.contains("SE1-B") && found.contains("SE1-C"))
      #expect(found.contains(DirectoryTexts.namesWarning.sv))
      #expect(found.contains(DirectoryTexts.tie(.unknown).sv))
      let changes = try await ebba.get(
        SiteAddress.directoryChanges.href([("fran", "2026-04-01"), ("till", "2026-05-01")])
      ).text
      #expect(changes.contains(DirectoryTexts.change(.renamed).sv))
    }
  }

  @Test func `everybody who works here comes in, nobody else`() async throws {
    try await SiteFixture.with { site in
      try await Self.fill(site)
      let pages = Self.pages + Self.filledPages
      for person in SiteFixture.Person.allCases {
        let visitor = try await Visitor(site, person)
        for page in pages { #expect(try await visitor.get(page).status == .ok, "\(page)") }
        #expect(try await site.send(.get, "/directory/units/SE1-A", as: person).status == .ok)
      }
      for member in [SiteFixture.herself, SiteFixture.proxy, SiteFixture.somebodyElse] {
        let visitor = try await Visitor(site, member)
        for page in pages {
          let answer = try await visitor.get(page)
          #expect(answer.status == .forbidden, "\(page)")
          #expect(!answer.text.contains("centralen"), "\(page)")
        }
        let token = "Bearer \(visitor.session.token)"
        for path in ["/directory/units/SE1-A", "/directory/units/SE1-A/care-unit"] {
          let answer = try await site.send(.get, path, headers: [.authorization: token])
          #expect(answer.status == .forbidden)
        }
      }
      for page in pages {
        let answer = try await site.client.execute(uri: page.description, method: .get)
        #expect(answer.status == .seeOther && !answer.text.contains("SE1-"), "\(page)")
      }
      let nobody = try await site.send(.get, "/directory/units/SE1-A")
      #expect(nobody.status == .unauthorized)
    }
  }

  @Test func `the interface resolves a unit and tells its history`() async throws {
    try await SiteFixture.with { site in
      try await Self.fill(site)
      let answer = try await site.send(
        .get, "/directory/units/se1-b/care-unit?on=2026-04-02", as: .doctor)
      let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
      let fields = try #require(object as? [String: Any])
      #expect(fields["unit"] as? String == "SE1-B" && fields["careUnit"] as? String == "SE1-A")
      #expect(fields["careProvider"] as? String == "SE1-P")
      #expect(fields["link"] as? String == "member")
      let unknown = try await site.send(.get, "/directory/units/X/care-unit", as: .doctor)
      #expect(unknown.status == .ok && unknown.text.contains("\"careUnit\":null"))
      let unit = try await site.send(.get, "/directory/units/SE1-A", as: .doctor)
      #expect(unit.text.contains("Vårdcentralen") && unit.text.contains("Hälsocentralen"))
      #expect(try await site.send(.get, "/directory/units/X", as: .doctor).status == .notFound)
      let wrong = try await site.send(
        .get, "/directory/units/SE1-A/care-unit?on=x", as: .doctor)
      #expect(wrong.status == .unprocessableContent)
    }
  }
}
