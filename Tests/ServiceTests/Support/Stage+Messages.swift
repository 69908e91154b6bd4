// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Testing

@testable import Service

// The process by the messages that Försäkringskassan sends.
extension Stage {
  /// Sends a message as Försäkringskassan would.
  @discardableResult
  func receive(_ message: FKMessage) async throws -> ReceivedMessage {
    try await service.receive(try Self.bytes(message))
  }

  static func bytes(_ message: FKMessage) throws -> [UInt8] {
    try message.write(logicalAddress: "SE0000000000-SAMSYN")
  }

  static func ii(_ id: CaseNumber) -> II {
    II(root: SystemIdentity.root, extension: id.description)
  }

  /// A case that Försäkringskassan began by a message, and its number.
  func requestByMessage() async throws -> CaseNumber {
    let received = try await receive(Self.requestMessage())
    #expect(received.resultCode == "OK", "\(received)")
    return try CaseNumber(try #require(received.assessmentId))
  }

  static func requestMessage(
    town: String = "Lund", answerBy: Day? = nil, region: HSAID = Cast.regionID
  ) -> FKMessage {
    .requestPerformerForAssessment(
      RequestPerformerForAssessment(
        certificateType: .afu, lastResponseDate: answerBy,
        coordinatingCountyCouncilId: region, comment: "Gärna nära hemmet",
        authorityAdministrativeOfficial: official, citizen: CitizenLimited(postalCity: town)))
  }

  static func orderMessage(
    _ id: CaseNumber, to performer: HSAID = Cast.p1, lastDay: Day? = nil
  ) -> FKMessage {
    .orderAssessment(
      OrderAssessment(
        assessmentId: ii(id), careUnitId: performer, certificateType: .afu,
        lastDateForCertificateReceival: lastDay, documentsByPost: true,
        purpose: "Prövning av sjukpenning.", caseReference: Cast.agencyNumber,
        authorityAdministrativeOfficial: official,
        citizen: Citizen(
          personalIdentity: Cast.identity.number, firstName: "Tolvanna",
          lastName: "Tolvansdotter", situationBackground: Cast.background)))
  }

  static func updateMessage(_ id: CaseNumber, _ comment: String) -> FKMessage {
    .updateOrder(UpdateOrder(assessmentId: ii(id), comment: comment))
  }

  static let official = AdministrativeOfficial(
    fullName: "Handläggare Ett", phoneNumber: "010-000 00 00", authority: .insuranceAgency)
}
