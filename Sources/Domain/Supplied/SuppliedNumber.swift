// SPDX-License-Identifier: Apache-2.0

/// A number that somebody supplied, with up to three decimals, exact.
public struct SuppliedNumber: Hashable, Comparable, Sendable {
  /// The largest that is taken, as thousandths.
  public static let mostThousandths: Int64 = 1_000_000_000_000_000

  public let thousandths: Int64

  /// A number of thousandths.
  public init(thousandths: Int64) { self.thousandths = thousandths }

  /// Reads digits with a decimal comma or full stop, and perhaps a minus in front; spaces between
  /// digits are none. Nil for anything else, more than three decimals, or too large a number.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    guard (1...2).contains(parts.count), let whole = parts.first, let last = parts.last,
      !whole.isEmpty, whole.count <= 13, parts.count == 1 || (1...3).contains(last.count),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    var decimals = parts.count == 2 ? Array(last) : []
    while decimals.count < 3 { decimals.append(0x30) }
    let value = (Array(whole) + decimals).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    guard value <= Self.mostThousandths else { return nil }
    thousandths = isNegative ? -value : value
  }

  public static func < (a: SuppliedNumber, b: SuppliedNumber) -> Bool {
    a.thousandths < b.thousandths
  }
}

extension SuppliedNumber: CustomStringConvertible {
  /// With a full stop and no more decimals than it needs.
  public var description: String {
    let size = thousandths.magnitude
    var decimals = String(size % 1_000)
    decimals = String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return (thousandths < 0 ? "-" : "") + String(size / 1_000)
      + (decimals.isEmpty ? "" : "." + decimals)
  }
}

extension SuppliedNumber: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a number such as 12.5") { SuppliedNumber($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
