// SPDX-License-Identifier: Apache-2.0
import Domain

extension FollowUp {
  /// The figures of a question among the units that the reader may see. Rows without anything to
  /// count among are left out; the rest stand in the order of their codes.
  public func compute(
    _ query: MeasureQuery, within scope: UnitScope
  ) throws(MeasureFault) -> MeasureTable {
    let asking = try Asking(self, query, scope)
    var table = try withExtendedLifetime(asking) { () throws(MeasureFault) in
      let rows = try asking.rows()
      return MeasureTable(
        query: query, rows: rows, total: .shown(asking.total(of: rows)),
        coverage: asking.coverage())
    }
    if query.isAdjusted, let strata = try strata(query, within: scope) { table.adjust(by: strata) }
    return table
  }
}

extension Asking {
  /// One figure for each combination of codes.
  func rows() throws(MeasureFault) -> [MeasureRow] {
    guard !query.by.isEmpty else { return [] }
    let divided = try compact(query.by.compactMap { codes($0) })
    let figures = figures(divided, byQuestion: query.by.contains(.question))
    var rows: [MeasureRow] = []
    let questionPlace = query.by.firstIndex(of: .question)
    let cells = divided.reduce(1) { $0 * $1.codes.count }
    func append(_ cell: Int, _ question: Int) {
      guard let figure = figures[question][cell] else { return }
      var codes: [String] = []
      var rest = cell
      for dimension in divided.reversed() {
        codes.insert(dimension.codes[rest % dimension.codes.count], at: 0)
        rest /= dimension.codes.count
      }
      if let questionPlace { codes.insert(QuestionGroup.codes[question], at: questionPlace) }
      rows.append(MeasureRow(codes: codes, cell: .shown(figure)))
    }
    if questionPlace == 1 {
      for cell in 0..<cells { for question in figures.indices { append(cell, question) } }
    } else {
      for question in figures.indices { for cell in 0..<cells { append(cell, question) } }
    }
    return rows
  }

  /// Everything that the question is restricted to: the sum of the rows where each thing that is
  /// counted is in one of them.
  func total(of rows: [MeasureRow]) -> Figure {
    switch measure.numerator {
    case .rows, .those, .sum:
      guard !rows.isEmpty, !measure.reachesOverDays, !query.by.contains(.question) else { break }
      let figures = rows.compactMap(\.cell.figure)
      let denominator = figures.reduce(0) { $0 + $1.denominator }
      let numerator = figures.reduce(0) { $0 + $1.numerator }
      guard measure.kind == .count else { return divided(numerator, denominator) }
      return Figure(
        numerator: denominator, denominator: denominator, value: Double(denominator))
    case .median, .persons, .elements, .answers, .daysPerPerson, .lowDays: break
    }
    return figures([], byQuestion: false).first?.first.flatMap { $0 }
      ?? Figure(numerator: 0, denominator: 0, value: measure.kind == .count ? 0 : nil)
  }

  /// How the certificates behind the figures are tied, and how many lack what is needed.
  func coverage() -> Coverage {
    var ties: [CareUnitTie: Int] = [:]
    guard let codes = followUp.codes[.tie] else {
      return Coverage(certificates: 0, ties: [:], lacking: 0)
    }
    let scan = Scan(plan: plan(by: [codes], ignoring: .units))
    let found =
      measure.reachesOverDays
      ? scan.tally(spanPlan(nil, step: 0, counting: rowsOverDays)).denominators
      : scan.tally(.rows).denominators
    for (tie, count) in zip(CareUnitTie.allCases, found) where count > 0 { ties[tie] = count }
    var lacking = 0
    if !measure.needs.isEmpty {
      let all = Scan(plan: plan(by: [], ignoring: .needs)).tally(.rows).denominator
      lacking = all - Scan(plan: plan(by: [])).tally(.rows).denominator
    }
    return Coverage(certificates: found.reduce(0, +), ties: ties, lacking: lacking)
  }

  /// Dimensions that together have more codes than cells can be kept for are held to the codes
  /// that occur.
  func compact(_ divided: [DimensionCodes]) throws(MeasureFault) -> [DimensionCodes] {
    func cells(_ divided: [DimensionCodes]) -> Int {
      divided.reduce(1) { $0 * max(1, $1.codes.count) }
    }
    guard cells(divided) > CodePlan.mostCells else { return divided }
    let used = divided.map { codes in
      measure.reachesOverDays && codes.source == measure.axis
        ? codes : codes.used(Scan(plan: plan(by: [codes])).tally(.rows).denominators)
    }
    guard cells(used) <= CodePlan.mostCells else { throw .tooManyRows }
    return used
  }

  /// For each group of questions, or once, the figure of every cell; nil where nothing is counted
  /// among.
  private func figures(_ divided: [DimensionCodes], byQuestion: Bool) -> [[Figure?]] {
    if measure.reachesOverDays { return [made(overDays(divided))] }
    let scan = Scan(plan: plan(by: divided))
    switch measure.numerator {
    case .median(let source, _):
      let (counts, medians) = scan.medians(frame.feed(source))
      return [
        counts.indices.map { cell in
          counts[cell] == 0
            ? nil
            : Figure(numerator: counts[cell], denominator: counts[cell], value: medians[cell])
        }
      ]
    case .answers, .elements:
      let tallies = questionTallies(scan)
      if byQuestion { return tallies.map(made) }
      var sum = Tally(cells: scan.plan.cells)
      for tally in tallies { sum.add(tally) }
      return [made(sum)]
    case .rows, .those, .sum, .persons, .daysPerPerson, .lowDays:
      return byQuestion ? questionTallies(scan).map(made) : [made(scan.tally(value))]
    }
  }

  private func made(_ tally: Tally) -> [Figure?] {
    tally.denominators.indices.map { cell in
      let (denominator, numerator) = (tally.denominators[cell], tally.numerators[cell])
      guard denominator > 0 else { return nil }
      return switch measure.kind {
      case .count:
        Figure(
          numerator: denominator, denominator: denominator, value: Double(denominator))
      case .share, .mean, .median: divided(numerator, denominator)
      }
    }
  }

  private func divided(_ numerator: Int, _ denominator: Int) -> Figure {
    // Days are no independent draws, so a share of days has no interval.
    let interval =
      measure.kind == .share && !measure.reachesOverDays
      ? Wilson.interval(numerator: numerator, denominator: denominator) : nil
    return Figure(
      numerator: numerator, denominator: denominator,
      value: Double(numerator) / Double(denominator), low: interval?.low, high: interval?.high)
  }

  /// What is added up for each row.
  var value: ValuePlan {
    switch measure.numerator {
    case .rows, .median, .elements, .answers, .daysPerPerson, .lowDays: .rows
    case .those(let conditions): .tests(tests(conditions))
    case .sum(let source, _): .sum(frame.feed(source))
    case .persons: .persons(frame.person)
    }
  }

  private func tests(_ conditions: [Condition]) -> [TestPlan] {
    var tests = conditions.compactMap { test($0.test) }
    // A share of certificates that are asked about certain questions.
    if measure.table == .certificates, measure.hasQuestions, questions != .max {
      let mask = questions
      tests.append(.codes(frame.feed(.asked), (0..<1 << 16).map { UInt16($0) & mask != 0 }))
    }
    return tests
  }

  private func overDays(_ divided: [DimensionCodes]) -> Tally {
    let timePlace = query.by.firstIndex(where: \.isTime)
    let time = divided.isEmpty ? nil : timePlace.map { divided[$0] }
    let others = divided.filter { $0.source != measure.axis }
    var plan = plan(by: others)
    let parts = time?.codes.count ?? 1
    let isFirst = timePlace == 0 && !others.isEmpty
    // The time is the first or the last of the dimensions; the others' cells make room for it.
    let step = time == nil ? 0 : isFirst ? plan.cells : 1
    if time != nil, !isFirst { plan = self.plan(by: others + [.filler(parts)]) }
    plan.cells = time == nil ? plan.cells : isFirst ? plan.cells * parts : plan.cells
    return Scan(plan: plan).tally(spanPlan(time, step: step))
  }

  private func spanPlan(
    _ time: DimensionCodes?, step: Int, counting value: SpanPlan.Value? = nil
  ) -> SpanPlan {
    let days = isEmpty ? query.from.number...query.from.number : self.days
    let parts = days.map { day in
      time.map { day >= 0 && day < $0.places.count ? $0.places[day] : 0 } ?? 0
    }
    var bounds: [Int] = []
    for (offset, part) in parts.enumerated() where offset == 0 || part != parts[offset - 1] {
      bounds.append(days.lowerBound + offset)
    }
    let edition = followUp.edition
    let cases = frame.cases
    let isDays = measure.table == .days
    return SpanPlan(
      first: isDays ? Feed(edition.spans.first) : Feed(cases.first),
      last: isDays ? Feed(edition.spans.last) : Feed(cases.last),
      bounds: bounds + [days.upperBound + 1], parts: parts, step: step,
      value: value ?? spanValue)
  }

  /// How rows that reach over days are counted where it is only asked how many they are.
  private var rowsOverDays: SpanPlan.Value {
    measure.table == .days ? .lowDays(degree: frame.feed(.spanDegree)) : .rows
  }

  private var spanValue: SpanPlan.Value {
    switch measure.numerator {
    case .daysPerPerson: .daysPerPerson(person: frame.person)
    case .lowDays: .lowDays(degree: frame.feed(.spanDegree))
    default: .rows
    }
  }
}

extension DimensionCodes {
  /// Only the codes that something was counted for.
  func used(_ counts: [Int]) -> DimensionCodes {
    let kept = codes.indices.filter { counts[$0] > 0 }
    var ranks = [Int32](repeating: -1, count: codes.count)
    for (rank, place) in kept.enumerated() { ranks[place] = Int32(rank) }
    return DimensionCodes(
      source: source, codes: kept.map { codes[$0] },
      places: places.map { $0 < 0 ? -1 : ranks[Int($0)] })
  }

  /// Makes room for so many parts of the time in every cell, and puts all rows in the first.
  static func filler(_ parts: Int) -> DimensionCodes {
    DimensionCodes(
      source: .sex, codes: (0..<parts).map(String.init),
      places: [Int32](repeating: 0, count: 256))
  }
}
