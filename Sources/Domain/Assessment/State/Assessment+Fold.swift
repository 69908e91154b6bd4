// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// The state that these events add up to, corrections taken into account: a corrected event
  /// counts as what replaced it, at its own place, or not at all.
  public init(id: CaseNumber, events: [RecordedEvent]) {
    self.init(id: id)
    let replacements = Self.replacements(in: events)
    for recorded in events {
      if let replacement = replacements[recorded.version] {
        version = recorded.version
        if let replacement { apply(replacement, of: recorded) }
      } else {
        apply(recorded)
      }
    }
  }

  /// What each corrected event counts as instead: an event, or nothing. The latest correction
  /// of an event wins.
  static func replacements(in events: [RecordedEvent]) -> [Int: AssessmentEvent?] {
    var replacements: [Int: AssessmentEvent?] = [:]
    for case (let recorded, .corrected(let correction)) in events.map({ ($0, $0.event) })
    where correction.version < recorded.version {
      replacements.updateValue(correction.replacement, forKey: correction.version)
    }
    return replacements
  }

  /// Takes in one more event. It never fails: what cannot be placed in a partial view is left.
  public mutating func apply(_ recorded: RecordedEvent) {
    if case .corrected = recorded.event {
      version = recorded.version
    } else {
      apply(recorded.event, of: recorded)
    }
  }

  private mutating func apply(_ event: AssessmentEvent, of recorded: RecordedEvent) {
    version = recorded.version
    if recorded.author.party == .fk && recorded.author.route == .contract {
      agencyIsExternal = true
    }
    let at = recorded.at
    switch event {
    case .performerRequested, .insuredRegistered, .drawCommitted, .requestDeclined,
      .inquirySent, .inquiryAnswered, .inquiryClosed, .performerAllocated,
      .allocationWithdrawn, .conflictReported:
      applyAllocation(event, at)
    case .insuredInformed, .orderPlaced, .orderUpdated, .orderAccepted, .orderReturned,
      .orderSupplementRequested, .orderSupplemented, .underlagCompleted, .doctorAppointed:
      applyOrder(event, at)
    case .visitBooked, .visitMoved, .summonsSent, .visitCancelled, .visitPerformed,
      .visitMissed, .deviationReported, .remainingVisitsDecided:
      applyVisit(event, at, by: recorded.author.party)
    case .extensionProposed, .extensionDecided, .extensionDayStated, .delayRiskReported,
      .delayNotified, .deferralRequested, .deferralDecided:
      applyDeadline(event, at)
    case .statementSent, .statementArrived, .statementSupplementRequested,
      .statementSupplementSent, .statementSupplementArrived, .reminded, .deadlinePassed,
      .assessmentEnded, .corrected:
      applyStatement(event, at)
    }
  }

  private mutating func applyAllocation(_ event: AssessmentEvent, _ at: Instant) {
    switch event {
    case .performerRequested(let payload):
      request = payload
      requestedAt = at
      region = payload.region
      requestDeclined = nil
      // A commitment is made anew for each request. The inquiries are all closed; they stay,
      // since a performer that answered with a conflict of interest may still not be chosen.
      drawCommitment = nil
    case .insuredRegistered(let payload): insured = payload.identity
    case .drawCommitted(let payload): drawCommitment = payload.commitment
    case .requestDeclined(let payload): requestDeclined = payload
    case .inquirySent(let payload):
      region = payload.region
      inquiries.removeAll { $0.performer == payload.performer }
      inquiries.append(Inquiry(sent: payload, at: at))
    case .inquiryAnswered(let payload):
      update(&inquiries, where: { $0.performer == payload.performer }) { $0.answer = payload }
    case .inquiryClosed(let payload):
      update(&inquiries, where: { $0.performer == payload.performer }) {
        $0.closed = payload.cause
      }
    case .performerAllocated(let payload):
      region = payload.region
      allocation = payload
      allocatedAt = at
    case .allocationWithdrawn(let payload): release(payload.performer, at, conflict: false)
    case .conflictReported(let payload): release(payload.performer, at, conflict: true)
    default: break
    }
  }

  /// The performer loses the assignment: order, doctor and clock belong to the next one, and
  /// what was booked does not take place. A visit that has begun stays for this performer to
  /// report.
  private mutating func release(_ performer: HSAID, _ at: Instant, conflict: Bool) {
    formerPerformers.append(FormerPerformer(performer: performer, conflict: conflict))
    allocation = nil
    allocatedAt = nil
    order = nil
    doctor = nil
    statedLastDays = []
    delayRisk = nil
    delayNotice = nil
    extensions = []
    deferrals = []
    inquiries.removeAll { $0.performer == performer }
    for index in visits.indices where visits[index].isBooked && visits[index].start > at {
      visits[index].outcome = .lapsed
    }
    for index in deviations.indices { deviations[index].lapsed = true }
  }

  private mutating func applyOrder(_ event: AssessmentEvent, _ at: Instant) {
    switch event {
    case .insuredInformed(let payload): informed = payload
    case .orderPlaced(let payload):
      insured = payload.identity
      order = Order(placed: payload, at: at, documents: payload.documents)
      // An order that is sent anew replaces the returned one with its last day.
      statedLastDays.removeAll { $0.kind == .order }
      if let day = payload.lastDay {
        statedLastDays.append(StatedLastDay(kind: .order, day: day, decidedOn: at.day))
      }
    case .orderUpdated(let payload):
      if let interpreter = payload.interpreter { order?.placed.interpreter = interpreter }
      if let officer = payload.officer { order?.placed.officer = officer }
      if let byPost = payload.documentsByPost { order?.placed.documentsByPost = byPost }
      if let needs = payload.specialNeeds { order?.placed.specialNeeds = needs }
    case .orderAccepted: order?.acceptedAt = at
    case .orderReturned(let payload):
      order?.returned = payload
      if payload.cause == .cannotPerform { release(payload.performer, at, conflict: false) }
    case .orderSupplementRequested(let payload):
      order?.supplements.append(OrderSupplement(requested: payload, at: at))
    case .orderSupplemented(let payload):
      let documents = order?.documents.adding(payload.documents) ?? payload.documents
      order?.documents = documents
      if let index = order?.supplements.firstIndex(where: {
        $0.requested.number == payload.number
      }) {
        order?.supplements[index].answer = payload
      }
    case .underlagCompleted(let payload): order?.completeDay = payload.day
    case .doctorAppointed(let payload): doctor = payload
    default: break
    }
  }

  private mutating func applyVisit(_ event: AssessmentEvent, _ at: Instant, by author: Party) {
    switch event {
    case .visitBooked(let payload):
      visits.append(
        Visit(
          number: payload.number, performer: performer, profession: payload.profession,
          start: payload.start, end: payload.end, place: payload.place,
          examiner: payload.examiner, interpreterBooked: payload.interpreterBooked,
          summons: payload.summons))
    case .visitMoved(let payload):
      update(&visits, where: { $0.number == payload.number }) {
        $0.start = payload.start
        $0.end = payload.end
        $0.place = payload.place
        $0.interpreterBooked = payload.interpreterBooked
        $0.timesMoved += 1
        $0.summons = nil
      }
    case .summonsSent(let payload):
      update(&visits, where: { $0.number == payload.number }) { $0.summons = payload.summons }
    case .visitCancelled(let payload):
      update(&visits, where: { $0.number == payload.number }) {
        $0.outcome = .cancelled(payload)
        $0.toBeCancelled = false
      }
    case .visitPerformed(let payload):
      update(&visits, where: { $0.number == payload.number }) {
        $0.outcome = .performed(payload)
        $0.toBeCancelled = false
      }
    case .visitMissed(let payload):
      update(&visits, where: { $0.number == payload.number }) {
        $0.outcome = .missed(payload)
        $0.toBeCancelled = false
      }
    case .deviationReported(let payload):
      // What a former performer tells of its own visits decides nothing for the present one.
      let visit = payload.visit.flatMap { self.visit($0) }
      let isFormer = visit.map { $0.performer != performer } ?? false
      deviations.append(
        Deviation(reported: payload, at: at, author: author, lapsed: isFormer))
    case .remainingVisitsDecided(let payload):
      update(&deviations, where: { $0.reported.number == payload.deviation }) {
        $0.decided = payload
      }
      for index in visits.indices
      where visits[index].isBooked && payload.cancel.contains(visits[index].number) {
        visits[index].toBeCancelled = true
      }
    default: break
    }
  }

  private mutating func applyDeadline(_ event: AssessmentEvent, _ at: Instant) {
    switch event {
    case .extensionProposed(let payload):
      extensions.append(Extension(proposed: payload, at: at))
    case .extensionDecided(let payload):
      update(&extensions, where: { $0.proposed.number == payload.number }) {
        $0.decided = payload
        $0.dated = payload.lastDay != nil
      }
      if let day = payload.lastDay { state(.extension, day, at) }
    case .extensionDayStated(let payload):
      for index in extensions.indices where extensions[index].isApproved {
        extensions[index].dated = true
      }
      state(.extension, payload.lastDay, at)
    case .delayRiskReported(let payload): delayRisk = payload
    case .delayNotified(let payload): delayNotice = payload
    case .deferralRequested(let payload):
      deferrals.append(Deferral(requested: payload, at: at))
    case .deferralDecided(let payload):
      update(&deferrals, where: { $0.requested.number == payload.number }) {
        $0.decided = payload
      }
      if let day = payload.lastDay { state(.deferral, day, at) }
    default: break
    }
  }

  private mutating func state(_ kind: StatedLastDay.Kind, _ day: Day, _ at: Instant) {
    statedLastDays.append(StatedLastDay(kind: kind, day: day, decidedOn: at.day))
  }

  private mutating func applyStatement(_ event: AssessmentEvent, _ at: Instant) {
    switch event {
    case .statementSent(let payload):
      statement = statement ?? Statement()
      statement?.sentDay = payload.day
      statement?.sentAt = at
    case .statementArrived(let payload):
      statement = statement ?? Statement()
      statement?.arrivedDay = payload.day
      statement?.lastSupplementRequestDay = payload.lastSupplementRequestDay
    case .statementSupplementRequested(let payload):
      statement?.supplements.append(StatementSupplement(requested: payload, at: at))
    case .statementSupplementSent(let payload):
      updateSupplement(payload.number) { $0.sentDay = payload.day }
    case .statementSupplementArrived(let payload):
      updateSupplement(payload.number) {
        $0.sentDay = $0.sentDay ?? payload.day
        $0.arrivedDay = payload.day
      }
      statement?.lastSupplementRequestDay = payload.lastSupplementRequestDay
    case .reminded(let payload): notices.append(Notice(noticed: payload, passed: false))
    case .deadlinePassed(let payload): notices.append(Notice(noticed: payload, passed: true))
    case .assessmentEnded(let payload):
      ended = payload
      endedAt = at
    default: break
    }
  }

  private mutating func updateSupplement(
    _ number: Int, _ change: (inout StatementSupplement) -> Void
  ) {
    guard var supplements = statement?.supplements else { return }
    update(&supplements, where: { $0.requested.number == number }, change)
    statement?.supplements = supplements
  }
}

extension Extension {
  /// Försäkringskassan has approved at least one profession.
  public var isApproved: Bool { decided.map { !$0.approved.isEmpty } ?? false }
}

/// Changes the last element that meets the condition; nothing where there is none.
private func update<Element>(
  _ elements: inout [Element], where condition: (Element) -> Bool,
  _ change: (inout Element) -> Void
) {
  guard let index = elements.lastIndex(where: condition) else { return }
  change(&elements[index])
}
