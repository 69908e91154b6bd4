// SPDX-License-Identifier: Apache-2.0
import Domain

/// What has happened, as a sentence: the heading of a receipt, and what is new in a case.
enum EventTitles {
  static func text(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .performerRequested, .insuredRegistered, .drawCommitted, .requestDeclined,
      .inquirySent, .inquiryAnswered, .inquiryClosed, .performerAllocated,
      .allocationWithdrawn, .conflictReported:
      allocation(kind)
    case .insuredInformed, .orderPlaced, .orderUpdated, .orderAccepted, .orderReturned,
      .orderSupplementRequested, .orderSupplemented, .underlagCompleted, .doctorAppointed:
      order(kind)
    case .visitBooked, .visitMoved, .summonsSent, .visitCancelled, .visitPerformed,
      .visitMissed, .deviationReported, .remainingVisitsDecided:
      visit(kind)
    default:
      ending(kind)
    }
  }

  private static func allocation(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .performerRequested:
      Bilingual(sv: "Begäran är skickad", en: "The request is sent")
    case .insuredRegistered:
      Bilingual(sv: "Den försäkrade är registrerad", en: "The insured is registered")
    case .drawCommitted:
      Bilingual(sv: "Hemligheten för lottning är låst", en: "The draw's secret is sealed")
    case .requestDeclined:
      Bilingual(sv: "Regionen har tackat nej", en: "The region has declined")
    case .inquirySent: Bilingual(sv: "Förfrågan är skickad", en: "The inquiry is sent")
    case .inquiryAnswered:
      Bilingual(sv: "Förfrågan är besvarad", en: "The inquiry is answered")
    case .inquiryClosed: Bilingual(sv: "Förfrågan är stängd", en: "The inquiry is closed")
    case .performerAllocated: Bilingual(sv: "Utföraren är vald", en: "The performer is chosen")
    case .allocationWithdrawn:
      Bilingual(sv: "Uppdraget är tillbakataget", en: "The assignment is taken back")
    default: Bilingual(sv: "Jäv är anmält", en: "A conflict of interest is reported")
    }
  }

  private static func order(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .insuredInformed:
      Bilingual(sv: "Den försäkrade är informerad", en: "The insured has been informed")
    case .orderPlaced: Bilingual(sv: "Beställningen är skickad", en: "The order is sent")
    case .orderUpdated: Bilingual(sv: "Beställningen är ändrad", en: "The order is changed")
    case .orderAccepted: Bilingual(sv: "Beställningen är mottagen", en: "The order is accepted")
    case .orderReturned: Bilingual(sv: "Beställningen är återsänd", en: "The order is returned")
    case .orderSupplementRequested:
      Bilingual(
        sv: "Komplettering av underlaget är begärd", en: "More documents have been asked for")
    case .orderSupplemented:
      Bilingual(sv: "Frågan om underlaget är besvarad", en: "The question is answered")
    case .underlagCompleted:
      Bilingual(sv: "Underlaget är komplett", en: "The documents are complete")
    default: Bilingual(sv: "Ansvarig läkare är utsedd", en: "The doctor is appointed")
    }
  }

  private static func visit(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .visitBooked: Bilingual(sv: "Besöket är bokat", en: "The visit is booked")
    case .visitMoved: Bilingual(sv: "Besöket är flyttat", en: "The visit is moved")
    case .summonsSent: Bilingual(sv: "Kallelsen är registrerad", en: "The summons is recorded")
    case .visitCancelled: Bilingual(sv: "Besöket är avbokat", en: "The visit is cancelled")
    case .visitPerformed:
      Bilingual(sv: "Besöket är redovisat som genomfört", en: "The visit took place")
    case .visitMissed:
      Bilingual(sv: "Besöket är redovisat som uteblivet", en: "The visit was missed")
    case .deviationReported:
      Bilingual(sv: "En avvikelse är rapporterad", en: "A deviation is reported")
    default:
      Bilingual(
        sv: "Beslut om återstående besök är fattat", en: "The remaining visits are decided on")
    }
  }

  private static func ending(_ kind: EventKind) -> Bilingual {
    switch kind {
    case .extensionProposed:
      Bilingual(sv: "Utvidgning är föreslagen", en: "An extension is proposed")
    case .extensionDecided:
      Bilingual(sv: "Beslut om utvidgning är fattat", en: "The extension is decided on")
    case .extensionDayStated:
      Bilingual(sv: "Ny sista dag är angiven", en: "A new last day is stated")
    case .delayRiskReported:
      Bilingual(sv: "Risk för försening är rapporterad", en: "A risk of delay is reported")
    case .delayNotified:
      Bilingual(
        sv: "Försäkringskassan är informerad om försening",
        en: "Försäkringskassan is told of a delay")
    case .deferralRequested: Bilingual(sv: "Anstånd är begärt", en: "A deferral is requested")
    case .deferralDecided:
      Bilingual(sv: "Beslut om anstånd är fattat", en: "The deferral is decided on")
    case .statementSent: Bilingual(sv: "Utlåtandet är skickat", en: "The statement is sent")
    case .statementArrived:
      Bilingual(sv: "Utlåtandet har kommit in", en: "The statement has arrived")
    case .statementSupplementRequested:
      Bilingual(sv: "Komplettering av utlåtandet är begärd", en: "A supplement is requested")
    case .statementSupplementSent:
      Bilingual(sv: "Kompletteringen är skickad", en: "The supplement is sent")
    case .statementSupplementArrived:
      Bilingual(sv: "Kompletteringen har kommit in", en: "The supplement has arrived")
    case .reminded: Bilingual(sv: "En påminnelse har gått ut", en: "A reminder has gone out")
    case .deadlinePassed: Bilingual(sv: "En dag har passerats", en: "A day has passed")
    case .assessmentEnded: Bilingual(sv: "Ärendet är avslutat", en: "The case has ended")
    default: Bilingual(sv: "En uppgift är rättad", en: "Something is corrected")
    }
  }
}
