// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// What a stored event says is read whole or not at all.
@Suite struct DamagedEventTests {
  /// Writes an event beside the service, as another program would.
  private static func write(
    _ stage: Stage, _ id: CaseNumber, schemaVersion: Int, audience: [String: String],
    payload: [UInt8]
  ) async throws {
    try await stage.service.write { [stage] connection in
      let journal = Journal(connection, stage.keyring)
      try journal.append(
        id.description, expectedVersion: try journal.head(id.description).version,
        events: [
          NewEvent(
            kind: "orderAccepted", schemaVersion: schemaVersion, author: "fk", person: nil,
            onBehalfOf: nil, audience: audience, occurred: stage.time.now, payload: payload)
        ], correlation: "test", recorded: stage.time.now)
    }
  }

  private static func payload() throws -> [UInt8] {
    Array(
      try JSONEncoder().encode(
        CasePayload(author: Cast.officer, event: .orderAccepted(OrderAccepted()))))
  }

  @Test(arguments: [["nobody": "full"], ["fk": "half"]])
  func `an unknown recipient or disclosure is damage and drops nobody`(
    audience: [String: String]
  ) async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      try await Self.write(
        stage, id, schemaVersion: 1, audience: audience, payload: try Self.payload())
      await #expect(throws: ServiceError.fault("store.damaged")) {
        try await stage.service.view(id, for: Cast.officer)
      }
    }
  }

  @Test func `an event of a form that a newer program wrote is refused by its number`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      try await Self.write(
        stage, id, schemaVersion: 2, audience: ["fk": "full"], payload: try Self.payload())
      await #expect(throws: ServiceError.fault("event.schema.2")) {
        try await stage.service.view(id, for: Cast.officer)
      }
    }
  }

  @Test func `a payload that cannot be read is damage`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.request()
      try await Self.write(
        stage, id, schemaVersion: 1, audience: ["fk": "full"], payload: Array("{}".utf8))
      await #expect(throws: ServiceError.fault("store.damaged")) {
        try await stage.service.view(id, for: Cast.officer)
      }
    }
  }
}
