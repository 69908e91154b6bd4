// SPDX-License-Identifier: Apache-2.0

/// One row of the audience table: what each role is told of an event. Nil is nothing.
public struct AudienceRow: Sendable {
  public let agency: Disclosure?
  public let region: Disclosure?
  public let performer: Disclosure?
  public let insured: Disclosure?

  init(
    _ agency: Disclosure?, _ region: Disclosure?, _ performer: Disclosure?, _ insured: Disclosure?
  ) {
    self.agency = agency
    self.region = region
    self.performer = performer
    self.insured = insured
  }

  /// What a role is told; nil is nothing.
  public func disclosure(to role: PartyRole) -> Disclosure? {
    switch role {
    case .fk: agency
    case .region: region
    case .performer: performer
    case .insured: insured
    }
  }
}

extension EventKind {
  /// Who is told what (lag 2018:744 5–7 and 13 §§; PDL 4:2; SFB 114:12 and 114:14). The medical
  /// underlag and all free text about the person go between Försäkringskassan and the
  /// performer; the region gets dates, places, professions, deviations and what it needs for
  /// its claim. Columns: Försäkringskassan, region, performer, the insured.
  public var audienceRow: AudienceRow {
    switch self {
    case .performerRequested: AudienceRow(.full, .full, nil, .facts)
    case .insuredRegistered: AudienceRow(.full, nil, nil, .full)
    case .drawCommitted: AudienceRow(.full, .full, nil, .full)
    case .requestDeclined: AudienceRow(.full, .full, nil, .facts)
    case .inquirySent, .inquiryAnswered, .inquiryClosed: AudienceRow(nil, .full, .full, nil)
    case .performerAllocated: AudienceRow(.full, .full, .full, .facts)
    case .allocationWithdrawn, .conflictReported: AudienceRow(.full, .full, .full, .facts)
    case .insuredInformed: AudienceRow(.full, .full, .full, .full)
    case .representativeRegistered: AudienceRow(.full, nil, nil, .facts)
    case .representativeDisclosed, .representativeEnded: AudienceRow(.full, nil, .full, .full)
    case .orderPlaced: AudienceRow(.full, .facts, .full, .full)
    case .orderUpdated: AudienceRow(.full, .facts, .full, .facts)
    case .orderAccepted: AudienceRow(.full, .facts, .full, .facts)
    case .orderReturned: AudienceRow(.full, .facts, .full, .facts)
    case .orderSupplementRequested: AudienceRow(.full, .facts, .full, nil)
    case .orderSupplemented: AudienceRow(.full, .facts, .full, .full)
    case .insuredDocumentsAdded: AudienceRow(.full, .facts, .full, .full)
    case .selfRatingGiven: AudienceRow(.full, nil, .full, .full)
    case .underlagCompleted, .doctorAppointed: AudienceRow(.full, .full, .full, .full)
    case .examinerAppointed, .examinerReleased: AudienceRow(.facts, .facts, .full, .full)
    case .visitBooked, .summonsSent, .visitPerformed: AudienceRow(.full, .full, .full, .full)
    case .visitMoved, .visitMoveRequested, .visitMoveDeclined, .visitCancelled, .visitMissed:
      AudienceRow(.full, .facts, .full, .full)
    case .deviationReported: AudienceRow(.full, .facts, .full, nil)
    case .remainingVisitsDecided: AudienceRow(.full, .facts, .full, .facts)
    case .extensionProposed: AudienceRow(.full, .facts, .full, .facts)
    case .extensionDecided: AudienceRow(.full, .facts, .full, .facts)
    case .extensionDayStated: AudienceRow(.full, .full, .full, .full)
    case .delayRiskReported: AudienceRow(nil, .full, .full, nil)
    case .delayNotified: AudienceRow(.full, .full, .facts, nil)
    case .deferralRequested: AudienceRow(.full, .full, .facts, nil)
    case .deferralDecided: AudienceRow(.full, .full, .full, .facts)
    case .insuredOpposed: AudienceRow(.facts, .facts, .full, .full)
    case .oppositionWithdrawn: AudienceRow(.full, .full, .full, .full)
    case .statementReleased: AudienceRow(nil, nil, .full, .full)
    case .statementSent: AudienceRow(.full, .facts, .full, .full)
    case .statementArrived: AudienceRow(.full, .full, .full, .full)
    case .statementSupplementRequested: AudienceRow(.full, .facts, .full, .facts)
    case .statementSupplementSent: AudienceRow(.full, .facts, .full, .full)
    case .statementSupplementArrived: AudienceRow(.full, .full, .full, .full)
    case .reminded, .deadlinePassed: AudienceRow(nil, nil, nil, nil)
    case .assessmentEnded: AudienceRow(.full, .facts, .full, .facts)
    case .corrected: AudienceRow(nil, nil, nil, nil)
    }
  }
}

extension AssessmentEvent {
  /// The performer an event is about, where that is not simply the allocated one.
  private var namedPerformer: HSAID? {
    switch self {
    case .inquirySent(let inquiry): inquiry.performer
    case .inquiryAnswered(let answer): answer.performer
    case .inquiryClosed(let closing): closing.performer
    case .performerAllocated(let allocation): allocation.unit.id
    case .allocationWithdrawn(let withdrawal): withdrawal.performer
    case .conflictReported(let conflict): conflict.performer
    case .orderPlaced(let order): order.performer
    case .orderReturned(let returned): returned.performer
    default: nil
    }
  }

  /// The visit an event is about. It belongs to the performer that booked it, who may have lost
  /// the assignment since.
  public var visitNumber: Int? {
    switch self {
    case .visitBooked(let booked): booked.number
    case .visitMoved(let moved): moved.number
    case .visitMoveRequested(let asked): asked.number
    case .visitMoveDeclined(let declined): declined.number
    case .summonsSent(let summons): summons.number
    case .visitCancelled(let cancelled): cancelled.number
    case .visitPerformed(let performed): performed.number
    case .visitMissed(let missed): missed.number
    case .deviationReported(let deviation): deviation.visit
    default: nil
    }
  }

  /// The region an event is about, where that is not simply the one in the state.
  private var namedRegion: HSAID? {
    if case .performerRequested(let request) = self { request.region } else { nil }
  }

  /// What is signed reaches the insured as it is sent, but where the performer goes through it
  /// first: she is then told that it was sent, and gets it when it is released.
  private func isKeptFromInsured(_ state: Assessment) -> Bool {
    switch self {
    case .statementSent(let sent): sent.awaitsRelease == true
    case .statementSupplementSent: state.statement?.isKeptFromInsured == true
    default: false
    }
  }

  /// Who is sent this event when `author` writes it in a case in `state` (before the event).
  /// The author always has its own event in full.
  public func audience(in state: Assessment, author: Party) -> Audience {
    var audience: Audience = [:]
    let row = kind.audienceRow
    audience[.fk] = row.agency
    audience[.insured] = row.insured
    if let region = namedRegion ?? state.region { audience[.region(region)] = row.region }
    let concerned = namedPerformer ?? visitNumber.flatMap { state.visit($0)?.performer }
    if let performer = concerned ?? state.allocation?.unit.id {
      audience[.performer(performer)] = row.performer
    }
    if isKeptFromInsured(state) { audience[.insured] = .facts }
    // A performer that was never told of it is not told that it is over.
    if case .representativeEnded(let ended) = self, let performer = state.performer,
      state.representatives.contains(where: { $0.number == ended.number && !$0.isTold })
    {
      audience[.performer(performer)] = nil
    }
    if case .reminded(let notice) = self { audience[notice.party] = .full }
    if case .deadlinePassed(let notice) = self { audience[notice.party] = .full }
    // Whom the region asked stays between them, also when FK's ending closes the inquiries.
    let toldAuthor = row.disclosure(to: author.role) != nil || kind != .inquiryClosed
    if toldAuthor { audience[author] = .full }
    return audience
  }
}
