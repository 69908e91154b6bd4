// SPDX-License-Identifier: Apache-2.0

extension EventKind {
  /// How an event of this kind can be corrected. What is not here is answered by doing what
  /// is to apply instead: a wrong allocation is withdrawn, a wrong booking moved or cancelled.
  public var correction: CorrectionRule {
    switch self {
    case .insuredInformed, .underlagCompleted, .summonsSent, .statementArrived,
      .statementSupplementSent, .statementSupplementArrived, .statementSent:
      .replace
    case .visitPerformed, .visitMissed:
      .replace
    case .visitCancelled, .assessmentEnded, .delayRiskReported, .deviationReported,
      .insuredOpposed:
      .removeOrReplace
    default:
      .none
    }
  }
}

/// How an event can be corrected.
public enum CorrectionRule: Sendable {
  /// By another event of the same act, with the right information.
  case replace
  /// Also by saying that it never happened, while nothing has followed from it.
  case removeOrReplace
  case none
}

extension Assessment {
  /// A correction of an earlier event. What replaces it is decided as the command that should
  /// have been given, in the state the case had before the wrong event.
  public static func decideCorrection(
    of version: Int, reason: String, replacement: Command?, id: CaseNumber,
    history: [RecordedEvent], actor: Actor, context: CaseContext
  ) throws(Refusal) -> AssessmentEvent {
    let state = Assessment(id: id, events: history)
    try state.permit(.correct, subject: version, actor: actor, context: context)
    try Check.text(reason, "reason")
    guard let wrong = history.first(where: { $0.version == version }) else {
      throw Refusal(.noSuchEvent, field: "version")
    }
    if wrong.author.party != actor.party { throw Refusal(.notYourEvent) }
    let rule = wrong.event.kind.correction
    if rule == .none || wrong.event.isSigned { throw Refusal(.notCorrectable) }
    guard let replacement else {
      if rule != .removeOrReplace { throw Refusal(.notCorrectable) }
      let later = history.contains { $0.version > version && $0.event.kind.isAct }
      if later { throw Refusal(.hasConsequences) }
      return .corrected(Corrected(version: version, reason: reason, replacement: nil))
    }
    // Earlier events count as what they have been corrected to, also by a later correction.
    let earlier = history.filter { $0.version < version || $0.event.kind == .corrected }
    let before = Assessment(id: id, events: earlier)
    // The event that should have been written in its place: the first of what follows.
    let events = try before.decide(replacement, actor: actor, context: context)
    guard let event = events.first, event.kind.answersSameQuestion(as: wrong.event.kind),
      wrong.event.kind == .deviationReported || event.visitNumber == wrong.event.visitNumber
    else {
      throw Refusal(.notCorrectable)
    }
    return .corrected(Corrected(version: version, reason: reason, replacement: event))
  }
}

extension AssessmentEvent {
  /// Somebody has put her name to what it says: it is added to, and never corrected.
  public var isSigned: Bool {
    switch self {
    case .statementSent(let sent): sent.signed != nil
    case .statementSupplementSent(let sent): sent.signed != nil
    case .statementReleased: true
    default: false
    }
  }
}

extension EventKind {
  /// A party's own act, as opposed to a notice or a correction.
  var isAct: Bool {
    switch self {
    case .reminded, .deadlinePassed, .corrected, .drawCommitted, .deviationReported,
      .representativeRegistered, .representativeDisclosed, .representativeEnded:
      false
    default: true
    }
  }

  /// A report of how a visit went may be replaced by another such report; else the kind stays.
  func answersSameQuestion(as other: EventKind) -> Bool {
    let visitReports: Set<EventKind> = [.visitPerformed, .visitMissed, .visitCancelled]
    return self == other || (visitReports.contains(self) && visitReports.contains(other))
  }
}
