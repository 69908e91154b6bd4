// SPDX-License-Identifier: Apache-2.0

extension DirectorySnapshot {
  /// All care providers with the number of care units that name each as responsible, by name.
  public func careProviders() -> [(provider: DirectoryUnit, careUnits: Int)] {
    var counts: [String: Int] = [:]
    for unit in counted where unit.flags.contains(.careUnit) {
      if let provider = unit.provider { counts[provider, default: 0] += 1 }
    }
    return counted.filter { $0.flags.contains(.careProvider) }
      .map { ($0, counts[$0.id] ?? 0) }
      .map { (order: $0.0.order, row: $0) }.sorted { $0.order < $1.order }.map(\.row)
  }

  /// The care units that name a care provider as responsible, by name.
  public func careUnits(of provider: String) -> [DirectoryUnit] {
    let units = counted.filter { $0.flags.contains(.careUnit) && $0.provider == provider }
    return Self.byName(units)
  }

  /// The units that are tied to a care unit, itself left out, with how, by name.
  public func tied(to careUnit: String) -> [(unit: DirectoryUnit, tie: CareUnitTie)] {
    guard let owner = places[careUnit] else { return [] }
    var found: [(unit: DirectoryUnit, tie: CareUnitTie)] = []
    for place in places.values where place.object != owner.object {
      let tie = ties[Int(place.object)]
      if tie.careUnit == owner.object { found.append((units[Int(place.object)], tie.tie)) }
    }
    return found.map { (order: $0.unit.order, row: $0) }.sorted { $0.order < $1.order }
      .map(\.row)
  }

  /// The units directly below one in the tree, by name.
  public func below(_ id: String) -> [DirectoryUnit] {
    guard let place = places[id] else { return [] }
    return Self.byName(units.indices.filter { parents[$0] == place.object }.map { units[$0] })
  }

  /// The units with this text in their id or name, without regard to case, by name. A text with
  /// fewer than two characters finds nothing.
  public func search(_ text: String) -> [DirectoryUnit] {
    let words = text.lowercased().split(separator: " ").filter { !$0.isEmpty }
    guard text.count >= 2, !words.isEmpty else { return [] }
    let found = counted.filter { unit in
      let all = "\(unit.id) \(unit.name) \(unit.publicName ?? "")".lowercased()
      return words.allSatisfy { all.contains($0) }
    }
    return Self.byName(found)
  }

  /// How many ids have each tie.
  public func tieCounts() -> [CareUnitTie: Int] {
    var counts: [CareUnitTie: Int] = [:]
    for place in places.values { counts[ties[Int(place.object)].tie, default: 0] += 1 }
    return counts
  }

  /// Of each id the object that counts, in the order of the ids.
  private var counted: [DirectoryUnit] {
    units.enumerated().filter { places[$0.element.id]?.object == Int32($0.offset) }
      .map(\.element)
  }

  private static func byName(_ units: [DirectoryUnit]) -> [DirectoryUnit] {
    units.map { (order: $0.order, unit: $0) }.sorted { $0.order < $1.order }.map(\.unit)
  }
}

extension DirectoryUnit {
  /// Puts units in the order of a Swedish list by name, without regard to case: å, ä and ö come
  /// last. Equal names are ordered by id.
  fileprivate var order: String {
    var text = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "å": text += "{"
      case "ä", "æ": text += "|"
      case "ö", "ø": text += "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\u{0}" + id
  }
}
