// SPDX-License-Identifier: Apache-2.0

import Domain

/// A case told step by step. Each step is a command of the party whose step it is, with
/// ordinary contents; it throws the refusal when the case does not allow it.
struct CaseStory {
  let id: CaseNumber
  var now: Instant
  var targets = ServiceTargets.none
  private(set) var history: [RecordedEvent] = []

  /// Begins at nine on Monday 2 March 2026.
  init(id: CaseNumber = Cast.number, day: String = "2026-03-02", time: String = "09:00") {
    self.id = id
    self.now = Instant(day: Day(day)!, time: TimeOfDay(time)!)
  }

  var today: Day { now.day }
  var state: Assessment { Assessment(id: id, events: history) }
  var context: CaseContext {
    CaseContext(now: now, rules: Law.rules, calendar: Law.calendar, targets: targets)
  }
  var deadline: DeliveryDeadline { state.deadline(context) }

  func status(_ party: Party) -> Status? { view(Cast.actor(party, function(of: party)))?.status }

  func view(_ actor: Actor, asOf: Instant? = nil) -> CaseView? {
    CaseView(id: id, history: history, for: actor, asOf: asOf, context: context)
  }

  func tasks(_ actor: Actor) -> [TaskCode] { view(actor)?.tasks.map(\.code) ?? [] }

  /// Gives a command; what follows is written into the history.
  mutating func perform(_ command: Command, as actor: Actor) throws(Refusal) {
    let events: [AssessmentEvent]
    if case .correct(let version, let reason, let replacement) = command {
      var said: Command?
      if case .command(let command)? = replacement { said = command }
      events = [
        try Assessment.decideCorrection(
          of: version, reason: reason, replacement: said, id: id, history: history,
          actor: actor, context: context)
      ]
    } else {
      events = try state.decide(command, actor: actor, context: context)
    }
    history += Assessment.record(events, id: id, after: history, by: actor, now: now)
  }

  /// The refusal of a command, or nil where it is accepted. Nothing is written.
  func refusal(_ command: Command, as actor: Actor) -> Refusal? {
    var trial = self
    do throws(Refusal) {
      try trial.perform(command, as: actor)
      return nil
    } catch {
      return error
    }
  }

  /// The version of the latest event of a kind.
  func version(of kind: EventKind) -> Int {
    history.last { $0.event.kind == kind }?.version ?? 0
  }

  mutating func wait(days: Int) { now = Instant(day: today.adding(days: days), time: now.clock) }

  mutating func wait(until day: Day, _ time: String = "09:00") {
    now = Instant(day: day, time: TimeOfDay(time)!)
  }

  /// The administrator of the performer that has the assignment.
  var performer: Actor { Cast.administrator(state.performer ?? Cast.p1) }

  private func function(of party: Party) -> StaffFunction {
    switch party.role {
    case .fk: .caseOfficer
    case .region: .regionCoordinator
    case .performer: .performerAdministrator
    case .insured: .insured
    }
  }
}

// Finding a performer and ordering.
extension CaseStory {
  mutating func request(to region: HSAID = Cast.regionID, answerBy: Day? = nil)
    throws(Refusal)
  {
    try perform(
      .requestPerformer(Statements.request(to: region, answerBy: answerBy), insured: nil),
      as: Cast.officer)
  }

  mutating func inquire(_ performers: [HSAID], answerBy: Day? = nil) throws(Refusal) {
    let day = answerBy ?? today.adding(days: 3)
    try perform(
      .sendInquiries(performers: performers, answerBy: day, message: nil), as: Cast.coordinator)
  }

  mutating func answer(_ performer: HSAID, accepts: Bool, conflict: Bool = false)
    throws(Refusal)
  {
    let answer = InquiryAnswered(
      performer: performer, accepts: accepts, reason: accepts ? nil : "Fullt",
      conflict: conflict)
    try perform(.answerInquiry(answer), as: Cast.administrator(performer))
  }

  mutating func allocate(_ performer: HSAID, _ method: AllocationMethod = .direct)
    throws(Refusal)
  {
    try perform(
      .allocate(Statements.unit(performer), method: method, draw: nil, comment: nil),
      as: Cast.coordinator)
  }

  mutating func decline() throws(Refusal) {
    try perform(.declineRequest(RequestDeclined(reason: "Ingen kan")), as: Cast.coordinator)
  }

  mutating func inform() throws(Refusal) {
    let informed = InsuredInformed(day: today, channel: .letter, invitedToAdd: true)
    try perform(.recordInformed(informed), as: Cast.officer)
  }

  mutating func order(lastDay: Day? = nil) throws(Refusal) {
    let order = Statements.order(to: state.performer ?? Cast.p1, lastDay: lastDay)
    try perform(.placeOrder(order), as: Cast.officer)
  }

  mutating func accept() throws(Refusal) {
    try perform(.acceptOrder(OrderAccepted()), as: performer)
  }

  mutating func giveBack(_ cause: ReturnCause) throws(Refusal) {
    try perform(.returnOrder(cause, reason: "Fel i beställningen"), as: performer)
  }

  mutating func withdraw() throws(Refusal) {
    try perform(.withdrawAllocation(reason: "Sjukdom"), as: Cast.coordinator)
  }

  mutating func reportConflict() throws(Refusal) {
    try perform(.reportConflict(reason: "Känner den försäkrade"), as: performer)
  }

  /// As far as an order that a performer has taken on.
  mutating func untilAccepted(_ performer: HSAID = Cast.p1) throws(Refusal) {
    try request()
    try allocate(performer)
    try inform()
    try order()
    try accept()
  }
}

// The assessment and the statement.
extension CaseStory {
  mutating func complete(_ day: Day? = nil) throws(Refusal) {
    try perform(.confirmComplete(UnderlagCompleted(day: day ?? today)), as: performer)
  }

  mutating func appointDoctor() throws(Refusal) {
    try perform(.appointDoctor(DoctorAppointed(name: "Läkare Ett")), as: performer)
  }

  /// A visit at ten o'clock some days ahead.
  mutating func book(_ profession: Profession = .doctor, inDays days: Int = 10)
    throws(Refusal)
  {
    let start = Instant(day: today.adding(days: days), time: TimeOfDay("10:00")!)
    try perform(
      .bookVisit(VisitBooking(profession: profession, start: start, place: "Rum 1")),
      as: performer)
  }

  /// Waits until a visit has begun and reports that it took place.
  mutating func perform(visit: Int) throws(Refusal) {
    if let start = state.visit(visit)?.start { now = max(now, start.adding(hours: 2)) }
    try perform(.reportVisit(.performed(VisitPerformed(number: visit))), as: performer)
  }

  mutating func miss(visit: Int) throws(Refusal) {
    if let start = state.visit(visit)?.start { now = max(now, start.adding(hours: 2)) }
    let missed = VisitMissed(number: visit, cause: .absent, reason: nil)
    try perform(.reportVisit(.missed(missed)), as: performer)
  }

  mutating func cancel(
    visit: Int, by cause: CancellationCause, reached: Instant? = nil
  ) throws(Refusal) {
    let cancelled = VisitCancelled(
      number: visit, cause: cause, reached: reached ?? now, reason: nil)
    try perform(.cancelVisit(cancelled), as: performer)
  }

  mutating func propose(_ professions: [Profession] = [.psychologist]) throws(Refusal) {
    try perform(.proposeExtension(professions: professions, reason: "Behövs"), as: performer)
  }

  mutating func approve(
    _ number: Int = 1, _ professions: [Profession] = [.psychologist], lastDay: Day? = nil
  ) throws(Refusal) {
    let decision = ExtensionDecided(number: number, approved: professions, lastDay: lastDay)
    try perform(.decideExtension(decision), as: Cast.officer)
  }

  mutating func sendStatement() throws(Refusal) {
    try perform(.sendStatement(StatementSent(day: today)), as: performer)
  }

  mutating func arrive(window: Day? = nil) throws(Refusal) {
    let arrived = StatementArrived(day: today, lastSupplementRequestDay: window)
    try perform(.recordStatementArrival(arrived), as: Cast.officer)
  }

  mutating func end(_ reason: EndReason = .completed) throws(Refusal) {
    try perform(.endAssessment(AssessmentEnded(reason: reason)), as: Cast.officer)
  }

  /// As far as a doctor's visit that has taken place.
  mutating func untilExamined(_ performer: HSAID = Cast.p1) throws(Refusal) {
    try untilAccepted(performer)
    try complete()
    try appointDoctor()
    try book()
    try perform(visit: 1)
  }

  /// As far as a statement that has reached Försäkringskassan.
  mutating func untilArrived(window: Day? = nil) throws(Refusal) {
    try untilExamined()
    try sendStatement()
    try arrive(window: window)
  }
}

// Deviations, supplements and reminders.
extension CaseStory {
  mutating func reportDeviation(
    by actor: Actor, visit: Int?, missed: Bool = false
  ) throws(Refusal) {
    let report = DeviationReport(visit: visit, cause: .insured, time: now, missed: missed)
    try perform(.reportDeviation(report), as: actor)
  }

  mutating func decideRemaining(keep: [Int], cancel: [Int] = []) throws(Refusal) {
    let undecided = state.deviations.last { $0.decided == nil }?.reported.number ?? 0
    let decision = RemainingVisitsDecided(
      deviation: undecided, keep: keep, cancel: cancel, comment: nil)
    try perform(.decideRemainingVisits(decision), as: Cast.officer)
  }

  mutating func requestSupplement() throws(Refusal) {
    try perform(
      .requestStatementSupplement(question: "Vad menas?", answerBy: nil), as: Cast.officer)
  }

  /// Försäkringskassan's question on the statement is answered, and the answer arrives.
  mutating func supplement(window: Day? = nil) throws(Refusal) {
    let number = state.statement?.openSupplement?.requested.number ?? 0
    try perform(.sendStatementSupplement(number: number, day: today), as: performer)
    try perform(
      .recordSupplementArrival(number: number, day: today, lastSupplementRequestDay: window),
      as: Cast.officer)
  }

  mutating func requestDeferral(proposed: Day? = nil) throws(Refusal) {
    try perform(
      .requestDeferral(reason: "Sjukdom", proposedDay: proposed), as: Cast.coordinator)
  }

  mutating func updateOrder(lastDay: Day) throws(Refusal) {
    try perform(.updateOrder(OrderUpdated(), lastDay: lastDay), as: Cast.contract)
  }

  /// Samsyn's own reminder to the performer of the last day.
  private var reminder: DeadlineNoticed {
    DeadlineNoticed(
      task: .sendStatement, dueDay: deadline.last ?? today, party: performer.party)
  }

  mutating func remind() throws(Refusal) {
    try perform(.notice(reminder, passed: false), as: Cast.system(performer.party))
  }

  func remindRefusal(passed: Bool = false) -> RefusalCode? {
    refusal(.notice(reminder, passed: passed), as: Cast.system(performer.party))?.code
  }
}
