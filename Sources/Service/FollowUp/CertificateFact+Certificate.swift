// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension CertificateFact {
  /// What is counted of a certificate.
  init(_ certificate: Certificate, hasNotes: Bool, _ keys: CertificateKeys) {
    self.init(key: keys.certificate(certificate.id), kind: certificate.type)
    let answers = certificate.answers
    versionMajor = certificate.version.major
    signed = certificate.signed
    isSent = certificate.sent != nil || certificate.recipients.contains("FKASSA")
    self.hasNotes = hasNotes
    doctor = certificate.staff.id.map(keys.doctor)
    positions = certificate.staff.positions
    specialities = certificate.staff.specialities
    unit = certificate.unit.id.map(DirectoryUnit.normalized)
    provider = certificate.unit.providerID.map(DirectoryUnit.normalized)
    workplaceCode = certificate.unit.workplaceCode
    diagnoses = answers.diagnoses.prefix(3).map(\.washed)
    diagnosisSystem = answers.diagnoses.first?.system
    periods = answers.periods
    bases = Set(answers.bases.map(\.kind))
    occupations = Set(answers.occupations)
    keptForInfection = answers.keptForInfection == true
    prognosis = answers.prognosis?.kind
    prognosisDays = answers.prognosis?.days ?? answers.prognosis?.months.map { $0 * 30 }
    measures = Set(answers.measures)
    answered = Set(answers.questions.filter { $0.count > 0 }.map(\.question))
    tellsWhyNoExamination = answers.other?.noExamination != nil
    tellsWhyBackDated = answers.other?.backDated != nil
    contactWanted = answers.contactWanted == true
    relations = certificate.relations.compactMap { relation in
      relation.kind.map { Relation($0, keys.certificate(relation.certificateID)) }
    }
    answersTo = certificate.answersTo.map { keys.message($0.messageID) }
  }
}

extension MessageFact {
  /// What is counted of a message; nil where its subject is not known.
  init?(_ message: CertificateMessage, _ keys: CertificateKeys) {
    guard let subject = message.subject else { return nil }
    self.init(
      key: keys.message(message.id), direction: message.direction, subject: subject,
      certificate: keys.certificate(message.certificateID))
    sent = message.sent
    reminds = message.reminds.map(keys.message)
    answersTo = message.answersTo.map { keys.message($0.messageID) }
    questions = message.requests.compactMap(\.question)
    lastDayForAnswer = message.lastDayForAnswer
    officer = keys.officer(message.contactLines)
  }
}

extension NewCertificateRow {
  /// What is stored of a document that was read.
  init(
    _ reading: CertificateReading, bytes: [UInt8], digest: FactKey, place: Int, name: FactKey,
    _ keys: CertificateKeys
  ) {
    let counts = reading.verdict != .rejected
    var kind = CertificateRowKind.none
    var person: CertificatePerson?
    var certificate: FactKey?
    var unit: String?
    var day: Day?
    var sent: CertificateTime?
    var fact: String?
    switch reading.content {
    case .certificate(let content):
      kind = .certificate
      person = content.person
      certificate = keys.certificate(content.id)
      unit = content.unit.id.map(DirectoryUnit.normalized)
      day = content.signed?.day ?? content.firstDay
      sent = content.sent
      if counts {
        fact =
          CertificateFact(
            content, hasNotes: reading.verdict == .acceptedWithNotes, keys
          ).line
      }
    case .message(let message):
      kind = message.direction == .toCare ? .toCare : .toRecipient
      person = message.person
      certificate = keys.certificate(message.certificateID)
      unit = (message.unit?.id ?? message.logicalAddress).map(DirectoryUnit.normalized)
      day = message.sent?.day
      sent = message.sent
      if counts { fact = MessageFact(message, keys)?.line }
    case .revocation(let revocation):
      kind = .revocation
      person = revocation.person
      certificate = keys.certificate(revocation.certificateID)
      unit = revocation.unit.id.map(DirectoryUnit.normalized)
      day = revocation.sent?.day
      sent = revocation.sent
      if counts, let certificate {
        fact = RevocationFact(certificate: certificate, sent: revocation.sent).line
      }
    case nil: break
    }
    self.init(
      digest: digest, judgement: CertificateJudgement(reading, kind),
      subject: person.map { CertificateSubject($0, keys) }, certificate: certificate, unit: unit,
      day: day, sent: sent, fact: fact, original: bytes, place: place, name: name)
  }
}

extension CertificateJudgement {
  /// The judgement of a reading, in codes and places.
  init(_ reading: CertificateReading, _ kind: CertificateRowKind) {
    let reasons =
      reading.breaches.map { CertificateReason(.rule, $0.code, at: $0.place) }
      + reading.notes.map { CertificateReason(.note, $0.kind.rawValue, at: $0.place) }
      + reading.remarks.map { CertificateReason(.remark, $0.rawValue, at: "") }
    let refusal = reading.refusal.map { refusal in
      refusal.detail.isEmpty || refusal.code == .otherType
        ? refusal.code.rawValue : "\(refusal.code.rawValue):\(refusal.detail)"
    }
    self.init(
      kind: kind, type: reading.typeCode, verdict: reading.verdict, refusal: refusal,
      reasons: reasons)
  }

  /// A file that is no document, such as an archive that was broken off.
  init(refusal: String) {
    self.init(
      kind: .none, type: nil, verdict: .rejected, refusal: refusal, reasons: [])
  }
}
