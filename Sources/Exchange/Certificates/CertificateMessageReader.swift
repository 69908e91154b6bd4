// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Reads messages about certificates and their withdrawal.
struct CertificateMessageReader {
  private let form = CertificateForm()

  private static func message(_ last: [FormSlot]) -> FormSequence {
    FormSequence(
      [
        FormSlot("meddelande-id", .responder), FormSlot("referens-id", .responder, .optional),
        FormSlot("skickatTidpunkt", .responder), FormSlot("intygs-id", .responder),
        FormSlot("patientPerson-id", .responder), FormSlot("logiskAdressMottagare", .responder),
        FormSlot("amne", .responder), FormSlot("rubrik", .responder, .optional),
        FormSlot("meddelande", .responder),
        FormSlot("paminnelseMeddelande-id", .responder, .optional),
        FormSlot("svarPa", .responder, .optional), FormSlot("skickatAv", .responder),
      ] + last, isOpen: true)
  }

  private static let toCare = message([
    FormSlot("komplettering", .responder, .many),
    FormSlot("sistaDatumForSvar", .responder, .optional),
  ])
  private static let toRecipient = message([
    FormSlot("sistaDatumForSvar", .responder, .optional)
  ])
  private static let sender = FormSequence(
    [FormSlot("part", .responder), FormSlot("kontaktInfo", .responder, .many)], isOpen: true)
  private static let request = FormSequence(
    [
      FormSlot("frage-id", .responder), FormSlot("instans", .responder, .optional),
      FormSlot("text", .responder),
    ], isOpen: true)
  private static let revocation = FormSequence(
    [
      FormSlot("meddelande", .responder, .optional), FormSlot("skickatTidpunkt", .responder),
      FormSlot("intygs-id", .responder), FormSlot("patientPerson-id", .responder),
      FormSlot("skickatAv", .responder),
    ], isOpen: true)

  private static let subjects: StaticString = "ffa59d8f-8d7e-46ae-ac9e-31804e8e8499"
  private static let parts: StaticString = "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"

  /// What stands in a message, while it is read.
  private struct Parts {
    var id: String?
    var reference: String?
    var sent: CertificateTime?
    var certificateID: String?
    var person: CertificatePerson?
    var address: String?
    var subject = ""
    var heading: String?
    var text: String?
    var reminds: String?
    var answersTo: MessageReference?
    var senderPart: String?
    var lines: [String] = []
    var staff: CertificateStaff?
    var unit: CertificateUnit?
    var requests: [SupplementRequest] = []
    var lastDay: Day?
  }

  static func read(
    _ root: XMLNode, _ direction: CertificateMessage.Direction
  ) -> CertificateReading {
    CertificateMessageReader().read(root, direction)
  }

  private func read(
    _ root: XMLNode, _ direction: CertificateMessage.Direction
  ) -> CertificateReading {
    var parts = Parts()
    let sequence = direction == .toCare ? Self.toCare : Self.toRecipient
    var walk = FormWalk(root, sequence, at: "meddelande", form)
    while let (slot, child) = walk.next() { take(slot, child, direction, &parts) }
    let refusal = CertificateRefusal(
      identities: [
        "meddelande-id": parts.id, "intygs-id": parts.certificateID,
        "patientPerson-id": parts.person?.id,
      ], line: root.line)
    guard refusal == nil, let id = parts.id, let certificateID = parts.certificateID,
      let person = parts.person
    else { return CertificateReading(refusal: refusal ?? CertificateRefusal(.noIdentity)) }
    let message = CertificateMessage(
      direction: direction, id: id, reference: parts.reference, sent: parts.sent,
      certificateID: certificateID, person: person, logicalAddress: parts.address,
      subjectCode: parts.subject, heading: parts.heading, text: parts.text,
      reminds: parts.reminds, answersTo: parts.answersTo, senderPart: parts.senderPart,
      contactLines: parts.lines, staff: parts.staff, unit: parts.unit,
      requests: parts.requests, lastDayForAnswer: parts.lastDay)
    return CertificateReading(message, formNotes: form.notes)
  }

  private func take(
    _ slot: Int, _ node: XMLNode, _ direction: CertificateMessage.Direction,
    _ parts: inout Parts
  ) {
    switch slot {
    case 0: parts.id = filled(node)
    case 1: parts.reference = filled(node)
    case 2: parts.sent = form.time(node, at: "meddelande", "skickatTidpunkt")
    case 3: parts.certificateID = form.identity(node, at: "intygs-id").value
    case 4: parts.person = form.person(node, at: "patientPerson-id")
    case 5: parts.address = filled(node)
    case 6: parts.subject = form.code(node, at: "amne", system: Self.subjects) ?? ""
    case 7: parts.heading = filled(node)
    case 8: parts.text = filled(node)
    case 9: parts.reminds = filled(node)
    case 10: parts.answersTo = form.reference(node, at: "svarPa")
    case 11 where direction == .toCare: takeSender(node, &parts)
    case 11:
      let (staff, unit) = form.staff(node, at: "skickatAv")
      (parts.staff, parts.unit) = (staff, unit)
    case 12 where direction == .toCare: parts.requests.append(request(node))
    default:
      parts.lastDay = Day(isoDate: Array(node.trimmedText.utf8))
      if parts.lastDay == nil { form.note(.form, "meddelande", "sistaDatumForSvar") }
    }
  }

  private func takeSender(_ node: XMLNode, _ parts: inout Parts) {
    var walk = FormWalk(node, Self.sender, at: "skickatAv", form)
    while let (slot, child) = walk.next() {
      if slot == 0 {
        parts.senderPart = form.code(child, at: "skickatAv/part", system: Self.parts)
      } else {
        parts.lines.append(child.trimmedText)
      }
    }
  }

  private func request(_ node: XMLNode) -> SupplementRequest {
    var question: Int?
    var instance: Int?
    var text = ""
    var walk = FormWalk(node, Self.request, at: "komplettering", form)
    while let (slot, child) = walk.next() {
      switch slot {
      case 0:
        question = SheetReader.number(child.trimmedText)
        if question == nil { form.note(.form, "komplettering", "frage-id") }
      case 1:
        instance = SheetReader.number(child.trimmedText)
        if instance == nil { form.note(.form, "komplettering", "instans") }
      default: text = child.trimmedText
      }
    }
    return SupplementRequest(question: question, instance: instance, text: text)
  }

  private func filled(_ node: XMLNode) -> String? {
    let text = node.trimmedText
    return text.isEmpty ? nil : text
  }

  /// A withdrawal.
  static func readRevocation(_ root: XMLNode) -> CertificateReading {
    CertificateMessageReader().readRevocation(root)
  }

  private func readRevocation(_ root: XMLNode) -> CertificateReading {
    var parts = Parts()
    var staff = CertificateStaff(id: nil)
    var unit = CertificateUnit(id: nil)
    var walk = FormWalk(root, Self.revocation, at: "makulering", form)
    while let (slot, child) = walk.next() {
      switch slot {
      case 0: parts.text = filled(child)
      case 1: parts.sent = form.time(child, at: "makulering", "skickatTidpunkt")
      case 2: parts.certificateID = form.identity(child, at: "intygs-id").value
      case 3: parts.person = form.person(child, at: "patientPerson-id")
      default: (staff, unit) = form.staff(child, at: "skickatAv")
      }
    }
    let refusal = CertificateRefusal(
      identities: [
        "intygs-id": parts.certificateID, "patientPerson-id": parts.person?.id,
      ], line: root.line)
    guard refusal == nil, let certificateID = parts.certificateID, let person = parts.person
    else { return CertificateReading(refusal: refusal ?? CertificateRefusal(.noIdentity)) }
    let revocation = Revocation(
      certificateID: certificateID, person: person, sent: parts.sent, text: parts.text,
      staff: staff, unit: unit)
    return CertificateReading(revocation, formNotes: form.notes)
  }
}
