// SPDX-License-Identifier: Apache-2.0

/// Works out the tree and every unit's care unit in one pass over the units. Units are numbers
/// here: their places in the list.
struct DirectoryTies {
  private(set) var parents: [Int32]
  private(set) var ties: [DirectorySnapshot.Tie] = []
  private(set) var places: [String: DirectorySnapshot.Place] = [:]

  private let units: [DirectoryUnit]
  private let day: Day

  /// - Parameter units: by id and place.
  init(_ units: [DirectoryUnit], on day: Day) {
    self.units = units
    self.day = day
    parents = Self.parents(units)
    let listing = Self.listing(units)
    ties.reserveCapacity(units.count)
    for object in units.indices { ties.append(tie(object, listing[units[object].id] ?? [])) }
    places.reserveCapacity(units.count)
    for object in units.indices {
      let id = units[object].id
      guard let known = places[id] else {
        places[id] = .init(object: Int32(object), count: 1)
        continue
      }
      let isStronger = rank(ties[object].tie) < rank(ties[Int(known.object)].tie)
      places[id] = .init(
        object: isStronger ? Int32(object) : known.object, count: known.count + 1)
    }
  }

  private func rank(_ tie: CareUnitTie) -> Int {
    CareUnitTie.allCases.firstIndex(of: tie) ?? 0
  }

  /// Places above may be missing in the catalogue; the nearest that is there counts.
  private static func parents(_ units: [DirectoryUnit]) -> [Int32] {
    let names = units.map { $0.place.compared[...] }
    var objects: [Substring: Int32] = [:]
    objects.reserveCapacity(units.count)
    for (object, name) in names.enumerated() {
      if let known = objects[name], units[Int(known)].flags.contains(.careUnit) { continue }
      objects[name] = Int32(object)
    }
    return names.map { name in
      var above = DistinguishedName.parent(name)
      while let place = above {
        if let object = objects[place] { return object }
        above = DistinguishedName.parent(place)
      }
      return -1
    }
  }

  /// The care units that list each id.
  private static func listing(_ units: [DirectoryUnit]) -> [String: [Int32]] {
    var listing: [String: [Int32]] = [:]
    for (object, unit) in units.enumerated() where unit.flags.contains(.careUnit) {
      for member in unit.members { listing[member, default: []].append(Int32(object)) }
    }
    return listing
  }

  private func tie(_ object: Int, _ listing: [Int32]) -> DirectorySnapshot.Tie {
    let unit = units[object]
    var notes = dayNotes(unit, ended: .unitEnded, notBegun: .unitNotBegun)
    if !unit.flags.isDisjoint(with: .archived) { notes.insert(.unitArchived) }
    let above = careUnitAbove(object)
    let tie: CareUnitTie
    let careUnit: Int32
    if unit.flags.contains(.careUnit) {
      (tie, careUnit) = (.own, Int32(object))
    } else if let chosen = chosen(among: listing, above: above) {
      (tie, careUnit) = (.member, chosen)
      // A care unit may itself have several objects, which are one unit.
      if listing.contains(where: { !isSame($0, chosen) }) { notes.insert(.severalCareUnits) }
      if above >= 0, !isSame(above, chosen) { notes.insert(.placeDiffers) }
    } else if above >= 0 {
      (tie, careUnit) = (.ancestor, above)
    } else {
      let isArchived = notes.contains(.unitArchived)
      return .init(tie: isArchived ? .archived : .unknown, careUnit: -1, notes: notes)
    }
    let owner = units[Int(careUnit)]
    notes.formUnion(dayNotes(owner, ended: .careUnitEnded, notBegun: .careUnitNotBegun))
    if !owner.flags.isDisjoint(with: [.unitArchived, .careUnitArchived]) {
      notes.insert(.careUnitArchived)
    }
    if owner.provider == nil { notes.insert(.providerMissing) }
    return .init(tie: tie, careUnit: careUnit, notes: notes)
  }

  private func dayNotes(
    _ unit: DirectoryUnit, ended: CareUnitNotes, notBegun: CareUnitNotes
  ) -> CareUnitNotes {
    var notes: CareUnitNotes = []
    if let ends = unit.ends, ends < day { notes.insert(ended) }
    if let starts = unit.starts, day < starts { notes.insert(notBegun) }
    return notes
  }

  /// The nearest flagged object above. Names grow shorter upwards, so this ends.
  private func careUnitAbove(_ object: Int) -> Int32 {
    var above = parents[object]
    while above >= 0, !units[Int(above)].flags.contains(.careUnit) {
      above = parents[Int(above)]
    }
    return above
  }

  private func isSame(_ one: Int32, _ other: Int32) -> Bool {
    units[Int(one)].id == units[Int(other)].id
  }

  /// Of several care units that list a unit: one that is open and not archived before others,
  /// then the one above it in the tree, then the first by id.
  private func chosen(among listing: [Int32], above: Int32) -> Int32? {
    if listing.count < 2 { return listing.first }
    let open = listing.filter { object in
      let unit = units[Int(object)]
      return unit.isOpen(on: day) && unit.flags.isDisjoint(with: .archived)
    }
    let candidates = open.isEmpty ? listing : open
    return candidates.contains(above) ? above : candidates.min()
  }
}
