// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// The events that follow when `actor` gives a command, in the order they are written.
  ///
  /// - Throws: the `Refusal` that says why nothing is done: who may not, what must come first,
  ///   or which field is wrong.
  public func decide(
    _ command: Command, actor: Actor, context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try permit(command.kind, subject: command.subject, actor: actor, context: context)
    switch command {
    case .requestPerformer, .recordInformed, .placeOrder, .updateOrder,
      .answerOrderSupplement, .endAssessment:
      return try decideOrder(command, actor, context)
    case .decideExtension, .stateExtensionDay, .decideDeferral, .decideRemainingVisits,
      .notifyDelay, .requestDeferral, .reportDelayRisk, .proposeExtension:
      return try decideTime(command, actor, context)
    case .recordStatementArrival, .requestStatementSupplement, .recordSupplementArrival,
      .sendStatement, .sendStatementSupplement:
      return try decideStatement(command, context)
    case .commitDraw, .sendInquiries, .withdrawInquiry, .allocate, .declineRequest,
      .withdrawAllocation, .answerInquiry, .reportConflict:
      return try decideAllocation(command, actor, context)
    case .acceptOrder, .returnOrder, .requestOrderSupplement, .confirmComplete,
      .appointDoctor:
      return try decideReception(command, context)
    case .bookVisit, .moveVisit, .recordSummons, .cancelVisit, .reportVisit,
      .reportDeviation:
      return try decideVisit(command, actor, context)
    case .notice(let notice, let passed):
      return try decideNotice(notice, passed)
    case .correct:
      throw Refusal(.notCorrectable)
    }
  }

  /// Each party is told of a day once before it and once after it. A day that is moved is
  /// another day, and is told of anew.
  private func decideNotice(
    _ notice: DeadlineNoticed, _ passed: Bool
  ) throws(Refusal) -> [AssessmentEvent] {
    try require(
      !notices.contains(Notice(noticed: notice, passed: passed)), .alreadyNoticed)
    let event: AssessmentEvent = passed ? .deadlinePassed(notice) : .reminded(notice)
    return [event]
  }

  /// Closings of every inquiry that still stands, when nothing more will come of it.
  func closings(_ cause: InquiryClosing, except chosen: HSAID? = nil) -> [AssessmentEvent] {
    inquiries.filter { $0.closed == nil && $0.performer != chosen }
      .map { .inquiryClosed(InquiryClosed(performer: $0.performer, cause: cause)) }
  }
}
