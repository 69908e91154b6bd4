// SPDX-License-Identifier: Apache-2.0

import Domain

// Visits, deviations and everything that moves the last day.
extension CaseTelling {
  mutating func tellVisit(_ move: Move) {
    if case .decideVisits(let keep) = move { return decideVisits(keep: keep) }
    guard let administrator, let performer else { return }
    if case .book(let visit) = move { return book(visit, administrator, performer) }
    guard let booked = state.visits.last(where: \.isBooked) else { return }
    switch move {
    case .summon:
      guard booked.summons == nil else { return }
      act(.recordSummons(SummonsSent(number: booked.number, summons: summons())), by: administrator)
    case .correctSummons:
      guard let wrong = booked.summons else { return }
      let right = Summons(day: wrong.day, channel: wrong.channel == .letter ? .telephone : .letter)
      correct(
        .summonsSent, to: .recordSummons(SummonsSent(number: booked.number, summons: right)),
        reason: "Fel sätt angivet.", by: administrator)
    case .moveVisit(let visit):
      let start = instant(workday(visit.day), visit.minute)
      act(
        .moveVisit(
          VisitMoved(
            number: booked.number, start: start,
            end: start.adding(minutes: visit.lengthMinutes), place: booked.place,
            interpreterBooked: booked.interpreterBooked, reason: random.pick(CaseTexts.moves))),
        by: administrator)
    case .cancel(let cause):
      let told = cause == .interpreter && !booked.interpreterBooked ? .performer : cause
      act(
        .cancelVisit(
          VisitCancelled(
            number: booked.number, cause: told, reached: now,
            reason: random.pick(CaseTexts.cancellations))),
        by: administrator)
    case .missed(let cause):
      let missed = VisitMissed(
        number: booked.number, cause: cause, reason: random.pick(CaseTexts.noShows))
      act(.reportVisit(.missed(missed)), by: administrator)
    case .performed: report(booked, administrator, performer)
    case .reportDeviation:
      act(
        .reportDeviation(
          DeviationReport(
            visit: booked.number, cause: .insured, time: now,
            description: random.pick(CaseTexts.deviations))),
        by: administrator)
    default: break
    }
  }

  private mutating func book(
    _ visit: PlannedVisit, _ administrator: Actor, _ performer: SyntheticPerformer
  ) {
    let profession = visit.withDoctor ? .doctor : state.professionsToBook.first
    guard let profession else { return }
    let start = instant(workday(visit.day), visit.minute)
    let examiner = visit.withDoctor ? doctor : performer.examiners(profession).first
    let unit = performer.unit
    act(
      .bookVisit(
        VisitBooking(
          profession: profession, start: start, end: start.adding(minutes: visit.lengthMinutes),
          place: [unit.name, unit.address, unit.town].compactMap { $0 }.joined(separator: ", "),
          examiner: examiner?.name, interpreterBooked: insured.interpreter.needed,
          summons: visit.summoned ? summons() : nil)),
      by: administrator)
    // The responsible doctor reads the documents anyway; others are appointed to.
    guard let examiner, !visit.withDoctor,
      !state.examiners.contains(where: { $0.person == examiner.id })
    else { return }
    act(
      .appointExaminer(person: examiner.id, name: examiner.name, profession: profession),
      by: administrator)
  }

  private mutating func summons() -> Summons {
    Summons(day: today, channel: random.pick([.letter, .letter, .telephone, .electronic]))
  }

  /// The examiner or, as often, the administrator reports that the visit took place.
  private mutating func report(
    _ booked: Visit, _ administrator: Actor, _ performer: SyntheticPerformer
  ) {
    let tookPart = booked.interpreterBooked ? random.chance(95) : nil
    let performed = VisitPerformed(
      number: booked.number, interpreterTookPart: tookPart,
      interpreterMinutes: tookPart == true ? random.between(4...10) * 15 : nil)
    let examiner = performer.examiners.first { $0.name == booked.examiner }?.actor()
    let isAdministrator = random.chance(50)
    act(
      .reportVisit(.performed(performed)),
      by: isAdministrator ? administrator : examiner ?? administrator)
  }

  private mutating func decideVisits(keep: Bool) {
    for deviation in state.deviations where deviation.decided == nil {
      let booked = state.visits.filter(\.isBooked).map(\.number)
      act(
        .decideRemainingVisits(
          RemainingVisitsDecided(
            deviation: deviation.reported.number, keep: keep ? booked : [],
            cancel: keep ? [] : booked,
            comment: keep ? "Utredningen fortsätter." : "Besöken ställs in.")),
        by: agency)
    }
  }

  mutating func tellTime(_ move: Move) {
    switch move {
    case .proposeExtension(let count): proposeExtension(count)
    case .decideExtension(let approved, let days): decideExtension(approved, days)
    case .stateExtensionDay(let days):
      guard state.extensions.contains(where: { $0.isApproved && !$0.dated }),
        let lastDay = extended(by: days)
      else { return }
      act(.stateExtensionDay(ExtensionDayStated(lastDay: lastDay)), by: agency)
    case .reportDelayRisk:
      guard let examining else { return }
      let reason = random.pick(CaseTexts.delayReasons)
      act(.reportDelayRisk(DelayRiskReported(reason: reason)), by: examining)
    case .notifyDelay:
      let reason = state.delayRisk?.reason ?? random.pick(CaseTexts.delayReasons)
      act(.notifyDelay(DelayNotified(reason: reason)), by: regional)
    case .requestDeferral(let days):
      let last = max(state.deadline(context).last ?? today, today)
      act(
        .requestDeferral(
          reason: state.delayNotice?.reason ?? random.pick(CaseTexts.delayReasons),
          proposedDay: day(days, after: last)),
        by: regional)
    case .decideDeferral(let grants):
      guard let open = state.deferrals.first(where: { $0.decided == nil }) else { return }
      let decision = DeferralDecided(
        number: open.requested.number, lastDay: grants ? open.requested.proposedDay : nil,
        reason: grants ? nil : random.pick(CaseTexts.deferralRefusals))
      act(.decideDeferral(decision), by: agency)
    default: break
    }
  }

  private mutating func proposeExtension(_ count: Int) {
    guard let examining, let performer else { return }
    let able = performer.contract.professions.filter { $0 != .doctor }
    act(
      .proposeExtension(
        professions: Array(random.shuffled(able).prefix(count)),
        reason: random.pick(CaseTexts.extensionReasons)),
      by: examining)
  }

  private mutating func decideExtension(_ approved: Int, _ days: Int?) {
    guard let open = state.extensions.first(where: { $0.decided == nil }) else { return }
    let decision = ExtensionDecided(
      number: open.proposed.number,
      approved: Array(open.proposed.professions.prefix(approved)),
      lastDay: approved == 0 ? nil : days.flatMap { extended(by: $0) },
      reason: approved == 0 ? random.pick(CaseTexts.extensionRefusals) : nil)
    act(.decideExtension(decision), by: agency)
  }

  /// A last day so many workdays later, within what the rule allows; nil where none is.
  private func extended(by days: Int) -> Day? {
    let deadline = state.deadline(context)
    guard let last = deadline.last, let limit = deadline.extensionLimit else { return nil }
    let later = min(limit, day(days, after: deadline.base ?? last))
    return later > last && later >= today ? later : nil
  }
}
