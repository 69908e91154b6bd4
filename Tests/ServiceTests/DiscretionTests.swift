// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Nothing about a person stands where it can be read without her case's key.
@Suite struct DiscretionTests {
  private static let secrets = [
    "191212121212", "19121212-1212", "Tolvanna", "Tolvansdotter", "Hemligstigen",
    "070-121 21 21", Cast.background, Cast.agencyNumber, "Sjukpenning", "Ring före tolv",
  ]

  /// What is typed in a refused command must not come back in the refusal.
  @Test func `no refusal repeats what was typed`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      try await stage.inform(id)
      var order = Cast.order(to: Cast.p1)
      order.background = String(repeating: Cast.background, count: 2000)
      let long = try await refusal {
        try await stage.perform(.placeOrder(order), in: id, by: Cast.officer)
      }
      #expect(long?.code == .tooLong && long?.field == "background")
      order = Cast.order(to: Cast.p2)
      let wrong = try await refusal {
        try await stage.perform(.placeOrder(order), in: id, by: Cast.officer)
      }
      #expect(wrong?.code == .wrongPerformer)
      for refusal in [long, wrong] {
        let said = "\(ServiceError.refused(try #require(refusal))) \(refusal?.text.sv ?? "")"
        for secret in Self.secrets { #expect(!said.contains(secret)) }
      }
    }
  }

  @Test func `a fault says what is wrong and nothing of what it concerned`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      _ = try await stage.service.write { connection in
        try connection.execute("UPDATE event SET payload = previous_hash WHERE version = 2")
      }
      do {
        _ = try await stage.service.view(id, for: Cast.officer)
        Issue.record("a changed event was read")
      } catch {
        #expect(error as? ServiceError == .fault("store.chain"))
        for secret in Self.secrets { #expect(!"\(error)".contains(secret)) }
      }
    }
  }

  @Test func `the database file holds nothing about the person in the clear`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      try await stage.receive(Stage.updateMessage(id, "Ring före tolv"))
      try await stage.service.saveDraft(
        FormDraft(fields: ["background": [Cast.background]]), kind: "placeOrder", in: id,
        by: Cast.officer)
      _ = try await stage.service.search("191212121212", for: Cast.officer)
      await stage.service.close()
      guard case .sqlite(let path) = stage.address else { return }
      for suffix in ["", "-wal"] {
        guard let data = FileManager.default.contents(atPath: path + suffix) else { continue }
        for secret in Self.secrets {
          #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret) stands in the file")
        }
      }
    }
  }

  @Test func `a draft is its writer's own`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let draft = FormDraft(fields: ["question": ["Vad saknas?"]])
      try await stage.service.saveDraft(
        draft, kind: "requestOrderSupplement", in: id, by: Cast.administrator())
      #expect(
        try await stage.service.draft(
          kind: "requestOrderSupplement", in: id, by: Cast.administrator()) == draft)
      for actor in [Cast.officer, Cast.administrator(Cast.p2)] {
        #expect(
          try await stage.service.draft(kind: "requestOrderSupplement", in: id, by: actor) == nil)
      }
      try await stage.service.removeDraft(
        kind: "requestOrderSupplement", in: id, by: Cast.administrator())
      #expect(try await stage.count("draft") == 0)
    }
  }
}
