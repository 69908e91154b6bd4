// SPDX-License-Identifier: Apache-2.0

extension TaskCode {
  /// What to do, verb first.
  public var title: Bilingual {
    switch self {
    case .requestAgain:
      Bilingual(sv: "Begär på nytt eller avsluta", en: "Request anew or end the case")
    case .recordInformed:
      Bilingual(sv: "Informera den försäkrade", en: "Inform the insured")
    case .placeOrder: Bilingual(sv: "Beställ utredningen", en: "Order the assessment")
    case .resendOrder: Bilingual(sv: "Rätta och skicka om beställningen", en: "Send the order anew")
    case .answerQuestion:
      Bilingual(sv: "Svara på frågan om underlaget", en: "Answer the question on documents")
    case .decideDeviation:
      Bilingual(sv: "Besluta om återstående besök", en: "Decide on the remaining visits")
    case .decideExtension:
      Bilingual(sv: "Besluta om utvidgning", en: "Decide on the extension")
    case .stateExtensionDay:
      Bilingual(
        sv: "Ange ny sista dag för utvidgningen, om fristen ska förlängas",
        en: "State a new last day for the extension, if the time is to be extended")
    case .decideDeferral: Bilingual(sv: "Besluta om anstånd", en: "Decide on the deferral")
    case .recordArrival:
      Bilingual(sv: "Registrera att utlåtandet har kommit in", en: "Record the statement's arrival")
    case .reviewStatement:
      Bilingual(
        sv: "Granska utlåtandet: begär komplettering eller avsluta",
        en: "Review the statement: request a supplement or end the case")
    case .recordSupplementArrival:
      Bilingual(
        sv: "Registrera att kompletteringen har kommit in", en: "Record the supplement's arrival")
    case .answerRequest:
      Bilingual(sv: "Välj utförare för begäran", en: "Choose a performer for the request")
    case .choosePerformer:
      Bilingual(
        sv: "Välj bland utförarna som har tackat ja", en: "Choose among those who accepted")
    case .findAnotherPerformer:
      Bilingual(sv: "Välj en ny utförare", en: "Choose another performer")
    case .forwardDelay:
      Bilingual(
        sv: "Informera Försäkringskassan om risken för försening",
        en: "Tell Försäkringskassan of the risk of delay")
    case .answerInquiry: Bilingual(sv: "Svara på förfrågan", en: "Answer the inquiry")
    case .acceptOrder:
      Bilingual(sv: "Ta emot eller återsänd beställningen", en: "Accept or return the order")
    case .reviewDocuments:
      Bilingual(
        sv: "Granska underlaget och ange när det är komplett",
        en: "Review the documents and state when they are complete")
    case .appointDoctor:
      Bilingual(sv: "Utse ansvarig läkare", en: "Appoint the responsible doctor")
    case .bookVisit: Bilingual(sv: "Boka besök hos läkare", en: "Book the visit to a doctor")
    case .bookExtension:
      Bilingual(sv: "Boka besök för utvidgningen", en: "Book the visit of the extension")
    case .sendSummons: Bilingual(sv: "Kalla till besöket", en: "Summon to the visit")
    case .answerMoveRequest:
      Bilingual(
        sv: "Svara på önskemålet om en annan tid", en: "Answer the wish for another time")
    case .reportVisit: Bilingual(sv: "Redovisa besöket", en: "Report the visit")
    case .cancelVisit:
      Bilingual(
        sv: "Avboka besöket enligt Försäkringskassans beslut",
        en: "Cancel the visit as Försäkringskassan has decided")
    case .sendStatement: Bilingual(sv: "Skicka utlåtandet", en: "Send the statement")
    case .answerSupplement:
      Bilingual(sv: "Komplettera utlåtandet", en: "Supplement the statement")
    case .considerOpposition:
      Bilingual(
        sv: "Ta ställning: den försäkrade motsätter sig att utlåtandet lämnas",
        en: "Consider: the insured opposes that the statement is handed over")
    case .releaseStatement:
      Bilingual(
        sv: "Gå igenom och släpp utlåtandet till den försäkrade",
        en: "Go through the statement and release it to the insured")
    }
  }
}
