// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// What became of certificates at Försäkringskassan, as far as that has been supplied.
  static let decisions = [
    decided(
      "decision-known-share",
      Bilingual(sv: "Andel intyg med känt beslut", en: "Share with a known decision"),
      Bilingual(
        sv: "Hur stor del av intygen vet vi utgången för?",
        en: "Of how large a part of the certificates is the outcome known?"),
      .decisionKnown),
    decided(
      "refused-share", Bilingual(sv: "Andel avslag", en: "Share refused"),
      Bilingual(
        sv: "Hur ofta leder intyget till avslag?", en: "How often is the benefit refused?"),
      needs: .decisionKnown,
      Condition(
        sv: "senast fick avslag", en: "were last refused",
        .number(.decision) { code, _ in DecisionCode.decision(code) == DecisionCode.refused })),
    decided(
      "partly-refused-share",
      Bilingual(sv: "Andel delvis avslag", en: "Share partly refused"),
      Bilingual(
        sv: "Hur ofta beviljas bara en del?", en: "How often is only a part granted?"),
      needs: .decisionKnown,
      Condition(
        sv: "senast beviljades till en del", en: "were last granted in part",
        .number(.decision) { code, _ in DecisionCode.decision(code) == DecisionCode.partly })),
    decided(
      "control-known-share",
      Bilingual(
        sv: "Andel intyg med känt kontrollutfall", en: "Share with a known outcome of a control"),
      Bilingual(
        sv: "Hur stor del av intygen har en kontroll som vi vet utfallet av?",
        en: "How large a part of the certificates have a control whose outcome is known?"),
      .controlKnown),
    decided(
      "control-refused-share",
      Bilingual(
        sv: "Andel kontroller med utfallet avslag", en: "Share of controls that end in a refusal"),
      Bilingual(
        sv: "Hur ofta visar en kontroll att ersättning inte skulle ha lämnats?",
        en: "How often does a control show that nothing should have been paid?"),
      needs: .controlKnown,
      Condition(
        sv: "vid den senaste kontrollen fick avslag", en: "were refused at the last control",
        .number(.decision) { code, _ in DecisionCode.control(code) == DecisionCode.refused })),
    decided(
      "control-partly-share",
      Bilingual(
        sv: "Andel kontroller med utfallet delvis avslag",
        en: "Share of controls that end in a partial refusal"),
      Bilingual(
        sv: "Hur ofta visar en kontroll att för mycket lämnats?",
        en: "How often does a control show that too much was paid?"),
      needs: .controlKnown,
      Condition(
        sv: "vid den senaste kontrollen fick delvis avslag",
        en: "were partly refused at the last control",
        .number(.decision) { code, _ in DecisionCode.control(code) == DecisionCode.partly })),
  ]

  private static let decisionSource = Bilingual(
    sv: "Beslut och kontroller som Försäkringskassan lämnat i fil, knutna till intyget; "
      + "digitala läkarintyg; vårdenhet enligt HSA på signeringsdagen.",
    en: "Decisions and controls that Försäkringskassan supplied in files, tied to the "
      + "certificate; digital certificates; care unit by the HSA catalogue on the day of signing.")

  private static func decided(
    _ id: String, _ name: Bilingual, _ purpose: Bilingual, needs: Condition? = nil,
    _ condition: Condition
  ) -> Measure {
    Measure(
      id: id, number: nil, name: name, purpose: purpose, table: .certificates, axis: .signed,
      counted: [.counts, .sent], needs: needs.map { [$0] } ?? [],
      numerator: .those([condition]),
      limits: Bilingual(
        sv: "Ett intyg utan uppgift räknas varken som beviljat eller avslaget; hur många de är "
          + "står bland det som saknas. Det senaste beslutet om någon av intygets versioner "
          + "gäller, av två samma dag det strängare. Ett avslag kan bero på annat än intyget.",
        en: "A certificate without an outcome counts neither as granted nor as refused; how many "
          + "they are stands with what is lacking. The latest outcome about any version of the "
          + "certificate holds, of two on one day the stricter. A refusal can have other reasons "
          + "than the certificate."),
      isContent: true, source: decisionSource)
  }
}

extension Condition {
  static let decisionKnown = Condition(
    sv: "har ett känt beslut", en: "have a known decision",
    .number(.decision) { code, _ in DecisionCode.decision(code) > 0 })
  static let controlKnown = Condition(
    sv: "har ett känt utfall av en kontroll", en: "have a known outcome of a control",
    .number(.decision) { code, _ in DecisionCode.control(code) > 0 })
}
