// SPDX-License-Identifier: Apache-2.0
import Domain

/// A document's row exactly as the table holds it.
struct DocumentRecord {
  static let columns = """
    id, stream, party, person, state, size_bytes, received_bytes, address, created_ms,
    updated_ms, sealed
    """

  let id: String
  let stream: String
  let party: String
  let person: String
  let state: DocumentState
  let sizeBytes: Int
  let receivedBytes: Int
  let address: [UInt8]?
  let created: Instant
  let updated: Instant
  let sealed: [UInt8]

  private static let purpose = "document-details"
  private static let hashBytes = 32

  init(_ row: SQLRow) throws(StoreError) {
    guard let state = DocumentState(rawValue: try row.text("state")) else {
      throw .damaged("document state")
    }
    id = try row.text("id")
    stream = try row.text("stream")
    party = try row.text("party")
    person = try row.text("person")
    self.state = state
    sizeBytes = try row.int("size_bytes")
    receivedBytes = try row.int("received_bytes")
    address = try row.optionalBlob("address")
    created = try row.instant("created_ms")
    updated = try row.instant("updated_ms")
    sealed = try row.blob("sealed")
  }

  /// The row of what is known, its details and hash sealed.
  init(_ document: StoredDocument, _ key: CaseKey) throws(StoreError) {
    id = document.id
    stream = document.stream
    party = document.party
    person = document.person
    state = document.state
    sizeBytes = document.sizeBytes
    receivedBytes = document.receivedBytes
    address = document.address
    created = document.created
    updated = document.updated
    // The hash stands first and has a known length, so that details of any length may follow.
    sealed = try key.seal(
      (document.sha256 ?? []) + document.details, purpose: Self.purpose,
      context: Self.context(document))
  }

  var arguments: [SQLValue] {
    [
      .text(id), .text(stream), .text(party), .text(person), .text(state.rawValue),
      .int(sizeBytes), .int(receivedBytes), .optional(address), .instant(created),
      .instant(updated), .blob(sealed),
    ]
  }

  /// What is known of the document. Throws `sealBroken` when the sealed part is another row's or
  /// a column it is bound to was changed, `damaged` when address or size do not fit.
  func opened(with key: CaseKey) throws(StoreError) -> StoredDocument {
    let plaintext = try key.open(sealed, purpose: Self.purpose, context: context)
    guard state == .whole else { return document(details: plaintext, sha256: nil) }
    guard plaintext.count >= Self.hashBytes, receivedBytes == sizeBytes else {
      throw .damaged("document size")
    }
    let sha256 = Array(plaintext.prefix(Self.hashBytes))
    guard address == Self.address(sha256, key) else { throw .damaged("document address") }
    return document(details: Array(plaintext.dropFirst(Self.hashBytes)), sha256: sha256)
  }

  /// The address of bytes within a case, by way of their SHA-256.
  static func address(_ sha256: [UInt8], _ key: CaseKey) -> [UInt8] {
    key.keyedHash(purpose: "document-address", sha256)
  }

  private func document(details: [UInt8], sha256: [UInt8]?) -> StoredDocument {
    StoredDocument(
      id: id, stream: stream, party: party, person: person, state: state, sizeBytes: sizeBytes,
      receivedBytes: receivedBytes, details: details, sha256: sha256, address: address,
      created: created, updated: updated)
  }

  private var context: [String] { Self.context(document(details: [], sha256: nil)) }

  /// What the sealed part is bound to: whose document it is, how large, since when and in which
  /// state cannot be changed without its key.
  private static func context(_ document: StoredDocument) -> [String] {
    [
      document.stream, document.id, document.party, document.person, document.state.rawValue,
      String(document.sizeBytes), String(document.created.milliseconds),
    ]
  }
}
