// SPDX-License-Identifier: Apache-2.0

/// What a statement (utlåtande) holds: sections, who writes them, and their fields. It is data,
/// since the form is Försäkringskassan's and changes. A version that has been written in is never
/// edited: a change is a new version, so that what was signed means the same for ever.
public struct StatementDefinition: Hashable, Sendable {
  /// Stable name of the form, such as `statement-afu`.
  public let id: String
  /// From 1.
  public let version: Int
  public let title: Bilingual
  /// The first day on which a statement may be begun in it; nil when that is not known.
  public let validFrom: Day?
  /// Where the content comes from.
  public let source: String
  /// How well the form as a whole is known.
  public let certainty: RuleCertainty
  /// What is not known about the authority's own form; shown where the statement is written.
  public let caution: Bilingual
  /// The levels of a grade from the lowest to the highest.
  public let grades: [StatementGrade]
  public let sections: [StatementSection]

  public init(
    id: String, version: Int, title: Bilingual, validFrom: Day?, source: String,
    certainty: RuleCertainty, caution: Bilingual, grades: [StatementGrade],
    sections: [StatementSection]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.validFrom = validFrom
    self.source = source
    self.certainty = certainty
    self.caution = caution
    self.grades = grades
    self.sections = sections
  }

  /// The version by its full name, such as `statement-afu-1`.
  public var name: String { "\(id)-\(version)" }

  /// The section with this id.
  public func section(_ id: String) -> StatementSection? { sections.first { $0.id == id } }

  /// The field with this key.
  public func field(_ key: String) -> StatementField? {
    sections.lazy.flatMap(\.fields).first { $0.key == key }
  }

  /// The section that a field stands in.
  public func section(of key: String) -> StatementSection? {
    sections.first { $0.fields.contains { $0.key == key } }
  }

  /// The abilities that are graded twice, by the examiner and before that by the insured, with
  /// the field of her own level.
  public var ratedAbilities: [(group: StatementGroup, own: StatementField)] {
    sections.flatMap(\.groups).compactMap { group in
      group.levels.map { (group, $0.own) }
    }
  }

  /// The name of a level.
  public func grade(_ level: Int) -> StatementGrade? { grades.first { $0.level == level } }
}

/// A level of a grade, and how well its name is known.
public struct StatementGrade: Hashable, Sendable {
  /// 0 is no limitation.
  public let level: Int
  public let name: Bilingual
  public let certainty: RuleCertainty

  public init(level: Int, name: Bilingual, certainty: RuleCertainty) {
    self.level = level
    self.name = name
    self.certainty = certainty
  }
}

/// A part of the statement that certain professions own.
public struct StatementSection: Hashable, Sendable {
  /// When the section belongs to a statement.
  public enum Need: String, Hashable, Sendable, CaseIterable {
    case always
    /// When one of the owning professions has examined.
    case examined
  }

  /// Stable within the definition; letters, digits and hyphens.
  public let id: String
  public let title: Bilingual
  public let help: Bilingual?
  /// The professions that write it, besides the responsible doctor.
  public let owners: [Profession]
  public let need: Need
  public let certainty: RuleCertainty
  public let groups: [StatementGroup]

  public init(
    id: String, title: Bilingual, help: Bilingual?, owners: [Profession], need: Need,
    certainty: RuleCertainty, groups: [StatementGroup]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.owners = owners
    self.need = need
    self.certainty = certainty
    self.groups = groups
  }

  /// All fields in order.
  public var fields: [StatementField] { groups.flatMap(\.fields) }
}

/// Fields that belong together, such as those of one ability. A section without groups has one
/// that has neither id nor title.
public struct StatementGroup: Hashable, Sendable {
  public let id: String?
  public let title: Bilingual?
  public let fields: [StatementField]

  public init(id: String?, title: Bilingual?, fields: [StatementField]) {
    self.id = id
    self.title = title
    self.fields = fields
  }

  /// The examiner's level and the insured's own; nil for a group that does not ask for both.
  public var levels: (examiner: StatementField, own: StatementField)? {
    guard let examiner = fields.first(where: { $0.kind == .grade }),
      let own = fields.first(where: { $0.kind == .ownGrade })
    else { return nil }
    return (examiner, own)
  }
}

/// One thing that is asked for.
public struct StatementField: Hashable, Sendable {
  /// `section.field` or `section.group.field`.
  public let key: String
  public let title: Bilingual
  public let help: Bilingual?
  public let kind: StatementFieldKind
  public let isRequired: Bool

  public init(
    key: String, title: Bilingual, help: Bilingual?, kind: StatementFieldKind, isRequired: Bool
  ) {
    self.key = key
    self.title = title
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
  }
}

/// What a field takes.
public enum StatementFieldKind: Hashable, Sendable {
  /// Words, at most so many characters.
  case text(maxLength: Int)
  case day
  case number(ClosedRange<Int>)
  /// One of several.
  case choice([StatementOption])
  /// A level of the definition's grades.
  case grade
  /// The insured's own level of what the group's grade is about.
  case ownGrade
  /// ICF codes, each with a qualifier where there is one.
  case icf
  /// Lines with these columns.
  case rows([StatementOption])
  /// Which documents of the underlag were read.
  case documents
}

/// One of several answers, or a column of rows.
public struct StatementOption: Hashable, Sendable {
  public let id: String
  public let title: Bilingual

  public init(id: String, title: Bilingual) {
    self.id = id
    self.title = title
  }
}

/// Largest sizes in a statement.
public enum StatementLimit {
  /// Characters in one field as typed.
  public static let textLength = 12_000
  /// ICF codes in one field.
  public static let codes = 30
  /// Lines in one field of rows.
  public static let rows = 50
  /// Savings of one draft; far beyond what people type.
  public static let edits = 50_000
  /// Characters of a sitting's name.
  public static let sittingLength = 64
}
