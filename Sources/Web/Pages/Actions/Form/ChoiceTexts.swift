// SPDX-License-Identifier: Apache-2.0
import Domain

/// Choices that must explain themselves to the one who makes them; the others carry the words of
/// the vocabulary.
enum ChoiceTexts {
  static func text(_ method: AllocationMethod) -> Bilingual {
    switch method {
    case .direct: Bilingual(sv: "Direkt till en utförare", en: "Straight to one performer")
    case .inquiry:
      Bilingual(sv: "Bland dem som har tackat ja", en: "Among those who accepted")
    case .rotation: Bilingual(sv: "I turordning", en: "In rotation")
    case .draw: Bilingual(sv: "Lottning", en: "By draw")
    }
  }

  static func text(_ cause: NoShowCause) -> Bilingual {
    switch cause {
    case .absent: Bilingual(sv: "Personen kom inte", en: "The person did not come")
    case .tooLate:
      Bilingual(
        sv: "Personen kom för sent för att besöket skulle kunna genomföras",
        en: "The person came too late for the visit to take place")
    case .unableOrUnwilling:
      Bilingual(
        sv: "Personen kunde eller ville inte medverka",
        en: "The person could not or would not take part")
    }
  }

  static func text(_ cause: CancellationCause) -> Bilingual {
    switch cause {
    case .insured: Bilingual(sv: "Den försäkrade", en: "The insured")
    case .performer: Bilingual(sv: "Utföraren", en: "The performer")
    case .interpreter: Bilingual(sv: "Tolken", en: "The interpreter")
    case .agencyDecision:
      Bilingual(sv: "Försäkringskassans beslut", en: "Försäkringskassan's decision")
    }
  }

  static func text(_ cause: ReturnCause) -> Bilingual {
    switch cause {
    case .incomplete:
      Bilingual(sv: "Något är fel i beställningen", en: "Something is wrong in the order")
    case .cannotPerform:
      Bilingual(sv: "Vi kan inte utföra utredningen", en: "We cannot perform the assessment")
    }
  }

  static func text(_ reason: EndReason) -> Bilingual {
    switch reason {
    case .completed:
      Bilingual(
        sv: "Utlåtandet har kommit in och inget mer begärs",
        en: "The statement has arrived and nothing more is asked for")
    case .noOrder: Bilingual(sv: "Ingen beställning görs", en: "No order will be made")
    case .conflictOfInterest: Bilingual(sv: "Jäv", en: "Conflict of interest")
    case .aborted: Bilingual(sv: "Utredningen avbryts", en: "The assessment is broken off")
    }
  }
}
