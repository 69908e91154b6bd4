// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// A request of the contract, as a value of its own type.
protocol ContractMessage: Hashable, Sendable {
  static var kind: MessageKind { get }
  static var shape: Shape<Self> { get }
}

extension ContractMessage {
  /// Reads the message from its element, whose name has been recognised.
  init(_ root: XMLElement, on day: Day) throws(MessageFault) {
    self = try Self.shape.read(
      root, Place(path: Self.kind.rawValue, line: root.line, readOn: day))
  }

  /// The message as an element.
  var element: XMLElement {
    XMLElement(
      name: Self.kind.rawValue, namespace: Self.kind.namespace, children: Self.shape.write(self))
  }
}

/// A language and the word that no interpreter is needed contradict each other, and guessing
/// wrong leaves a person without one.
func refuseLanguageWithoutNeed(
  _ need: Bool?, _ language: CV?, _ place: Place
) throws(MessageFault) {
  if need == false, language != nil {
    throw place.inside("interpreterLanguage", line: place.line).fault(.languageWithoutNeed)
  }
}
