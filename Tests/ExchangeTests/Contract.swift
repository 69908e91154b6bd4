// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XML

@testable import Exchange

/// The contract's schemas in the shared folder, which is found at `SAMSYN_SHARED` or else beside
/// the package. They are an oracle: no part of the project, and not always there.
enum Contract {
  private static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "contracts/certificate-order")
  }()

  /// Says so when the folder is missing, once.
  static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    if !isThere { print("SKIPPED: the contract's schemas are not found (SAMSYN_SHARED)") }
    return isThere
  }()

  /// The messages as they were last for assessments (RC7).
  static func schema(of kind: MessageKind) throws -> XMLSchema {
    try schema("rc7-2019-04-10", kind)
  }

  /// The order of the released version, which has nothing to do with assessments.
  static func releasedOrderSchema() throws -> XMLSchema {
    try schema("v1.0.0-2019-05-24", .orderAssessment)
  }

  private static func schema(_ version: String, _ kind: MessageKind) throws -> XMLSchema {
    let name = kind.rawValue
    let path = "\(version)/interactions/\(name)Interaction/\(name)Responder_1.0.xsd"
    return try XMLSchema(path: folder.appending(path: path).path)
  }

  static let prefixes =
    [
      XMLText.Prefix("c", Namespace.types), XMLText.Prefix("x", "urn:example:extension"),
      XMLText.Prefix("xsi", Namespace.schemaInstance),
    ] + MessageKind.allCases.map { XMLText.Prefix("m\($0.rawValue)", $0.namespace) }
}

extension Trait where Self == ConditionTrait {
  /// The test compares with the contract's schemas and is skipped without them.
  static var needsContract: Self {
    .enabled(if: Contract.isThere, "SKIPPED: the contract's schemas are not there")
  }
}

/// Nothing of a document may be seen in a fault: no text of more than three characters.
func expectNoContent(
  of document: XMLElement, in fault: MessageFault, sourceLocation: SourceLocation = #_sourceLocation
) {
  let said = [fault.description, fault.field, fault.resultText, fault.reason.sv, fault.reason.en]
  for text in texts(of: document) where text.count > 3 {
    #expect(!said.contains { $0.contains(text) }, sourceLocation: sourceLocation)
  }
}

private func texts(of element: XMLElement) -> [String] {
  [element.trimmedText] + element.attributes.map(\.value) + element.children.flatMap(texts)
}
