// SPDX-License-Identifier: Apache-2.0

/// How a unit is tied to its care unit, from the strongest tie to none.
public enum CareUnitTie: String, Hashable, Codable, CaseIterable, Sendable {
  /// The unit is flagged as care unit.
  case own = "self"
  /// A care unit lists it.
  case member
  /// The nearest unit above it in the tree that is flagged as care unit: a fallback, since the
  /// tree is organisational only.
  case ancestor
  /// No tie now; the unit is archived, or is gone from the catalogue and was there before.
  case archived
  /// No tie, or no such unit.
  case unknown
}

/// The care unit and the care provider of a unit as one snapshot of the catalogue has them.
public struct CareUnitLink: Hashable, Sendable {
  /// The unit's id, normalized.
  public let unit: String
  public let tie: CareUnitTie
  /// Nil when there is none.
  public let careUnit: String?
  /// The one that the care unit names as responsible; nil when it names none.
  public let careProvider: String?
  /// What a reader should know beside it.
  public let notes: CareUnitNotes

  /// A link as it is.
  public init(
    unit: String, tie: CareUnitTie, careUnit: String? = nil, careProvider: String? = nil,
    notes: CareUnitNotes = []
  ) {
    self.unit = unit
    self.tie = tie
    self.careUnit = careUnit
    self.careProvider = careProvider
    self.notes = notes
  }
}

/// What is unusual about a link. Names are stable and stand in answers.
public struct CareUnitNotes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Several objects of the catalogue have the id; the one with the strongest tie counts.
  public static let severalObjects = CareUnitNotes(rawValue: 1)
  /// Several care units list the unit.
  public static let severalCareUnits = CareUnitNotes(rawValue: 2)
  /// The nearest care unit above it is another than the one that lists it.
  public static let placeDiffers = CareUnitNotes(rawValue: 4)
  /// The care unit is archived.
  public static let careUnitArchived = CareUnitNotes(rawValue: 8)
  /// The care unit names no care provider.
  public static let providerMissing = CareUnitNotes(rawValue: 16)
  /// The unit has ended, or not begun, on the day.
  public static let unitEnded = CareUnitNotes(rawValue: 32)
  public static let unitNotBegun = CareUnitNotes(rawValue: 64)
  /// The care unit has ended, or not begun, on the day.
  public static let careUnitEnded = CareUnitNotes(rawValue: 128)
  public static let careUnitNotBegun = CareUnitNotes(rawValue: 256)
  /// The unit itself is archived and still in the catalogue.
  public static let unitArchived = CareUnitNotes(rawValue: 512)
  /// The unit is gone from the catalogue; the tie is the last it had.
  public static let gone = CareUnitNotes(rawValue: 1024)
  /// The day lies before the first snapshot, which is used in its place.
  public static let beforeFirstSnapshot = CareUnitNotes(rawValue: 2048)
  /// There is no snapshot at all.
  public static let noSnapshot = CareUnitNotes(rawValue: 4096)

  /// All notes with their names.
  public static let all: [(note: CareUnitNotes, name: String)] = [
    (.severalObjects, "several-objects"), (.severalCareUnits, "several-care-units"),
    (.placeDiffers, "place-differs"), (.careUnitArchived, "care-unit-archived"),
    (.providerMissing, "provider-missing"), (.unitEnded, "unit-ended"),
    (.unitNotBegun, "unit-not-begun"), (.careUnitEnded, "care-unit-ended"),
    (.careUnitNotBegun, "care-unit-not-begun"), (.unitArchived, "unit-archived"),
    (.gone, "gone"), (.beforeFirstSnapshot, "before-first-snapshot"),
    (.noSnapshot, "no-snapshot"),
  ]

  /// The names of those that stand, in order.
  public var names: [String] { Self.all.filter { contains($0.note) }.map(\.name) }
}
