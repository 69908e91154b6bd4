// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics
import Store

/// What became of the documents of an edition, by care unit: how many were accepted, noted and
/// rejected and why, how many wait, and how many are tied to no care unit. Numbers only.
public struct DocumentQuality: Codable, Hashable, Sendable {
  /// The documents of a care unit, or of those that are tied to none.
  public struct Row: Codable, Hashable, Sendable {
    /// HSA-id; nil for documents that are tied to no care unit.
    public var careUnit: String?
    public var documents = 0
    public var accepted = 0
    public var noted = 0
    public var rejected = 0
    /// Messages and revocations whose certificate has not come.
    public var waiting = 0
    /// Rejected documents by rule or refusal; a document may break several rules.
    public var rejectedBy: [String: Int] = [:]
    /// Noted documents by note.
    public var notes: [String: Int] = [:]

    init(careUnit: String?) { self.careUnit = careUnit }

    mutating func count(_ tally: CertificateTally) {
      let judgement = tally.judgement
      documents += tally.documents
      switch judgement.verdict {
      case .accepted: accepted += tally.documents
      case .acceptedWithNotes: noted += tally.documents
      case .rejected: rejected += tally.documents
      }
      for code in judgement.rejectedBy { rejectedBy[code, default: 0] += tally.documents }
      guard judgement.verdict == .acceptedWithNotes else { return }
      for code in Set(judgement.reasons.filter { $0.kind == .note }.map(\.code)) {
        notes[code, default: 0] += tally.documents
      }
    }

    mutating func add(_ other: Row) {
      documents += other.documents
      accepted += other.accepted
      noted += other.noted
      rejected += other.rejected
      waiting += other.waiting
      rejectedBy.merge(other.rejectedBy, uniquingKeysWith: +)
      notes.merge(other.notes, uniquingKeysWith: +)
    }
  }

  /// Certificates that were signed in a month, and documents of which that is not known.
  public struct Month: Codable, Hashable, Sendable {
    /// Such as `2026-03`; nil where it is not known.
    public let month: String?
    public internal(set) var accepted = 0
    public internal(set) var noted = 0
    public internal(set) var rejected = 0

    /// All of them.
    public var documents: Int { accepted + noted + rejected }

    mutating func count(_ verdict: CertificateVerdict, _ documents: Int) {
      switch verdict {
      case .accepted: accepted += documents
      case .acceptedWithNotes: noted += documents
      case .rejected: rejected += documents
      }
    }
  }

  /// By care unit, those without one first.
  public private(set) var rows: [Row]
  /// By month of signing, the oldest first and the unknown last; nil in editions that were made
  /// before this was kept.
  public private(set) var months: [Month]?
  /// Messages and revocations whose certificate has not come, by kind; nil as `months`.
  public private(set) var waitingByKind: [String: Int]?

  init(_ store: CertificateStore, units: UnitTable) throws {
    var rows: [String: Row] = [:]
    func careUnit(_ unit: String) -> String? {
      units.tie(unit: unit, on: .latest).careUnit.map { units.units[$0].id }
    }
    func change(_ unit: String, _ body: (inout Row) -> Void) {
      let id = careUnit(unit)
      body(&rows[id ?? "", default: Row(careUnit: id)])
    }
    for (unit, tally) in try store.talliesByUnit() { change(unit) { $0.count(tally) } }
    for (unit, documents) in try store.waitingByUnit() { change(unit) { $0.waiting += documents } }
    self.rows = rows.keys.sorted().compactMap { rows[$0] }
    var months: [String: Month] = [:]
    for tally in try store.talliesByMonth() {
      months[tally.month ?? Self.unknownMonth, default: Month(month: tally.month)]
        .count(tally.verdict, tally.documents)
    }
    self.months = months.keys.sorted().compactMap { months[$0] }
    let waiting = try store.waiting().map { ($0.key.rawValue, $0.value) }
    waitingByKind = Dictionary(waiting, uniquingKeysWith: +)
  }

  /// Sorts after every month.
  private static let unknownMonth = "~"

  private static let file = "quality.json"

  /// Reads what `write` wrote; nil where it is not there.
  init?(in folder: String) {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.file)"),
      let read = try? JSONDecoder().decode(DocumentQuality.self, from: data)
    else { return nil }
    self = read
  }

  /// Writes it beside the columns of an edition.
  func write(in folder: String) throws {
    let bytes = Data(try stableJSON(self))
    let isWritten = FileManager.default.createFile(
      atPath: "\(folder)/\(Self.file)", contents: bytes,
      attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw ServiceError.fault("follow-up.unwritable") }
  }

  /// The sum over some care units. Documents that are tied to none belong to nobody's units and
  /// are in the sum only where everything is asked for.
  public func sum(where holds: (String?) -> Bool) -> Row {
    rows.filter { holds($0.careUnit) }.reduce(into: Row(careUnit: nil)) { $0.add($1) }
  }
}

/// A sum of `DocumentQuality` as it may be shown: small numbers are nil. So that none is found by
/// subtraction, a number that small ones add up to is nil too: of a verdict where one of its
/// reasons, or what is left without one of them, is small, and of all documents where one of the
/// verdicts is nil.
public struct ShownQuality: Codable, Hashable, Sendable {
  public let documents: Int?
  public let accepted: Int?
  public let noted: Int?
  public let rejected: Int?
  public let waiting: Int?
  /// Documents that are tied to no care unit; nil where it is not for the reader, or small.
  public let unlinked: Int?
  /// By rule, refusal or note; a code with nil has some documents, and fewer than the threshold.
  public let rejectedBy: [String: Int?]
  public let notes: [String: Int?]
  /// The smallest number above nought that is shown.
  public let threshold: Int

  public init(_ row: DocumentQuality.Row, unlinked: Int?, threshold: Int) {
    func shown(_ number: Int) -> Int? { number == 0 || number >= threshold ? number : nil }
    func whole(_ number: Int, of parts: [String: Int]) -> Int? {
      parts.values.contains { shown($0) == nil || shown(max(number - $0, 0)) == nil }
        ? nil : shown(number)
    }
    accepted = shown(row.accepted)
    noted = whole(row.noted, of: row.notes)
    rejected = whole(row.rejected, of: row.rejectedBy)
    documents = accepted == nil || noted == nil || rejected == nil ? nil : row.documents
    waiting = shown(row.waiting)
    self.unlinked = unlinked.flatMap(shown)
    rejectedBy = row.rejectedBy.mapValues(shown)
    notes = row.notes.mapValues(shown)
    self.threshold = threshold
  }
}
