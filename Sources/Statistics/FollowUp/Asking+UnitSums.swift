// SPDX-License-Identifier: Apache-2.0
import Domain

extension Asking {
  /// Cells of sums that are kept, at most: the nearest memory has room for most of those that a
  /// reading of the rows goes to.
  private static let mostCells = 1 << 20

  /// Figures of units can be added up. Persons, also those behind days, and middle numbers cannot.
  var addsUp: Bool {
    switch measure.numerator {
    case .rows, .those, .sum, .elements, .answers, .latest: true
    case .median, .persons, .daysPerPerson, .lowDays: false
    }
  }

  /// The figures' sums in the cells of a division, one for each group of questions or one alone;
  /// nil where they cannot be put together from sums by unit.
  func sums(by divided: [Dimension]) -> [Tally]? {
    guard addsUp else { return nil }
    let byQuestion = tellsQuestions || divided.contains(.question)
    let key = key(.value, byQuestion: byQuestion)
    guard let sums = unitSums(key, by: divided) else { return nil }
    let found = folded(sums, divided)
    return byQuestion && !divided.contains(.question) ? [Tally(sum: found)] : found
  }

  /// Its figure is itself a sum over groups of questions.
  private var tellsQuestions: Bool {
    switch measure.numerator {
    case .answers, .elements: true
    default: false
    }
  }

  /// Certificates by tie, without the restriction to units.
  var tieCounts: [Int] {
    let key = key(addsUp && !tellsQuestions ? .value : .coverage, byQuestion: false)
    return unitSums(key, by: [])?.ties ?? []
  }

  /// Rows of the units that are asked for that lack what the measure needs.
  var lackingCount: Int {
    let sums = unitSums(key(.needs, byQuestion: false), by: [])
    return sums.flatMap { folded($0, []).first }.map { $0.denominator - $0.numerator } ?? 0
  }

  /// The dimensions of the question, each with only those codes that something is counted for.
  func occurring() -> [DimensionCodes] {
    let divided = query.by.compactMap { codes($0) }
    guard let tally = sums(by: query.by)?.first else { return divided }
    var step = tally.denominators.count
    return divided.map { dimension in
      let count = dimension.codes.count
      step /= max(1, count)
      var found = [Int](repeating: 0, count: count)
      for (cell, counted) in tally.denominators.enumerated() where counted > 0 {
        found[cell / step % count] += counted
      }
      return dimension.used(found)
    }
  }

  /// Everybody's rows by chapter, age and sex.
  func everybody(_ mix: [DimensionCodes]) -> Tally {
    let key = key(.mix, byQuestion: false)
    if let kept = followUp.sums.find(key, by: []) {
      return kept.tallies.first ?? Tally(cells: 0)
    }
    let tally = Scan(plan: plan(by: mix, ignoring: .units)).tally(value)
    followUp.sums.keep(UnitSums(by: [], parts: [], units: 1, tallies: [tally]), key)
    return tally
  }

  private func key(_ counted: UnitSums.Key.Counted, byQuestion: Bool) -> UnitSums.Key {
    let usesCases =
      measure.table == .cases || measure.table == .ongoing || measure.numerator.isLatest
    return UnitSums.Key(
      measure: measure.id, from: query.from, to: query.to,
      filter: query.filter.filter { !$0.key.isOfUnit },
      cases: usesCases ? query.cases : .named(.inera), counted: counted, byQuestion: byQuestion)
  }

  /// The sums that were kept, or made now; nil where they would have too many cells.
  private func unitSums(_ key: UnitSums.Key, by divided: [Dimension]) -> UnitSums? {
    let wanted = divided.filter { !$0.isOfUnit && $0 != .question }
    // Months are parts of everything that divides the time. But a case that goes on in two parts
    // of it is one case, and what has no day is in none.
    let hasParts =
      measure.table != .ongoing && !measure.numerator.isLatest && query.from.number > 0
    let others = wanted.filter { !$0.isTime }
    let times = wanted.filter(\.isTime)
    var choices = [others + times]
    // Where questions are told apart there are sixteen of every cell: no more than are asked for.
    if hasParts, !times.isEmpty { choices.insert(others + [.month], at: key.byQuestion ? 1 : 0) }
    for by in choices {
      let kept = followUp.sums.find(key, by: by) { $0.isTime && !hasParts }
      if let kept { return kept }
    }
    // Where questions are told apart there are sixteen of every cell; ties are counted apart.
    let tie = key.byQuestion ? nil : followUp.codes[.tie]
    let units = DimensionCodes.eachUnit(followUp.units.count)
    for by in choices {
      let codes = by.compactMap { self.codes($0) }
      let all = [tie, units].compactMap { $0 } + codes
      guard Self.cells(all) * (key.byQuestion ? 16 : 1) <= Self.mostCells else { continue }
      let sums = UnitSums(
        by: by, parts: codes.map(\.codes.count), units: units.codes.count,
        tallies: tallies(all, by, key))
      followUp.sums.keep(sums, key)
      return sums
    }
    return nil
  }

  private func tallies(
    _ codes: [DimensionCodes], _ by: [Dimension], _ key: UnitSums.Key
  ) -> [Tally] {
    if measure.reachesOverDays {
      let time = by.last?.isTime == true ? codes.count - 1 : nil
      return [
        overDays(
          codes, time: time, ignoring: .units,
          counting: key.counted == .coverage ? rowsOverDays : nil)
      ]
    }
    switch key.counted {
    case .needs:
      return [
        Scan(plan: plan(by: codes, ignoring: [.units, .needs]))
          .tally(.tests(measure.needs.compactMap { test($0.test) }))
      ]
    case .coverage, .mix:
      return [Scan(plan: plan(by: codes, ignoring: .units)).tally(.rows)]
    case .value:
      let scan = Scan(plan: plan(by: codes, ignoring: .units))
      return key.byQuestion ? questionTallies(scan) : [scan.tally(value)]
    }
  }

  /// Puts sums together to the cells of a division, of the units that are asked for.
  private func folded(_ sums: UnitSums, _ divided: [Dimension]) -> [Tally] {
    var unit = CodePlan(frame.feed(.unit))
    var steps: [Dimension: Int] = [:]
    var cells = 1
    for dimension in divided.reversed() {
      guard let codes = codes(dimension) else { continue }
      if dimension.isOfUnit {
        unit.divide(codes.places, step: cells)
      } else {
        steps[dimension] = cells
      }
      cells *= codes.codes.count
    }
    for (dimension, wanted) in query.filter where dimension.isOfUnit {
      unit.keep(kept(dimension, wanted))
    }
    if let isInScope { unit.keep(isInScope) }
    let others = places(of: sums, divided, steps)
    return sums.tallies.map { folded($0, sums.units, unit.shares, others, cells) }
  }

  /// Where each of the cells beside tie and unit goes.
  private func places(
    of sums: UnitSums, _ divided: [Dimension], _ steps: [Dimension: Int]
  ) -> [Int] {
    // For each of the sums' dimensions what its codes add.
    let shares = zip(sums.by, sums.parts).map { dimension, count in
      var shares = (0..<count).map { $0 * (steps[dimension] ?? 0) }
      guard dimension == .month, let months = codes(.month)?.codes else { return shares }
      for coarser in divided where coarser.isTime && coarser != .month {
        guard let codes = codes(coarser)?.codes, let step = steps[coarser] else { continue }
        for (place, month) in months.enumerated() {
          let code = Day("\(month)-01").map(coarser.code(of:))
          shares[place] += (code.flatMap(codes.firstIndex) ?? 0) * step
        }
      }
      return shares
    }
    return (0..<sums.others).map { other in
      var rest = other
      var place = 0
      for (shares, count) in zip(shares, sums.parts).reversed() {
        place += shares[rest % count]
        rest /= count
      }
      return place
    }
  }

  private func folded(
    _ tally: Tally, _ units: Int, _ places: [Int32], _ others: [Int], _ cells: Int
  ) -> Tally {
    var found = Tally(cells: cells)
    let ties = tally.denominators.count / max(1, units * others.count)
    for tie in 0..<ties {
      for unit in 0..<units where places[unit] >= 0 {
        let start = (tie * units + unit) * others.count
        for other in others.indices where tally.denominators[start + other] > 0 {
          let cell = Int(places[unit]) + others[other]
          found.denominators[cell] += tally.denominators[start + other]
          found.numerators[cell] += tally.numerators[start + other]
        }
      }
    }
    return found
  }
}

extension Tally {
  /// Several, added up cell by cell.
  init(sum tallies: [Tally]) {
    self.init(cells: tallies.first?.denominators.count ?? 0)
    for tally in tallies { add(tally) }
  }
}

extension DimensionCodes {
  /// Every care unit by its number, 0 being none.
  static func eachUnit(_ count: Int) -> DimensionCodes {
    DimensionCodes(
      source: .unit, codes: [String](repeating: "", count: count + 1),
      places: (0..<Int32(count + 1)).map { $0 })
  }
}
