// SPDX-License-Identifier: Apache-2.0
import Domain

/// A question on its way to be computed: the rows of its measure and the tables by which rows are
/// left out and put in cells.
struct Asking: Sendable {
  let followUp: FollowUp
  let measure: Measure
  private(set) var query: MeasureQuery
  let scope: UnitScope
  let frame: Frame

  init(_ followUp: FollowUp, _ query: MeasureQuery, _ scope: UnitScope) throws(MeasureFault) {
    guard let measure = Measure.byID[query.measure] else {
      throw SuppliedMeasures.all.contains { $0.id == query.measure }
        ? .supplied(query.measure) : .unknownMeasure(query.measure)
    }
    guard query.from <= query.to else { throw .noDays }
    guard query.by.count <= 2, Set(query.by).count == query.by.count else {
      throw .tooManyDimensions
    }
    for dimension in query.by + query.filter.keys
    where !measure.dimensions.contains(dimension) { throw .dimensionNotAllowed(dimension) }
    // Days are held to the time by its first and last day, and lie in one part of it.
    if measure.reachesOverDays,
      let time = query.filter.keys.first(where: \.isTime)
        ?? query.by.filter(\.isTime).dropFirst().first
    {
      throw .dimensionNotAllowed(time)
    }
    self.followUp = followUp
    self.measure = measure
    self.query = query
    self.scope = scope
    frame = Frame(
      table: measure.table, edition: followUp.edition,
      cases: try followUp.cases(query.cases))
  }

  /// The days that are counted. Cases that begin after the facts end have not begun.
  var days: ClosedRange<Int> {
    let last =
      measure.table == .certificates || measure.table == .requests
      ? query.to.number : min(query.to.number, followUp.reading.observed)
    return min(query.from.number, last)...max(last, min(query.from.number, last))
  }

  /// The last of the days lies before the first.
  var isEmpty: Bool { days.upperBound < query.from.number }

  /// The codes of a dimension for the rows of this measure.
  func codes(_ dimension: Dimension) -> DimensionCodes? {
    switch dimension {
    case .month, .quarter, .halfYear, .year:
      .time(dimension, measure.axis, from: query.from.number, through: days.upperBound)
    case .length:
      .length(measure.table == .cases || measure.table == .ongoing ? .caseDays : .length)
    case .degree: .degree(measure.table == .days ? .spanDegree : .degree)
    case .question: nil
    case .background: followUp.backgroundCodes(query.filter[.background])
    default: followUp.codes[dimension]
    }
  }

  /// What a scan leaves out.
  struct Left: OptionSet {
    let rawValue: Int
    static let needs = Left(rawValue: 1)
    static let units = Left(rawValue: 2)
  }

  /// A reading of the rows that the question is about, divided by dimensions.
  ///
  /// - Parameters:
  ///   - ignoring: which restrictions do not hold.
  ///   - room: how many cells each cell has, for what is told apart later.
  func plan(
    by divided: [DimensionCodes], ignoring: Left = [], room: Int = 1
  ) -> ScanPlan {
    var tables = SourceTables(frame)
    var flags: [FlagPlan] = []
    if !measure.reachesOverDays {
      tables.keep(measure.axis, in: days)
    }
    for (dimension, wanted) in query.filter {
      if dimension.isOfUnit, ignoring.contains(.units) { continue }
      restrict(&tables, dimension, wanted)
    }
    if !ignoring.contains(.units), let isInScope { tables.keep(.unit, isInScope) }
    for condition in measure.counted + (ignoring.contains(.needs) ? [] : measure.needs) {
      keep(condition.test, &tables, &flags)
    }
    var step = room
    for codes in divided.reversed() {
      tables.divide(codes.source, codes.places, step: step)
      step *= codes.codes.count
    }
    return ScanPlan(
      rows: isEmpty ? 0 : frame.count,
      passes: tables.plans.map { ScanPass($0) } + flags.map { ScanPass($0) } + reaching,
      cells: step, person: frame.person)
  }

  /// What leaves out rows that have no day in the time, where they reach over days.
  private var reaching: [ScanPass] {
    guard measure.reachesOverDays else { return [] }
    // A case goes on from one span of days to the next, over as long a pause as there may be.
    let pause = measure.numerator.isLatest ? followUp.gap(query.cases) : 0
    return [
      ScanPass(frame.begin, within: 0...UInt32(clamping: days.upperBound)),
      ScanPass(frame.end, within: UInt32(clamping: days.lowerBound - pause)...(.max)),
    ]
  }

  private func restrict(
    _ tables: inout SourceTables, _ dimension: Dimension, _ wanted: Set<String>
  ) {
    if dimension == .question {
      guard measure.table == .requests else { return }
      let mask = questions
      tables.keep(.requestAsked) { UInt16($0) & mask != 0 }
      return
    }
    guard let source = codes(dimension)?.source else { return }
    tables.keep(source, kept(dimension, wanted))
  }

  /// Whether a number in a dimension's column is among what a question is restricted to.
  func kept(_ dimension: Dimension, _ wanted: Set<String>) -> (Int) -> Bool {
    if dimension == .background {
      let isIn = followUp.isInBackground(wanted)
      return { $0 < isIn.count && isIn[$0] }
    }
    guard let codes = codes(dimension) else { return { _ in true } }
    let places = Set(
      codes.codes.indices.filter { wanted.contains(codes.codes[$0]) }.map(Int32.init))
    return { $0 < codes.places.count && places.contains(codes.places[$0]) }
  }

  /// The groups of questions that the question is restricted to, as bits.
  var questions: UInt16 {
    guard let wanted = query.filter[.question] else { return .max }
    return QuestionGroup.codes.indices.reduce(0) {
      wanted.contains(QuestionGroup.codes[$1]) ? $0 | 1 << UInt16($1) : $0
    }
  }

  /// The same about one group of questions; nil where it is restricted to others.
  func asking(about group: Int) -> Asking? {
    guard questions >> UInt16(group) & 1 == 1 else { return nil }
    var one = self
    one.query.filter[.question] = [QuestionGroup.codes[group]]
    return one
  }

  /// Whether a care unit, by its number from 1, is the reader's to see; nil where all are.
  var isInScope: ((Int) -> Bool)? {
    guard scope != .everything else { return nil }
    let isIn = followUp.units.map(scope.holds)
    return { $0 > 0 && $0 <= isIn.count && isIn[$0 - 1] }
  }

  private func keep(
    _ test: Condition.Test, _ tables: inout SourceTables, _ flags: inout [FlagPlan]
  ) {
    switch self.test(test) {
    case .flags(let plan)?: FlagPlan.add(plan, to: &flags)
    default:
      guard case .number(let source, let holds) = test else {
        preconditionFailure("Only bits and numbers decide which rows are counted among.")
      }
      let reading = followUp.reading
      tables.keep(source) { holds($0, reading) }
    }
  }

  /// A test that is ready to be made; nil for a number that decides which rows there are.
  func test(_ test: Condition.Test) -> TestPlan? {
    func bits(_ feed: Feed, _ mask: UInt32, _ areSet: Bool) -> TestPlan {
      .flags(FlagPlan(feed: feed, mask: mask, wanted: areSet ? mask : 0))
    }
    let reading = followUp.reading
    switch test {
    case .certificate(let mask, let areSet):
      return bits(frame.certificateFlags, mask.rawValue, areSet)
    case .request(let mask, let areSet): return bits(frame.requestFlags, mask.rawValue, areSet)
    case .sickCase(let mask, let areSet): return bits(frame.caseFlags, mask.rawValue, areSet)
    case .number(let source, let holds):
      let feed = frame.feed(source)
      return .codes(feed, (0..<feed.range).map { holds($0, reading) })
    case .reaches(let source, let key, let limit):
      let limits = (0..<frame.feed(key).range).map {
        limit($0, reading).map { UInt32(clamping: $0) } ?? .max
      }
      return .reaches(frame.feed(source), frame.feed(key), limits)
    case .grouped(let one, let other, let dimension, let same):
      return .grouped(frame.feed(one), frame.feed(other), groups(dimension), same: same)
    case .any(let choices): return .any(choices.map { [self.test($0.test)].compactMap { $0 } })
    }
  }

  /// The group of each diagnosis; one that no list knows is a group of its own.
  private func groups(_ dimension: Dimension) -> [Int32] {
    let codes = followUp.codes[dimension]
    return (0..<Int32(followUp.edition.head.diagnoses.count + 1)).map { number in
      guard let codes, Int(number) < codes.places.count else { return number + 1 << 17 }
      let place = codes.places[Int(number)]
      return codes.codes[Int(place)] == DimensionCodes.unknown ? number + 1 << 17 : place
    }
  }
}

extension Measure {
  /// Its rows have several days, each of which counts.
  var reachesOverDays: Bool { table == .days || table == .ongoing }
}

/// The tables of a scan, one for each column that is asked.
struct SourceTables {
  private let frame: Frame
  private var order: [Source] = []
  private var tables: [Source: CodePlan] = [:]

  init(_ frame: Frame) { self.frame = frame }

  var plans: [CodePlan] { order.compactMap { tables[$0] } }

  mutating func keep(_ source: Source, _ isKept: (Int) -> Bool) {
    add(source)
    tables[source]?.keep(isKept)
  }

  mutating func keep(_ source: Source, in range: ClosedRange<Int>) {
    add(source)
    tables[source]?.keep(range)
  }

  mutating func divide(_ source: Source, _ places: [Int32], step: Int) {
    add(source)
    tables[source]?.divide(places, step: step)
  }

  private mutating func add(_ source: Source) {
    guard tables[source] == nil else { return }
    order.append(source)
    tables[source] = CodePlan(frame.feed(source))
  }
}
