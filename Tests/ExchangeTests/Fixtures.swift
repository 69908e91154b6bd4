// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@testable import Exchange

/// Made-up messages, each once with everything the contract allows and once with as little as
/// it allows. The personal numbers are test numbers of Skatteverket.
enum Fixtures {
  static let region = hsa("SE2321000016-R01")
  static let unit = hsa("SE2321000016-U17")
  static let giver = hsa("SE5560000001-G02")
  static let caseID = II(root: "SE2321000016-SAMSYN", extension: "AFU-2026-0417")
  static let visitID = II(root: "SE5560000001-JOURNAL", extension: "besok-8812")
  static let deviationID = II(root: "SE5560000001-JOURNAL", extension: "avv-0093")
  static let finnish = CV(
    code: "fin", codeSystem: "iso639-3", codeSystemVersion: "2019", codeSystemName: "Språk",
    displayName: "Finska")

  static func hsa(_ text: String) -> HSAID {
    guard let id = try? HSAID(text) else { fatalError("the fixture has a wrong HSA-id") }
    return id
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { fatalError("the fixture has a wrong day") }
    return day
  }

  static func time(_ day: String, _ clock: String) -> Instant {
    guard let time = TimeOfDay(clock) else { fatalError("the fixture has a wrong time") }
    return Instant(day: self.day(day), time: time)
  }

  static func person(_ digits: String = "191212121212") -> PersonalIdentityNumber {
    guard let number = try? PersonalIdentityNumber(digits, on: day("2026-01-01")) else {
      fatalError("the fixture has a wrong personal number")
    }
    return number
  }

  static let official = AdministrativeOfficial(
    fullName: "Handläggare Hansson", phoneNumber: "010-11 22 33", email: "h@exempel.invalid",
    authority: .insuranceAgency, officeName: "Kontoret i Solköping", officeCostCenter: "K-7781",
    officeAddress: PostalAddress(
      postalAddress: "Box 4711", postalCode: "123 45", postalCity: "Solköping"))
  static let briefOfficial = AdministrativeOfficial(
    phoneNumber: "0771-524 524", authority: .insuranceAgency)

  static let full: [FKMessage] = [
    .requestPerformerForAssessment(
      RequestPerformerForAssessment(
        certificateType: .afu, lastResponseDate: day("2026-03-06"),
        coordinatingCountyCouncilId: region, comment: "Gärna nära hemmet & med hiss",
        needForInterpreter: true, interpreterLanguage: finnish,
        authorityAdministrativeOfficial: official,
        citizen: CitizenLimited(
          postalCity: "Månstad", specialNeeds: "Rullstol < 70 cm",
          earlierAssessmentPerformer: [unit, giver]))),
    .orderAssessment(
      OrderAssessment(
        assessmentId: caseID, careUnitId: unit, certificateType: .afuExtended,
        needForInterpreter: true, interpreterLanguage: finnish, comment: "Underlaget är stort",
        lastDateForCertificateReceival: day("2026-05-04"), documentsByPost: false,
        purpose: "Prövning av rätten till ersättning", plannedActions: "Avstämning i juni",
        orderFormType: .medicalStatement, caseReference: "FK-55-2026",
        authorityAdministrativeOfficial: official,
        citizen: Citizen(
          personalIdentity: person(), firstName: "Tolvan", middleName: "Mellan",
          lastName: "Tolvansson", specialNeeds: "Ledsagare",
          situationBackground: "Ryggont sedan\nen längre tid"))),
    .updateOrder(
      UpdateOrder(
        assessmentId: caseID, comment: "Nytt telefonnummer",
        lastDateForCertificateReceival: day("2026-05-18"), needForInterpreter: true,
        interpreterLanguage: finnish, documentsByPost: true,
        updatedAuthorityAdministrativeOfficial: official)),
    .requestSupplement(
      RequestSupplement(
        assessmentId: caseID, lastDateForSupplementReceival: day("2026-06-10"))),
    .reportSupplementReceival(
      ReportSupplementReceival(
        assessmentId: caseID, receivedDate: day("2026-06-09"),
        supplementRequestId: II(root: "SE2321000016-SAMSYN", extension: "kompl-0002"),
        lastDateForSupplementRequest: day("2026-06-23"))),
    .reportCertificateReceival(
      ReportCertificateReceival(
        assessmentId: caseID, receivedDate: day("2026-05-02"),
        lastDateForSupplementRequest: day("2026-05-20"))),
    .reportDeviation(deviation),
    .endAssessment(EndAssessment(assessmentId: caseID, endingCondition: .conflictOfInterest)),
  ]

  static let deviation = ReportDeviation(
    assessmentCareContactId: visitID, deviationId: deviationID, causedBy: .patient,
    description: "Väntrummet var tomt", deviationTime: time("2026-04-01", "13:15:09"),
    citizenFailedToArrive: true)

  static let minimal: [FKMessage] = [
    .requestPerformerForAssessment(
      RequestPerformerForAssessment(
        certificateType: .afu, coordinatingCountyCouncilId: region,
        authorityAdministrativeOfficial: briefOfficial,
        citizen: CitizenLimited(postalCity: "Månstad"))),
    .orderAssessment(
      OrderAssessment(
        careUnitId: unit, certificateType: .afu,
        authorityAdministrativeOfficial: briefOfficial,
        citizen: Citizen(personalIdentity: person("197010632391")))),
    .updateOrder(UpdateOrder(assessmentId: caseID, comment: "")),
    .requestSupplement(RequestSupplement(assessmentId: caseID)),
    .reportSupplementReceival(
      ReportSupplementReceival(
        assessmentId: caseID, receivedDate: day("2026-06-09"),
        lastDateForSupplementRequest: day("2026-06-23"))),
    .reportCertificateReceival(
      ReportCertificateReceival(
        assessmentId: caseID, receivedDate: day("2026-05-02"),
        lastDateForSupplementRequest: day("2026-05-20"))),
    .reportDeviation(
      ReportDeviation(
        assessmentCareContactId: visitID, causedBy: .care,
        deviationTime: time("2026-04-01", "13:15"))),
    .endAssessment(EndAssessment(assessmentId: caseID)),
  ]

  static let care: [CareMessage] = [
    .respondToPerformerRequest(
      RespondToPerformerRequest(
        assessmentId: caseID,
        response: PerformerRequestResponse(
          response: .accepted, comment: "Välkommen",
          performerCareUnit: CareUnit(
            careUnitId: unit, careUnitName: "Utredningsenheten \"Väst\"", careGiverId: giver,
            careGiverName: "Vårdbolaget", postalAddress: official.officeAddress,
            phoneNumber: "010-99 88", email: "u@exempel.invalid",
            subcontractorName: "Underutföraren")))),
    .respondToPerformerRequest(
      RespondToPerformerRequest(
        assessmentId: caseID, response: PerformerRequestResponse(response: .declined))),
    .respondToOrder(
      RespondToOrder(assessmentId: caseID, response: .declined, comment: "Jäv ]]> föreligger")),
    .respondToOrder(RespondToOrder(assessmentId: caseID, response: .accepted)),
    .updateAssessment(UpdateAssessment(assessmentId: caseID, certificateType: .afuExtended)),
    .reportCareContact(
      ReportCareContact(
        assessmentId: caseID, assessmentCareContactId: visitID,
        participatingProfession: .psychologist, interpreterStatus: .booked,
        invitationDate: day("2026-03-16"), invitationChannel: .letter,
        time: TimePeriod(
          start: time("2026-03-30", "09:00"), end: time("2026-03-30", "11:30")),
        visitStatus: .booked)),
    .reportCareContact(
      ReportCareContact(
        assessmentId: caseID, assessmentCareContactId: visitID, participatingProfession: .doctor,
        interpreterStatus: .notBooked, invitationDate: day("2026-03-16"),
        time: TimePeriod(start: time("2026-03-28", "09:00")))),
    .reportDeviation(deviation),
  ]
}

extension MessageKind: CustomTestStringConvertible {
  public var testDescription: String { rawValue }
}
