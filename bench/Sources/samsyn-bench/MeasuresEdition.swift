// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics

/// An edition of invented facts that are made quickly.
enum MeasuresEdition {
  /// Makes the edition, and the same certificates as rows for the peer. Gives how many certificates
  /// were put in columns in a second.
  static func make(persons: Int, raw: String, edition: String) throws -> Double {
    var series = PlainSeries(state: 7)
    let units = (0..<2_000).map { number in
      UnitTable.Unit(
        id: "SE1-\(10_000 + number)", name: "Unit \(number)", provider: "SE1-P\(number % 40)",
        region: County.allCases[number % County.allCases.count].rawValue,
        careLevel: "0\(1 + number % 5)")
    }
    let ties = units.map {
      UnitTable.Tie(unit: $0.id, from: Day(number: 17_000), tie: .own, careUnit: $0.id)
    }
    let rules = FollowUpRules(
      gapInera: 5, gapSFB: 89, implicitAnswer: 5, backDated: 7, recurrence: 365)
    var builder = FollowUpBuilder(units: UnitTable(units: units, ties: ties), rules: rules)
    var rows: [Int32] = []
    var seconds = 0.0
    var number: UInt64 = 0
    for person in 0..<UInt64(persons) {
      let facts = facts(person, units, &series, &number)
      let asked = Set(facts.messages.map(\.certificate))
      for certificate in facts.certificates {
        let unit = certificate.unit.flatMap { Int32($0.dropFirst(4)) } ?? 0
        rows += [
          unit, Int32(certificate.signed?.day.number ?? 0),
          asked.contains(certificate.key) ? 1 : 0,
        ]
      }
      let start = secondsNow()
      builder.add(facts)
      seconds += secondsNow() - start
    }
    try rows.withUnsafeBytes { try Data($0).write(to: URL(filePath: raw)) }
    let start = secondsNow()
    try builder.write(to: edition)
    return Double(rows.count / 3) / (seconds + secondsNow() - start)
  }

  private static func facts(
    _ person: UInt64, _ units: [UnitTable.Unit], _ series: inout PlainSeries,
    _ number: inout UInt64
  ) -> PersonFacts {
    let clock = TimeOfDay(hour: 10, minute: 0, second: 0)
    var facts = PersonFacts(
      person: FactKey(high: person, low: 1), sex: person % 3 == 0 ? .man : .kvinna,
      birthMonth: Day(year: 1955 + Int(person % 48), month: 1 + Int(person % 12), day: 1))
    var day = 18_000 + series.next(below: 1_500)
    for _ in 0..<(1 + series.next(below: 6)) {
      number += 1
      let last = day + 6 + series.next(below: 50)
      var made = CertificateFact(key: FactKey(high: number, low: 2), kind: .lisjp)
      made.signed = clock.map { CertificateTime(day: Day(number: day), time: $0) }
      made.isSent = true
      made.unit = units[series.next(below: 2_000)].id
      let code = series.next(below: 600)
      made.diagnoses = ["\(["F", "M", "S", "J", "C", "R"][code % 6])\(10 + code % 90)"]
      made.periods = [
        SickLeavePeriod(
          degree: Degree.allCases[series.next(below: 4)], first: Day(number: day),
          last: Day(number: last))
      ].compactMap { $0 }
      made.bases = [.examination]
      made.answered = series.next(below: 2) == 0 ? [1, 6, 17, 28, 32] : [1, 6, 17, 28, 32, 35, 39]
      facts.certificates.append(made)
      if series.next(below: 12) == 0 {
        var request = MessageFact(
          key: FactKey(high: number, low: 3), direction: .toCare, subject: .supplement,
          certificate: made.key)
        request.sent = clock.map { CertificateTime(day: Day(number: day + 5), time: $0) }
        request.questions = [17, 35]
        request.lastDayForAnswer = Day(number: day + 20)
        facts.messages.append(request)
      }
      day =
        last + 1 + (series.next(below: 4) == 0 ? series.next(below: 120) : -series.next(below: 3))
    }
    return facts
  }
}
