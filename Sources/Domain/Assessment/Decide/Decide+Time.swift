// SPDX-License-Identifier: Apache-2.0

// Everything that can move the last day: extension, delay and deferral.
extension Assessment {
  /// The last day with its rule, as it stands.
  public func deadline(_ context: CaseContext) -> DeliveryDeadline {
    DeliveryDeadline.compute(deadlineFacts, rules: context.rules, calendar: context.calendar)
  }

  func decideExtensionDay(
    _ stated: ExtensionDayStated, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try checkExtension(stated.lastDay, context)
    return [.extensionDayStated(stated)]
  }

  func decideDelayRisk(
    _ risk: DelayRiskReported, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(risk.reason, "reason")
    if let day = risk.expectedDay { try Check.future(day, "expectedDay", context) }
    return [.delayRiskReported(risk)]
  }

  func decideDelayNotice(
    _ notice: DelayNotified, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(notice.reason, "reason")
    if let day = notice.expectedDay { try Check.future(day, "expectedDay", context) }
    return [.delayNotified(notice)]
  }

  func decideDeferralRequest(
    _ reason: String, _ day: Day?, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(reason, "reason")
    if let day { try checkLater(day, context, field: "proposedDay") }
    let number = deferrals.count + 1
    return [
      .deferralRequested(DeferralRequested(number: number, reason: reason, proposedDay: day))
    ]
  }

  func decideProposal(
    _ professions: [Profession], _ reason: String
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let doctor else { throw Refusal(.noDoctor) }
    let chosen = Set(professions).sorted()
    if chosen.isEmpty { throw Refusal(.noProfession, field: "professions") }
    if chosen.contains(.doctor) { throw Refusal(.notSupplementary, field: "professions") }
    try Check.text(reason, "reason")
    return [
      .extensionProposed(
        ExtensionProposed(
          number: extensions.count + 1, professions: chosen, doctor: doctor.name,
          reason: reason))
    ]
  }

  func decideExtension(
    _ decision: ExtensionDecided, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    let proposal = extensions.first {
      $0.decided == nil && $0.proposed.number == decision.number
    }
    guard let proposal else { throw Refusal(.noExtensionProposed) }
    let approved = Set(decision.approved)
    if !approved.isSubset(of: proposal.proposed.professions) {
      throw Refusal(.professionNotProposed, field: "approved")
    }
    if approved.isEmpty { try Check.text(decision.reason, "reason") }
    try Check.optional(decision.reason, "reason")
    if let day = decision.lastDay {
      if approved.isEmpty { throw Refusal(.noProfession, field: "approved") }
      try checkExtension(day, context)
    }
    return [.extensionDecided(decision)]
  }

  /// The day that an approved extension moves the time to: later than now, and within the most
  /// that the rule allows.
  private func checkExtension(_ day: Day, _ context: CaseContext) throws(Refusal) {
    try checkLater(day, context)
    guard let limit = deadline(context).extensionLimit else {
      throw Refusal(.extensionLimitUnknown, field: "lastDay")
    }
    if day > limit {
      throw Refusal(.beyondExtensionLimit, field: "lastDay", values: [limit.description])
    }
  }

  /// A new last day lies after the present one and not in the past.
  func checkLater(
    _ day: Day, _ context: CaseContext, field: String = "lastDay"
  ) throws(Refusal) {
    try Check.future(day, field, context)
    if let last = deadline(context).last, day <= last {
      throw Refusal(.notLater, field: field, values: [last.description])
    }
  }

  func decideDeferral(
    _ decision: DeferralDecided, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(decision.reason, "reason")
    if let day = decision.lastDay {
      try checkLater(day, context)
    } else {
      // A refusal answers a request; without one there is nothing to refuse.
      if decision.number == nil { throw Refusal(.missing, field: "lastDay") }
      try Check.text(decision.reason, "reason")
    }
    return [.deferralDecided(decision)]
  }

  func decideRemaining(
    _ decision: RemainingVisitsDecided
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(decision.comment, "comment")
    let booked = Set(currentVisits.filter(\.isBooked).map(\.number))
    if !Set(decision.cancel + decision.keep).isSubset(of: booked) {
      throw Refusal(.visitNotBooked, field: "cancel")
    }
    if !booked.isSubset(of: decision.cancel + decision.keep) {
      throw Refusal(.missing, field: "keep")
    }
    if !Set(decision.cancel).isDisjoint(with: decision.keep) {
      throw Refusal(.outOfRange, field: "keep")
    }
    return [.remainingVisitsDecided(decision)]
  }
}
