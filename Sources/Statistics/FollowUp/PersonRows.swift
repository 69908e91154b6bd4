// SPDX-License-Identifier: Apache-2.0
import Domain

/// One person's facts made into rows: which version of each certificate counts, the days of sick
/// leave, and how every supplement request ended. Rows of certificates are numbered from 0 here.
struct PersonRows: Sendable {
  private(set) var certificates: [CertificateRow] = []
  private(set) var requests: [RequestRow] = []
  private(set) var spans: [SickLeaveSpan] = []

  private let person: PersonFacts
  private let facts: [CertificateFact]
  private let chains: CertificateChains
  private let rules: FollowUpRules

  init(
    _ person: PersonFacts, units: UnitTable, rules: FollowUpRules, decisions: DecisionTable,
    diagnoses: inout GrowingDictionary, specialities: inout GrowingDictionary
  ) {
    self.person = person
    self.rules = rules
    chains = CertificateChains(person)
    facts = chains.facts
    spans = SickLeaveSpan.days(
      of: facts.indices.filter { chains.counts[$0] }.flatMap { row in
        facts[row].periods.map {
          CertifiedPeriod(
            degree: UInt8($0.degree.rawValue), first: $0.first, last: $0.last,
            certificate: UInt32(row), signed: Instant(milliseconds: Int64(row)))
        }
      })
    certificates = facts.indices.map { row in
      var made = CertificateRow()
      fill(&made, row, units)
      made.diagnosis = diagnoses.number(facts[row].diagnoses.first)
      made.second = diagnoses.number(facts[row].diagnoses.dropFirst().first)
      made.third = diagnoses.number(facts[row].diagnoses.dropFirst(2).first)
      made.speciality = specialities.number(facts[row].specialities.first)
      made.decision = decisions.code(
        of: facts.indices.lazy.filter { [chains] in chains.chain[$0] == chains.chain[row] }
          .map { [facts] in facts[$0].key })
      return made
    }
    addRequests()
  }

  private func fill(_ made: inout CertificateRow, _ row: Int, _ units: UnitTable) {
    let fact = facts[row]
    let first = fact.periods.map(\.first).min()
    let last = fact.periods.map(\.last).max()
    let day = fact.signed?.day ?? first
    let tie = units.tie(unit: fact.unit, on: day)
    made.signed = CertificateRow.number(day)
    made.first = CertificateRow.number(first)
    made.last = CertificateRow.number(last)
    made.days = UInt16(clamping: fact.periods.distinctDays)
    made.length = length(row, first, last)
    made.unit = tie.careUnit.map { UInt16($0 + 1) } ?? 0
    made.tie = UInt8(CareUnitTie.allCases.firstIndex(of: tie.tie) ?? 0)
    made.sex = person.sex.map { $0 == .man ? 1 : 2 } ?? 0
    made.age = age(on: day)
    made.degree = UInt8(fact.periods.map(\.degree.rawValue).max() ?? 0)
    made.order = goesOn(row, first) ? 2 : 1
    made.occupation = Self.occupation(fact.occupations)
    made.comorbidity = Self.comorbidity(fact.diagnoses)
    made.answered = QuestionGroup.mask(fact.answered)
    made.due = CertificateRow.number(due(fact, last))
    made.flags = flags(row, first, tie.isLater)
    if let due = due(fact, last), isSick(after: due) { made.flags.insert(.sickWhenDue) }
  }

  private func age(on day: Day?) -> UInt8 {
    guard let day, let birth = person.birthMonth else { return 255 }
    let years = day.year - birth.year - (day.month < birth.month ? 1 : 0)
    return (0..<150).contains(years) ? UInt8(years) : 255
  }

  private static func occupation(_ kinds: Set<OccupationKind>) -> UInt8 {
    guard kinds.count == 1, let kind = kinds.first else { return kinds.isEmpty ? 0 : 5 }
    return UInt8((OccupationKind.allCases.firstIndex(of: kind) ?? 0) + 1)
  }

  private static func comorbidity(_ diagnoses: [String]) -> UInt8 {
    guard diagnoses.count > 1 else { return 0 }
    let psychiatric = diagnoses.count { $0.hasPrefix("F") }
    return psychiatric == diagnoses.count ? 1 : psychiatric == 0 ? 2 : 3
  }

  /// Where the prognosis has the person back: after the certificate, or so many days after it was
  /// signed.
  private func due(_ fact: CertificateFact, _ last: Day?) -> Day? {
    switch fact.prognosis {
    case .likely: last
    case .afterDays, .afterMonths:
      if let days = fact.prognosisDays, let signed = fact.signed {
        signed.day.adding(days: days)
      } else {
        nil
      }
    case .unlikely, .unclear, nil: nil
    }
  }

  /// Whether the case goes on: a certificate has a day before a new case would begin.
  private func isSick(after day: Day) -> Bool {
    let end = day.adding(days: rules.gapInera + 1)
    return spans.contains { $0.last > day && $0.first <= end }
  }

  /// Whether the certificate continues a case: it says that it extends another, or an earlier
  /// signed one of another chain lies so near before it that they are one case.
  private func goesOn(_ row: Int, _ first: Day?) -> Bool {
    if facts[row].relations.contains(where: { $0.kind == .extends }) { return true }
    guard let first else { return false }
    let earliest = first.adding(days: -rules.gapInera - 1)
    return facts.indices.contains { other in
      other < row && chains.counts[other] && chains.chain[other] != chains.chain[row]
        && facts[other].periods.contains { $0.first <= first && $0.last >= earliest }
    }
  }

  /// Days of the case through the last day. A version that no longer counts has its own days
  /// beside those of the case before it.
  private func length(_ row: Int, _ first: Day?, _ last: Day?) -> UInt16 {
    guard let first, let last else { return 0 }
    var days = chains.counts[row] ? 0 : facts[row].periods.distinctDays
    var begin = chains.counts[row] ? last.adding(days: 1) : first
    let through = chains.counts[row] ? last : first.adding(days: -1)
    for span in spans.reversed() where span.first <= through {
      let end = min(span.last, through)
      guard begin - end - 1 <= rules.gapInera else { break }
      days += end - span.first + 1
      begin = span.first
    }
    return UInt16(clamping: days)
  }

  private func flags(_ row: Int, _ first: Day?, _ isLater: Bool) -> CertificateFlags {
    let fact = facts[row]
    var flags: CertificateFlags = []
    func set(_ flag: CertificateFlags, _ holds: Bool) { if holds { flags.insert(flag) } }
    set(.counts, chains.counts[row])
    set(.revoked, chains.revoked[row])
    set(.lisjp, fact.kind == .lisjp)
    set(.version2, (fact.versionMajor ?? 1) >= 2)
    set(.sent, fact.isSent)
    set(.noted, fact.hasNotes)
    set(.signedTold, fact.signed != nil)
    set(.infection, fact.keptForInfection)
    set(.basisTold, !fact.bases.isEmpty)
    set(.examined, fact.bases.contains(where: \.isExamination))
    set(.tellsWhyNotExamined, fact.tellsWhyNoExamination)
    if let signed = fact.signed?.day, let first {
      set(.backDated, signed - first > rules.backDated)
    }
    set(.tellsWhyBackDated, fact.tellsWhyBackDated)
    set(.contactWanted, fact.contactWanted)
    set(.workplaceCode, fact.workplaceCode != nil)
    set(.prognosisTold, fact.prognosis != nil)
    set(.prognosisClear, fact.prognosis != nil && fact.prognosis != .unclear)
    set(.measuresTold, !fact.measures.isEmpty)
    set(.measuresProposed, fact.measures.contains { $0 != .none })
    set(.presentWork, fact.occupations.contains(.presentWork))
    set(.secondary, fact.diagnoses.count > 1)
    set(.partTime, fact.periods.contains { $0.degree != .full })
    set(.tiedLater, isLater)
    set(.diagnosisTold, !fact.diagnoses.isEmpty)
    return flags
  }

  private mutating func addRequests() {
    let made = SupplementRequests(
      person, facts: facts, revoked: chains.revoked, nearDays: rules.implicitAnswer)
    requests = made.rows
    for request in requests {
      let row = Int(request.certificate)
      certificates[row].asked |= request.asked
      certificates[row].flags.insert(.asked)
      if request.flags.contains(.reminded) { certificates[row].flags.insert(.reminded) }
    }
  }
}
