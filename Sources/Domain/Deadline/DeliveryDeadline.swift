// SPDX-License-Identifier: Apache-2.0

/// The last day on which the statement may reach FK and still be paid for
/// (FMU-förordningen (2018:1633) 8 and 11 §§), with every step that led there.
///
/// The version of 8 § is chosen by the day on which the underlag was complete; the law does not
/// say which, so this is a policy. A day that FK has stated binds; what the rule gives stays
/// beside it. What no known rule gives is nil.
public struct DeliveryDeadline: Hashable, Codable, Sendable {
  /// The day of the complete underlag; counting begins on the day after.
  public let startDay: Day?
  /// The ordinary last day: what the rule gives without extension and deferral.
  public let base: Day?
  /// The latest day that extensions may reach together, counted from the ordinary last day.
  public let extensionLimit: Day?
  /// The binding last day: the one FK stated last, else the ordinary one.
  public let last: Day?
  /// In the order of law: start, ordinary day, then what FK stated as it was decided.
  public let steps: [DeadlineStep]
  /// How the calendar counts, for people.
  public let calendarNote: Bilingual

  /// Whether the day that FK stated in the order is another than the rule gives. False while
  /// either is missing.
  public var differs: Bool {
    guard let base, let order = steps.last(where: { $0.kind == .statedByOrder })?.day else {
      return false
    }
    return order != base
  }

  /// Never fails: a rule or a calendar that does not cover the facts leaves the day nil, and the
  /// step says so.
  public static func compute(
    _ facts: DeadlineFacts, rules: RuleBook, calendar: CalendarPolicy
  ) -> DeliveryDeadline {
    let provision = DeliveryProvision(rules: rules, calendar: calendar)
    let stated = facts.stated.enumerated()
      .sorted { ($0.element.decidedOn, $0.offset) < ($1.element.decidedOn, $1.offset) }
      .map(\.element)
    let counted = facts.completeDay.map { provision.count(from: $0) }
    let told = stated.map { day in
      provision.step(
        for: day, version: facts.completeDay ?? day.decidedOn,
        base: counted?.base, limit: counted?.limit)
    }
    return DeliveryDeadline(
      startDay: facts.completeDay,
      base: counted?.base,
      extensionLimit: counted?.limit,
      last: stated.last?.day ?? counted?.base,
      steps: (counted?.steps ?? []) + told,
      calendarNote: calendar.note)
  }
}

/// One step on the way to the last day.
public struct DeadlineStep: Hashable, Codable, Sendable {
  /// What the step is about.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case start, base, statedByOrder, `extension`, deferral
  }

  /// What the step is about.
  public let kind: Kind
  /// Nil when it cannot be computed.
  public let day: Day?
  /// The step as a sentence for people.
  public let text: Bilingual
  /// The days that were counted, for the ordinary last day.
  public let count: WorkdayCount?
  /// Rules and facts behind the step.
  public let trace: RuleTrace
}

extension DeliveryDeadline {
  /// Workdays left on `today` until `day`, negative when it has passed; nil when the calendar
  /// does not cover the days.
  public static func daysLeft(
    from today: Day, to day: Day, calendar: CalendarPolicy
  ) -> Int? {
    try? calendar.workdays(after: today, through: day)
  }
}
