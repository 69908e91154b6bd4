// SPDX-License-Identifier: Apache-2.0
import Domain

/// The sixteen groups of questions that supplement requests are counted by; two of them join the
/// questions that Intygsstatistik joins. Bit and place are part of the form of the file.
enum QuestionGroup {
  /// The questions of each group, by place.
  static let questions = [
    [27], [1], [28], [29], [6], [35], [17], [19], [20], [32, 37], [33], [34], [39], [40, 44],
    [25], [26],
  ]
  /// The codes in addresses.
  static let codes = questions.map { $0.map(String.init).joined(separator: "-") }

  /// Places by question, for the questions that are in a group.
  private static let places = Dictionary(
    uniqueKeysWithValues: questions.enumerated().flatMap { place, numbers in
      numbers.map { ($0, place) }
    })

  static func place(_ question: Int) -> Int? { places[question] }

  /// A bit for each group that one of the questions is in.
  static func mask(_ numbers: some Sequence<Int>) -> UInt16 {
    numbers.reduce(0) { mask, number in place(number).map { mask | 1 << UInt16($0) } ?? mask }
  }

  /// How often each group is asked about, four bits for each, at most fifteen.
  static func counts(_ numbers: some Sequence<Int>) -> UInt64 {
    numbers.reduce(0) { counts, number in
      guard let place = place(number) else { return counts }
      let shift = UInt64(4 * place)
      return counts >> shift & 15 == 15 ? counts : counts + 1 << shift
    }
  }

  /// The bit of a question.
  static func bit(_ question: Int) -> UInt16 { mask([question]) }

  /// What the questions are about.
  static let names: [Bilingual] = [
    Bilingual(sv: "Avstängning enligt smittskyddslagen", en: "Kept from work for infection"),
    Bilingual(sv: "Grund för intyget", en: "What the certificate rests on"),
    Bilingual(sv: "Sysselsättning", en: "Occupation"),
    Bilingual(sv: "Yrke och arbetsuppgifter", en: "Work and tasks"),
    Bilingual(sv: "Diagnos", en: "Diagnosis"),
    Bilingual(sv: "Funktionsnedsättning", en: "Disability"),
    Bilingual(sv: "Aktivitetsbegränsning", en: "Restriction of activity"),
    Bilingual(sv: "Pågående behandling", en: "Ongoing treatment"),
    Bilingual(sv: "Planerad behandling", en: "Planned treatment"),
    Bilingual(
      sv: "Nedsättning, period och beslutsstöd", en: "Degree, period and decision support"),
    Bilingual(sv: "Arbetstidsförläggning", en: "Working hours"),
    Bilingual(sv: "Resor till arbetet", en: "Travel to work"),
    Bilingual(sv: "Prognos", en: "Prognosis"),
    Bilingual(sv: "Åtgärder för återgång", en: "Measures for return to work"),
    Bilingual(sv: "Övriga upplysningar", en: "Other information"),
    Bilingual(sv: "Kontakt med Försäkringskassan", en: "Contact with Försäkringskassan"),
  ]
}
