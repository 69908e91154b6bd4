// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Reads a RegisterCertificate, version 3 or the same in the namespaces of version 2.
struct CertificateReader {
  private let form = CertificateForm()

  private static let root = FormSequence(
    [FormSlot("svarPa", .responder, .optional), FormSlot("intyg", .responder)], isOpen: true)

  private static let certificate = FormSequence([
    FormSlot("intygs-id"), FormSlot("mottagare", .core, .many), FormSlot("typ"),
    FormSlot("version"), FormSlot("signeringstidpunkt", .core, .optional),
    FormSlot("skickatTidpunkt", .core, .optional), FormSlot("patient"), FormSlot("skapadAv"),
    FormSlot("relation", .core, .many), FormSlot("status", .core, .many),
    FormSlot("svar", .core, .many), FormSlot("underskrift", .addition, .optional),
  ])

  private static let patient = FormSequence([
    FormSlot("person-id"), FormSlot("fornamn"), FormSlot("efternamn"),
    FormSlot("mellannamn", .core, .optional), FormSlot("postadress"), FormSlot("postnummer"),
    FormSlot("postort"), FormSlot("kallaAdressuppgifter", .addition, .optional),
  ])

  private static let relation = FormSequence(
    [FormSlot("typ"), FormSlot("intygs-id")], isOpen: true)

  private static let parts: StaticString = "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"
  private static let relations: StaticString = "c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146"

  /// What stands in the envelope, while it is read.
  private struct Envelope {
    var identity = ReadIdentity()
    var typeCode: String?
    var version = ""
    var signed: CertificateTime?
    var sent: CertificateTime?
    var person: CertificatePerson?
    var staff = CertificateStaff(id: nil)
    var unit = CertificateUnit(id: nil)
    var relations: [CertificateRelation] = []
    var recipients: [String] = []
  }

  static func read(_ root: XMLNode) -> CertificateReading { CertificateReader().read(root) }

  private func read(_ root: XMLNode) -> CertificateReading {
    var answersTo: MessageReference?
    var body: XMLNode?
    var walk = FormWalk(root, Self.root, at: "RegisterCertificate", form)
    while let (slot, child) = walk.next() {
      if slot == 0 { answersTo = form.reference(child, at: "svarPa") } else { body = child }
    }
    guard let body else { return CertificateReading(refusal: CertificateRefusal(.notRecognised)) }
    // A second certificate would be lost in silence.
    let certificates = root.children.reduce(0) { $0 + ($1.isNamed("intyg") ? 1 : 0) }
    guard certificates == 1 else {
      return CertificateReading(refusal: CertificateRefusal(.severalDocuments, line: root.line))
    }
    return read(body, answersTo)
  }

  private func read(_ body: XMLNode, _ answersTo: MessageReference?) -> CertificateReading {
    // Another type is told before its answers cost anything.
    let typeCode = body.children.first { form.space(of: $0) == .core && $0.isNamed("typ") }
      .flatMap { form.code($0, at: "typ") }.map(CertificateReader.shownCode)
    guard let typeCode, !typeCode.isEmpty else {
      return CertificateReading(refusal: CertificateRefusal(.notRecognised, line: body.line))
    }
    guard let type = CertificateKind(code: typeCode) else {
      return CertificateReading(
        refusal: CertificateRefusal(.otherType, detail: typeCode, line: body.line),
        typeCode: typeCode)
    }
    var envelope = Envelope()
    var answers = SheetReader(form)
    var walk = FormWalk(body, Self.certificate, at: "intyg", form)
    while let (slot, child) = walk.next() {
      if slot == 10 { answers.readAnswer(child) } else { take(slot, child, &envelope) }
    }
    let refusal = CertificateRefusal(
      identities: [
        "intygs-id": envelope.identity.value, "patient/person-id": envelope.person?.id,
      ], line: body.line)
    guard refusal == nil, let id = envelope.identity.value, let person = envelope.person else {
      return CertificateReading(
        refusal: refusal ?? CertificateRefusal(.noIdentity), typeCode: typeCode)
    }
    let certificate = Certificate(
      id: id, issuer: envelope.identity.root, type: type,
      version: CertificateVersion(envelope.version), signed: envelope.signed,
      sent: envelope.sent, person: person, staff: envelope.staff, unit: envelope.unit,
      relations: envelope.relations, answersTo: answersTo, recipients: envelope.recipients,
      answers: CertificateAnswers(answers.sheet))
    return CertificateReading(certificate, sheet: answers.sheet, formNotes: form.notes)
  }

  private func take(_ slot: Int, _ node: XMLNode, _ envelope: inout Envelope) {
    switch slot {
    case 0: envelope.identity = form.identity(node, at: "intygs-id")
    case 1:
      form.code(node, at: "mottagare", system: Self.parts).map { envelope.recipients.append($0) }
    case 3: envelope.version = node.trimmedText
    case 4: envelope.signed = form.time(node, at: "intyg", "signeringstidpunkt")
    case 5: envelope.sent = form.time(node, at: "intyg", "skickatTidpunkt")
    case 6:
      var walk = FormWalk(node, Self.patient, at: "patient", form)
      while let (slot, child) = walk.next() {
        if slot == 0 { envelope.person = form.person(child, at: "patient/person-id") }
      }
    case 7: (envelope.staff, envelope.unit) = form.staff(node, at: "skapadAv")
    case 8: relation(node).map { envelope.relations.append($0) }
    default: break
    }
  }

  private func relation(_ node: XMLNode) -> CertificateRelation? {
    var code: String?
    var id: String?
    var walk = FormWalk(node, Self.relation, at: "relation", form)
    while let (slot, child) = walk.next() {
      if slot == 0 {
        code = form.code(child, at: "relation/typ", system: Self.relations)
      } else {
        id = form.identity(child, at: "relation/intygs-id").value
      }
    }
    guard let code, let id else { return nil }
    return CertificateRelation(code: code, certificateID: id)
  }

  /// A code of a type in upper case; nothing else of what stands there is told on.
  static func shownCode(_ text: String) -> String {
    let code = text.uppercased()
    let isPlain = code.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
        || byte == 0x2D || byte == 0x2E
    }
    return isPlain && code.utf8.count <= 20 ? code : ""
  }
}

extension CertificateKind {
  /// The type of a code in upper case. The form's own number is used as a code too.
  init?(code: String) {
    switch code {
    case "LISJP", "FK7804": self = .lisjp
    case "FK7263": self = .fk7263
    default: return nil
    }
  }
}
