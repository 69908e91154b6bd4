// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// The definitions of statements as files: `Rules/statement-*.yaml`, one for each version.
public enum StatementDefinitionFile {
  static let prefix = "statement-"

  /// Reads and checks the definitions that come with the program, by name and version.
  public static func load() throws(RuleDataFault) -> [StatementDefinition] {
    try definitions(RuleFolder.bundled().filter { $0.name.hasPrefix(prefix) })
  }

  /// Reads and checks definitions from texts, each with the name of its file.
  public static func definitions(
    _ files: [(name: String, text: String)]
  ) throws(RuleDataFault) -> [StatementDefinition] {
    var definitions: [StatementDefinition] = []
    for file in files {
      let definition = try definition(file.text, file: file.name)
      guard file.name == "\(definition.name).yaml" else {
        throw RuleDataFault(
          file: file.name, field: "version", problem: "the file is to be \(definition.name).yaml")
      }
      definitions.append(definition)
    }
    return definitions.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
  }

  private static func definition(
    _ text: String, file: String
  ) throws(RuleDataFault) -> StatementDefinition {
    let root = try RuleFolder.root(text, file: file)
    let top = try Record(
      root, file: file, row: nil,
      allowed: [
        "id", "version", "title", "valid", "source", "certainty", "address", "caution", "grades",
        "sections",
      ])
    let version = try top.integer("version")
    guard version >= 1 else { throw top.fault("version", "begins with 1") }
    let from = try top.record("valid", allowed: ["from"]).text("from")
    guard from == "unknown" || RuleRow.isoDay(from) != nil else {
      throw top.fault("valid.from", "is not a day or unknown")
    }
    _ = try top.text("address")
    let grades = try grades(top)
    var sections: [StatementSection] = []
    for (index, node) in try top.nodes("sections").enumerated() {
      let section = try SectionReader(file: file, node: node, number: index + 1).section()
      guard !sections.contains(where: { $0.id == section.id }) else {
        throw RuleDataFault(file: file, row: section.id, field: "id", problem: "comes twice")
      }
      sections.append(section)
    }
    guard !sections.isEmpty else { throw top.fault("sections", "is empty") }
    return StatementDefinition(
      id: try top.parsed("id", "letters, digits and hyphens", SectionReader.identifier),
      version: version, title: try RuleRow.bilingual(top, "title"),
      validFrom: RuleRow.isoDay(from), source: try top.text("source"),
      certainty: try top.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:)),
      caution: try RuleRow.bilingual(top, "caution"), grades: grades, sections: sections)
  }

  /// The five levels from 0, each once.
  private static func grades(_ top: Record) throws(RuleDataFault) -> [StatementGrade] {
    var grades: [StatementGrade] = []
    for (index, node) in try top.nodes("grades").enumerated() {
      let row = try Record(
        node, file: top.file, row: "grade \(index)", allowed: ["level", "name", "certainty"])
      guard try row.integer("level") == index else {
        throw row.fault("level", "is not \(index)")
      }
      grades.append(
        StatementGrade(
          level: index, name: try RuleRow.bilingual(row, "name"),
          certainty: try row.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:))))
    }
    guard grades.count == 5 else { throw top.fault("grades", "are not the levels 0 to 4") }
    return grades
  }
}

/// Reads one section.
private struct SectionReader {
  let file: String
  let node: Node
  let number: Int

  /// Lower-case letters, digits and hyphens: it stands in keys and in addresses.
  static func identifier(_ text: String) -> String? {
    let isRight = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    return isRight ? text : nil
  }

  func section() throws(RuleDataFault) -> StatementSection {
    let name = node.mapping?["id"]?.scalar?.string ?? "section \(number)"
    let row = try Record(
      node, file: file, row: name,
      allowed: ["id", "title", "help", "owners", "need", "certainty", "groups", "fields"])
    let id = try row.parsed("id", "letters, digits and hyphens", Self.identifier)
    var owners: [Profession] = []
    for text in try row.texts("owners") {
      guard let owner = Profession(rawValue: text), !owners.contains(owner) else {
        throw row.fault("owners", "are not professions, each once")
      }
      owners.append(owner)
    }
    return StatementSection(
      id: id, title: try RuleRow.bilingual(row, "title"), help: try optional(row, "help"),
      owners: owners,
      need: try row.parsed("need", "always or examined", StatementSection.Need.init(rawValue:)),
      certainty: try row.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:)),
      groups: try groups(row, id))
  }

  /// The groups, each with all the fields; one without a name where none are given.
  private func groups(_ row: Record, _ section: String) throws(RuleDataFault) -> [StatementGroup] {
    guard row.has("groups") else {
      return [StatementGroup(id: nil, title: nil, fields: try fields(row, section))]
    }
    var groups: [StatementGroup] = []
    for (index, node) in try row.nodes("groups").enumerated() {
      let path = "groups.\(index + 1)"
      let group = try Record(node, file: file, row: row.row, path: path, allowed: ["id", "title"])
      let id = try group.parsed("id", "letters, digits and hyphens", Self.identifier)
      if groups.contains(where: { $0.id == id }) { throw group.fault("id", "comes twice") }
      groups.append(
        StatementGroup(
          id: id, title: try RuleRow.bilingual(group, "title"),
          fields: try fields(row, "\(section).\(id)")))
    }
    guard !groups.isEmpty else { throw row.fault("groups", "is empty") }
    return groups
  }

  private func fields(
    _ row: Record, _ prefix: String
  ) throws(RuleDataFault) -> [StatementField] {
    var fields: [StatementField] = []
    for (index, node) in try row.nodes("fields").enumerated() {
      let field = try field(node, row, path: "fields.\(index + 1)", prefix: prefix)
      if fields.contains(where: { $0.key == field.key }) {
        throw row.fault("fields.\(index + 1).id", "comes twice")
      }
      fields.append(field)
    }
    guard !fields.isEmpty else { throw row.fault("fields", "is empty") }
    // Her own level is of what the examiner grades, and is read beside that.
    let own = fields.count { $0.kind == .ownGrade }
    if own > 1 { throw row.fault("fields", "have more than one ownGrade") }
    if own == 1 && fields.count(where: { $0.kind == .grade }) != 1 {
      throw row.fault("fields", "have an ownGrade without one grade beside it")
    }
    return fields
  }

  private func field(
    _ node: Node, _ row: Record, path: String, prefix: String
  ) throws(RuleDataFault) -> StatementField {
    let field = try Record(
      node, file: file, row: row.row, path: path,
      allowed: [
        "id", "title", "help", "kind", "required", "max", "from", "to", "options", "columns",
      ])
    let id = try field.parsed("id", "letters, digits and hyphens", Self.identifier)
    return StatementField(
      key: "\(prefix).\(id)", title: try RuleRow.bilingual(field, "title"),
      help: try optional(field, "help"), kind: try kind(field),
      isRequired: try field.parsed("required", "true or false") { Bool($0) })
  }

  private func kind(_ field: Record) throws(RuleDataFault) -> StatementFieldKind {
    switch try field.text("kind") {
    case "text":
      let length = try field.integer("max")
      guard (1...StatementLimit.textLength).contains(length) else {
        throw field.fault("max", "is not 1 to \(StatementLimit.textLength)")
      }
      return .text(maxLength: length)
    case "day": return .day
    case "number":
      let (from, to) = (try field.integer("from"), try field.integer("to"))
      guard from <= to else { throw field.fault("to", "is less than from") }
      return .number(from...to)
    case "choice": return .choice(try options(field, "options", least: 2))
    case "grade": return .grade
    case "ownGrade": return .ownGrade
    case "icf": return .icf
    case "rows": return .rows(try options(field, "columns", least: 1))
    case "documents": return .documents
    default:
      throw field.fault(
        "kind", "is not text, day, number, choice, grade, ownGrade, icf, rows or documents")
    }
  }

  private func options(
    _ field: Record, _ name: String, least: Int
  ) throws(RuleDataFault) -> [StatementOption] {
    var options: [StatementOption] = []
    for node in try field.nodes(name) {
      let option = try Record(
        node, file: file, row: field.row, path: name, allowed: ["id", "title"])
      let id = try option.parsed("id", "letters, digits and hyphens", Self.identifier)
      if options.contains(where: { $0.id == id }) { throw option.fault("id", "comes twice") }
      options.append(StatementOption(id: id, title: try RuleRow.bilingual(option, "title")))
    }
    guard options.count >= least else { throw field.fault(name, "are fewer than \(least)") }
    return options
  }

  private func optional(_ record: Record, _ field: String) throws(RuleDataFault) -> Bilingual? {
    record.has(field) ? try RuleRow.bilingual(record, field) : nil
  }
}
