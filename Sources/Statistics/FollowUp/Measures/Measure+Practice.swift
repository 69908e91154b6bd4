// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// How certificates are written, certificate by certificate.
  static let practice = [
    Measure(
      id: "certificates", number: nil, name: Bilingual(sv: "Intyg", en: "Certificates"),
      purpose: Bilingual(sv: "Hur många intyg utfärdas?", en: "How many certificates are there?"),
      table: .certificates, axis: .signed, counted: [.counts], numerator: .rows,
      limits: knownLimits),
    Measure(
      id: "persons", number: nil, name: Bilingual(sv: "Personer", en: "Persons"),
      purpose: Bilingual(
        sv: "Hur många olika personer har intyg?", en: "How many persons have a certificate?"),
      table: .certificates, axis: .signed, counted: [.counts], numerator: .persons,
      limits: Bilingual(
        sv: "En person räknas en gång i varje cell; raderna summerar därför inte.",
        en: "A person counts once in each cell; rows do not add up.")),
    share(
      "renewal-share", Bilingual(sv: "Andel förlängningar", en: "Share of renewals"),
      Bilingual(
        sv: "Hur stor del av intygen förlänger en sjukskrivning?",
        en: "How large a part of the certificates extend a sick leave?"),
      Condition(
        sv: "förlänger: anger det, eller följer ett intyg inom ett pågående sjukfall",
        en: "are renewals: say so, or follow a certificate within a case that goes on",
        .number(.order) { code, _ in code == 2 })),
    share(
      "co-morbidity-share",
      Bilingual(sv: "Andel intyg med bidiagnos", en: "Share with a secondary diagnosis"),
      Bilingual(
        sv: "Hur vanlig är samsjuklighet?", en: "How common is co-morbidity?"),
      needs: [.diagnosisTold],
      Condition(
        sv: "har minst en bidiagnos", en: "have at least one secondary diagnosis",
        .certificate(.secondary, true))),
    share(
      "co-morbidity-chapter-share",
      Bilingual(
        sv: "Andel med bidiagnos i annat kapitel",
        en: "Share with a secondary diagnosis of another chapter"),
      Bilingual(
        sv: "Hur ofta har patienten sjukdomar av olika slag?",
        en: "How often does the patient have diseases of different kinds?"),
      needs: [.diagnosisTold],
      Condition(
        sv: "har en bidiagnos i ett annat diagnoskapitel än huvuddiagnosen",
        en: "have a secondary diagnosis of another chapter than the main one",
        .any([
          Condition(sv: "", en: "", .grouped(.diagnosis, .second, .chapter, same: false)),
          Condition(sv: "", en: "", .grouped(.diagnosis, .third, .chapter, same: false)),
        ]))),
    Measure(
      id: "prognosis-kept-share", number: nil,
      name: Bilingual(sv: "Andel hållna prognoser", en: "Share of prognoses kept"),
      purpose: Bilingual(
        sv: "Hur ofta upphör sjukskrivningen när prognosen sade?",
        en: "How often does the sick leave end when the prognosis said?"),
      table: .certificates, axis: .signed,
      counted: [
        .counts,
        Condition(
          sv: "anger när patienten väntas åter, en dag som gått så länge att ett nytt intyg i "
            + "sjukfallet hade synts",
          en: "say when the patient is expected back, a day so long gone that a new certificate "
            + "of the case would have been seen",
          .number(.due) { day, reading in
            day > 0 && day + reading.head.rules.gapInera + 1 <= reading.observed
          }),
      ],
      numerator: .those([
        Condition(
          sv: "inte följs av intygsdagar i samma sjukfall efter den dagen",
          en: "are not followed by certificate days of the same case after that day",
          .certificate(.sickWhenDue, false))
      ]),
      limits: Bilingual(
        sv: "Att intyg upphör är inte detsamma som återgång i arbete. Deltid räknas som fortsatt "
          + "sjukskrivning. Antal dagar räknas från signeringen.",
        en: "That certificates end is not the same as return to work. Part time counts as sick "
          + "leave that goes on. Numbers of days are counted from the signing.")),
  ]

  private static func share(
    _ id: String, _ name: Bilingual, _ purpose: Bilingual, needs: [Condition] = [],
    _ condition: Condition
  ) -> Measure {
    Measure(
      id: id, number: nil, name: name, purpose: purpose, table: .certificates, axis: .signed,
      counted: [.counts], needs: needs, numerator: .those([condition]), limits: knownLimits)
  }
}

extension Condition {
  static let diagnosisTold = Condition(
    sv: "har en diagnoskod", en: "have a diagnosis code", .certificate(.diagnosisTold, true))
}
