// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Why a message was refused before it reached a case. It says what is wrong and where, in the
/// contract's own names; it never repeats anything of the message, which may hold personal data.
public struct MessageFault: Error, Hashable, Sendable {
  /// The contract's kind of error.
  public var errorId: MessageResult.ErrorID { code.errorId }
  /// What is wrong, as a stable code.
  public let code: Code
  /// Element names from the message down, such as `OrderAssessment/citizen/personalIdentity`;
  /// of several equal elements with its number, from `[1]`. Empty for the whole document.
  public let field: String
  /// The line in the document, from 1; nil when the fault has no place.
  public let line: Int?
  /// The same for people.
  public let reason: Bilingual
  /// The message, when it was recognised.
  public let kind: MessageKind?
  /// True when the message came in an envelope, and its answer should.
  public let isEnveloped: Bool

  init(
    _ code: Code, field: String, line: Int?, reason: Bilingual? = nil,
    kind: MessageKind? = nil, isEnveloped: Bool = false
  ) {
    self.code = code
    self.field = field
    self.line = line
    self.reason = reason ?? code.reason
    self.kind = kind
    self.isEnveloped = isEnveloped
  }

  /// A document that could not be read as XML.
  init(_ fault: XMLFault) {
    let code: Code =
      switch fault.code {
      case .tooLarge: .xmlTooLarge
      case .documentType: .xmlDocumentType
      case .encoding: .xmlEncoding
      case .tooDeep, .tooManyElements, .tooManyAttributes, .textTooLong: .xmlTooComplex
      case .empty, .malformed, .illegalCharacter, .illegalName: .xmlMalformed
      }
    self.init(code, field: "", line: fault.line)
  }

  /// The same fault, told which message it is about.
  func about(_ kind: MessageKind?, isEnveloped: Bool) -> MessageFault {
    MessageFault(
      code, field: field, line: line, reason: reason, kind: kind, isEnveloped: isEnveloped)
  }

  static func tooLong(_ limit: Int) -> Bilingual {
    Bilingual(
      sv: "Texten är längre än \(limit) tecken.",
      en: "The text is longer than \(limit) characters.")
  }

  /// The Swedish reason with the field and the line, for `resultText`.
  public var resultText: String {
    let place = [field.isEmpty ? nil : field, line.map { "rad \($0)" }].compactMap(\.self)
    return place.isEmpty ? reason.sv : "\(reason.sv) (\(place.joined(separator: ", ")))"
  }

  /// A SOAP 1.1 fault in its envelope, for a call that the contract has no answer to.
  public func soapFault() throws(XMLFault) -> [UInt8] {
    let fault = XMLElement(
      name: "Fault", namespace: Namespace.soap,
      children: [
        XMLElement(name: "faultcode", namespace: nil, text: "soapenv:Client"),
        XMLElement(name: "faultstring", namespace: nil, text: resultText),
      ])
    return try Envelope.write(answer: fault, inEnvelope: true)
  }
}

extension MessageFault: CustomStringConvertible {
  /// Code, field and line, for logs.
  public var description: String {
    let place = [field, line.map { "line \($0)" } ?? ""].filter { !$0.isEmpty }
    return ([code.rawValue] + place).joined(separator: " ")
  }
}
