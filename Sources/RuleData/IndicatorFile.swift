// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// What is supplied because certificates cannot tell it, as a file: `Rules/indicators.yaml`.
public enum IndicatorFile {
  static let name = "indicators.yaml"

  /// Reads and checks the definitions that come with the program, in the order of the file.
  public static func load() throws(RuleDataFault) -> [IndicatorDefinition] {
    try definitions(RuleFolder.file(name))
  }

  /// Reads and checks definitions from a text.
  public static func definitions(
    _ text: String
  ) throws(RuleDataFault) -> [IndicatorDefinition] {
    let root = try RuleFolder.root(text, file: name)
    let top = try Record(root, file: name, row: nil, allowed: ["indicators"])
    var definitions: [IndicatorDefinition] = []
    for (index, node) in try top.nodes("indicators").enumerated() {
      let id = node.mapping?["id"]?.scalar?.string ?? "row \(index + 1)"
      let row = try Record(
        node, file: name, row: id, allowed: ["id", "measure", "name", "counts", "unit", "source"])
      guard !definitions.contains(where: { $0.id == id }) else {
        throw row.fault("id", "comes twice")
      }
      definitions.append(
        IndicatorDefinition(
          id: try row.text("id"), measure: try row.integer("measure"),
          name: try RuleRow.bilingual(row, "name"), counts: try RuleRow.bilingual(row, "counts"),
          form: try row.parsed("unit", "share or count", IndicatorDefinition.Form.init(rawValue:)),
          source: try row.text("source")))
    }
    return definitions
  }
}
