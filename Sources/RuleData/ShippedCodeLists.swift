// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// The lists of codes that come with the program, `Rules/codelists/*.yaml`: chapters, blocks and
/// groups for charts, which are facts of the classification, and for demonstrations a few codes and
/// invented recommendations. A real list of the same kind goes before.
public enum ShippedCodeLists {
  /// Reads and checks the lists.
  ///
  /// - Parameter forDemonstration: with what is invented too.
  public static func load(
    forDemonstration: Bool
  ) throws(RuleDataFault) -> [CodeList] {
    var lists: [CodeList] = []
    for file in try RuleFolder.bundled("codelists") {
      let (list, isInvented) = try list(file.text, file: file.name)
      if forDemonstration || !isInvented { lists.append(list) }
    }
    return lists
  }

  /// Reads and checks one list from a text.
  static func list(
    _ text: String, file: String
  ) throws(RuleDataFault) -> (list: CodeList, isInvented: Bool) {
    let root = try RuleFolder.root(text, file: file)
    let top = try Record(
      root, file: file, row: nil,
      allowed: ["kind", "source", "certainty", "complete", "invented", "entries"])
    let kind = try top.parsed("kind", "a kind of list", CodeListKind.init(rawValue:))
    _ = try top.text("source")
    _ = try top.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:))
    let isComplete = try top.parsed("complete", "true or false") { Bool($0) }
    let isInvented = try top.parsed("invented", "true or false") { Bool($0) }
    var entries: [CodeListEntry] = []
    for (index, node) in try top.nodes("entries").enumerated() {
      let row = try Record(
        node, file: file, row: "row \(index + 1)", allowed: ["code", "title", "value", "note"])
      let code = try row.text("code")
      guard entries.allSatisfy({ $0.code != code }) else { throw row.fault("code", "comes twice") }
      guard CodeListEntry.isCode(code, of: kind) else { throw row.fault("code", "is no code") }
      entries.append(
        CodeListEntry(
          code: code, title: try row.text("title"), value: try row.optionalText("value") ?? "",
          note: try row.optionalText("note") ?? ""))
    }
    return (CodeList(kind, entries, isComplete: isComplete), isInvented)
  }
}
