// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// A message that Försäkringskassan sends.
public enum FKMessage: Hashable, Sendable {
  case requestPerformerForAssessment(RequestPerformerForAssessment)
  case orderAssessment(OrderAssessment)
  case updateOrder(UpdateOrder)
  case requestSupplement(RequestSupplement)
  case reportSupplementReceival(ReportSupplementReceival)
  case reportCertificateReceival(ReportCertificateReceival)
  case reportDeviation(ReportDeviation)
  case endAssessment(EndAssessment)

  /// Which of the contract's messages it is.
  public var kind: MessageKind { type(of: message).kind }

  /// The document, in an envelope to `logicalAddress`, or bare without one. Used by whoever
  /// stands in for Försäkringskassan. Throws `illegalCharacter` for a text that XML cannot hold.
  public func write(logicalAddress: String? = nil) throws(XMLFault) -> [UInt8] {
    try Envelope.write(message.element, logicalAddress: logicalAddress)
  }

  private var message: any ContractMessage {
    switch self {
    case .requestPerformerForAssessment(let message): message
    case .orderAssessment(let message): message
    case .updateOrder(let message): message
    case .requestSupplement(let message): message
    case .reportSupplementReceival(let message): message
    case .reportCertificateReceival(let message): message
    case .reportDeviation(let message): message
    case .endAssessment(let message): message
    }
  }

  /// Throws `notReceivedHere` for the kinds that only care sends.
  init(_ root: XMLElement, kind: MessageKind, on day: Day) throws(MessageFault) {
    switch kind {
    case .requestPerformerForAssessment:
      self = .requestPerformerForAssessment(try RequestPerformerForAssessment(root, on: day))
    case .orderAssessment:
      guard !OrderAssessment.isReleasedVersion(root) else {
        throw MessageFault(.contractVersion, field: kind.rawValue, line: root.line)
      }
      self = .orderAssessment(try OrderAssessment(root, on: day))
    case .updateOrder: self = .updateOrder(try UpdateOrder(root, on: day))
    case .requestSupplement: self = .requestSupplement(try RequestSupplement(root, on: day))
    case .reportSupplementReceival:
      self = .reportSupplementReceival(try ReportSupplementReceival(root, on: day))
    case .reportCertificateReceival:
      self = .reportCertificateReceival(try ReportCertificateReceival(root, on: day))
    case .reportDeviation: self = .reportDeviation(try ReportDeviation(root, on: day))
    case .endAssessment: self = .endAssessment(try EndAssessment(root, on: day))
    case .respondToPerformerRequest, .respondToOrder, .updateAssessment, .reportCareContact:
      throw MessageFault(.notReceivedHere, field: kind.rawValue, line: root.line)
    }
  }
}
