// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// Groups of diagnoses that are followed by name, as a file: `Rules/diagnosis-groups.yaml`.
public enum DiagnosisGroupFile {
  static let name = "diagnosis-groups.yaml"

  /// Reads and checks the groups that come with the program.
  public static func load() throws(RuleDataFault) -> [DiagnosisGroup] {
    try groups(RuleFolder.file(name))
  }

  /// Reads and checks groups from a text.
  public static func groups(_ text: String) throws(RuleDataFault) -> [DiagnosisGroup] {
    let root = try RuleFolder.root(text, file: name)
    let top = try Record(root, file: name, row: nil, allowed: ["groups"])
    var groups: [DiagnosisGroup] = []
    for (index, node) in try top.nodes("groups").enumerated() {
      let group = try group(node, number: index + 1)
      guard !groups.contains(where: { $0.id == group.id }) else {
        throw RuleDataFault(file: name, row: group.id, field: "id", problem: "comes twice")
      }
      groups.append(group)
    }
    guard groups.count <= DiagnosisIndex.mostGroups else {
      throw top.fault("groups", "are too many")
    }
    return groups
  }

  private static func group(_ node: Node, number: Int) throws(RuleDataFault) -> DiagnosisGroup {
    let id = node.mapping?["id"]?.scalar?.string ?? "row \(number)"
    let row = try Record(
      node, file: name, row: id,
      allowed: ["id", "name", "codes", "source", "certainty", "caution", "address"])
    var codes: [DiagnosisCode] = []
    for text in try row.texts("codes") {
      guard let code = DiagnosisCode(text), code.hasForm else {
        throw row.fault("codes", "has one that is no code")
      }
      codes.append(code)
    }
    _ = try row.text("address")
    return DiagnosisGroup(
      id: try row.text("id"), name: try RuleRow.bilingual(row, "name"), codes: codes,
      source: try row.text("source"),
      certainty: try row.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:)),
      caution: row.has("caution") ? try RuleRow.bilingual(row, "caution") : nil)
  }
}
