// SPDX-License-Identifier: Apache-2.0

/// Who wrote something in a statement.
public struct StatementWriter: Codable, Hashable, Sendable {
  /// Identifier at the performer.
  public var person: String
  public var name: String
  public var profession: Profession

  public init(person: String, name: String, profession: Profession) {
    self.person = person
    self.name = name
    self.profession = profession
  }
}

/// One saving of one field. Savings are only ever added: what somebody wrote is still there
/// whatever somebody else wrote after.
public struct StatementEdit: Codable, Hashable, Sendable {
  /// Its place among all savings of the draft, from 1; this is also the field's revision.
  public var number: Int
  /// Key of the field.
  public var field: String
  /// As it was typed.
  public var text: String
  /// The revision that the writer had before her; 0 for an untouched field.
  public var base: Int
  /// Other people's revisions that the writer had before her and has dealt with.
  public var settles: [Int]
  public var writer: StatementWriter
  public var at: Instant
  /// Names the open page that it was written in, so that savings from one page follow each other.
  public var sitting: String
  /// The version of the definition that the draft is written in.
  public var form: String

  public init(
    number: Int, field: String, text: String, base: Int, settles: [Int] = [],
    writer: StatementWriter, at: Instant, sitting: String, form: String
  ) {
    self.number = number
    self.field = field
    self.text = text
    self.base = base
    self.settles = settles
    self.writer = writer
    self.at = at
    self.sitting = sitting
    self.form = form
  }
}

/// A field while it is being written.
public struct FieldDraft: Hashable, Sendable {
  /// Every saving in order.
  public internal(set) var history: [StatementEdit] = []
  /// What stands in the field.
  public internal(set) var current: StatementEdit?
  /// Those that have stood in the field, in order.
  private var stood: [StatementEdit] = []
  /// What others wrote at the same time and nobody has dealt with yet.
  public internal(set) var competing: [StatementEdit] = []

  public init() {}

  /// What stands in the field; empty when nothing does.
  public var text: String { current?.text ?? "" }
  /// The revision that stands; 0 for none.
  public var revision: Int { current?.number ?? 0 }

  /// Takes in a saving. It becomes what stands when its writer had before her what stood, or when
  /// all that came between is her own page's; else it competes, and both texts remain.
  mutating func apply(_ edit: StatementEdit) {
    history.append(edit)
    let follows =
      edit.base == revision
      || (edit.base < revision
        && stood.reversed().prefix { $0.number > edit.base }.allSatisfy(edit.isOfSamePage))
    guard follows else {
      competing.removeAll(where: edit.isOfSamePage)
      if edit.text != text { competing.append(edit) }
      return
    }
    current = edit
    stood.append(edit)
    competing.removeAll { edit.settles.contains($0.number) || $0.text == edit.text }
  }
}

/// A statement while it is being written: what its savings add up to.
public struct StatementDraft: Hashable, Sendable {
  public private(set) var fields: [String: FieldDraft] = [:]
  /// The last saving's number; 0 before the first.
  public private(set) var revision = 0
  /// The version of the definition it was begun in; nil before the first saving.
  public private(set) var form: String?
  public private(set) var lastEdit: StatementEdit?

  public init(_ edits: [StatementEdit] = []) {
    for edit in edits { apply(edit) }
  }

  /// Takes in one more saving.
  public mutating func apply(_ edit: StatementEdit) {
    fields[edit.field, default: FieldDraft()].apply(edit)
    revision = edit.number
    form = form ?? edit.form
    lastEdit = edit
  }

  /// The field as it stands; an untouched one where nothing was saved.
  public func field(_ key: String) -> FieldDraft { fields[key] ?? FieldDraft() }

  /// Those whose words stand in the fields, in the order of their professions and names.
  public func writers(of keys: [String]) -> [StatementWriter] {
    let standing = keys.compactMap { fields[$0]?.current }.filter { !$0.text.isBlank }
    return Set(standing.map(\.writer)).sorted {
      ($0.profession, $0.name) < ($1.profession, $1.name)
    }
  }
}

extension StatementEdit {
  /// Written by the same person in the same open page. A page's name alone proves nothing: it is
  /// what the writer's program says.
  public func isOfSamePage(as other: StatementEdit) -> Bool {
    isOf(other.sitting, by: other.writer.person)
  }

  /// Written by this person in the open page of this name.
  public func isOf(_ sitting: String, by person: String) -> Bool {
    self.sitting == sitting && writer.person == person
  }

  /// The text with one kind of line break, whatever the browser sent.
  public static func plain(_ text: String) -> String {
    text.contains(where: \.isNewline) ? text.lines.joined(separator: "\n") : text
  }
}
