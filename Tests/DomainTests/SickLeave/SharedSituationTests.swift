// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

/// Published situations of two engines. What can be told from days alone must come out as they
/// say. Not told from days alone, and left out:
/// - `rehab-patient-view`, in so far as it ignores certificates signed after the day: this rule
///   knows no signing. What it lists is checked all the same.
/// - `stat-first-last-dx`: which certificate decides the diagnosis; the list has no diagnoses.
/// - `derived-gap-inside-one-certificate`: one engine takes a certificate as one block. Ours is
///   the other reading, `plain`, and that is checked.
/// - `derived-supplementing-certificate` and the changes of diagnosis in
///   `derived-diagnosis-change`: relations and diagnoses belong to whole certificates.
@Suite struct SharedSituationTests {
  private static let path = "sick-leave-cases.json"

  struct File: Decodable { let cases: [Situation] }

  struct Situation: Decodable, CustomTestStringConvertible {
    struct Certificate: Decodable {
      struct Period: Decodable {
        let from: Day
        let to: Day
      }
      let id: String
      let unit: String?
      let periods: [Period]
    }
    struct Span: Decodable {
      let start: Day
      let end: Day
      let certificates: Int?
      let days: Int?
    }
    struct Plain: Decodable {
      let case_count: Int
      let days: Days
    }
    /// One number, or one for each case.
    struct Days: Decodable {
      let all: [Int]
      init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        all = try (try? box.decode([Int].self)) ?? [box.decode(Int.self)]
      }
    }
    struct Expected: Decodable {
      let active_case: Span?
      let cases: [Span]?
      let members_in_order_of_end_date: [String]?
      let members_in_order: [String]?
      let case_count: Int?
      let case_count_at_unit_1: Int?
      let active: Bool?
      let start: Day?
      let end: Day?
      let days: Int?
      let in_period: [String]?
      let plain: Plain?
    }
    struct Interval: Decodable {
      let from: Day
      let to: Day
      init(from decoder: any Decoder) throws {
        if let month = try? decoder.singleValueContainer().decode(String.self) {
          guard let first = Day(month + "-01") else { throw Invalid() }
          from = first
          to = first.adding(days: Day.length(ofMonth: first.month, in: first.year) - 1)
          return
        }
        let box = try decoder.container(keyedBy: Key.self)
        from = try box.decode(Day.self, forKey: .from)
        to = try box.decode(Day.self, forKey: .to)
      }
      private enum Key: String, CodingKey { case from, to }
      private struct Invalid: Error {}
    }
    let id: String
    let engine: String
    let gap_days: Int?
    let active_date: Day?
    let chain_from: Day?
    let period: Interval?
    let certificates: [Certificate]
    let extra_certificates_other_unit: [Certificate]?
    let expect: Expected

    var testDescription: String { id }
  }

  private static let notFromDaysAlone: Set = [
    "stat-first-last-dx", "derived-supplementing-certificate",
  ]

  private static let situations: [Situation] = {
    guard SharedSamples.has(path), let data = try? SharedSamples.data(path),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    return file.cases
  }()

  @Test(.enabled(if: SharedSamples.has(path), "SKIPPED: no situations; set SAMSYN_SHARED"))
  func `the situations can be read and all but the named ones are checked`() {
    #expect(Self.situations.count >= 30)
  }

  @Test(arguments: situations.filter { !notFromDaysAlone.contains($0.id) })
  func `a situation comes out as it was published`(_ situation: Situation) throws {
    let expected = situation.expect
    let found = cases(situation)
    let day = situation.active_date
    let active = found.first(where: \.active)
    var checks = 0
    func check(_ holds: Bool, _ what: String) {
      checks += 1
      #expect(holds, "\(what): \(found)")
    }
    if let span = expected.active_case { check(active.map { matches($0, span) } == true, "active") }
    if let spans = expected.cases {
      let begun = found.filter { $0.first <= day ?? .latest }
      check(begun.count == spans.count, "cases begun")
      check(zip(begun.reversed(), spans).allSatisfy { matches($0, $1) }, "newest first")
    }
    if let names = expected.members_in_order_of_end_date {
      check(active?.certificates == names, "by last day")
    }
    if let names = expected.members_in_order { check(found.first?.certificates == names, "order") }
    if let count = expected.case_count { check(found.count == count, "number") }
    if let count = expected.case_count_at_unit_1 {
      check(found.filter { $0.units.contains("1") }.count == count, "at unit 1")
    }
    if let isActive = expected.active { check((active != nil) == isActive, "is active") }
    if let start = expected.start { check(found.first?.first == start, "start") }
    if let end = expected.end { check(found.last?.last == end, "end") }
    if let days = expected.days { check(self.days(situation, found) == days, "days") }
    if let names = expected.in_period, let period = situation.period {
      let inside = situation.certificates.filter { certificate in
        alone(certificate).contains { $0.first <= period.to && $0.last >= period.from }
      }
      check(inside.map(\.id) == names, "in period")
    }
    if let plain = expected.plain {
      check(found.count == plain.case_count, "number")
      check(found.map(\.distinctDays) == plain.days.all, "days")
    }
    #expect(checks > 0, "nothing of \(situation.id) was checked")
  }

  /// Which case's days are asked for, by engine.
  private func days(_ situation: Situation, _ found: [SickLeaveCase]) -> Int? {
    switch situation.engine {
    case "case-days-at-active-date": found.first(where: \.active)?.distinctDays ?? 0
    case "last-chain-days": found.last?.distinctDays
    default: found.map(\.distinctDays).reduce(0, +)
    }
  }

  private func matches(_ one: SickLeaveCase, _ span: Situation.Span) -> Bool {
    one.first == span.start && one.last == span.end
      && one.certificates.count == span.certificates ?? one.certificates.count
      && one.distinctDays == span.days ?? one.distinctDays
  }

  /// A half of a chain is the whole chain of what lies on its side. Where no pause is given all
  /// certificates belong together.
  private func cases(_ situation: Situation) -> [SickLeaveCase] {
    var periods = SickLeavePeriods()
    let others = (situation.extra_certificates_other_unit ?? []).map { ($0, "other-") }
    for (certificate, mark) in situation.certificates.map({ ($0, "") }) + others {
      for period in certificate.periods {
        let read = CertificatePeriod(
          person: "p", certificate: mark + certificate.id, unit: certificate.unit,
          first: period.from, last: period.to)
        if let read { periods.add(read) }
      }
    }
    return periods.cases(
      gapDays: situation.gap_days ?? SickLeavePeriods.longestGap,
      on: situation.active_date ?? .earliest)
  }

  private func alone(_ certificate: Situation.Certificate) -> [SickLeaveCase] {
    var periods = SickLeavePeriods()
    for period in certificate.periods {
      let read = CertificatePeriod(
        person: "p", certificate: certificate.id, first: period.from, last: period.to)
      if let read { periods.add(read) }
    }
    return periods.cases(gapDays: 0, on: .earliest)
  }
}
