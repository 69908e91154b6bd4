// SPDX-License-Identifier: Apache-2.0

import Domain

/// Tells one planned story: every move becomes the command that somebody gives, and what the
/// case decides is recorded. Nothing is written into a history past `Assessment.decide`.
struct CaseTelling {
  let maker: CaseMaker
  let plan: CasePlan
  let insured: SyntheticInsured
  let region: SyntheticRegion
  let coordinator: DemonstrationPerson
  let officer: DemonstrationPerson
  let officerContact: CaseOfficer
  /// Performers in the order in which they are turned to.
  let order: [HSAID]
  /// The workday on which the story begins.
  let firstDay: Int
  var random: SeededRandom
  var state: Assessment
  var events: [RecordedEvent] = []
  /// The moment that is being told.
  var now: Instant
  /// Performers asked in the last round.
  var asked: [HSAID] = []
  var performer: SyntheticPerformer?
  var doctor: DemonstrationPerson?
  /// What the case refused; a sound plan leaves it empty.
  var refusals: [Refusal] = []

  init(
    maker: CaseMaker, plan: CasePlan, number: CaseNumber, insured: SyntheticInsured,
    random: SeededRandom
  ) {
    var random = random
    let country = maker.country
    let region = country.regions[insured.region]
    let office = country.offices[region.office]
    let desk = random.below(office.officers.count)
    let contracts = random.shuffled(region.settings.performers.map(\.unit.id))
    let next = country.regions[(insured.region + 1) % country.regions.count]
    let others = next.settings.performers.map(\.unit.id).filter { !contracts.contains($0) }
    self.maker = maker
    self.plan = plan
    self.insured = insured
    self.region = region
    coordinator = random.pick(region.coordinators)
    officer = office.officers[desk]
    officerContact = office.contacts[desk]
    order = contracts + others
    firstDay = maker.firstDay(of: plan)
    self.random = random
    state = Assessment(id: number)
    now = maker.now
  }

  /// The whole history.
  mutating func tell() {
    for (move, moment) in plan.steps {
      now = instant(moment.day + firstDay, moment.minute, second: random.below(60))
      tell(move)
    }
  }

  private mutating func tell(_ move: Move) {
    switch move {
    case .request, .inform, .inquire, .answer, .allocate, .declineRequest, .withdraw,
      .reportConflict:
      tellSearch(move)
    case .placeOrder, .updateOrder, .accept, .returnOrder, .ask, .answerQuestion, .complete,
      .correctComplete, .appointDoctor:
      tellOrder(move)
    case .book, .summon, .correctSummons, .moveVisit, .cancel, .missed, .performed,
      .reportDeviation, .decideVisits:
      tellVisit(move)
    case .proposeExtension, .decideExtension, .stateExtensionDay, .reportDelayRisk,
      .notifyDelay, .requestDeferral, .decideDeferral:
      tellTime(move)
    case .oppose, .opposeNoLonger, .sendStatement, .recordArrival, .askSupplement, .sendSupplement,
      .recordSupplementArrival, .end:
      tellStatement(move)
    }
  }

  // MARK: - Writing the history

  /// Somebody gives a command, and what follows is recorded.
  mutating func act(_ command: Command, by actor: Actor) {
    do throws(Refusal) {
      for event in try state.decide(command, actor: actor, context: context) {
        record(event, by: actor)
      }
    } catch {
      refusals.append(error)
    }
  }

  /// Somebody corrects her party's last event of a kind.
  mutating func correct(_ kind: EventKind, to command: Command, reason: String, by actor: Actor) {
    guard let wrong = events.last(where: { $0.event.kind == kind }) else { return }
    do throws(Refusal) {
      let event = try Assessment.decideCorrection(
        of: wrong.version, reason: reason, replacement: command, id: state.id, history: events,
        actor: actor, context: context)
      let audience = event.audience(in: state, author: actor.party)
        .merging(wrong.audience) { own, _ in own }
      record(event, by: actor, audience: audience)
      // A correction counts at the place of what it corrects.
      state = Assessment(id: state.id, events: events)
    } catch {
      refusals.append(error)
    }
  }

  private mutating func record(
    _ event: AssessmentEvent, by actor: Actor, audience: Audience? = nil
  ) {
    let recorded = RecordedEvent(
      version: state.version + 1, author: actor,
      audience: audience ?? event.audience(in: state, author: actor.party), at: now,
      event: event)
    events.append(recorded)
    state.apply(recorded)
  }

  // MARK: - Time

  var today: Day { now.day }

  var context: CaseContext {
    CaseContext(
      now: now, rules: maker.rules, calendar: maker.calendar, targets: region.settings.targets)
  }

  func instant(_ workday: Int, _ minute: Int, second: Int = 0) -> Instant {
    CaseMaker.instant(maker.workdays.day(workday), minute, second: second)
  }

  /// The number of a planned workday.
  func workday(_ day: PlannedDay) -> Int {
    switch day {
    case .at(let days): firstDay + days
    case .ahead(let days): maker.workdays.today + days
    }
  }

  /// The day of a planned workday; what lies ahead is never before today.
  func day(_ planned: PlannedDay) -> Day {
    let day = maker.workdays.day(workday(planned))
    if case .ahead = planned { return max(day, maker.now.day) }
    return day
  }

  /// The workday so many workdays after another day.
  func day(_ days: Int, after start: Day) -> Day {
    maker.workdays.day(maker.workdays.index(of: start) + days)
  }

  // MARK: - People

  var agency: Actor { officer.actor(route: plan.byContract ? .contract : .page) }
  var regional: Actor { coordinator.actor() }
  /// The performer's administrator, on behalf of the responsible doctor once there is one.
  var administrator: Actor? { performer?.administrator.actor(onBehalfOf: doctor?.name) }
  var examining: Actor? { (doctor ?? performer?.examiners.first)?.actor() }
}
