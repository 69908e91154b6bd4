// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Samples in the folder beside the project: `SAMSYN_SHARED`, by default `../shared`. The project
/// is complete without them.
enum SharedSamples {
  private static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "data")
  }()

  static func has(_ path: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    if !isThere { print("SKIPPED: data/\(path) is not found (SAMSYN_SHARED)") }
    return isThere
  }

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }
}
