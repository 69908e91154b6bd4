// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// The demonstration's statements: begun, and signed.
@Suite struct DemonstrationStatementTests {
  @Test func `there are drafts and signed statements, and all of them are sound`() async throws {
    let now = Instant(day: Day("2026-06-10")!, time: TimeOfDay("10:00")!)
    let place = try await TestPlace(.sqlite, at: now)
    defer { place.remove() }
    let keyring = try Keyring(master: [UInt8](repeating: 5, count: Keyring.masterBytes))
    let service = try await SamsynService.open(
      place.address, keyring: keyring, clock: Clock { now })
    try await service.fillDemonstration(seed: 7, cases: 150)
    let cases = try await service.read { connection in
      try connection.query("SELECT DISTINCT stream FROM statement_edit ORDER BY stream")
        .map { try CaseNumber($0.text("stream")) }
    }
    var signed = 0
    var begun = 0
    for id in cases {
      let history = try await service.read { try CaseHistory($0, service.keyring).load(id) }
      guard Assessment(id: id, events: history).statement?.signed != nil else {
        begun += 1
        continue
      }
      signed += 1
      #expect(try await service.verifyStatement(in: id).isSound, "\(id)")
      let sent = try await service.sentStatement(in: id, for: Cast.officer)
      #expect(sent.isSound && sent.signed.content.parts.count >= 7)
    }
    #expect(signed > 0 && begun > 0, "\(signed) signed, \(begun) begun")
    await service.close()
  }
}
