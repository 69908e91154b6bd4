// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

// Pieces that certificates, messages and withdrawals have in common.

/// An identity: where it comes from and what it is.
struct ReadIdentity {
  var root: String?
  var value: String?
}

/// Which root an identity has by the schema.
enum IdentityRoot {
  case any, hsa, workplace
}

private let identitySequence = FormSequence([
  FormSlot("root", .types), FormSlot("extension", .types),
])
private let codeSequence = FormSequence([
  FormSlot("code", .types), FormSlot("codeSystem", .types),
  FormSlot("displayName", .types, .optional),
])
private let specialitySequence = FormSequence([
  FormSlot("code", .types), FormSlot("displayName", .types, .optional),
])
private let referenceSequence = FormSequence(
  [FormSlot("meddelande-id"), FormSlot("referens-id", .core, .many)], isOpen: true)
private let staffSequence = FormSequence([
  FormSlot("personal-id"), FormSlot("fullstandigtNamn"),
  FormSlot("forskrivarkod", .core, .optional), FormSlot("befattning", .core, .many),
  FormSlot("enhet"), FormSlot("specialistkompetens", .core, .many),
  FormSlot("legitimeratYrke", .addition, .many),
])
private let unitSequence = FormSequence(
  [
    FormSlot("enhets-id"), FormSlot("arbetsplatskod"), FormSlot("enhetsnamn"),
    FormSlot("postadress"), FormSlot("postnummer"), FormSlot("postort"),
    FormSlot("telefonnummer"), FormSlot("epost", .core, .optional), FormSlot("vardgivare"),
  ], isOpen: true)
private let providerSequence = FormSequence(
  [FormSlot("vardgivare-id"), FormSlot("vardgivarnamn")], isOpen: true)

extension CertificateRefusal {
  /// Why nothing can refer to a document with these identities: the first that is missing or too
  /// long, each with the element in which it stands. Nil when all are as they should be.
  init?(identities: KeyValuePairs<String, String?>, line: Int) {
    for (place, value) in identities {
      guard let value else {
        self.init(.noIdentity, detail: place, line: line)
        return
      }
      if value.utf8.count > Self.longestIdentity {
        self.init(.longIdentity, detail: place, line: line)
        return
      }
    }
    return nil
  }
}

extension CertificateForm {
  /// An identity. The schema fixes the root of HSA-ids and workplace codes.
  func identity(
    _ node: XMLNode, at place: StaticString, root expected: IdentityRoot = .any
  ) -> ReadIdentity {
    var identity = ReadIdentity()
    var walk = FormWalk(node, identitySequence, at: place, self)
    while let (slot, child) = walk.next() {
      guard slot == 0 else {
        identity.value = child.trimmedText
        continue
      }
      switch expected {
      case .any: identity.root = child.trimmedText
      case .hsa: fix(child, "1.2.752.129.2.1.4.1", place, "root")
      case .workplace: fix(child, "1.2.752.29.4.71", place, "root")
      }
    }
    if identity.value?.isEmpty == true {
      identity.value = nil
      if expected != .any { note(.form, place, "extension") }
    }
    return identity
  }

  /// Notes a text that the schema fixes and that is another; an empty one stands for the fixed.
  private func fix(
    _ node: XMLNode, _ expected: StaticString, _ place: StaticString, _ name: StaticString
  ) {
    if !node.hasText(expected), !node.text.isEmpty { note(.form, place, name) }
  }

  /// A person. Twelve digits are demanded; a hyphen among them is a slip of its own.
  func person(_ node: XMLNode, at place: StaticString) -> CertificatePerson? {
    let identity = identity(node, at: place)
    var kind: PersonalIdentityNumber.Kind?
    switch identity.root {
    case "1.2.752.129.2.1.3.1": kind = .personnummer
    case "1.2.752.129.2.1.3.3": kind = .samordningsnummer
    default: note(.form, place, "root")
    }
    guard let text = identity.value else {
      note(.form, place, "extension")
      return nil
    }
    let person = CertificatePerson(text, root: kind)
    if person.id.utf8.count != text.utf8.count {
      note(.hyphenInID, place)
    } else if text.utf8.count != 12 || !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      note(.form, place, "extension")
    }
    return person
  }

  /// A code; an empty one is nil.
  func code(
    _ node: XMLNode, at place: StaticString, system expected: StaticString? = nil
  ) -> String? {
    var code: String?
    var walk = FormWalk(node, codeSequence, at: place, self)
    while let (slot, child) = walk.next() {
      if slot == 0 { code = child.trimmedText }
      if slot == 1, let expected { fix(child, expected, place, "codeSystem") }
    }
    return code?.isEmpty == true ? nil : code
  }

  /// A time as `2026-06-12T08:00:00`; another form of it is read and noted.
  func time(
    _ node: XMLNode, at place: StaticString, _ name: StaticString
  ) -> CertificateTime? {
    let text = node.trimmedText
    let time = CertificateTime(text)
    if time == nil || text.utf8.count != 19 { note(.form, place, name) }
    return time
  }

  func reference(_ node: XMLNode, at place: StaticString) -> MessageReference? {
    var id: String?
    var references: [String] = []
    var walk = FormWalk(node, referenceSequence, at: place, self)
    while let (slot, child) = walk.next() {
      if slot == 0 { id = child.trimmedText } else { references.append(child.trimmedText) }
    }
    return id.flatMap { $0.isEmpty ? nil : $0 }.map {
      MessageReference(messageID: $0, references: references)
    }
  }

  /// Who signed or sent, and where.
  func staff(_ node: XMLNode, at place: StaticString) -> (CertificateStaff, CertificateUnit) {
    var id: String?
    var name: String?
    var positions: [String] = []
    var specialities: [String] = []
    var licences: [String] = []
    var unit = CertificateUnit(id: nil)
    var walk = FormWalk(node, staffSequence, at: place, self)
    while let (slot, child) = walk.next() {
      switch slot {
      case 0: id = identity(child, at: "personal-id", root: .hsa).value
      case 1: name = child.trimmedText
      case 3:
        code(child, at: "befattning", system: "1.2.752.129.2.2.1.4").map { positions.append($0) }
      case 4: unit = self.unit(child)
      case 5: speciality(child).map { specialities.append($0) }
      case 6:
        code(child, at: "legitimeratYrke", system: "1.2.752.29.23.1.6").map {
          licences.append($0)
        }
      default: break
      }
    }
    let staff = CertificateStaff(
      id: id, name: name, positions: positions, specialities: specialities, licences: licences)
    return (staff, unit)
  }

  private func speciality(_ node: XMLNode) -> String? {
    var code: String?
    var walk = FormWalk(node, specialitySequence, at: "specialistkompetens", self)
    while let (slot, child) = walk.next() {
      if slot == 0 { code = child.trimmedText }
    }
    return code?.isEmpty == true ? nil : code
  }

  private func unit(_ node: XMLNode) -> CertificateUnit {
    var id: String?
    var name: String?
    var workplace: String?
    var provider = ReadIdentity()
    var providerName: String?
    var walk = FormWalk(node, unitSequence, at: "enhet", self)
    while let (slot, child) = walk.next() {
      switch slot {
      case 0: id = identity(child, at: "enhets-id", root: .hsa).value
      case 1: workplace = identity(child, at: "arbetsplatskod", root: .workplace).value
      case 2: name = child.trimmedText
      case 7: if child.hasText("") { note(.form, "enhet", "epost") }
      case 8:
        var inner = FormWalk(child, providerSequence, at: "vardgivare", self)
        while let (slot, child) = inner.next() {
          if slot == 0 {
            provider = identity(child, at: "vardgivare-id", root: .hsa)
          } else {
            providerName = child.trimmedText
          }
        }
      default: break
      }
    }
    return CertificateUnit(
      id: id, name: name, workplaceCode: workplace, providerID: provider.value,
      providerName: providerName)
  }
}
