// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@Suite struct SickLeaveTests {
  @Test func `five free days join and six part where the gap is five`() {
    #expect(cases([(1, 10), (16, 20)], gap: 5).map(\.distinctDays) == [15])
    #expect(cases([(1, 10), (17, 20)], gap: 5).map(\.distinctDays) == [10, 4])
  }

  @Test func `without a gap certificates that meet are one case`() {
    #expect(cases([(1, 10), (11, 20)], gap: 0).map(\.distinctDays) == [20])
    #expect(cases([(1, 10), (12, 20)], gap: 0).count == 2)
  }

  @Test func `a short certificate inside a long one does not end the case`() {
    #expect(cases([(1, 30), (5, 6), (34, 40)], gap: 5).map(\.distinctDays) == [37])
  }

  @Test func `periods of one certificate far apart are two cases with the same certificate`() {
    let found = cases([(1, 5), (15, 20)], gap: 5, certificates: ["a", "a"])
    #expect(found.map(\.certificates) == [["a"], ["a"]])
    #expect(found.map(\.distinctDays) == [5, 6])
  }

  @Test func `a day in a pause is not active, a certificate day is`() {
    #expect(cases([(1, 5), (8, 10)], gap: 5, on: 6).map(\.active) == [false])
    #expect(cases([(1, 5), (8, 10)], gap: 5, on: 8).map(\.active) == [true])
  }

  @Test func `certificates stand by their last day, and units once each`() {
    var periods = SickLeavePeriods()
    for (name, unit, first, last) in [
      ("c", "u2", 10, 20), ("a", "u1", 1, 25), ("b", "u2", 12, 20), ("a", "u1", 2, 3),
    ] {
      periods.add(period(first, last, certificate: name, unit: unit))
    }
    let found = periods.cases(gapDays: 5, on: day(1))
    #expect(found.map(\.certificates) == [["c", "b", "a"]])
    #expect(found.map(\.units) == [["u1", "u2"]])
    #expect(found.map(\.distinctDays) == [25])
  }

  @Test func `people are kept apart and no periods are no cases`() {
    var periods = SickLeavePeriods()
    #expect(periods.cases(gapDays: 5, on: day(1)).isEmpty)
    periods.add(period(1, 5, person: "q"))
    periods.add(period(6, 9, person: "p"))
    #expect(periods.cases(gapDays: 5, on: day(1)).map(\.person) == ["p", "q"])
  }

  @Test func `a period that ends before it begins is none`() {
    #expect(
      CertificatePeriod(person: "p", certificate: "c", first: day(2), last: day(1)) == nil)
  }

  @Test func `the last days that can be expressed are counted like others`() {
    var periods = SickLeavePeriods()
    periods.add(
      CertificatePeriod(person: "p", certificate: "c", first: .latest, last: .latest)!)
    let found = periods.cases(gapDays: .max, on: .latest)
    #expect(found.map(\.distinctDays) == [1] && found[0].active)
  }

  /// The rule as it is said, with a set of days: the oracle for the merge.
  @Test(arguments: 0..<300)
  func `the merge gives what the set of days gives, in whatever order`(seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
    let gap = [0, 1, 3, 5, 6, 30, 89][numbers.below(7)]
    let asked = day(numbers.below(200))
    var list: [CertificatePeriod] = []
    for number in 0..<(1 + numbers.below(25)) {
      let first = numbers.below(200)
      list.append(
        period(
          first, first + numbers.below(20), person: "p\(numbers.below(3))",
          certificate: "c\(numbers.below(8))-\(number % 2)", unit: "u\(numbers.below(3))"))
    }
    let expected = Oracle.cases(list, gap: gap, on: asked)
    for _ in 0..<3 {
      list.shuffle(using: &numbers)
      var periods = SickLeavePeriods()
      for period in list { periods.add(period) }
      #expect(periods.cases(gapDays: gap, on: asked) == expected)
    }
  }

  private func cases(
    _ spans: [(Int, Int)], gap: Int, on asked: Int = 1, certificates: [String]? = nil
  ) -> [SickLeaveCase] {
    var periods = SickLeavePeriods()
    for (place, span) in spans.enumerated() {
      periods.add(period(span.0, span.1, certificate: certificates?[place] ?? "c\(place)"))
    }
    return periods.cases(gapDays: gap, on: day(asked))
  }

  private func period(
    _ first: Int, _ last: Int, person: String = "p", certificate: String = "c",
    unit: String? = nil
  ) -> CertificatePeriod {
    CertificatePeriod(
      person: person, certificate: certificate, unit: unit, first: day(first),
      last: day(last))!
  }

  private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }
}

/// The obvious way, one day at a time.
private enum Oracle {
  static func cases(
    _ periods: [CertificatePeriod], gap: Int, on asked: Day
  ) -> [SickLeaveCase] {
    Dictionary(grouping: periods, by: \.person).sorted { $0.key < $1.key }
      .flatMap { chains($0.value, gap).map { one($0.0, $0.1, asked) } }
  }

  /// The sets of days of one person's cases, each with what has a day in it.
  private static func chains(
    _ periods: [CertificatePeriod], _ gap: Int
  ) -> [(Set<Int>, [CertificatePeriod])] {
    let days = Set(periods.flatMap { Array($0.first.number...$0.last.number) }).sorted()
    var sets: [Set<Int>] = []
    var previous: Int?
    for day in days {
      if let last = previous, day - last - 1 <= gap {
        sets[sets.count - 1].insert(day)
      } else {
        sets.append([day])
      }
      previous = day
    }
    return sets.map { set in (set, periods.filter { set.contains($0.first.number) }) }
  }

  private static func one(
    _ days: Set<Int>, _ periods: [CertificatePeriod], _ asked: Day
  ) -> SickLeaveCase {
    let names = Dictionary(grouping: periods, by: \.certificate)
      .map { ($0.value.map(\.last).max()!, $0.value.map(\.first).min()!, $0.key) }
      .sorted { $0 < $1 }
    return SickLeaveCase(
      person: periods[0].person, first: Day(number: days.min()!),
      last: Day(number: days.max()!), distinctDays: days.count, certificates: names.map(\.2),
      units: Set(periods.compactMap(\.unit)).sorted(), active: days.contains(asked.number))
  }
}

/// Numbers that are the same for the same seed.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
