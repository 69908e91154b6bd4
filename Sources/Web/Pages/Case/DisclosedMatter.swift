// SPDX-License-Identifier: Apache-2.0
import Domain

/// The matters that the matrix of who got what has a row for, in the order of the process. Kinds
/// that are told to the same roles in the same way share a row.
enum DisclosedMatter: Int, CaseIterable, Sendable {
  case registration, representatives, request, drawSecret, declined, inquiries, allocation
  case lostAssignment
  case information, order, orderChange, orderAnswer, question, answer, complete, visits
  case visitChanges, deviations, decisions, proposals, extensionDecisions, risk, delay
  case deferralDecisions, opposition, statement, released, supplementRequests, supplements
  case notices, ending, corrections

  init(_ kind: EventKind) {
    switch kind {
    case .insuredRegistered: self = .registration
    case .representativeRegistered, .representativeDisclosed, .representativeEnded:
      self = .representatives
    case .performerRequested: self = .request
    case .drawCommitted: self = .drawSecret
    case .requestDeclined: self = .declined
    case .inquirySent, .inquiryAnswered, .inquiryClosed: self = .inquiries
    case .performerAllocated: self = .allocation
    case .allocationWithdrawn, .conflictReported: self = .lostAssignment
    case .insuredInformed: self = .information
    case .orderPlaced: self = .order
    case .orderUpdated: self = .orderChange
    case .orderAccepted, .orderReturned: self = .orderAnswer
    case .orderSupplementRequested: self = .question
    case .orderSupplemented, .insuredDocumentsAdded, .selfRatingGiven: self = .answer
    case .underlagCompleted, .doctorAppointed, .examinerAppointed, .examinerReleased:
      self = .complete
    case .visitBooked, .summonsSent, .visitPerformed: self = .visits
    case .visitMoved, .visitMoveRequested, .visitMoveDeclined, .visitCancelled, .visitMissed:
      self = .visitChanges
    case .deviationReported: self = .deviations
    case .remainingVisitsDecided: self = .decisions
    case .extensionProposed: self = .proposals
    case .extensionDecided, .extensionDayStated: self = .extensionDecisions
    case .delayRiskReported: self = .risk
    case .delayNotified, .deferralRequested: self = .delay
    case .deferralDecided: self = .deferralDecisions
    case .insuredOpposed, .oppositionWithdrawn: self = .opposition
    case .statementReleased: self = .released
    case .statementSent, .statementArrived: self = .statement
    case .statementSupplementRequested: self = .supplementRequests
    case .statementSupplementSent, .statementSupplementArrived: self = .supplements
    case .reminded, .deadlinePassed: self = .notices
    case .assessmentEnded: self = .ending
    case .corrected: self = .corrections
    }
  }

  /// The provision that the matter rests on, where one does.
  var source: String {
    switch self {
    case .request: "5 § förordning (2018:1633)"
    case .allocation, .inquiries: "5 § lag (2018:744)"
    case .information: "6 § lag (2018:744)"
    case .order, .question, .answer: "6 § förordning (2018:1633)"
    case .proposals: "5 § förordning (2018:1633)"
    case .extensionDecisions, .delay, .deferralDecisions: "8 § förordning (2018:1633)"
    case .opposition: "11 § förordning (2018:1633)"
    case .supplementRequests: "7 § förordning (2018:1633)"
    default: ""
    }
  }

  var title: Bilingual {
    switch self {
    case .registration:
      Bilingual(sv: "Vem begäran gäller", en: "Whom the request concerns")
    case .representatives:
      Bilingual(sv: "Ställföreträdare och ombud", en: "Representatives of the insured")
    case .request: Bilingual(sv: "Begäran om utredning", en: "Request for an assessment")
    case .drawSecret: Bilingual(sv: "Förseglad lottning", en: "Sealed draw")
    case .declined: Bilingual(sv: "Regionens nej", en: "The region's no")
    case .inquiries: Bilingual(sv: "Förfrågningar och svar", en: "Inquiries and answers")
    case .allocation: Bilingual(sv: "Val av utförare", en: "Choice of performer")
    case .lostAssignment: Bilingual(sv: "Uppdrag som upphörde", en: "Assignment that ended")
    case .information: Bilingual(sv: "Information till den försäkrade", en: "Information given")
    case .order: Bilingual(sv: "Beställning och underlag", en: "Order and documents")
    case .orderChange: Bilingual(sv: "Ändrad beställning", en: "Changed order")
    case .orderAnswer: Bilingual(sv: "Svar på beställningen", en: "Answer to the order")
    case .question: Bilingual(sv: "Frågor om underlaget", en: "Questions on documents")
    case .answer: Bilingual(sv: "Komplettering av underlaget", en: "More documents")
    case .complete:
      Bilingual(sv: "Komplett underlag och läkare", en: "Complete documents and doctor")
    case .visits: Bilingual(sv: "Besök och kallelser", en: "Visits and summonses")
    default: laterTitle
    }
  }

  private var laterTitle: Bilingual {
    switch self {
    case .visitChanges: Bilingual(sv: "Ändrade besök", en: "Changed visits")
    case .deviations: Bilingual(sv: "Avvikelser", en: "Deviations")
    case .decisions: Bilingual(sv: "Beslut om besök", en: "Decisions on visits")
    case .proposals: Bilingual(sv: "Förslag om utvidgning", en: "Proposed extension")
    case .extensionDecisions:
      Bilingual(sv: "Beslut om utvidgning", en: "Decision on extension")
    case .risk: Bilingual(sv: "Utförarens varning", en: "The performer's warning")
    case .delay:
      Bilingual(sv: "Försening och begäran om anstånd", en: "Delay and request for deferral")
    case .deferralDecisions: Bilingual(sv: "Beslut om anstånd", en: "Decision on deferral")
    case .statement:
      Bilingual(sv: "Att utlåtandet är skickat", en: "That the statement is sent")
    case .opposition:
      Bilingual(
        sv: "Den försäkrades invändning mot att utlåtandet lämnas",
        en: "The insured's opposition to handing over")
    case .released:
      Bilingual(sv: "Utlåtandet, släppt efter genomgång", en: "The statement, released")
    case .supplementRequests:
      Bilingual(sv: "Begäran om komplettering", en: "Request for a supplement")
    case .supplements:
      Bilingual(sv: "Att kompletteringen är skickad", en: "That the supplement is sent")
    case .notices: Bilingual(sv: "Påminnelser", en: "Reminders")
    case .ending: Bilingual(sv: "Avslut", en: "End")
    default: Bilingual(sv: "Rättelser", en: "Corrections")
    }
  }
}
