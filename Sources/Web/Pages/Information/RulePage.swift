// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// One rule through time, and which version applies on a day.
struct RuleModel: Sendable {
  /// The row in the address.
  let rule: Rule
  /// All rows of its subject, the oldest first.
  let versions: [Rule]
  /// The day asked for.
  let day: Day
  /// What was typed; the day when nothing was.
  let typed: String
  let fault: Bilingual?

  /// Nil where there is no such rule. The day is today unless another can be read.
  init?(_ id: String, in book: RuleBook, typed: String?, today: Day) {
    guard let rule = book.row(id) else { return nil }
    self.rule = rule
    versions = book.series(id)
    let read = typed.flatMap { TypedDay.read($0, today: today) }
    fault = typed != nil && read == nil ? TypedDay.fault : nil
    day = read ?? today
    self.typed = typed ?? today.description
  }

  /// The version that applies on the day, as far as is known.
  var inForce: Rule? { versions.first { $0.isInForce(on: day) } }
}

/// Every version of a rule in order of time.
func rulePage(_ model: RuleModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    ErrorSummary(model.fault.map { [FieldError("den", $0[language])] } ?? []).html(language)
    PageHead(model.rule.meaning[language]).html
    p { RuleText(model.inForce ?? model.rule, language).source }
    answer(model, language)
    form(
      .class("row", "row--end", "section-s"), .action(SiteAddress.rule(model.rule.id).href),
      .method(.get)
    ) {
      DateField(
        frame: FieldFrame("den", RulesTexts.onDay[language], error: model.fault?[language]),
        value: model.typed
      ).html(language)
      Button.submit(RulesTexts.show[language], .quiet).html
    }
    h2(.class("section")) { RulesTexts.versions[language] }
    for version in model.versions {
      div(.class("section-s")) { card(version, model, language) }
    }
  }.render()
}

private func answer(_ model: RuleModel, _ language: Language) -> HTML {
  let day = DateText(language).text(model.day, .date)
  guard let rule = model.inForce else {
    return Notice(
      .soon, RulesTexts.noneInForce(day)[language], RulesTexts.noneInForceText[language]
    ).html
  }
  if !rule.value.isKnown {
    return Notice(
      .soon, RulesTexts.unknownOn(day)[language], RulesTexts.unknownText[language]
    ).html
  }
  return Notice(
    .note, RulesTexts.applies(day)[language], RuleText(rule, language).value + "."
  ).html
}

private func card(_ version: Rule, _ model: RuleModel, _ language: Language) -> HTML {
  let text = RuleText(version, language)
  let isInForce = version.id == model.inForce?.id
  let badge = isInForce ? Badge(.done, RulesTexts.inForce[language]).html : HTML.empty
  return Card(version.id.lowercased(), version.meaning[language], aside: badge) {
    SummaryList([
      .init(RulesTexts.value[language], html: text.valueHTML),
      .init(RulesTexts.valid[language], text.validity),
      .init(RulesTexts.source[language], html: text.source),
      .init(RulesTexts.basis[language], version.basis.name[language]),
      .init(RulesTexts.certainty[language], version.certainty.name[language]),
      .init(RulesTexts.read[language], html: text.address),
      .init(RulesTexts.checked[language], text.checked),
      .init(RulesTexts.id[language], version.id),
    ]).html(language)
  }.html
}
