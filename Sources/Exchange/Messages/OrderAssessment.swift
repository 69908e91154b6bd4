// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Försäkringskassan orders the assessment of the performer that the region has named
/// (beställning). With it comes who the person is.
public struct OrderAssessment: ContractMessage {
  /// The case. Without it the order belongs to no request, and is another authority's.
  public let assessmentId: II?
  /// The unit that is to perform.
  public let careUnitId: HSAID
  /// AFU, or AFU with further examinations.
  public let certificateType: CertificateType
  /// Whether an interpreter is needed; nil when it is not said.
  public let needForInterpreter: Bool?
  /// Which language. The contract names no code system for it.
  public let interpreterLanguage: CV?
  /// Free text to the performer.
  public let comment: String?
  /// Last day for the statement; nil when Försäkringskassan leaves it to be computed.
  public let lastDateForCertificateReceival: Day?
  /// True when the underlag comes by post.
  public let documentsByPost: Bool?
  /// What the statement is to be used for.
  public let purpose: String?
  /// What has been planned for the person.
  public let plannedActions: String?
  /// The form of the order.
  public let orderFormType: OrderFormType?
  /// Försäkringskassan's own case number.
  public let caseReference: String?
  /// The case officer.
  public let authorityAdministrativeOfficial: AdministrativeOfficial
  /// Who the person is.
  public let citizen: Citizen

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II? = nil, careUnitId: HSAID, certificateType: CertificateType,
    needForInterpreter: Bool? = nil, interpreterLanguage: CV? = nil, comment: String? = nil,
    lastDateForCertificateReceival: Day? = nil, documentsByPost: Bool? = nil,
    purpose: String? = nil, plannedActions: String? = nil, orderFormType: OrderFormType? = nil,
    caseReference: String? = nil, authorityAdministrativeOfficial: AdministrativeOfficial,
    citizen: Citizen
  ) {
    self.assessmentId = assessmentId
    self.careUnitId = careUnitId
    self.certificateType = certificateType
    self.needForInterpreter = needForInterpreter
    self.interpreterLanguage = interpreterLanguage
    self.comment = comment
    self.lastDateForCertificateReceival = lastDateForCertificateReceival
    self.documentsByPost = documentsByPost
    self.purpose = purpose
    self.plannedActions = plannedActions
    self.orderFormType = orderFormType
    self.caseReference = caseReference
    self.authorityAdministrativeOfficial = authorityAdministrativeOfficial
    self.citizen = citizen
  }

  static let kind = MessageKind.orderAssessment

  static let shape = Shape(
    kind.namespace, OrderAssessment.init,
    Field("assessmentId", \.assessmentId, optional: .identifier),
    Field("careUnitId", \.careUnitId, .hsaID),
    Field("certificateType", \.certificateType, .code(among: CertificateType.assessments)),
    Field("needForInterpreter", \.needForInterpreter, optional: .boolean),
    Field("interpreterLanguage", \.interpreterLanguage, optional: .anyCode),
    Field("comment", \.comment, optional: .text(TextLimit.free)),
    Field("lastDateForCertificateReceival", \.lastDateForCertificateReceival, optional: .date),
    Field("documentsByPost", \.documentsByPost, optional: .boolean),
    Field("purpose", \.purpose, optional: .text(TextLimit.free)),
    Field("plannedActions", \.plannedActions, optional: .text(TextLimit.free)),
    Field("orderFormType", \.orderFormType, optional: .code()),
    Field("caseReference", \.caseReference, optional: .text(TextLimit.name)),
    Field(
      "authorityAdministrativeOfficial", \.authorityAdministrativeOfficial,
      Codec(AdministrativeOfficial.shape)),
    Field("citizen", \.citizen, Codec(Citizen.shape))
  ).checked { message, place throws(MessageFault) in
    try refuseLanguageWithoutNeed(
      message.needForInterpreter, message.interpreterLanguage, place)
    if message.needForInterpreter == true, message.interpreterLanguage == nil {
      throw place.inside("interpreterLanguage", line: place.line).fault(.languageMissing)
    }
  }

  /// True when an interpreter is needed: it is said, or a language is given.
  public var isInterpreterNeeded: Bool {
    needForInterpreter ?? (interpreterLanguage != nil)
  }

  /// True for an order of the released version 1.0.0. It has the same namespace, but neither
  /// certificate type nor anything else about assessments, and always a form.
  static func isReleasedVersion(_ root: XMLElement) -> Bool {
    let known = [
      "careUnitId", "purpose", "plannedActions", "orderFormType", "caseReference",
      "authorityAdministrativeOfficial", "citizen",
    ]
    let names = root.children.filter { $0.namespace == kind.namespace }.map(\.name)
    return names.contains("orderFormType") && names.allSatisfy(known.contains)
  }
}
