// SPDX-License-Identifier: Apache-2.0

/// A small generator (SplitMix64) that gives the same numbers for the same seed on every machine
/// and with every version of the language. It is good enough for made-up data and for nothing
/// else: never for a draw, a key or a token.
public struct SeededRandom: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// One of many independent series of the same seed.
  public init(seed: UInt64, stream: UInt64) {
    state = SeededRandom.mix(seed) ^ SeededRandom.mix(stream &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededRandom.mix(state)
  }

  /// A number from 0 up to but not including `bound`, which is at least 1.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of the range.
  public mutating func between(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the items, of which there must be at least one.
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// The items in another order.
  public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var mixed = items
    for last in stride(from: mixed.count - 1, to: 0, by: -1) {
      mixed.swapAt(last, below(last + 1))
    }
    return mixed
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
