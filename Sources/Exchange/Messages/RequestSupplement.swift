// SPDX-License-Identifier: Apache-2.0

import Domain

/// Försäkringskassan asks for a supplement to the statement. The question itself is not in the
/// message. The answer carries the number of the request.
public struct RequestSupplement: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// Last day for the supplement; nil when none is stated.
  public let lastDateForSupplementReceival: Day?

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, lastDateForSupplementReceival: Day? = nil
  ) {
    self.assessmentId = assessmentId
    self.lastDateForSupplementReceival = lastDateForSupplementReceival
  }

  static let kind = MessageKind.requestSupplement

  static let shape = Shape(
    kind.namespace, RequestSupplement.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("lastDateForSupplementReceival", \.lastDateForSupplementReceival, optional: .date))
}
