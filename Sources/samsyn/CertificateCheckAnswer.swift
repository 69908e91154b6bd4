// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateReading {
  /// What the document is: the code of the type of certificate, or the name of the message;
  /// empty when it cannot be told.
  var kind: String {
    if let typeCode { return typeCode }
    switch content {
    case .message(let message):
      return message.direction == .toCare ? "SendMessageToCare" : "SendMessageToRecipient"
    case .revocation: return "RevokeCertificate"
    case .certificate, nil:
      return refusal?.code == .otherMessage ? refusal?.detail ?? "" : ""
    }
  }
}

/// The JSON of one file in `samsyn certificates check`.
struct CertificateCheckAnswer: Encodable {
  struct Rule: Encodable {
    let rule: String
    let at: String
    let text: String
    let textEn: String
  }

  struct Note: Encodable {
    let note: String
    let at: String
    let rule: String?
    let text: String
    let textEn: String
  }

  struct Refusal: Encodable {
    let code: CertificateRefusal.Code
    let detail: String?
    let line: Int?
    let text: String
    let textEn: String
  }

  let file: String
  let type: String?
  let verdict: CertificateVerdict
  let rules: [Rule]
  let notes: [Note]
  let remarks: [CertificateRemark]
  let refusal: Refusal?
  let certificate: CertificateFacts?
  let message: MessageFacts?
  let revocation: RevocationFacts?

  init(file: String, _ reading: CertificateReading) {
    self.file = file
    type = reading.kind.isEmpty ? nil : reading.kind
    verdict = reading.verdict
    rules = reading.breaches.map {
      Rule(rule: $0.code, at: $0.place, text: $0.text.sv, textEn: $0.text.en)
    }
    let isMessage = reading.certificate == nil
    notes = reading.notes.map { note in
      // The form of a message is a rule of messages.
      let rule = isMessage ? CertificateMessageRule.form.code : note.rule?.code
      return Note(
        note: note.kind.rawValue, at: note.place, rule: rule, text: note.text.sv,
        textEn: note.text.en)
    }
    remarks = reading.remarks
    refusal = reading.refusal.map {
      Refusal(
        code: $0.code, detail: $0.detail.isEmpty ? nil : $0.detail, line: $0.line,
        text: $0.text.sv, textEn: $0.text.en)
    }
    certificate = reading.certificate.map(CertificateFacts.init)
    var message: MessageFacts?
    var revocation: RevocationFacts?
    switch reading.content {
    case .message(let content): message = MessageFacts(content)
    case .revocation(let content): revocation = RevocationFacts(content)
    case .certificate, nil: break
    }
    self.message = message
    self.revocation = revocation
  }
}

/// Who signed or sent, and where.
struct AuthorFacts: Encodable {
  let staff: String?
  let staffName: String?
  let positions: [String]
  let specialities: [String]
  let licences: [String]
  let unit: String?
  let unitName: String?
  let provider: String?
  let providerName: String?
  let workplaceCode: String?

  init(_ staff: CertificateStaff, _ unit: CertificateUnit) {
    self.staff = staff.id
    staffName = staff.name
    positions = staff.positions
    specialities = staff.specialities
    licences = staff.licences
    self.unit = unit.id
    unitName = unit.name
    provider = unit.providerID
    providerName = unit.providerName
    workplaceCode = unit.workplaceCode
  }
}

struct ReferenceFacts: Encodable {
  let message: String
  let references: [String]

  init(_ reference: MessageReference) {
    message = reference.messageID
    references = reference.references
  }
}

struct MessageFacts: Encodable {
  struct Request: Encodable {
    let question: Int?
    let instance: Int?
    let text: String
  }

  let id: String
  let direction: CertificateMessage.Direction
  let subject: String
  let sent: CertificateTime?
  let certificate: String
  let person: String
  let reference: String?
  let address: String?
  let heading: String?
  let text: String?
  let reminds: String?
  let answersTo: ReferenceFacts?
  let sender: String?
  let contactLines: [String]
  let author: AuthorFacts?
  let requests: [Request]
  let lastDayForAnswer: Day?

  init(_ message: CertificateMessage) {
    id = message.id
    direction = message.direction
    subject = message.subjectCode
    sent = message.sent
    certificate = message.certificateID
    person = message.person.id
    reference = message.reference
    address = message.logicalAddress
    heading = message.heading
    text = message.text
    reminds = message.reminds
    answersTo = message.answersTo.map(ReferenceFacts.init)
    sender = message.senderPart ?? message.unit?.id
    contactLines = message.contactLines
    if let staff = message.staff, let unit = message.unit {
      author = AuthorFacts(staff, unit)
    } else {
      author = nil
    }
    requests = message.requests.map {
      Request(question: $0.question, instance: $0.instance, text: $0.text)
    }
    lastDayForAnswer = message.lastDayForAnswer
  }
}

struct RevocationFacts: Encodable {
  let certificate: String
  let person: String
  let sent: CertificateTime?
  let text: String?
  let author: AuthorFacts

  init(_ revocation: Revocation) {
    certificate = revocation.certificateID
    person = revocation.person.id
    sent = revocation.sent
    text = revocation.text
    author = AuthorFacts(revocation.staff, revocation.unit)
  }
}
