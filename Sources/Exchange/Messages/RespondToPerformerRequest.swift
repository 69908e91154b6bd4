// SPDX-License-Identifier: Apache-2.0

/// The region answers the request for a performer. When it accepts, it names the unit.
public struct RespondToPerformerRequest: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// The answer.
  public let response: PerformerRequestResponse

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, response: PerformerRequestResponse
  ) {
    self.assessmentId = assessmentId
    self.response = response
  }

  static let kind = MessageKind.respondToPerformerRequest

  static let shape = Shape(
    kind.namespace, RespondToPerformerRequest.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("response", \.response, Codec(PerformerRequestResponse.shape)))
}

/// The answer to a request for a performer (`PerformerRequestResponseType`).
public struct PerformerRequestResponse: Hashable, Sendable {
  /// Accepted or declined.
  public let response: ResponseCode
  /// Free text to Försäkringskassan.
  public let comment: String?
  /// The unit that will perform; nil when the request is declined.
  public let performerCareUnit: CareUnit?

  /// From its parts, in the order of the contract.
  public init(
    response: ResponseCode, comment: String? = nil, performerCareUnit: CareUnit? = nil
  ) {
    self.response = response
    self.comment = comment
    self.performerCareUnit = performerCareUnit
  }

  static let shape = Shape(
    Namespace.types, PerformerRequestResponse.init,
    Field("response", \.response, .code()),
    Field("comment", \.comment, optional: .text(TextLimit.free)),
    Field("performerCareUnit", \.performerCareUnit, optional: Codec(CareUnit.shape)))
}
