// SPDX-License-Identifier: Apache-2.0
import Domain

/// The measures of appendix 1 that certificates cannot tell. Their figures are supplied as
/// indicators, with source and day; their names are the indicators' names.
public enum SuppliedMeasures {
  public static let all: [MeasureDefinition] = [
    supplied(
      3, "coordinator-available", sv: "Tillgång till koordinator", en: "Coordinator available",
      asks: "Finns rehabiliteringskoordinator för dem som behöver?",
      asksEn: "Is there a coordinator for those who need one?"),
    supplied(
      4, "coordinated-primary-care", sv: "Andel koordinerade i primärvård",
      en: "Share coordinated in primary care",
      asks: "Hur stor del av de sjukskrivna får koordinering (KVÅ GC001)?",
      asksEn: "How large a part of those on sick leave are coordinated (KVÅ GC001)?"),
    supplied(
      5, "expert-access", sv: "Tillgång till expertkunskap", en: "Access to experts",
      asks: "Kan vården få försäkringsmedicinskt expertstöd?",
      asksEn: "Can care get expert support in insurance medicine?"),
    supplied(
      6, "education-access", sv: "Tillgång till utbildning", en: "Access to education",
      asks: "Kan vården få utbildning i försäkringsmedicin?",
      asksEn: "Can care get education in insurance medicine?"),
    supplied(
      7, "plan-DV077", sv: "Andel med plan (DV077)", en: "Share with a plan (DV077)",
      asks: "Hur stor del har en dokumenterad sjukskrivnings- och rehabiliteringsplan?",
      asksEn: "How large a part have a documented plan?"),
    supplied(
      8, "employer-involved", sv: "Arbetsgivare involverad", en: "Employer involved",
      asks: "Hur ofta medverkar arbetsgivaren?", asksEn: "How often does the employer take part?"),
    supplied(
      9, "signals-to-fk", sv: "Impulser till Försäkringskassan", en: "Signals to Försäkringskassan",
      asks: "Hur ofta signalerar vården behov av samverkan?",
      asksEn: "How often does care signal a need of cooperation?"),
    supplied(
      10, "signals-to-action", sv: "Impulser som ledde till åtgärd",
      en: "Signals leading to action", asks: "Hur ofta leder en impuls till åtgärd?",
      asksEn: "How often does a signal lead to action?"),
    supplied(
      11, "treatment-in-process", sv: "Bemötande i processen", en: "Treatment in the process",
      asks: "Hur upplever patienterna bemötandet?",
      asksEn: "How do patients find that they are treated?"),
    supplied(
      12, "coordinator-help", sv: "Hjälp av koordinatorn",
      en: "Help from the coordinator", asks: "Upplever patienterna att de får hjälp?",
      asksEn: "Do patients find that the coordinator helps?"),
  ]

  private static func supplied(
    _ number: Int, _ id: String, sv: String, en: String, asks: String, asksEn: String
  ) -> MeasureDefinition {
    let asSupplied = Bilingual(
      sv: "Som den som lämnar uppgiften anger.", en: "As whoever supplies the figure says.")
    return MeasureDefinition(
      id: id, number: number, name: Bilingual(sv: sv, en: en),
      purpose: Bilingual(sv: asks, en: asksEn), kind: .share, population: .indicators,
      numerator: asSupplied, denominator: asSupplied, timeAxis: asSupplied,
      source: Bilingual(
        sv: "Lämnas som indikator med källa och datum; intyg berättar det inte.",
        en: "Supplied as an indicator with source and day; certificates do not tell it."),
      limits: Bilingual(
        sv: "Saknas uppgift visas att den saknas.",
        en: "Where nothing is supplied, that is what is shown."),
      unit: Bilingual(sv: "", en: ""),
      dimensions: [
        .month, .quarter, .halfYear, .year, .region,
        .provider, .unit,
      ],
      usesCases: false, isAdjustable: false, isContent: false)
  }
}
