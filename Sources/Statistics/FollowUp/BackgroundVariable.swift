// SPDX-License-Identifier: Apache-2.0
import Domain

/// A supplied variable of units, such as the share with a long education, in groups that figures
/// can be divided and restricted by. Units without a value are in the group of the unknown.
public struct BackgroundVariable: Hashable, Codable, Sendable {
  /// Units with values that lie near each other.
  public struct Group: Hashable, Codable, Sendable {
    /// The lowest and the highest value of its units.
    public var low: SuppliedNumber
    public var high: SuppliedNumber
  }

  /// More different values than these are put in four groups of about as many units.
  public static let mostValues = 6

  /// The name in letters that stand in codes and addresses: letters, digits and hyphens.
  public let id: String
  /// As whoever supplied it calls it.
  public let name: String
  /// Who supplied it, and the latest day on which values were put together.
  public let source: String
  public let collected: Day
  public let groups: [Group]
  /// The place of each unit's group, by HSA-id.
  public let units: [String: Int]

  /// The variables of what was supplied, by name.
  public static func all(_ values: [BackgroundValue]) -> [BackgroundVariable] {
    var ids: Set<String> = []
    return Dictionary(grouping: values, by: \.variable).sorted { $0.key < $1.key }.compactMap {
      name, values in
      let plain = id(name)
      let free = ([plain] + (2...99).map { "\(plain)-\($0)" }).first { !ids.contains($0) }
      guard let free, let latest = values.max(by: { $0.collected < $1.collected }) else {
        return nil
      }
      ids.insert(free)
      return BackgroundVariable(id: free, name: name, latest: latest, values: values)
    }
  }

  private init(id: String, name: String, latest: BackgroundValue, values: [BackgroundValue]) {
    self.id = id
    self.name = name
    source = latest.source
    collected = latest.collected
    let sorted = values.map(\.value).sorted()
    let different = Set(sorted).sorted()
    // The lowest value of each group; equal values are never parted.
    let lows =
      different.count <= Self.mostValues
      ? different : Set((0..<4).map { sorted[$0 * sorted.count / 4] }).sorted()
    func place(_ value: SuppliedNumber) -> Int { (lows.lastIndex { $0 <= value }) ?? 0 }
    groups = lows.indices.map { group in
      let own = sorted.filter { place($0) == group }
      return Group(low: own.first ?? lows[group], high: own.last ?? lows[group])
    }
    units = Dictionary(
      values.map { ($0.unit, place($0.value)) }, uniquingKeysWith: { $1 })
  }

  /// Letters of a name that a code may hold.
  private static func id(_ name: String) -> String {
    let letters = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let parts = String(letters).split(separator: "-")
    return parts.isEmpty ? "x" : String(parts.joined(separator: "-").prefix(40))
  }

  /// The code of a group, or of the unknown, such as `education:1`.
  func code(_ group: Int?) -> String {
    "\(id):" + (group.map { String($0 + 1) } ?? DimensionCodes.unknown)
  }

  /// Every code of the variable: itself for all of its groups, the groups, and the unknown.
  public var codes: [String] { [id] + groups.indices.map(code) + [code(nil)] }

  /// Whether one of the codes is of the variable and means the group of a unit.
  public func holds(_ unit: String, in wanted: Set<String>) -> Bool {
    wanted.contains(id) || wanted.contains(code(units[unit]))
  }

  /// The codes that the care units of an edition have; those without a value, and no care unit,
  /// have the unknown.
  func codes(of units: [UnitTable.Unit]) -> DimensionCodes {
    DimensionCodes(
      .unit, ordered: groups.indices.map(code) + [code(nil)],
      texts: [code(nil)] + units.map { code(self.units[$0.id]) })
  }

  /// What a code is called; nil for one of another variable.
  func name(of code: String) -> Bilingual? {
    if code == id { return Bilingual(sv: name, en: name) }
    if code == self.code(nil) {
      return Bilingual(sv: "\(name): uppgift saknas", en: "\(name): not told")
    }
    guard let place = groups.indices.first(where: { self.code($0) == code }) else { return nil }
    let (low, high) = (groups[place].low.description, groups[place].high.description)
    let range = low == high ? low : "\(low)–\(high)"
    return Bilingual(sv: "\(name): \(range.replacing(".", with: ","))", en: "\(name): \(range)")
  }
}

extension FollowUp {
  /// The codes of the variable that a question means: the one that its restriction names, else the
  /// first by name; without any variable everything is unknown.
  func backgroundCodes(_ wanted: Set<String>?) -> DimensionCodes? {
    let named = backgrounds.first { variable in
      wanted.map { !$0.isDisjoint(with: variable.codes) } ?? false
    }
    return (named ?? backgrounds.first)?.codes(of: units) ?? codes[.background]
  }

  /// Whether the care unit of each number is in one of the groups that codes name, also groups of
  /// different variables.
  func isInBackground(_ wanted: Set<String>) -> [Bool] {
    guard !backgrounds.isEmpty else {
      return [Bool](repeating: wanted.contains(DimensionCodes.unknown), count: units.count + 1)
    }
    var isIn = [Bool](repeating: false, count: units.count + 1)
    for variable in backgrounds where !wanted.isDisjoint(with: variable.codes) {
      let codes = variable.codes(of: units)
      for number in isIn.indices {
        isIn[number] =
          isIn[number] || wanted.contains(variable.id)
          || wanted.contains(codes.codes[Int(codes.places[number])])
      }
    }
    return isIn
  }

  /// The numbers of care units that each code of every variable stands for.
  var backgroundNumbers: [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    for code in backgrounds.flatMap(\.codes) {
      let isIn = isInBackground([code])
      numbers[code] = isIn.indices.filter { isIn[$0] }
    }
    return numbers
  }
}
