// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Testing

@testable import Store

/// Writers that come at the same time.
@Suite struct SharedCommitTests {
  private struct Stop: Error {}

  @Test(arguments: TestEngine.all)
  func `of writers at the same time only those that throw leave nothing`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      let begun = DispatchSemaphore(value: 0)
      let go = DispatchSemaphore(value: 0)
      // The others come while this one writes.
      async let first: Void = database.write { connection in
        try Meta(connection).set("first", "1")
        begun.signal()
        _ = go.wait(timeout: .now() + 120)
      }
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          begun.wait()
          continuation.resume()
        }
      }
      let stopped = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<12 {
          group.addTask {
            do {
              try await database.write { connection in
                try Meta(connection).set("n\(number)", "1")
                if number.isMultiple(of: 3) { throw Stop() }
              }
              return false
            } catch is Stop {
              return true
            }
          }
        }
        group.addTask {
          try? await Task.sleep(for: .milliseconds(50))
          go.signal()
          return false
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      try await first
      #expect(stopped == 4)
      #expect(try await database.count("meta") == 9)
      for number in 0..<12 {
        let value = try await database.read { try Meta($0).value("n\(number)") }
        #expect(value == (number.isMultiple(of: 3) ? nil : "1"))
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a fault in a statement that nobody waits for loses the transaction`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, _ in
      let insert = "INSERT INTO job_lease (name, holder, until_ms) VALUES (?, ?, ?)"
      let error = await storeError {
        try await database.write { connection in
          try Meta(connection).set("a", "1")
          for _ in 0..<2 { try connection.send(insert, [.text("x"), .text("y"), .int(1)]) }
          try connection.send(insert, [.text("z"), .text("y"), .int(1)])
        }
      }
      guard case .constraint = error else {
        Issue.record("not a constraint: \(String(describing: error))")
        return
      }
      #expect(try await database.count("meta") == 0)
      #expect(try await database.count("job_lease") == 0)
      try await database.write { connection in
        for name in ["b", "c"] { try connection.send(insert, [.text(name), .text("y"), .int(1)]) }
        let rows = try connection.query("SELECT name FROM job_lease ORDER BY name")
        #expect(try rows.map { try $0.text("name") } == ["b", "c"])
      }
      #expect(try await database.count("job_lease") == 2)
    }
  }
}
