// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain

/// The keys derived from the master key, one per purpose. The master key itself is not kept.
public struct Keyring: Sendable {
  /// Bytes of a master key.
  public static let masterBytes = 32

  private let wrapping: SymmetricKey
  private let search: SymmetricKey
  private let draw: SymmetricKey
  private let session: SymmetricKey
  private let draft: SymmetricKey
  private let receipt: SymmetricKey
  private let position: SymmetricKey
  private let fact: SymmetricKey
  /// Signs statements.
  public let statement: StatementKey

  /// From 32 bytes of master key; throws `keyFileContent` for another length.
  public init(master: [UInt8]) throws(StoreError) {
    guard master.count == Self.masterBytes else { throw .keyFileContent }
    let key = SymmetricKey(data: master)
    wrapping = Sealing.derive(key, "wrapping")
    search = Sealing.derive(key, "search")
    draw = Sealing.derive(key, "draw")
    session = Sealing.derive(key, "session")
    draft = Sealing.derive(key, "draft")
    receipt = Sealing.derive(key, "receipt")
    position = Sealing.derive(key, "position")
    fact = Sealing.derive(key, "fact")
    statement = try StatementKey(seed: Sealing.derive(key, "statement"))
  }

  /// Reads the master key from a file. Throws `keyFileUnreadable`, `keyFileMode` when others than
  /// the owner may touch it, `keyFileContent`.
  public static func load(file path: String) throws(StoreError) -> Keyring {
    try Keyring(master: try KeyFile.read(path))
  }

  /// Makes a new master key in a new file with mode 0600. Throws `keyFileExists` and never
  /// overwrites: a lost master key cannot be replaced.
  public static func create(file path: String) throws(StoreError) -> Keyring {
    let master = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    try KeyFile.write(master, path)
    return try Keyring(master: master)
  }

  /// The keyed hash an exact search compares. `kind` keeps different identifiers apart
  /// (`person`, `fk`); the text must already be in its one normal form.
  public func searchHash(kind: String, normalizedText: String) -> [UInt8] {
    hash(search, "search", [kind, normalizedText])
  }

  /// The key under which something is counted: the first 128 bits of a keyed hash. `kind` keeps
  /// persons, certificates, messages and doctors apart; the text must be in its one normal form.
  public func factKey(kind: String, _ normalizedText: String) -> FactKey {
    Self.factKey(hash(fact, "fact", [kind, normalizedText]))
  }

  /// The same for the bytes of a document.
  public func factDigest(_ bytes: [UInt8]) -> FactKey {
    var fields = CanonicalBytes("samsyn-keyring-1")
    fields.append("document")
    fields.append(bytes)
    return Self.factKey(fields.authenticated(with: fact))
  }

  private static func factKey(_ hash: [UInt8]) -> FactKey {
    let halves = [hash[0..<8], hash[8..<16]].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    return FactKey(high: halves[0], low: halves[1])
  }

  /// The secret of the draw of one case. Its hash is committed before the request is answered.
  public func drawSecret(caseID: String) -> [UInt8] { hash(draw, "draw", [caseID]) }

  /// The keyed hash under which an idempotency key is remembered.
  func receiptHash(_ key: String) -> [UInt8] { hash(receipt, "receipt", [key]) }

  /// A keyed hash of what a command said, for telling a repetition from another command. It is
  /// keyed, since a command may name a person.
  public func saidHash(_ command: [UInt8]) -> [UInt8] {
    hash(receipt, "said", [command.hexadecimal])
  }

  /// The keyed hash under which a session is kept; the token itself is never stored.
  func sessionHash(_ token: String) -> [UInt8] { hash(session, "session-token", [token]) }

  func sealSession(_ data: [UInt8], idHash: [UInt8]) throws(StoreError) -> [UInt8] {
    try Sealing.seal(
      data, key: Sealing.derive(session, "data"),
      context: context("session-data", idHash.hexadecimal))
  }

  func openSession(_ sealed: [UInt8], idHash: [UInt8]) throws(StoreError) -> [UInt8] {
    Array(
      try Sealing.open(
        sealed, key: Sealing.derive(session, "data"),
        context: context("session-data", idHash.hexadecimal)))
  }

  func sealDraft(_ data: [UInt8], id: String) throws(StoreError) -> [UInt8] {
    try Sealing.seal(data, key: draft, context: context("draft", id))
  }

  func openDraft(_ sealed: [UInt8], id: String) throws(StoreError) -> [UInt8] {
    Array(try Sealing.open(sealed, key: draft, context: context("draft", id)))
  }

  /// A journal position as it is told to a browser: a text of one length that says nothing and is
  /// another each time, since the position moves with what was sent to others.
  public func sealPosition(_ number: Int) throws(StoreError) -> String {
    let bytes = withUnsafeBytes(of: Int64(number).bigEndian) { Array($0) }
    return try Sealing.seal(bytes, key: position, context: context("position", "")).hexadecimal
  }

  /// The position in a text that `sealPosition` gave; throws `sealBroken` for any other text.
  public func openPosition(_ text: String) throws(StoreError) -> Int {
    guard let sealed = [UInt8](hexadecimal: text) else { throw .sealBroken }
    let bytes = try Sealing.open(sealed, key: position, context: context("position", ""))
    return Int(bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) })
  }

  /// A case key as it is stored: sealed, and bound to its stream.
  func wrap(_ key: CaseKey, stream: String) throws(StoreError) -> [UInt8] {
    try Sealing.seal(key.bytes, key: wrapping, context: context("case-key", stream))
  }

  func unwrap(_ wrapped: [UInt8], stream: String) throws(StoreError) -> CaseKey {
    CaseKey(
      bytes: Array(
        try Sealing.open(wrapped, key: wrapping, context: context("case-key", stream))))
  }

  private func context(_ purpose: String, _ place: String) -> CanonicalBytes {
    var fields = CanonicalBytes("samsyn-keyring-1")
    fields.append(purpose)
    fields.append(place)
    return fields
  }

  private func hash(_ key: SymmetricKey, _ purpose: String, _ texts: [String]) -> [UInt8] {
    var fields = CanonicalBytes("samsyn-keyring-1")
    fields.append(purpose)
    for text in texts { fields.append(text) }
    return fields.authenticated(with: key)
  }
}
