// SPDX-License-Identifier: Apache-2.0

/// A code of diagnosis in one number: up to six capital letters and digits, without full stop or
/// hyphen, such as `F438A` or `A02P`. It is not said that any list has the code.
///
/// Numbers are ordered as their texts, and a shorter code is its number with the last places empty,
/// so that codes can stand in columns and be shortened without a text.
public struct DiagnosisCode: Hashable, Comparable, Sendable {
  /// Places of the longest code.
  public static let mostPlaces = 6
  private static let base: UInt32 = 37

  /// Zero for none, as in a column.
  public let number: UInt32

  /// A code from its number as `number` gave it.
  public init(number: UInt32) { self.number = number }

  /// Reads a code as people write it: letters and digits count, in any case; everything else is
  /// passed over, and so is what follows the sixth place. Nil when it does not begin with a letter.
  public init?(_ text: some StringProtocol) {
    var number: UInt32 = 0
    var places = 0
    for byte in text.utf8 where places < Self.mostPlaces {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30) + 1
      case 0x41...0x5A: digit = UInt32(byte - 0x41) + 11
      case 0x61...0x7A: digit = UInt32(byte - 0x61) + 11
      default: continue
      }
      if places == 0, digit < 11 { return nil }
      number = number * Self.base + digit
      places += 1
    }
    guard places > 0 else { return nil }
    for _ in places..<Self.mostPlaces { number *= Self.base }
    self.number = number
  }

  /// The places that are filled, 0 for none.
  public var length: Int {
    guard number != 0 else { return 0 }
    var (rest, length) = (number, Self.mostPlaces)
    while rest % Self.base == 0 {
      rest /= Self.base
      length -= 1
    }
    return length
  }

  /// Its first places; itself when it has no more.
  public func prefix(_ places: Int) -> DiagnosisCode {
    var unit: UInt32 = 1
    for _ in min(max(places, 0), Self.mostPlaces)..<Self.mostPlaces { unit *= Self.base }
    return DiagnosisCode(number: number / unit * unit)
  }

  /// The three places of its category (kategori).
  public var category: DiagnosisCode { prefix(3) }

  /// Whether it is a letter and two digits, with anything after.
  public var hasForm: Bool {
    let second = number / 50_653 / Self.base % Self.base
    let third = number / 50_653 % Self.base
    return (1...10).contains(second) && (1...10).contains(third)
  }

  public static func < (a: DiagnosisCode, b: DiagnosisCode) -> Bool { a.number < b.number }
}

extension DiagnosisCode: CustomStringConvertible {
  /// The code without full stop, such as `F438A`; empty for none.
  public var description: String {
    var bytes: [UInt8] = []
    var rest = number
    for _ in 0..<Self.mostPlaces {
      let digit = UInt8(rest % Self.base)
      rest /= Self.base
      if digit > 0 { bytes.append(digit <= 10 ? 0x30 + digit - 1 : 0x41 + digit - 11) }
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }
}

extension DiagnosisCode: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a code of diagnosis") { DiagnosisCode($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The categories from one to another, such as `A00-B99`.
public struct DiagnosisRange: Hashable, Sendable {
  public let first: DiagnosisCode
  public let last: DiagnosisCode

  /// Reads `A00-B99`, or one category. Nil for anything else, or when the first comes after the
  /// last.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let start = parts.first, let end = parts.last,
      start.utf8.count == 3, end.utf8.count == 3, let first = DiagnosisCode(start),
      let last = DiagnosisCode(end), first.hasForm, last.hasForm, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether the code's category is in it.
  public func contains(_ code: DiagnosisCode) -> Bool {
    let category = code.category
    return first <= category && category <= last
  }
}

extension DiagnosisRange: CustomStringConvertible {
  /// `A00-B99`, or `A00` where it is one category.
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
