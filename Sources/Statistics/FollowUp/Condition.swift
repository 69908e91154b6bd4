// SPDX-License-Identifier: Apache-2.0
import Domain

/// Something that is so or not of a row. The words are what the method page says and the test is
/// what is computed, so that they cannot part.
struct Condition: Sendable {
  /// Goes on from "certificates that" and the like.
  let text: Bilingual
  let test: Test

  init(sv: String, en: String, _ test: Test) {
    text = Bilingual(sv: sv, en: en)
    self.test = test
  }

  enum Test: Sendable {
    /// The bits are all set, or none of them is.
    case certificate(CertificateFlags, Bool)
    case request(RequestFlags, Bool)
    case sickCase(CaseFlags, Bool)
    /// A number of a column means that it is so.
    case number(Source, @Sendable (Int, Reading) -> Bool)
    /// The first column's number is at least what the second's asks for; nil asks for more than
    /// there is.
    case reaches(Source, of: Source, @Sendable (Int, Reading) -> Int?)
    /// The diagnoses of two columns are in the same group, or in different ones. A diagnosis that
    /// no list knows is in a group with nothing but itself.
    case grouped(Source, Source, Dimension, same: Bool)
    /// One of them is so.
    case any([Condition])
  }
}

/// What tests are read by: the edition's own numbers, the rules by day, and the lists.
struct Reading: Sendable {
  let head: Edition.Head
  /// From which day of a case a certificate is asked for, by the case's first day.
  let certificateDays: [UInt16]
  /// The longest recommended sick leave by diagnosis, 0 for none.
  let recommendedDays: [UInt16]

  /// The last day that the facts tell about.
  var observed: Int { head.observedThrough.number }

  func recommended(_ diagnosis: Int) -> Int? {
    guard diagnosis < recommendedDays.count, recommendedDays[diagnosis] > 0 else { return nil }
    return Int(recommendedDays[diagnosis])
  }

  /// From which day of a case that begins on a day Försäkringskassan asks for a certificate.
  func certificateDay(_ first: Int) -> Int? {
    let day = certificateDays[min(max(0, first), certificateDays.count - 1)]
    return day == 0 ? nil : Int(day)
  }

  /// The rules for every day that a column can hold, 0 where there is none. They are asked for
  /// only where a row of the rule book begins or ends.
  static func certificateDays(_ rules: RuleBook) -> [UInt16] {
    var days = [UInt16](repeating: 0, count: 1 << 16)
    let names = [Subject.certificateDayTemporary, Subject.certificateDayEmployed]
    var changes: Set<Int> = []
    for rule in names.flatMap({ rules.series($0) }) {
      if let from = rule.validFrom { changes.insert(from.number) }
      if case .day(let last) = rule.validTo { changes.insert(last.number + 1) }
    }
    for number in days.indices {
      if number == 0 || changes.contains(number) {
        let rule = names.lazy.compactMap {
          rules.inForce($0, on: Day(number: number))
        }.first
        days[number] = UInt16(clamping: rule?.value.integer ?? 0)
      } else {
        days[number] = days[number - 1]
      }
    }
    return days
  }
}

extension [Condition] {
  /// The words joined.
  var text: Bilingual {
    Bilingual(
      sv: map(\.text.sv).joined(separator: " och "),
      en: map(\.text.en).joined(separator: " and "))
  }
}
