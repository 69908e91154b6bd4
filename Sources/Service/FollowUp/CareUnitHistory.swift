// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// Puts the copies of the catalogue together to the units and ties that certificates are counted
/// by: copies are taken the oldest first, and of a unit only changes of its tie are kept.
struct CareUnitHistory {
  private var units: [String: UnitTable.Unit] = [:]
  private var ties: [UnitTable.Tie] = []
  private var last: [String: CareUnitLink] = [:]

  init() {}

  /// Takes the next copy, which is later than those before.
  ///
  /// - Parameter attributes: what the attributes in force on its day say of a unit.
  mutating func add(
    _ snapshot: DirectorySnapshot, attributes: [String: DirectoryAttributes]
  ) {
    var present: Set<String> = []
    for unit in snapshot.units where present.insert(unit.id).inserted {
      take(snapshot.resolve(unit.id), on: snapshot.day)
    }
    // What is gone keeps the care unit that it had last.
    for (id, link) in last where !present.contains(id) && link.tie != .archived {
      take(
        CareUnitLink(
          unit: id, tie: .archived, careUnit: link.careUnit, careProvider: link.careProvider,
          notes: .gone), on: snapshot.day)
    }
    for id in Set(last.values.compactMap(\.careUnit)) {
      guard let unit = snapshot.unit(id) else { continue }
      let known = attributes[id]?.values ?? [:]
      units[id] = UnitTable.Unit(
        id: id, name: unit.name, provider: unit.provider,
        providerName: unit.provider.flatMap { snapshot.unit($0)?.name },
        region: known[.county]?.first ?? County(place: unit.place)?.rawValue,
        careLevel: known[.careLevel]?.first)
    }
  }

  private mutating func take(_ link: CareUnitLink, on day: Day) {
    let before = last.updateValue(link, forKey: link.unit)
    guard before?.tie != link.tie || before?.careUnit != link.careUnit else { return }
    ties.append(
      UnitTable.Tie(unit: link.unit, from: day, tie: link.tie, careUnit: link.careUnit))
  }

  var table: UnitTable { UnitTable(units: Array(units.values), ties: ties) }
}
