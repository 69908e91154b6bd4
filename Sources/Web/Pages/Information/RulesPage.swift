// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The rule book, by topic, with those rules that hold a text.
struct RulesModel: Sendable {
  let groups: [(topic: RuleTopic, rules: [Rule])]
  /// What the list is filtered by, as it was typed.
  let text: String
  let total: Int

  init(_ book: RuleBook, text: String, _ language: Language) {
    self.text = text
    total = book.rules.count
    let words = text.lowercased().split(separator: " ")
    let found = book.rules.filter { rule in
      let all = RulesModel.searched(rule, language)
      return words.allSatisfy { all.contains($0) }
    }
    let byTopic = Dictionary(grouping: found) { RuleTopic($0) }
    groups = RuleTopic.allCases.compactMap { topic in byTopic[topic].map { (topic, $0) } }
  }

  var count: Int { groups.reduce(0) { $0 + $1.rules.count } }

  private static func searched(_ rule: Rule, _ language: Language) -> String {
    [
      rule.id, rule.subject, rule.meaning[language], RuleText(rule, language).value, rule.source,
      rule.basis.name[language], rule.certainty.name[language],
    ].joined(separator: "\n").lowercased()
  }
}

/// All rules, with what they rest on and how well they are known.
func rulesPage(_ model: RulesModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(RulesTexts.title[language], lead: RulesTexts.lead[language]).html
    form(.class("row", "row--end", "form-s"), .action(SiteAddress.rules.href), .method(.get)) {
      div {
        Markup.label(.for("text")) { RulesTexts.filter[language] }
        input(
          .class("input", "input--mid"), .id("text"), .name("text"), .autocomplete("off"),
          .when(!model.text.isEmpty, .value(model.text)))
      }
      Button.submit(RulesTexts.show[language], .quiet, icon: .filter, isSmall: true).html
      if !model.text.isEmpty {
        Button.link(
          RulesTexts.showAll[language], to: SiteAddress.rules.href, .plain, isSmall: true
        ).html
      }
    }
    p(.class("muted", "section-s")) {
      RulesTexts.shown(model.count, of: model.total)[language]
    }
    if model.groups.isEmpty {
      EmptyState(
        title: RulesTexts.nothing[language], text: RulesTexts.nothingText[language],
        icon: .book
      ).html
    }
    for (topic, rules) in model.groups {
      div(.class("section")) {
        Card(
          topic.rawValue, topic.title[language], aside: .text("\(rules.count)"), isFlush: true
        ) {
          ruleTable(rules, id: topic.rawValue + "-tabell", topic.title[language], language)
            .html(language)
        }.html
      }
    }
  }.render()
}

private func ruleTable(
  _ rules: [Rule], id: String, _ caption: String, _ language: Language
) -> DataTable {
  DataTable(
    id: id, caption: caption,
    columns: [
      .init(RulesTexts.rule[language]), .init(RulesTexts.value[language]),
      .init(RulesTexts.source[language]), .init(RulesTexts.valid[language]),
      .init(RulesTexts.certainty[language]),
    ],
    rows: rules.map { rule in
      let text = RuleText(rule, language)
      return [
        fragment {
          a(.class("cell"), .href(SiteAddress.rule(rule.id).href)) { rule.meaning[language] }
          span(.class("sub", "ref")) { rule.id }
        },
        text.valueHTML, text.source, .text(text.validity),
        .text(rule.certainty.name[language]),
      ]
    })
}
