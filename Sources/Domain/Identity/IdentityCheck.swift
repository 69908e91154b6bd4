// SPDX-License-Identifier: Apache-2.0

/// What a text is as an identity, and whether it is a valid one.
public struct IdentityCheck: Hashable, Codable, Sendable {
  /// What an identity is of. The raw values are the words of the interfaces.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case personnummer, samordningsnummer
    case hsaID = "hsa-id"
    case organisationsnummer
  }

  /// The text as it was given.
  public let input: String
  /// Nil when the text has the form of no identity.
  public let kind: Kind?
  /// Whether the identity has the right form, date and check digit.
  public let valid: Bool
  /// Why it is not valid, as a stable code; nil when it is.
  public let fault: IdentityFault?
  /// Twelve digits, ten digits or the HSA-id in upper case; also for a number of the right form
  /// whose date or check digit is wrong.
  public let normalized: String?
  /// For a person; nil when the date does not exist.
  public let birthDate: Day?
  /// For a person.
  public let sex: Sex?

  /// The reason for people; nil when valid.
  public var reason: Bilingual? { fault?.reason }

  /// Recognises the kind by the form and then checks it. The day settles the century of ten
  /// digits; a birth after it is a fault.
  public static func check(_ text: String, on day: Day) -> IdentityCheck {
    let body = text.trimmed
    if body.uppercased().hasPrefix("SE") { return checkHSAID(text) }
    if OrganisationNumber.tenDigits(body) != nil { return checkOrganisation(text) }
    do {
      return check(try PersonalNumberReading(body, on: day), of: text, on: day)
    } catch {
      let looksPersonal = body.utf8.count >= 10 && body.utf8.first.map(isDigit) == true
      let fault = error == .notAPersonalNumber && !looksPersonal ? .unrecognised : error
      return IdentityCheck(text, kind: nil, fault: fault)
    }
  }

  private static func check(
    _ reading: PersonalNumberReading, of text: String, on day: Day
  ) -> IdentityCheck {
    var fault: IdentityFault?
    do { _ = try PersonalIdentityNumber(reading, on: day) } catch { fault = error }
    return IdentityCheck(
      text, kind: reading.kind == .personnummer ? .personnummer : .samordningsnummer,
      fault: fault, normalized: reading.digits12, birthDate: reading.birthDay, sex: reading.sex)
  }

  private static func checkHSAID(_ text: String) -> IdentityCheck {
    do {
      return IdentityCheck(text, kind: .hsaID, fault: nil, normalized: try HSAID(text).text)
    } catch {
      return IdentityCheck(text, kind: .hsaID, fault: error)
    }
  }

  private static func checkOrganisation(_ text: String) -> IdentityCheck {
    do {
      let number = try OrganisationNumber(text)
      return IdentityCheck(
        text, kind: .organisationsnummer, fault: nil, normalized: number.digits10)
    } catch {
      return IdentityCheck(text, kind: .organisationsnummer, fault: error)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private init(
    _ input: String, kind: Kind?, fault: IdentityFault?, normalized: String? = nil,
    birthDate: Day? = nil, sex: Sex? = nil
  ) {
    self.input = input
    self.kind = kind
    self.valid = fault == nil
    self.fault = fault
    self.normalized = normalized
    self.birthDate = birthDate
    self.sex = sex
  }
}
