// SPDX-License-Identifier: Apache-2.0

import Domain

/// Försäkringskassan changes an order. What is not there is unchanged.
public struct UpdateOrder: ContractMessage {
  /// The case, in the series of who gave the number.
  public let assessmentId: II
  /// Free text; nil leaves the earlier one, an empty text takes it away.
  public let comment: String?
  /// A new last day for the statement: an extension or a deferral.
  public let lastDateForCertificateReceival: Day?
  /// Whether an interpreter is needed; nil when it is not said.
  public let needForInterpreter: Bool?
  /// Which language. The contract names no code system for it.
  public let interpreterLanguage: CV?
  /// True when more underlag comes by post.
  public let documentsByPost: Bool?
  /// A new case officer, in whole.
  public let updatedAuthorityAdministrativeOfficial: AdministrativeOfficial?

  /// From its parts, in the order of the contract.
  public init(
    assessmentId: II, comment: String? = nil, lastDateForCertificateReceival: Day? = nil,
    needForInterpreter: Bool? = nil, interpreterLanguage: CV? = nil,
    documentsByPost: Bool? = nil,
    updatedAuthorityAdministrativeOfficial: AdministrativeOfficial? = nil
  ) {
    self.assessmentId = assessmentId
    self.comment = comment
    self.lastDateForCertificateReceival = lastDateForCertificateReceival
    self.needForInterpreter = needForInterpreter
    self.interpreterLanguage = interpreterLanguage
    self.documentsByPost = documentsByPost
    self.updatedAuthorityAdministrativeOfficial = updatedAuthorityAdministrativeOfficial
  }

  static let kind = MessageKind.updateOrder

  static let shape = Shape(
    kind.namespace, UpdateOrder.init,
    Field("assessmentId", \.assessmentId, .identifier),
    Field("comment", \.comment, optional: .clearableText(TextLimit.free)),
    Field("lastDateForCertificateReceival", \.lastDateForCertificateReceival, optional: .date),
    Field("needForInterpreter", \.needForInterpreter, optional: .boolean),
    Field("interpreterLanguage", \.interpreterLanguage, optional: .anyCode),
    Field("documentsByPost", \.documentsByPost, optional: .boolean),
    Field(
      "updatedAuthorityAdministrativeOfficial", \.updatedAuthorityAdministrativeOfficial,
      optional: Codec(AdministrativeOfficial.shape))
  ).checked { message, place throws(MessageFault) in
    try refuseLanguageWithoutNeed(
      message.needForInterpreter, message.interpreterLanguage, place)
    if message.isEmpty { throw place.fault(.nothingUpdated) }
  }

  /// True when the message says nothing but which case it is about.
  var isEmpty: Bool { self == UpdateOrder(assessmentId: assessmentId) }
}
