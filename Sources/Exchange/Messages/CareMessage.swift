// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// A message that care (a region or a performer) sends to Försäkringskassan.
public enum CareMessage: Hashable, Sendable {
  case respondToPerformerRequest(RespondToPerformerRequest)
  case respondToOrder(RespondToOrder)
  case updateAssessment(UpdateAssessment)
  case reportCareContact(ReportCareContact)
  case reportDeviation(ReportDeviation)

  /// Which of the contract's messages it is.
  public var kind: MessageKind { type(of: message).kind }

  /// The document, in an envelope to `logicalAddress`, or bare without one. The same message
  /// gives the same bytes. Throws `illegalCharacter` for a text that XML cannot hold.
  public func write(logicalAddress: String? = nil) throws(XMLFault) -> [UInt8] {
    try Envelope.write(message.element, logicalAddress: logicalAddress)
  }

  /// Reads what care has written, with the same demands as on what is received. `day` is
  /// today, for birth dates that are still to come.
  public static func read(
    _ bytes: [UInt8], on day: Day = .latest
  ) throws(MessageFault) -> CareMessage {
    try OpenedMessage(bytes).read { root, kind throws(MessageFault) in
      try CareMessage(root, kind: kind, on: day)
    }
  }

  private var message: any ContractMessage {
    switch self {
    case .respondToPerformerRequest(let message): message
    case .respondToOrder(let message): message
    case .updateAssessment(let message): message
    case .reportCareContact(let message): message
    case .reportDeviation(let message): message
    }
  }

  private init(_ root: XMLElement, kind: MessageKind, on day: Day) throws(MessageFault) {
    switch kind {
    case .respondToPerformerRequest:
      self = .respondToPerformerRequest(try RespondToPerformerRequest(root, on: day))
    case .respondToOrder: self = .respondToOrder(try RespondToOrder(root, on: day))
    case .updateAssessment: self = .updateAssessment(try UpdateAssessment(root, on: day))
    case .reportCareContact: self = .reportCareContact(try ReportCareContact(root, on: day))
    case .reportDeviation: self = .reportDeviation(try ReportDeviation(root, on: day))
    default: throw MessageFault(.notReceivedHere, field: kind.rawValue, line: root.line)
    }
  }
}
