// SPDX-License-Identifier: Apache-2.0

import Domain

/// A command to try in a state.
struct Attempt {
  let actor: Actor
  let command: Command
  /// The turn that it takes, if it leaves the ordinary course.
  let detour: Detour
  /// Tried for its answer only, never followed.
  let isTrial: Bool
}

/// Everything that anybody could sensibly try in a state. Every kind of action is tried at
/// least once in every state, also where it must be refused.
struct WalkCommands {
  let state: Assessment
  let now: Instant
  private(set) var attempts: [Attempt] = []
  private var actor = Cast.officer

  private var today: Day { now.day }

  init(_ state: Assessment, now: Instant) {
    self.state = state
    self.now = now
    agency()
    agencyOnTime()
    agencyOnStatement()
    region()
    for performer in [Cast.p1, Cast.p2] {
      actor = Cast.administrator(performer)
      answers(performer)
      let isIn =
        performer == (state.performer ?? Cast.p1)
        || state.visits.contains { $0.performer == performer }
      guard isIn else { continue }
      reception()
      visits()
      result()
    }
    insured()
  }

  /// What comes of it is the same as when the performer says it.
  private mutating func insured() {
    actor = Cast.insured
    let own = SupportingDocument(
      kind: .fromInsured, title: "Brev", dated: nil, pages: 1,
      file: DocumentFile(
        id: String(repeating: "0a", count: 16), mediaType: .text, bytes: 9, pages: 1,
        sha256: String(repeating: "f", count: 64), scan: .unchecked))
    add(.addDocuments(InsuredDocumentsAdded(documents: DocumentList([own]))), trial: true)
    add(.giveSelfRating(SelfRatingGiven(form: "f-1", levels: ["own": 2])), trial: true)
    add(.recordOpposition(InsuredOpposed(day: today)), trial: true)
    add(.withdrawOpposition(OppositionWithdrawn(day: today)), trial: true)
    for number in state.visits.isEmpty ? [1] : state.visits.map(\.number) {
      add(
        .cancelVisit(VisitCancelled(number: number, cause: .insured, reached: now, reason: nil)),
        trial: true)
      add(.requestVisitMove(VisitMoveRequested(number: number, wishes: "Fredag")), .wish)
    }
  }

  private mutating func add(_ command: Command, _ detour: Detour = [], trial: Bool = false) {
    attempts.append(
      Attempt(actor: actor, command: command, detour: detour, isTrial: trial))
  }

  private mutating func agency() {
    actor = Cast.officer
    let anew: Detour = state.request == nil ? [] : .declined
    add(.requestPerformer(Statements.request(), insured: nil), anew)
    add(.recordInformed(InsuredInformed(day: today, channel: .letter, invitedToAdd: true)))
    add(.placeOrder(Statements.order(to: state.performer ?? Cast.p1)))
    add(.updateOrder(OrderUpdated(comment: "Nytt"), lastDay: nil), trial: true)
    let question = state.order?.openSupplement?.requested.number ?? 1
    let answer = OrderSupplemented(number: question, documents: DocumentList([]), answer: "Nej")
    add(.answerOrderSupplement(answer))
    for reason in EndReason.allCases {
      let follow = reason == .completed || reason == .aborted || state.order == nil
      add(.endAssessment(AssessmentEnded(reason: reason)), trial: !follow)
    }
    add(.registerRepresentative(Statements.representative(from: today)), trial: true)
    add(.endRepresentative(RepresentativeEnded(number: 1)), trial: true)
    deviations(by: .fk)
    actor = Cast.contract
    add(
      .placeOrder(Statements.order(to: state.performer ?? Cast.p1)), .contractOrder,
      trial: state.informed != nil)
  }

  private mutating func agencyOnTime() {
    actor = Cast.officer
    let proposal = state.extensions.last?.proposed.number ?? 1
    let undecided = state.extensions.last.map { $0.decided == nil } ?? false
    let undated = state.extensions.contains { $0.isApproved && !$0.dated }
    let context = CaseContext(now: now, rules: Law.rules, calendar: Walk.calendar)
    let limit = undecided || undated ? state.deadline(context).extensionLimit : nil
    let within = limit ?? today.adding(days: 30)
    add(.decideExtension(ExtensionDecided(number: proposal, approved: [.psychologist])))
    add(
      .decideExtension(
        ExtensionDecided(number: proposal, approved: [.psychologist], lastDay: within)))
    add(.decideExtension(ExtensionDecided(number: proposal, approved: [], reason: "Nej")))
    add(.stateExtensionDay(ExtensionDayStated(lastDay: within)))
    let far = today.adding(days: 150 + state.statedLastDays.count)
    let request = state.deferrals.last { $0.decided == nil }?.requested.number ?? 1
    add(.decideDeferral(DeferralDecided(number: request, lastDay: far)))
    add(.decideDeferral(DeferralDecided(number: request, lastDay: nil, reason: "Nej")))
    add(.decideDeferral(DeferralDecided(number: nil, lastDay: far)), .deferral)
    let booked = state.currentVisits.filter(\.isBooked).map(\.number)
    let deviation = state.deviations.last { $0.decided == nil }?.reported.number ?? 1
    for cancel in [[], booked] {
      add(
        .decideRemainingVisits(
          RemainingVisitsDecided(
            deviation: deviation, keep: cancel.isEmpty ? booked : [], cancel: cancel,
            comment: nil)))
    }
  }

  private mutating func agencyOnStatement() {
    add(
      .recordStatementArrival(
        StatementArrived(day: today, lastSupplementRequestDay: today.adding(days: 10))))
    add(.requestStatementSupplement(question: "Vad?", answerBy: nil), .statementSupplement)
    add(.recordSupplementArrival(number: nil, day: today, lastSupplementRequestDay: nil))
  }

  private mutating func region() {
    actor = Cast.system(Cast.region)
    add(.commitDraw(DrawCommitted(commitment: "c0ffee")), .draw)
    actor = Cast.coordinator
    for asked in [[Cast.p1], [Cast.p1, Cast.p2]] {
      add(
        .sendInquiries(performers: asked, answerBy: today.adding(days: 3), message: nil),
        .inquiry)
    }
    add(
      .sendInquiries(performers: [Cast.p3], answerBy: today.adding(days: 3), message: nil),
      trial: true)
    for performer in [Cast.p1, Cast.p2] {
      add(.withdrawInquiry(performer))
      // Until something has happened in the search, one performer is as good as the other.
      let isSame =
        performer == Cast.p2 && state.inquiries.isEmpty && state.formerPerformers.isEmpty
      for method in [AllocationMethod.direct, .inquiry] {
        add(
          .allocate(Statements.unit(performer), method: method, draw: nil, comment: nil),
          trial: isSame)
      }
      let draw = DrawRecord(
        candidates: [DrawCandidate(performer: performer, name: "P", freePlaces: 1)],
        commitment: "c0ffee", secret: "5ec2e7", seed: String(repeating: "7", count: 64))
      add(
        .allocate(Statements.unit(performer), method: .draw, draw: draw, comment: nil),
        trial: isSame)
    }
    add(
      .allocate(Statements.unit(Cast.p3), method: .rotation, draw: nil, comment: nil),
      trial: true)
    add(.declineRequest(RequestDeclined(reason: "Ingen kan")))
    add(.withdrawAllocation(reason: "Sjukdom"), .lostPerformer)
    add(.notifyDelay(DelayNotified(reason: "Sjukdom")), .delay)
    add(.requestDeferral(reason: "Sjukdom", proposedDay: nil), .deferral)
    deviations(by: .region)
  }

  private mutating func deviations(by role: PartyRole) {
    let own = state.currentVisits.last?.number
    for visit in own == nil ? [nil] : [nil, own] {
      let report = DeviationReport(
        visit: visit, cause: .insured, time: now, missed: visit != nil && role == .fk)
      let follow = role == .performer ? visit == nil : role == .fk && visit != nil
      add(.reportDeviation(report), .deviation, trial: !follow)
    }
  }

  private mutating func answers(_ performer: HSAID) {
    add(.answerInquiry(InquiryAnswered(performer: performer, accepts: true)))
    for conflict in [false, true] {
      add(
        .answerInquiry(
          InquiryAnswered(
            performer: performer, accepts: false, reason: "Nej", conflict: conflict)))
    }
    add(.reportConflict(reason: "Känner den försäkrade"), .lostPerformer)
  }

  private mutating func reception() {
    add(.acceptOrder(OrderAccepted()))
    for cause in ReturnCause.allCases { add(.returnOrder(cause, reason: "Fel"), .returned) }
    add(.requestOrderSupplement(parts: [.medical], question: "Var?"), .orderSupplement)
    add(.confirmComplete(UnderlagCompleted(day: today)))
    // When the doctor is appointed matters only for the statement.
    let follow = state.doctor == nil && state.order?.completeDay != nil
    add(.appointDoctor(DoctorAppointed(name: "Läkare")), trial: !follow)
    // Who opens the documents moves nothing else in the case.
    add(
      .appointExaminer(person: "psykolog-1", name: "Psykolog", profession: .psychologist),
      trial: true)
    add(.releaseExaminer(person: "psykolog-1"), trial: true)
  }

  private mutating func visits() {
    let start = Instant(day: today.adding(days: 10), time: TimeOfDay("10:00")!)
    let another: Detour = state.currentVisits.isEmpty ? [] : .secondVisit
    for profession in [Profession.doctor, .psychologist] {
      add(
        .bookVisit(VisitBooking(profession: profession, start: start, place: "Rum 1")), another,
        trial: state.visits.count >= 2)
    }
    let numbers = state.visits.isEmpty ? [1] : state.visits.map(\.number)
    for number in numbers {
      let begins = state.visit(number)?.start ?? now
      add(
        .moveVisit(
          VisitMoved(
            number: number, start: start.adding(hours: 1), end: nil, place: "Rum 2",
            interpreterBooked: false, reason: nil)), .moved)
      add(.declineVisitMove(VisitMoveDeclined(number: number, reason: "Fullt")))
      add(
        .recordSummons(
          SummonsSent(
            number: number,
            summons: Summons(day: min(today, begins.day), channel: .letter))), .summons)
      let reached = min(now, begins.adding(hours: -1))
      for cause in [CancellationCause.insured, .performer, .agencyDecision] {
        // Cancelling as Försäkringskassan has decided is the ordinary course.
        let asked = cause == .agencyDecision
        add(
          .cancelVisit(
            VisitCancelled(number: number, cause: cause, reached: reached, reason: nil)),
          asked ? [] : .cancelled,
          trial: asked && state.visit(number)?.toBeCancelled != true && state.ended == nil)
      }
      add(.reportVisit(.performed(VisitPerformed(number: number))))
      add(
        .reportVisit(.missed(VisitMissed(number: number, cause: .absent, reason: nil))),
        .missed)
    }
  }

  private mutating func result() {
    add(.proposeExtension(professions: [.psychologist], reason: "Behövs"), .extension)
    add(.reportDelayRisk(DelayRiskReported(reason: "Sjukdom")), .delay)
    deviations(by: .performer)
    add(.recordOpposition(InsuredOpposed(day: today)), .opposed)
    add(.withdrawOpposition(OppositionWithdrawn(day: today)))
    add(.releaseStatement, trial: true)
    add(.sendStatement(StatementSent(day: today)))
    let supplement = state.statement?.openSupplement?.requested.number ?? 1
    add(.sendStatementSupplement(number: supplement, day: today))
  }
}
