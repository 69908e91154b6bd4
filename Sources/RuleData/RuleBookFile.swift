// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Yams

/// The rule book as files: `Rules/*.yaml`, one per topic, calendars and statements apart.
public enum RuleBookFile {
  /// Reads and checks the rules that come with the program.
  public static func load() throws(RuleDataFault) -> RuleBook {
    try book(
      RuleFolder.bundled().filter {
        !others.contains($0.name) && !$0.name.hasPrefix(StatementDefinitionFile.prefix)
      })
  }

  /// Files of the folder that hold something else than rules.
  private static let others = [
    CalendarFile.name, DiagnosisGroupFile.name, IndicatorFile.name,
  ]

  /// Reads and checks rules from texts, each with the name of its file.
  public static func book(
    _ files: [(name: String, text: String)]
  ) throws(RuleDataFault) -> RuleBook {
    var rules: [Rule] = []
    var homes: [String: String] = [:]
    for file in files {
      for rule in try rows(file.text, file: file.name) {
        homes[rule.id] = homes[rule.id] ?? file.name
        rules.append(rule)
      }
    }
    do {
      return try RuleBook(rules)
    } catch {
      throw RuleBookFile.fault(error, homes: homes)
    }
  }

  private static func rows(_ text: String, file: String) throws(RuleDataFault) -> [Rule] {
    let root = try RuleFolder.root(text, file: file)
    let top = try Record(root, file: file, row: nil, allowed: ["rules"])
    var rules: [Rule] = []
    for (index, node) in try top.nodes("rules").enumerated() {
      rules.append(try RuleRow.read(node, file: file, number: index + 1))
    }
    return rules
  }

  private static func fault(
    _ fault: RuleBookFault, homes: [String: String]
  ) -> RuleDataFault {
    func made(_ id: String, _ field: String, _ problem: String) -> RuleDataFault {
      RuleDataFault(file: homes[id] ?? "", row: id, field: field, problem: problem)
    }
    return switch fault {
    case .duplicate(let id): made(id, "id", "comes twice")
    case .endsBeforeItBegins(let id): made(id, "valid", "ends before it begins")
    case .overlap(let a, let b): made(b, "valid", "overlaps \(a) of the same subject")
    case .subjectNamesAnotherRow(let id):
      made(id, "subject", "is the id of a row of another subject")
    }
  }
}

/// The files that come with the program.
enum RuleFolder {
  /// Every YAML file of the bundle, or of a folder in it, in order of name.
  static func bundled(
    _ part: String? = nil
  ) throws(RuleDataFault) -> [(name: String, text: String)] {
    var folder = Bundle.module.bundleURL.appending(path: "Rules")
    if let part { folder.append(path: part) }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
        (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
      }
    } catch {
      throw RuleDataFault(file: "Rules", problem: "the folder cannot be read")
    }
  }

  /// One file of the bundle.
  static func file(_ name: String) throws(RuleDataFault) -> String {
    guard let file = try bundled().first(where: { $0.name == name }) else {
      throw RuleDataFault(file: name, problem: "is missing")
    }
    return file.text
  }

  /// The top node of a file; a text that is no YAML is a fault.
  static func root(_ text: String, file: String) throws(RuleDataFault) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw RuleDataFault(file: file, problem: "is empty")
      }
      return node
    } catch let fault as RuleDataFault {
      throw fault
    } catch {
      throw RuleDataFault(file: file, problem: "is not YAML: \(error)")
    }
  }
}
