// SPDX-License-Identifier: Apache-2.0
import Domain

/// What the actions are called on the case page, verb first.
enum CaseActionTexts {
  static func title(_ kind: ActionKind) -> Bilingual {
    switch kind {
    case .requestPerformer: Bilingual(sv: "Begär på nytt", en: "Request anew")
    case .recordInformed:
      Bilingual(sv: "Ange att den försäkrade är informerad", en: "Record the information given")
    case .placeOrder: Bilingual(sv: "Beställ utredningen", en: "Order the assessment")
    case .updateOrder: Bilingual(sv: "Ändra beställningen", en: "Change the order")
    case .answerOrderSupplement:
      Bilingual(sv: "Svara på frågan om underlaget", en: "Answer the question on documents")
    case .decideExtension:
      Bilingual(sv: "Besluta om utvidgning", en: "Decide on the extension")
    case .stateExtensionDay:
      Bilingual(sv: "Ange ny sista dag", en: "State a new last day")
    case .decideDeferral: Bilingual(sv: "Besluta om anstånd", en: "Decide on a deferral")
    case .decideRemainingVisits:
      Bilingual(sv: "Besluta om återstående besök", en: "Decide on the remaining visits")
    case .recordStatementArrival:
      Bilingual(sv: "Ange när utlåtandet kom in", en: "Record the statement's arrival")
    case .requestStatementSupplement:
      Bilingual(sv: "Begär komplettering", en: "Request a supplement")
    case .recordSupplementArrival:
      Bilingual(sv: "Ange när kompletteringen kom in", en: "Record the supplement's arrival")
    case .endAssessment: Bilingual(sv: "Avsluta ärendet", en: "End the case")
    case .registerRepresentative:
      Bilingual(sv: "Registrera ställföreträdare eller ombud", en: "Register a representative")
    case .endRepresentative:
      Bilingual(sv: "Avsluta företrädare", en: "End a representative")
    default: careTitle(kind)
    }
  }

  private static func careTitle(_ kind: ActionKind) -> Bilingual {
    switch kind {
    case .sendInquiries: Bilingual(sv: "Skicka förfrågan", en: "Send an inquiry")
    case .withdrawInquiry: Bilingual(sv: "Ta tillbaka förfrågan", en: "Withdraw the inquiry")
    case .allocate: Bilingual(sv: "Välj utförare", en: "Choose a performer")
    case .declineRequest: Bilingual(sv: "Tacka nej till begäran", en: "Decline the request")
    case .withdrawAllocation:
      Bilingual(sv: "Ta tillbaka uppdraget", en: "Take the assignment back")
    case .notifyDelay:
      Bilingual(sv: "Informera om risk för försening", en: "Tell of a risk of delay")
    case .requestDeferral: Bilingual(sv: "Begär anstånd", en: "Ask for a deferral")
    case .answerInquiry: Bilingual(sv: "Svara på förfrågan", en: "Answer the inquiry")
    case .acceptOrder: Bilingual(sv: "Ta emot beställningen", en: "Accept the order")
    case .returnOrder: Bilingual(sv: "Återsänd beställningen", en: "Return the order")
    case .requestOrderSupplement:
      Bilingual(sv: "Begär komplettering av underlaget", en: "Ask for more documents")
    case .confirmComplete:
      Bilingual(sv: "Ange att underlaget är komplett", en: "State that documents are complete")
    case .appointDoctor:
      Bilingual(sv: "Utse ansvarig läkare", en: "Appoint the responsible doctor")
    case .appointExaminer: Bilingual(sv: "Utse utredare", en: "Appoint an examiner")
    case .releaseExaminer: Bilingual(sv: "Entlediga utredare", en: "Release an examiner")
    case .bookVisit: Bilingual(sv: "Boka besök", en: "Book a visit")
    case .moveVisit: Bilingual(sv: "Flytta besöket", en: "Move the visit")
    case .declineVisitMove:
      Bilingual(sv: "Säg nej till en annan tid", en: "Decline another time")
    case .recordSummons: Bilingual(sv: "Ange kallelse", en: "Record the summons")
    case .cancelVisit: Bilingual(sv: "Avboka besöket", en: "Cancel the visit")
    case .reportVisit: Bilingual(sv: "Redovisa besöket", en: "Report the visit")
    case .proposeExtension: Bilingual(sv: "Föreslå utvidgning", en: "Propose an extension")
    case .reportDelayRisk:
      Bilingual(sv: "Rapportera risk för försening", en: "Report a risk of delay")
    case .reportConflict: Bilingual(sv: "Anmäl jäv", en: "Report a conflict of interest")
    case .sendStatement: Bilingual(sv: "Skicka utlåtandet", en: "Send the statement")
    case .sendStatementSupplement:
      Bilingual(sv: "Skicka komplettering", en: "Send the supplement")
    case .releaseStatement:
      Bilingual(sv: "Släpp till den försäkrade", en: "Release to the insured")
    case .recordOpposition:
      Bilingual(sv: "Den försäkrade motsätter sig", en: "The insured opposes")
    case .withdrawOpposition:
      Bilingual(sv: "Motsätter sig inte längre", en: "No longer opposes")
    case .reportDeviation: Bilingual(sv: "Rapportera avvikelse", en: "Report a deviation")
    default: Bilingual(sv: "Rätta", en: "Correct")
    }
  }
}
