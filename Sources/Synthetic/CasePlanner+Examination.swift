// SPDX-License-Identifier: Apache-2.0

import Domain

// From the complete underlag to the end. Each stage says whether the story ends there.
extension CasePlanner {
  mutating func planDoctorVisit() -> Bool {
    // Most stories that end at a visit end at the doctor's; where there are only contract
    // messages there is no other.
    let isForDoctor = random.chance(70) || plan.byContract
    if isForDoctor, let isDone = planOpenVisit(withDoctor: true) { return isDone }
    if goal == .deviationToDecide {
      planMishap(withDoctor: true)
      return rest(0...4)
    }
    if ending == .aborted {
      planNoShow(planBooking(withDoctor: true))
      after(1...3, .decideVisits(keep: false))
      return planEnd(1...6, .aborted)
    }
    if happens(16) {
      planMishap(withDoctor: true)
      after(0...2, .decideVisits(keep: true))
    }
    planHeldVisit(withDoctor: true)
    return false
  }

  /// A visit that has not been reported, for the goals that stand at one; nil for the others.
  private mutating func planOpenVisit(withDoctor: Bool) -> Bool? {
    switch goal {
    case .visitBooked:
      after(0...3, .book(visit(withDoctor: withDoctor, on: .ahead(random.between(1...8)))))
      return restByDeadline()
    case .visitToCancel:
      after(0...3, .book(visit(withDoctor: withDoctor, on: .ahead(random.between(2...8)))))
      after(1...3, .reportDeviation)
      after(0...2, .decideVisits(keep: false))
      return rest(0...2)
    case .visitToReport:
      let visit = planBooking(withDoctor: withDoctor)
      plan.end = start(of: visit)
      return rest(0...3)
    default: return nil
    }
  }

  private mutating func visit(withDoctor: Bool, on day: PlannedDay) -> PlannedVisit {
    PlannedVisit(
      withDoctor: withDoctor, day: day, minute: random.pick([540, 570, 600, 630, 780, 810]),
      lengthMinutes: random.pick([60, 75, 90, 120]), summoned: random.chance(55))
  }

  private func start(of visit: PlannedVisit) -> PlannedMoment {
    guard case .at(let day) = visit.day else { return cursor }
    return PlannedMoment(day: day, minute: visit.minute)
  }

  /// A visit is booked some days ahead and the person summoned.
  private mutating func planBooking(withDoctor: Bool) -> PlannedVisit {
    pass(0...2)
    let visit = visit(
      withDoctor: withDoctor, on: .at(cursor.day + random.between(withDoctor ? 5...9 : 4...7)))
    step(.book(visit))
    if !visit.summoned {
      after(0...1, .summon)
      if random.chance(3) { after(0...0, .correctSummons) }
    }
    return visit
  }

  /// A visit that takes place, after having been moved now and then.
  private mutating func planHeldVisit(withDoctor: Bool) {
    var held = planBooking(withDoctor: withDoctor)
    if random.chance(8) {
      let earlier = start(of: held).day
      pass(1...2)
      held = visit(withDoctor: withDoctor, on: .at(earlier + random.between(1...4)))
      held.summoned = false
      step(.moveVisit(held))
      after(0...0, .summon)
    }
    let start = start(of: held)
    cursor = PlannedMoment(
      day: start.day, minute: start.minute + held.lengthMinutes + random.between(5...55))
    step(.performed)
  }

  /// A visit that does not take place.
  private mutating func planMishap(withDoctor: Bool) {
    let lost = planBooking(withDoctor: withDoctor)
    let start = start(of: lost)
    switch random.below(10) {
    case ..<4: planNoShow(lost)
    case ..<7:
      cursor = PlannedMoment(day: start.day, minute: random.between(485...530))
      step(.cancel(.insured))
    case ..<9:
      cursor = PlannedMoment(day: start.day - 1, minute: random.between(600...950))
      step(.cancel(.performer))
    default:
      cursor = PlannedMoment(day: start.day, minute: start.minute + random.between(15...40))
      step(.cancel(.interpreter))
    }
  }

  private mutating func planNoShow(_ visit: PlannedVisit) {
    let start = start(of: visit)
    cursor = PlannedMoment(day: start.day, minute: start.minute + random.between(20...90))
    step(.missed(random.pick([.absent, .absent, .tooLate, .unableOrUnwilling])))
  }

  mutating func planExtension() -> Bool {
    let goals: Set<Status> = [
      .extensionToDecide, .extensionToBook, .visitBooked, .visitToReport, .visitToCancel,
    ]
    guard goals.contains(goal) || happens(22) else { return false }
    let proposed = random.between(1...2)
    after(0...2, .proposeExtension(count: proposed))
    if goal == .extensionToDecide { return rest(0...4) }
    if !goals.contains(goal) && random.chance(15) {
      after(1...3, .decideExtension(approved: 0, days: nil))
      return false
    }
    let approved = random.between(1...proposed)
    let days = min(span.extensionDays, random.between(8...20))
    addedDays += days
    if random.chance(70) {
      after(1...3, .decideExtension(approved: approved, days: days))
    } else {
      after(1...3, .decideExtension(approved: approved, days: nil))
      after(0...2, .stateExtensionDay(days: days))
    }
    if goal == .extensionToBook { return rest(0...4) }
    for place in 1...approved {
      if place == approved, let isDone = planOpenVisit(withDoctor: false) { return isDone }
      if happens(6) {
        planMishap(withDoctor: false)
        after(0...2, .decideVisits(keep: true))
      }
      planHeldVisit(withDoctor: false)
    }
    return false
  }

  mutating func planDeferral() -> Bool {
    guard goal == .deferralToDecide || happens(8) else { return false }
    after(0...2, .reportDelayRisk)
    after(0...1, .notifyDelay)
    let days = random.between(5...15)
    after(0...1, .requestDeferral(days: days))
    if goal == .deferralToDecide { return rest(0...4) }
    let grants = random.chance(85)
    after(1...3, .decideDeferral(grants: grants))
    if grants { addedDays += days }
    return false
  }

  mutating func planWriting() -> Bool {
    if goal == .statementToWrite { return restByDeadline() }
    if goal == .statementOpposed {
      after(0...2, .oppose)
      return rest(0...6)
    }
    if happens(3) {
      after(0...2, .oppose)
      after(1...4, .opposeNoLonger)
    }
    // Some statements are late.
    if random.chance(7) { pass((span.baseDays / 2)...max(span.baseDays / 2, span.baseDays)) }
    after(1...5, .sendStatement)
    if goal == .statementSent { return rest(0...3) }
    after(0...1, .recordArrival)
    if goal == .statementArrived { return rest(0...9) }
    return false
  }

  mutating func planStatement() -> Bool {
    let goals: Set<Status> = [.supplementToWrite, .supplementSent]
    guard goals.contains(goal) || random.chance(10) else { return false }
    pass(1...7)
    step(.askSupplement(answerBy: .at(cursor.day + random.between(6...10))))
    if goal == .supplementToWrite { return rest(0...8) }
    after(2...8, .sendSupplement)
    if goal == .supplementSent { return rest(0...2) }
    after(0...1, .recordSupplementArrival)
    return false
  }

  mutating func planCompletion() {
    _ = planEnd(1...8, .completed)
  }
}
