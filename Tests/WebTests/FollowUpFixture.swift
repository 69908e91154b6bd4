// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics

@testable import Service

/// A small edition of invented certificates: the care units of two counties and one far away, with
/// one unit so small that it must be hidden.
enum FollowUpFixture {
  /// Care units of the region of the site's fixture; Eken is one of them.
  static let own = (1...9).map { "SE0000000000-05V\($0)" } + [SiteFixture.eken.text]
  static let others = (1...5).map { "SE0000000000-03V\($0)" }
  /// The own unit with hardly any certificates.
  static let small = own[8]
  static let names = [
    "Alen", "Björken", "Cypressen", "Enen", "Granen", "Häggen", "Idegranen", "Linden", "Måbär",
    "Eken",
  ]
  /// Names of units that nobody but their own region may see.
  static let secretNames = (1...5).map { "Hemliga vårdcentralen \($0)" }

  static var table: UnitTable {
    func unit(_ id: String, _ name: String, _ region: String) -> UnitTable.Unit {
      UnitTable.Unit(
        id: id, name: name, provider: "SE0000000000-R\(region)",
        providerName: "Vårdgivaren \(region)", region: region, careLevel: "01")
    }
    let units =
      zip(own, names).map { unit($0, "Vårdcentralen \($1)", "05") }
      + zip(others, secretNames).map { unit($0, $1, "03") }
    let from = Day("2020-01-01") ?? .earliest
    return UnitTable(
      units: units,
      ties: units.map { .init(unit: $0.id, from: from, tie: .own, careUnit: $0.id) }
        + [.init(unit: "SE0000000000-05LAB", from: from, tie: .member, careUnit: own[0])])
  }

  /// A supplied variable of most care units.
  static var background: [BackgroundVariable] {
    BackgroundVariable.all(
      (own.dropLast(2) + others).enumerated().map { place, unit in
        BackgroundValue(
          unit: unit, variable: "Lång utbildning",
          value: SuppliedNumber(thousandths: place % 2 == 0 ? 20_500 : 40_000),
          source: "påhittad", collected: Day("2026-01-01") ?? .earliest)
      })
  }

  /// Numbers that are the same in every run.
  private struct Dice {
    var state: UInt64 = 7
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  private static let diagnoses = ["F43", "F32", "M54", "S42", "J06", "R53", "I21"]

  /// Everybody's facts.
  static func persons(_ count: Int = 900) -> [PersonFacts] {
    var dice = Dice()
    return (1...count).map { number in person(number, &dice) }
  }

  private static func person(_ number: Int, _ dice: inout Dice) -> PersonFacts {
    var person = PersonFacts(
      person: FactKey(high: 1, low: UInt64(number)), sex: dice.roll(5) < 3 ? .kvinna : .man,
      birthMonth: Day(year: 1955 + dice.roll(45), month: 1 + dice.roll(12), day: 1))
    let start = (Day("2024-05-01") ?? .earliest).adding(days: dice.roll(700))
    let unit = unit(number, &dice)
    let diagnosis = diagnoses[dice.roll(diagnoses.count)]
    var first = start
    for index in 0..<(1 + dice.roll(3)) {
      let key = FactKey(high: 2, low: UInt64(number * 10 + index))
      let last = first.adding(days: 6 + dice.roll(40))
      var fact = CertificateFact(key: key, kind: .lisjp)
      fact.isSent = true
      fact.versionMajor = 1
      fact.signed = CertificateTime(day: first, time: TimeOfDay("10:00") ?? .midnight)
      fact.unit = unit
      fact.diagnoses = [diagnosis]
      fact.diagnosisSystem = .icd10
      fact.bases = [.examination]
      fact.occupations = [.presentWork]
      fact.answered = [1, 6, 17, 19, 28, 32, 35, 39]
      fact.periods = [
        SickLeavePeriod(
          degree: dice.roll(4) == 0 ? .half : .full, first: first, last: last)
      ].compactMap { $0 }
      person.certificates.append(fact)
      // Some units are asked more than others.
      if dice.roll(100) < (unit == own[3] ? 35 : 9) {
        var message = MessageFact(
          key: FactKey(high: 3, low: key.low), direction: .toCare, subject: .supplement,
          certificate: key)
        message.sent = CertificateTime(
          day: first.adding(days: 9), time: TimeOfDay("09:00") ?? .midnight)
        message.questions = [17, 35]
        person.messages.append(message)
      }
      first = last.adding(days: 1)
    }
    return person
  }

  private static func unit(_ number: Int, _ dice: inout Dice) -> String {
    if number == 1 { return small }
    if dice.roll(3) == 0 { return others[dice.roll(others.count)] }
    if dice.roll(40) == 0 { return "SE0000000000-05LAB" }
    // The first units are the largest.
    return own[min(dice.roll(10), dice.roll(10)) % 8 == 7 ? 9 : min(dice.roll(8), dice.roll(8))]
  }

  /// Gives a site an edition to read from.
  @discardableResult
  static func open(_ service: SamsynService, persons: [PersonFacts]? = nil) throws -> OpenEdition {
    let folder = NSTemporaryDirectory() + "samsyn-edition-\(UUID().uuidString)"
    guard let rules = FollowUpRules(service.rules, on: service.clock.now().day) else {
      throw ServiceError.fault("rules")
    }
    var builder = FollowUpBuilder(units: table, rules: rules)
    for person in persons ?? Self.persons() { builder.add(person) }
    builder.observedThrough = Day("2026-04-30")
    builder.background = background
    try builder.write(to: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let followUp = try FollowUp(
      mapping: folder, diagnoses: BareDiagnoses(), rules: service.rules)
    let edition = OpenEdition(
      EditionFacts(
        number: 1, built: service.clock.now(), observedThrough: followUp.observedThrough,
        documents: followUp.counts.certificates + followUp.counts.requests,
        snapshotDays: [Day("2024-01-01"), Day("2026-04-01")].compactMap { $0 }), followUp)
    service.use(edition)
    return edition
  }
}
