// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// One kind of element content in both directions: from an element to a value that has been
/// checked, and from a value to the element that says it.
struct Codec<Value>: Sendable {
  /// An element without content means that an optional value is not there. So it is for text;
  /// a date without content is a fault.
  var emptyIsAbsent = false
  let read: @Sendable (XMLElement, Place) throws(MessageFault) -> Value
  /// The element's content, to be given its name by the field.
  let write: @Sendable (Value) -> Content
}

/// What stands in an element: text or other elements.
struct Content: Sendable {
  var text = ""
  var children: [XMLElement] = []
}

extension Codec {
  /// Text that a value is read from and printed to, as it stands.
  init(
    parse: @escaping @Sendable (String, Place) throws(MessageFault) -> Value,
    render: @escaping @Sendable (Value) -> String
  ) {
    read = { element, place throws(MessageFault) in
      try refuseAttributes(of: element, place)
      guard element.children.isEmpty else { throw place.fault(.contentUnexpected) }
      return try parse(element.text, place)
    }
    write = { Content(text: render($0)) }
  }

  /// Elements in a fixed order, as the shape says.
  init(_ shape: Shape<Value>) {
    read = shape.read
    write = { Content(children: shape.write($0)) }
  }

  /// The same content with another value for it.
  func map<Other>(
    _ decode: @escaping @Sendable (Value, Place) throws(MessageFault) -> Other,
    _ encode: @escaping @Sendable (Other) -> Value
  ) -> Codec<Other> {
    Codec<Other>(
      read: { element, place throws(MessageFault) in try decode(read(element, place), place) },
      write: { write(encode($0)) })
  }
}

/// Elements of the contract have no attributes. Only the hint about where a schema is found is
/// let through, as every schema lets it.
func refuseAttributes(of element: XMLElement, _ place: Place) throws(MessageFault) {
  let allowed = ["schemaLocation", "noNamespaceSchemaLocation"]
  for attribute in element.attributes
  where attribute.namespace != Namespace.schemaInstance || !allowed.contains(attribute.name) {
    throw place.fault(.attributeUnexpected)
  }
}
