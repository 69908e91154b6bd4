// SPDX-License-Identifier: Apache-2.0

/// A case as one party sees it at one moment: what it was sent, and what follows from that.
///
/// Everything here is computed from the events disclosed to the party; there is no other way to
/// read a case, so there is nothing to forget to leave out.
public struct CaseView: Sendable {
  public let party: Party
  /// Who looks.
  public let actor: Actor
  /// The time that is looked at, the law and the targets that everything here was computed with.
  public let context: CaseContext
  /// What the party's own events add up to.
  public let state: Assessment
  /// The events as the party was sent them, oldest first, corrected ones included.
  public let events: [RecordedEvent]
  public let status: Status
  public let deadline: DeliveryDeadline
  /// Workdays from today to the last day; negative when it has passed, nil without a last day.
  public let daysLeft: Int?
  public let tasks: [CaseTask]
  public let checklist: [ChecklistItem]
  /// Every kind of action of the party's role, allowed or not, with the reason.
  public let actions: [AllowedAction]
  /// Events that have been corrected, and by which event.
  public let correctedBy: [Int: RecordedEvent]

  /// The view of a party, or nil where nothing of the case was ever sent to it.
  ///
  /// - Parameter actor: who looks. Only the party decides what is seen; the function decides
  ///   which actions are offered.
  /// - Parameter asOf: what had been sent at that instant; nil is everything, also what a clock
  ///   that has since been set back would call the future.
  public init?(
    id: CaseNumber, history: [RecordedEvent], for actor: Actor, asOf: Instant? = nil,
    context: CaseContext
  ) {
    // A look back is computed as on that day: status, days left, tasks and actions alike.
    let context = asOf.map(context.at) ?? context
    let known = asOf.map { asOf in history.filter { $0.at <= asOf } } ?? history
    var sent = known.compactMap { $0.disclosed(to: actor.party) }
    guard !sent.isEmpty else { return nil }
    var state = Assessment(id: id, events: sent)
    if state.readsQuestionsAsFacts(actor) {
      sent = sent.map(\.withoutQuestion)
      state = Assessment(id: id, events: sent)
    }
    self.party = actor.party
    self.actor = actor
    self.context = context
    self.state = state
    self.events = sent
    self.status = state.status(for: actor.party, now: context.now)
    self.deadline = state.deadline(context)
    self.daysLeft = deadline.last.flatMap { last in
      DeliveryDeadline.daysLeft(from: context.today, to: last, calendar: context.calendar)
    }
    self.correctedBy = Self.corrections(in: sent)
    self.tasks = state.tasks(for: actor.party, context: context)
    self.checklist = state.checklist(for: actor, context: context)
    self.actions = ActionKind.allCases
      .filter { $0.roles.contains(actor.party.role) && $0 != .notice && $0 != .commitDraw }
      .map { state.permission($0, actor: actor, context: context) }
  }

  /// Whose turn it is.
  public var nextActor: PartyRole? { status.nextActor }

  /// Whether an action may be taken, with the reason where not.
  public func action(_ kind: ActionKind) -> AllowedAction? {
    actions.first { $0.kind == kind }
  }

  /// Whether an action may be taken on one visit, question or event, with the reason where not.
  public func permission(_ kind: ActionKind, subject: Int?) -> AllowedAction {
    state.permission(kind, subject: subject, actor: actor, context: context)
  }

  /// The same case as it stood for the party at an earlier instant, or nil where nothing of it
  /// had been sent by then.
  public func asOf(_ instant: Instant) -> CaseView? {
    CaseView(id: state.id, history: events, for: actor, asOf: instant, context: context)
  }

  private static func corrections(in events: [RecordedEvent]) -> [Int: RecordedEvent] {
    var corrected: [Int: RecordedEvent] = [:]
    for recorded in events {
      if case .corrected(let correction) = recorded.event {
        corrected[correction.version] = recorded
      }
    }
    return corrected
  }
}

extension Assessment {
  /// What Försäkringskassan asks about a statement that was written here is about what stands in
  /// it. At the performer it is read by those who may read the statement, and the others are told
  /// that there is a question. One that was sent another way is answered by whoever sends papers.
  fileprivate func readsQuestionsAsFacts(_ actor: Actor) -> Bool {
    guard case .performer = actor.party, actor.function != .system else { return false }
    return statement?.signed != nil && statement?.supplements.isEmpty == false
      && documentAccess(of: actor) != nil
  }
}

extension RecordedEvent {
  fileprivate var withoutQuestion: RecordedEvent {
    guard case .statementSupplementRequested(let requested) = event else { return self }
    return RecordedEvent(
      version: version, author: author, audience: audience, at: at,
      event: .statementSupplementRequested(requested.facts))
  }
}
