// SPDX-License-Identifier: Apache-2.0

/// One difference between two snapshots of the catalogue.
public struct DirectoryChange: Hashable, Codable, Sendable {
  /// What has changed. The raw value is a stable code.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case new, gone, renamed
    /// Stands under another unit.
    case moved
    /// Care unit, care provider, archived or test data.
    case flags
    /// Other units are listed.
    case members
    /// Another care provider is named as responsible.
    case provider
    /// Begins or ends on another day.
    case dates
    /// Public name or organisation number.
    case details
    /// Its care unit is another, or the tie to it, whatever the reason.
    case careUnit = "care-unit"
  }

  public let kind: Kind
  /// The unit's id and its name in the later snapshot, or in the earlier where it is gone.
  public let unit: String
  public let name: String
  /// What stood before and after; nil where nothing did.
  public let before: String?
  public let after: String?
  /// Members that came and went.
  public let added: [String]
  public let removed: [String]

  init(
    _ kind: Kind, _ unit: DirectoryUnit, before: String? = nil, after: String? = nil,
    added: [String] = [], removed: [String] = []
  ) {
    self.kind = kind
    self.unit = unit.id
    name = unit.name
    self.before = before
    self.after = after
    self.added = added
    self.removed = removed
  }
}

extension DirectoryChange {
  /// A difference between two copies of a unit's attributes; nil where there is none.
  public init?(attributesOf id: String, before: DirectoryAttributes?, after: DirectoryAttributes?) {
    guard before != after else { return nil }
    func text(_ attributes: DirectoryAttributes) -> String {
      DirectoryAttribute.allCases.compactMap { name in
        attributes.values[name].map { "\(name.rawValue) \($0.joined(separator: " "))" }
      }.joined(separator: ", ")
    }
    self.init(
      before == nil ? .new : after == nil ? .gone : .details,
      DirectoryUnit(id: id, name: id, place: ""), before: before.map(text),
      after: after.map(text))
  }
}

extension DirectorySnapshot {
  /// Everything that differs from an earlier snapshot, by unit.
  public func changes(since earlier: DirectorySnapshot) -> [DirectoryChange] {
    let ids = Set(places.keys).union(earlier.places.keys).sorted()
    return ids.flatMap { id -> [DirectoryChange] in
      switch (earlier.unit(id), unit(id)) {
      case (nil, let now?): [DirectoryChange(.new, now, after: now.place.text)]
      case (let before?, nil): [DirectoryChange(.gone, before, before: before.place.text)]
      case (let before?, let now?): changes(before, now, earlier)
      case (nil, nil): []
      }
    }
  }

  private func changes(
    _ before: DirectoryUnit, _ now: DirectoryUnit, _ earlier: DirectorySnapshot
  ) -> [DirectoryChange] {
    var found: [DirectoryChange] = []
    func compare(_ kind: DirectoryChange.Kind, _ old: String?, _ new: String?) {
      if old != new { found.append(DirectoryChange(kind, now, before: old, after: new)) }
    }
    compare(.renamed, before.name, now.name)
    if before.place != now.place {
      compare(.moved, earlier.placeAbove(before), placeAbove(now))
    }
    compare(
      .flags, before.flags.names.joined(separator: " "), now.flags.names.joined(separator: " "))
    if before.members != now.members {
      let (old, new) = (Set(before.members), Set(now.members))
      found.append(
        DirectoryChange(
          .members, now, added: new.subtracting(old).sorted(),
          removed: old.subtracting(new).sorted()))
    }
    compare(.provider, before.provider, now.provider)
    compare(.dates, span(before), span(now))
    compare(.details, details(before), details(now))
    let (old, new) = (earlier.resolve(now.id), resolve(now.id))
    compare(.careUnit, old.short, new.short)
    return found
  }

  /// The unit above by id, so that a unit whose own parent is renamed has not moved; by its place
  /// where the catalogue has nothing above it.
  private func placeAbove(_ unit: DirectoryUnit) -> String {
    guard let place = places[unit.id] else { return "" }
    let above = parents[Int(place.object)]
    return above >= 0
      ? units[Int(above)].id : unit.place.parts.dropFirst().joined(separator: ",")
  }

  private func span(_ unit: DirectoryUnit) -> String {
    "\(unit.starts?.description ?? "")--\(unit.ends?.description ?? "")"
  }

  private func details(_ unit: DirectoryUnit) -> String {
    [unit.publicName, unit.organisationNumber].compactMap { $0 }.joined(separator: ", ")
  }
}

extension CareUnitLink {
  /// The tie and the care unit, to compare.
  fileprivate var short: String { tie.rawValue + (careUnit.map { " \($0)" } ?? "") }
}
