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
    for recorded in events {
      guard case .corrected(let correction) = recorded.event,
        correction.version < recorded.version
      else { continue }
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

  /// The one place where every kind of event has its effect; a new kind does not compile without.
  private mutating func apply(_ event: AssessmentEvent, of recorded: RecordedEvent) {
    version = recorded.version
    if recorded.author.party == .fk && recorded.author.route == .contract {
      agencyIsExternal = true
    }
    let at = recorded.at
    switch event {
    case .performerRequested(let requested): apply(requested, at)
    case .insuredRegistered(let registered): insured = registered.identity
    case .drawCommitted(let committed): drawCommitment = committed.commitment
    case .requestDeclined(let declined): requestDeclined = declined
    case .inquirySent(let sent): apply(sent, at)
    case .inquiryAnswered(let answered): apply(answered)
    case .inquiryClosed(let closed): apply(closed)
    case .performerAllocated(let allocated): apply(allocated, at)
    case .allocationWithdrawn(let withdrawn): release(withdrawn.performer, at, conflict: false)
    case .conflictReported(let reported): release(reported.performer, at, conflict: true)
    case .representativeRegistered, .representativeDisclosed, .representativeEnded:
      applyRepresentative(event, at)
    case .insuredInformed(let informed): self.informed = informed
    case .orderPlaced(let placed): apply(placed, at)
    case .orderUpdated(let updated): apply(updated)
    case .orderAccepted: order?.acceptedAt = at
    case .orderReturned(let returned): apply(returned, at)
    case .orderSupplementRequested(let requested):
      order?.supplements.append(OrderSupplement(requested: requested, at: at))
    case .orderSupplemented(let supplemented): apply(supplemented)
    case .underlagCompleted(let completed): order?.completeDay = completed.day
    case .doctorAppointed(let appointed): doctor = appointed
    case .examinerAppointed(let appointed): apply(appointed, at)
    case .examinerReleased(let released): apply(released)
    case .visitBooked(let booked): apply(booked)
    case .visitMoved(let moved): apply(moved)
    case .insuredDocumentsAdded(let added): apply(added)
    case .selfRatingGiven(let given): selfRating = SelfRating(given: given, at: at)
    case .visitMoveRequested(let asked): apply(asked, at)
    case .visitMoveDeclined(let declined): apply(declined)
    case .summonsSent(let sent): updateVisit(sent.number) { $0.summons = sent.summons }
    case .visitCancelled(let cancelled): finish(cancelled.number, .cancelled(cancelled))
    case .visitPerformed(let performed): finish(performed.number, .performed(performed))
    case .visitMissed(let missed): finish(missed.number, .missed(missed))
    case .deviationReported(let reported): apply(reported, at, by: recorded.author.party)
    case .remainingVisitsDecided(let decided): apply(decided)
    case .extensionProposed(let proposed):
      extensions.append(Extension(proposed: proposed, at: at))
    case .extensionDecided(let decided): apply(decided, at)
    case .extensionDayStated(let stated): apply(stated, at)
    case .delayRiskReported(let reported): delayRisk = reported
    case .delayNotified(let notified): delayNotice = notified
    case .deferralRequested(let requested):
      deferrals.append(Deferral(requested: requested, at: at))
    case .deferralDecided(let decided): apply(decided, at)
    case .insuredOpposed(let opposed): apply(opposed, by: recorded.author.party)
    case .oppositionWithdrawn: opposition = nil
    case .statementSent(let sent): apply(sent, at)
    case .statementArrived(let arrived): apply(arrived)
    case .statementSupplementRequested(let requested):
      statement?.supplements.append(StatementSupplement(requested: requested, at: at))
    case .statementSupplementSent(let sent): apply(sent)
    case .statementSupplementArrived(let arrived): apply(arrived)
    case .statementReleased(let released): apply(released, at)
    case .reminded(let noticed): notices.append(Notice(noticed: noticed, passed: false))
    case .deadlinePassed(let noticed): notices.append(Notice(noticed: noticed, passed: true))
    case .assessmentEnded(let ended):
      self.ended = ended
      endedAt = at
    // Taken into account before the fold, at the place of the event it corrects.
    case .corrected: break
    }
  }
}

/// Changes the last element that meets the condition; nothing where there is none.
func update<Element>(
  _ elements: inout [Element], where condition: (Element) -> Bool,
  _ change: (inout Element) -> Void
) {
  guard let index = elements.lastIndex(where: condition) else { return }
  change(&elements[index])
}
