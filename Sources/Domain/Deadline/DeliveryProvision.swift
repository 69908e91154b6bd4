// SPDX-License-Identifier: Apache-2.0

/// FMU-förordningen 8 § as the rule book has it: how the ordinary last day and the limit of
/// extensions are counted, and how each step is explained.
struct DeliveryProvision {
  let rules: RuleBook
  let calendar: CalendarPolicy

  /// The start, the ordinary last day and the limit, by the version in force on `complete`.
  func count(from complete: Day) -> (base: Day?, limit: Day?, steps: [DeadlineStep]) {
    let baseRule = rules.inForce(Subject.deliveryBase, on: complete)
    let base = baseRule.flatMap { count($0, from: complete) }
    let limitRule = rules.inForce(Subject.deliveryExtension, on: complete)
    let limit = limitRule.flatMap { rule in
      base.flatMap { base in count(rule, from: base.unrolled)?.count.day }
    }
    let steps = [startStep(complete), baseStep(complete, rule: baseRule, result: base)]
    return (base?.count.day, limit, steps)
  }

  /// A count and the day before it was moved to a workday.
  private typealias Counted = (count: WorkdayCount, unrolled: Day, daysCounted: Int)

  /// Workdays are counted by the policy. Weeks are calendar days, and the last one moves to the
  /// next workday (lag (1930:173) 2 §). A value or unit that is neither gives nil.
  private func count(_ rule: Rule, from day: Day) -> Counted? {
    guard let number = rule.value.integer, number >= 0 else { return nil }
    switch rule.unit {
    case .workdays:
      guard let count = try? calendar.adding(workdays: number, to: day) else { return nil }
      return (count, count.day, number)
    case .weeks where number <= 520:
      let end = day.adding(days: number * 7)
      guard let rolled = try? calendar.rollForward(end) else { return nil }
      let count = WorkdayCount(
        start: day, day: rolled.day, counted: [], skipped: rolled.skipped)
      return (count, end, number * 7)
    default: return nil
    }
  }

  private func startStep(_ complete: Day) -> DeadlineStep {
    let text = Bilingual(
      sv: "Utföraren hade komplett underlag \(complete).",
      en: "The performer had the complete underlag on \(complete).")
    let trace = RuleTrace(
      subject: Subject.deliveryStartEvent,
      rules: inForce([Subject.deliveryStartEvent, Subject.deliveryStartPractice], on: complete),
      inputs: [completeInput(complete)],
      outcome: text)
    return DeadlineStep(kind: .start, day: complete, text: text, count: nil, trace: trace)
  }

  private func baseStep(_ complete: Day, rule: Rule?, result: Counted?) -> DeadlineStep {
    let text = baseText(complete, rule: rule, result: result)
    let isWeeks = rule?.unit == .weeks
    let also = [
      isWeeks ? Subject.deadlineRoll : calendar.ruleID,
      Subject.deliveryFirstCountedDay, Subject.deliveryStartEvent,
      Subject.deliveryStartPractice,
    ]
    let cited = [rule].compactMap { $0 } + inForce(also.compactMap { $0 }, on: complete)
    let trace = RuleTrace(
      subject: Subject.deliveryBase, rules: rule == nil ? [] : cited, calendar: calendar,
      inputs: [completeInput(complete)] + length(of: rule),
      daysCounted: result?.daysCounted, skipped: result?.count.skipped ?? [], outcome: text)
    return DeadlineStep(
      kind: .base, day: result?.count.day, text: text, count: result?.count, trace: trace)
  }

  private func baseText(_ complete: Day, rule: Rule?, result: Counted?) -> Bilingual {
    guard let rule else {
      return Bilingual(
        sv: "Ordinarie sista dag är okänd: ingen känd regel gäller \(complete).",
        en: "The ordinary last day is unknown: no known rule is in force on \(complete).")
    }
    guard let result else {
      return Bilingual(
        sv: "Ordinarie sista dag är okänd: regeln \(rule.id) kan inte räknas ut.",
        en: "The ordinary last day is unknown: the rule \(rule.id) cannot be computed.")
    }
    let unit = rule.unit?.name ?? Bilingual(sv: "", en: "")
    return Bilingual(
      sv: "\(rule.value) \(unit.sv) efter \(complete) ger \(result.count.day).",
      en: "\(rule.value) \(unit.en) after \(complete) give \(result.count.day).")
  }

  /// What FK has stated binds; the step tells how it stands to what the rule gives.
  func step(for stated: StatedLastDay, version: Day, base: Day?, limit: Day?) -> DeadlineStep {
    switch stated.kind {
    case .order: orderStep(stated, version: version, base: base)
    case .extension: extensionStep(stated, version: version, base: base, limit: limit)
    case .deferral: deferralStep(stated, version: version)
    }
  }

  private func orderStep(_ stated: StatedLastDay, version: Day, base: Day?) -> DeadlineStep {
    let isOther = base.map { $0 != stated.day } ?? false
    let text = Bilingual(
      sv: "Försäkringskassan angav \(stated.day) i beställningen"
        + (isOther ? "; regeln ger en annan dag." : "."),
      en: "Försäkringskassan stated \(stated.day) in the order"
        + (isOther ? "; the rule gives another day." : "."))
    return DeadlineStep(
      kind: .statedByOrder, day: stated.day, text: text, count: nil,
      trace: trace(stated, subject: Subject.deliveryBase, version: version, base: base, text))
  }

  private func extensionStep(
    _ stated: StatedLastDay, version: Day, base: Day?, limit: Day?
  ) -> DeadlineStep {
    let rule = rules.inForce(Subject.deliveryExtension, on: version)
    let beyond = limit.map { stated.day > $0 } ?? false
    let who = stated.professions.joined(separator: ", ")
    let forWhomSv = who.isEmpty ? "" : " (\(who))"
    let text = Bilingual(
      sv: "Försäkringskassan förlängde till \(stated.day)\(forWhomSv)"
        + (beyond ? "; det är längre än regeln medger." : "."),
      en: "Försäkringskassan extended to \(stated.day)\(forWhomSv)"
        + (beyond ? "; that is longer than the rule allows." : "."))
    let most = limit.map {
      [
        TraceInput(
          sv: "senaste dag en förlängning får nå", en: "latest day an extension may reach",
          value: $0.description)
      ]
    }
    return DeadlineStep(
      kind: .extension, day: stated.day, text: text, count: nil,
      trace: trace(
        stated, subject: Subject.deliveryExtension, version: version, base: base,
        more: (most ?? []) + length(of: rule), text))
  }

  private func deferralStep(_ stated: StatedLastDay, version: Day) -> DeadlineStep {
    let text = Bilingual(
      sv: "Försäkringskassan gav anstånd till \(stated.day).",
      en: "Försäkringskassan granted a deferral to \(stated.day).")
    return DeadlineStep(
      kind: .deferral, day: stated.day, text: text, count: nil,
      trace: trace(stated, subject: Subject.deferral, version: version, base: nil, text))
  }

  private func trace(
    _ stated: StatedLastDay, subject: String, version: Day, base: Day?,
    more: [TraceInput] = [], _ outcome: Bilingual
  ) -> RuleTrace {
    var inputs = [
      TraceInput(
        sv: "angiven sista dag", en: "stated last day", value: stated.day.description),
      TraceInput(sv: "beslutad", en: "decided", value: stated.decidedOn.description),
    ]
    if let base {
      inputs.append(
        TraceInput(
          sv: "ordinarie sista dag", en: "ordinary last day", value: base.description))
    }
    return RuleTrace(
      subject: subject, rules: inForce([subject], on: version), calendar: calendar,
      inputs: inputs + more, outcome: outcome)
  }

  private func inForce(_ names: [String], on day: Day) -> [Rule] {
    names.compactMap { rules.inForce($0, on: day) }
  }

  private func completeInput(_ complete: Day) -> TraceInput {
    TraceInput(
      sv: "dag med komplett underlag", en: "day of complete underlag",
      value: complete.description)
  }

  private func length(of rule: Rule?) -> [TraceInput] {
    guard let rule, rule.value.isKnown else { return [] }
    let value = [rule.value.description, rule.unit?.rawValue].compactMap { $0 }
    return [
      TraceInput(sv: "regelns tid", en: "length by the rule", value: value.joined(separator: " "))
    ]
  }
}
