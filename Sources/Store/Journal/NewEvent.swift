// SPDX-License-Identifier: Apache-2.0
import Domain

/// An event to be appended.
public struct NewEvent: Hashable, Sendable {
  /// The event's kind, a stable name.
  public let kind: String
  /// The version of the payload's form, from 1.
  public let schemaVersion: Int
  /// The party that says it, in `Party`'s text form.
  public let author: String
  /// The person who acted, as a pseudonym or HSA-id; nothing for a machine.
  public let person: String?
  /// The party on whose behalf it was said, when that is another.
  public let onBehalfOf: String?
  /// Who it is sent to: party to `full` or `facts`.
  public let audience: [String: String]
  /// When it happened.
  public let occurred: Instant
  /// The content in the clear; it is sealed before it is stored.
  public let payload: [UInt8]

  /// An event to be appended.
  public init(
    kind: String, schemaVersion: Int, author: String, person: String? = nil,
    onBehalfOf: String? = nil, audience: [String: String], occurred: Instant, payload: [UInt8]
  ) {
    self.kind = kind
    self.schemaVersion = schemaVersion
    self.author = author
    self.person = person
    self.onBehalfOf = onBehalfOf
    self.audience = audience
    self.occurred = occurred
    self.payload = payload
  }
}
