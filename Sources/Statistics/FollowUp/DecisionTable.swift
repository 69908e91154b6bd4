// SPDX-License-Identifier: Apache-2.0
import Domain

/// What became of certificates, by their keys, as Försäkringskassan supplied it. What is not here
/// is unknown.
public struct DecisionTable: Sendable {
  /// Nothing that was supplied.
  public static let none = DecisionTable([])

  /// What an edition says of the decisions that it was made with.
  public struct Note: Hashable, Codable, Sendable {
    /// A sum over them, by which an edition that can be extended is known.
    public var sum: UInt64
    /// How many outcomes there are, and the day of the last; nil where there is none.
    public var outcomes: Int
    public var through: Day?
  }

  private struct Entry: Sendable {
    let certificate: FactKey
    let day: UInt16
    let kind: UInt8
    let outcome: UInt8
  }

  /// By key.
  private let entries: [Entry]
  public let note: Note

  /// Outcomes in any order.
  public init(
    _ outcomes: some Sequence<(certificate: FactKey, decision: CertificateDecision)>
  ) {
    entries = outcomes.map { key, decision in
      Entry(
        certificate: key, day: CertificateRow.number(decision.day),
        kind: decision.kind == .decision ? 0 : 1,
        outcome: Self.code(decision.outcome))
    }.sorted { a, b in
      (a.certificate, a.kind, a.day, a.outcome) < (b.certificate, b.kind, b.day, b.outcome)
    }
    var sum: UInt64 = 14_695_981_039_346_656_037
    for entry in entries {
      let what = UInt64(entry.day) << 16 | UInt64(entry.kind) << 8 | UInt64(entry.outcome)
      for word in [entry.certificate.high, entry.certificate.low, what] {
        sum = (sum ^ word) &* 1_099_511_628_211
      }
    }
    note = Note(
      sum: sum, outcomes: entries.count,
      through: entries.map(\.day).max().map { Day(number: Int($0)) })
  }

  private static func code(_ outcome: CertificateDecision.Outcome) -> UInt8 {
    switch outcome {
    case .granted: DecisionCode.granted
    case .partly: DecisionCode.partly
    case .refused: DecisionCode.refused
    }
  }

  /// What became of a certificate with its versions: the latest decision and the latest control
  /// about any of them; of two on one day the stricter. O(versions * log(outcomes)).
  func code(of versions: some Sequence<FactKey>) -> UInt8 {
    guard !entries.isEmpty else { return 0 }
    var latest: (decision: Entry?, control: Entry?)
    func later(_ one: Entry?, _ other: Entry) -> Entry {
      guard let one, (one.day, one.outcome) >= (other.day, other.outcome) else { return other }
      return one
    }
    for version in versions {
      var place = first(version)
      while place < entries.count, entries[place].certificate == version {
        if entries[place].kind == 0 {
          latest.decision = later(latest.decision, entries[place])
        } else {
          latest.control = later(latest.control, entries[place])
        }
        place += 1
      }
    }
    return (latest.decision?.outcome ?? 0) | (latest.control?.outcome ?? 0) << 2
  }

  private func first(_ key: FactKey) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].certificate < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How what became of a certificate stands in its column: the decision in the two lowest bits, the
/// control in the two above.
enum DecisionCode {
  // 0 is unknown; else the stricter the higher.
  static let granted: UInt8 = 1
  static let partly: UInt8 = 2
  static let refused: UInt8 = 3

  static func decision(_ code: Int) -> Int { code & 3 }
  static func control(_ code: Int) -> Int { code >> 2 & 3 }
}
