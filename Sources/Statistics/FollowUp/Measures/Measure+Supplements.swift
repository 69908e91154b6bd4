// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// Supplement requests and reminders.
  static let supplements = [
    Measure(
      id: "supplement-share", number: 1,
      name: Bilingual(
        sv: "Andel intyg med kompletteringsbegäran", en: "Share of certificates with a request"),
      purpose: Bilingual(
        sv: "Hur ofta räcker intyget inte för Försäkringskassans bedömning?",
        en: "How often is a certificate not enough for Försäkringskassan's assessment?"),
      table: .certificates, axis: .signed, counted: sentVersions,
      numerator: .those([.asked]),
      limits: Bilingual(
        sv: "Varje skickad version räknas, också en som senare ersatts. Begäran per telefon eller "
          + "brev syns inte. Sena begäranden kan tillkomma för de senaste månaderna.",
        en: "Every version that was sent counts, also one that was replaced later. Requests by "
          + "telephone or letter are not seen. Late requests may come for the last months."),
      isContent: true, hasQuestions: true),
    Measure(
      id: "supplement-requests", number: nil,
      name: Bilingual(sv: "Kompletteringsbegäranden", en: "Supplement requests"),
      purpose: Bilingual(
        sv: "Hur många kompletteringar begär Försäkringskassan?",
        en: "How many supplements does Försäkringskassan ask for?"),
      table: .requests, axis: .sent, counted: [], numerator: .rows, limits: requestLimits,
      isContent: true, hasQuestions: true),
    Measure(
      id: "supplement-requests-cohort", number: nil,
      name: Bilingual(
        sv: "Kompletteringsbegäranden efter intygets signering",
        en: "Supplement requests by the certificate's signing"),
      purpose: Bilingual(
        sv: "Hur många begäranden fick de intyg som signerades då?",
        en: "How many requests did the certificates of that time get?"),
      table: .requests, axis: .signed, counted: [], numerator: .rows, limits: requestLimits,
      isContent: true, hasQuestions: true),
    Measure(
      id: "supplement-questions", number: nil,
      name: Bilingual(sv: "Begärda kompletteringar per fråga", en: "Requests by question"),
      purpose: Bilingual(
        sv: "Vilka frågor i intyget behöver oftast kompletteras?",
        en: "Which questions of the certificate need a supplement most often?"),
      table: .requests, axis: .sent, counted: [], numerator: .elements,
      limits: Bilingual(
        sv: "Högst femton gånger per fråga och begäran. Frågor utanför de sexton grupperna räknas "
          + "inte.",
        en: "At most fifteen times for a question and a request. Questions outside the sixteen "
          + "groups do not count."),
      isContent: true, hasQuestions: true),
    Measure(
      id: "reminder-share", number: 2,
      name: Bilingual(
        sv: "Andel begäranden med påminnelse", en: "Share of requests with a reminder"),
      purpose: Bilingual(
        sv: "Hur ofta måste Försäkringskassan påminna?",
        en: "How often must Försäkringskassan remind?"),
      table: .requests, axis: .sent, counted: [], numerator: .those([.reminded]),
      limits: Bilingual(
        sv: "En påminnelse som inte anger vilken begäran den gäller räknas till den senaste "
          + "begäran om samma intyg.",
        en: "A reminder that does not say of which request it is counts with the latest request "
          + "about the same certificate."),
      hasQuestions: true),
    Measure(
      id: "reminder-share-cohort", number: nil,
      name: Bilingual(
        sv: "Andel intyg med påminnelse", en: "Share of certificates with a reminder"),
      purpose: Bilingual(
        sv: "Hur stor del av intygen leder till påminnelse?",
        en: "How large a part of the certificates lead to a reminder?"),
      table: .certificates, axis: .signed, counted: sentVersions,
      numerator: .those([.certificateReminded]), limits: knownLimits),
    outcome(
      "supplement-answered-share",
      Bilingual(sv: "Andel besvarade begäranden", en: "Share of answered requests"),
      Bilingual(
        sv: "Hur ofta får Försäkringskassan svar som går att följa?",
        en: "How often does Försäkringskassan get an answer that can be followed?"), .answered),
    outcome(
      "supplement-implicit-share",
      Bilingual(
        sv: "Andel begäranden med senare intyg utan koppling",
        en: "Share of requests with a later certificate without a tie"),
      Bilingual(
        sv: "Hur ofta kommer ett nytt intyg i stället för ett svar?",
        en: "How often does a new certificate come instead of an answer?"), .implicit),
    outcome(
      "supplement-lost-share",
      Bilingual(sv: "Bortfall bland begäranden", en: "Loss among requests"),
      Bilingual(
        sv: "Hur stor del av begärandena slutar utan spår?",
        en: "How large a part of the requests end without a trace?"), .lost),
    outcome(
      "supplement-on-time-share",
      Bilingual(sv: "Andel besvarade i tid", en: "Share answered on time"),
      Bilingual(
        sv: "Hur ofta kommer svaret senast den dag som begärdes?",
        en: "How often does the answer come by the day that was asked for?"), .onTime),
    Measure(
      id: "supplement-time", number: nil,
      name: Bilingual(sv: "Tid till svar", en: "Time to answer"),
      purpose: Bilingual(
        sv: "Hur lång tid tar det att få svar på en begäran?",
        en: "How long does the answer to a request take?"),
      table: .requests, axis: .sent, counted: [.answered],
      needs: [
        Condition(
          sv: "har kända dagar för begäran och svar", en: "have known days of asking and answering",
          .number(.wait) { days, _ in days < Int(UInt16.max) })
      ],
      numerator: .median(
        .wait,
        Bilingual(
          sv: "mittersta antalet dagar från begäran till svar",
          en: "the middle number of days from request to answer")),
      limits: Bilingual(
        sv: "Obesvarade begäranden ingår inte; läs måttet bredvid andelen besvarade. Det första "
          + "svaret räknas, även om ett nytt intyg kommer senare.",
        en: "Requests without an answer are not in it; read it beside the share answered. The "
          + "first answer counts, also where a new certificate comes later."),
      hasQuestions: true),
    Measure(
      id: "request-officer-share", number: nil,
      name: Bilingual(
        sv: "Andel begäranden med angiven handläggare",
        en: "Share of requests that name an officer"),
      purpose: Bilingual(
        sv: "Vet vården vem den kan vända sig till?", en: "Does care know whom to turn to?"),
      table: .requests, axis: .sent, counted: [],
      numerator: .those([
        Condition(
          sv: "har kontaktuppgifter till handläggare", en: "have an officer's contact lines",
          .request(.officerTold, true))
      ]),
      limits: Bilingual(
        sv: "Kontaktraderna är fri text; det kan stå en växel i dem.",
        en: "The contact lines are free text; a switchboard may stand in them.")),
  ]

  private static let sentVersions: [Condition] = [.lisjp, .sent, .notRevoked]

  private static let requestLimits = Bilingual(
    sv: "Begäranden om intyg som inte kommit in väntar och räknas inte än; begäranden om intyg som "
      + "makulerats räknas.",
    en: "Requests about certificates that have not come in wait and are not counted yet; requests "
      + "about revoked certificates count.")

  private static func outcome(
    _ id: String, _ name: Bilingual, _ purpose: Bilingual, _ condition: Condition
  ) -> Measure {
    Measure(
      id: id, number: nil, name: name, purpose: purpose, table: .requests, axis: .sent,
      counted: [.due], needs: [.lastDayTold], numerator: .those([condition]),
      limits: Bilingual(
        sv: "Telefonsamtal och brev lämnar inget spår och blir bortfall. Ett senare intyg räknas "
          + "som svar utan koppling när det ligger nära i tid; det kan vara en vanlig förlängning.",
        en: "Telephone calls and letters leave no trace and become loss. A later certificate "
          + "counts as an answer without a tie when it lies near in time; it may be an ordinary "
          + "renewal."),
      hasQuestions: true)
  }
}

extension Condition {
  static let reminded = Condition(
    sv: "fått påminnelse", en: "got a reminder", .request(.reminded, true))
  static let answered = Condition(
    sv: "besvarats med nytt intyg, svar eller besked att komplettering inte kan ges",
    en: "were answered by a new certificate, an answer or that no supplement can be given",
    .request(.answered, true))
  static let implicit = Condition(
    sv: "följts av ett senare intyg nära i tid som inte anger någon koppling",
    en: "were followed by a later certificate near in time that tells no tie",
    .number(.outcome) { code, _ in code == Int(SupplementOutcome.implicit.code) })
  static let lost = Condition(
    sv: "inte har något känt slut (inget, eller bara påminnelse)",
    en: "have no known end (nothing, or only a reminder)",
    .number(.outcome) { code, _ in
      code == Int(SupplementOutcome.noneKnown.code)
        || code == Int(SupplementOutcome.reminderOnly.code)
    })
  static let onTime = Condition(
    sv: "besvarats senast sista svarsdagen", en: "were answered by the last day for it",
    .request(.onTime, true))
  static let due = Condition(
    sv: "inte har en sista svarsdag som ligger kvar att vänta in",
    en: "have no last day for an answer that is still to come",
    .number(.lastDay) { day, reading in day <= reading.observed })
  static let lastDayTold = Condition(
    sv: "har en sista svarsdag", en: "have a last day for the answer",
    .request(.lastDayTold, true))
}
