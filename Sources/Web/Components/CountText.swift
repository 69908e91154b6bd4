// SPDX-License-Identifier: Apache-2.0

import Domain

/// Numbers with their words: `1 vardag kvar`, `17 vardagar kvar`, `19 200 kr`.
struct CountText: Sendable {
  /// The words after exactly one.
  let one: Bilingual
  /// The words after any other number.
  let many: Bilingual

  /// The number and its words.
  func text(_ count: Int, _ language: Language) -> String {
    "\(CountText.grouped(count)) \(words(count, language))"
  }

  /// The words alone.
  func words(_ count: Int, _ language: Language) -> String {
    (count.magnitude == 1 ? one : many)[language]
  }

  /// A whole number in groups of three with non-breaking spaces: `19 200`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (number < 0 ? "−" : "") + groups.joined(separator: "\u{A0}")
  }

  /// An amount in öre as kronor: `19 200 kr`, with öre only when there are any.
  static func kronor(ore: Int) -> String {
    let whole = grouped(ore / 100)
    let sign = ore < 0 && ore > -100 ? "−" : ""
    let part = ore.magnitude % 100
    if part == 0 { return "\(whole)\u{A0}kr" }
    return "\(sign)\(whole),\(part < 10 ? "0" : "")\(part)\u{A0}kr"
  }

  static let workdaysLeft = CountText(
    one: Bilingual(sv: "vardag kvar", en: "workday left"),
    many: Bilingual(sv: "vardagar kvar", en: "workdays left"))

  static let workdaysOver = CountText(
    one: Bilingual(sv: "vardag över", en: "workday over"),
    many: Bilingual(sv: "vardagar över", en: "workdays over"))

  static let workdays = CountText(
    one: Bilingual(sv: "vardag", en: "workday"), many: Bilingual(sv: "vardagar", en: "workdays"))

  static let tasks = CountText(
    one: Bilingual(sv: "uppgift", en: "task"), many: Bilingual(sv: "uppgifter", en: "tasks"))

  static let cases = CountText(
    one: Bilingual(sv: "ärende", en: "case"), many: Bilingual(sv: "ärenden", en: "cases"))
}
