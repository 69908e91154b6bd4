// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import TestMachine
import Testing

/// The engines the service is tested on.
enum TestEngine: String, Sendable, CustomTestStringConvertible {
  case sqlite
  case postgres

  var testDescription: String { rawValue }

  /// Both, unless PostgreSQL is left out on purpose; the store's tests say so aloud.
  static let all: [TestEngine] =
    ProcessInfo.processInfo.environment["SAMSYN_SKIP_POSTGRES"] == "1"
    ? [.sqlite] : [.sqlite, .postgres]
}

/// An empty place for one database, with all tables in it.
struct TestPlace: Sendable {
  let address: DatabaseAddress
  private let folder: String?

  init(_ engine: TestEngine, at now: Instant) async throws {
    let name = "s" + UUID().uuidString.replacing("-", with: "").lowercased()
    switch engine {
    case .sqlite:
      let path = NSTemporaryDirectory() + "samsyn-" + name
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      folder = path
      address = .sqlite(path: path + "/samsyn.sqlite")
    case .postgres:
      let server = try PostgresServer.shared.get()
      folder = nil
      address = .postgres(server.address(schema: name))
      let database = try await Database.open(address)
      try await database.write { _ = try $0.execute("CREATE SCHEMA \(name)") }
      await database.close()
    }
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: now)
    await database.close()
  }

  func remove() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}
