// SPDX-License-Identifier: Apache-2.0

/// The conversation of a case: the threads that its events add up to.
///
/// The same type is folded from all events, to decide what may happen next, and from the events
/// that one party was sent, to show that party its threads.
public struct Conversation: Hashable, Sendable {
  public let id: CaseNumber
  /// Number of the last event; 0 before the first.
  public private(set) var version = 0
  /// By number.
  public private(set) var threads: [ConversationThread] = []

  /// The conversation after these events, oldest first.
  public init(id: CaseNumber, events: [ConversationRecord] = []) {
    self.id = id
    for event in events { apply(event) }
  }

  /// The thread with this number.
  public func thread(_ number: Int) -> ConversationThread? {
    threads.first { $0.number == number }
  }

  /// Takes the next event in.
  mutating func apply(_ record: ConversationRecord) {
    version = record.version
    if case .threadOpened(let opened) = record.event {
      threads.append(ConversationThread(opened, by: record.author, at: record.at))
      return
    }
    guard let place = threads.firstIndex(where: { $0.number == record.event.thread }) else {
      return
    }
    threads[place].apply(record)
  }
}

/// A message of a thread.
public struct ThreadMessage: Hashable, Sendable {
  public let number: Int
  public let author: Actor
  public let at: Instant
  public let text: String
  public let attachments: [MessageAttachment]
  /// Who was sent it.
  public let audience: Set<Party>
}

/// How far a person has read.
public struct ReadMark: Hashable, Sendable {
  public let party: Party
  public let person: String
  public let name: String
  /// Number of the last message that she has had before her.
  public let through: Int
  public let at: Instant
}

/// That a thread was answered, by whom and when.
public struct ThreadSettling: Hashable, Sendable {
  public let by: Actor
  public let at: Instant
}

/// One thread of a conversation.
public struct ConversationThread: Hashable, Sendable {
  public let number: Int
  public let subject: String
  public let matter: ThreadMatter
  /// Who takes part, in the order of their text form.
  public let participants: [Party]
  public let openedBy: Actor
  public let openedAt: Instant
  public private(set) var messages: [ThreadMessage] = []
  /// One per person that has read, in the order of their latest reading.
  public private(set) var reads: [ReadMark] = []
  /// Who answers for it at each organisation; a party is told only its own.
  public private(set) var assignees: [Party: Assignee] = [:]
  /// Nil while more is waited for.
  public private(set) var settled: ThreadSettling?

  init(_ opened: ThreadOpened, by author: Actor, at: Instant) {
    number = opened.thread
    subject = opened.subject
    matter = opened.matter
    participants = opened.participants
    openedBy = author
    openedAt = at
  }

  /// When the last message was sent.
  public var updatedAt: Instant { messages.last?.at ?? openedAt }

  /// How far anybody of a party has read.
  public func readThrough(_ party: Party) -> Int {
    reads.filter { $0.party == party }.map(\.through).max() ?? 0
  }

  /// Messages from others that nobody of the party has had before her.
  public func unread(_ party: Party) -> [ThreadMessage] {
    let through = readThrough(party)
    return messages.filter { $0.number > through && $0.author.party != party }
  }

  /// The last word is another's, and nobody has said that nothing more is waited for.
  public func awaitsAnswer(of party: Party) -> Bool {
    settled == nil && messages.last.map { $0.author.party != party } == true
  }

  /// Those of other parties who have read a message.
  public func readers(of message: ThreadMessage) -> [ReadMark] {
    reads.filter { $0.through >= message.number && $0.party != message.author.party }
  }

  mutating func apply(_ record: ConversationRecord) {
    switch record.event {
    case .threadOpened: break
    case .messageSent(let sent):
      settled = nil
      messages.append(
        ThreadMessage(
          number: sent.number, author: record.author, at: record.at, text: sent.text,
          attachments: sent.attachments ?? [], audience: record.audience))
    case .messageRead(let read):
      let author = record.author
      reads.removeAll { $0.party == author.party && $0.person == author.person }
      reads.append(
        ReadMark(
          party: author.party, person: author.person, name: author.name,
          through: read.through, at: record.at))
    case .threadAssigned(let assigned):
      assignees[record.author.party] = assigned.assignee
    case .threadSettled: settled = ThreadSettling(by: record.author, at: record.at)
    }
  }
}
