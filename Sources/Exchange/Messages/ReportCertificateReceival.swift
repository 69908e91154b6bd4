// SPDX-License-Identifier: Apache-2.0

import Domain

/// Försäkringskassan has received the statement.
public struct ReportCertificateReceival: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// The day it arrived.
  public let receivedDate: Day
  /// Last day on which a supplement can be asked for.
  public let lastDateForSupplementRequest: Day

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, receivedDate: Day, lastDateForSupplementRequest: Day
  ) {
    self.assessmentId = assessmentId
    self.receivedDate = receivedDate
    self.lastDateForSupplementRequest = lastDateForSupplementRequest
  }

  static let kind = MessageKind.reportCertificateReceival

  static let shape = Shape(
    kind.namespace, ReportCertificateReceival.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("receivedDate", \.receivedDate, .date),
    Field("lastDateForSupplementRequest", \.lastDateForSupplementRequest, .date))
}
