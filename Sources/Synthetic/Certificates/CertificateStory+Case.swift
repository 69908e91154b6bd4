// SPDX-License-Identifier: Apache-2.0

import Domain

/// What is true of a whole sick-leave case.
struct CertificateCase {
  var diagnosis: CertificateDiagnosis
  var code: String
  var diagnosisText: String
  let first: Day
  let last: Day
  var issuer: CertificateIssuer
  var doctor: CertificateIssuer.Doctor
  let occupation: OccupationKind
  let work: String
  /// The days of the case after which the degree is lower; empty when it is full throughout.
  let steps: [Day]
  let isContagion: Bool

  /// The degree on a day.
  func degree(on day: Day) -> Degree {
    switch steps.filter({ $0 <= day }).count {
    case 0: .full
    case 1: steps.count > 1 ? .threeQuarters : .half
    case 2: .half
    default: .quarter
    }
  }

  /// Degrees of a period, at most four.
  func degrees(_ first: Day, _ last: Day) -> [(degree: Degree, first: Day, last: Day)] {
    var periods: [(degree: Degree, first: Day, last: Day)] = []
    var start = first
    for step in steps where step > first && step <= last {
      periods.append((degree(on: start), start, step.adding(days: -1)))
      start = step
    }
    return periods + [(degree(on: start), start, last)]
  }
}

extension CertificateStory {
  /// Tells a case from its first certificate to its last, and returns its last day.
  mutating func tellCase(_ diagnosis: CertificateDiagnosis, from start: Day) -> Day {
    var facts = newCase(diagnosis, from: start)
    var first = start
    var previous: (id: String, day: Day)?
    let changes = facts.last - start > 60 && !diagnosis.related.isEmpty && random.chance(8)
    while first <= facts.last {
      let left = facts.last - first + 1
      var length = min(left, previous == nil ? random.between(7...21) : random.between(21...60))
      if left - length < 5 { length = left }
      let period = (first: first, last: first.adding(days: length - 1))
      if changes, first - start > (facts.last - start) / 2, facts.code == diagnosis.code {
        (facts.code, facts.diagnosisText) = diagnosis.related[0]
      }
      if previous != nil, random.chance(6) { changeIssuer(&facts) }
      let wait = min(delay(isFirst: previous == nil), length - 1)
      // Nobody renews what is not signed yet.
      let signed = max(
        first.adding(days: wait), previous?.day.adding(days: 1) ?? .earliest)
      guard signed <= whole.last else { break }
      previous = tellCertificate(facts, period, signed, after: previous)
      first = period.last.adding(days: 1)
    }
    return facts.last
  }

  /// Days between the first day and the signature: now and then the period goes back in time.
  private mutating func delay(isFirst: Bool) -> Int {
    guard isFirst else { return random.between(-3...1) }
    return random.chance(6) ? random.between(8...20) : random.between(0...3)
  }

  private mutating func newCase(
    _ diagnosis: CertificateDiagnosis, from start: Day
  ) -> CertificateCase {
    let days = diagnosis.drawDays(&random)
    let issuer = whole.issuers.pick(region: insured.region, diagnosis.group, &random)
    let occupation: OccupationKind =
      switch random.below(100) {
      case ..<88: .presentWork
      case ..<95: .jobSeeking
      case ..<97: .parentalLeave
      default: .studies
      }
    var steps: [Day] = []
    if days > 40, random.chance(45) {
      let count = days > 90 ? random.between(1...3) : 1
      for step in 0..<count {
        steps.append(start.adding(days: days / 2 + step * (days / 2) / (count + 1) + 3))
      }
    }
    return CertificateCase(
      diagnosis: diagnosis, code: diagnosis.code, diagnosisText: diagnosis.text, first: start,
      last: start.adding(days: days - 1), issuer: issuer, doctor: random.pick(issuer.doctors),
      occupation: occupation, work: random.pick(CertificateWords.occupations), steps: steps,
      isContagion: diagnosis.group == .infection && random.chance(10))
  }

  private mutating func changeIssuer(_ facts: inout CertificateCase) {
    if random.chance(30) {
      facts.issuer = whole.issuers.pick(region: insured.region, facts.diagnosis.group, &random)
    }
    facts.doctor = random.pick(facts.issuer.doctors)
  }

  /// Tells one certificate and what follows from it, and returns what a renewal names.
  private mutating func tellCertificate(
    _ facts: CertificateCase, _ period: (first: Day, last: Day), _ day: Day,
    after previous: (id: String, day: Day)?
  ) -> (id: String, day: Day) {
    let signed = moment(day)
    var text = envelope(facts, signed)
    text.answers = answers(facts, period, day, isFirst: previous == nil)
    if let previous { text.relations = [("FRLANG", previous.id)] }
    makeOld(&text, signed.day)
    tellBroken(text, signed)
    if random.below(1000) < 3 {
      text.person = "\(text.person.prefix(8))-\(text.person.suffix(4))"
    } else if signed.day >= Self.firstLISJP {
      switch random.below(1000) {
      case ..<5: text.answers.append(.text(9001, "Svar på en tilläggsfråga."))
      case ..<9: text.ending = CertificateText.oldSignature
      default: break
      }
    }
    let decisions = decide(signed.day, isFirst: previous == nil)
    add(.certificate, text.id, signed, text.xml, text.plannedVerdict, decisions)
    // What is sent about a certificate that is not there would point at nothing.
    guard day >= whole.first else { return (text.id, day) }
    return tellWhatFollows(text, facts, signed)
  }

  /// Now and then a document that breaks a rule is sent first.
  private mutating func tellBroken(
    _ right: CertificateText, _ signed: CertificateMoment
  ) {
    guard random.below(1000) < 4 else { return }
    var text = right
    text.id = newID()
    // Of FK 7263 nothing but a reduction is demanded.
    switch signed.day < Self.firstLISJP ? 0 : random.below(3) {
    case 0: text.answers.removeAll { $0.question == "32" }
    case 1:
      text.answers.removeAll { $0.question == "6" }
      text.answers.append(.diagnoses([("F43", "Stress")]))
    default: text.answers.append(.flag(26, false, "Kontakt önskas inte."))
    }
    add(.certificate, text.id, signed, text.xml, .rejected)
  }

  /// A certificate with everything but its answers.
  private mutating func envelope(
    _ facts: CertificateCase, _ signed: CertificateMoment
  ) -> CertificateText {
    let number = insured.identity.number
    var text = CertificateText()
    text.id = newID()
    text.signed = signed.text
    text.sent = signed.adding(minutes: 1).text
    text.person = number.digits12
    if number.kind == .samordningsnummer { text.personRoot = "1.2.752.129.2.1.3.3" }
    text.staff = random.pick(facts.doctor.ids)
    text.staffName = facts.doctor.name
    text.positions = [facts.doctor.position]
    text.specialities = facts.doctor.speciality.map { [$0] } ?? []
    text.unit = facts.issuer.unit
    let issuer = whole.catalogue.changed(facts.issuer, on: signed.day)
    text.unitName = issuer.name
    text.workplaceCode = issuer.workplaceCode ?? ""
    text.provider = issuer.provider
    text.providerName = issuer.providerName
    return text
  }
}
