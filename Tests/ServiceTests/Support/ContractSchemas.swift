// SPDX-License-Identifier: Apache-2.0
import Exchange
import Foundation
import Testing
import XML

/// The contract's schemas in the shared folder at `SAMSYN_SHARED`, or beside the package. They
/// are an oracle: no part of the project, and not always there.
enum ContractSchemas {
  private static let folder: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "contracts/certificate-order/rc7-2019-04-10/interactions")
  }()

  static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    if !isThere { print("SKIPPED: the contract's schemas are not found (SAMSYN_SHARED)") }
    return isThere
  }()

  /// What the contract's schema finds in a bare message.
  static func issues(in bytes: [UInt8], _ kind: MessageKind) throws -> [XMLSchemaIssue] {
    let name = kind.rawValue
    let path = "\(name)Interaction/\(name)Responder_1.0.xsd"
    return try XMLSchema(path: folder.appending(path: path).path).issues(in: bytes)
  }
}
