// SPDX-License-Identifier: Apache-2.0

import Domain

/// The JSON of a certificate: everything that was read of it.
struct CertificateFacts: Encodable {
  struct Diagnosis: Encodable {
    let code: String
    let washed: String
    let system: DiagnosisSystem?
    let text: String?
  }

  struct Period: Encodable {
    let degree: Int
    let first: Day
    let last: Day
  }

  struct Relation: Encodable {
    let code: String
    let certificate: String
  }

  let id: String
  let issuer: String?
  let version: String
  let isVerified: Bool?
  let signed: CertificateTime?
  let sent: CertificateTime?
  let person: String
  let personKind: PersonalIdentityNumber.Kind?
  let staff: String?
  let staffName: String?
  let positions: [String]
  let specialities: [String]
  let licences: [String]
  let unit: String?
  let unitName: String?
  let workplaceCode: String?
  let provider: String?
  let providerName: String?
  let recipients: [String]
  let diagnoses: [String]
  let diagnosisDetails: [Diagnosis]
  let periods: [Period]
  let firstDay: Day?
  let lastDay: Day?
  let distinctDays: Int
  let relations: [Relation]
  let answersTo: ReferenceFacts?
  let answers: AnswerFacts

  private enum CodingKeys: String, CodingKey {
    case id, issuer, version, isVerified = "verified", signed, sent, person, personKind, staff
    case staffName, positions, specialities, licences, unit, unitName, workplaceCode, provider
    case providerName, recipients, diagnoses, diagnosisDetails, periods, firstDay, lastDay
    case distinctDays, relations, answersTo, answers
  }

  init(_ certificate: Certificate) {
    id = certificate.id
    issuer = certificate.issuer
    version = certificate.version.text
    isVerified = certificate.type == .lisjp ? certificate.version.isVerified : nil
    signed = certificate.signed
    sent = certificate.sent
    person = certificate.person.id
    personKind = certificate.person.root
    staff = certificate.staff.id
    staffName = certificate.staff.name
    positions = certificate.staff.positions
    specialities = certificate.staff.specialities
    licences = certificate.staff.licences
    unit = certificate.unit.id
    unitName = certificate.unit.name
    workplaceCode = certificate.unit.workplaceCode
    provider = certificate.unit.providerID
    providerName = certificate.unit.providerName
    recipients = certificate.recipients
    diagnoses = certificate.answers.diagnoses.map(\.code)
    diagnosisDetails = certificate.answers.diagnoses.map {
      Diagnosis(code: $0.code, washed: $0.washed, system: $0.system, text: $0.text)
    }
    periods = certificate.answers.periods.map {
      Period(degree: $0.degree.rawValue, first: $0.first, last: $0.last)
    }
    firstDay = certificate.firstDay
    lastDay = certificate.lastDay
    distinctDays = certificate.distinctDays
    relations = certificate.relations.map {
      Relation(code: $0.code, certificate: $0.certificateID)
    }
    answersTo = certificate.answersTo.map(ReferenceFacts.init)
    answers = AnswerFacts(certificate.answers)
  }
}

/// The answers by the number of their question. A question that was not answered has no key.
struct AnswerFacts: Encodable {
  struct Basis: Encodable {
    let code: CertificateBasisKind
    let day: Day?
    let text: String?
  }

  struct Flag: Encodable {
    let answer: Bool?
    let reason: String?
  }

  struct Assessed: Encodable {
    let titles: [String]
    let codes: [String]
    let text: String
  }

  struct Expected: Encodable {
    let code: PrognosisKind
    let days: Int?
    let months: Int?
  }

  struct Other: Encodable {
    let noExamination: String?
    let backDated: String?
    let text: String
  }

  private struct Question: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ number: Int) { stringValue = "\(number)" }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let answers: CertificateAnswers

  init(_ answers: CertificateAnswers) { self.answers = answers }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Question.self)
    func put(_ question: Int, _ value: (some Encodable)?) throws {
      if let value { try object.encode(value, forKey: Question(question)) }
    }
    func list<Value: Encodable>(_ values: [Value]) -> [Value]? { values.isEmpty ? nil : values }
    func assessed(_ text: AssessedText?) -> Assessed? {
      text.map { Assessed(titles: $0.titles, codes: $0.codes, text: $0.text) }
    }
    try put(27, answers.keptForInfection)
    try put(
      1, list(answers.bases.map { Basis(code: $0.kind, day: $0.day, text: $0.text) }))
    try put(28, list(answers.occupations))
    try put(29, answers.work)
    try put(
      6,
      list(
        answers.diagnoses.map {
          CertificateFacts.Diagnosis(
            code: $0.code, washed: $0.washed, system: $0.system, text: $0.text)
        }))
    try put(35, assessed(answers.function))
    try put(17, assessed(answers.activity))
    try put(19, answers.ongoingTreatment)
    try put(20, answers.plannedTreatment)
    try put(
      32,
      list(
        answers.periods.map {
          CertificateFacts.Period(degree: $0.degree.rawValue, first: $0.first, last: $0.last)
        }))
    try put(37, answers.exceedsSupport)
    if answers.otherHours != nil || answers.otherHoursReason != nil {
      try put(33, Flag(answer: answers.otherHours, reason: answers.otherHoursReason))
    }
    try put(34, answers.travel)
    try put(
      39, answers.prognosis.map { Expected(code: $0.kind, days: $0.days, months: $0.months) })
    try put(40, list(answers.measures))
    try put(44, answers.measuresText)
    try put(
      25,
      answers.other.map {
        Other(noExamination: $0.noExamination, backDated: $0.backDated, text: $0.text)
      })
    if answers.contactWanted != nil || answers.contactReason != nil {
      try put(26, Flag(answer: answers.contactWanted, reason: answers.contactReason))
    }
    for answer in answers.additional { try put(answer.question, answer.text) }
  }
}
