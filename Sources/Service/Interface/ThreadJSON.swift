// SPDX-License-Identifier: Apache-2.0
import Domain

/// A person of a party, as the other parties are told of her.
public struct CorrespondentJSON: Codable, Hashable, Sendable {
  public var party: Party
  public var person: String
  public var name: String

  init(_ actor: Actor) {
    party = actor.party
    person = actor.person
    name = actor.name
  }
}

/// A message of a thread.
public struct MessageJSON: Codable, Hashable, Sendable {
  public var number: Int
  public var author: CorrespondentJSON
  public var at: Instant
  public var text: String
  /// The files that go with it; nil where none do.
  public var attachments: [MessageAttachment]?
}

/// How far a person has read.
public struct ReadMarkJSON: Codable, Hashable, Sendable {
  public var party: Party
  public var person: String
  public var name: String
  public var through: Int
  public var at: Instant
}

/// What a list of threads tells of one.
public struct ThreadHeadJSON: Codable, Hashable, Sendable {
  public var number: Int
  public var subject: String
  public var matter: ThreadMatter
  public var participants: [Party]
  /// When the last message was sent.
  public var updatedAt: Instant
  public var messageCount: Int
  /// Messages from others that nobody of the party has read.
  public var unread: Int
  /// The last word is another's and the thread is not settled.
  public var awaitsAnswer: Bool
  public var isSettled: Bool
  /// Who answers for it at the party.
  public var assignee: Assignee?

  public init(_ view: ThreadView) {
    let thread = view.thread
    number = thread.number
    subject = thread.subject
    matter = thread.matter
    participants = thread.participants
    updatedAt = thread.updatedAt
    messageCount = thread.messages.count
    unread = view.unread.count
    awaitsAnswer = view.awaitsAnswer
    isSettled = thread.settled != nil
    assignee = view.assignee
  }
}

/// The threads of a case as a party has been sent them, the latest message first.
public struct ThreadListJSON: Codable, Hashable, Sendable {
  public var number: CaseNumber
  public var party: Party
  public var threads: [ThreadHeadJSON]
  /// Whom a new thread can be begun with.
  public var correspondents: [Party]
  /// Why none can be begun; nil where one can.
  public var refusal: RefusalJSON?

  public init(_ view: ConversationView) {
    number = view.id
    party = view.actor.party
    threads = view.threads.map(ThreadHeadJSON.init)
    correspondents = view.correspondents
    refusal = view.beginning.map(RefusalJSON.init)
  }
}

/// A thread as a party has been sent it. Reading it over the interface leaves no read mark.
public struct ThreadJSON: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  public var thread: ThreadHeadJSON
  public var openedBy: CorrespondentJSON
  public var openedAt: Instant
  public var messages: [MessageJSON]
  public var reads: [ReadMarkJSON]
  /// Who take part and are no longer parties of the case: they are sent nothing more.
  public var former: [Party]
  public var settledBy: CorrespondentJSON?
  public var settledAt: Instant?
  /// Why nothing can be written; nil where it can.
  public var refusal: RefusalJSON?

  public init(_ view: ThreadView, in id: CaseNumber) {
    let thread = view.thread
    assessment = id
    self.thread = ThreadHeadJSON(view)
    openedBy = CorrespondentJSON(thread.openedBy)
    openedAt = thread.openedAt
    messages = thread.messages.map {
      MessageJSON(
        number: $0.number, author: CorrespondentJSON($0.author), at: $0.at, text: $0.text,
        attachments: $0.attachments.isEmpty ? nil : $0.attachments)
    }
    reads = thread.reads.map {
      ReadMarkJSON(
        party: $0.party, person: $0.person, name: $0.name, through: $0.through, at: $0.at)
    }
    former = view.former
    settledBy = thread.settled.map { CorrespondentJSON($0.by) }
    settledAt = thread.settled?.at
    refusal = view.writing.map(RefusalJSON.init)
  }
}

/// A person's own attachments that wait to be sent.
public struct AttachmentListJSON: Codable, Hashable, Sendable {
  public var items: [MessageAttachment]

  public init(items: [MessageAttachment]) { self.items = items }
}

/// A message that is to be sent.
public struct MessageRequest: Codable, Hashable, Sendable {
  public var text: String
  /// The last message that the writer has read; a newer one is then told instead of sending.
  public var after: Int?
  /// Files that wait in the thread and go with the message, by identity; nil where none do.
  public var attachments: [String]?

  public init(text: String, after: Int? = nil, attachments: [String]? = nil) {
    self.text = text
    self.after = after
    self.attachments = attachments
  }
}

/// What was sent, and where it stands.
public struct MessageResultJSON: Codable, Hashable, Sendable {
  public var assessment: CaseNumber
  public var thread: Int
  public var message: Int?
  /// The same had been sent before with the same key, and was not sent again.
  public var repeated: Bool

  public init(_ result: ConversationResult) {
    assessment = result.id
    thread = result.thread
    message = result.message
    repeated = result.isRepetition
  }
}
