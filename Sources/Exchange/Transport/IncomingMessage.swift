// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// A message from Försäkringskassan that has been read and found right by itself. Whether it
/// fits the case is for others to say.
public struct IncomingMessage: Hashable, Sendable {
  /// How the message was addressed; nil when it came without an envelope.
  public let envelope: Envelope?
  /// What it says.
  public let message: FKMessage
  /// The namespace of its element.
  public let namespace: String

  /// Reads a document: a SOAP 1.1 envelope, or a message by itself. `day` is today, for birth
  /// dates that are still to come.
  ///
  /// Throws the first fault, which repeats nothing of the document. What the contract's schema
  /// refuses is refused, and besides what no schema sees: unknown codes, days that do not
  /// exist, wrong check digits, contradictions, texts beyond `TextLimit`.
  public static func read(
    _ bytes: [UInt8], on day: Day = .latest
  ) throws(MessageFault) -> IncomingMessage {
    let opened = try OpenedMessage(bytes)
    return try opened.read { root, kind throws(MessageFault) in
      IncomingMessage(
        envelope: opened.envelope, message: try FKMessage(root, kind: kind, on: day),
        namespace: kind.namespace)
    }
  }
}

/// A document whose envelope has been taken off, if it has one.
struct OpenedMessage {
  let envelope: Envelope?
  let root: XMLElement

  init(_ bytes: [UInt8]) throws(MessageFault) {
    let document: XMLElement
    do { document = try XMLElement(parsing: bytes) } catch { throw MessageFault(error) }
    guard document.name == "Envelope" else {
      envelope = nil
      root = document
      return
    }
    do { (envelope, root) = try Envelope.open(document) } catch {
      throw error.about(nil, isEnveloped: true)
    }
  }

  /// Recognises the message and reads it; a fault is told which message it is about.
  func read<Value>(
    _ read: (XMLElement, MessageKind) throws(MessageFault) -> Value
  ) throws(MessageFault) -> Value {
    var recognised: MessageKind?
    do throws(MessageFault) {
      guard let kind = MessageKind(rawValue: root.name) else {
        throw MessageFault(.unknownMessage, field: "", line: root.line)
      }
      guard root.namespace == kind.namespace else {
        throw MessageFault(.unknownNamespace, field: kind.rawValue, line: root.line)
      }
      recognised = kind
      return try read(root, kind)
    } catch { throw error.about(recognised, isEnveloped: envelope != nil) }
  }
}
