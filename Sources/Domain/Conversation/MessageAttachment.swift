// SPDX-License-Identifier: Apache-2.0

/// A file that goes with a message. It is a part of the message and no document of the underlag:
/// who may read the message may open it, and nobody else.
public struct MessageAttachment: Codable, Hashable, Sendable {
  /// What the sender's file was called, tidied for people to read.
  public var name: String
  public var file: DocumentFile

  public init(name: String, file: DocumentFile) {
    self.name = name
    self.file = file
  }
}

/// Where a message is being written, and its attachments wait.
public enum MessagePlace: Hashable, Sendable {
  case newThread
  case answer(thread: Int)
}
