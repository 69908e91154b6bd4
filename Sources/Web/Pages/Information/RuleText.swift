// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// A rule's parts as people read them. What is unknown says so.
struct RuleText {
  let rule: Rule
  let language: Language

  init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
  }

  /// `25 vardagar`, `20 000 kronor`, `ja`, `okänt`.
  var value: String {
    switch rule.value {
    case .integer(let number):
      let figure = CountText.grouped(number)
      guard let unit = rule.unit else { return figure }
      if unit == .dayNumber { return "\(unit.name[language]) \(figure)" }
      return "\(figure) \(unit.name[language])"
    case .text(let text): return text
    case .list(let parts): return parts.joined(separator: ", ")
    case .boolean(let holds): return (holds ? RulesTexts.yes : RulesTexts.no)[language]
    case .monthDay(let date):
      return date.day(in: 2001).map { DateText(language).text($0, .dayMonth) }
        ?? date.description
    case .date(let day): return day.description
    case .unknown: return RulesTexts.unknown[language]
    }
  }

  /// The value, with a mark where it is not known.
  var valueHTML: HTML {
    switch rule.value {
    case .unknown: Badge(.rest, value, icon: .help).html
    // The law's own words stay in its language.
    case .text, .list: SourceMark.quoted(value, language)
    case .integer, .boolean, .monthDay, .date: .text(value)
    }
  }

  /// `2023-06-15 – 2028-12-31`, with words for what the source does not say.
  var validity: String {
    let from = rule.validFrom?.description ?? RulesTexts.startUnknown[language]
    let to =
      switch rule.validTo {
      case .day(let day): day.description
      case .openEnded: RulesTexts.openEnded[language]
      case .notChecked: RulesTexts.notChecked[language]
      }
    return "\(from) – \(to)"
  }

  /// The source with the mark of law or target; what is neither is named.
  var source: HTML {
    switch rule.basis {
    case .law, .regulation: SourceMark.law(rule.source, isQuoted: true).html(language)
    case .serviceTarget: SourceMark(kind: .target, text: rule.source, isQuoted: true).html(language)
    case .practice, .reference:
      fragment {
        SourceMark.quoted(rule.source, language)
        span(.class("sub")) { rule.basis.name[language] }
      }
    }
  }

  /// Where the text was read, with each address in it as a link.
  var address: HTML {
    fragment {
      for word in rule.sourceAddress.split(separator: " ") {
        if let href = Href.external(String(word)) {
          a(.href(href)) { String(word) }
        } else {
          String(word)
        }
        " "
      }
    }
  }

  var checked: String {
    rule.checkedOn?.description ?? RulesTexts.dayUnknown[language]
  }
}
