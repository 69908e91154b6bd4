// SPDX-License-Identifier: Apache-2.0

/// The whole catalogue as it stood on one day, in memory: every unit, the tree, and every unit's
/// care unit, worked out once when it is made.
///
/// `resolve` is one look-up and allocates nothing for an id that is written as it should be.
/// Some 90 000 units take about 100 MB.
public struct DirectorySnapshot: Sendable {
  /// The day of the snapshot.
  public let day: Day
  /// Every object, by id and then by place; several may have one id.
  public let units: [DirectoryUnit]
  /// The object of an id that counts, and how many there are.
  let places: [String: Place]
  /// Of each object the nearest one above it that is in the catalogue, or -1.
  let parents: [Int32]
  /// Of each object its care unit's object, or -1, and the tie.
  let ties: [Tie]
  /// Ties of units that earlier snapshots had.
  private var former: [String: CareUnitLink]

  struct Place: Sendable {
    var object: Int32
    var count: Int32
  }

  struct Tie: Sendable {
    let tie: CareUnitTie
    let careUnit: Int32
    let notes: CareUnitNotes
  }

  /// A snapshot of some units. Two objects with the same id and the same place are one.
  ///
  /// - Parameter former: the last ties of units that are gone.
  public init(
    day: Day, units: some Sequence<DirectoryUnit>, former: [String: CareUnitLink] = [:]
  ) {
    self.day = day
    self.former = former
    self.units = units.sorted {
      $0.id == $1.id ? $0.place.text < $1.place.text : $0.id < $1.id
    }
    let work = DirectoryTies(self.units, on: day)
    parents = work.parents
    ties = work.ties
    places = work.places
  }

  /// The same with the last ties of units that are gone.
  public func with(former: [String: CareUnitLink]) -> DirectorySnapshot {
    var copy = self
    copy.former = former
    return copy
  }

  /// The care unit of a unit: by flag, then by membership, then by place in the tree, and never
  /// by name.
  public func resolve(_ id: String) -> CareUnitLink {
    if let place = places[id] { return link(place) }
    if let known = former[id] { return known }
    let normalized = DirectoryUnit.normalized(id)
    if normalized != id {
      if let place = places[normalized] { return link(place) }
      if let known = former[normalized] { return known }
    }
    return CareUnitLink(unit: normalized, tie: .unknown)
  }

  /// The same, with notes about what has ended or not begun by another day than the snapshot's.
  public func resolve(_ id: String, on day: Day) -> CareUnitLink {
    let link = resolve(id)
    var notes = link.notes
    notes.subtract([.unitEnded, .unitNotBegun, .careUnitEnded, .careUnitNotBegun])
    if let unit = unit(link.unit) {
      if let ends = unit.ends, ends < day { notes.insert(.unitEnded) }
      if let starts = unit.starts, day < starts { notes.insert(.unitNotBegun) }
    }
    if let careUnit = link.careUnit.flatMap({ unit($0) }) {
      if let ends = careUnit.ends, ends < day { notes.insert(.careUnitEnded) }
      if let starts = careUnit.starts, day < starts { notes.insert(.careUnitNotBegun) }
    }
    return CareUnitLink(
      unit: link.unit, tie: link.tie, careUnit: link.careUnit, careProvider: link.careProvider,
      notes: notes)
  }

  /// The object of an id that counts; nil when the snapshot has none.
  public func unit(_ id: String) -> DirectoryUnit? {
    (places[id] ?? places[DirectoryUnit.normalized(id)]).map { units[Int($0.object)] }
  }

  /// The care units that list a unit, in alphabetical order.
  public func careUnits(listing id: String) -> [String] {
    let id = DirectoryUnit.normalized(id)
    let listing = units.filter { $0.flags.contains(.careUnit) && $0.members.contains(id) }
    return Set(listing.map(\.id)).sorted()
  }

  /// The tie of one object, also of one whose id another object has too.
  public func link(object: Int) -> CareUnitLink {
    let tie = ties[object]
    let careUnit = tie.careUnit >= 0 ? units[Int(tie.careUnit)] : nil
    return CareUnitLink(
      unit: units[object].id, tie: tie.tie, careUnit: careUnit?.id,
      careProvider: careUnit?.provider, notes: tie.notes)
  }

  private func link(_ place: Place) -> CareUnitLink {
    let object = Int(place.object)
    let tie = ties[object]
    let notes = place.count > 1 ? tie.notes.union(.severalObjects) : tie.notes
    guard tie.careUnit >= 0 else {
      return CareUnitLink(unit: units[object].id, tie: tie.tie, notes: notes)
    }
    let careUnit = Int(tie.careUnit)
    return CareUnitLink(
      unit: units[object].id, tie: tie.tie, careUnit: units[careUnit].id,
      careProvider: units[careUnit].provider, notes: notes)
  }
}
