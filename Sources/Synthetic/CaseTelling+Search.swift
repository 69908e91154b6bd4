// SPDX-License-Identifier: Apache-2.0

import Domain

// The request, and the search for a performer.
extension CaseTelling {
  mutating func tellSearch(_ move: Move) {
    switch move {
    case .request: request()
    case .inform:
      let channels: [Channel] = [.telephone, .letter, .meeting, .electronic]
      act(
        .recordInformed(
          InsuredInformed(day: today, channel: random.pick(channels), invitedToAdd: true)),
        by: agency)
    case .inquire(let count, let answerBy):
      asked = Array(pool.prefix(count)).sorted()
      let message = random.chance(60) ? random.pick(CaseTexts.inquiryMessages) : nil
      act(
        .sendInquiries(performers: asked, answerBy: day(answerBy), message: message),
        by: regional)
    case .answer(let index, let answer): self.answer(index, answer)
    case .allocate(let method): allocate(method)
    case .declineRequest:
      act(
        .declineRequest(RequestDeclined(reason: random.pick(CaseTexts.requestDeclines))),
        by: regional)
    case .withdraw:
      act(.withdrawAllocation(reason: random.pick(CaseTexts.withdrawals)), by: regional)
    case .reportConflict:
      guard let examining else { return }
      act(.reportConflict(reason: random.pick(CaseTexts.conflicts)), by: examining)
    default: break
    }
  }

  private mutating func request() {
    let identity = insured.identity
    let agencyNumber = "FK\(today.year % 100)-\(random.between(100_000...999_999))"
    let earlier = random.chance(6) ? [order[order.count - 1]] : []
    let request = PerformerRequested(
      assess: plan.byContract ? nil : random.pick(CaseTexts.questions),
      region: region.id,
      answerBy: random.chance(50) ? day(random.between(3...5), after: today) : nil,
      need: AllocationNeed(
        town: identity.protected ? "" : insured.town, interpreter: insured.interpreter,
        specialNeeds: insured.specialNeeds, earlierPerformers: earlier),
      officer: officerContact, protected: identity.protected, agencyNumber: agencyNumber)
    act(.requestPerformer(request, insured: plan.byContract ? nil : identity), by: agency)
    if region.settings.processes.contains(.draw) {
      let commitment = maker.hex(maker.sha256(maker.drawSecret(state.id)))
      let system = Actor(
        party: .region(region.id), person: "samsyn", name: "Samsyn", function: .system)
      act(.commitDraw(DrawCommitted(commitment: commitment)), by: system)
    }
  }

  /// Performers that may be turned to, those that have not been asked before first.
  private var pool: [HSAID] {
    let lost = state.conflicted.union(state.formerPerformers.map(\.performer))
    let known = Set(state.inquiries.map(\.performer))
    let open = order.filter { !lost.contains($0) }
    return open.filter { !known.contains($0) } + open.filter { known.contains($0) }
  }

  private mutating func answer(_ index: Int, _ answer: Move.Answer) {
    guard asked.indices.contains(index), let unit = maker.country.performer(asked[index]) else {
      return
    }
    let answered =
      switch answer {
      case .yes:
        InquiryAnswered(
          performer: unit.unit.id, accepts: true,
          startDay: day(random.between(4...15), after: today))
      case .no:
        InquiryAnswered(
          performer: unit.unit.id, accepts: false, reason: random.pick(CaseTexts.declines))
      case .conflict:
        InquiryAnswered(
          performer: unit.unit.id, accepts: false, reason: random.pick(CaseTexts.conflicts),
          conflict: true)
      }
    act(.answerInquiry(answered), by: unit.administrator.actor())
  }

  private mutating func allocate(_ planned: AllocationMethod) {
    let accepted = state.inquiries.filter(\.isAccepted).map(\.performer)
    let draw = planned == .draw ? drawn() : nil
    let chosen: HSAID?
    let method: AllocationMethod
    if let first = accepted.first {
      (chosen, method) = (first, .inquiry)
    } else if let id = draw?.drawn {
      (chosen, method) = (id, .draw)
    } else if planned == .rotation {
      (chosen, method) = (rotated, .rotation)
    } else {
      (chosen, method) = (pool.first, .direct)
    }
    guard let chosen, let unit = maker.country.performer(chosen) else { return }
    act(
      .allocate(unit.unit, method: method, draw: method == .draw ? draw : nil, comment: nil),
      by: regional)
    performer = unit
    doctor = nil
  }

  /// The performer whose turn it is when every case of the year moves the turn by one.
  private var rotated: HSAID? {
    let performers = region.settings.performers
    var settings = region.settings
    settings.rotationLast = performers[state.id.serial % performers.count].unit.id
    let open = Set(pool)
    let excluded = Set(performers.map(\.unit.id)).subtracting(open)
    return settings.nextInRotation(excluding: excluded, on: today)?.unit.id
  }

  /// A draw among the performers under contract, some of which have no free place.
  private mutating func drawn() -> DrawRecord? {
    guard let commitment = state.drawCommitment else { return nil }
    let open = Set(pool)
    var candidates: [DrawCandidate] = []
    for performer in region.settings.performers where open.contains(performer.unit.id) {
      let free = random.chance(75) ? random.between(1...max(1, performer.places)) : 0
      candidates.append(
        DrawCandidate(
          performer: performer.unit.id, name: performer.unit.name, freePlaces: free))
    }
    let secret = maker.drawSecret(state.id)
    let seed = maker.sha256(secret + Array(state.id.description.utf8))
    return DrawRecord(
      candidates: candidates, commitment: commitment, secret: maker.hex(secret),
      seed: maker.hex(seed))
  }
}
