// SPDX-License-Identifier: Apache-2.0

import XML

/// A place for elements of one name in the order that a contract gives.
struct Slot: Hashable, Sendable {
  let name: String
  let isRequired: Bool
  let repeats: Bool
}

/// One property of a message and the element that carries it. A message lists its fields once,
/// in the order of the contract, and is both read and written by that list.
struct Field<Owner, Part>: Sendable {
  let slot: Slot
  let read: @Sendable (ElementSequence, Place) throws(MessageFault) -> Part
  let write: @Sendable (Owner) -> [(name: String, content: Content)]

  /// An element that must be there once.
  init(_ name: String, _ property: any KeyPath<Owner, Part> & Sendable, _ codec: Codec<Part>) {
    slot = Slot(name: name, isRequired: true, repeats: false)
    read = { elements, place throws(MessageFault) in
      guard let element = elements[name].first else {
        throw place.inside(name, line: place.line).fault(.elementMissing)
      }
      return try codec.read(element, place.inside(name, line: element.line))
    }
    write = { [(name, codec.write($0[keyPath: property]))] }
  }

  /// An element that may be there once.
  init<Value>(
    _ name: String, _ property: any KeyPath<Owner, Part> & Sendable, optional codec: Codec<Value>
  ) where Part == Value? {
    slot = Slot(name: name, isRequired: false, repeats: false)
    read = { elements, place throws(MessageFault) in
      guard let element = elements[name].first else { return nil }
      let inside = place.inside(name, line: element.line)
      if codec.emptyIsAbsent, element.children.isEmpty, element.trimmedText.isEmpty {
        try refuseAttributes(of: element, inside)
        return nil
      }
      return try codec.read(element, inside)
    }
    write = { $0[keyPath: property].map { [(name, codec.write($0))] } ?? [] }
  }

  /// Any number of elements.
  init<Value>(
    _ name: String, _ property: any KeyPath<Owner, Part> & Sendable, each codec: Codec<Value>
  ) where Part == [Value] {
    slot = Slot(name: name, isRequired: false, repeats: true)
    read = { elements, place throws(MessageFault) in
      var values: [Value] = []
      for element in elements[name] {
        let inside = place.inside(name, line: element.line).numbered(values.count + 1)
        values.append(try codec.read(element, inside))
      }
      return values
    }
    write = { $0[keyPath: property].map { (name, codec.write($0)) } }
  }
}
