// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The documents of an underlag as they stand in a form: rows that may be half written, and the
/// reasons for the parts that are not sent.
struct DocumentRows: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    var kind = ""
    var title = ""
    var dated = ""
    var pages = ""
    /// The uploaded file that the row stands for; empty for a document that comes by post.
    var file = ""
    /// The file goes along.
    var goes = true

    /// There is no file, and nothing but perhaps the kind is written.
    var isBlank: Bool {
      file.isEmpty && [title, dated, pages].allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
  }

  var rows: [Row]
  var absent: [DocumentKind: String]

  init(rows: [Row] = [], absent: [DocumentKind: String] = [:]) {
    self.rows = rows
    self.absent = absent
  }

  /// An empty row for each part of the underlag.
  static let onePerPart = DocumentRows(
    rows: DocumentKind.allCases.map { Row(kind: $0.rawValue) })

  /// A list that has been sent before.
  init(_ list: DocumentList) {
    rows = (list.items ?? []).map { item in
      Row(
        kind: item.kind.rawValue, title: item.title, dated: item.dated?.description ?? "",
        pages: "\(item.pages)", file: item.file?.id ?? "")
    }
    absent = Dictionary(
      (list.absent ?? []).map { ($0.kind, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows of the field with this name, in their order.
  init(_ values: FormValues, _ name: String) {
    let numbers = values.fields.keys.compactMap { key -> Int? in
      guard key.hasPrefix(name + ".") else { return nil }
      return key.dropFirst(name.count + 1).split(separator: ".").first.flatMap { Int($0) }
    }
    let known = Set(numbers).filter { 0...CaseLimit.documents ~= $0 }.sorted()
    rows = known.map { number in
      let file = values.raw("\(name).\(number).file")
      return Row(
        kind: values.raw("\(name).\(number).kind"), title: values.raw("\(name).\(number).title"),
        dated: values.raw("\(name).\(number).dated"),
        pages: values.raw("\(name).\(number).pages"),
        file: file, goes: file.isEmpty || values.isChecked("\(name).\(number).goes"))
    }
    absent = [:]
    for kind in DocumentKind.allCases {
      let reason = values.raw("\(name).absent.\(kind.rawValue)")
      if !reason.isEmpty { absent[kind] = reason }
    }
  }

  /// The rows as fields with consecutive numbers.
  func fields(_ name: String) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    for (number, row) in rows.enumerated() {
      if !row.file.isEmpty {
        fields["\(name).\(number).file"] = [row.file]
        if row.goes { fields["\(name).\(number).goes"] = ["ja"] }
      }
      fields["\(name).\(number).kind"] = [row.kind]
      fields["\(name).\(number).title"] = [row.title]
      fields["\(name).\(number).dated"] = [row.dated]
      fields["\(name).\(number).pages"] = [row.pages]
    }
    for (kind, reason) in absent { fields["\(name).absent.\(kind.rawValue)"] = [reason] }
    return fields
  }

  /// Without the rows in which nothing is written, so that row and document have the same number.
  var compacted: DocumentRows {
    DocumentRows(rows: rows.filter { !$0.isBlank }, absent: absent)
  }

  /// The rows with one for each uploaded file, in the files' order, before those of documents that
  /// come by post. What is known of a file now is right; a row whose file is gone goes with it.
  func joined(with files: [UnsentDocument]) -> DocumentRows {
    let known = Dictionary(
      rows.filter { !$0.file.isEmpty }.map { ($0.file, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let own = files.map { file in
      var row = known[file.id] ?? Row(title: file.title)
      row.kind = file.kind?.rawValue ?? row.kind
      if !row.title.trimmed.isEmpty { row.title = file.title }
      // A day that cannot be read stays as it was typed, until it is mended.
      if row.dated.trimmed.isEmpty || Day(row.dated.trimmed) != nil {
        row.dated = file.dated?.description ?? ""
      }
      row.pages = "\(file.file.pages)"
      row.file = file.id
      return row
    }
    let byPost = rows.filter { $0.file.isEmpty && (own.isEmpty || !$0.isBlank) }
    return DocumentRows(rows: own + byPost, absent: absent)
  }

  /// The name of the button that changes the rows of a field.
  static func button(_ name: String) -> String { name + ".do" }
  static let add = "add"
  static func remove(_ number: Int) -> String { "remove.\(number)" }

  /// The rows after one of the buttons.
  func after(_ button: String) -> DocumentRows {
    var changed = self
    if button == Self.add {
      if rows.count < CaseLimit.documents { changed.rows.append(Row()) }
    } else if let number = button.split(separator: ".").last.flatMap({ Int($0) }),
      rows.indices.contains(number)
    {
      changed.rows.remove(at: number)
    }
    return changed
  }

  /// The question with this name within the field `field`.
  static func label(of name: String, in field: String) -> Bilingual? {
    guard name.hasPrefix(field + ".") else { return nil }
    let rest = name.dropFirst(field.count + 1).split(separator: ".")
    guard rest.count == 2 else { return nil }
    if rest[0] == "absent" {
      return DocumentKind(rawValue: String(rest[1])).map(DocumentTexts.absent)
    }
    guard let number = Int(rest[0]), let what = DocumentTexts.columns[String(rest[1])] else {
      return nil
    }
    return Bilingual(
      sv: "Handling \(number + 1), \(what.sv)", en: "Document \(number + 1), \(what.en)")
  }
}

extension FormValues {
  /// The values with a document field's rows replaced.
  func replacing(_ name: String, by rows: DocumentRows) -> FormValues {
    var kept = fields.filter { !$0.key.hasPrefix(name + ".") }
    kept.merge(rows.fields(name)) { _, new in new }
    return FormValues(kept)
  }

  /// The values with empty document rows left out.
  func compacted(_ parts: [FormPart]) -> FormValues {
    parts.fields.reduce(self) { values, field in
      guard case .documents = field.control else { return values }
      return values.replacing(field.name, by: DocumentRows(values, field.name).compacted)
    }
  }

  /// The values after a button that adds or removes a row, or nil where none was pressed.
  func withRowsChanged(_ parts: [FormPart]) -> FormValues? {
    for field in parts.fields {
      guard case .documents = field.control, let button = text(DocumentRows.button(field.name))
      else { continue }
      return replacing(field.name, by: DocumentRows(self, field.name).after(button))
    }
    return nil
  }
}

extension FormReader {
  /// The documents of a field, with the reason for each part that is not sent. Where
  /// `isWhole`, each part must be there or be explained (förordning 2018:1633 6 §).
  mutating func documents(_ name: String, isWhole: Bool) -> DocumentList? {
    let written = DocumentRows(values, name)
    let before = errors
    var items: [SupportingDocument] = []
    let files = knownFiles(name)
    for (number, row) in written.rows.enumerated() where !row.isBlank && row.isSent {
      let place = "\(name).\(number)"
      let kind = DocumentKind(rawValue: row.kind)
      if kind == nil { refuse("\(place).kind", ReaderTexts.choose) }
      let title = text("\(place).title")
      let dated = optionalDay("\(place).dated")
      let file = files[row.file]
      if file == nil, !row.file.isEmpty { refuse("\(place).title", DocumentTexts.fileGone) }
      let pages = file?.pages ?? optionalNumber("\(place).pages", in: 1...CaseLimit.pages)
      if pages == nil { refuse("\(place).pages", ReaderTexts.noNumber(1...CaseLimit.pages)) }
      guard let kind, let title, let pages else { continue }
      items.append(
        SupportingDocument(kind: kind, title: title, dated: dated, pages: pages, file: file))
    }
    let sent = Set(written.rows.filter { !$0.isBlank && $0.isSent }.map(\.kind))
    var absent: [AbsentPart] = []
    for kind in DocumentKind.allCases where !sent.contains(kind.rawValue) {
      if let reason = written.absent[kind], !reason.allSatisfy(\.isWhitespace) {
        absent.append(AbsentPart(kind: kind, reason: reason))
      } else if isWhole {
        refuse("\(name).absent.\(kind.rawValue)", DocumentTexts.listOrExplain)
      }
    }
    return errors == before ? DocumentList(items, absent: absent) : nil
  }
}

extension FormReader {
  /// The files that the rows of a field can stand for.
  private func knownFiles(_ name: String) -> [String: DocumentFile] {
    guard case .documents(_, let files, _)? = parts.field(named: name)?.control else { return [:] }
    return Dictionary(files.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
  }
}

extension DocumentRows.Row {
  /// A file that was taken out of the list is not sent.
  var isSent: Bool { file.isEmpty || goes }
}

/// The words of a list of documents.
enum DocumentTexts {
  static let columns: [String: Bilingual] = [
    "kind": Bilingual(sv: "del av underlaget", en: "part of the documents"),
    "title": Bilingual(sv: "rubrik", en: "title"),
    "dated": Bilingual(sv: "daterad", en: "dated"),
    "pages": Bilingual(sv: "antal sidor", en: "number of pages"),
  ]

  static let goes = Bilingual(sv: "Följer med", en: "Goes along")
  static let uploaded = Bilingual(
    sv: "Uppladdade filer står som egna rader. En handling som kommer med post skriver du själv.",
    en: "Uploaded files stand as rows of their own. A document that comes by post you write "
      + "yourself.")
  static let upload = Bilingual(sv: "Ladda upp filer", en: "Upload files")
  static let fileGone = Bilingual(
    sv: "filen finns inte kvar, hämta sidan på nytt", en: "the file is gone, reload the page")
  static let kind = Bilingual(sv: "Del av underlaget", en: "Part of the documents")
  static let title = Bilingual(sv: "Rubrik", en: "Title")
  static let dated = Bilingual(sv: "Daterad", en: "Dated")
  static let pages = Bilingual(sv: "Antal sidor", en: "Number of pages")
  static let add = Bilingual(sv: "Lägg till en rad", en: "Add a row")
  static let remove = Bilingual(sv: "Ta bort", en: "Remove")
  static let absentTitle = Bilingual(
    sv: "Delar som inte skickas", en: "Parts that are not sent")
  static let absentHint = Bilingual(
    sv: "Skriv varför för varje del som saknas i listan ovan.",
    en: "Write why for each part that is missing in the list above.")
  static let listOrExplain = Bilingual(
    sv: "lista minst en handling eller skriv varför delen inte skickas",
    en: "list at least one document or write why the part is not sent")

  static func row(_ number: Int) -> Bilingual {
    Bilingual(sv: "Handling \(number + 1)", en: "Document \(number + 1)")
  }

  static func absent(_ kind: DocumentKind) -> Bilingual {
    let name = kind.label.alone
    return Bilingual(
      sv: "Varför skickas inte: \(name.sv.lowercased())",
      en: "Why not sent: \(name.en.lowercased())")
  }
}
