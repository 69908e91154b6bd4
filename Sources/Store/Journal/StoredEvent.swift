// SPDX-License-Identifier: Apache-2.0
import Domain

/// What is known of a stored event without its key.
public struct EventHeader: Hashable, Sendable {
  /// Place among all events, from 1 without gaps, in the order of commits.
  public let position: Int
  /// The stream it belongs to.
  public let stream: String
  /// Place within the stream, from 1 without gaps.
  public let version: Int
  /// The event's kind.
  public let kind: String
  /// The version of the payload's form.
  public let schemaVersion: Int
  /// The party that said it.
  public let author: String
  /// The person who acted.
  public let person: String?
  /// The party on whose behalf it was said.
  public let onBehalfOf: String?
  /// Party to `full` or `facts`.
  public let audience: [String: String]
  /// When it happened.
  public let occurred: Instant
  /// When it was stored.
  public let recorded: Instant
  /// What binds the events of one command together.
  public let correlation: String
  /// The hash of the event before it in the stream; 32 zeros for the first.
  public let previousHash: [UInt8]
  /// SHA-256 over all of the above, the sealed payload and the previous hash.
  public let hash: [UInt8]

  /// Where the stream stood before the event.
  public var headBefore: StreamHead { StreamHead(version: version - 1, hash: previousHash) }
  /// Where the stream stands with the event.
  public var head: StreamHead { StreamHead(version: version, hash: hash) }
}

/// A stored event with its payload in the clear. The header's fields are read directly.
@dynamicMemberLookup
public struct StoredEvent: Hashable, Sendable {
  /// What is known without the key.
  public let header: EventHeader
  /// The content in the clear.
  public let payload: [UInt8]

  /// The header's fields.
  public subscript<T>(dynamicMember path: KeyPath<EventHeader, T>) -> T { header[keyPath: path] }
}

/// Where a stream stands.
public struct StreamHead: Hashable, Sendable {
  /// Version of the last event, 0 when there is none.
  public let version: Int
  /// Hash of the last event, 32 zeros when there is none.
  public let hash: [UInt8]

  /// The head of a stream without events.
  public static let none = StreamHead(version: 0, hash: [UInt8](repeating: 0, count: 32))
}

/// What a finished command left behind, so that its repetition is answered and not done again.
public struct CommandReceipt: Hashable, Sendable {
  /// The stream the command wrote to.
  public let stream: String
  /// The first version it wrote.
  public let firstVersion: Int
  /// The last version it wrote.
  public let lastVersion: Int
  /// The answer that was given; no personal data.
  public let result: String
  /// `Keyring.saidHash` of the command; nil where nobody can give its key for another.
  public let saidHash: [UInt8]?
  /// When it was done.
  public let recorded: Instant

  /// A receipt.
  public init(
    stream: String, firstVersion: Int, lastVersion: Int, result: String,
    saidHash: [UInt8]? = nil, recorded: Instant
  ) {
    self.stream = stream
    self.firstVersion = firstVersion
    self.lastVersion = lastVersion
    self.result = result
    self.saidHash = saidHash
    self.recorded = recorded
  }
}
