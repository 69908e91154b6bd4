// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a field of a statement says, in words. Screen, paper and lines of text lay out the same
/// words, so that none of them says less than another.
enum StatementValueWords: Sendable, Equatable {
  /// As it was typed, with its line breaks.
  case typed(String)
  case day(Day)
  case line(String)
  case list([String])
  case rows(columns: [String], rows: [[String]])

  init(
    _ value: StatementValue, of field: StatementField, in definition: StatementDefinition,
    _ language: Language
  ) {
    switch value {
    case .text(let text): self = .typed(text)
    case .day(let day): self = .day(day)
    case .number(let number): self = .line("\(number)")
    case .choice(let id):
      guard case .choice(let options) = field.kind else {
        self = .line(id)
        return
      }
      self = .line(options.first { $0.id == id }?.title[language] ?? id)
    case .grade(let level):
      let name = definition.grade(level).map { " – \($0.name[language])" } ?? ""
      self = .line("\(level)\(name)")
    case .icf(let codes): self = .list(codes.map(\.line))
    case .documents(let documents):
      self = .list(documents.map { StatementDocumentText.line($0, language) })
    case .rows(let rows):
      guard case .rows(let columns) = field.kind else {
        self = .list(rows.map { $0.joined(separator: ", ") })
        return
      }
      self = .rows(columns: columns.map { $0.title[language] }, rows: rows)
    }
  }

  /// On one line, but for the breaks that were typed.
  var text: String {
    switch self {
    case .typed(let text), .line(let text): text
    case .day(let day): day.description
    case .list(let lines): lines.joined(separator: "; ")
    case .rows(let columns, let rows):
      rows.map { row in
        zip(columns, row).map { "\($0): \($1)" }.joined(separator: ", ")
      }.joined(separator: "; ")
    }
  }
}

/// The fields of a section that hold something, in words, group by group.
struct StatementPartWords: Sendable {
  /// A field and what it says.
  struct Line: Sendable {
    let title: String
    let words: StatementValueWords
  }

  /// Fields that belong together.
  struct Group: Sendable {
    let title: String?
    let mark: AbilityMark?
    let lines: [Line]
  }

  let title: String
  let groups: [Group]

  init(
    _ section: StatementSection, _ content: StatementContent?,
    in definition: StatementDefinition, _ setting: StatementSetting, _ language: Language
  ) {
    title = section.title[language]
    groups = section.groups.compactMap { group in
      let lines = group.fields.compactMap { field in
        content?.value(field.key).map { value in
          Line(
            title: (setting.origin(of: value, in: field) ?? field.title)[language],
            words: StatementValueWords(value, of: field, in: definition, language))
        }
      }
      guard !lines.isEmpty else { return nil }
      return Group(
        title: group.title?[language], mark: AbilityMark(group, content), lines: lines)
    }
  }
}

extension StatementSetting {
  /// Whose a level of her own is: hers, with the day, or written down for her. Nil for what is no
  /// such level.
  func origin(of value: StatementValue, in field: StatementField) -> Bilingual? {
    guard field.kind == .ownGrade, case .grade(let level) = value else { return nil }
    let isHers = ownLevel(field) == level
    return OwnLevel(level: level, day: isHers ? ownLevelsDay : nil).datedWords
  }
}

/// Questions on a statement and their answers, in words.
struct StatementSupplementWords: Sendable {
  /// One question and what became of it.
  struct Line: Sendable {
    enum Answer: Sendable, Equatable {
      case typed(String)
      /// Why there is none to read.
      case missing(String)
    }

    /// The section that is asked about, or the whole.
    let title: String
    /// Nil where the reader was not sent the question.
    let question: String?
    let answer: Answer
  }

  let number: Int
  let title: String
  let lines: [Line]
  /// Who signed the answers and when; nil where nobody has here.
  let signature: StatementSignature?
  let digest: String?

  init(
    _ supplement: StatementSupplement, in definition: StatementDefinition, _ language: Language
  ) {
    number = supplement.requested.number
    title = "\(StatementReadTexts.addition[language]) \(number)"
    signature = supplement.signed?.signature
    digest = supplement.signed?.digest
    lines = supplement.questions.map { asked in
      let found = supplement.signed?.content.additions.first { $0.section == asked.section }
      let isSent = supplement.sentDay != nil
      let why = isSent ? StatementReadTexts.answeredElsewhere : StatementReadTexts.noAnswer
      return Line(
        title: asked.section.flatMap { definition.section($0)?.title[language] }
          ?? StatementReadTexts.whole[language],
        question: asked.question,
        answer: found.map { .typed($0.answer) } ?? .missing(why[language]))
    }
  }
}
