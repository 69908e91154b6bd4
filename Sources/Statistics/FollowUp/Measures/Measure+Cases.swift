// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// What sick-leave cases and their days show.
  static let cases = [
    plain(
      "cases", nil, Bilingual(sv: "Påbörjade sjukfall", en: "Cases that began"),
      Bilingual(sv: "Hur många sjukfall börjar?", en: "How many cases begin?"), .rows),
    Measure(
      id: "cases-ongoing", number: nil,
      name: Bilingual(sv: "Pågående sjukfall", en: "Cases that go on"),
      purpose: Bilingual(
        sv: "Hur många sjukfall pågår under tiden?", en: "How many cases go on in the time?"),
      table: .ongoing, axis: .caseFirst, counted: [], numerator: .rows,
      limits: Bilingual(
        sv:
          "Ett sjukfall pågår från sin första till sin sista dag, uppehåll inom fallet medräknade. "
          + "Det räknas en gång i varje period; perioderna summerar därför inte.",
        en: "A case goes on from its first to its last day, with the pauses in it. It counts once "
          + "in each period; periods do not add up.")),
    Measure(
      id: "cases-ongoing-latest", number: nil,
      name: Bilingual(
        sv: "Pågående sjukfall efter senaste intyg",
        en: "Cases that go on, by the latest certificate"),
      purpose: Bilingual(
        sv: "Vilka diagnoser, grader, längder och enheter har de pågående sjukfallen just då?",
        en: "Which diagnoses, degrees, lengths and units do the cases have at that time?"),
      table: .days, axis: .first, counted: [], numerator: .latest,
      limits: Bilingual(
        sv: "Ett sjukfall räknas en gång i varje period, med den grad och det intyg som gäller "
          + "dess sista dag i perioden. Längden är fallets till och med intygets sista dag. "
          + "Perioderna summerar inte. I ett urval räknas fallet bara om det intyget hör till "
          + "urvalet.",
        en: "A case counts once in each period, by the degree and the certificate of its last day "
          + "in it. Its length is that through the certificate's last day. Periods do not add up. "
          + "In a selection a case counts only where that certificate is in it.")),
    Measure(
      id: "case-length", number: nil,
      name: Bilingual(sv: "Sjukfallens längd", en: "Length of cases"),
      purpose: Bilingual(sv: "Hur långa är sjukfallen?", en: "How long are cases?"),
      table: .cases, axis: .caseFirst, counted: [.ended],
      numerator: .median(
        .caseDays,
        Bilingual(
          sv: "mittersta antalet dagar med intyg", en: "the middle number of certificate days")),
      limits: Bilingual(
        sv: "Bara avslutade fall ingår, så de senaste månadernas fall är för korta. Använd "
          + "andelen långa fall för nyligen påbörjade.",
        en: "Only cases that have ended are in it, so those of the last months are too short. Use "
          + "the share of long cases for cases that began recently.")),
    plain(
      "certificates-per-case", nil,
      Bilingual(sv: "Intyg per sjukfall", en: "Certificates for each case"),
      Bilingual(
        sv: "Hur många intyg behövs i ett sjukfall?",
        en: "How many certificates does a case take?"),
      .sum(
        .caseCertificates,
        Bilingual(
          sv: "giltiga intyg som börjar i fallet", en: "valid certificates that begin in it"))),
    Measure(
      id: "days-per-person", number: 13,
      name: Bilingual(sv: "Sjukskrivningsdagar per person", en: "Days of sick leave per person"),
      purpose: Bilingual(
        sv: "Hur många dagar är de sjukskrivna borta?", en: "How many days are people away?"),
      table: .days, axis: .first, counted: [], numerator: .daysPerPerson,
      limits: Bilingual(
        sv: "Bara den som har en dag i tiden räknas, inte hela befolkningen. En dag på deltid är "
          + "en dag. En person räknas en gång i varje cell.",
        en: "Only those who have a day in the time count, not the whole population. A day of part "
          + "time is a day. A person counts once in each cell.")),
    long(15, nil), long(30, nil), long(60, nil), long(90, 14), long(180, nil), long(365, nil),
    Measure(
      id: "certificate-day-share", number: nil,
      name: Bilingual(
        sv: "Andel fall som når dagen då Försäkringskassan begär intyg",
        en: "Share that reach the day when Försäkringskassan asks for a certificate"),
      purpose: Bilingual(
        sv: "Hur stor del av fallen berör Försäkringskassan, när regeln ändras över tid?",
        en: "How large a part of cases concern Försäkringskassan, as the rule changes?"),
      table: .cases, axis: .caseFirst,
      counted: [
        Condition(
          sv: "har kunnat följas till den dagen", en: "could be followed to that day",
          .number(.caseFirst) { day, reading in
            day + (reading.certificateDay(day) ?? 0) - 1 <= reading.observed
          })
      ],
      needs: [
        Condition(
          sv: "har en känd regel för sin första dag", en: "have a known rule on their first day",
          .number(.caseFirst) { day, reading in reading.certificateDay(day) != nil })
      ],
      numerator: .those([
        Condition(
          sv: "har minst så många intygsdagar som regeln CERT_FK_DAY_EMPLOYED, eller den "
            + "tillfälliga CERT_FK_DAY_COVID, anger på fallets första dag",
          en: "have at least as many certificate days as the rule CERT_FK_DAY_EMPLOYED, or the "
            + "temporary CERT_FK_DAY_COVID, says on the case's first day",
          .reaches(.caseDays, of: .caseFirst) { day, reading in reading.certificateDay(day) })
      ]),
      limits: Bilingual(
        sv: "Regeln gäller anställda. När den tillfälliga regeln upphörde är inte kontrollerat; "
          + "tills dess anges den i regelboken som gällande.",
        en: "The rule is for employees. When the temporary one ended has not been checked; until "
          + "then the rule book has it in force.")),
    Measure(
      id: "recurrence-share", number: 15,
      name: Bilingual(sv: "Andel återfall", en: "Share of recurrences"),
      purpose: Bilingual(
        sv: "Hur ofta blir den som återgått sjukskriven igen?",
        en: "How often is a person on sick leave again?"),
      table: .cases, axis: .caseFirst, counted: [.ended, .followed],
      numerator: .those([.recurs]),
      limits: Bilingual(
        sv: "Bara fall som slutat så tidigt att ett återfall hade synts räknas.",
        en: "Only cases that ended so early that a recurrence would have been seen count.")),
    Measure(
      id: "recurrence-chapter-share", number: nil,
      name: Bilingual(
        sv: "Andel återfall i samma diagnoskapitel",
        en: "Share of recurrences in the same chapter"),
      purpose: Bilingual(
        sv: "Hur ofta kommer samma slags sjukdom tillbaka?",
        en: "How often does the same kind of disease come back?"),
      table: .cases, axis: .caseFirst, counted: [.ended, .followed],
      numerator: .those([
        .recurs,
        Condition(
          sv: "har samma diagnoskapitel i nästa fall",
          en: "have the same chapter of diagnosis in the next case",
          .grouped(.diagnosis, .nextDiagnosis, .chapter, same: true)),
      ]), limits: knownLimits),
    Measure(
      id: "part-time-share", number: 16,
      name: Bilingual(
        sv: "Andel dagar på deltid", en: "Share of days of part-time sick leave"),
      purpose: Bilingual(
        sv: "Hur stor del av sjukskrivningen är på deltid?",
        en: "How large a part of the sick leave is part time?"),
      table: .days, axis: .first, counted: [], numerator: .lowDays,
      limits: Bilingual(
        sv: "Där flera intyg gäller samma dag räknas det senast signerades grad.",
        en: "Where several certificates have the day, the one signed last decides the degree.")),
    plain(
      "step-down-share", nil,
      Bilingual(sv: "Andel fall med nedtrappning", en: "Share of cases that step down"),
      Bilingual(
        sv: "Hur ofta slutar ett fall på lägre grad än det började?",
        en: "How often does a case end at a lower degree than it began?"),
      .those([
        Condition(
          sv: "har lägre grad sist än först", en: "have a lower degree last than first",
          .sickCase(.steppedDown, true))
      ]), counted: [.ended]),
    plain(
      "degree-change-share", nil,
      Bilingual(sv: "Andel fall med ändrad grad", en: "Share of cases that change degree"),
      Bilingual(
        sv: "Hur ofta ändras graden under ett fall?", en: "How often does the degree change?"),
      .those([
        Condition(
          sv: "har mer än en grad", en: "have more than one degree",
          .sickCase(.degreeChanged, true))
      ]), counted: [.ended]),
    plain(
      "women-share", 17, Bilingual(sv: "Andel kvinnor", en: "Share of women"),
      Bilingual(
        sv: "Hur stor del av sjukfallen är kvinnors?", en: "How large a part are women's?"),
      .those([
        Condition(sv: "är kvinnors", en: "are women's", .number(.sex) { code, _ in code == 2 })
      ]), needs: [.sexTold]),
    change(.chapter, "kapitel", "chapter"), change(.block, "avsnitt", "block"),
    change(.category, "kategori", "category"), change(.code, "kod", "code"),
    Measure(
      id: "recommendation-exceeded-share", number: nil,
      name: Bilingual(
        sv: "Andel fall längre än rekommenderat", en: "Share longer than recommended"),
      purpose: Bilingual(
        sv: "Hur ofta blir fallet längre än beslutsstödet rekommenderar?",
        en: "How often is a case longer than the decision support recommends?"),
      table: .cases, axis: .caseFirst, counted: [.ended],
      needs: [
        Condition(
          sv: "har en första diagnos med rekommenderad längsta tid",
          en: "have a first diagnosis with a longest recommended time",
          .number(.diagnosis) { code, reading in reading.recommended(code) != nil })
      ],
      numerator: .those([
        Condition(
          sv: "har fler intygsdagar än den längsta rekommenderade tiden",
          en: "have more certificate days than the longest recommended time",
          .reaches(.caseDays, of: .diagnosis) { code, reading in
            reading.recommended(code).map { $0 + 1 }
          })
      ]),
      limits: Bilingual(
        sv: "Rekommendationen är vägledning för typiska fall; en individuell bedömning kan leda "
          + "rätt bortom den. Längsta tiden bland diagnosens typfall används.",
        en: "The recommendation is guidance for typical cases; an individual assessment may "
          + "rightly go beyond it. The longest time among the diagnosis's typical cases is used.")),
  ]

  private static func plain(
    _ id: String, _ number: Int?, _ name: Bilingual, _ purpose: Bilingual,
    _ numerator: Numerator, counted: [Condition] = [], needs: [Condition] = []
  ) -> Measure {
    Measure(
      id: id, number: number, name: name, purpose: purpose, table: .cases, axis: .caseFirst,
      counted: counted, needs: needs, numerator: numerator, limits: knownLimits)
  }

  private static func long(_ days: Int, _ number: Int?) -> Measure {
    Measure(
      id: "long-cases-\(days)", number: number,
      name: Bilingual(
        sv: "Andel fall om minst \(days) dagar", en: "Share of cases of at least \(days) days"),
      purpose: Bilingual(
        sv: "Hur stor del av fallen blir långa?", en: "How large a part of cases become long?"),
      table: .cases, axis: .caseFirst,
      counted: [
        Condition(
          sv: "har kunnat följas i \(days) dagar", en: "could be followed for \(days) days",
          .number(.caseFirst) { day, reading in day + days - 1 <= reading.observed })
      ],
      numerator: .those([
        Condition(
          sv: "har minst \(days) intygsdagar till och med den sista kända dagen",
          en: "have at least \(days) certificate days through the last known day",
          .number(.caseDays) { number, _ in number >= days })
      ]),
      limits: Bilingual(
        sv: "Fall som börjat så sent att de inte kunnat bli så långa räknas inte alls. Uppehåll "
          + "inom fallet räknas inte som dagar, så ett fall med uppehåll kan ännu vara på väg.",
        en: "Cases that began so late that they could not be so long are left out. Pauses inside "
          + "a case are no days, so a case with pauses may still be on its way."))
  }

  private static func change(_ level: Dimension, _ sv: String, _ en: String) -> Measure {
    Measure(
      id: "diagnosis-change-\(level.rawValue)-share", number: nil,
      name: Bilingual(
        sv: "Andel fall med byte av diagnos (\(sv))", en: "Share that change diagnosis (\(en))"),
      purpose: Bilingual(
        sv: "Hur ofta ändras huvuddiagnosen under fallet?",
        en: "How often does the main diagnosis change during the case?"),
      table: .cases, axis: .caseFirst, counted: [.ended],
      needs: [
        Condition(
          sv: "har en första huvuddiagnos", en: "have a first main diagnosis",
          .number(.diagnosis) { code, _ in code > 0 })
      ],
      numerator: .those([
        Condition(
          sv: "har en sista huvuddiagnos med ett annat \(sv) än den första",
          en: "have a last main diagnosis of another \(en) than the first",
          .grouped(.diagnosis, .lastDiagnosis, level, same: false))
      ]),
      limits: Bilingual(
        sv: "Första och sista intyg jämförs; ett byte däremellan och tillbaka syns inte.",
        en: "The first and the last certificate are compared; a change there and back is not "
          + "seen."))
  }
}

extension Condition {
  static let followed = Condition(
    sv: "slutat så tidigt att ett återfall hade synts",
    en: "ended so early that a recurrence would have been seen", .sickCase(.followed, true))
  static let recurs = Condition(
    sv: "följs av ett nytt fall inom det antal dagar som regeln SJUKFALL_RECURRENCE_DAYS anger",
    en: "are followed by a new case within the days that the rule SJUKFALL_RECURRENCE_DAYS says",
    .sickCase(.recurs, true))
}
