// SPDX-License-Identifier: Apache-2.0
import Domain

extension Measure {
  /// Every measure that certificates and messages tell.
  static let all = supplements + content + practice + cases + decisions

  static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Nothing more to know than what the definition says.
  static let knownLimits = Bilingual(
    sv: "Det som inte går genom den digitala kanalen, såsom pappersintyg, syns inte.",
    en: "What does not go through the digital channel, such as paper, is not seen.")
}

extension Condition {
  static let counts = Condition(
    sv: "är senaste giltiga version (ersatta, kompletterade och makulerade räknas inte)",
    en: "are the latest valid version (replaced, supplemented and revoked ones do not count)",
    .certificate(.counts, true))
  static let lisjp = Condition(
    sv: "är FK 7804", en: "are FK 7804", .certificate(.lisjp, true))
  static let sent = Condition(
    sv: "skickats till Försäkringskassan", en: "were sent to Försäkringskassan",
    .certificate(.sent, true))
  static let notRevoked = Condition(
    sv: "inte är makulerade", en: "are not revoked", .certificate(.revoked, false))
  static let notInfection = Condition(
    sv: "inte gäller smittskydd", en: "are not for infection control",
    .certificate(.infection, false))
  static let asked = Condition(
    sv: "fått minst en kompletteringsbegäran", en: "got at least one supplement request",
    .certificate(.asked, true))
  static let certificateReminded = Condition(
    sv: "fått minst en påminnelse om komplettering",
    en: "got at least one reminder of a supplement request", .certificate(.reminded, true))
  static let sexTold = Condition(
    sv: "har känt kön", en: "have a known sex", .number(.sex) { number, _ in number > 0 })
  static let ended = Condition(
    sv: "är avslutade (fler intygsfria dagar än definitionen tillåter har gått)",
    en: "have ended (more days without a certificate than the definition allows have gone)",
    .sickCase(.ended, true))
}
