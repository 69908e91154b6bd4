// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// How lists say what a day rests on: law, a service target, or somebody's statement.
struct DueSource: Sendable {
  /// The provision that sets the last day, as the rule book cites it; nil where it is unknown.
  let provision: String?
  let rule: Href?

  /// The provision in force on a day.
  init(rules: RuleBook, on day: Day) {
    let row = rules.inForce(Subject.deliveryBase, on: day)
    let reference = row?.references.first
    provision = reference.map { reference in
      [reference.section, reference.act].compactMap { $0 }.joined(separator: " ")
    }
    rule = row.map { SiteAddress.rule($0.id).href }
  }

  /// The mark beside a day; nil for a day that somebody has stated, which `stated` words.
  func mark(
    _ basis: DueBasis?, _ language: Language, isSignOnly: Bool = false
  ) -> SourceMark? {
    switch basis {
    case .law:
      .law(
        provision ?? Self.law[language], link: isSignOnly ? nil : rule, isSignOnly: isSignOnly)
    case .target: .target(Self.target[language], isSignOnly: isSignOnly)
    case .stated, nil: nil
    }
  }

  /// Who has stated the day of a task.
  static func stated(for code: TaskCode) -> Bilingual {
    switch code {
    case .reportVisit, .cancelVisit, .answerMoveRequest:
      Bilingual(sv: "Dagen är besökets", en: "The day is that of the visit")
    case .answerInquiry:
      Bilingual(sv: "Dagen är angiven av regionen", en: "The day is stated by the region")
    default:
      Bilingual(
        sv: "Dagen är angiven av Försäkringskassan",
        en: "The day is stated by Försäkringskassan")
    }
  }

  static let statedWord = Bilingual(sv: "angiven dag", en: "stated day")
  private static let law = Bilingual(sv: "Lag eller förordning", en: "Act or ordinance")
  private static let target = Bilingual(sv: "Regionens eget mål", en: "The region's own target")
}
