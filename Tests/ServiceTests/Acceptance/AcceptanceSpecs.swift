// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The acceptance specifications of Intygsstatistik as data, in the folder beside the project. The
/// project is complete without them.
struct AcceptanceSpecs: Decodable {
  var specs: [Spec]

  struct Spec: Decodable {
    var id: String
    var steps: [Step]

    /// What its name begins with, such as `At1001`.
    var number: Substring {
      let letters = id.prefix { $0.isLetter }
      let digits = id[letters.endIndex...].prefix { $0.isNumber }
      return digits.isEmpty ? id[...] : id[..<digits.endIndex]
    }
  }

  /// A script, a table of what is given or expected, or a text.
  struct Step: Decodable {
    var script: [String]?
    var fixture: String?
    var kind: String?
    var columns: [String]?
    var rows: [[String]]?
  }

  /// Another file of the same form can be tried by `SAMSYN_ACCEPTANCE`.
  static let url: URL =
    ProcessInfo.processInfo.environment["SAMSYN_ACCEPTANCE"].map { URL(fileURLWithPath: $0) }
    ?? SampleFolder.url.appending(path: "acceptance/specs.json")

  static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(atPath: url.path)
    if !isThere { print("SKIPPED: the acceptance specifications are not found (SAMSYN_SHARED)") }
    return isThere
  }()

  static func load() throws -> [Spec] {
    try JSONDecoder().decode(AcceptanceSpecs.self, from: Data(contentsOf: url)).specs
  }
}

/// A row of a table by the names of its columns.
struct AcceptanceRow {
  private var cells: [String: String] = [:]
  let columns: [String]

  init(_ columns: [String], _ row: [String]) {
    self.columns = columns
    for (column, cell) in zip(columns, row) where cells[column] == nil {
      let plain = cell.replacingOccurrences(of: "!-", with: "")
        .replacingOccurrences(of: "-!", with: "")
      cells[column] = plain.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// The cell; nil where there is no such column.
  func cell(_ column: String) -> String? { cells[column] }

  /// The cell; nil where it is empty too.
  subscript(column: String) -> String? {
    cells[column].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The parts of a cell between commas.
  func list(_ column: String) -> [String] {
    (self[column] ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}

/// Something of a specification that the test cannot read.
struct NotUnderstood: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
