// SPDX-License-Identifier: Apache-2.0

/// Numbers that are added one by one. They lie in pieces, so that growing moves none of them.
struct GrowingColumn<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private static var pieceLength: Int { 1 << 16 }

  private var full: [[Number]] = []
  private var piece: [Number] = []

  var count: Int { full.count * Self.pieceLength + piece.count }
  var last: Number? { piece.last ?? full.last?.last }

  mutating func append(_ number: Number) {
    if piece.isEmpty { piece.reserveCapacity(Self.pieceLength) }
    piece.append(number)
    if piece.count == Self.pieceLength {
      full.append(piece)
      piece = []
    }
  }

  /// The numbers as one column.
  func column() -> Column<Number> {
    Column(count: count) { numbers in
      var start = 0
      for piece in full + [piece] {
        _ = numbers[start...].initialize(fromContentsOf: piece)
        start += piece.count
      }
    }
  }

  /// Every number by another one, in the same order.
  func map<Other>(_ body: (Number) -> Other) -> GrowingColumn<Other> {
    var result = GrowingColumn<Other>()
    for piece in full { for number in piece { result.append(body(number)) } }
    for number in piece { result.append(body(number)) }
    return result
  }

  /// Lends the bytes, piece by piece.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    for piece in full { try piece.withUnsafeBytes(body) }
    if !piece.isEmpty { try piece.withUnsafeBytes(body) }
  }
}

/// Texts that are numbered as they come, from 1; 0 stands for none. At the end they are put in
/// order, so that the numbers depend on nothing but the texts.
struct GrowingDictionary: Sendable {
  private var numbers: [String: UInt32] = [:]
  private var texts: [String] = []

  mutating func number(_ text: String?) -> UInt32 {
    guard let text, !text.isEmpty else { return 0 }
    if let known = numbers[text] { return known }
    texts.append(text)
    let number = UInt32(texts.count)
    numbers[text] = number
    return number
  }

  /// The texts that `isUsed` says are used, in order, and for each number its place among them,
  /// from 1. Where they are too many for the width of a column only the first three letters of
  /// each are kept.
  func settled(used: Set<UInt32>) -> (texts: [String], places: [UInt16]) {
    let most = Int(UInt16.max) - 1
    func inOrder(_ texts: some Sequence<String>) -> [String] {
      Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var kept = texts.enumerated().map { used.contains(UInt32($0.offset + 1)) ? $0.element : "" }
    var sorted = inOrder(kept.filter { !$0.isEmpty })
    if sorted.count > most {
      kept = kept.map { String($0.prefix(3)) }
      sorted = Array(inOrder(kept.filter { !$0.isEmpty }).prefix(most))
    }
    let places = Dictionary(
      sorted.enumerated().map { ($0.element, UInt16($0.offset + 1)) },
      uniquingKeysWith: { first, _ in first })
    return (sorted, [0] + kept.map { places[$0] ?? 0 })
  }
}
