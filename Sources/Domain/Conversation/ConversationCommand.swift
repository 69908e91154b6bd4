// SPDX-License-Identifier: Apache-2.0

/// What a new thread begins with.
public struct ThreadOpening: Codable, Hashable, Sendable {
  public var subject: String
  public var matter: ThreadMatter
  /// With whom; the author's own party takes part in any case.
  public var participants: Set<Party>
  /// The first message.
  public var text: String

  public init(
    subject: String, matter: ThreadMatter = .assessment, participants: Set<Party>, text: String
  ) {
    self.subject = subject
    self.matter = matter
    self.participants = participants
    self.text = text
  }
}

/// What somebody wants to do in a conversation.
public enum ConversationCommand: Hashable, Sendable {
  case openThread(ThreadOpening)
  /// `after` is the last message that the writer had before her; nil where it does not matter.
  case sendMessage(thread: Int, text: String, after: Int?)
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
  /// Threads in a case.
  public static let threads = 200
  /// Messages in a thread.
  public static let messages = 500
}
