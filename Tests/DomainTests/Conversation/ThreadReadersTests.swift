// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Domain

@Suite struct `Readers of threads` {
  private static func actor(_ party: Party, _ function: StaffFunction) -> Actor {
    Actor(party: party, person: "p", name: "N", function: function)
  }

  /// Party, function, and what the function lets her read.
  private static let table: [(Party, StaffFunction, ThreadReaders)] = [
    (.fk, .caseOfficer, .everyCase),
    (.fk, .agencyCoordinator, .everyCase),
    (.fk, .regionCoordinator, .handedOver),
    (.fk, .examiner(.doctor), .handedOver),
    (Cast.region, .regionCoordinator, .everyCase),
    (Cast.region, .caseOfficer, .handedOver),
    (Cast.region, .performerAdministrator, .handedOver),
    (.performer(Cast.p1), .performerAdministrator, .everyCase),
    (.performer(Cast.p1), .examiner(.doctor), .ownCases),
    (.performer(Cast.p1), .examiner(.psychologist), .ownCases),
    (.performer(Cast.p1), .regionCoordinator, .handedOver),
    (.performer(Cast.p1), .system, .handedOver),
    (.insured, .insured, .everyCase),
    (.insured, .caseOfficer, .handedOver),
  ]

  @Test(arguments: table.indices)
  func `a function reads as the table says`(row: Int) {
    let (party, function, expected) = Self.table[row]
    let actor = Self.actor(party, function)
    #expect(ThreadReaders(actor) == expected)
    // Without a team only those read who read every case, and anybody what was handed to her.
    #expect(ThreadReaders.includes(actor, team: nil) == (expected == .everyCase))
    #expect(ThreadReaders.includes(actor, team: nil, assignee: "p"))
    #expect(
      ThreadReaders.includes(actor, team: nil, assignee: "q") == (expected == .everyCase))
  }
}
