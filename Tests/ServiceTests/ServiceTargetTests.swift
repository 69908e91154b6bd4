// SPDX-License-Identifier: Apache-2.0
import Domain
import RuleData
import Testing

@testable import Service

/// Targets of the rule book, where a region has none of its own.
@Suite struct ServiceTargetTests {
  private static func row(
    _ id: String, _ days: Int, from: String, to: RuleEnd, unit: RuleUnit = .officeDays
  ) -> Rule {
    Rule(
      id: id, subject: "target.reply", meaning: Bilingual(sv: "Svar", en: "Reply"),
      value: .integer(days), unit: unit, basis: .serviceTarget, source: "ej lag; prov",
      validFrom: Day(from), validTo: to, certainty: .seen, sourceAddress: "exempel")
  }

  @Test func `the row in force on the day counts, so that a new row takes over`() throws {
    let last = Day("2026-06-30")!
    let rules = try RuleBook([
      Self.row("OLD", 2, from: "2018-01-01", to: .day(last)),
      Self.row("NEW", 4, from: "2026-07-01", to: .openEnded),
    ])
    #expect(ServiceTargets(inForce: rules, on: last).answerRequestDays == 2)
    let next = ServiceTargets(inForce: rules, on: last.adding(days: 1))
    #expect(next.answerRequestDays == 4 && next.answerInquiryDays == 4)
    #expect(next.postDays == nil)
    #expect(ServiceTargets(inForce: rules, on: Day("2017-12-31")!).answerRequestDays == nil)
  }

  @Test func `a target in another unit is none`() throws {
    let rules = try RuleBook([
      Self.row("WEEKS", 2, from: "2018-01-01", to: .openEnded, unit: .weeks)
    ])
    let targets = ServiceTargets(inForce: rules, on: Day("2026-03-02")!)
    #expect(targets.answerRequestDays == nil)
  }

  @Test func `the rule book that comes with the program sets every target`() throws {
    let targets = ServiceTargets(inForce: try RuleBookFile.load(), on: Day("2026-03-02")!)
    #expect(
      targets
        == ServiceTargets(
          answerRequestDays: 2, answerInquiryDays: 2, summonsDays: 5, postDays: 3,
          reminderDays: 5, answerReminderDays: 1))
  }
}
