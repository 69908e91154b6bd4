// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The names of the organisations that write to each other, and who of them can read.
struct ThreadNames: Sendable {
  private var names: [HSAID: String] = [:]

  init(_ regions: [RegionSettings] = []) {
    for region in regions {
      names[region.region] = region.name
      for performer in region.performers { names[performer.unit.id] = performer.unit.name }
    }
  }

  func name(_ party: Party, _ language: Language) -> String {
    party.hsaID.map { names[$0] ?? $0.text } ?? party.role.title[language]
  }

  /// `Försäkringskassan, Region Östergötland och Utredningsenheten Eken`
  func list(_ parties: [Party], _ language: Language) -> String {
    let names = parties.map { name($0, language) }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let and = language == .sv ? " och " : " and "
    return names.dropLast().joined(separator: ", ") + and + last
  }

  func html(_ party: Party, _ language: Language) -> HTML {
    PartyName(party.role, name(party, language)).html(language)
  }

  /// Who at an organisation of this kind can read what is written to it.
  static func readers(_ role: PartyRole) -> Bilingual {
    switch role {
    case .fk:
      Bilingual(
        sv: "Läses av handläggare och samordnare.", en: "Read by case officers and coordinators.")
    case .region:
      Bilingual(
        sv: "Läses av regionens FMU-samordnare. Regionen får inte ta del av medicinska uppgifter.",
        en: "Read by the region's coordinators. The region may not be told of medical matters.")
    case .performer:
      Bilingual(
        sv: "Läses av administratören, ansvarig läkare och de som undersöker i ärendet.",
        en: "Read by the administrator, the responsible doctor and those who examine in the case.")
    case .insured: Bilingual(sv: "Läses av personen själv.", en: "Read by the person herself.")
    }
  }
}

extension ThreadMatter {
  /// `Besök 1, läkare 12 maj`, or `Handlingen ”Journal”`.
  func words(_ state: Assessment?, _ language: Language) -> String {
    switch self {
    case .assessment: return ConversationTexts.wholeCase[language]
    case .visit(let number):
      let visit = ConversationTexts.visit[language] + " \(number)"
      guard let known = state?.visit(number) else { return visit }
      let day = DateText(language).text(known.start.day, .dayMonth)
      return "\(visit), \(known.profession.label[language].lowercased()) \(day)"
    case .document(let id):
      let known = state?.order?.documents.items?.first { $0.file?.id == id }
      guard let known else { return ConversationTexts.document[language] }
      return ConversationTexts.documentNamed(known.title)[language]
    case .section: return ConversationTexts.section[language]
    }
  }
}
