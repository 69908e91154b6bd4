// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// One row of a rule file. The fields stand in `Record.allowed` lists here and nowhere else.
enum RuleRow {
  private static let fields = [
    "id", "subject", "meaning", "value", "unit", "basis", "source", "references", "valid",
    "certainty", "address", "checked",
  ]

  static func read(_ node: Node, file: String, number: Int) throws(RuleDataFault) -> Rule {
    let name = node.mapping?["id"]?.scalar?.string ?? "row \(number)"
    let row = try Record(node, file: file, row: name, allowed: fields)
    let id = try row.parsed("id", "capital letters, digits and underscores", identifier)
    let valid = try row.record("valid", allowed: ["from", "to"])
    let basis = try row.parsed("basis", "a basis", RuleBasis.init(rawValue:))
    let certainty = try row.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:))
    let value = try value(row)
    if !value.isKnown && certainty == .seen {
      throw row.fault("certainty", "is seen, but the value is unknown")
    }
    let unit =
      row.has("unit") ? try row.parsed("unit", "a unit", RuleUnit.init(rawValue:)) : nil
    if value.integer != nil && unit == nil { throw row.fault("unit", "is missing for a number") }
    return Rule(
      id: id, subject: try row.optionalText("subject"),
      meaning: try bilingual(row, "meaning"),
      value: value, unit: unit, basis: basis,
      source: try source(row, basis: basis),
      references: row.has("references") ? try references(row) : [],
      validFrom: try start(valid),
      validTo: try valid.parsed("to", "a day, open-ended or not-checked", RuleEnd.init),
      certainty: certainty,
      sourceAddress: try row.text("address"),
      checkedOn: row.has("checked") ? try row.parsed("checked", "a day", isoDay) : nil)
  }

  /// Texts in both languages.
  static func bilingual(_ record: Record, _ field: String) throws(RuleDataFault) -> Bilingual {
    let texts = try record.record(field, allowed: ["sv", "en"])
    return Bilingual(sv: try texts.text("sv"), en: try texts.text("en"))
  }

  /// Only `2026-06-12`, so that a day always looks like one in the files.
  static func isoDay(_ text: String) -> Day? { text.utf8.count == 10 ? Day(text) : nil }

  private static func identifier(_ text: String) -> String? {
    let isRight = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isRight ? text : nil
  }

  private static func start(_ valid: Record) throws(RuleDataFault) -> Day? {
    let text = try valid.text("from")
    return text == "unknown" ? nil : try valid.parsed("from", "a day or unknown", isoDay)
  }

  /// A service target says of itself that it is not law.
  private static func source(_ row: Record, basis: RuleBasis) throws(RuleDataFault) -> String {
    let source = try row.text("source")
    if basis == .serviceTarget && !source.hasPrefix("ej lag") {
      throw row.fault("source", "of a service target must begin with \"ej lag\"")
    }
    return source
  }

  private static func value(_ row: Record) throws(RuleDataFault) -> RuleValue {
    if try row.node("value").scalar?.string == "unknown" { return .unknown }
    let forms = ["integer", "text", "list", "boolean", "monthDay", "date"]
    let value = try row.record("value", allowed: forms)
    let given = forms.filter(value.has)
    guard given.count == 1, let form = given.first else {
      throw row.fault("value", "must be one of \(forms.joined(separator: ", ")), or unknown")
    }
    return switch form {
    case "integer": .integer(try value.integer(form))
    case "list": .list(try value.texts(form))
    case "boolean": .boolean(try value.parsed(form, "true or false") { Bool($0) })
    case "monthDay": .monthDay(try value.parsed(form, "a month and a day", MonthDay.init))
    case "date": .date(try value.parsed(form, "a day", isoDay))
    default: .text(try value.text(form))
    }
  }

  private static func references(_ row: Record) throws(RuleDataFault) -> [LegalReference] {
    var references: [LegalReference] = []
    for node in try row.nodes("references") {
      let part = try Record(
        node, file: row.file, row: row.row, path: "references",
        allowed: ["act", "chapter", "section", "paragraph", "amendment"])
      references.append(
        LegalReference(
          act: try part.text("act"), chapter: try part.optionalText("chapter"),
          section: try part.optionalText("section"),
          paragraph: try part.optionalText("paragraph"),
          amendment: try part.optionalText("amendment")))
    }
    return references
  }
}
