// SPDX-License-Identifier: Apache-2.0

/// What a new thread begins with.
public struct ThreadOpening: Codable, Hashable, Sendable {
  public var subject: String
  public var matter: ThreadMatter
  /// With whom; the author's own party takes part in any case.
  public var participants: Set<Party>
  /// The first message.
  public var text: String
  /// The attachments that go with it, by the identity of their files; nil where none do.
  public var attachments: [String]?

  public init(
    subject: String, matter: ThreadMatter = .assessment, participants: Set<Party>, text: String,
    attachments: [String]? = nil
  ) {
    self.subject = subject
    self.matter = matter
    self.participants = participants
    self.text = text
    self.attachments = attachments
  }
}

/// What somebody wants to do in a conversation.
public enum ConversationCommand: Hashable, Sendable {
  case openThread(ThreadOpening)
  /// `after` is the last message that the writer had before her; nil where it does not matter.
  /// `attachments` are those that wait with the answer, by the identity of their files.
  case sendMessage(thread: Int, text: String, after: Int?, attachments: [String] = [])
  case markRead(thread: Int, through: Int)
  case assignThread(Int, to: Assignee?)
  case settleThread(Int)
}

/// Largest sizes in a conversation.
public enum ConversationLimit {
  /// Characters in a subject line.
  public static let subjectLength = 120
  /// Characters in a message.
  public static let textLength = CaseLimit.textLength
  /// Files that go with a message.
  public static let attachments = 10
  /// Threads in a case.
  public static let threads = 200
  /// Messages in a thread.
  public static let messages = 500
}

extension ConversationCommand {
  /// The thread it is about; nil for one that is to be begun.
  public var thread: Int? {
    switch self {
    case .openThread: nil
    case .sendMessage(let thread, _, _, _), .markRead(let thread, _),
      .assignThread(let thread, _), .settleThread(let thread):
      thread
    }
  }

  /// Files that go with the message, by their identity.
  public var attachments: [String] {
    switch self {
    case .openThread(let opening): opening.attachments ?? []
    case .sendMessage(_, _, _, let attachments): attachments
    case .markRead, .assignThread, .settleThread: []
    }
  }
}
