// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Statistics

/// A folder that is gone when the test is.
final class TestFolder {
  let path = FileManager.default.temporaryDirectory.appending(
    path: "samsyn-follow-up-\(UUID().uuidString)"
  ).path

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func contents(_ edition: String) throws -> [String: Data] {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(edition)")
    return try Dictionary(
      uniqueKeysWithValues: files.map {
        ($0, try Data(contentsOf: URL(filePath: "\(path)/\(edition)/\($0)")))
      })
  }
}

struct FollowUpTests {
  private static let background = [
    "SE1-1": "lång-utbildning:1", "SE1-2": "lång-utbildning:2", "SE1-3": "lång-utbildning:1",
    "SE1-4": "lång-utbildning:2",
  ]

  private func open(
    _ people: [PersonFacts], in folder: TestFolder, observed: Int? = nil, seed: UInt64
  ) throws -> FollowUp {
    let name = "edition-\(UUID().uuidString)"
    var builder = FollowUpBuilder(
      units: FollowUpPeople.units, rules: FollowUpPeople.rules,
      decisions: DecisionTable(FollowUpPeople.outcomes(people, seed: seed)))
    builder.background = FollowUpPeople.background
    builder.observedThrough = observed.map { Day(number: $0) }
    for person in people { builder.add(person) }
    try builder.write(to: "\(folder.path)/\(name)")
    return try FollowUp(
      mapping: "\(folder.path)/\(name)", diagnoses: LetterGroups(),
      rules: try RuleBook(FollowUpPeople.certificateDays))
  }

  private func oracle(
    _ people: [PersonFacts], gap: Int, observed: Int, seed: UInt64
  ) throws -> FollowUpOracle {
    let book = try RuleBook(FollowUpPeople.certificateDays)
    return FollowUpOracle(
      people: people, units: FollowUpPeople.units, rules: FollowUpPeople.rules,
      diagnoses: LetterGroups(),
      certificateDay: { day in
        let temporary = book.inForce("CERT_FK_DAY_COVID", on: day)
        return (temporary ?? book.inForce("CERT_FK_DAY_EMPLOYED", on: day))?.value.integer
      }, gap: gap, observed: observed, outcomes: FollowUpPeople.outcomes(people, seed: seed))
  }

  private func check(
    _ followUp: FollowUp, _ oracle: FollowUpOracle, _ items: [FollowUpOracle.Item],
    _ query: MeasureQuery, _ measure: MeasureDefinition, _ scope: UnitScope = .everything
  ) throws {
    var items = items
    for place in items.indices {
      items[place].codes[.background] =
        items[place].codes[.unit].flatMap { Self.background[$0] } ?? "lång-utbildning:unknown"
    }
    let table = try followUp.compute(query, within: scope)
    let expected = oracle.answer(items, query, measure) { unit in
      switch scope {
      case .everything: true
      case .units(let ids): unit.map(ids.contains) ?? false
      case .region(let code):
        oracle.units.units.contains { $0.id == unit && $0.region == code }
      case .provider(let id):
        oracle.units.units.contains { $0.id == unit && $0.provider == id }
      }
    }
    func answer(_ cell: Cell) -> FollowUpOracle.Answer {
      let figure = cell.figure
      return .init(
        numerator: figure?.numerator ?? -1, denominator: figure?.denominator ?? -1,
        value: figure?.value)
    }
    let found = Dictionary(
      table.rows.map { ($0.codes, answer($0.cell)) }, uniquingKeysWith: { first, _ in first })
    #expect(found.count == table.rows.count)
    #expect(found == expected.rows, "\(query)")
    #expect(answer(table.total) == expected.total, "total of \(query)")
    #expect(table.coverage.lacking == expected.lacking, "lacking in \(query)")
    if measure.population != .persons, !measure.id.hasPrefix("cases-ongoing") {
      #expect(table.coverage.certificates == expected.certificates, "coverage of \(query)")
    }
  }

  @Test(arguments: FollowUp.measures.filter { $0.population != .indicators })
  func `a measure is what plain loops over everybody's facts find`(
    measure: MeasureDefinition
  ) throws {
    let folder = try TestFolder()
    let place = FollowUp.measures.firstIndex(of: measure) ?? 0
    let seed = UInt64(place % 4 + 1)
    let people = FollowUpPeople.make(seed: seed, persons: 30)
    // Long cases can be followed only where the facts go on for long.
    let observed = 20_090 + Int(seed) * 5 + (measure.id.hasPrefix("long-cases-") ? 300 : 0)
    let followUp = try open(people, in: folder, observed: observed, seed: seed)
    var numbers = SeededNumbers(state: UInt64(place))
    for cases: (CaseDefinition, Int) in [
      (.named(.inera), 5), (.named(.sfb), 12), (.own(gapDays: 2), 2),
    ] {
      if !measure.usesCases, cases.1 != 5 { continue }
      let oracle = try oracle(people, gap: cases.1, observed: observed, seed: seed)
      let items = oracle.items(measure)
      #expect(!items.isEmpty)
      var query = MeasureQuery(
        measure: measure.id, from: Day(number: 20_000), to: Day(number: 20_150))
      query.cases = cases.0
      // Every third dimension, so that all measures together have them all several times.
      for (number, dimension) in measure.dimensions.enumerated()
      where (number + place) % (cases.1 == 5 ? 3 : 8) == 0 {
        query.by = [dimension]
        try check(followUp, oracle, items, query, measure)
      }
      if measure.dimensions.contains(.question) {
        query.by = [.sex, .question]
        try check(followUp, oracle, items, query, measure)
        query.filter = [.question: ["35", "17"]]
        try check(followUp, oracle, items, query, measure, .region("02"))
        query.filter = [:]
      }
      query.from = Day(number: 20_025)
      query.to = Day(number: 20_080)
      let scopes = [UnitScope.region("02"), .provider("SE1-P1"), .units(["SE1-1", "SE1-4"])]
      for scope in scopes.prefix(cases.1 == 5 ? 3 : 1) {
        query.by = Array(measure.dimensions.shuffled(using: &numbers).prefix(2))
        if query.by.allSatisfy(\.isTime) { query.by = [.unit, .month] }
        query.filter = [
          .sex: ["kvinna", "man"], .unit: ["SE1-1", "SE1-2", "SE1-4", "unknown"],
          .chapter: ["F", "M", "unknown"],
        ]
        if measure.dimensions.contains(.question), numbers.isSo(2) {
          query.filter[.question] = ["35", "17"]
        }
        try check(followUp, oracle, items, query, measure, scope)
      }
      query.filter = [:]
    }
  }

  @Test(arguments: ["days-per-person", "part-time-share", "cases-ongoing", "cases-ongoing-latest"])
  func `a time that begins before all columns is the time from their first day`(
    measure: String
  ) throws {
    let folder = try TestFolder()
    let people = FollowUpPeople.make(seed: 2, persons: 20)
    let followUp = try open(people, in: folder, observed: 20_100, seed: 2)
    for by in [[], [Statistics.Dimension.year], [.month], [.sex, .year]] {
      let tables = try [1, 0, -1, -4_000].map { first in
        try followUp.compute(
          MeasureQuery(
            measure: measure, by: by, from: Day(number: first), to: Day(number: 20_110)),
          within: .everything)
      }
      #expect(tables[0].total.figure.map { $0.denominator > 0 } == true)
      for table in tables.dropFirst() {
        #expect(table.rows == tables[0].rows)
        #expect(table.total == tables[0].total)
      }
    }
    let none = try followUp.compute(
      MeasureQuery(
        measure: measure, by: [.month], from: Day(number: -400), to: Day(number: -30)),
      within: .everything)
    #expect(none.rows.isEmpty)
  }

  /// The persons behind a share of days are those whom the measure of days per person counts.
  @Test func `behind days stand the persons whose days they are`() throws {
    let folder = try TestFolder()
    let people = FollowUpPeople.make(seed: 3, persons: 60)
    let followUp = try open(people, in: folder, observed: 20_120, seed: 3)
    for by in [[], [Statistics.Dimension.sex], [.unit, .month], [.degree, .sex], [.quarter]] {
      for scope in [UnitScope.everything, .units(["SE1-1", "SE1-2"])] {
        var query = MeasureQuery(
          measure: "part-time-share", by: by, from: Day(number: 20_010), to: Day(number: 20_110))
        let shares = try followUp.compute(query, within: scope)
        query.measure = "days-per-person"
        let all = try Self.denominators(followUp.compute(query, within: scope))
        query.filter = [.degree: ["25", "50", "75"]]
        let those = try Self.denominators(followUp.compute(query, within: scope))
        for (codes, cell) in shares.rows.map({ ($0.codes, $0.cell) }) + [([], shares.total)] {
          let persons = try #require(cell.figure?.persons, "\(codes)")
          #expect(persons.all == all[codes], "\(codes)")
          #expect(persons.those == those[codes] ?? 0, "\(codes)")
          #expect(persons.all > 0 && persons.those <= persons.all)
        }
        #expect(shares.total.figure?.persons.map { $0.those > 0 && $0.those < $0.all } == true)
      }
    }
  }

  private static func denominators(_ table: MeasureTable) -> [[String]: Int] {
    Dictionary(
      uniqueKeysWithValues: (table.rows.map { ($0.codes, $0.cell) } + [([], table.total)])
        .compactMap { codes, cell in cell.figure.map { (codes, $0.denominator) } })
  }
}
