// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What the package's own description must keep to.
enum PackageRules {
  /// Every dependency has an exact version and stands in a decision record.
  static func dependencies(_ package: TextFile, decisions: [TextFile]) -> [Finding] {
    package.lines.enumerated().flatMap { place, line -> [Finding] in
      guard let start = line.range(of: ".package(url: \"https://github.com/") else { return [] }
      let name = String(line[start.upperBound...].prefix { $0 != "\"" })
      var findings: [Finding] = []
      if !line.contains("exact: ") {
        findings.append(Finding(package.path, place + 1, "\(name) has no exact version"))
      }
      if !decisions.contains(where: { $0.lines.contains { $0.contains(name) } }) {
        findings.append(Finding(package.path, place + 1, "\(name) stands in no decision record"))
      }
      return findings
    }
  }
}
