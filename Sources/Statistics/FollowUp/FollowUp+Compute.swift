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
        query: query, rows: rows.rows, total: .shown(rows.total ?? asking.total()),
        coverage: asking.coverage())
    }
    if query.isAdjusted {
      if let strata = try strata(query, within: scope) {
        table.adjust(by: strata)
      } else {
        table.query.isAdjusted = false
      }
    }
    return table
  }
}

extension Asking {
  /// One figure for each combination of codes; and that of all of them, where it was found on the
  /// way.
  func rows() throws(MeasureFault) -> (rows: [MeasureRow], total: Figure?) {
    guard !query.by.isEmpty else { return ([], nil) }
    var divided = query.by.compactMap { codes($0) }
    let figures: [[Figure?]]
    var total: Figure?
    if Self.cells(divided) <= CodePlan.mostCells, let sums = sums(by: query.by) {
      figures = sums.map(made)
    } else {
      divided = try compact(divided)
      (figures, total) = read(divided, byQuestion: query.by.contains(.question))
    }
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
    return (rows, total)
  }

  /// Everything that the question is restricted to.
  func total() -> Figure {
    let found = sums(by: []).map { $0.map(made) } ?? read([], byQuestion: false).cells
    return found.first?.first.flatMap { $0 }
      ?? Figure(numerator: 0, denominator: 0, value: measure.kind == .count ? 0 : nil)
  }

  /// How the certificates behind the figures are tied, and how many lack what is needed.
  func coverage() -> Coverage {
    let counts = tieCounts
    var ties: [CareUnitTie: Int] = [:]
    for (tie, count) in zip(CareUnitTie.allCases, counts) where count > 0 { ties[tie] = count }
    return Coverage(
      certificates: counts.reduce(0, +), ties: ties,
      lacking: measure.needs.isEmpty ? 0 : lackingCount)
  }

  static func cells(_ divided: [DimensionCodes]) -> Int {
    divided.reduce(1) { $0 * max(1, $1.codes.count) }
  }

  /// Dimensions that together have more codes than cells can be kept for are held to the codes
  /// that occur.
  func compact(_ divided: [DimensionCodes]) throws(MeasureFault) -> [DimensionCodes] {
    guard Self.cells(divided) > CodePlan.mostCells else { return divided }
    let used = divided.map { codes in
      measure.reachesOverDays && codes.source == measure.axis
        ? codes : codes.used(Scan(plan: plan(by: [codes])).tally(.rows).denominators)
    }
    guard Self.cells(used) <= CodePlan.mostCells else { throw .tooManyRows }
    return used
  }

  /// For each group of questions, or once, the figure of every cell, nil where nothing is counted
  /// among; and the figure of all cells where it is no sum of theirs.
  private func read(
    _ divided: [DimensionCodes], byQuestion: Bool
  ) -> (cells: [[Figure?]], total: Figure?) {
    if measure.reachesOverDays {
      let time = divided.isEmpty ? nil : query.by.firstIndex(where: \.isTime)
      let tally = overDays(divided, time: time)
      return ([made(tally)], whole(tally))
    }
    let scan = Scan(plan: plan(by: divided))
    switch measure.numerator {
    case .median(let source, _):
      guard byQuestion else { return medians(source, divided) }
      // Who asks about several questions waits for the answer to each.
      let none = [Figure?](repeating: nil, count: plan(by: divided).cells)
      let groups = QuestionGroup.codes.indices.map { asking(about: $0) }
      return (groups.map { $0?.medians(source, divided).cells.first ?? none }, nil)
    case .answers, .elements:
      let tallies = questionTallies(scan)
      return (byQuestion ? tallies.map(made) : [made(Tally(sum: tallies))], nil)
    case .rows, .those, .sum, .persons, .daysPerPerson, .lowDays, .latest:
      if byQuestion { return (questionTallies(scan).map(made), nil) }
      let tally = scan.tally(value)
      return ([made(tally)], whole(tally))
    }
  }

  private func medians(
    _ source: Source, _ divided: [DimensionCodes]
  ) -> (cells: [[Figure?]], total: Figure?) {
    let found = Scan(plan: plan(by: divided)).medians(frame.feed(source))
    let figures = zip(found.counts, found.medians).map { count, median in
      count == 0 ? nil : Figure(numerator: count, denominator: count, value: median)
    }
    let count = found.counts.reduce(0, +)
    let total = Figure(numerator: count, denominator: count, value: found.median)
    return ([figures], count == 0 || query.from.number < 1 ? nil : total)
  }

  /// The figure of all cells, where the reading found it too. What has no day is in no part of the
  /// time.
  private func whole(_ tally: Tally) -> Figure? {
    guard let whole = tally.whole, query.from.number >= 1 else { return nil }
    var sum = Tally(denominators: [whole.denominator], numerators: [whole.numerator])
    sum.persons = tally.persons?.last.map { [$0] }
    return made(sum)[0]
  }

  private func made(_ tally: Tally) -> [Figure?] {
    tally.denominators.indices.map { cell in
      let (denominator, numerator) = (tally.denominators[cell], tally.numerators[cell])
      guard denominator > 0 else { return nil }
      switch measure.kind {
      case .count:
        return Figure(
          numerator: denominator, denominator: denominator, value: Double(denominator))
      case .share, .mean, .median:
        var figure = divided(numerator, denominator)
        figure.persons = tally.persons?[cell]
        return figure
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
    case .rows, .median, .elements, .answers, .daysPerPerson, .lowDays, .latest: .rows
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

  /// Adds up rows that reach over days.
  ///
  /// - Parameter timePlace: which of the dimensions, the first or the last, divides the time.
  func overDays(
    _ divided: [DimensionCodes], time timePlace: Int?, ignoring: Left = [],
    counting value: SpanPlan.Value? = nil
  ) -> Tally {
    guard let timePlace else {
      return Scan(plan: plan(by: divided, ignoring: ignoring))
        .tally(spanPlan(nil, step: 0, counting: value))
    }
    let time = divided[timePlace]
    let parts = time.codes.count
    var others = divided
    others.remove(at: timePlace)
    // Where the time is the first of the dimensions its parts lie apart; else side by side.
    let isFirst = timePlace == 0 && !others.isEmpty
    var plan = plan(by: others, ignoring: ignoring, room: isFirst ? 1 : parts)
    let step = isFirst ? plan.cells : 1
    if isFirst { plan.cells *= parts }
    return Scan(plan: plan).tally(spanPlan(time, step: step, counting: value))
  }

  private func spanPlan(
    _ time: DimensionCodes?, step: Int, counting value: SpanPlan.Value? = nil
  ) -> SpanPlan {
    // No column has a day before the first, and no part of the time has one.
    let all = isEmpty ? query.from.number...query.from.number : self.days
    let days = max(1, all.lowerBound)...max(1, all.upperBound)
    let parts = days.map { day in
      time.map { day >= 0 && day < $0.places.count ? $0.places[day] : 0 } ?? 0
    }
    var bounds: [Int] = []
    for (offset, part) in parts.enumerated() where offset == 0 || part != parts[offset - 1] {
      bounds.append(days.lowerBound + offset)
    }
    return SpanPlan(
      first: frame.begin, last: frame.end,
      bounds: bounds + [days.upperBound + 1], parts: parts, step: step,
      value: value ?? spanValue)
  }

  /// How rows that reach over days are counted where it is only asked how many they are.
  var rowsOverDays: SpanPlan.Value {
    if measure.numerator.isLatest { return spanValue }
    return measure.table == .days ? .days : .rows
  }

  private var spanValue: SpanPlan.Value {
    switch measure.numerator {
    case .daysPerPerson: .daysPerPerson(person: frame.person)
    case .lowDays: .lowDays(degree: frame.feed(.spanDegree), person: frame.person)
    case .latest: .latest(followUp.edition.spans, gap: followUp.gap(query.cases))
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
}
