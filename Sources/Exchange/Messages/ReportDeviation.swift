// SPDX-License-Identifier: Apache-2.0

import Domain

/// A deviation at a visit (avvikelse), reported by either side. The message does not name the
/// case; the visit does.
public struct ReportDeviation: ContractMessage {
  /// The visit.
  public let assessmentCareContactId: II
  /// The deviation, in the series of who reports it.
  public let deviationId: II?
  /// Who caused it.
  public let causedBy: CausedBy
  /// What happened. May hold personal data.
  public let description: String?
  /// When it happened.
  public let deviationTime: Instant
  /// True when the person did not come; nil when it is not said.
  public let citizenFailedToArrive: Bool?

  /// From its parts, in the order of the contract.
  public init(
    assessmentCareContactId: II, deviationId: II? = nil, causedBy: CausedBy,
    description: String? = nil, deviationTime: Instant, citizenFailedToArrive: Bool? = nil
  ) {
    self.assessmentCareContactId = assessmentCareContactId
    self.deviationId = deviationId
    self.causedBy = causedBy
    self.description = description
    self.deviationTime = deviationTime
    self.citizenFailedToArrive = citizenFailedToArrive
  }

  static let kind = MessageKind.reportDeviation

  static let shape = Shape(
    kind.namespace, ReportDeviation.init,
    Field("assessmentCareContactId", \.assessmentCareContactId, .identifier),
    Field("deviationId", \.deviationId, optional: .identifier),
    Field("causedBy", \.causedBy, .code()),
    Field("description", \.description, optional: .text(TextLimit.free)),
    Field("deviationTime", \.deviationTime, .timestamp),
    Field("citizenFailedToArrive", \.citizenFailedToArrive, optional: .boolean))
}
