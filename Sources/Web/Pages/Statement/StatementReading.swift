// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Markup
import Service

/// One section of a statement as it is read.
struct StatementPartText: Sendable {
  let definition: StatementDefinition
  let section: StatementSection
  let content: StatementContent?
  /// What tells whose the insured's levels are.
  let setting: StatementSetting

  func html(_ language: Language) -> HTML {
    let groups = words(language).groups
    return div(.class("stack")) {
      if groups.isEmpty { p(.class("muted")) { StatementPageTexts.unanswered[language] } }
      if !groups.isEmpty { profile(language) }
      for group in groups {
        div(.class("stack-s")) {
          if let title = group.title {
            div(.class("row", "row--apart")) {
              h3 { title }
              if let mark = group.mark { mark.html(language) }
            }
          }
          lines(group, .class("facts", "facts--text"), language)
        }
      }
    }
  }

  /// The section for paper: levels in words, each group under a heading of its own.
  func print(_ language: Language) -> HTML {
    fragment {
      profile(language)
      for group in words(language).groups {
        if let title = group.title { h3 { title } }
        lines(group, .none, language)
      }
    }
  }

  private func words(_ language: Language) -> StatementPartWords {
    StatementPartWords(section, content, in: definition, setting, language)
  }

  private func lines(
    _ group: StatementPartWords.Group, _ classes: Attribute, _ language: Language
  ) -> HTML {
    dl(classes) {
      for line in group.lines {
        div {
          dt { line.title }
          dd { line.words.html(language) }
        }
      }
    }
  }

  /// All levels at a glance, the examiner's beside the insured's own; nothing for a section that
  /// is not graded.
  func profile(_ language: Language) -> HTML {
    let marks = section.groups.compactMap { group in
      AbilityMark(group, content).map { (group, $0) }
    }
    guard marks.count > 1 else { return .empty }
    return div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel(section.title[language]))
    {
      table(.class("table", "table--tight")) {
        thead {
          tr {
            th(.scope("col")) { StatementReadTexts.ability[language] }
            th(.scope("col")) { StatementPageTexts.examinersLevel[language] }
            th(.scope("col")) { StatementPageTexts.ownRating[language] }
          }
        }
        tbody {
          for (group, mark) in marks {
            tr {
              th(.scope("row")) { group.title?[language] ?? "" }
              td { level(mark.level, language) }
              td { level(mark.own, language) }
            }
          }
        }
      }
    }
  }

  private func level(_ level: Int?, _ language: Language) -> String {
    guard let level else { return "–" }
    return "\(level) – \(definition.grade(level)?.name[language] ?? "")"
  }
}

extension AbilityMark {
  /// The levels of a group that has the examiner's and the insured's own; nil for another.
  init?(_ group: StatementGroup, _ content: StatementContent?) {
    guard let levels = group.levels else { return nil }
    func level(_ field: StatementField) -> Int? {
      if case .grade(let level)? = content?.value(field.key) { level } else { nil }
    }
    self.init(level: level(levels.examiner), own: level(levels.own))
  }
}

extension StatementValueWords {
  func html(_ language: Language) -> HTML {
    switch self {
    case .typed(let text): return Self.paragraphs(text)
    case .day(let day): return DateText(language).tag(day, .full)
    case .line(let text): return .text(text)
    case .list(let lines): return ul(.class("plain")) { for line in lines { li { line } } }
    case .rows(let columns, let rows):
      return table(.class("table")) {
        thead { tr { for column in columns { th(.scope("col")) { column } } } }
        tbody { for row in rows { tr { for cell in row { td { cell } } } } }
      }
    }
  }

  /// Paragraphs as they were typed: an empty line parts two, a line break is kept.
  static func paragraphs(_ text: String) -> HTML {
    div(.class("typed")) {
      for paragraph in text.components(separatedBy: "\n\n") where !paragraph.isEmpty {
        p { paragraph }
      }
    }
  }
}

/// The whole of a statement as it is read: head, sections with who wrote them.
struct StatementText: Sendable {
  let definition: StatementDefinition
  let content: StatementContent
  let setting: StatementSetting

  /// Sections that the content has, in the order of the definition.
  var parts: [(section: StatementSection, part: StatementPart)] {
    content.parts.compactMap { part in definition.section(part.section).map { ($0, part) } }
  }

  func html(_ language: Language, after: (String) -> HTML = { _ in .empty }) -> HTML {
    fragment {
      Card("assignment", StatementReadTexts.assignment[language]) {
        SummaryList(StatementHeadLines.lines(content.head, language)).html(language)
      }.html
      for (index, (section, part)) in parts.enumerated() {
        Card(
          "part-\(section.id)", "\(index + 1). \(section.title[language])",
          aside: part.writers.isEmpty ? .empty : .text(writers(part, language))
        ) {
          if section.groups.contains(where: { $0.levels != nil }) {
            StatementLegend().html(language)
          }
          StatementPartText(
            definition: definition, section: section, content: content, setting: setting
          ).html(language)
          after(section.id)
        }.html
      }
    }
  }

  private func writers(_ part: StatementPart, _ language: Language) -> String {
    let names = part.writers.map { "\($0.name), \($0.profession.label[language].lowercased())" }
    return "\(StatementReadTexts.writtenBy[language]) \(names.joined(separator: "; "))"
  }
}

/// Whom and what a statement is about, line by line.
enum StatementHeadLines {
  static func lines(_ head: Domain.StatementHead, _ language: Language) -> [SummaryList.Line] {
    let dates = DateText(language)
    var lines: [SummaryList.Line] = []
    func add(_ term: Bilingual, _ value: String?) {
      if let value { lines.append(.init(term[language], value)) }
    }
    add(StatementReadTexts.name, head.name)
    add(StatementReadTexts.personNumber, head.personNumber.description)
    add(StatementReadTexts.caseNumber, head.assessment.description)
    add(StatementReadTexts.agencyNumber, head.agencyNumber)
    add(StatementReadTexts.purpose, head.purpose)
    add(StatementReadTexts.performer, head.performer)
    add(StatementReadTexts.doctor, head.doctor)
    add(StatementReadTexts.complete, head.completeDay.map { dates.text($0, .full) })
    let visits = head.visits.map { visit in
      [visit.profession.label[language], dates.text(visit.day, .date), visit.examiner]
        .compactMap { $0 }.joined(separator: ", ")
    }
    if !visits.isEmpty {
      lines.append(
        .init(
          StatementReadTexts.visits[language],
          html: ul(.class("plain")) { for visit in visits { li { visit } } }))
    }
    return lines
  }
}
