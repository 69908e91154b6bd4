// SPDX-License-Identifier: Apache-2.0
import Domain

/// Work that an analyst asked for on a page: an import of files that she sent, or a new edition.
public struct FollowUpJob: Hashable, Sendable {
  /// What is done. The raw value is stored.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case upload
    case edition
  }

  /// How it stands. The raw value is stored.
  public enum State: String, Hashable, Codable, CaseIterable, Sendable {
    /// The files are coming.
    case receiving
    /// Waits for a process to take it.
    case waiting
    case running
    case done
    /// It could not go on; it can be begun again where it stopped.
    case stopped
    /// Somebody stopped it; what was stored stays.
    case cancelled

    /// Whether it is still to come or under way.
    public var isOpen: Bool { self == .waiting || self == .running || self == .receiving }
  }

  public let id: Int
  public let kind: Kind
  /// Who asked for it, as in the access log.
  public let party: String
  public let person: String
  public let state: State
  public let created: Instant
  public let changed: Instant
  /// How often a process has begun with it.
  public let attempts: Int
  /// Its number in the journal of imports.
  public let batch: Int?
  /// How far it has come, in the service's own form.
  public let progress: String?
  /// What came of it, in the service's own form.
  public let outcome: String?

  init(_ row: SQLRow) throws(StoreError) {
    guard let kind = Kind(rawValue: try row.text("kind")),
      let state = State(rawValue: try row.text("state"))
    else { throw .damaged("follow-up job") }
    id = try row.int("id")
    self.kind = kind
    party = try row.text("party")
    person = try row.text("person")
    self.state = state
    created = try row.instant("created_ms")
    changed = try row.instant("changed_ms")
    attempts = try row.int("attempts")
    batch = try row.optionalInt("batch")
    progress = try row.optionalText("progress")
    outcome = try row.optionalText("outcome")
  }

  static let columns =
    "id, kind, party, person, state, created_ms, changed_ms, attempts, batch, progress, outcome"
}

/// A file of an upload.
public struct UploadedFile: Hashable, Sendable {
  /// From 1, in the order in which they were sent.
  public let place: Int
  /// As it was named; it may hold personal data.
  public let name: String
  public let bytes: Int

  public init(place: Int, name: String, bytes: Int) {
    self.place = place
    self.name = name
    self.bytes = bytes
  }
}

/// What became of one document of an upload.
public struct UploadedItem: Hashable, Sendable {
  /// What became of it. The raw value is stored.
  public enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
    case rejected
    case acceptedWithNotes = "accepted-with-notes"
    case accepted
    /// Stored before.
    case known
    /// A file of another kind.
    case passedOver = "passed-over"
  }

  /// From 1, in the order in which it was met.
  public let number: Int
  public let outcome: Outcome
  public let kind: CertificateRowKind
  public let type: String?
  public let refusal: String?
  public let reasons: [CertificateReason]
  /// The file, and in an archive the entry; it may hold personal data.
  public let name: String

  public init(
    number: Int, outcome: Outcome, kind: CertificateRowKind, type: String?, refusal: String?,
    reasons: [CertificateReason], name: String
  ) {
    self.number = number
    self.outcome = outcome
    self.kind = kind
    self.type = type
    self.refusal = refusal
    self.reasons = reasons
    self.name = name
  }
}
