// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Makes the keys under which persons, certificates, messages and doctors are counted. The same
/// thing has the same key however it was written; without the installation's master key a key
/// says nothing.
public struct CertificateKeys: Sendable {
  private let keyring: Keyring

  public init(_ keyring: Keyring) { self.keyring = keyring }

  /// A person, by an identity number as `CertificatePerson` has it.
  public func person(_ person: CertificatePerson) -> FactKey {
    keyring.factKey(kind: "person", Self.compact(person.id, lower: false))
  }

  /// A certificate: by its identity in lower case.
  public func certificate(_ id: String) -> FactKey {
    keyring.factKey(kind: "certificate", Self.compact(id, lower: true))
  }

  /// A message: by its identity in lower case.
  public func message(_ id: String) -> FactKey {
    keyring.factKey(kind: "message", Self.compact(id, lower: true))
  }

  /// Who signed: by the HSA-id in upper case.
  public func doctor(_ id: String) -> FactKey {
    keyring.factKey(kind: "doctor", DirectoryUnit.normalized(id))
  }

  /// Who wrote at Försäkringskassan, by the free lines; nil where they say nothing.
  public func officer(_ lines: [String]) -> FactKey? {
    let words = lines.map { line in
      line.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let said = words.filter { !$0.isEmpty }
    return said.isEmpty ? nil : keyring.factKey(kind: "officer", said.joined(separator: "\n"))
  }

  /// A document, by its bytes.
  public func document(_ bytes: [UInt8]) -> FactKey { keyring.factDigest(bytes) }

  /// The name of a file or of what was named for an import. Names may hold identity numbers.
  public func name(_ text: String) -> FactKey { keyring.factKey(kind: "name", text) }

  private static func compact(_ text: String, lower: Bool) -> String {
    let text = text.utf8.contains { $0 <= 0x20 } ? text.filter { !$0.isWhitespace } : text
    return lower ? text.lowercased() : text.uppercased()
  }
}

extension CertificateSubject {
  /// What an identity number tells, whether or not its check digit is right: the month of birth
  /// where it is a date, and the sex.
  init(_ person: CertificatePerson, _ keys: CertificateKeys) {
    let digits = Array(person.id.utf8).map { Int($0) - 48 }
    var sex: Sex?
    var month: Day?
    if digits.count == 12, digits.allSatisfy({ (0...9).contains($0) }) {
      let day = digits[6] * 10 + digits[7]
      let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
      let inYear = digits[4] * 10 + digits[5]
      if Day(year: year, month: inYear, day: day > 60 ? day - 60 : day) != nil {
        sex = digits[10] % 2 == 1 ? .man : .kvinna
        month = Day(year: year, month: inYear, day: 1)
      }
    }
    self.init(person: keys.person(person), sex: sex, birthMonth: month)
  }
}

extension SamsynService {
  /// What a certificate's id is kept as wherever certificates are followed up, as hexadecimal
  /// digits.
  public func certificateKey(_ id: String) -> String {
    CertificateKeys(keyring).certificate(id).hexadecimal
  }
}
