// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a rule is about, for grouping on the page of rules. Targets and values of others stand
/// apart from law, whatever they are about.
enum RuleTopic: String, CaseIterable, Sendable {
  case delivery = "frist"
  case order = "bestallning"
  case visits = "besok"
  case compensation = "ersattning"
  case yearlyClaims = "arliga-ansprak"
  case access = "atkomst"
  case certificates = "intyg"
  case directory = "katalog"
  case serviceTargets = "servicemal"
  case comparison = "jamforelse"
  case other = "ovrigt"

  /// The topic by the first part of the rule's id, which names what it is about.
  init(_ rule: Rule) {
    switch rule.basis {
    case .serviceTarget: self = .serviceTargets
    case .reference where rule.id.hasSuffix("_2018") || rule.id.hasSuffix("_PRE"):
      self = .comparison
    default:
      let first = rule.id.split(separator: "_").first.map(String.init) ?? ""
      self = Self.prefixes.first { $0.value.contains(first) }?.key ?? .other
    }
  }

  private static let prefixes: [RuleTopic: Set<String>] = [
    .delivery: ["DELIV", "CAL", "ANSTAND", "DELAY", "SUPPL"],
    .order: [
      "FORECAST", "ORDER", "AFU", "EXT", "UNDERLAG", "INFO", "INSURED", "SPECIAL", "SGEI", "FMU",
      "ORD", "SPECIALIST", "MENTOR",
    ],
    .visits: ["KALLELSE", "LATE", "NO"],
    .compensation: ["COMP", "REPAY"],
    .yearlyClaims: ["ADMIN", "TRAINCOMP", "VOLUME"],
    .access: ["ACCESS", "LOG", "AUTH", "JOURNAL", "SECRECY", "SFB", "NIS2", "WCAG", "CONSENT"],
    .certificates: [
      "SJUKLON", "SJUKFALL", "SUPPLEMENT", "CERT", "REHAB", "SJUKPERIOD", "SJUKPENNING", "INERA",
      "STAT", "FK7804", "FMB",
      "KVA",
    ],
    .directory: ["HSAID", "HSA", "DIRECTORY"],
    .comparison: ["CFG"],
  ]

  var title: Bilingual {
    switch self {
    case .delivery:
      Bilingual(
        sv: "Sista dag, anstånd och komplettering", en: "Last day, deferral and supplement")
    case .order:
      Bilingual(
        sv: "Begäran, beställning, underlag och prognos",
        en: "Request, order, documents and forecast")
    case .visits: Bilingual(sv: "Kallelse och besök", en: "Summons and visits")
    case .compensation: Bilingual(sv: "Ersättning", en: "Compensation")
    case .yearlyClaims: Bilingual(sv: "Årliga anspråk", en: "Yearly claims")
    case .access:
      Bilingual(sv: "Åtkomst, loggar och bevarande", en: "Access, logs and retention")
    case .certificates:
      Bilingual(sv: "Läkarintyg och sjukskrivning", en: "Certificates and sick leave")
    case .directory: Bilingual(sv: "Katalogen HSA", en: "The directory HSA")
    case .serviceTargets:
      Bilingual(sv: "Servicemål, inte lag", en: "Service targets, not law")
    case .comparison:
      Bilingual(
        sv: "Jämförelsevärden från tidigare system, inte lag",
        en: "Values of earlier systems for comparison, not law")
    case .other: Bilingual(sv: "Övrigt", en: "Other")
    }
  }
}
