// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What is stored of documents about certificates: numbers only.
public struct CertificateStatus: Codable, Sendable {
  public var documents = 0
  public var persons = 0
  public var accepted = 0
  public var acceptedWithNotes = 0
  public var rejected = 0
  /// By kind of document, and for certificates by type.
  public var kinds: [String: Int] = [:]
  /// Rejected documents by rule or refusal; one document may break several rules.
  public var rejectedBy: [String: Int] = [:]
  /// Documents by note and by remark.
  public var notes: [String: Int] = [:]
  public var remarks: [String: Int] = [:]
  /// Messages and revocations whose certificate has not come, by kind.
  public var waiting: [String: Int] = [:]
  /// The first and the last day on which a certificate that counts was signed.
  public var firstDay: Day?
  public var lastDay: Day?
  /// Imports that were broken off or still go on.
  public var openImports = 0
  /// The position of the document that was stored last.
  public var position = 0

  mutating func count(_ tally: CertificateTally) {
    let judgement = tally.judgement
    documents += tally.documents
    let kind = judgement.kind == .certificate ? judgement.type ?? "" : judgement.kind.rawValue
    kinds[kind, default: 0] += tally.documents
    switch judgement.verdict {
    case .accepted: accepted += tally.documents
    case .acceptedWithNotes: acceptedWithNotes += tally.documents
    case .rejected: rejected += tally.documents
    }
    for code in judgement.rejectedBy { rejectedBy[code, default: 0] += tally.documents }
    for code in Set(judgement.reasons.filter { $0.kind == .note }.map(\.code)) {
      notes[code, default: 0] += tally.documents
    }
    for code in Set(judgement.reasons.filter { $0.kind == .remark }.map(\.code)) {
      remarks[code, default: 0] += tally.documents
    }
  }
}

/// What came of a walk through everything that is counted.
public struct FactWalk<Result: Sendable>: Sendable {
  public let result: Result
  /// The position of the last document that was seen.
  public let position: Int
  public let versions: FactVersions
}

/// An original that the operator has opened to find a person again.
public struct ReidentifiedDocument: Sendable {
  public let kind: CertificateRowKind
  public let bytes: [UInt8]
}

extension SamsynService {
  /// What is stored. For the operator.
  public func certificateStatus() async throws(ServiceError) -> CertificateStatus {
    try await read { [keyring] connection in
      let store = CertificateStore(connection, keyring)
      var status = CertificateStatus()
      for tally in try store.tallies() { status.count(tally) }
      status.persons = try store.personCount()
      status.position = try store.last()
      for (kind, documents) in try store.waiting() { status.waiting[kind.rawValue] = documents }
      let days = try store.days()
      (status.firstDay, status.lastDay) = (days?.lowerBound, days?.upperBound)
      status.openImports = try store.batches().count { $0.ended == nil }
      return status
    }
  }

  /// Everything that is counted, person by person in the order of their pseudonyms, as it stood
  /// at one moment. The body runs on a thread of the database and may take its time.
  /// Returns what the body made, the position of the last document that it saw, and what was
  /// passed over for another version.
  public func walkFacts<Result: Sendable>(
    into start: Result, _ body: @escaping @Sendable (inout Result, PersonFacts) throws -> Void
  ) async throws(ServiceError) -> FactWalk<Result> {
    try await read { [keyring] connection in
      let store = CertificateStore(connection, keyring)
      var result = start
      let versions = try store.persons { try body(&result, $0) }
      return FactWalk(result: result, position: try store.last(), versions: versions)
    }
  }

  /// Opens the originals of the person behind a pseudonym. Only for the operator and only where
  /// law lets it be done: it is logged with its reason before anything is opened.
  /// Throws `.refused` without a reason, and `outOfRange` for a pseudonym of nobody.
  public func reidentify(
    _ person: FactKey, reason: String
  ) async throws(ServiceError) -> [ReidentifiedDocument] {
    let now = clock.now()
    return try await write { [keyring] connection in
      try OperatorAct.check(reason)
      let originals = try CertificateStore(connection, keyring).originals(of: person)
      guard !originals.isEmpty else { throw Refusal(.outOfRange, field: "key") }
      try OperatorAct.record(
        connection, "certificates.reidentify", stream: nil, reason: reason, at: now)
      return originals.map { ReidentifiedDocument(kind: $0.kind, bytes: $0.bytes) }
    }
  }
}
