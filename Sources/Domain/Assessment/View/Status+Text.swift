// SPDX-License-Identifier: Apache-2.0

extension Status {
  /// The words on a badge.
  public var label: Bilingual {
    switch self {
    case .requested: Bilingual(sv: "Begäran ska besvaras", en: "Request to answer")
    case .inquiring: Bilingual(sv: "Väntar på svar på förfrågan", en: "Waiting for answers")
    case .answersToChoose: Bilingual(sv: "Utförare ska väljas", en: "Performer to choose")
    case .noPerformerFound: Bilingual(sv: "Ingen utförare funnen", en: "No performer found")
    case .reallocation: Bilingual(sv: "Ny utförare behövs", en: "New performer needed")
    case .requestDeclined: Bilingual(sv: "Regionen har tackat nej", en: "Region has declined")
    case .inquiryReceived: Bilingual(sv: "Förfrågan ska besvaras", en: "Inquiry to answer")
    case .inquiryAnswered: Bilingual(sv: "Förfrågan besvarad", en: "Inquiry answered")
    case .inquiryClosed: Bilingual(sv: "Förfrågan stängd", en: "Inquiry closed")
    case .assignmentLost: Bilingual(sv: "Uppdraget har upphört", en: "Assignment ended")
    case .awaitingOrder: Bilingual(sv: "Väntar på beställning", en: "Waiting for the order")
    case .orderReceived: Bilingual(sv: "Beställning ska tas emot", en: "Order to accept")
    case .orderReturned: Bilingual(sv: "Beställning återsänd", en: "Order returned")
    case .awaitingDocuments: Bilingual(sv: "Underlag ska granskas", en: "Documents to review")
    case .questionToAgency: Bilingual(sv: "Underlag ofullständigt", en: "Documents incomplete")
    case .visitToBook: Bilingual(sv: "Besök ska bokas", en: "Visit to book")
    case .visitBooked: Bilingual(sv: "Besök bokat", en: "Visit booked")
    case .visitToReport: Bilingual(sv: "Besök ska redovisas", en: "Visit to report")
    case .visitToCancel: Bilingual(sv: "Besök ska avbokas", en: "Visit to cancel")
    case .deviationToDecide:
      Bilingual(sv: "Avvikelse att besluta om", en: "Deviation to decide on")
    case .extensionToDecide: Bilingual(sv: "Utvidgning föreslagen", en: "Extension proposed")
    case .extensionToBook: Bilingual(sv: "Utvidgning godkänd", en: "Extension approved")
    case .deferralToDecide: Bilingual(sv: "Anstånd begärt", en: "Deferral requested")
    case .statementToWrite: Bilingual(sv: "Utlåtande skrivs", en: "Statement being written")
    case .statementOpposed:
      Bilingual(sv: "Utlåtandet lämnas inte", en: "Statement not handed over")
    case .statementSent: Bilingual(sv: "Utlåtande skickat", en: "Statement sent")
    case .statementArrived: Bilingual(sv: "Utlåtande mottaget", en: "Statement received")
    case .supplementToWrite: Bilingual(sv: "Komplettering begärd", en: "Supplement requested")
    case .supplementSent: Bilingual(sv: "Komplettering skickad", en: "Supplement sent")
    case .ended: Bilingual(sv: "Avslutat", en: "Ended")
    }
  }
}

extension Phase {
  public var label: Bilingual {
    switch self {
    case .request: Bilingual(sv: "Begäran", en: "Request")
    case .order: Bilingual(sv: "Beställning", en: "Order")
    case .assessment: Bilingual(sv: "Utredning", en: "Assessment")
    case .statement: Bilingual(sv: "Utlåtande", en: "Statement")
    case .ended: Bilingual(sv: "Avslutat", en: "Ended")
    }
  }
}

extension PartyRole {
  /// The role named in full, as a citizen reads it.
  public var label: Bilingual {
    switch self {
    case .fk: Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
    case .region: Bilingual(sv: "Regionen", en: "The region")
    case .performer: Bilingual(sv: "Utföraren", en: "The performer")
    case .insured: Bilingual(sv: "Den försäkrade", en: "The insured")
    }
  }
}
