// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder beside the project with tables to compare with: `SAMSYN_SHARED`, by default
/// `../shared`. The project is complete without it.
enum SharedFolder {
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["SAMSYN_SHARED"] {
      return URL(filePath: path)
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared")
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  /// The rows of a CSV file with a heading, each as values by column.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOf: url.appending(path: path), encoding: .utf8)
    let rows = cells(text)
    guard let heading = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(zip(heading, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Cells in quotes may hold commas, line ends and doubled quotes.
  private static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var quoted = false
    for character in text {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted:
        row.append(cell)
        cell = ""
      case "\n" where !quoted, "\r\n" where !quoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
  }
}
