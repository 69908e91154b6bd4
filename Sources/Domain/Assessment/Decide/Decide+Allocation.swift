// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// The region's search for a performer, and the performers' answers.
  func decideAllocation(
    _ command: Command, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    switch command {
    case .commitDraw(let commitment):
      return [.drawCommitted(commitment)]
    case .sendInquiries(let performers, let answerBy, let message):
      return try decideInquiries(performers, answerBy, message, context)
    case .withdrawInquiry(let performer):
      let stands = inquiries.contains { $0.performer == performer && $0.closed == nil }
      if !stands { throw Refusal(.noInquiry, field: "performer") }
      return [.inquiryClosed(InquiryClosed(performer: performer, cause: .withdrawn))]
    case .allocate(let unit, let method, let draw, let comment):
      return try decideAllocate(unit, method, draw, comment)
    case .declineRequest(let declined):
      try Check.text(declined.reason, "reason")
      return closings(.requestEnded) + [.requestDeclined(declined)]
    case .withdrawAllocation(let reason):
      try Check.text(reason, "reason")
      guard let performer else { throw Refusal(.noPerformer) }
      return [.allocationWithdrawn(AllocationWithdrawn(performer: performer, reason: reason))]
    case .answerInquiry(let answer):
      return try decideAnswer(answer, actor, context)
    case .reportConflict(let reason):
      try Check.text(reason, "reason")
      guard let performer else { throw Refusal(.noPerformer) }
      return [.conflictReported(ConflictReported(performer: performer, reason: reason))]
    default:
      return []
    }
  }

  private func decideInquiries(
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

  private func decideAnswer(
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

  private func decideAllocate(
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

  /// The performer's reception of the order.
  func decideReception(
    _ command: Command, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let performer, let order else { throw Refusal(.noOrder) }
    switch command {
    case .acceptOrder(let accepted):
      try Check.optional(accepted.comment, "comment")
      return [.orderAccepted(accepted)]
    case .returnOrder(let cause, let reason):
      try Check.text(reason, "reason")
      return [
        .orderReturned(OrderReturned(performer: performer, cause: cause, reason: reason))
      ]
    case .requestOrderSupplement(let parts, let question):
      try Check.text(question, "question")
      let number = order.supplements.count + 1
      return [
        .orderSupplementRequested(
          OrderSupplementRequested(number: number, parts: parts, question: question))
      ]
    case .confirmComplete(let complete):
      try Check.past(complete.day, "day", context)
      try Check.notBefore(complete.day, order.at.day, "day")
      return [.underlagCompleted(complete)]
    case .appointDoctor(let doctor):
      try Check.text(doctor.name, "name", limit: CaseLimit.lineLength)
      return [.doctorAppointed(doctor)]
    default:
      return []
    }
  }
}
