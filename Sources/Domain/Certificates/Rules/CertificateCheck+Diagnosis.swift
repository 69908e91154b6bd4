// SPDX-License-Identifier: Apache-2.0

// L9, L10 and L11: the diagnoses.

extension CertificateCheck {
  mutating func examineDiagnoses(_ answer: AnswerSheet.Answer) {
    var systems: [CertificateCodeSystem] = []
    for number in [2, 4, 6] {
      guard let coded = sheet.code(number, of: answer) else { continue }
      systems.append(coded.system)
      if coded.system.diagnosisSystem == nil { find(.diagnosisSystem, 6) }
      if !Self.isDiagnosis(Array(coded.code.utf8)) { find(.diagnosisCode, 6) }
    }
    if systems.contains(where: { $0 != systems.first }) { find(.diagnosisPairs, 6) }
    for (text, code) in [(3, 4), (5, 6)] {
      let hasText = sheet.part(text, of: answer) != nil
      if hasText != (sheet.part(code, of: answer) != nil) { find(.diagnosisPairs, 6) }
    }
    let hasSecond = sheet.part(3, of: answer) != nil || sheet.part(4, of: answer) != nil
    let hasThird = sheet.part(5, of: answer) != nil || sheet.part(6, of: answer) != nil
    if hasThird, !hasSecond { find(.diagnosisPairs, 6) }
  }

  /// A letter, two digits and at most two more letters, digits or hyphens; of F and Z73 at least
  /// one more.
  static func isDiagnosis(_ code: [UInt8]) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard (3...5).contains(code.count), isLetter(code[0]), isDigit(code[1]), isDigit(code[2]),
      code[3...].allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return false }
    let letter = code[0] | 0x20
    let isDivided =
      letter == UInt8(ascii: "f")
      || (letter == UInt8(ascii: "z") && code[1] == UInt8(ascii: "7")
        && code[2] == UInt8(ascii: "3"))
    return !isDivided || code.count > 3
  }
}
