// SPDX-License-Identifier: Apache-2.0

// The region's search for a performer, and the performers' answers.
extension Assessment {
  func decideInquiryWithdrawal(_ performer: HSAID) throws(Refusal) -> [AssessmentEvent] {
    let stands = inquiries.contains { $0.performer == performer && $0.closed == nil }
    if !stands { throw Refusal(.noInquiry, field: "performer") }
    return [.inquiryClosed(InquiryClosed(performer: performer, cause: .withdrawn))]
  }

  func decideDecline(_ declined: RequestDeclined) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(declined.reason, "reason")
    return closings(.requestEnded) + [.requestDeclined(declined)]
  }

  func decideWithdrawal(_ reason: String) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(reason, "reason")
    guard let performer else { throw Refusal(.noPerformer) }
    return [.allocationWithdrawn(AllocationWithdrawn(performer: performer, reason: reason))]
  }

  func decideConflict(_ reason: String) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(reason, "reason")
    guard let performer else { throw Refusal(.noPerformer) }
    return [.conflictReported(ConflictReported(performer: performer, reason: reason))]
  }

  func decideInquiries(
    _ performers: [HSAID], _ answerBy: Day, _ message: String?, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let request, let region else { throw Refusal(.noRequest) }
    let chosen = Set(performers)
    if chosen.isEmpty { throw Refusal(.noPerformersChosen, field: "performers") }
    if chosen.count > CaseLimit.inquiries {
      throw Refusal(.tooMany, field: "performers", values: ["\(CaseLimit.inquiries)"])
    }
    try Check.future(answerBy, "answerBy", context)
    try Check.optional(message, "message")
    if inquiries.contains(where: { $0.isOpen && chosen.contains($0.performer) }) {
      throw Refusal(.inquiryOpen, field: "performers")
    }
    if !chosen.isDisjoint(with: conflicted) {
      throw Refusal(.performerConflicted, field: "performers")
    }
    return chosen.sorted().map { performer in
      .inquirySent(
        InquirySent(
          performer: performer, region: region, kind: request.kind, answerBy: answerBy,
          message: message, need: request.need))
    }
  }

  /// Performers that have reported a conflict of interest in this case.
  public var conflicted: Set<HSAID> {
    let former = formerPerformers.filter(\.conflict).map(\.performer)
    let declined = inquiries.filter { $0.answer?.conflict == true }.map(\.performer)
    return Set(former + declined)
  }

  func decideAnswer(
    _ answer: InquiryAnswered, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    // A performer answers for itself and for nobody else.
    if actor.party != .performer(answer.performer) {
      throw Refusal(.wrongPerformer, field: "performer")
    }
    try Check.optional(answer.comment, "comment")
    if answer.accepts {
      if let day = answer.startDay { try Check.future(day, "startDay", context) }
      if answer.conflict { throw Refusal(.outOfRange, field: "conflict") }
    } else {
      try Check.text(answer.reason, "reason")
    }
    return [.inquiryAnswered(answer)]
  }

  func decideAllocation(
    _ unit: UnitContact, _ method: AllocationMethod, _ draw: DrawRecord?, _ comment: String?
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let request, let region else { throw Refusal(.noRequest) }
    try Check.optional(comment, "comment")
    if conflicted.contains(unit.id) {
      throw Refusal(.performerConflicted, field: "performer")
    }
    if method == .inquiry
      && !inquiries.contains(where: { $0.performer == unit.id && $0.isAccepted })
    {
      throw Refusal(.inquiryNotAccepted, field: "performer")
    }
    if method == .draw { try check(draw, gives: unit.id) }
    let allocated = PerformerAllocated(
      unit: unit, region: region, kind: request.kind, method: method, need: request.need,
      comment: comment, draw: method == .draw ? draw : nil)
    return closings(.otherChosen, except: unit.id) + [.performerAllocated(allocated)]
  }

  private func check(_ draw: DrawRecord?, gives performer: HSAID) throws(Refusal) {
    guard let drawCommitment else { throw Refusal(.drawNotCommitted) }
    guard let draw, draw.commitment == drawCommitment else { throw Refusal(.drawInvalid) }
    guard let drawn = draw.drawn else { throw Refusal(.drawEmpty) }
    try require(drawn == performer, .drawInvalid)
  }
}
