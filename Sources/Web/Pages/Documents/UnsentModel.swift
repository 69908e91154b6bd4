// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The person's own files that are uploaded but not sent, as rows of a form.
struct UnsentModel: Sendable {
  struct Row: Sendable, Hashable {
    let id: String
    /// The file's own name.
    let name: String
    let file: FileFacts
    var kind: String
    var title: String
    var dated: String
    /// It went with an earlier order; it can be sent again, and taken off the list.
    var wasSent = false
  }

  /// A file that was not taken, with the sentence that says why.
  struct Refused: Sendable, Hashable {
    let name: String
    let text: Bilingual
  }

  var rows: [Row]
  var errors = FormErrors()
  /// Files of the last form that were not taken.
  var refused: [Refused] = []
  /// How many of the last form were taken; nil where none was sent.
  var takenCount: Int?
  /// Files that have come in part, as after a lost connection.
  var unfinished: [DocumentUpload] = []
  /// What the documents can be sent with now; nil where nothing can be sent.
  var sendWith: (text: Bilingual, href: Href)?
  /// They are the insured person's own, which is one part of the underlag and needs no choosing.
  var isOwn = false

  init(_ unsent: [UnsentDocument]) {
    rows = unsent.map { document in
      Row(
        id: document.id, name: document.name, file: FileFacts(document.file),
        kind: document.kind?.rawValue ?? "", title: document.title,
        dated: document.dated?.description ?? "", wasSent: document.wasSent)
    }
  }

  /// How many there are of each part.
  var kinds: [DocumentKind: Int] {
    Dictionary(grouping: rows.compactMap { DocumentKind(rawValue: $0.kind) }, by: { $0 })
      .mapValues(\.count)
  }

  /// `3 handlingar, 14 sidor, 2,1 MB`
  func amount(_ language: Language) -> String {
    let pages = rows.reduce(0) { $0 + $1.file.file.pages }
    return [
      PartsTexts.documents.text(rows.count, language), CaseUnderlagTexts.pages(pages)[language],
      FileFacts.size(rows.map(\.file.file))[language],
    ].joined(separator: ", ")
  }

  /// The name of a field of a row.
  static func field(_ id: String, _ part: String) -> String { "fil.\(id).\(part)" }

  /// The rows as they were typed.
  mutating func take(_ values: FormValues) {
    for place in rows.indices {
      let id = rows[place].id
      guard values.fields[Self.field(id, "title")] != nil else { continue }
      rows[place].kind = values.raw(Self.field(id, "kind"))
      rows[place].title = values.raw(Self.field(id, "title"))
      rows[place].dated = values.raw(Self.field(id, "dated"))
    }
  }

  /// What to record about a row; notes what is wrong with it.
  mutating func description(_ place: Int, today: Day) -> Description? {
    let row = rows[place]
    let label = row.name
    let title = row.title.trimmed
    var dated: Day?
    if title.isEmpty { refuse(row.id, "title", label, DocumentTexts.title, ReaderTexts.write) }
    if title.unicodeScalars.count > CaseLimit.lineLength {
      refuse(
        row.id, "title", label, DocumentTexts.title, ReaderTexts.tooLong(CaseLimit.lineLength))
    }
    let typed = row.dated.trimmed
    if !typed.isEmpty {
      dated = ReaderTexts.today.contains(typed.lowercased()) ? today : Day(typed)
      if dated == nil {
        refuse(row.id, "dated", label, DocumentTexts.dated, ReaderTexts.noDay)
      }
    }
    guard errors.text(Self.field(row.id, "title")) == nil,
      errors.text(Self.field(row.id, "dated")) == nil
    else { return nil }
    return Description(kind: DocumentKind(rawValue: row.kind), title: title, dated: dated)
  }

  /// What is said about a file before it is sent.
  struct Description: Sendable, Hashable {
    let kind: DocumentKind?
    let title: String
    let dated: Day?
  }

  private mutating func refuse(
    _ id: String, _ part: String, _ file: String, _ label: Bilingual, _ text: Bilingual
  ) {
    let field = Bilingual(sv: "\(file), \(label.sv)", en: "\(file), \(label.en)")
    errors.add(Self.field(id, part), FormReader.sentence(field, text))
  }
}

/// The buttons of the form of unsent documents.
enum UnsentButton: Sendable, Hashable {
  case save
  case up(String)
  case down(String)
  case remove(String)

  /// The name that the button is sent under.
  static let name = "gor"

  var value: String {
    switch self {
    case .save: "spara"
    case .up(let id): "upp.\(id)"
    case .down(let id): "ner.\(id)"
    case .remove(let id): "bort.\(id)"
    }
  }

  init(_ value: String) {
    let parts = value.split(separator: ".", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("upp"?, 2): self = .up(parts[1])
    case ("ner"?, 2): self = .down(parts[1])
    case ("bort"?, 2): self = .remove(parts[1])
    default: self = .save
    }
  }
}
