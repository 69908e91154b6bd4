// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Statistics

/// A small country in which everybody is known, and a reader who asks and asks.
private struct Country {
  static let units = ["A", "B", "C", "D"]
  static let sexes = ["kvinna", "man"]
  static let ages = ["30", "40", "50"]
  static let months = 4
  static let first = Day(number: 20_000)

  /// Everybody and those who are counted, by unit, sex, age and month.
  var all: [[Int]]
  static let atoms = 4 * 2 * 3 * 4

  init(_ random: inout Series) {
    all = (0..<Self.atoms).map { _ in
      let count = Int(random.next() % 14)
      return [count, count == 0 ? 0 : Int(random.next() % UInt64(count + 1))]
    }
  }

  /// The axes of an atom: unit, sex, age, month.
  static func place(_ atom: Int) -> (Int, Int, Int, Int) {
    (atom / 24, atom / 12 % 2, atom / 4 % 3, atom % 4)
  }

  static func month(_ number: Int) -> ClosedRange<Day> {
    first.adding(days: number * 30)...first.adding(days: number * 30 + 29)
  }

  static func holds(_ atom: Int, _ query: MeasureQuery, _ codes: [String]) -> Bool {
    let (unit, sex, age, month) = place(atom)
    let days = Self.month(month)
    guard query.from <= days.lowerBound, days.upperBound <= query.to else { return false }
    let own: [Dimension: String] = [
      .unit: units[unit], .sex: sexes[sex], .age: ages[age], .month: "\(month)",
      .quarter: "\(month / 2)",
    ]
    return query.filter.allSatisfy { $1.contains(own[$0] ?? "") }
      && zip(query.by, codes).allSatisfy { own[$0] == $1 }
  }

  func figure(_ query: MeasureQuery, _ codes: [String]) -> Cell {
    var sums = [0, 0]
    for atom in 0..<Self.atoms where Self.holds(atom, query, codes) {
      sums[0] += all[atom][0]
      sums[1] += all[atom][1]
    }
    return .shown(Figure(numerator: sums[1], denominator: sums[0], value: nil))
  }

  static let codes: [Dimension: [String]] = [
    .unit: units, .sex: sexes, .age: ages, .month: (0..<months).map(String.init),
    .quarter: ["0", "1"],
  ]

  func table(_ query: MeasureQuery) -> MeasureTable {
    var rows: [[String]] = [[]]
    for dimension in query.by {
      rows = rows.flatMap { row in (Self.codes[dimension] ?? []).map { row + [$0] } }
    }
    return MeasureTable(
      query: query,
      rows: query.by.isEmpty ? [] : rows.map { MeasureRow(codes: $0, cell: figure(query, $0)) },
      total: figure(query, []), coverage: Coverage(certificates: 0, ties: [:], lacking: 0))
  }
}

private struct Extents: DimensionExtents {
  func atoms(of axis: String) -> Set<String> {
    Set(Dimension(rawValue: axis).flatMap { Country.codes[$0] } ?? [])
  }

  func extent(_ code: String, in dimension: Dimension) -> Extent {
    guard let number = Int(code), dimension == .month || dimension == .quarter else {
      return .atoms(axis: dimension.rawValue, .only([code]))
    }
    let days =
      dimension == .month
      ? Country.month(number).lowerBound.number...Country.month(number).upperBound.number
      : Country.month(number * 2).lowerBound
        .number...Country.month(number * 2 + 1).upperBound.number
    return .days(DaySet(days.lowerBound, through: days.upperBound))
  }
}

/// Numbers that look random and are the same in every run.
private struct Series: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }
}

/// What follows from sums over atoms, by elimination.
private struct Solver {
  private var rows: [(pivot: Int, row: [Double])] = []

  /// Takes away what the known rows tell; nil when nothing is left.
  private func reduced(_ row: [Double]) -> [Double] {
    var row = row
    for known in rows where abs(row[known.pivot]) > 1e-9 {
      let factor = row[known.pivot]
      for place in row.indices { row[place] -= factor * known.row[place] }
    }
    return row
  }

  mutating func add(_ row: [Double]) {
    var row = reduced(row)
    guard let pivot = row.indices.max(by: { abs(row[$0]) < abs(row[$1]) }),
      abs(row[pivot]) > 1e-7
    else { return }
    let lead = row[pivot]
    for place in row.indices { row[place] /= lead }
    for number in rows.indices where abs(rows[number].row[pivot]) > 1e-9 {
      let factor = rows[number].row[pivot]
      for place in row.indices { rows[number].row[place] -= factor * row[place] }
    }
    rows.append((pivot, row))
  }

  func tells(_ row: [Double]) -> Bool { reduced(row).allSatisfy { abs($0) < 1e-6 } }
}

@Suite("Nobody is found by subtraction")
struct DisclosureAttackTests {
  private static let measure = measure("share", among: "d")

  private static func measure(_ id: String, among whole: String) -> MeasureDefinition {
    MeasureDefinition(
      id: id, number: nil, name: Bilingual(id), purpose: Bilingual("p"), kind: .share,
      population: .certificates, numerator: Bilingual("n"), denominator: Bilingual(whole),
      timeAxis: Bilingual("t"), source: Bilingual("s"), limits: Bilingual("l"),
      unit: Bilingual(""), dimensions: Dimension.allCases, usesCases: false,
      isAdjustable: true, isContent: true)
  }

  private static func query(_ random: inout Series) -> MeasureQuery {
    let dimensions: [Dimension] = [.unit, .sex, .age, .month, .quarter]
    var by: [Dimension] = []
    for _ in 0..<(random.next() % 3) {
      let next = random.pick(dimensions)
      if !by.contains(next) { by.append(next) }
    }
    if by.contains(.month) && by.contains(.quarter) { by = [.month] }
    var filter: [Dimension: Set<String>] = [:]
    for dimension in [Dimension.unit, .sex, .age] where random.next() % 3 == 0 {
      let codes = Country.codes[dimension] ?? []
      filter[dimension] = Set(codes.filter { _ in random.next() % 2 == 0 })
      if filter[dimension]?.isEmpty == true { filter[dimension] = [codes[0]] }
    }
    let from = Int(random.next() % 4)
    let to = from + Int(random.next() % UInt64(4 - from))
    return MeasureQuery(
      measure: "share", by: by, from: Country.month(from).lowerBound,
      to: Country.month(to).upperBound, filter: filter)
  }

  /// Every group that a question can name by one code or none of each kind.
  private static var targets: [(MeasureQuery, [String])] {
    var targets: [(MeasureQuery, [String])] = []
    for unit in [nil] + Country.units.map(Optional.some) {
      for sex in [nil] + Country.sexes.map(Optional.some) {
        for age in [nil] + Country.ages.map(Optional.some) {
          for month in [nil] + (0..<4).map({ Optional.some(String($0)) }) {
            var query = MeasureQuery(
              measure: "share", from: Country.month(0).lowerBound,
              to: Country.month(3).upperBound)
            var codes: [String] = []
            for (dimension, code) in [
              (Dimension.unit, unit), (.sex, sex), (.age, age), (.month, month),
            ] {
              guard let code else { continue }
              query.by.append(dimension)
              codes.append(code)
            }
            targets.append((query, codes))
          }
        }
      }
    }
    return targets
  }

  @Test(arguments: [1, 3, 4, 7, 15, 36, 39, 45])
  func `What a reader is shown tells no group of few`(_ seed: UInt64) {
    var random = Series(state: seed)
    let country = Country(&random)
    let control = DisclosureControl(threshold: 5)
    var seen: [SeenFigure] = []
    var solver = Solver()
    var shownCells = 0
    for _ in 0..<25 {
      let query = Self.query(&random)
      let answer = control.hide(
        country.table(query), of: Self.measure, seen: seen, Extents())
      for (codes, cell) in answer.table.rows.map({ ($0.codes, $0.cell) })
        + [([], answer.table.total)] where cell.figure != nil
      {
        shownCells += 1
        solver.add(
          (0..<Country.atoms).map { Country.holds($0, query, codes) ? 1 : 0 })
      }
      for figure in answer.shown where !seen.contains(figure) { seen.append(figure) }
    }
    var told = 0
    for (query, codes) in Self.targets {
      guard let figure = country.figure(query, codes).figure else { continue }
      let counts = [
        figure.denominator, figure.numerator, figure.denominator - figure.numerator,
      ]
      guard counts.contains(where: { 1...4 ~= $0 }) else { continue }
      let row = (0..<Country.atoms).map { Country.holds($0, query, codes) ? 1.0 : 0 }
      if solver.tells(row) { told += 1 }
    }
    #expect(told == 0, "\(told) groups of few follow from \(shownCells) figures")
    #expect(shownCells > 20)
  }

  /// What each pair counts of the same 35, and whether both can be shown.
  @Test(arguments: [
    ("long-cases-30", 24, "long-cases-60", 22, false),
    ("long-cases-30", 24, "long-cases-60", 15, true),
    ("long-cases-90", 12, "long-cases-180", 12, true),
    ("co-morbidity-share", 11, "co-morbidity-chapter-share", 9, false),
    ("diagnosis-change-code-share", 20, "diagnosis-change-chapter-share", 17, false),
    // Of the 35 some few are neither.
    ("refused-share", 12, "partly-refused-share", 20, false),
    ("refused-share", 12, "partly-refused-share", 10, true),
    ("share", 24, "other-share", 22, true),
  ])
  func `What is counted within or beside other counts is compared with these`(
    one: String, first: Int, other: String, second: Int, isShown: Bool
  ) {
    let query = MeasureQuery(
      measure: one, from: Country.month(0).lowerBound, to: Country.month(3).upperBound)
    func table(_ count: Int) -> MeasureTable {
      MeasureTable(
        query: query, rows: [],
        total: .shown(Figure(numerator: count, denominator: 35, value: nil)),
        coverage: Coverage(certificates: 0, ties: [:], lacking: 0))
    }
    let control = DisclosureControl(threshold: 5)
    let before = control.hide(
      table(first), of: Self.measure(one, among: "d"), seen: [], Extents())
    #expect(before.table.total.figure != nil)
    let after = control.hide(
      table(second), of: Self.measure(other, among: "d"), seen: before.shown, Extents())
    #expect((after.table.total.figure != nil) == isShown)
  }

  /// No men at the first unit: were that told, its women would be known by its total, and so the
  /// three women at the other unit.
  @Test func `That nobody is somewhere is hidden where it tells of few`() {
    var random = Series(state: 1)
    var country = Country(&random)
    country.all = country.all.indices.map { atom in
      let (unit, sex, age, month) = Country.place(atom)
      guard unit < 2, age == 0, month == 0 else { return [0, 0] }
      return [[[14, 0], [3, 20]][unit][sex], 0]
    }
    let control = DisclosureControl(threshold: 5)
    var seen: [SeenFigure] = []
    var cells: [[String]: Cell] = [:]
    for by in [[Dimension.unit], [.sex], [.unit, .sex]] {
      let query = MeasureQuery(
        measure: "share", by: by, from: Country.month(0).lowerBound,
        to: Country.month(3).upperBound)
      // As figures are computed: without rows of nobody.
      var table = country.table(query)
      table.rows.removeAll { $0.cell.figure?.denominator == 0 }
      let answer = control.hide(
        table.withAbsentRows, of: Self.measure, seen: seen, Extents())
      seen += answer.shown
      let told = answer.table.withoutAbsentRows(of: table)
      cells = Dictionary(uniqueKeysWithValues: told.rows.map { ($0.codes, $0.cell) })
      #expect(by.count == 2 || cells.values.allSatisfy { $0.figure != nil })
    }
    #expect(cells.count == 4)
    #expect(cells.values.allSatisfy { $0.figure == nil })
    // One reason for all of them tells not which is small.
    #expect(Set(cells.values).count == 1)
  }

  /// Of many days all may be of one person.
  @Test(arguments: [(1, 1), (4, 2), (11, 1), (11, 10), (11, 0), (11, 11), (30, 12)])
  func `Many days of few persons are hidden`(all: Int, those: Int) {
    var figure = Figure(numerator: 24, denominator: 894, value: 24.0 / 894)
    figure.persons = FigurePersons(all: all, those: those)
    let query = MeasureQuery(measure: "share", from: Day(number: 0), to: Day(number: 99))
    let table = MeasureTable(
      query: query, rows: [], total: .shown(figure),
      coverage: Coverage(certificates: 0, ties: [:], lacking: 0))
    let answer = DisclosureControl(threshold: 5).hide(
      table, of: Self.measure, seen: [], Extents())
    let isShown = all >= 5 && !(1..<5).contains(those) && !(1..<5).contains(all - those)
    #expect((answer.table.total.figure != nil) == isShown)
    #expect(answer.shown.map(\.denominator) == (isShown ? [all] : []))
  }

  @Test func `The same question again has the same answer`() {
    var random = Series(state: 77)
    let country = Country(&random)
    let control = DisclosureControl(threshold: 5)
    var seen: [SeenFigure] = []
    for _ in 0..<6 {
      let table = country.table(Self.query(&random))
      let first = control.hide(table, of: Self.measure, seen: seen, Extents())
      seen += first.shown
      let again = control.hide(table, of: Self.measure, seen: seen, Extents())
      #expect(first.table == again.table)
    }
  }

  @Test func `Where many stand behind every figure nothing is hidden in any order`() {
    var random = Series(state: 5)
    var country = Country(&random)
    country.all = country.all.indices.map { _ in [40, 20] }
    let control = DisclosureControl(threshold: 5)
    var seen: [SeenFigure] = []
    for by in [
      [Dimension.unit], [.sex], [.unit, .sex], [.month, .unit], [.age, .sex], [.quarter],
    ] {
      let query = MeasureQuery(
        measure: "share", by: by, from: Country.month(0).lowerBound,
        to: Country.month(3).upperBound)
      let answer = control.hide(country.table(query), of: Self.measure, seen: seen, Extents())
      #expect(answer.table == country.table(query))
      seen += answer.shown
    }
  }

  @Test func `What must go for one group leaves the figures of the others`() {
    var random = Series(state: 5)
    var country = Country(&random)
    country.all = country.all.indices.map { $0 == 0 ? [3, 1] : [24, 9] }
    let control = DisclosureControl(threshold: 5)
    func query(_ by: [Dimension]) -> MeasureQuery {
      MeasureQuery(
        measure: "share", by: by, from: Country.month(0).lowerBound,
        to: Country.month(3).upperBound, filter: [.sex: ["kvinna"], .age: ["30"]])
    }
    let monthly = control.hide(
      country.table(query([.month, .unit])), of: Self.measure, seen: [], Extents())
    // The few, and those beside them in the same row and column and where these meet.
    #expect(monthly.table.rows.count { $0.cell.figure == nil } <= 4)
    let units = control.hide(
      country.table(query([.unit])), of: Self.measure, seen: monthly.shown, Extents())
    #expect(units.table.rows.count { $0.cell.figure == nil } <= 2)
  }

  @Test func `One hidden row takes the smallest other with it, and the total counts everybody`() {
    var random = Series(state: 5)
    var country = Country(&random)
    country.all = (0..<Country.atoms).map { atom in
      switch Country.place(atom).0 {
      case 0: atom == 0 ? [3, 1] : [0, 0]
      case 1: [20, 8]
      case 2: [10, 4]
      default: [30, 9]
      }
    }
    let query = MeasureQuery(
      measure: "share", by: [.unit], from: Country.month(0).lowerBound,
      to: Country.month(3).upperBound)
    let raw = country.table(query)
    let answer = DisclosureControl(threshold: 5).hide(
      raw, of: Self.measure, seen: [], Extents())
    #expect(answer.table.rows.map { $0.cell == .hidden(.few) } == [true, false, true, false])
    #expect(answer.table.total == raw.total)
  }

  /// A statistics service that drops small counts before it adds makes shares tend to one: of six
  /// certificates one is supplemented, and 5 of 5 not, is what it shows. Here a share that is
  /// shown is the share that there is.
  @Test func `A share that is shown is that of everybody it names`() {
    for seed in 1...40 {
      var random = Series(state: UInt64(seed))
      let country = Country(&random)
      let query = Self.query(&random)
      let raw = country.table(query)
      let answer = DisclosureControl(threshold: 5).hide(
        raw, of: Self.measure, seen: [], Extents())
      for (hidden, row) in zip(answer.table.rows, raw.rows) where hidden.cell.figure != nil {
        #expect(hidden.cell == row.cell)
      }
      if answer.table.total.figure != nil { #expect(answer.table.total == raw.total) }
    }
  }

  @Test func `A window of days that moves shows nobody`() {
    let unit = MeasureQuery(
      measure: "share", from: Day(number: 20_000), to: Day(number: 20_030))
    func table(_ query: MeasureQuery, _ numerator: Int, _ denominator: Int) -> MeasureTable {
      MeasureTable(
        query: query, rows: [],
        total: .shown(Figure(numerator: numerator, denominator: denominator, value: nil)),
        coverage: Coverage(certificates: 0, ties: [:], lacking: 0))
    }
    let control = DisclosureControl(threshold: 5)
    let first = control.hide(table(unit, 20, 60), of: Self.measure, seen: [], Extents())
    var longer = unit
    longer.to = Day(number: 20_031)
    let second = control.hide(
      table(longer, 21, 62), of: Self.measure, seen: first.shown, Extents())
    #expect(second.table.total == .hidden(.overlap))
    // A week more with enough of all kinds is no secret.
    longer.to = Day(number: 20_040)
    let third = control.hide(
      table(longer, 30, 80), of: Self.measure, seen: first.shown, Extents())
    #expect(third.table.total.figure != nil)
  }
}
