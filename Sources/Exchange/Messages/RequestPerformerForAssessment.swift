// SPDX-License-Identifier: Apache-2.0

import Domain

/// Försäkringskassan asks a region for a performer (begäran, förordning 2018:1633 5 §).
///
/// The person is not pointed out. The answer carries the case number that the region gives.
public struct RequestPerformerForAssessment: ContractMessage {
  /// AFU, or AFU with further examinations.
  public let certificateType: CertificateType
  /// Last day for the answer; nil when Försäkringskassan states none.
  public let lastResponseDate: Day?
  /// The region that is asked.
  public let coordinatingCountyCouncilId: HSAID
  /// Free text to the region.
  public let comment: String?
  /// Whether an interpreter is needed; nil when it is not said.
  public let needForInterpreter: Bool?
  /// Which language. The contract names no code system for it.
  public let interpreterLanguage: CV?
  /// The case officer.
  public let authorityAdministrativeOfficial: AdministrativeOfficial
  /// What is needed to choose a performer.
  public let citizen: CitizenLimited

  /// From its parts, in the order of the contract.
  public init(
    certificateType: CertificateType, lastResponseDate: Day? = nil,
    coordinatingCountyCouncilId: HSAID, comment: String? = nil, needForInterpreter: Bool? = nil,
    interpreterLanguage: CV? = nil, authorityAdministrativeOfficial: AdministrativeOfficial,
    citizen: CitizenLimited
  ) {
    self.certificateType = certificateType
    self.lastResponseDate = lastResponseDate
    self.coordinatingCountyCouncilId = coordinatingCountyCouncilId
    self.comment = comment
    self.needForInterpreter = needForInterpreter
    self.interpreterLanguage = interpreterLanguage
    self.authorityAdministrativeOfficial = authorityAdministrativeOfficial
    self.citizen = citizen
  }

  static let kind = MessageKind.requestPerformerForAssessment

  static let shape = Shape(
    kind.namespace, RequestPerformerForAssessment.init,
    Field("certificateType", \.certificateType, .code(among: CertificateType.assessments)),
    Field("lastResponseDate", \.lastResponseDate, optional: .date),
    Field("coordinatingCountyCouncilId", \.coordinatingCountyCouncilId, .hsaID),
    Field("comment", \.comment, optional: .text(TextLimit.free)),
    Field("needForInterpreter", \.needForInterpreter, optional: .boolean),
    Field("interpreterLanguage", \.interpreterLanguage, optional: .anyCode),
    Field(
      "authorityAdministrativeOfficial", \.authorityAdministrativeOfficial,
      Codec(AdministrativeOfficial.shape)),
    Field("citizen", \.citizen, Codec(CitizenLimited.shape))
  ).checked { message, place throws(MessageFault) in
    try refuseLanguageWithoutNeed(
      message.needForInterpreter, message.interpreterLanguage, place)
  }

  /// True when an interpreter is needed: it is said, or a language is given.
  public var isInterpreterNeeded: Bool {
    needForInterpreter ?? (interpreterLanguage != nil)
  }
}
