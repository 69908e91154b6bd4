// SPDX-License-Identifier: Apache-2.0

/// The threads of a case as one person sees them: those that were sent to her party, if she works
/// on the case or was given them.
public struct ConversationView: Sendable {
  public let id: CaseNumber
  public let actor: Actor
  /// The latest thread first.
  public let threads: [ThreadView]
  /// The case as the party has been sent it.
  public let seen: Assessment
  /// Whom a new thread can be begun with; empty where she can begin none.
  public let correspondents: [Party]
  /// Why she can begin none; nil where she can.
  public let beginning: Refusal?

  /// - Parameters:
  ///   - history: all events of the conversation; what the party was not sent is left out here.
  ///   - assessment: the case as a whole, for who is a party of it now.
  ///   - seen: the case as the party has been sent it.
  public init(
    id: CaseNumber, history: [ConversationRecord], for actor: Actor, assessment: Assessment,
    seen: Assessment
  ) {
    let sent = history.filter { $0.audience.contains(actor.party) }
    let conversation = Conversation(id: id, events: sent)
    self.id = id
    self.actor = actor
    self.seen = seen
    threads = conversation.threads.filter { $0.isOpen(to: actor, seen) }
      .map { thread in
        ThreadView(
          thread: thread, party: actor.party, seen: seen,
          writing: conversation.writingRefusal(thread, actor, assessment),
          current: Set(assessment.correspondents))
      }
      .sorted { ($0.thread.updatedAt, $0.thread.number) > ($1.thread.updatedAt, $1.thread.number) }
    let parties = assessment.correspondents
    if !seen.isWorkedOn(by: actor) {
      beginning = Refusal(.notOnCase)
    } else {
      beginning = parties.contains(actor.party) ? nil : Refusal(.noLongerParty)
    }
    correspondents = beginning == nil ? assessment.correspondents(of: actor.party) : []
  }

  /// The thread with this number, if she may read it.
  public func thread(_ number: Int) -> ThreadView? {
    threads.first { $0.thread.number == number }
  }
}

/// A thread as one party sees it.
public struct ThreadView: Hashable, Sendable {
  public let thread: ConversationThread
  public let party: Party
  /// The case as the party has been sent it.
  public let seen: Assessment
  /// Why the reader cannot write in it; nil where she can.
  public let writing: Refusal?
  /// Those who take part and are no longer parties of the case: they are sent nothing more.
  public let former: [Party]

  init(
    thread: ConversationThread, party: Party, seen: Assessment, writing: Refusal?,
    current: Set<Party>
  ) {
    self.thread = thread
    self.party = party
    self.seen = seen
    self.writing = writing
    former = thread.participants.filter { !current.contains($0) }
  }

  public var unread: [ThreadMessage] { thread.unread(party) }
  public var awaitsAnswer: Bool { thread.awaitsAnswer(of: party) }
  /// Who answers for it at the reader's organisation.
  public var assignee: Assignee? { thread.assignees[party] }
}
