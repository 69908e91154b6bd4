// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Service

/// A person's case is found by a whole number only, and only by a party that has been sent it.
@Suite struct SearchTests {
  private static let spellings = ["191212121212", "19121212-1212", "121212+1212"]

  @Test(arguments: TestEngine.all)
  func `region and performer find the person from the order on, not before`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.allocatedCase()
      try await stage.inform(id)
      for text in Self.spellings {
        #expect(try await stage.service.search(text, for: Cast.officer).map(\.id) == [id])
        for actor in [Cast.coordinator, Cast.administrator()] {
          #expect(try await stage.service.search(text, for: actor).isEmpty)
        }
      }
      try await stage.order(id)
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        for text in Self.spellings {
          let rows = try await stage.service.search(text, for: actor)
          #expect(rows.map(\.id) == [id])
          #expect(rows.first?.line.name == "Tolvanna Tolvansdotter")
        }
      }
    }
  }

  @Test(arguments: ["AFU-2026-0001", "afu-2026-0001", " AFU-2026-0001 "])
  func `a case number is found by each of its parties`(text: String) async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.allocatedCase()
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        #expect(try await stage.service.search(text, for: actor).map(\.id) == [id])
      }
    }
  }

  @Test(arguments: ["FK 2026/004711", "fk-2026-004711", "FK2026004711"])
  func `Försäkringskassan's number is found however it is spaced`(text: String) async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        #expect(try await stage.service.search(text, for: actor).map(\.id) == [id])
      }
    }
  }

  @Test(arguments: [
    "", " ", "%", "1912", "19121212", "121212", "Tolvan", "Tolvanna Tolvansdotter", "AFU-2026",
    "' OR 1=1 --", "191212121213", "Lund", "\u{0}", String(repeating: "9", count: 10_000),
  ])
  func `a part of a number, a name or a trick finds nothing`(text: String) async throws {
    try await withStage(.sqlite) { stage in
      _ = try await stage.orderedCase()
      #expect(try await stage.service.search(text, for: Cast.officer).isEmpty)
    }
  }
}
