// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synthetic
import Statistics
import Testing

@testable import Service

/// Editions: the same documents give the same columns, whatever order they came in.
@Suite struct EditionTests {
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "samsyn-edition-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private static func documents() -> [String] {
    (0..<90).map { number in
      var text = CertificateText.plain
      text.id = "intyg-\(number)"
      text.person = "19\(40 + number % 30)0101\(1000 + number % 7)"
      text.unit = number % 3 == 0 ? "A" : "B"
      if number % 5 == 0, number > 0 { text.relations = [("FRLANG", "intyg-\(number - 1)")] }
      return text.xml
    }
  }

  private static let catalogue = """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>
    <hsaUnit><hsaIdentity>P</hsaIdentity><DN>o=Regionen,l=Skåne län,c=SE</DN><name>Regionen</name>
    <isHsaHealthCareProvider>true</isHsaHealthCareProvider></hsaUnit>
    <hsaUnit><hsaIdentity>A</hsaIdentity><DN>ou=Vården,o=Regionen,l=Skåne län,c=SE</DN>
    <name>Vården</name><isHsaHealthCareUnit>true</isHsaHealthCareUnit>
    <hsaResponsibleHealthCareProvider>P</hsaResponsibleHealthCareProvider></hsaUnit>
    </hsaUnits></FileGetHsaUnitsResponse>
    """

  private func columns(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".columns") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
      })
  }

  @Test(arguments: TestEngine.all)
  func `any order of arrival, whole or bit by bit, gives the same columns`(
    engine: TestEngine
  ) async throws {
    var seen: [[String: Data]] = []
    for round in 0..<3 {
      try await withStage(engine) { stage in
        try await withFolder { folder in
          let documents = round == 0 ? Self.documents() : Self.documents().shuffled()
          var made: [BuiltEdition] = []
          for part in 0..<3 {
            let inside = folder.appending(path: "in-\(part)")
            try FileManager.default.createDirectory(
              at: inside, withIntermediateDirectories: false)
            for number in part * 30..<part * 30 + 30 {
              try documents[number].write(
                to: inside.appending(path: "\(number).xml"), atomically: true, encoding: .utf8)
            }
            _ = try await stage.service.importCertificates([inside.path])
            // The last round makes an edition for each part, and so extends the one before.
            if round == 2 || part == 2 {
              made.append(
                try await stage.service.buildFollowUp(in: folder.path + "/editions"))
            }
          }
          let last = try #require(made.last)
          #expect(last.number == made.count && last.documentsThrough == 90 && last.isNew)
          #expect(last.made.isWhole == (round < 2))
          seen.append(try columns(last.folder))
          let again = try await stage.service.buildFollowUp(in: folder.path + "/editions")
          #expect(!again.isNew && again.number == last.number)
          #expect(try await stage.service.latestEdition()?.number == last.number)
        }
      }
    }
    #expect(seen[0].count == 6)
    #expect(seen[0] == seen[1] && seen[0] == seen[2])
  }

  @Test func `a later copy of the catalogue makes a new edition and leaves the old one`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      try await withFolder { folder in
        for (number, text) in Self.documents().prefix(12).enumerated() {
          try text.write(
            to: folder.appending(path: "\(number).xml"), atomically: true, encoding: .utf8)
        }
        _ = try await stage.service.importCertificates([folder.path])
        let base = folder.path + "/editions"
        let first = try await stage.service.buildFollowUp(in: base)
        let before = try columns(first.folder)
        let file = folder.appending(path: "hsaunits.xml")
        try Self.catalogue.write(to: file, atomically: true, encoding: .utf8)
        let day = try #require(Day("2024-01-01"))
        _ = try await stage.service.importDirectory(path: file.path, asOf: day)
        let second = try await stage.service.buildFollowUp(in: base)
        #expect(second.number == 2 && second.made.isWhole && second.made.newDocuments == 0)
        #expect(second.made.newSnapshots == [day] && second.made.unitsAdded == 1)
        #expect(try columns(first.folder) == before)
        #expect(try columns(second.folder) != before)
        let table = try await stage.service.unitTable([day])
        #expect(table.units.map(\.region) == ["12"])
        #expect(table.units.map(\.providerName) == ["Regionen"])
        #expect(table.tie(unit: "A", on: day).tie == .own)
        #expect(table.tie(unit: "B", on: day).tie == .unknown)
        // Four of the twelve are of A; the others are tied to no care unit, and nobody's.
        let quality = try #require(DocumentQuality(in: second.folder))
        let sum = quality.sum { $0 == "A" }
        let own = ShownQuality(sum, unlinked: nil, threshold: 5)
        #expect(own.accepted == nil && own.documents == nil && own.unlinked == nil)
        #expect(own.rejected == 0 && own.waiting == 0)
        let shown = ShownQuality(sum, unlinked: nil, threshold: 4)
        #expect(shown.accepted == 4 && shown.documents == 4)
        let unlinked = quality.sum { $0 == nil }.documents
        let all = ShownQuality(quality.sum { _ in true }, unlinked: unlinked, threshold: 5)
        #expect(all.documents == 12 && all.unlinked == 8)
        #expect(try await !stage.service.buildFollowUp(in: base).isNew)
        // Another file for the same day.
        try Self.catalogue.replacing(
          "<isHsaHealthCareUnit>true", with: "<isHsaHealthCareUnit>false"
        )
        .write(to: file, atomically: true, encoding: .utf8)
        _ = try await stage.service.supersedeDirectory(
          path: file.path, day: day, because: "Fel fil")
        let third = try await stage.service.buildFollowUp(in: base)
        #expect(third.isNew && third.number == 3 && third.made.ties?["self"] == 0)
        #expect(try await !stage.service.buildFollowUp(in: base).isNew)
      }
    }
  }

  @Test func `what the overview asks for is ready before anybody asks, once for an edition`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      try await withFolder { folder in
        try await stage.service.readyFollowUp()
        for (number, text) in Self.documents().enumerated() {
          try text.write(
            to: folder.appending(path: "\(number).xml"), atomically: true, encoding: .utf8)
        }
        _ = try await stage.service.importCertificates([folder.path])
        _ = try await stage.service.buildFollowUp(in: folder.path + "/editions")
        try await stage.service.readyFollowUp()
        let edition = try #require(try await stage.service.openEdition())
        let ready = edition.computed
        #expect(ready > 0)
        let to = UsualTime.end(through: edition.facts.observedThrough)
        let from = try #require(UsualTime.begin(endingOn: to))
        #expect(to.adding(days: 1).dayOfMonth == 1 && from.dayOfMonth == 1)
        let query = MeasureQuery(
          measure: "supplement-share", by: [UsualTime.period], from: from, to: to)
        _ = try edition.table(query, within: .everything)
        try await stage.service.readyFollowUp()
        #expect(edition.computed == ready)
      }
    }
  }

  @Test func `what small numbers add up to is hidden with them`() {
    var row = DocumentQuality.Row(careUnit: nil)
    row.documents = 130
    row.accepted = 100
    row.noted = 20
    row.rejected = 10
    row.rejectedBy = ["L13": 8, "L2": 2]
    row.notes = ["form": 20]
    let shown = ShownQuality(row, unlinked: 3, threshold: 5)
    #expect(shown.accepted == 100 && shown.noted == 20)
    #expect(shown.rejected == nil && shown.documents == nil && shown.unlinked == nil)
    #expect(shown.rejectedBy == ["L13": 8, "L2": nil])
    // Two of the ten do not break L13.
    row.rejectedBy["L2"] = 5
    #expect(ShownQuality(row, unlinked: 5, threshold: 5).rejected == nil)
    row.rejectedBy["L13"] = 10
    #expect(ShownQuality(row, unlinked: 5, threshold: 5).documents == 130)
  }
}
