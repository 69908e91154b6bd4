// SPDX-License-Identifier: Apache-2.0

/// Whether an action may be taken now. The same value decides the button, the API's answer and
/// the enforcement.
public struct AllowedAction: Hashable, Sendable {
  public let kind: ActionKind
  /// The numbered thing the action is about, such as a visit.
  public let subject: Int?
  /// Nil when allowed.
  public let refusal: Refusal?

  public var isAllowed: Bool { refusal == nil }
}

extension Assessment {
  /// Whether `actor` may take an action of this kind on this subject now.
  public func permission(
    _ kind: ActionKind, subject: Int? = nil, actor: Actor, context: CaseContext
  ) -> AllowedAction {
    do throws(Refusal) {
      try permit(kind, subject: subject, actor: actor, context: context)
      return AllowedAction(kind: kind, subject: subject, refusal: nil)
    } catch {
      return AllowedAction(kind: kind, subject: subject, refusal: error)
    }
  }

  /// Throws the reason where an action may not be taken.
  func permit(
    _ kind: ActionKind, subject: Int?, actor: Actor, context: CaseContext
  ) throws(Refusal) {
    guard kind.roles.contains(actor.party.role), holds(kind, actor.party) else {
      throw Refusal(.wrongParty)
    }
    guard kind.isOpen(to: actor.function) || actor.route == .contract else {
      throw Refusal(.wrongFunction)
    }
    if kind == .appointExaminer || kind == .releaseExaminer, case .examiner = actor.function {
      try require(doctor?.person == actor.person, .notResponsibleDoctor)
    }
    if kind == .releaseStatement, let refusal = statementAccess(of: actor) { throw refusal }
    // A performer that was only asked is not told of the end: its inquiry is closed.
    if ended != nil && !kind.remainsAfterEnd && kind != .answerInquiry {
      throw Refusal(.caseEnded)
    }
    switch actor.party.role {
    case .fk: try permitAgency(kind, subject: subject, route: actor.route, context: context)
    case .region: try permitRegion(kind, subject: subject)
    case .performer: try permitPerformer(kind, subject: subject, actor.party, context: context)
    case .insured: try permitInsured(kind, subject: subject, context: context)
    }
  }

  /// The party holds the place in the case that the action belongs to.
  private func holds(_ kind: ActionKind, _ party: Party) -> Bool {
    switch party {
    case .fk: true
    case .region(let id): id == region || kind == .correct || kind == .notice
    case .performer(let id):
      switch kind {
      case .answerInquiry: inquiries.contains { $0.performer == id }
      case .reportVisit, .cancelVisit:
        id == performer || visits.contains { $0.performer == id && $0.isBooked }
      case .correct, .notice: true
      default: id == performer
      }
    case .insured: true
    }
  }

  /// Throws the refusal where the condition does not hold.
  func require(_ condition: Bool, _ code: RefusalCode) throws(Refusal) {
    if !condition { throw Refusal(code) }
  }
}
