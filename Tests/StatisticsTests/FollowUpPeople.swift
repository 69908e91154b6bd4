// SPDX-License-Identifier: Apache-2.0
import Domain

@testable import Statistics

/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func isSo(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &self) == 0 }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// Groups by the letters of the code.
struct LetterGroups: DiagnosisGrouping {
  func chapter(_ code: String) -> String? { code.hasPrefix("X") ? nil : String(code.prefix(1)) }
  func block(_ code: String) -> String? { code.hasPrefix("X") ? nil : String(code.prefix(2)) }
  func category(_ code: String) -> String? { String(code.prefix(3)) }
  func chartGroup(_ code: String) -> String? { code.hasPrefix("F") ? "F" : nil }
  func namedGroup(_ code: String) -> String? { code == "F438" ? "exhaustion" : nil }
  func recommendedDays(_ code: String) -> Int? { code.hasPrefix("M") ? 20 : nil }
  func name(_ code: String, in dimension: Statistics.Dimension) -> Bilingual? { nil }
}

/// People whose facts hold everything that can be: chains, revocations, messages in any order,
/// untold values.
enum FollowUpPeople {
  static let units = UnitTable(
    units: (1...5).map { number in
      .init(
        id: "SE1-\(number)", name: "Unit \(number)",
        provider: number == 5 ? nil : "SE1-P\(number % 2)",
        providerName: "Provider", region: number == 4 ? nil : "0\(1 + number % 2)",
        careLevel: "0\(1 + number % 3)")
    },
    ties: [
      .init(unit: "SE1-1", from: Day(number: 20_000), tie: .own, careUnit: "SE1-1"),
      .init(unit: "SE1-2", from: Day(number: 20_000), tie: .own, careUnit: "SE1-2"),
      .init(unit: "SE1-W", from: Day(number: 20_020), tie: .member, careUnit: "SE1-3"),
      .init(unit: "SE1-W", from: Day(number: 20_050), tie: .ancestor, careUnit: "SE1-4"),
      .init(unit: "SE1-5", from: Day(number: 20_000), tie: .own, careUnit: "SE1-5"),
      .init(unit: "SE1-5", from: Day(number: 20_060), tie: .archived, careUnit: nil),
    ])
  static let rules = FollowUpRules(
    gapInera: 5, gapSFB: 12, implicitAnswer: 5, backDated: 7, recurrence: 25)

  /// The day from which a certificate is asked for changes in the middle.
  static let certificateDays = [
    rule("CERT_FK_DAY_EMPLOYED", 15, from: nil), rule("CERT_FK_DAY_COVID", 22, from: 20_040),
  ]

  private static func rule(_ id: String, _ days: Int, from: Int?) -> Rule {
    Rule(
      id: id, meaning: Bilingual(sv: "dag", en: "day"), value: .integer(days), basis: .practice,
      source: "test", validFrom: from.map { Day(number: $0) }, validTo: .notChecked,
      certainty: .inferred, sourceAddress: "test")
  }

  /// Values of two supplied variables; one care unit has none of the first.
  static let background = BackgroundVariable.all(
    [("SE1-1", 10), ("SE1-2", 500), ("SE1-3", 10), ("SE1-4", 500)].map { unit, number in
      BackgroundValue(
        unit: unit, variable: "Lång utbildning", value: SuppliedNumber(thousandths: number),
        source: "test", collected: Day(number: 20_000))
    }
      + [
        BackgroundValue(
          unit: "SE1-1", variable: "Zon", value: SuppliedNumber(thousandths: 1000),
          source: "test", collected: Day(number: 20_000))
      ])

  /// Some certificates have a decision, some several and some a control.
  static func outcomes(
    _ people: [PersonFacts], seed: UInt64
  ) -> [(certificate: FactKey, decision: CertificateDecision)] {
    var numbers = SeededNumbers(state: seed)
    var found: [(certificate: FactKey, decision: CertificateDecision)] = []
    for certificate in people.flatMap(\.certificates) where !numbers.isSo(3) {
      for _ in 0..<numbers.number(1...3) {
        guard let outcome = CertificateDecision.Outcome.allCases.randomElement(using: &numbers)
        else { continue }
        let decision = CertificateDecision(
          certificate: "", day: Day(number: 20_000 + numbers.number(0...4)), outcome: outcome,
          kind: numbers.isSo(2) ? .control : .decision)
        found.append((certificate.key, decision))
      }
    }
    return found.shuffled(using: &numbers)
  }

  static func make(seed: UInt64, persons: Int) -> [PersonFacts] {
    var numbers = SeededNumbers(state: seed)
    var people = (0..<persons).map { _ in
      person(FactKey(high: numbers.next() >> 60, low: numbers.next()), &numbers)
    }
    people.sort { $0.person < $1.person }
    return people
  }

  private static func time(_ day: Int, _ numbers: inout SeededNumbers) -> CertificateTime? {
    TimeOfDay(hour: numbers.number(8...9), minute: 0, second: 0).map {
      CertificateTime(day: Day(number: day), time: $0)
    }
  }

  static func person(_ key: FactKey, _ numbers: inout SeededNumbers) -> PersonFacts {
    var person = PersonFacts(
      person: key, sex: [nil, .man, .kvinna, .kvinna].randomElement(using: &numbers) ?? nil,
      birthMonth: numbers.isSo(8)
        ? nil : Day(year: numbers.number(1950...2012), month: numbers.number(1...12), day: 1))
    var day = 20_000 + numbers.number(0...60)
    for _ in 0..<numbers.number(0...7) {
      person.certificates.append(certificate(&day, person.certificates, &numbers))
    }
    for certificate in person.certificates where numbers.isSo(3) {
      ask(certificate, &person, &numbers)
    }
    for certificate in person.certificates where numbers.isSo(9) {
      person.revocations.append(RevocationFact(certificate: certificate.key, sent: nil))
    }
    person.certificates.shuffle(using: &numbers)
    person.messages.shuffle(using: &numbers)
    return person
  }

  private static func certificate(
    _ day: inout Int, _ before: [CertificateFact], _ numbers: inout SeededNumbers
  ) -> CertificateFact {
    var made = CertificateFact(
      key: FactKey(high: numbers.next(), low: numbers.next()),
      kind: numbers.isSo(7) ? .fk7263 : .lisjp)
    let first = day
    for _ in 0..<(numbers.isSo(12) ? 0 : numbers.number(1...3)) {
      let last = day + numbers.number(0...16)
      if let degree = Degree.allCases.randomElement(using: &numbers),
        let period = SickLeavePeriod(
          degree: degree, first: Day(number: day), last: Day(number: last))
      {
        made.periods.append(period)
      }
      day = last + 1 - numbers.number(0...3) + (numbers.isSo(4) ? numbers.number(1...20) : 0)
    }
    made.signed = numbers.isSo(9) ? nil : time(first + numbers.number(-3...12), &numbers)
    made.versionMajor = [nil, 1, 1, 2].randomElement(using: &numbers) ?? nil
    made.isSent = !numbers.isSo(4)
    made.hasNotes = numbers.isSo(5)
    made.specialities = numbers.isSo(3) ? [] : ["2\(numbers.number(1...3))", "29"]
    made.unit =
      ["SE1-1", "SE1-2", "SE1-W", "SE1-5", "SE1-9", nil].randomElement(using: &numbers) ?? nil
    made.workplaceCode = numbers.isSo(2) ? nil : "1"
    let codes = ["F432", "F438", "F320", "M545", "M544", "J069", "X99", "S82"]
    made.diagnoses = (0..<numbers.number(0...3)).compactMap { _ in
      codes.randomElement(using: &numbers)
    }
    made.bases = Set(CertificateBasisKind.allCases.filter { _ in numbers.isSo(4) })
    made.occupations = Set(OccupationKind.allCases.filter { _ in numbers.isSo(3) })
    made.keptForInfection = numbers.isSo(8)
    made.prognosis = numbers.isSo(4) ? nil : PrognosisKind.allCases.randomElement(using: &numbers)
    made.prognosisDays = numbers.isSo(3) ? nil : 30
    made.measures = [[], [.none], [.workTraining, .aids]].randomElement(using: &numbers) ?? []
    made.answered = Set(
      [1, 6, 17, 19, 20, 25, 29, 32, 35, 39, 40, 44].filter { _ in !numbers.isSo(3) })
    made.tellsWhyNoExamination = numbers.isSo(2)
    made.tellsWhyBackDated = numbers.isSo(2)
    made.contactWanted = numbers.isSo(3)
    if numbers.isSo(2), let other = before.randomElement(using: &numbers),
      let kind = CertificateRelationKind.allCases.randomElement(using: &numbers)
    {
      let key = numbers.isSo(6) ? FactKey(high: 1, low: 1) : other.key
      made.relations = [.init(kind, key)]
    }
    return made
  }

  private static func ask(
    _ certificate: CertificateFact, _ person: inout PersonFacts, _ numbers: inout SeededNumbers
  ) {
    for _ in 0..<numbers.number(1...2) {
      var request = MessageFact(
        key: FactKey(high: numbers.next(), low: numbers.next()), direction: .toCare,
        subject: .supplement, certificate: certificate.key)
      let day = 20_010 + numbers.number(0...80)
      request.sent = numbers.isSo(12) ? nil : time(day, &numbers)
      request.questions = (0..<numbers.number(0...3)).compactMap { _ in
        [35, 17, 17, 39, 37, 32, 44, 9001].randomElement(using: &numbers)
      }
      request.lastDayForAnswer = numbers.isSo(5) ? nil : Day(number: day + 14)
      request.officer = numbers.isSo(2) ? nil : FactKey(high: 0, low: 9)
      person.messages.append(request)
      if numbers.isSo(3) {
        var reminder = MessageFact(
          key: FactKey(high: numbers.next(), low: numbers.next()), direction: .toCare,
          subject: .reminder, certificate: certificate.key)
        reminder.sent = time(day + numbers.number(-2...30), &numbers)
        reminder.reminds = numbers.isSo(3) ? nil : request.key
        person.messages.append(reminder)
      }
      if numbers.isSo(3) {
        var answer = MessageFact(
          key: FactKey(high: numbers.next(), low: numbers.next()), direction: .toRecipient,
          subject: numbers.isSo(2) ? .supplement : .other, certificate: certificate.key)
        answer.sent = numbers.isSo(9) ? nil : time(day + numbers.number(-2...30), &numbers)
        answer.answersTo = numbers.isSo(3) ? nil : request.key
        person.messages.append(answer)
      }
      if numbers.isSo(5), let place = person.certificates.indices.randomElement(using: &numbers) {
        person.certificates[place].answersTo = request.key
      }
    }
  }
}
