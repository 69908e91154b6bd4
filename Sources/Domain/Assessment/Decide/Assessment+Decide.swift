// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// The events that follow when `actor` gives a command, in the order they are written; a
  /// decision has at least one.
  ///
  /// - Throws: the `Refusal` that says why nothing is done: who may not, what must come first,
  ///   or which field is wrong.
  public func decide(
    _ command: Command, actor: Actor, context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try permit(command.kind, subject: command.subject, actor: actor, context: context)
    return switch command {
    case .requestPerformer(let request, let insured):
      try decideRequest(request, insured, actor.route, context)
    case .recordInformed(let informed): try decideInformed(informed, context)
    case .placeOrder(let order):
      try decideOrder(order, actor.route, context) + representativesToTell(context)
    case .updateOrder(let update, let day): try decideUpdate(update, day, actor.route, context)
    case .answerOrderSupplement(let answer): try decideOrderAnswer(answer)
    case .decideExtension(let decision): try decideExtension(decision, context)
    case .stateExtensionDay(let stated): try decideExtensionDay(stated, context)
    case .decideDeferral(let decision): try decideDeferral(decision, context)
    case .decideRemainingVisits(let decision): try decideRemaining(decision)
    case .recordStatementArrival(let arrived): try decideArrival(arrived, context)
    case .requestStatementSupplement(let question, let answerBy, let sections):
      try decideSupplementQuestion(question, answerBy, sections, context)
    case .recordSupplementArrival(let number, let day, let window):
      try decideSupplementArrival(number, day, window, context)
    case .endAssessment(let ending): try decideEnd(ending)
    case .registerRepresentative(let stated): try decideRepresentative(stated, context)
    case .endRepresentative(let ended): [.representativeEnded(ended)]
    case .commitDraw(let commitment): [.drawCommitted(commitment)]
    case .sendInquiries(let performers, let answerBy, let message):
      try decideInquiries(performers, answerBy, message, context)
    case .withdrawInquiry(let performer): try decideInquiryWithdrawal(performer)
    case .allocate(let unit, let method, let draw, let comment):
      try decideAllocation(unit, method, draw, comment)
    case .declineRequest(let declined): try decideDecline(declined)
    case .withdrawAllocation(let reason): try decideWithdrawal(reason)
    case .notifyDelay(let notice): try decideDelayNotice(notice, context)
    case .requestDeferral(let reason, let day): try decideDeferralRequest(reason, day, context)
    case .answerInquiry(let answer): try decideAnswer(answer, actor, context)
    case .acceptOrder(let accepted): try decideAcceptance(accepted)
    case .returnOrder(let cause, let reason): try decideReturn(cause, reason)
    case .requestOrderSupplement(let parts, let question):
      try decideOrderQuestion(parts, question)
    case .confirmComplete(let complete): try decideComplete(complete, context)
    case .appointDoctor(let doctor): try decideDoctor(doctor)
    case .appointExaminer(let person, let name, let profession):
      try decideExaminer(person, name, profession)
    case .releaseExaminer(let person): try decideRelease(person)
    case .bookVisit(let booking): try decideBooking(booking, context)
    case .moveVisit(let moved): try decideMove(moved, context)
    case .declineVisitMove(let declined): try decideMoveRefusal(declined)
    case .requestVisitMove(let asked): try decideMoveRequest(asked)
    case .addDocuments(let added): try decideAddition(added)
    case .giveSelfRating(let rating): try decideSelfRating(rating)
    case .recordSummons(let sent): try decideSummons(sent, context)
    case .cancelVisit(let cancelled): try decideCancellation(cancelled, actor, context)
    case .reportVisit(let report): try decideReport(report)
    case .proposeExtension(let professions, let reason): try decideProposal(professions, reason)
    case .reportDelayRisk(let risk): try decideDelayRisk(risk, context)
    case .reportConflict(let reason): try decideConflict(reason)
    case .sendStatement(let sent): try decideStatement(sent, actor, context)
    case .sendStatementSupplement(let number, let day, let signed):
      try decideSupplement(number, day, signed, actor, context)
    case .releaseStatement: decideStatementRelease()
    case .recordOpposition(let opposed): try decideOpposition(opposed, actor, context)
    case .withdrawOpposition(let withdrawn):
      try decideOppositionEnd(withdrawn, actor, context)
    case .reportDeviation(let report): try decideDeviation(report, context)
    case .notice(let notice, let passed): try decideNotice(notice, passed)
    // A correction needs the history, which the state does not hold: see `decideCorrection`.
    case .correct: throw Refusal(.notCorrectable)
    }
  }

  /// Each party is told of a day once before it and once after it. A day that is moved is
  /// another day, and is told of anew.
  private func decideNotice(
    _ notice: DeadlineNoticed, _ passed: Bool
  ) throws(Refusal) -> [AssessmentEvent] {
    try require(
      !notices.contains(Notice(noticed: notice, passed: passed)), .alreadyNoticed)
    return [passed ? .deadlinePassed(notice) : .reminded(notice)]
  }

  /// Closings of every inquiry that still stands, when nothing more will come of it.
  func closings(_ cause: InquiryClosing, except chosen: HSAID? = nil) -> [AssessmentEvent] {
    inquiries.filter { $0.closed == nil && $0.performer != chosen }
      .map { .inquiryClosed(InquiryClosed(performer: $0.performer, cause: cause)) }
  }
}
