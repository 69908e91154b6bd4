// SPDX-License-Identifier: Apache-2.0

/// A row of numbers that is the same for the same seed.
struct Chance {
  var state: UInt64

  /// 0 to `bound` - 1.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func byte() -> UInt8 { UInt8(next(256)) }

  mutating func bytes(_ countMax: Int) -> [UInt8] { (0..<next(countMax + 1)).map { _ in byte() } }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

  /// Cuts bytes into pieces of 1 to `lengthMax`.
  mutating func cut(_ bytes: [UInt8], _ lengthMax: Int) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      pieces.append(rest.prefix(1 + next(lengthMax)))
      rest = rest.dropFirst(pieces[pieces.count - 1].count)
    }
    return pieces
  }
}
