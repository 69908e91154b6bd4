// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics
import Store
import Synthetic
import Testing

@testable import Service

/// Decisions, controls and background variables on their way from files to figures.
@Suite struct SuppliedMeasureTests {
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "samsyn-supplied-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private static let catalogue = """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>
    <hsaUnit><hsaIdentity>P</hsaIdentity><DN>o=Regionen,l=Skåne län,c=SE</DN><name>Regionen</name>
    <isHsaHealthCareProvider>true</isHsaHealthCareProvider></hsaUnit>
    <hsaUnit><hsaIdentity>A</hsaIdentity><DN>ou=Ala,o=Regionen,l=Skåne län,c=SE</DN>
    <name>Ala</name><isHsaHealthCareUnit>true</isHsaHealthCareUnit>
    <hsaResponsibleHealthCareProvider>P</hsaResponsibleHealthCareProvider></hsaUnit>
    <hsaUnit><hsaIdentity>B</hsaIdentity><DN>ou=Bäck,o=Regionen,l=Skåne län,c=SE</DN>
    <name>Bäck</name><isHsaHealthCareUnit>true</isHsaHealthCareUnit>
    <hsaResponsibleHealthCareProvider>P</hsaResponsibleHealthCareProvider></hsaUnit>
    </hsaUnits></FileGetHsaUnitsResponse>
    """

  /// Sixty certificates, of which the first thirty are of one unit; the day of the catalogue.
  private func fill(_ service: SamsynService, _ folder: String) async throws {
    let inside = folder + "/in"
    try FileManager.default.createDirectory(
      atPath: inside, withIntermediateDirectories: false)
    for number in 0..<60 {
      var text = CertificateText.plain
      text.id = "intyg-\(number)"
      text.person = "19\(40 + number % 50)0101\(1000 + number)"
      text.unit = number < 30 ? "A" : "B"
      try text.xml.write(
        toFile: "\(inside)/\(number).xml", atomically: false, encoding: .utf8)
    }
    _ = try await service.importCertificates([inside])
    try Self.catalogue.write(toFile: folder + "/hsa.xml", atomically: false, encoding: .utf8)
    _ = try await service.importDirectory(
      path: folder + "/hsa.xml", asOf: try #require(Day("2024-01-01")))
  }

  private func supply(_ service: SamsynService, _ folder: String) async throws {
    var rows = "certificate,day,outcome,kind\n"
    for number in 0..<20 {
      rows += "INTYG-\(number),2024-04-01,\(number < 8 ? "refused" : "granted"),decision\n"
      rows += "intyg-\(number),2024-05-01,\(number < 6 ? "partly" : "granted"),control\n"
    }
    for number in 30..<55 { rows += "intyg-\(number),2024-04-02,granted,decision\n" }
    rows += "intyg-nobody-has,2024-04-03,refused,decision\n"
    try rows.write(toFile: folder + "/d.csv", atomically: false, encoding: .utf8)
    let done = try await service.importDecisions(
      path: folder + "/d.csv", skipBad: false, by: "drift")
    #expect(done.new == 66)
    try "unit,variable,value,source,collected\na,Lång utbildning,41.5,SCB,2024-01-01\n"
      .write(toFile: folder + "/b.csv", atomically: false, encoding: .utf8)
    #expect(
      try await service.importBackground(
        path: folder + "/b.csv", skipBad: false, by: "drift"
      ).new == 1)
  }

  private func ask(
    _ service: SamsynService, _ measure: String, by: [Statistics.Dimension]
  ) async throws -> MeasureAnswer {
    try await service.measureTable(
      MeasureQuery(
        measure: measure, by: by, from: try #require(Day("2024-01-01")),
        to: try #require(Day("2024-12-31"))), for: .operatorOfAll, purpose: .quality)
  }

  private func rows(_ answer: MeasureAnswer) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: answer.table.rows.map { row in
        (
          row.codes.joined(separator: " "),
          row.cell.figure.map { [$0.numerator, $0.denominator] } ?? []
        )
      })
  }

  @Test(arguments: TestEngine.all)
  func `decisions and background become figures with the next edition, and unknown stays unknown`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      try await withFolder { folder in
        let service = stage.service
        try await fill(service, folder)
        let base = folder + "/editions"
        let first = try await service.buildFollowUp(in: base)
        #expect(first.made.outcomes == 0 && first.made.outcomesThrough == nil)
        #expect(first.made.ties?["self"] == 60 && first.made.ties?["unknown"] == 0)
        let before = try await ask(service, "refused-share", by: [.unit])
        #expect(before.table.rows.isEmpty && before.table.coverage.lacking == 60)
        try await supply(service, folder)
        let second = try await service.buildFollowUp(in: base)
        #expect(second.isNew && second.number == 2 && second.made.newDocuments == 0)
        #expect(second.made.outcomes == 66 && second.made.outcomesThrough == Day("2024-05-01"))
        #expect(second.made.background == ["Lång utbildning"])
        #expect(second.made.tieChanges?.compared == 60)
        #expect(second.made.tieChanges?.certificates == 0)
        #expect(try await !service.buildFollowUp(in: base).isNew)
        let refused = try await ask(service, "refused-share", by: [.unit])
        #expect(rows(refused) == ["A": [8, 20], "B": [0, 25]])
        #expect(refused.table.coverage.lacking == 15)
        #expect(refused.definition.source.en.contains("66 outcomes are known, through 2024-05-01"))
        #expect(refused.edition.changes.contains { $0.en.contains("through 2024-05-01") })
        let known = try await ask(service, "decision-known-share", by: [.background])
        #expect(
          rows(known) == ["lång-utbildning:1": [20, 30], "lång-utbildning:unknown": [25, 30]])
        #expect(
          known.labels.label("lång-utbildning:1", in: .background).sv == "Lång utbildning: 41,5")
        #expect(known.labels.choices(in: .background, for: known.reader).count == 3)
        let controls = try await ask(service, "control-partly-share", by: [.unit])
        #expect(rows(controls) == ["A": [6, 20]])
      }
    }
  }

  @Test func `Försäkringskassan reads decisions without units, and the insured nothing`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      try await withFolder { folder in
        let service = stage.service
        try await fill(service, folder)
        try await supply(service, folder)
        _ = try await service.buildFollowUp(in: folder + "/editions")
        let query = MeasureQuery(
          measure: "refused-share", by: [.unit], from: try #require(Day("2024-01-01")),
          to: try #require(Day("2024-12-31")))
        let officer = Cast.officer
        #expect(
          try await refusal {
            try await service.measureTable(query, for: .actor(officer), purpose: .content)
          }?.code == .contentOnly)
        var plain = query
        plain.by = [.sex]
        let answer = try await service.measureTable(
          plain, for: .actor(officer), purpose: .content)
        #expect(answer.table.total.figure?.numerator == 8)
        let insured = Cast.insured
        #expect(
          try await refusal {
            try await service.measureTable(plain, for: .actor(insured), purpose: .content)
          }?.code == .wrongParty)
      }
    }
  }

  @Test func `an installation may ask for more behind a figure than the rule, and never for fewer`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      #expect(stage.service.fewestShown == 5)
      #expect(stage.service.fewestShownRule?.id == "STAT_FEWEST_SHOWN")
      await #expect(throws: ServiceError.fault("follow-up.fewest-shown")) {
        try await SamsynService.open(
          stage.address, keyring: stage.keyring, clock: stage.service.clock, fewestShown: 4)
      }
      try await withFolder { folder in
        try await fill(stage.service, folder)
        try await supply(stage.service, folder)
        _ = try await stage.service.buildFollowUp(in: folder + "/editions")
        let strict = try await SamsynService.open(
          stage.address, keyring: stage.keyring, clock: stage.service.clock, fewestShown: 9)
        #expect(strict.fewestShown == 9)
        let answer = try await ask(strict, "refused-share", by: [])
        #expect(answer.table.total == .hidden(.few))
        await strict.close()
      }
    }
  }

  @Test func `the share that lacks an outcome is of the reader's own rows, and tells no count`() {
    func lacking(_ lacking: Int, _ complete: Int) -> Double? {
      let query = MeasureQuery(measure: "refused-share", from: .earliest, to: .latest)
      let figure = Figure(numerator: 0, denominator: complete, value: nil)
      return CoverageShares(
        MeasureTable(
          query: query, rows: [], total: .shown(figure),
          coverage: Coverage(certificates: 10_000, ties: [.own: 10_000], lacking: lacking))
      ).lacking
    }
    #expect(lacking(100, 300) == 0.25 && lacking(0, 9) == 0 && lacking(60, 0) == 1)
    #expect(lacking(0, 0) == nil)
    // Of sixty, five more or fewer are the same share.
    #expect(Set((18...22).map { lacking($0, 60 - $0) }).count == 1)
    #expect(lacking(1, 5_000) == 0.005 && lacking(5_000, 1) == 0.995)
    #expect(lacking(1, 7) == 0.005)
  }

  @Test func `a flipped byte takes an edition out of use, and the check says where`() async throws {
    try await withStage(.sqlite) { stage in
      try await withFolder { folder in
        let service = stage.service
        try await fill(service, folder)
        let edition = try await service.buildFollowUp(in: folder + "/editions")
        #expect(try await service.verifyEditions() == (1, []))
        let file = URL(filePath: edition.folder + "/certificates.columns")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let checked = try await service.verifyEditions()
        #expect(checked.count == 1)
        #expect(checked.faults.count == 1)
        #expect(checked.faults.first?.hasPrefix("edition 1 certificates.columns: damaged") == true)
        await #expect(throws: ServiceError.fault("follow-up.edition")) {
          try await ask(service, "certificates", by: [])
        }
        // It is made anew from the store, and what was damaged is not taken over.
        let again = try await service.buildFollowUp(in: folder + "/editions")
        #expect(again.number == 2 && again.made.isWhole)
        let answer = try await ask(service, "certificates", by: [])
        #expect(answer.table.total.figure?.denominator == 60)
      }
    }
  }
}
