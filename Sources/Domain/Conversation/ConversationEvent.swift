// SPDX-License-Identifier: Apache-2.0

/// A thread was begun; its first message follows as an event of its own.
public struct ThreadOpened: Codable, Hashable, Sendable {
  /// 1 for the first thread of the case.
  public var thread: Int
  /// The subject line, at most `ConversationLimit.subjectLength` characters.
  public var subject: String
  public var matter: ThreadMatter
  /// Who takes part, the author included, in the order of their text form. It never grows: who
  /// joins later could otherwise read what was not sent to it.
  public var participants: [Party]

  public init(thread: Int, subject: String, matter: ThreadMatter, participants: [Party]) {
    self.thread = thread
    self.subject = subject
    self.matter = matter
    self.participants = participants
  }
}

/// A message was sent to those who take part and are parties of the case at that moment.
public struct MessageSent: Codable, Hashable, Sendable {
  public var thread: Int
  /// 1 for the first message of the thread.
  public var number: Int
  public var text: String
  /// The files that go with it, in the order they were attached; nil where none do, as in
  /// messages from before files could.
  public var attachments: [MessageAttachment]?

  public init(
    thread: Int, number: Int, text: String, attachments: [MessageAttachment] = []
  ) {
    self.thread = thread
    self.number = number
    self.text = text
    self.attachments = attachments.isEmpty ? nil : attachments
  }
}

/// A person has had the thread before her, up to and with a message.
public struct MessageRead: Codable, Hashable, Sendable {
  public var thread: Int
  public var through: Int

  public init(thread: Int, through: Int) {
    self.thread = thread
    self.through = through
  }
}

/// A person who answers for a thread at her organisation.
public struct Assignee: Codable, Hashable, Sendable {
  /// Identifier of the person at her organisation; never a personal identity number.
  public var person: String
  public var name: String

  public init(person: String, name: String) {
    self.person = person
    self.name = name
  }
}

/// Somebody of an organisation took a thread over, was given it, or let it go. Other
/// organisations are not told who does what at this one.
public struct ThreadAssigned: Codable, Hashable, Sendable {
  public var thread: Int
  /// Nil when nobody answers for it any more.
  public var assignee: Assignee?

  public init(thread: Int, assignee: Assignee?) {
    self.thread = thread
    self.assignee = assignee
  }
}

/// The matter is answered and nothing more is waited for. A later message opens it again.
public struct ThreadSettled: Codable, Hashable, Sendable {
  public var thread: Int

  public init(thread: Int) { self.thread = thread }
}

/// The kind of an event of a conversation. The raw value is stored, so a name is never changed or
/// used again.
public enum ConversationEventKind: String, Codable, Sendable, CaseIterable {
  case threadOpened
  case messageSent
  case messageRead
  case threadAssigned
  case threadSettled
}

/// Something that has happened in the conversation of a case.
public enum ConversationEvent: Hashable, Sendable {
  case threadOpened(ThreadOpened)
  case messageSent(MessageSent)
  case messageRead(MessageRead)
  case threadAssigned(ThreadAssigned)
  case threadSettled(ThreadSettled)

  public var kind: ConversationEventKind {
    switch self {
    case .threadOpened: .threadOpened
    case .messageSent: .messageSent
    case .messageRead: .messageRead
    case .threadAssigned: .threadAssigned
    case .threadSettled: .threadSettled
    }
  }

  /// Number of the thread it belongs to.
  public var thread: Int {
    switch self {
    case .threadOpened(let opened): opened.thread
    case .messageSent(let sent): sent.thread
    case .messageRead(let read): read.thread
    case .threadAssigned(let assigned): assigned.thread
    case .threadSettled(let settled): settled.thread
    }
  }
}

// Stored form: {"kind": "messageSent", "data": {...}}.
extension ConversationEvent: Codable {
  private enum CodingKeys: String, CodingKey { case kind, data }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(kind, forKey: .kind)
    switch self {
    case .threadOpened(let data): try box.encode(data, forKey: .data)
    case .messageSent(let data): try box.encode(data, forKey: .data)
    case .messageRead(let data): try box.encode(data, forKey: .data)
    case .threadAssigned(let data): try box.encode(data, forKey: .data)
    case .threadSettled(let data): try box.encode(data, forKey: .data)
    }
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    switch try box.decode(ConversationEventKind.self, forKey: .kind) {
    case .threadOpened: self = .threadOpened(try box.decode(ThreadOpened.self, forKey: .data))
    case .messageSent: self = .messageSent(try box.decode(MessageSent.self, forKey: .data))
    case .messageRead: self = .messageRead(try box.decode(MessageRead.self, forKey: .data))
    case .threadAssigned:
      self = .threadAssigned(try box.decode(ThreadAssigned.self, forKey: .data))
    case .threadSettled: self = .threadSettled(try box.decode(ThreadSettled.self, forKey: .data))
    }
  }
}

/// An event in its place in a case's conversation.
public struct ConversationRecord: Hashable, Sendable {
  /// 1 for the first event of the conversation.
  public let version: Int
  public let author: Actor
  /// Who was sent it. Decided when it is written and never changed.
  public let audience: Set<Party>
  public let at: Instant
  public let event: ConversationEvent

  public init(
    version: Int, author: Actor, audience: Set<Party>, at: Instant, event: ConversationEvent
  ) {
    self.version = version
    self.author = author
    self.audience = audience
    self.at = at
    self.event = event
  }
}
