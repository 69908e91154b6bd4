// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// What certificates contain.
  static let content = [
    Measure(
      id: "content-completeness", number: nil,
      name: Bilingual(sv: "Ifyllda fält", en: "Fields filled in"),
      purpose: Bilingual(
        sv: "Vilka frågor besvaras med innehåll?", en: "Which questions are answered in content?"),
      table: .certificates, axis: .signed, counted: [.counts, .lisjp, .notInfection],
      numerator: .answers,
      limits: Bilingual(
        sv: "Säger att ett fält har innehåll, inte att det är användbart. Alla fält är inte "
          + "obligatoriska.",
        en: "Says that a field has content, not that it is useful. Not every field is mandatory."),
      isContent: true, hasQuestions: true),
    share(
      "no-examination-share",
      Bilingual(
        sv: "Andel intyg utan undersökning", en: "Share of certificates without an examination"),
      Bilingual(
        sv: "Hur ofta bygger intyget inte på en undersökning av patienten?",
        en: "How often does the certificate not rest on an examination?"),
      needs: [
        Condition(
          sv: "anger vad de grundas på", en: "say what they rest on",
          .certificate(.basisTold, true))
      ],
      Condition(
        sv: "inte grundas på undersökning eller digitalt vårdmöte",
        en: "do not rest on an examination or a digital meeting",
        .certificate(.examined, false))),
    share(
      "no-examination-explained-share",
      Bilingual(
        sv: "Andel utan undersökning som motiveras",
        en: "Share without an examination that is explained"),
      Bilingual(
        sv: "Förklarar läkaren varför patienten inte undersökts?",
        en: "Does the doctor explain why the patient was not examined?"),
      counted: [
        Condition(
          sv: "anger annan grund än undersökning", en: "tell another basis than an examination",
          .certificate(.examined, false)),
        Condition(
          sv: "anger en grund", en: "tell a basis", .certificate(.basisTold, true)),
      ],
      Condition(
        sv: "har en motivering", en: "have an explanation",
        .certificate(.tellsWhyNotExamined, true))),
    share(
      "back-dated-share",
      Bilingual(sv: "Andel bakåtdaterade intyg", en: "Share of back-dated certificates"),
      Bilingual(
        sv: "Hur ofta börjar sjukskrivningen långt före signeringen?",
        en: "How often does the sick leave begin long before the signing?"),
      needs: [
        Condition(
          sv: "har en signeringstid", en: "have a time of signing",
          .certificate(.signedTold, true))
      ],
      Condition(
        sv: "börjar fler dagar före signeringen än regeln FK7804_BACKDATE_WARN anger",
        en: "begin more days before the signing than the rule FK7804_BACKDATE_WARN says",
        .certificate(.backDated, true))),
    share(
      "back-dated-explained-share",
      Bilingual(
        sv: "Andel bakåtdaterade som motiveras", en: "Share of back-dated that are explained"),
      Bilingual(
        sv: "Förklarar läkaren varför perioden börjar bakåt i tiden?",
        en: "Does the doctor explain why the period begins back in time?"),
      counted: [
        Condition(sv: "är bakåtdaterade", en: "are back-dated", .certificate(.backDated, true))
      ],
      Condition(
        sv: "har en orsak angiven", en: "have a reason", .certificate(.tellsWhyBackDated, true))),
    share(
      "prognosis-given-share",
      Bilingual(sv: "Andel intyg med tydlig prognos", en: "Share with a clear prognosis"),
      Bilingual(
        sv: "Hur ofta säger intyget om och när patienten kan återgå?",
        en: "How often does the certificate say whether and when the patient can return?"),
      counted: [.notInfection],
      Condition(
        sv: "har en prognos som inte är oklar", en: "have a prognosis that is not unclear",
        .certificate(.prognosisClear, true))),
    share(
      "return-measures-share",
      Bilingual(
        sv: "Andel intyg med åtgärder för återgång",
        en: "Share with measures for return to work"),
      Bilingual(
        sv: "Hur ofta föreslår läkaren åtgärder som kan underlätta återgång?",
        en: "How often does the doctor propose measures that could ease the return?"),
      counted: [.notInfection],
      needs: [
        Condition(
          sv: "besvarar frågan med koder (inte version 2)",
          en: "answer the question with codes (not version 2)",
          .certificate(.measuresTold, true))
      ],
      Condition(
        sv: "föreslår minst en åtgärd", en: "propose at least one measure",
        .certificate(.measuresProposed, true))),
    share(
      "contact-wanted-share",
      Bilingual(
        sv: "Andel intyg där kontakt önskas", en: "Share in which contact is wanted"),
      Bilingual(
        sv: "Hur ofta vill läkaren ha kontakt med Försäkringskassan?",
        en: "How often does the doctor want contact with Försäkringskassan?"),
      Condition(
        sv: "önskar kontakt med Försäkringskassan", en: "want contact with Försäkringskassan",
        .certificate(.contactWanted, true))),
    share(
      "workplace-code-share",
      Bilingual(sv: "Andel intyg med arbetsplatskod", en: "Share with a workplace code"),
      Bilingual(
        sv: "Går intyget att knyta till en arbetsplats?",
        en: "Can the certificate be tied to a workplace?"),
      Condition(
        sv: "har en arbetsplatskod", en: "have a workplace code",
        .certificate(.workplaceCode, true))),
    share(
      "noted-share",
      Bilingual(
        sv: "Andel intyg med anmärkning", en: "Share of certificates with notes"),
      Bilingual(
        sv: "Hur ofta avviker äkta intyg från formatets regler?",
        en: "How often do genuine certificates depart from the rules of the format?"),
      Condition(
        sv: "togs emot med anmärkning", en: "were accepted with notes",
        .certificate(.noted, true))),
  ]

  /// A share of FK 7804 that count.
  private static func share(
    _ id: String, _ name: Bilingual, _ purpose: Bilingual, counted: [Condition] = [],
    needs: [Condition] = [], _ condition: Condition
  ) -> Measure {
    Measure(
      id: id, number: nil, name: name, purpose: purpose, table: .certificates, axis: .signed,
      counted: [.counts, .lisjp] + counted, needs: needs, numerator: .those([condition]),
      limits: knownLimits, isContent: true)
  }
}
