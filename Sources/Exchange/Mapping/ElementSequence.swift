// SPDX-License-Identifier: Apache-2.0

import XML

/// The elements inside one element, checked against the order of the contract (`xs:sequence`):
/// each in its place, none missing, none twice. Last may come elements of foreign namespaces,
/// which the contract allows as extensions and which are passed over.
struct ElementSequence {
  private var found: [String: [XMLElement]] = [:]

  /// Throws the first fault in document order; a missing element comes last.
  init(
    of parent: XMLElement, slots: [Slot], namespace: String, place: Place
  ) throws(MessageFault) {
    try refuseAttributes(of: parent, place)
    guard parent.trimmedText.isEmpty else { throw place.fault(.contentUnexpected) }
    var position = 0
    var extensionsBegun = false
    for child in parent.children {
      let index = slots.firstIndex { $0.name == child.name }
      guard child.namespace == namespace, let index else {
        guard Namespace.isForeign(child.namespace) else {
          throw index == nil
            ? place.fault(.elementUnexpected)
            : place.inside(child.name, line: child.line).fault(.elementNamespace)
        }
        extensionsBegun = true
        continue
      }
      let inside = place.inside(child.name, line: child.line)
      let isAgain = found[child.name] != nil
      guard !isAgain || slots[index].repeats else { throw inside.fault(.elementRepeated) }
      guard index >= position, !extensionsBegun else { throw inside.fault(.elementOrder) }
      position = index
      found[child.name, default: []].append(child)
    }
    for slot in slots where slot.isRequired && found[slot.name] == nil {
      throw place.inside(slot.name, line: parent.line).fault(.elementMissing)
    }
  }

  /// The elements of a name, in document order; none when there are none.
  subscript(name: String) -> [XMLElement] { found[name] ?? [] }
}
