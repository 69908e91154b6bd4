// SPDX-License-Identifier: Apache-2.0
import Domain

/// Care units, and which of them every unit belongs to over time, as the catalogue's snapshots
/// have it.
public struct UnitTable: Hashable, Sendable {
  /// A care unit (vårdenhet) as the latest snapshot that knows it has it.
  public struct Unit: Hashable, Codable, Sendable {
    /// HSA-id, normalized.
    public var id: String
    public var name: String
    /// The care provider (vårdgivare); nil where the catalogue names none.
    public var provider: String?
    public var providerName: String?
    /// The county code (länskod), two digits.
    public var region: String?
    /// Administrativ vårdnivå, `01` to `05`.
    public var careLevel: String?

    public init(
      id: String, name: String, provider: String? = nil, providerName: String? = nil,
      region: String? = nil, careLevel: String? = nil
    ) {
      self.id = id
      self.name = name
      self.provider = provider
      self.providerName = providerName
      self.region = region
      self.careLevel = careLevel
    }
  }

  /// How a unit belongs from the day of a snapshot until the unit's next tie.
  public struct Tie: Hashable, Codable, Sendable {
    /// HSA-id of any unit, normalized.
    public var unit: String
    /// The day of the snapshot.
    public var from: Day
    public var tie: CareUnitTie
    /// HSA-id of the care unit; nil where there is none.
    public var careUnit: String?

    public init(unit: String, from: Day, tie: CareUnitTie, careUnit: String?) {
      self.unit = unit
      self.from = from
      self.tie = tie
      self.careUnit = careUnit
    }
  }

  /// What a certificate is tied to.
  public struct Found: Hashable, Sendable {
    public var tie: CareUnitTie
    /// The place of the care unit in `units`; nil where there is none.
    public var careUnit: Int?
    /// No snapshot of the day or before knows the unit, so the earliest after it was taken.
    public var isLater: Bool
  }

  /// Care units by id.
  public let units: [Unit]
  private let ties: [String: [Step]]

  private struct Step: Hashable, Sendable {
    var from: Day
    var tie: CareUnitTie
    var careUnit: Int?
  }

  /// A table of care units and ties, both in any order. A tie to a care unit that is not among
  /// the units leads to none.
  public init(units: [Unit], ties: [Tie]) {
    let sorted = units.sorted { $0.id < $1.id }
    let places = Dictionary(
      sorted.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    self.units = sorted
    self.ties = Dictionary(grouping: ties, by: \.unit).mapValues { steps in
      steps.sorted { $0.from < $1.from }.map {
        Step(from: $0.from, tie: $0.tie, careUnit: $0.careUnit.flatMap { places[$0] })
      }
    }
  }

  /// The tie of a unit by the latest snapshot on or before the day, else the earliest after it.
  ///
  /// - Parameter day: nil for a day that is not known; the earliest snapshot is taken.
  public func tie(unit: String?, on day: Day?) -> Found {
    guard let unit, let steps = ties[unit], let first = steps.first else {
      return Found(tie: .unknown, careUnit: nil, isLater: false)
    }
    let step = day.flatMap { day in steps.last { $0.from <= day } }
    let taken = step ?? first
    return Found(tie: taken.tie, careUnit: taken.careUnit, isLater: step == nil)
  }

  /// A sum over everything in the table: the same for the same units and ties, whatever order
  /// they came in. It tells tables apart and protects against nobody.
  public var sum: UInt64 {
    var sum: UInt64 = 14_695_981_039_346_656_037
    func add(_ text: String?) {
      for byte in (text ?? "-").utf8 { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
      sum = (sum ^ 0xFF) &* 1_099_511_628_211
    }
    for unit in units {
      for text in [
        unit.id, unit.name, unit.provider, unit.providerName, unit.region, unit.careLevel,
      ] { add(text) }
    }
    for (unit, steps) in ties.sorted(by: { $0.key < $1.key }) {
      add(unit)
      for step in steps {
        add(String(step.from.number))
        add(step.tie.rawValue)
        add(step.careUnit.map { units[$0].id })
      }
    }
    return sum
  }
}
