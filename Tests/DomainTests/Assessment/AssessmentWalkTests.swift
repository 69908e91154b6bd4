// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@Suite struct `Every reachable state of a case` {
  @Test func `has a next actor, no dead end and one answer for button, view and decision`()
    async
  {
    var walk = Walk(limit: 2)
    await walk.explore()
    print("walked \(walk.count) states by \(walk.steps) steps")
    for (problem, way) in walk.problems.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(problem)\n  by: \(way)")
    }
    #expect(walk.count > 5000)

    // The walk is only worth something if it comes everywhere.
    let missed = Set(Status.allCases).subtracting(walk.statuses)
    #expect(missed.isEmpty)

    for refusal in walk.refusals.values {
      let text = refusal.text
      #expect(!text.sv.isEmpty && !text.en.isEmpty && text.sv != text.en)
      #expect(!text.sv.contains("#") && !text.en.contains("#"))
      // A dash stands where a value is missing.
      #expect(!text.sv.contains("–") && !text.en.contains("–"), "\(refusal.code)")
    }
  }
}
