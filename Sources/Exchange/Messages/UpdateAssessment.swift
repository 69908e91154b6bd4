// SPDX-License-Identifier: Apache-2.0

/// Care asks that the assessment be extended by further examinations. The answer may carry a new
/// last day for the statement.
public struct UpdateAssessment: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// AFU, or AFU with further examinations.
  public let certificateType: CertificateType

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, certificateType: CertificateType
  ) {
    self.assessmentId = assessmentId
    self.certificateType = certificateType
  }

  static let kind = MessageKind.updateAssessment

  static let shape = Shape(
    kind.namespace, UpdateAssessment.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("certificateType", \.certificateType, .code(among: CertificateType.assessments)))
}
