// SPDX-License-Identifier: Apache-2.0

/// Försäkringskassan ends the assessment.
public struct EndAssessment: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// Why; nil when it is not said.
  public let endingCondition: EndingCondition?

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, endingCondition: EndingCondition? = nil
  ) {
    self.assessmentId = assessmentId
    self.endingCondition = endingCondition
  }

  static let kind = MessageKind.endAssessment

  static let shape = Shape(
    kind.namespace, EndAssessment.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("endingCondition", \.endingCondition, optional: .code()))
}
