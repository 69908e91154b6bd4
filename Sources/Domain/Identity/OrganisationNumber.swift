// SPDX-License-Identifier: Apache-2.0

/// An organisation number (lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.):
/// ten digits, the third at least 2, the last a check digit. As text `202100-5521`, in JSON
/// the ten digits.
public struct OrganisationNumber: Hashable, Comparable, Sendable {
  /// Ten digits without hyphen.
  public let digits10: String

  /// Försäkringskassan.
  public static let insuranceAgency = OrganisationNumber(known: "2021005521")

  private init(known digits10: String) { self.digits10 = digits10 }

  /// Reads ten digits, or twelve that begin with 16, with or without hyphen before the last
  /// four; blanks around are ignored. Throws `notAnOrganisationNumber` or `wrongCheckDigit`.
  public init(_ text: String) throws(IdentityFault) {
    guard let ten = OrganisationNumber.tenDigits(text.trimmed) else {
      throw .notAnOrganisationNumber
    }
    guard hasRightCheckDigit(ten) else { throw .wrongCheckDigit }
    digits10 = ten.map(String.init).joined()
  }

  /// Ten digits that look like an organisation number, whatever the check digit.
  static func tenDigits(_ text: String) -> [Int]? {
    var body = text
    if body.count == 11 || body.count == 13 {
      guard body.remove(at: body.index(body.endIndex, offsetBy: -5)) == "-" else { return nil }
    }
    if body.count == 12, body.hasPrefix("16") { body.removeFirst(2) }
    guard body.count == 10, let ten = digits(body), ten[2] >= 2 else { return nil }
    return ten
  }

  public static func < (a: OrganisationNumber, b: OrganisationNumber) -> Bool {
    a.digits10 < b.digits10
  }
}

extension OrganisationNumber: CustomStringConvertible {
  public var description: String { "\(digits10.prefix(6))-\(digits10.suffix(4))" }
}

extension OrganisationNumber: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "an organisation number") { try? OrganisationNumber($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(digits10, encoder)
  }
}
