// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import RuleData
import Testing

@Suite struct `FMU-förordningen 8 §: the last day` {
  let rules: RuleBook
  let calendar: CalendarPolicy

  init() throws {
    rules = try RuleBookFile.load()
    calendar = try CalendarFile.load().standard
  }

  private func deadline(
    _ complete: String?, _ stated: [StatedLastDay] = []
  ) throws -> DeliveryDeadline {
    let day = try complete.map { try #require(Day($0)) }
    return DeliveryDeadline.compute(
      DeadlineFacts(completeDay: day, stated: stated), rules: rules, calendar: calendar)
  }

  private func stated(
    _ kind: StatedLastDay.Kind, _ day: String, decided: String, _ professions: [String] = []
  ) throws -> StatedLastDay {
    StatedLastDay(
      kind: kind, day: try #require(Day(day)), decidedOn: try #require(Day(decided)),
      professions: professions)
  }

  @Test func `8 § 1 st: 25 vardagar after 2026-03-24, Easter skipped, is 2026-04-30`() throws {
    let deadline = try deadline("2026-03-24")
    #expect(deadline.startDay?.description == "2026-03-24")
    #expect(deadline.base?.description == "2026-04-30")
    #expect(deadline.last == deadline.base)
    #expect(!deadline.differs)
    let trace = try #require(deadline.steps.last?.trace)
    #expect(trace.daysCounted == 25)
    let names = Set(trace.skipped.map(\.reason.sv)).subtracting(["lördag", "söndag"])
    #expect(names == ["långfredagen", "påskdagen", "annandag påsk"])
    #expect(trace.calendar == "monday-friday")
  }

  @Test func `8 § 1 st: extensions reach at most 20 vardagar after the ordinary day`() throws {
    let deadline = try deadline("2026-03-24")
    #expect(deadline.extensionLimit?.description == "2026-06-01")
  }

  @Test func `the trace cites 8 §, and the practice that the underlag must be complete`() throws {
    let steps = try deadline("2026-03-24").steps
    #expect(steps.map(\.kind) == [.start, .base])
    for step in steps {
      let ids = step.trace.rules.map(\.ruleID)
      #expect(ids.contains("DELIV_START_EVENT_PRACTICE"))
      #expect(step.trace.rules.contains { $0.references.contains { $0.section == "8 §" } })
    }
    let base = try #require(steps.last?.trace)
    #expect(base.ruleID == "DELIV_BASE_DAYS")
    #expect(base.rules.map(\.ruleID).contains("CAL_VARDAG_DEFAULT"))
    #expect(base.certainty == .inferred)
    #expect(base.rules.first?.validFrom?.description == "2023-06-15")
  }

  @Test func `before the underlag is complete there is no last day`() throws {
    let deadline = try deadline(nil)
    #expect(deadline.last == nil)
    #expect(deadline.extensionLimit == nil)
    #expect(deadline.steps.isEmpty)
  }

  @Test(arguments: [
    ("2023-06-14", "2023-07-19", "2023-08-16", "DELIV_BASE_WEEKS_OLD"),
    ("2023-06-15", "2023-07-21", "2023-08-18", "DELIV_BASE_DAYS"),
    ("2023-05-02", "2023-06-07", "2023-07-04", "DELIV_BASE_WEEKS_OLD"),
    ("2022-05-20", "2022-06-27", "2022-07-22", "DELIV_BASE_WEEKS_OLD"),
  ])
  func `the version of 8 § is chosen by the day of the complete underlag`(
    _ complete: String, _ base: String, _ limit: String, _ rule: String
  ) throws {
    let deadline = try deadline(complete)
    #expect(deadline.base?.description == base)
    #expect(deadline.extensionLimit?.description == limit)
    #expect(deadline.steps.last?.trace.ruleID == rule)
  }

  @Test func `5 weeks that end on midsommarafton move to Monday by lag 1930-173, 2 §`() throws {
    let step = try #require(try deadline("2022-05-20").steps.last)
    #expect(step.day?.description == "2022-06-27")
    #expect(
      step.trace.skipped.map(\.reason.sv) == ["midsommarafton", "midsommardagen", "söndag"])
    #expect(step.trace.rules.contains { $0.ruleID == "CAL_DEADLINE_ROLL" })
    #expect(step.trace.daysCounted == 35)
  }

  @Test(arguments: ["2018-12-31", "2029-01-01"])
  func `where no rule is in force the last day is unknown and the step says so`(
    _ complete: String
  ) throws {
    let deadline = try deadline(complete)
    #expect(deadline.base == nil)
    #expect(deadline.last == nil)
    let step = try #require(deadline.steps.last)
    #expect(step.kind == .base)
    #expect(step.trace.ruleID == nil)
    #expect(step.trace.certainty == .unknown)
    #expect(step.text.sv.contains("okänd"))
    #expect(step.text.en.contains("unknown"))
  }

  @Test func `the ordinance still counts a case that begins on its last day`() throws {
    #expect(try deadline("2028-12-31").base?.description == "2029-02-05")
  }

  @Test func `a day that FK stated in the order binds and differs from the computed one`() throws {
    let deadline = try deadline(
      "2026-03-24", [stated(.order, "2026-05-04", decided: "2026-03-20")])
    #expect(deadline.last?.description == "2026-05-04")
    #expect(deadline.base?.description == "2026-04-30")
    #expect(deadline.differs)
    #expect(deadline.steps.map(\.kind) == [.start, .base, .statedByOrder])
  }

  @Test func `a stated day that equals the computed one does not differ`() throws {
    let deadline = try deadline(
      "2026-03-24", [stated(.order, "2026-04-30", decided: "2026-03-20")])
    #expect(!deadline.differs)
  }

  @Test func `the day that was decided last binds, in whatever order it became known`() throws {
    let deferral = try stated(.deferral, "2026-07-01", decided: "2026-05-25")
    let longer = try stated(
      .extension, "2026-06-01", decided: "2026-04-20", ["psykolog", "arbetsterapeut"])
    let order = try stated(.order, "2026-04-30", decided: "2026-03-20")
    let deadline = try deadline("2026-03-24", [deferral, longer, order])
    #expect(deadline.last?.description == "2026-07-01")
    #expect(deadline.steps.map(\.kind) == [.start, .base, .statedByOrder, .extension, .deferral])
    #expect(deadline.steps[3].text.sv.contains("psykolog, arbetsterapeut"))
    #expect(!deadline.differs)
  }

  @Test func `an extension beyond the limit binds and is told`() throws {
    let deadline = try deadline(
      "2026-03-24", [stated(.extension, "2026-06-02", decided: "2026-04-20")])
    #expect(deadline.last?.description == "2026-06-02")
    #expect(deadline.steps.last?.text.sv.contains("längre än regeln medger") == true)
  }

  @Test func `8 § 2 st: a deferral has no maximum`() throws {
    let deadline = try deadline(
      "2026-03-24", [stated(.deferral, "2027-01-11", decided: "2026-04-20")])
    #expect(deadline.steps.last?.trace.ruleID == "ANSTAND_NEW_DATE_REQUIRED")
  }

  @Test func `days left are workdays, negative when the day has passed`() throws {
    let last = try #require(Day("2026-04-30"))
    let start = try #require(Day("2026-03-24"))
    let after = try #require(Day("2026-05-04"))
    #expect(DeliveryDeadline.daysLeft(from: start, to: last, calendar: calendar) == 25)
    #expect(DeliveryDeadline.daysLeft(from: last, to: last, calendar: calendar) == 0)
    #expect(DeliveryDeadline.daysLeft(from: after, to: last, calendar: calendar) == -1)
  }

  @Test func `a deadline survives JSON`() throws {
    let deadline = try deadline(
      "2026-03-24", [stated(.extension, "2026-06-01", decided: "2026-04-20", ["psykolog"])])
    let json = try JSONEncoder().encode(deadline)
    #expect(try JSONDecoder().decode(DeliveryDeadline.self, from: json) == deadline)
  }
}

@Suite struct `FKFS 2019-1, 4 §: late cancellation` {
  let rules: RuleBook

  init() throws { rules = try RuleBookFile.load() }

  private func judge(_ reached: String, _ start: String) throws -> LateCancellation {
    LateCancellation.judge(
      reached: try #require(Instant(reached)), start: try #require(Instant(start)), rules: rules)
  }

  @Test(arguments: [
    ("2026-06-10T08:00:00.000Z", false), ("2026-06-10T08:00:00.001Z", true),
    ("2026-06-10T07:59:59.999Z", false), ("2026-06-12T08:30:00.000Z", true),
  ])
  func `less than 48 hours is late, exactly 48 is not`(_ reached: String, _ late: Bool) throws {
    let judged = try judge(reached, "2026-06-12T08:00:00Z")
    #expect(judged.late == late)
    #expect(judged.trace.ruleID == "LATE_CANCEL_HOURS")
    #expect(judged.trace.certainty == .inferred)
  }

  @Test func `hours are elapsed hours, also across the change of the clocks`() throws {
    let visit = Instant(
      day: try #require(Day("2026-03-30")), time: try #require(TimeOfDay("09:00")))
    let sameClock = Instant(
      day: try #require(Day("2026-03-28")), time: try #require(TimeOfDay("09:00")))
    #expect(LateCancellation.judge(reached: sameClock, start: visit, rules: rules).late == true)
    let hourBefore = sameClock.adding(hours: -1)
    #expect(LateCancellation.judge(reached: hourBefore, start: visit, rules: rules).late == false)
  }

  @Test func `before 2019-11-01 the limit is unknown`() throws {
    let judged = try judge("2019-10-30T08:00:00Z", "2019-10-31T08:00:00Z")
    #expect(judged.late == nil)
    #expect(judged.trace.ruleID == "LATE_CANCEL_HOURS_BEFORE_FKFS")
    #expect(judged.trace.outcome.sv.contains("Okänt"))
    #expect(try judge("2019-10-31T08:00:00Z", "2019-11-01T08:00:00Z").late == true)
    #expect(try judge("2018-10-31T08:00:00Z", "2018-11-01T08:00:00Z").late == nil)
  }
}
