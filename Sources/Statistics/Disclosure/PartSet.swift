// SPDX-License-Identifier: Apache-2.0

/// Some of the numbered parts that groups are made of, a bit for each.
struct PartSet: Hashable, ExpressibleByArrayLiteral {
  /// Without empty words at the end, so that the same parts have one form.
  private var words: [UInt64] = []

  init(arrayLiteral numbers: Int...) { self.init(numbers) }

  init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  var isEmpty: Bool { words.isEmpty }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The lowest number.
  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 * 64 + words[$0].trailingZeroBitCount }
  }

  /// In order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for place in words.indices {
      var left = words[place]
      while left != 0 {
        numbers.append(place * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return numbers
  }

  func contains(_ number: Int) -> Bool {
    number / 64 < words.count && words[number / 64] & (1 << UInt64(number % 64)) != 0
  }

  mutating func insert(_ number: Int) {
    let lacking = number / 64 + 1 - words.count
    if lacking > 0 { words += [UInt64](repeating: 0, count: lacking) }
    words[number / 64] |= 1 << UInt64(number % 64)
  }

  mutating func remove(_ number: Int) {
    guard contains(number) else { return }
    words[number / 64] &= ~(1 << UInt64(number % 64))
    while words.last == 0 { words.removeLast() }
  }

  mutating func formUnion(_ other: PartSet) {
    let lacking = other.words.count - words.count
    if lacking > 0 { words += [UInt64](repeating: 0, count: lacking) }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  func isSubset(of other: PartSet) -> Bool {
    guard words.count <= other.words.count else { return false }
    return words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }

  func isDisjoint(with other: PartSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == 0 }
  }
}
