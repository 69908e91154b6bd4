// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Which of the namespaces of the certificate contracts an element is in.
enum CertificateSpace: Hashable {
  /// The namespace of the message itself, such as RegisterCertificateResponder.
  case responder
  /// What certificates are made of.
  case core
  /// Identities, codes and periods.
  case types
  /// Later additions, such as the signature's own element.
  case addition
  /// XML signatures.
  case signature
  case other

  /// The version 2 of the contract has the same elements as version 3, and the messages had one
  /// version less.
  init(_ namespace: String?) {
    switch namespace {
    case "urn:riv:clinicalprocess:healthcond:certificate:3",
      "urn:riv:clinicalprocess:healthcond:certificate:2":
      self = .core
    case "urn:riv:clinicalprocess:healthcond:certificate:types:3",
      "urn:riv:clinicalprocess:healthcond:certificate:types:2":
      self = .types
    case "urn:riv:clinicalprocess:healthcond:certificate:3.2",
      "urn:riv:clinicalprocess:healthcond:certificate:3.3",
      "urn:riv:clinicalprocess:healthcond:certificate:3.4":
      self = .addition
    case "http://www.w3.org/2000/09/xmldsig#": self = .signature
    case let text?: self = CertificateSpace.isResponder(text) ? .responder : .other
    case nil: self = .other
    }
  }

  private static let prefix = "urn:riv:clinicalprocess:healthcond:certificate:"

  private static func isResponder(_ text: String) -> Bool {
    guard text.utf8.starts(with: prefix.utf8) else { return false }
    let rest = text.utf8.dropFirst(prefix.utf8.count)
    let name = rest.prefix { $0 != UInt8(ascii: ":") }
    return name.suffix(9).elementsEqual("Responder".utf8)
      && ["1", "2", "3"].contains(String(rest.dropFirst(name.count + 1)) ?? "")
  }
}

/// A place for an element in a sequence that the schema demands.
struct FormSlot {
  enum Occurrence { case one, optional, many }

  let name: StaticString
  let space: CertificateSpace
  let occurrence: Occurrence

  init(
    _ name: StaticString, _ space: CertificateSpace = .core, _ occurrence: Occurrence = .one
  ) {
    self.name = name
    self.space = space
    self.occurrence = occurrence
  }
}

/// A sequence of elements that the schema demands.
struct FormSequence {
  let slots: [FormSlot]
  /// Elements of other namespaces may stand inside.
  let isOpen: Bool

  init(_ slots: [FormSlot], isOpen: Bool = false) {
    self.slots = slots
    self.isOpen = isOpen
  }
}

/// What is noted about the form of a document while it is read, so that the order and number of
/// elements, which the schema prescribes, need no second pass.
final class CertificateForm {
  private(set) var notes: [CertificateNote] = []
  /// Few namespaces stand in a document, so a short list is faster than a table. What is beyond
  /// it is looked up anew.
  private var spaces: [(mark: UInt, space: CertificateSpace)] = []

  init() { spaces.reserveCapacity(8) }

  func space(of node: XMLNode) -> CertificateSpace {
    let mark = node.namespaceMark
    for known in spaces where known.mark == mark { return known.space }
    let space = CertificateSpace(node.namespace)
    if spaces.count < 16 { spaces.append((mark, space)) }
    return space
  }

  func note(_ kind: CertificateNoteKind, _ parent: StaticString, _ child: StaticString? = nil) {
    let place = child.map { "\(parent)/\($0)" } ?? "\(parent)"
    let note = CertificateNote(kind, at: place)
    if !notes.contains(note) { notes.append(note) }
  }
}

/// Walks the elements of a parent and tells which slot of the sequence each one takes. What
/// stands in the wrong place, too often or not at all is noted.
struct FormWalk {
  private let form: CertificateForm
  private let sequence: FormSequence
  private let place: StaticString
  private var children: XMLNodes
  private var at = 0
  private var seen: UInt64 = 0
  private var repeated: UInt64 = 0
  private var isEnded = false

  init(
    _ node: XMLNode, _ sequence: FormSequence, at place: StaticString, _ form: CertificateForm
  ) {
    self.form = form
    self.sequence = sequence
    self.place = place
    children = node.children
  }

  /// The next element that takes a slot. Of one that may stand once only, the first is given.
  mutating func next() -> (slot: Int, node: XMLNode)? {
    while let node = children.next() {
      let space = form.space(of: node)
      guard let slot = slot(of: node, space) else {
        noteUnknown(node, space)
        continue
      }
      if slot < at { form.note(.form, place, sequence.slots[slot].name) }
      at = slot
      let isRepeated = seen & (1 << UInt64(slot)) != 0
      seen |= 1 << UInt64(slot)
      if isRepeated, sequence.slots[slot].occurrence != .many {
        repeated |= 1 << UInt64(slot)
        form.note(.form, place, sequence.slots[slot].name)
        continue
      }
      return (slot, node)
    }
    if !isEnded {
      isEnded = true
      for (slot, row) in sequence.slots.enumerated()
      where row.occurrence == .one && seen & (1 << UInt64(slot)) == 0 {
        form.note(.form, place, row.name)
      }
    }
    return nil
  }

  /// Whether more than one element wanted a slot that has room for one.
  func isRepeated(_ slot: Int) -> Bool { repeated & (1 << UInt64(slot)) != 0 }

  private func slot(of node: XMLNode, _ space: CertificateSpace) -> Int? {
    let slots = sequence.slots
    var slot = at
    for _ in 0..<slots.count {
      if slots[slot].space == space, node.isNamed(slots[slot].name) { return slot }
      slot += 1
      if slot == slots.count { slot = 0 }
    }
    return nil
  }

  private func noteUnknown(_ node: XMLNode, _ space: CertificateSpace) {
    if space == .signature, node.isNamed("Signature") {
      form.note(.oldSignaturePlace, place, "Signature")
    } else if !sequence.isOpen || space == .core || space == .responder {
      form.note(.form, place)
    }
  }
}
