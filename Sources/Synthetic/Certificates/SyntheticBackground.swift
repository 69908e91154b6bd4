// SPDX-License-Identifier: Apache-2.0

import Domain

/// Made-up background variables of the care units. Some units have none.
public struct SyntheticBackground: Sequence, Sendable {
  /// The columns, in order.
  public static let heading = "unit,variable,value,source,collected"

  /// What is told, in percent of those who are listed.
  static let variables: [(name: String, usual: ClosedRange<Int>)] = [
    ("Andel födda utomlands (påhittad)", 50...450),
    ("Andel med lång utbildning (påhittad)", 120...600),
  ]

  private let whole: SyntheticCertificates
  private let units: [SyntheticUnit]

  /// The variables of the care units of the made-up catalogue.
  public init(_ whole: SyntheticCertificates) {
    self.whole = whole
    units = whole.catalogue.units.filter { $0.flags.contains(.careUnit) }
  }

  /// The rows as lines of CSV without the heading.
  public func makeIterator() -> AnyIterator<String> {
    let rows = units.indices.lazy.flatMap { unit in
      Self.variables.indices.lazy.compactMap { row(unit, $0) }
    }
    var iterator = rows.makeIterator()
    return AnyIterator { iterator.next() }
  }

  private func row(_ place: Int, _ which: Int) -> String? {
    let variable = Self.variables[which]
    var random = SeededRandom(
      seed: whole.seed, stream: 4_300_000 + UInt64(place * Self.variables.count + which))
    guard !random.chance(8) else { return nil }
    let value = random.between(variable.usual)
    return """
      \(units[place].id),\(variable.name),\(value / 10).\(value % 10),påhittad uppgift,\
      \(whole.first)
      """
  }
}
