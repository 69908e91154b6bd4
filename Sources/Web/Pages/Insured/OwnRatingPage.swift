// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Where the insured rates her own limitations, ability by ability as the statement has them.
struct OwnRatingPage: Sendable {
  let view: CaseView
  let form: StatementDefinition
  /// Level by field, as given before or as just chosen.
  var levels: [String: Int]
  /// It can be read but no longer changed.
  let isClosed: Bool
  var error: Bilingual?

  private func title(_ group: StatementGroup) -> Bilingual { group.title ?? form.title }

  func render(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let first = form.ratedAbilities.first.map { "\($0.own.key)-0" } ?? PageShell.contentID
    return PageShell(frame) {
      ErrorSummary(error.map { [FieldError(first, $0[language])] } ?? []).html(language)
      h1 { GivingTexts.ratingTitle[language] }
      div(.class("stack")) {
        p(.class("lead")) { GivingTexts.ratingLead[language] }
        Notice(.note, GivingTexts.caution[language]).html
        if let given = view.state.selfRating { p { GivingTexts.given(given.at)[language] } }
        if isClosed {
          Notice(.rest, GivingTexts.closed[language]).html
          list(language)
        } else {
          fields(frame)
        }
      }
    }.render()
  }

  private func list(_ language: Language) -> HTML {
    SummaryList(
      form.ratedAbilities.map { ability in
        let level = levels[ability.own.key]
        let name = level.flatMap { form.grade($0)?.name[language] }
        return .init(
          title(ability.group)[language],
          level.map { "\($0) – \(name ?? "")" } ?? GivingTexts.notRated[language])
      }
    ).html(language)
  }

  private func fields(_ frame: PageFrame) -> HTML {
    let language = frame.language
    return PostForm(
      to: SiteAddress.ownRating(view.state.id).href, token: frame.token,
      hidden: [(name: OwnVisitForm.key, value: FormKey.new())], cssClass: "stack"
    ).html {
      for (index, ability) in form.ratedAbilities.enumerated() {
        FieldFrame(
          ability.own.key, title(ability.group)[language],
          error: index == 0 ? error?[language] : nil
        ).group(language) { scale(ability.own, language) }
      }
      div(.class("row")) {
        Button.submit(GivingTexts.give[language]).html
        Button.link(
          GivingTexts.cancel[language], to: SiteAddress.ownCase(view.state.id).href, .plain
        ).html
      }
    }
  }

  private func scale(_ field: StatementField, _ language: Language) -> HTML {
    div(.class("scale")) {
      for grade in form.grades {
        label {
          input(
            .type(Attribute.InputKind.radio), .id("\(field.key)-\(grade.level)"),
            .name(field.key), .value("\(grade.level)"),
            .checked(levels[field.key] == grade.level))
          b { "\(grade.level)" }
          small { grade.name[language] }
        }
      }
    }
  }
}
