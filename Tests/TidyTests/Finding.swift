// SPDX-License-Identifier: Apache-2.0

/// One place that breaks a rule of the repository.
struct Finding: Hashable, CustomStringConvertible {
  /// Path from the root of the repository.
  let path: String
  /// From 1; nil where the finding is about the whole file.
  let line: Int?
  let message: String

  init(_ path: String, _ line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  var description: String {
    line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
  }
}

extension [Finding] {
  /// All findings, one per line, for a failing test's report.
  var report: String { "\n" + map(\.description).joined(separator: "\n") }
}
