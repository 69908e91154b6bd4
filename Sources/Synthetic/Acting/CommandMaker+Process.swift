// SPDX-License-Identifier: Apache-2.0

import Domain

extension CommandMaker {
  func allocationCommand(
    _ kind: ActionKind, _ view: CaseView, _ random: inout SeededRandom
  ) -> Command? {
    let today = context.today
    switch kind {
    case .sendInquiries:
      let chosen = random.shuffled(performers).prefix(random.between(1...3)).map(\.id)
      return .sendInquiries(
        performers: Array(chosen), answerBy: today.adding(days: random.between(0...6)),
        message: nil)
    case .withdrawInquiry:
      let standing = view.state.inquiries.filter { $0.closed == nil }
      return standing.isEmpty ? nil : .withdrawInquiry(random.pick(standing).performer)
    case .allocate:
      let accepted = view.state.inquiries.filter(\.isAccepted).map(\.performer)
      if let first = accepted.first, let unit = performers.first(where: { $0.id == first }) {
        return .allocate(unit, method: .inquiry, draw: nil, comment: nil)
      }
      guard !performers.isEmpty else { return nil }
      return .allocate(random.pick(performers), method: .direct, draw: nil, comment: nil)
    case .declineRequest: return .declineRequest(RequestDeclined(reason: "Ingen kapacitet."))
    case .withdrawAllocation: return .withdrawAllocation(reason: "Utföraren har inte plats.")
    case .answerInquiry:
      guard case .performer(let id) = view.party else { return nil }
      let accepts = random.chance(60)
      return .answerInquiry(
        InquiryAnswered(
          performer: id, accepts: accepts, startDay: accepts ? today.adding(days: 3) : nil,
          reason: accepts ? nil : "Full beläggning.",
          conflict: !accepts && random.chance(10)))
    case .reportConflict: return .reportConflict(reason: "Läkaren är släkt med personen.")
    default: return nil
    }
  }

  func timeCommand(
    _ kind: ActionKind, _ view: CaseView, _ random: inout SeededRandom
  ) -> Command? {
    let state = view.state
    let later = view.deadline.last.map { $0.adding(days: random.between(1...20)) }
    switch kind {
    case .proposeExtension:
      return .proposeExtension(
        professions: [random.pick(Profession.supplementary)],
        reason: "Profilen är oklar i en kategori.")
    case .decideExtension:
      guard let open = state.extensions.first(where: { $0.decided == nil })?.proposed else {
        return nil
      }
      let approves = random.chance(70)
      return .decideExtension(
        ExtensionDecided(
          number: open.number, approved: approves ? open.professions : [],
          lastDay: approves ? view.deadline.extensionLimit : nil, reason: "Efter bedömning."))
    case .stateExtensionDay:
      return view.deadline.extensionLimit.map { .stateExtensionDay(.init(lastDay: $0)) }
    case .reportDelayRisk: return .reportDelayRisk(DelayRiskReported(reason: "Tolk saknas."))
    case .notifyDelay: return .notifyDelay(DelayNotified(reason: "Tolk saknas."))
    case .requestDeferral:
      return .requestDeferral(reason: "Tolken uteblev.", proposedDay: later)
    case .decideDeferral:
      guard let open = state.deferrals.first(where: { $0.decided == nil }) else { return nil }
      return .decideDeferral(
        DeferralDecided(
          number: open.requested.number, lastDay: random.chance(70) ? later : nil,
          reason: "Efter bedömning."))
    case .decideRemainingVisits:
      guard let open = state.deviations.first(where: { $0.decided == nil }) else { return nil }
      let booked = state.visits.filter(\.isBooked).map(\.number)
      let keeps = random.chance(50)
      return .decideRemainingVisits(
        RemainingVisitsDecided(
          deviation: open.reported.number, keep: keeps ? booked : [],
          cancel: keeps ? [] : booked, comment: nil))
    default: return nil
    }
  }

  func visitCommand(
    _ kind: ActionKind, _ state: Assessment, _ random: inout SeededRandom
  ) -> Command? {
    let booked = state.visits.filter(\.isBooked)
    switch kind {
    case .bookVisit:
      let profession = state.professionsToBook.first ?? .doctor
      return .bookVisit(
        VisitBooking(
          profession: profession, start: visitStart(&random), place: "Mottagningen",
          interpreterBooked: random.chance(20),
          summons: random.chance(70) ? Summons(day: context.today, channel: .letter) : nil))
    case .reportDeviation:
      return .reportDeviation(
        DeviationReport(
          visit: state.visits.isEmpty ? nil : random.pick(state.visits).number, cause: .care,
          time: context.now, description: "Lokalen var stängd."))
    default:
      guard !booked.isEmpty else { return nil }
      return visitCommand(kind, random.pick(booked), &random)
    }
  }

  private func visitCommand(
    _ kind: ActionKind, _ visit: Visit, _ random: inout SeededRandom
  ) -> Command? {
    switch kind {
    case .moveVisit:
      .moveVisit(
        VisitMoved(
          number: visit.number, start: visitStart(&random), end: nil, place: "Mottagningen",
          interpreterBooked: visit.interpreterBooked, reason: nil))
    case .requestVisitMove:
      .requestVisitMove(
        VisitMoveRequested(number: visit.number, wishes: "Hellre en eftermiddag."))
    case .declineVisitMove:
      .declineVisitMove(
        VisitMoveDeclined(number: visit.number, reason: "Det finns ingen annan tid i tid."))
    case .recordSummons:
      .recordSummons(
        SummonsSent(
          number: visit.number, summons: Summons(day: context.today, channel: .telephone)))
    case .cancelVisit:
      .cancelVisit(
        VisitCancelled(
          number: visit.number,
          cause: visit.toBeCancelled
            ? .agencyDecision : random.pick([.insured, .performer, .interpreter]),
          reached: context.now, reason: nil))
    case .reportVisit:
      .reportVisit(
        random.chance(80)
          ? .performed(
            VisitPerformed(
              number: visit.number,
              interpreterTookPart: visit.interpreterBooked ? true : nil))
          : .missed(
            VisitMissed(
              number: visit.number, cause: random.pick(NoShowCause.allCases), reason: nil)))
    default: nil
    }
  }

  private func visitStart(_ random: inout SeededRandom) -> Instant {
    let day = context.today.adding(days: random.between(1...14))
    return Instant(day: day, time: TimeOfDay("09:00")!)
  }
}
