// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// What is no record of a case is not kept for ever.
@Suite struct KeepingTests {
  @Test(arguments: TestEngine.all)
  func `drafts go when nobody has touched them for long`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let draft = FormDraft(fields: ["a": ["Tolvan"]])
      try await stage.service.saveDraft(draft, kind: "old", by: Cast.officer)
      stage.time.move(days: KeepingTime.draftDays)
      try await stage.service.saveDraft(draft, kind: "new", by: Cast.officer)
      try await stage.service.tick()
      #expect(try await stage.service.draft(kind: "old", by: Cast.officer) == draft)
      stage.time.move(days: 1)
      try await stage.service.tick()
      #expect(try await stage.service.draft(kind: "old", by: Cast.officer) == nil)
      #expect(try await stage.service.draft(kind: "new", by: Cast.officer) == draft)
    }
  }

  @Test func `sessions go when they have ended`() async throws {
    try await withStage(.sqlite) { stage in
      for token in ["idle", "used"] {
        try await stage.service.write { [stage] connection in
          try Sessions(connection, stage.keyring)
            .begin(token: token, person: "p", data: [], at: stage.time.now)
        }
      }
      stage.time.move(minutes: KeepingTime.sessionIdleHours * 60)
      try await stage.service.write { [stage] connection in
        _ = try Sessions(connection, stage.keyring).touch(token: "used", at: stage.time.now)
      }
      try await stage.service.tick()
      #expect(try await stage.count("session") == 2)
      stage.time.move(minutes: 1)
      try await stage.service.tick()
      #expect(try await stage.count("session") == 1)
      stage.time.move(minutes: 60 * (KeepingTime.sessionLongestHours - 8))
      try await stage.service.tick()
      #expect(try await stage.count("session") == 0)
    }
  }
}
