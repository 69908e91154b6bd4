// SPDX-License-Identifier: Apache-2.0

/// What each module may import. The package's own dependency list keeps a module from what it does
/// not depend on; this keeps it from what the toolchain always offers, and from dependencies of
/// dependencies.
enum ImportRules {
  static let allowed: [String: Set<String>] = [
    "Domain": [],
    "RuleData": ["Domain", "Foundation", "Yams"],
    "Store": [
      "CPostgres", "Crypto", "Dispatch", "Domain", "Foundation", "GRDB", "GRDBSQLite",
      "Synchronization",
    ],
    "Statistics": ["Dispatch", "Domain", "Foundation"],
    "XML": ["CXML2"],
    "Archive": ["CArchive"],
    "Workbook": ["CXLSX", "Glibc"],
    "Exchange": ["Domain", "XML"],
    "Documents": ["CSpawn", "Crypto", "Domain", "Foundation", "Glibc", "Synchronization"],
    "Markup": [],
    "Synthetic": ["Domain"],
    "Service": [
      "Archive", "Crypto", "Documents", "Domain", "Exchange", "Foundation", "Logging", "RuleData",
      "Statistics", "Store",
      "Synchronization", "Synthetic", "Workbook",
    ],
    "Web": [
      "Crypto", "Documents", "Domain", "Foundation", "HTTPTypes", "Hummingbird", "Logging",
      "Markup", "NIOCore", "RuleData", "Service", "ServiceLifecycle", "Statistics",
      "Synchronization",
    ],
    // The command wires everything together, and starts the application that `Web` made.
    "samsyn": [
      "Archive", "ArgumentParser", "CMalloc", "Domain", "Exchange", "Foundation", "Hummingbird",
      "Logging", "RuleData", "Service", "Statistics", "Store", "Synthetic", "Web", "XML",
    ],
  ]

  /// Imports that are not in the module's row.
  static func check(_ source: SwiftSource) -> [Finding] {
    guard let row = allowed[source.module] else {
      return [Finding(source.path, nil, "the module \(source.module) has no row of imports")]
    }
    return imports(of: source).filter { !row.contains($0.module) }.map { line, module in
      Finding(source.path, line, "\(source.module) must not import \(module)")
    }
  }

  /// What a file imports, also single declarations of a module (`import struct M.T`).
  static func imports(of source: SwiftSource) -> [(line: Int, module: String)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return source.tokens.indices.compactMap { place in
      guard source.tokens[place].text == "import", place + 1 < source.tokens.count else {
        return nil
      }
      var next = place + 1
      if kinds.contains(source.tokens[next].text), next + 1 < source.tokens.count { next += 1 }
      return (source.tokens[place].line, source.tokens[next].text)
    }
  }
}
