// SPDX-License-Identifier: Apache-2.0

/// The number of a case, `AFU-2026-0001`: the kind of assessment, the year in which it was
/// requested and a serial number of at least four digits within that year.
public struct CaseNumber: Hashable, Comparable, Sendable {
  /// 2000–2999.
  public let year: Int
  /// 1–9 999 999.
  public let serial: Int

  /// Throws `notACaseNumber` outside the limits.
  public init(year: Int, serial: Int) throws(IdentityFault) {
    guard (2000...2999).contains(year), (1...9_999_999).contains(serial) else {
      throw .notACaseNumber
    }
    self.year = year
    self.serial = serial
  }

  /// Reads `AFU-2026-0001` in either case; blanks around are ignored.
  public init(_ text: String) throws(IdentityFault) {
    let parts = text.trimmed.uppercased().split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "AFU", parts[1].utf8.count == 4,
      (4...7).contains(parts[2].utf8.count),
      parts[2].utf8.count == 4 || !parts[2].hasPrefix("0"),
      let year = decimal(parts[1].utf8), let serial = decimal(parts[2].utf8)
    else { throw .notACaseNumber }
    try self.init(year: year, serial: serial)
  }

  public static func < (a: CaseNumber, b: CaseNumber) -> Bool {
    (a.year, a.serial) < (b.year, b.serial)
  }
}

extension CaseNumber: CustomStringConvertible {
  public var description: String { "AFU-\(year)-\(padded(serial, 4))" }
}

extension CaseNumber: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a case number") { try? CaseNumber($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
