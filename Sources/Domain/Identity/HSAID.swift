// SPDX-License-Identifier: Apache-2.0

/// An identity in the national directory of health care (HSA): `SE`, the organisation number
/// of who issued it, a hyphen, and at most eighteen letters and digits.
///
/// The format is that of the rule rows `HSAID_REGEX` and `HSAID_MAX_LEN`; a test keeps them
/// equal. Case does not tell identities apart, so letters are kept in upper case.
public struct HSAID: Hashable, Comparable, Sendable {
  /// The identity in upper case.
  public let text: String

  /// The longest identity, in characters.
  public static let maximumLength = 31

  /// Throws `notAnHSAID` or `hsaIDTooLong`; blanks around are ignored.
  public init(_ text: String) throws(IdentityFault) {
    let id = text.trimmed.uppercased()
    let bytes = Array(id.utf8)
    guard bytes.count >= 14, bytes.starts(with: "SE".utf8), decimal(bytes[2..<12]) != nil,
      bytes[12] == UInt8(ascii: "-"), bytes[13...].allSatisfy(HSAID.isLetterOrDigit)
    else { throw .notAnHSAID }
    guard bytes.count <= HSAID.maximumLength else { throw .hsaIDTooLong }
    self.text = id
  }

  /// The organisation that issued the identity, when its number is a right one.
  public var issuer: OrganisationNumber? {
    try? OrganisationNumber(String(text.dropFirst(2).prefix(10)))
  }

  public static func < (a: HSAID, b: HSAID) -> Bool { a.text < b.text }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}

extension HSAID: CustomStringConvertible {
  public var description: String { text }
}

extension HSAID: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "an HSA-id") { try? HSAID($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(text, encoder)
  }
}
