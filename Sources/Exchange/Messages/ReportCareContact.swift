// SPDX-License-Identifier: Apache-2.0

import Domain

/// Care tells about a visit: when it is booked, changed, cancelled and accounted for.
public struct ReportCareContact: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// The visit, in the series of who gave the number.
  public let assessmentCareContactId: II
  /// The profession that the visit is with.
  public let participatingProfession: ParticipatingProfession
  /// Whether an interpreter is booked, and took part.
  public let interpreterStatus: InterpreterStatus
  /// The day of the summons.
  public let invitationDate: Day
  /// How the summons was given.
  public let invitationChannel: InvitationChannel?
  /// When the visit is.
  public let time: TimePeriod
  /// Where the visit stands.
  public let visitStatus: VisitStatus?

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, assessmentCareContactId: II,
    participatingProfession: ParticipatingProfession, interpreterStatus: InterpreterStatus,
    invitationDate: Day, invitationChannel: InvitationChannel? = nil, time: TimePeriod,
    visitStatus: VisitStatus? = nil
  ) {
    self.assessmentId = assessmentId
    self.assessmentCareContactId = assessmentCareContactId
    self.participatingProfession = participatingProfession
    self.interpreterStatus = interpreterStatus
    self.invitationDate = invitationDate
    self.invitationChannel = invitationChannel
    self.time = time
    self.visitStatus = visitStatus
  }

  static let kind = MessageKind.reportCareContact

  static let shape = Shape(
    kind.namespace, ReportCareContact.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("assessmentCareContactId", \.assessmentCareContactId, .identifier),
    Field("participatingProfession", \.participatingProfession, .code()),
    Field("interpreterStatus", \.interpreterStatus, .code()),
    Field("invitationDate", \.invitationDate, .date),
    Field("invitationChannel", \.invitationChannel, optional: .code()),
    Field("time", \.time, Codec(TimePeriod.shape)),
    Field("visitStatus", \.visitStatus, optional: .code()))
}
