// SPDX-License-Identifier: Apache-2.0

import Domain

/// Försäkringskassan has received a supplement to the statement.
public struct ReportSupplementReceival: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// The day it arrived.
  public let receivedDate: Day
  /// The request that it answers.
  public let supplementRequestId: II?
  /// Last day on which a supplement can be asked for.
  public let lastDateForSupplementRequest: Day

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, receivedDate: Day, supplementRequestId: II? = nil,
    lastDateForSupplementRequest: Day
  ) {
    self.assessmentId = assessmentId
    self.receivedDate = receivedDate
    self.supplementRequestId = supplementRequestId
    self.lastDateForSupplementRequest = lastDateForSupplementRequest
  }

  static let kind = MessageKind.reportSupplementReceival

  static let shape = Shape(
    kind.namespace, ReportSupplementReceival.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("receivedDate", \.receivedDate, .date),
    Field("supplementRequestId", \.supplementRequestId, optional: .identifier),
    Field("lastDateForSupplementRequest", \.lastDateForSupplementRequest, .date))
}
