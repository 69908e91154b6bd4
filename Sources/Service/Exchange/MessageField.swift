// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange

/// The contract's name of a field that the domain refused, so that the sender can find it.
enum MessageField {
  private static let names: [MessageKind: [String: String]] = [
    .requestPerformerForAssessment: [
      "answerBy": "lastResponseDate", "region": "coordinatingCountyCouncilId",
      "need.town": "citizen/postalCity", "need.specialNeeds": "citizen/specialNeeds",
      "interpreter.language": "interpreterLanguage",
      "officer.phone": "authorityAdministrativeOfficial/phoneNumber",
    ],
    .orderAssessment: [
      "performer": "careUnitId", "identity.lastName": "citizen/lastName",
      "lastDay": "lastDateForCertificateReceival", "background": "citizen/situationBackground",
      "specialNeeds": "citizen/specialNeeds", "interpreter.language": "interpreterLanguage",
      "officer.phone": "authorityAdministrativeOfficial/phoneNumber",
    ],
    .updateOrder: [
      "lastDay": "lastDateForCertificateReceival",
      "interpreter.language": "interpreterLanguage",
      "officer.phone": "updatedAuthorityAdministrativeOfficial/phoneNumber",
    ],
    .reportCertificateReceival: [
      "day": "receivedDate", "lastSupplementRequestDay": "lastDateForSupplementRequest",
    ],
    .requestSupplement: ["answerBy": "lastDateForSupplementReceival"],
    .reportSupplementReceival: [
      "day": "receivedDate", "lastSupplementRequestDay": "lastDateForSupplementRequest",
      "number": "supplementRequestId",
    ],
    .reportDeviation: ["time": "deviationTime"],
    .endAssessment: ["reason": "endingCondition"],
  ]

  /// `OrderAssessment/careUnitId`, or nil where the refusal is about the case as a whole.
  static func path(_ refusal: Refusal, in kind: MessageKind) -> String? {
    guard let field = refusal.field else { return nil }
    let name = names[kind]?[field] ?? field.replacing(".", with: "/")
    return "\(kind.rawValue)/\(name)"
  }
}
