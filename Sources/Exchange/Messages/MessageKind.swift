// SPDX-License-Identifier: Apache-2.0

/// The twelve messages of the contract. The raw value is the name of the element.
public enum MessageKind: String, CaseIterable, Hashable, Sendable {
  case requestPerformerForAssessment = "RequestPerformerForAssessment"
  case respondToPerformerRequest = "RespondToPerformerRequest"
  case orderAssessment = "OrderAssessment"
  case respondToOrder = "RespondToOrder"
  case updateOrder = "UpdateOrder"
  case updateAssessment = "UpdateAssessment"
  case reportCareContact = "ReportCareContact"
  case reportDeviation = "ReportDeviation"
  case reportCertificateReceival = "ReportCertificateReceival"
  case requestSupplement = "RequestSupplement"
  case reportSupplementReceival = "ReportSupplementReceival"
  case endAssessment = "EndAssessment"

  /// The namespace of the message and its answer.
  public var namespace: String { "\(Namespace.domain):\(rawValue)Responder:1" }

  /// The name of the answer's element.
  public var responseName: String { "\(rawValue)Response" }
}
