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

  func html(_ language: Language) -> HTML {
    let groups = section.groups.filter { group in
      group.fields.contains { content?.value($0.key) != nil }
    }
    return div(.class("stack")) {
      if groups.isEmpty { p(.class("muted")) { StatementPageTexts.unanswered[language] } }
      if !groups.isEmpty { profile(language) }
      for group in groups {
        div(.class("stack-s")) {
          if let title = group.title {
            div(.class("row", "row--apart")) {
              h3 { title[language] }
              if let mark = mark(group) { mark.html(language) }
            }
          }
          dl(.class("facts", "facts--text")) {
            for field in group.fields {
              if let value = content?.value(field.key) {
                div {
                  dt { field.title[language] }
                  dd { StatementValueText(field, value, definition).html(language) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// All levels at a glance, the examiner's beside the insured's own; nothing for a section that
  /// is not graded.
  func profile(_ language: Language) -> HTML {
    let marks = section.groups.compactMap { group in mark(group).map { (group, $0) } }
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

  private func mark(_ group: StatementGroup) -> AbilityMark? {
    let grades = group.fields.filter { $0.kind == .grade }
    guard grades.count == 2 else { return nil }
    func level(_ field: StatementField) -> Int? {
      if case .grade(let level)? = content?.value(field.key) { level } else { nil }
    }
    return AbilityMark(level: level(grades[0]), own: level(grades[1]))
  }
}

/// A value in words.
struct StatementValueText: Sendable {
  let field: StatementField
  let value: StatementValue
  let definition: StatementDefinition

  init(_ field: StatementField, _ value: StatementValue, _ definition: StatementDefinition) {
    self.field = field
    self.value = value
    self.definition = definition
  }

  func html(_ language: Language) -> HTML {
    switch value {
    case .text(let text): return Self.paragraphs(text)
    case .day(let day): return DateText(language).tag(day, .full)
    case .number(let number): return .text("\(number)")
    case .choice(let id):
      guard case .choice(let options) = field.kind else { return .text(id) }
      return .text(options.first { $0.id == id }?.title[language] ?? id)
    case .grade(let level):
      let name = definition.grade(level).map { " – \($0.name[language])" } ?? ""
      return .text("\(level)\(name)")
    case .icf(let codes): return list(codes.map(\.line))
    case .documents(let documents):
      return list(documents.map { StatementDocumentText.line($0, language) })
    case .rows(let rows):
      guard case .rows(let columns) = field.kind else {
        return list(rows.map { $0.joined(separator: ", ") })
      }
      return table(.class("table")) {
        thead { tr { for column in columns { th(.scope("col")) { column.title[language] } } } }
        tbody { for row in rows { tr { for cell in row { td { cell } } } } }
      }
    }
  }

  private func list(_ lines: [String]) -> HTML {
    ul(.class("plain")) { for line in lines { li { line } } }
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
          if section.groups.contains(where: { $0.fields.filter { $0.kind == .grade }.count == 2 }) {
            StatementLegend().html(language)
          }
          StatementPartText(definition: definition, section: section, content: content)
            .html(language)
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
