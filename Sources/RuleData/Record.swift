// SPDX-License-Identifier: Apache-2.0

import Yams

/// One mapping in a rule file, read strictly: every field is asked for by name, a field that
/// nobody asks for is a fault, and so is a field that comes twice.
struct Record {
  let file: String
  let row: String?
  private let path: String?
  private let fields: [String: Node]

  /// Reads a mapping; `allowed` are the only fields that it may have.
  init(
    _ node: Node, file: String, row: String?, path: String? = nil, allowed: [String]
  ) throws(RuleDataFault) {
    self.file = file
    self.row = row
    self.path = path
    guard let mapping = node.mapping else {
      throw RuleDataFault(file: file, row: row, field: path, problem: "not a mapping")
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let field = Record.joined(path, name)
      guard allowed.contains(name) else {
        throw RuleDataFault(file: file, row: row, field: field, problem: "no such field")
      }
      guard fields.updateValue(value, forKey: name) == nil else {
        throw RuleDataFault(file: file, row: row, field: field, problem: "comes twice")
      }
    }
    self.fields = fields
  }

  func has(_ field: String) -> Bool { fields[field] != nil }

  func node(_ field: String) throws(RuleDataFault) -> Node {
    guard let node = fields[field] else { throw fault(field, "is missing") }
    return node
  }

  /// A text that is not empty.
  func text(_ field: String) throws(RuleDataFault) -> String {
    guard let text = try node(field).scalar?.string, !text.isEmpty else {
      throw fault(field, "is not a text")
    }
    return text
  }

  func optionalText(_ field: String) throws(RuleDataFault) -> String? {
    has(field) ? try text(field) : nil
  }

  /// A text that another type can read.
  func parsed<Value>(
    _ field: String, _ expected: String, _ read: (String) -> Value?
  ) throws(RuleDataFault) -> Value {
    guard let value = read(try text(field)) else { throw fault(field, "is not \(expected)") }
    return value
  }

  func integer(_ field: String) throws(RuleDataFault) -> Int {
    try parsed(field, "a whole number") { Int($0) }
  }

  func optionalInteger(_ field: String) throws(RuleDataFault) -> Int? {
    has(field) ? try integer(field) : nil
  }

  func nodes(_ field: String) throws(RuleDataFault) -> [Node] {
    guard let sequence = try node(field).sequence else { throw fault(field, "is not a list") }
    return Array(sequence)
  }

  /// A list of texts that is not empty.
  func texts(_ field: String) throws(RuleDataFault) -> [String] {
    let texts = try nodes(field).map { $0.scalar?.string ?? "" }
    guard !texts.isEmpty, !texts.contains("") else { throw fault(field, "is not a list of texts") }
    return texts
  }

  /// A mapping within this one.
  func record(_ field: String, allowed: [String]) throws(RuleDataFault) -> Record {
    try Record(
      node(field), file: file, row: row, path: Record.joined(path, field), allowed: allowed)
  }

  func fault(_ field: String, _ problem: String) -> RuleDataFault {
    RuleDataFault(file: file, row: row, field: Record.joined(path, field), problem: problem)
  }

  private static func joined(_ path: String?, _ field: String) -> String {
    path.map { "\($0).\(field)" } ?? field
  }
}
