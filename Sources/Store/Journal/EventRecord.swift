// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation

/// An event exactly as its row holds it; the hash is over this.
struct EventRecord {
  static let columns = """
    position, stream, version, kind, schema_version, author, person, on_behalf_of, audience,
    occurred_ms, recorded_ms, correlation, payload, previous_hash, hash
    """

  let position: Int
  let stream: String
  let version: Int
  let kind: String
  let schemaVersion: Int
  let author: String
  let person: String?
  let onBehalfOf: String?
  let audience: String
  let occurred: Int64
  let recorded: Int64
  let correlation: String
  let sealed: [UInt8]
  let previousHash: [UInt8]
  let hash: [UInt8]

  /// A new event in its place; the hash is computed.
  init(
    _ event: NewEvent, stream: String, position: Int, after head: StreamHead, sealed: [UInt8],
    correlation: String, recorded: Instant
  ) throws(StoreError) {
    self.position = position
    self.stream = stream
    version = head.version + 1
    kind = event.kind
    schemaVersion = event.schemaVersion
    author = event.author
    person = event.person
    onBehalfOf = event.onBehalfOf
    audience = try Self.text(audience: event.audience)
    occurred = event.occurred.milliseconds
    self.recorded = recorded.milliseconds
    self.correlation = correlation
    self.sealed = sealed
    previousHash = head.hash
    hash = Self.digest(
      position: position, stream: stream, version: version, kind: kind,
      schemaVersion: schemaVersion, parties: [author, person, onBehalfOf, audience],
      times: [occurred, self.recorded], correlation: correlation, sealed: sealed,
      previousHash: previousHash)
  }

  init(_ row: SQLRow) throws(StoreError) {
    position = try row.int("position")
    stream = try row.text("stream")
    version = try row.int("version")
    kind = try row.text("kind")
    schemaVersion = try row.int("schema_version")
    author = try row.text("author")
    person = try row.optionalText("person")
    onBehalfOf = try row.optionalText("on_behalf_of")
    audience = try row.text("audience")
    occurred = try row.integer("occurred_ms")
    recorded = try row.integer("recorded_ms")
    correlation = try row.text("correlation")
    sealed = try row.blob("payload")
    previousHash = try row.blob("previous_hash")
    hash = try row.blob("hash")
  }

  /// The hash the stored fields should have.
  var expectedHash: [UInt8] {
    Self.digest(
      position: position, stream: stream, version: version, kind: kind,
      schemaVersion: schemaVersion, parties: [author, person, onBehalfOf, audience],
      times: [occurred, recorded], correlation: correlation, sealed: sealed,
      previousHash: previousHash)
  }

  var arguments: [SQLValue] {
    [
      .int(position), .text(stream), .int(version), .text(kind), .int(schemaVersion),
      .text(author), .optional(person), .optional(onBehalfOf), .text(audience),
      .integer(occurred), .integer(recorded), .text(correlation), .blob(sealed),
      .blob(previousHash), .blob(hash),
    ]
  }

  func header() throws(StoreError) -> EventHeader {
    header(audience: try Self.parties(audience: audience))
  }

  /// The header of an event whose audience is at hand.
  func header(audience: [String: String]) -> EventHeader {
    EventHeader(
      position: position, stream: stream, version: version, kind: kind,
      schemaVersion: schemaVersion, author: author, person: person, onBehalfOf: onBehalfOf,
      audience: audience,
      occurred: Instant(milliseconds: occurred), recorded: Instant(milliseconds: recorded),
      correlation: correlation, previousHash: previousHash, hash: hash)
  }

  /// What a payload is bound to: it opens only in the place it was sealed for.
  static func context(
    stream: String, version: Int, kind: String, schemaVersion: Int
  ) -> [String] {
    [stream, String(version), kind, String(schemaVersion)]
  }

  private static func digest(
    position: Int, stream: String, version: Int, kind: String, schemaVersion: Int,
    parties: [String?], times: [Int64], correlation: String, sealed: [UInt8],
    previousHash: [UInt8]
  ) -> [UInt8] {
    var fields = CanonicalBytes("samsyn-event-1")
    fields.append(position)
    fields.append(stream)
    fields.append(version)
    fields.append(kind)
    fields.append(schemaVersion)
    for party in parties { fields.append(party) }
    for time in times { fields.append(time) }
    fields.append(correlation)
    fields.append(sealed)
    fields.append(previousHash)
    return fields.sha256
  }

  private static func text(audience: [String: String]) throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(audience), as: UTF8.self)
    } catch {
      throw .badValue
    }
  }

  /// The audience as it is stored.
  static func parties(audience: String) throws(StoreError) -> [String: String] {
    do {
      return try JSONDecoder().decode([String: String].self, from: Data(audience.utf8))
    } catch {
      throw .damaged("event audience")
    }
  }
}
