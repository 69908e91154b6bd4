// SPDX-License-Identifier: Apache-2.0

import XML

/// The elements of a structured value, declared once: which namespace, which fields in which
/// order, and how the value is made of them.
struct Shape<Value>: Sendable {
  let read: @Sendable (XMLElement, Place) throws(MessageFault) -> Value
  let write: @Sendable (Value) -> [XMLElement]

  /// The fields stand in the order of the contract, which is also the order in which `build`
  /// takes them.
  init<each Part>(
    _ namespace: String,
    _ build: @escaping @Sendable (repeat each Part) -> Value,
    _ field: repeat Field<Value, each Part>
  ) {
    var slots: [Slot] = []
    repeat slots.append((each field).slot)
    let order = slots
    read = { element, place throws(MessageFault) in
      let elements = try ElementSequence(
        of: element, slots: order, namespace: namespace, place: place)
      return build(repeat try (each field).read(elements, place))
    }
    write = { value in
      var parts: [(name: String, content: Content)] = []
      repeat parts.append(contentsOf: (each field).write(value))
      return parts.map { name, content in
        XMLElement(
          name: name, namespace: namespace, children: content.children, text: content.text)
      }
    }
  }

  private init(
    read: @escaping @Sendable (XMLElement, Place) throws(MessageFault) -> Value,
    write: @escaping @Sendable (Value) -> [XMLElement]
  ) {
    self.read = read
    self.write = write
  }

  /// The same shape, with a check of fields against each other after the reading.
  func checked(
    _ check: @escaping @Sendable (Value, Place) throws(MessageFault) -> Void
  ) -> Shape {
    Shape(
      read: { element, place throws(MessageFault) in
        let value = try read(element, place)
        try check(value, place)
        return value
      }, write: write)
  }
}
