// SPDX-License-Identifier: Apache-2.0

/// A sum over bytes, eight at a time (FNV-1a over words). Each step can be undone, so that any one
/// word that is another makes another sum; it finds accidents and is no protection against anybody.
struct ColumnSum: Sendable {
  /// Bytes of a column that are looked at when its file is opened.
  static let firstBytes = 4096

  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  /// Adds bytes, of which all but the last addition have whole words.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var sum = value
    let words = bytes.count / 8
    for word in 0..<words {
      let next = bytes.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self)
      sum = (sum ^ next) &* 1_099_511_628_211
    }
    for place in words * 8..<bytes.count {
      sum = (sum ^ UInt64(bytes[place])) &* 1_099_511_628_211
    }
    value = sum
  }

  /// The sum over the first bytes of some.
  static func first(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = ColumnSum()
    sum.add(UnsafeRawBufferPointer(rebasing: bytes.prefix(firstBytes)))
    return sum.value
  }
}
