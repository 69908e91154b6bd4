// SPDX-License-Identifier: Apache-2.0

import Domain

// From the request to a performer that has the order. Each stage says whether the story ends
// there.
extension CasePlanner {
  mutating func planRequest() -> Bool {
    step(.request)
    if random.chance(65) { inform(0...1) }
    if goal == .requested { return rest(0...4) }
    if ending == .noOrder && random.chance(40) { return planEnd(2...6, .noOrder) }
    return false
  }

  mutating func planSearch() -> Bool {
    switch goal {
    case .requestDeclined:
      if random.chance(60) { planRound(accepting: 0) }
      after(1...3, .declineRequest)
      return rest(0...8)
    case .inquiring: return planOpenRound()
    case .answersToChoose:
      planRound(accepting: random.between(1...2))
      return rest(0...3)
    case .noPerformerFound:
      planRound(accepting: 0)
      return rest(0...4)
    default: break
    }
    let method = target == .inquiryClosed ? .inquiry : random.pick(methods)
    if method == .inquiry {
      if happens(6) { planRound(accepting: 0) }
      planRound(accepting: random.between(1...2))
    }
    after(0...2, .allocate(method))
    return false
  }

  /// Performers are asked and all have answered, some of them yes.
  private mutating func planRound(accepting: Int) {
    let asked = max(accepting + (accepting == 0 ? 2 : 1), random.between(2...4))
    after(0...2, .inquire(count: asked, answerBy: .at(cursor.day + 6)))
    let accepts = random.between(0...(asked - max(1, accepting)))
    for index in 0..<asked {
      let isYes = index >= accepts && index < accepts + accepting
      let refusal: Move.Answer = random.chance(12) ? .conflict : .no
      after(0...1, .answer(index, isYes ? .yes : refusal))
    }
  }

  /// Performers are asked and at least one has not answered yet.
  private mutating func planOpenRound() -> Bool {
    let asked = random.between(2...4)
    after(0...2, .inquire(count: asked, answerBy: .ahead(random.between(0...4))))
    for index in 0..<random.below(asked) {
      after(0...1, .answer(index, random.chance(60) ? .yes : .no))
    }
    return rest(0...2)
  }

  /// Now and then the first performer does not stay.
  mutating func planLoss() -> Bool {
    let isTold = goal == .reallocation || target == .assignmentLost || ending == .conflict
    if isTold || happens(4) {
      switch ending == .conflict ? 1 : random.below(3) {
      case 0: after(1...3, .withdraw)
      case 1:
        if random.chance(50) { planOrderAndAccept() }
        after(1...3, .reportConflict)
      default:
        inform(0...1)
        after(0...2, .placeOrder(statesLastDay: false))
        after(1...2, .returnOrder(.cannotPerform))
      }
      if goal == .reallocation { return rest(0...4) }
      if ending == .conflict { return planEnd(2...6, .conflictOfInterest) }
      if random.chance(50) { planRound(accepting: 1) }
      after(0...3, .allocate(.direct))
    }
    if goal == .awaitingOrder { return rest(0...5) }
    if ending == .noOrder { return planEnd(2...8, .noOrder) }
    return false
  }

  private mutating func planOrderAndAccept() {
    inform(0...1)
    after(0...2, .placeOrder(statesLastDay: false))
    after(0...2, .accept)
  }

  mutating func planOrder() -> Bool {
    inform(0...2)
    after(0...3, .placeOrder(statesLastDay: random.chance(6)))
    if goal == .orderReceived { return rest(0...2) }
    if goal == .orderReturned {
      after(0...1, .returnOrder(.incomplete))
      return rest(0...3)
    }
    if happens(4) {
      after(0...1, .returnOrder(.incomplete))
      after(1...3, .placeOrder(statesLastDay: false))
    }
    return false
  }

  mutating func planReception() -> Bool {
    after(0...2, .accept)
    if random.chance(75) { planDoctor() }
    if goal == .awaitingDocuments { return rest(0...4) }
    if goal == .questionToAgency || happens(18) {
      after(0...2, .ask)
      if goal == .questionToAgency { return rest(0...5) }
      after(1...4, .answerQuestion)
    }
    after(0...2, .complete)
    completeDay = cursor.day
    if random.chance(2) { after(0...1, .correctComplete) }
    if !hasDoctor { planDoctor() }
    if happens(5) { after(0...2, .updateOrder) }
    if goal == .visitToBook { return restByDeadline() }
    return false
  }

  private mutating func planDoctor() {
    hasDoctor = true
    after(0...0, .appointDoctor)
  }

  mutating func planEnd(_ days: ClosedRange<Int>, _ reason: EndReason) -> Bool {
    after(days, .end(reason))
    return rest(0...230)
  }
}
