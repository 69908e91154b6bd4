// SPDX-License-Identifier: Apache-2.0
import Domain

/// What the party whose turn it is has to do, after "Näst på tur:".
enum CaseStatusTexts {
  /// Nil where the case asks nothing more of anybody.
  static func turn(_ status: Status) -> Bilingual? {
    switch status {
    case .requested: Bilingual(sv: "svara på begäran", en: "answer the request")
    case .answersToChoose: Bilingual(sv: "välja utförare", en: "choose a performer")
    case .noPerformerFound, .reallocation:
      Bilingual(sv: "finna en ny utförare", en: "find another performer")
    case .inquiryAnswered: Bilingual(sv: "välja utförare", en: "choose a performer")
    case .requestDeclined:
      Bilingual(sv: "begära på nytt eller avsluta", en: "request anew or end the case")
    case .awaitingOrder: Bilingual(sv: "beställa utredningen", en: "order the assessment")
    case .orderReturned: Bilingual(sv: "rätta beställningen", en: "put the order right")
    case .questionToAgency:
      Bilingual(sv: "komplettera underlaget", en: "send more documents")
    case .deviationToDecide:
      Bilingual(sv: "besluta om återstående besök", en: "decide on the remaining visits")
    case .extensionToDecide:
      Bilingual(sv: "besluta om utvidgning", en: "decide on the extension")
    case .deferralToDecide: Bilingual(sv: "besluta om anstånd", en: "decide on the deferral")
    case .statementSent:
      Bilingual(sv: "ta emot utlåtandet", en: "receive the statement")
    case .statementOpposed:
      Bilingual(sv: "ta ställning till fortsättningen", en: "consider how to go on")
    case .statementArrived: Bilingual(sv: "granska utlåtandet", en: "review the statement")
    case .supplementSent: Bilingual(sv: "ta emot kompletteringen", en: "receive the supplement")
    default: performerTurn(status)
    }
  }

  private static func performerTurn(_ status: Status) -> Bilingual? {
    switch status {
    case .inquiring, .inquiryReceived:
      Bilingual(sv: "svara på förfrågan", en: "answer the inquiry")
    case .orderReceived: Bilingual(sv: "ta emot beställningen", en: "accept the order")
    case .awaitingDocuments: Bilingual(sv: "granska underlaget", en: "review the documents")
    case .visitToBook: Bilingual(sv: "boka besök", en: "book a visit")
    case .visitBooked: Bilingual(sv: "genomföra besöket", en: "carry out the visit")
    case .visitToReport: Bilingual(sv: "redovisa besöket", en: "report the visit")
    case .visitToCancel: Bilingual(sv: "avboka besöket", en: "cancel the visit")
    case .extensionToBook:
      Bilingual(sv: "boka besök för utvidgningen", en: "book the visit of the extension")
    case .statementToWrite: Bilingual(sv: "skriva utlåtandet", en: "write the statement")
    case .supplementToWrite:
      Bilingual(sv: "komplettera utlåtandet", en: "supplement the statement")
    default: nil
    }
  }

  /// The tone of the badge: what waits for the reader's own party stands out.
  static func tone(_ status: Status, for party: PartyRole) -> Tone {
    switch status {
    case .ended, .inquiryClosed, .assignmentLost: .rest
    case .statementArrived, .inquiryAnswered: .done
    case .requestDeclined, .orderReturned, .noPerformerFound, .reallocation, .statementOpposed:
      .soon
    default: status.nextActor == party ? .note : .rest
    }
  }
}
