// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XML

/// Public samples of certificates in the shared folder, found as `Contract` finds its schemas.
enum SharedSamples {
  static let folder: URL =
    (ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared"))

  /// Says so when the samples are missing, once.
  static let areThere: Bool = {
    let path = folder.appending(path: "data/certificates/index.csv").path
    let areThere = FileManager.default.fileExists(atPath: path)
    if !areThere { print("SKIPPED: the samples of certificates are not found (SAMSYN_SHARED)") }
    return areThere
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "data/\(path)")))
  }

  static func schema(_ message: String, _ version: String) throws -> XMLSchema {
    let path =
      "contracts/certificate/interactions/\(message)Interaction/\(message)Responder_\(version).xsd"
    return try XMLSchema(path: folder.appending(path: path).path)
  }

  /// The rows of a table with a heading, by column.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      let row = rows.count - 1
      let cell = rows[row].count - 1
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[row].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
      default: rows[row][cell].append(character)
      }
    }
    let heading = rows[0]
    return rows.dropFirst().filter { $0.count == heading.count }.map {
      Dictionary(zip(heading, $0)) { first, _ in first }
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// The test compares with the samples and is skipped without them.
  static var needsSamples: Self {
    .enabled(if: SharedSamples.areThere, "SKIPPED: the samples of certificates are not there")
  }
}

/// The rule of a pattern and assertion of the published rules.
func rule(ofPattern violation: String) -> String {
  let parts = violation.split(separator: "#")
  let pattern = String(parts.first ?? "")
  let number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let texts: Set = [
    "q1.3", "q29.1", "q6.1", "q6.3", "q6.5", "q35.1", "q17.1", "q19.1", "q20.1", "q37.1", "q33.2",
    "q44.1", "q25.1", "q26.2", "q9000.1",
  ]
  let codes = [
    "q1.1": "L7", "q28.1": "L8", "q32.1": "L13", "q39.1": "L16", "q39.3": "L16", "q40.1": "L17",
  ]
  switch (pattern, number) {
  case ("intyg", 1...18): return "L2"
  case ("intyg", 19...24): return "L3"
  case ("intyg", _): return "L1"
  case ("q27.1", 3...): return "L4"
  case ("q27.1", _), ("q33.1", _), ("q34.1", _), ("q26.1", _): return "L20"
  case ("q1", 1), ("q28", 1), ("q32", 1), ("q40", 1), ("instans", _): return "L5"
  case ("q1", 5), ("q1.2", _), ("q1.3", 3), ("q1.1-1.3", _): return "L7"
  case ("q28.1-R5", _), ("q28.1-q29", _): return "L8"
  case ("q6.2", 7), ("q6.4", 7), ("q6.6", 7): return "L9"
  case ("q6.2", 8...), ("q6.4", 8...), ("q6.6", 8...): return "L10"
  case ("q6.2", _), ("q6.4", _), ("q6.6", _): return "L20"
  case ("q6.3-6.4", _), ("q6.5-6.6-6.3", _), ("q6.2-6.4-6.6-R12", _): return "L11"
  case ("q32", 4): return "L14"
  case ("q32.1-R22", _), ("q32.2", _): return "L13"
  case ("q32.1-33", _), ("q32.1-33.1-R26", _), ("q33.1-33.2", _): return "L15"
  case ("q39.1-39.3", _): return "L16"
  case ("q40", 3), ("q40", 4), ("q40.1-R29", _), ("q40.1-44", _): return "L17"
  case ("q26.1-26.2", _): return "L18"
  case ("q9000", _): return "L19"
  case _ where texts.contains(pattern): return "L12"
  case (let name, 1...6) where codes[name] != nil: return "L20"
  case (let name, _) where codes[name] != nil: return codes[name] ?? ""
  default: return "L6"
  }
}
