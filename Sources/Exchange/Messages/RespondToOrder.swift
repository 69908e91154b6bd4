// SPDX-License-Identifier: Apache-2.0

/// The performer answers an order.
public struct RespondToOrder: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// Accepted or declined.
  public let response: ResponseCode
  /// Free text to Försäkringskassan.
  public let comment: String?

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, response: ResponseCode, comment: String? = nil
  ) {
    self.assessmentId = assessmentId
    self.response = response
    self.comment = comment
  }

  static let kind = MessageKind.respondToOrder

  static let shape = Shape(
    kind.namespace, RespondToOrder.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("response", \.response, .code()),
    Field("comment", \.comment, optional: .text(TextLimit.free)))
}
