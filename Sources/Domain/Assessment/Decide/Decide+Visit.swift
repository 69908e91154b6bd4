// SPDX-License-Identifier: Apache-2.0

// Bookings, summonses, cancellations, reports and deviations.
extension Assessment {
  func decideMove(
    _ moved: VisitMoved, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try checkTimes(moved.start, moved.end, context)
    try Check.text(moved.place, "place", limit: CaseLimit.lineLength)
    try Check.optional(moved.reason, "reason")
    return [.visitMoved(moved)]
  }

  func decideMoveRequest(
    _ asked: VisitMoveRequested
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(asked.wishes ?? "", "wishes")
    return [.visitMoveRequested(asked)]
  }

  func decideMoveRefusal(
    _ declined: VisitMoveDeclined
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(declined.reason ?? "", "reason")
    return [.visitMoveDeclined(declined)]
  }

  func decideSummons(
    _ sent: SummonsSent, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let visit = visit(sent.number) else { throw Refusal(.noVisit) }
    try check(sent.summons, before: visit.start, context)
    return [.summonsSent(sent)]
  }

  private var nextVisitNumber: Int { (visits.map(\.number).max() ?? 0) + 1 }
  private var nextDeviationNumber: Int { (deviations.map(\.reported.number).max() ?? 0) + 1 }

  func decideBooking(
    _ booking: VisitBooking, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    if booking.profession != .doctor {
      let approved = extensions.contains {
        $0.decided?.approved.contains(booking.profession) == true
      }
      if !approved { throw Refusal(.extensionNotApproved, field: "profession") }
    }
    try checkTimes(booking.start, booking.end, context)
    try Check.text(booking.place, "place", limit: CaseLimit.lineLength)
    try Check.optional(booking.examiner, "examiner", limit: CaseLimit.lineLength)
    if let summons = booking.summons {
      try check(summons, before: booking.start, context)
    }
    return [
      .visitBooked(
        VisitBooked(
          number: nextVisitNumber, profession: booking.profession, start: booking.start,
          end: booking.end, place: booking.place, examiner: booking.examiner,
          interpreterBooked: booking.interpreterBooked, summons: booking.summons))
    ]
  }

  /// A visit lies after the order and ends after it begins. It may be booked afterwards: what
  /// has happened must be possible to tell.
  private func checkTimes(
    _ start: Instant, _ end: Instant?, _ context: CaseContext
  ) throws(Refusal) {
    if let end, end <= start { throw Refusal(.endBeforeStart, field: "end") }
    try Check.notBefore(start.day, order?.at.day, "start")
    try Check.notFar(start.day, "start", context)
  }

  private func check(
    _ summons: Summons, before start: Instant, _ context: CaseContext
  ) throws(Refusal) {
    try Check.past(summons.day, "summons.day", context)
    try Check.notBefore(summons.day, order?.at.day, "summons.day")
    if summons.day > start.day {
      throw Refusal(.summonsAfterVisit, field: "summons.day")
    }
  }

  func decideCancellation(
    _ said: VisitCancelled, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let visit = visit(said.number) else { throw Refusal(.noVisit) }
    var cancelled = said
    if actor.party == .insured {
      // She speaks for herself, and what she says here has reached the performer.
      try require(said.cause == .insured, .wrongParty)
      cancelled.reached = context.now
    }
    try Check.optional(cancelled.reason, "reason")
    if cancelled.reached > context.now { throw Refusal(.dayInFuture, field: "reached") }
    try Check.notBefore(cancelled.reached.day, order?.at.day, "reached")
    if cancelled.cause == .insured && cancelled.reached > visit.start {
      throw Refusal(.cancelledAfterStart, field: "reached")
    }
    let late = LateCancellation.judge(
      reached: cancelled.reached, start: visit.start, rules: context.rules
    ).late
    let cause: DeviationCause? =
      switch cancelled.cause {
      case .insured: late == true ? .insured : nil
      case .performer: .care
      case .interpreter: .interpreter
      case .agencyDecision: nil
      }
    // Försäkringskassan is told at once, and may decide on the visits that remain.
    let deviation = cause.map { cause in
      AssessmentEvent.deviationReported(
        DeviationReported(
          number: nextDeviationNumber, visit: cancelled.number, cause: cause,
          time: cancelled.reached, missed: false, description: cancelled.reason))
    }
    return [.visitCancelled(cancelled)] + [deviation].compactMap { $0 }
  }

  func decideReport(
    _ report: VisitReport
  ) throws(Refusal) -> [AssessmentEvent] {
    switch report {
    case .performed(let performed):
      if let minutes = performed.interpreterMinutes, !(0...1440).contains(minutes) {
        throw Refusal(.outOfRange, field: "interpreterMinutes")
      }
      return [.visitPerformed(performed)]
    case .missed(let missed):
      try Check.optional(missed.reason, "reason")
      let known = deviations.contains {
        $0.reported.visit == missed.number && $0.reported.missed
      }
      guard !known, let visit = visit(missed.number) else { return [.visitMissed(missed)] }
      let deviation = DeviationReported(
        number: nextDeviationNumber, visit: missed.number, cause: .insured, time: visit.start,
        missed: true, description: missed.reason)
      return [.visitMissed(missed), .deviationReported(deviation)]
    }
  }

  func decideDeviation(
    _ report: DeviationReport, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(report.description, "description")
    if report.time > context.now { throw Refusal(.dayInFuture, field: "time") }
    try Check.notBefore(report.time.day, order?.at.day, "time")
    return [
      .deviationReported(
        DeviationReported(
          number: nextDeviationNumber, visit: report.visit, cause: report.cause,
          time: report.time, missed: report.missed, description: report.description))
    ]
  }
}
