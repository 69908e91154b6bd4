// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// The answer to: which care unit does this unit belong to, on that day?
public struct DirectoryAnswer: Encodable, Sendable {
  /// What the latest copy says, where that is something else.
  public struct Latest: Encodable, Sendable {
    public let snapshot: Day
    public let link: CareUnitTie
    public let careUnit: String?
    public let careProvider: String?

    init(_ link: CareUnitLink, in snapshot: DirectorySnapshot) {
      self.snapshot = snapshot.day
      self.link = link.tie
      careUnit = link.careUnit
      careProvider = link.careProvider
    }
  }

  public let unit: String
  public let careUnit: String?
  public let careProvider: String?
  public let link: CareUnitTie
  /// The names on that day; nil where the catalogue has no such unit.
  public let name: String?
  public let careUnitName: String?
  public let careProviderName: String?
  public let on: Day
  /// The copy that was asked; nil where there is none.
  public internal(set) var snapshot: Day?
  /// The copy that knew the answer: an earlier one for a unit that is gone.
  public let source: Day?
  /// Names of `CareUnitNotes`.
  public let notes: [String]
  /// All care units that list the unit, where they are several.
  public internal(set) var candidates: [String]?
  public internal(set) var attributes: [String: [String]]?
  public internal(set) var latest: Latest?

  init(_ link: CareUnitLink, on day: Day, in source: DirectorySnapshot?) {
    unit = link.unit
    careUnit = link.careUnit
    careProvider = link.careProvider
    self.link = link.tie
    name = source?.unit(link.unit)?.name
    careUnitName = link.careUnit.flatMap { source?.unit($0)?.name }
    careProviderName = link.careProvider.flatMap { source?.unit($0)?.name }
    on = day
    self.source = source?.day
    snapshot = source?.day
    notes = link.notes.names
  }

  private enum Key: String, CodingKey {
    case unit, careUnit, careProvider, link, name, careUnitName, careProviderName, on, snapshot
    case source, notes, candidates, attributes, latest
  }

  /// What is not known is null, so that its absence is seen.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(unit, forKey: .unit)
    try box.encode(careUnit, forKey: .careUnit)
    try box.encode(careProvider, forKey: .careProvider)
    try box.encode(link, forKey: .link)
    try box.encode(name, forKey: .name)
    try box.encode(careUnitName, forKey: .careUnitName)
    try box.encode(careProviderName, forKey: .careProviderName)
    try box.encode(on, forKey: .on)
    try box.encode(snapshot, forKey: .snapshot)
    try box.encode(source, forKey: .source)
    try box.encode(notes, forKey: .notes)
    try box.encodeIfPresent(candidates, forKey: .candidates)
    try box.encodeIfPresent(attributes, forKey: .attributes)
    try box.encodeIfPresent(latest, forKey: .latest)
  }
}

/// A unit with its history, for the interface.
public struct DirectoryUnitJSON: Encodable, Sendable {
  /// The unit as it was from one copy until another.
  public struct Version: Encodable, Sendable {
    public let from: Day
    public let until: Day?
    public let name: String
    public let publicName: String?
    public let place: String
    public let organisationNumber: String?
    public let starts: Day?
    public let ends: Day?
    public let flags: [String]
    public let provider: String?
    public let members: [String]
  }

  public let unit: String
  public let versions: [Version]

  /// The unit as its copies have it, the oldest first.
  public init(_ id: String, _ history: [DatedDirectoryUnit]) {
    unit = DirectoryUnit.normalized(id)
    versions = history.map { dated in
      let unit = dated.unit
      return Version(
        from: dated.from, until: dated.until, name: unit.name, publicName: unit.publicName,
        place: unit.place.text, organisationNumber: unit.organisationNumber,
        starts: unit.starts, ends: unit.ends, flags: unit.flags.names, provider: unit.provider,
        members: unit.members)
    }
  }
}

/// A stored copy, for lists.
public struct DirectorySnapshotJSON: Encodable, Sendable {
  public let kind: DirectoryKind
  public let day: Day
  public let imported: Instant
  public let objects: Int
  public let passedOver: Int

  public init(_ snapshot: StoredSnapshot) {
    kind = snapshot.kind
    day = snapshot.day
    imported = snapshot.imported
    objects = snapshot.objects
    passedOver = snapshot.passedOver
  }
}
