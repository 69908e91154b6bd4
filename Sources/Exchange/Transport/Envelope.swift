// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// What a SOAP 1.1 envelope says about its message (RIV-TA basic profile 2.1).
public struct Envelope: Hashable, Sendable {
  /// Whom the message is for: the header `LogicalAddress`, 1–255 characters.
  public let logicalAddress: String
  /// Whom it says it is from (WS-Addressing, `From/Address`); nil when it does not say. It is
  /// the sender's word only: who called is known from the certificate of the connection.
  public let sender: String?

  /// Takes the message out of an envelope.
  static func open(
    _ document: XMLElement
  ) throws(MessageFault) -> (Envelope, XMLElement) {
    func fault(_ code: MessageFault.Code, _ field: String, _ element: XMLElement) -> MessageFault {
      MessageFault(code, field: field, line: element.line)
    }
    guard document.namespace == Namespace.soap else {
      let code: MessageFault.Code =
        document.namespace == Namespace.soap12 ? .soapVersion : .envelopeStructure
      throw fault(code, "Envelope", document)
    }
    let names = document.children.map { $0.namespace == Namespace.soap ? $0.name : "" }
    guard let body = document.children.last, names == ["Header", "Body"] || names == ["Body"]
    else { throw fault(.envelopeStructure, "Envelope", document) }
    guard body.children.count == 1, body.trimmedText.isEmpty else {
      throw fault(.envelopeStructure, "Envelope/Body", body)
    }
    let blocks = names.count == 2 ? document.children[0].children : []
    for block in blocks where demandsUnderstanding(block) {
      throw fault(.headerNotUnderstood, "Envelope/Header", block)
    }
    let addresses = blocks.filter { $0.isNamed("LogicalAddress", in: Namespace.registry) }
    let field = "Envelope/Header/LogicalAddress"
    guard let address = addresses.first?.trimmedText, !address.isEmpty else {
      throw fault(.addressMissing, field, document)
    }
    guard addresses.count == 1 else { throw fault(.elementRepeated, field, addresses[1]) }
    let sender = blocks.first { isAddressing($0) && $0.name == "From" }?
      .children.first { isAddressing($0) && $0.name == "Address" }
    for text in [addresses[0], sender].compactMap(\.self)
    where text.trimmedText.unicodeScalars.count > TextLimit.name {
      throw MessageFault(
        .textTooLong, field: "Envelope/Header", line: text.line,
        reason: MessageFault.tooLong(TextLimit.name))
    }
    let named = sender?.trimmedText ?? ""
    return (
      Envelope(logicalAddress: address, sender: named.isEmpty ? nil : named), body.children[0]
    )
  }

  /// SOAP 1.1 section 4.2.3: who does not know a header that demands it must refuse.
  private static func demandsUnderstanding(_ block: XMLElement) -> Bool {
    let isKnown = block.namespace == Namespace.registry || isAddressing(block)
    return !isKnown
      && block.attributes.contains {
        $0.namespace == Namespace.soap && $0.name == "mustUnderstand"
          && ["1", "true"].contains(trimmingXMLSpace($0.value))
      }
  }

  private static func isAddressing(_ element: XMLElement) -> Bool {
    element.namespace.map(Namespace.addressing.contains) ?? false
  }

  /// A message as a document: bare, or in an envelope to a logical address.
  static func write(
    _ message: XMLElement, logicalAddress: String?
  ) throws(XMLFault) -> [UInt8] {
    guard let logicalAddress else { return try writeBare(message) }
    let address = XMLElement(
      name: "LogicalAddress", namespace: Namespace.registry, text: logicalAddress)
    return try writeBare(wrap([message], header: [address]))
  }

  /// An answer as a document; answers in envelopes have no header.
  static func write(answer: XMLElement, inEnvelope: Bool) throws(XMLFault) -> [UInt8] {
    try writeBare(inEnvelope ? wrap([answer], header: []) : answer)
  }

  private static func wrap(_ body: [XMLElement], header: [XMLElement]) -> XMLElement {
    let soap = Namespace.soap
    let headers =
      header.isEmpty ? [] : [XMLElement(name: "Header", namespace: soap, children: header)]
    let bodies = [XMLElement(name: "Body", namespace: soap, children: body)]
    return XMLElement(name: "Envelope", namespace: soap, children: headers + bodies)
  }

  private static func writeBare(_ root: XMLElement) throws(XMLFault) -> [UInt8] {
    let message = root.name == "Envelope" ? root.children.last?.children.first : root
    var prefixes = [
      XMLText.Prefix("soapenv", Namespace.soap), XMLText.Prefix("itr", Namespace.registry),
      XMLText.Prefix("core", Namespace.types),
    ]
    if let own = message?.namespace, !prefixes.contains(where: { $0.namespace == own }) {
      prefixes.append(XMLText.Prefix("m", own))
    }
    return try XMLText.write(root, prefixes: prefixes)
  }
}
