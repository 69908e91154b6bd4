// SPDX-License-Identifier: Apache-2.0
import GRDB
import Synchronization

/// Lets those who write at the same time share the wait for the disk.
///
/// While one transaction runs, the bodies that come wait, and go together into the next one, each
/// under a savepoint of its own: a body that throws takes back what it wrote and nothing else. A
/// body that comes alone has the transaction to itself and needs none.
/// Nobody is answered, not even with a refusal, before the commit that all answers rest on.
final class SharedCommits: Sendable {
  /// Bodies in one transaction: as many as can wait without the first waiting long.
  private static let most = 32

  /// A commit waits for the disk.
  static let waitingSQL = "PRAGMA synchronous = FULL"
  /// A commit is left to the next one that waits: the log is one file and is written whole.
  private static let leavingSQL = "PRAGMA synchronous = NORMAL"

  private struct Job: Sendable {
    let durability: Durability
    /// Runs the body and gives what answers its caller when the commit has gone well.
    let run: @Sendable (any Connection) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isRunning = false
    /// What the writer does at its next commit, unless it is told otherwise.
    var durability = Durability.atOnce
  }

  private let state = Mutex(State())

  func write<T: Sendable>(
    _ pool: DatabasePool, _ durability: Durability,
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws -> T {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
      let job = Job(
        durability: durability,
        run: { connection in
          let value = try body(connection)
          return { continuation.resume(returning: value) }
        },
        fail: { continuation.resume(throwing: $0) })
      let begins = state.withLock { state in
        state.waiting.append(job)
        defer { state.isRunning = true }
        return !state.isRunning
      }
      guard begins else { return }
      pool.asyncWriteWithoutTransaction { db in
        while let jobs = self.next() { self.commit(jobs, db) }
      }
    }
  }

  private func next() -> [Job]? {
    state.withLock { state in
      let jobs = Array(state.waiting.prefix(Self.most))
      state.waiting.removeFirst(jobs.count)
      state.isRunning = !jobs.isEmpty
      return jobs.isEmpty ? nil : jobs
    }
  }

  /// The writer waits for the disk where one of the jobs has asked for that.
  private func settle(_ jobs: [Job], _ db: GRDB.Database) throws {
    let wanted = jobs.contains { $0.durability == .atOnce } ? Durability.atOnce : .withNext
    guard wanted != state.withLock({ $0.durability }) else { return }
    try db.execute(sql: wanted == .atOnce ? Self.waitingSQL : Self.leavingSQL)
    state.withLock { $0.durability = wanted }
  }

  private func commit(_ jobs: [Job], _ db: GRDB.Database) {
    do {
      try settle(jobs, db)
      var answers: [@Sendable () -> Void] = []
      try db.inTransaction(.immediate) {
        if jobs.count == 1 {
          answers = [try jobs[0].run(SQLiteConnection(db: db))]
        } else {
          for job in jobs { answers.append(try Self.answer(job, db)) }
        }
        return .commit
      }
      for answer in answers { answer() }
    } catch {
      for job in jobs { job.fail(error) }
    }
  }

  /// - Throws: where the whole transaction is lost with this body, as when the disk is full.
  private static func answer(
    _ job: Job, _ db: GRDB.Database
  ) throws -> @Sendable () -> Void {
    do {
      var answer: (@Sendable () -> Void)?
      try db.inSavepoint {
        answer = try job.run(SQLiteConnection(db: db))
        return .commit
      }
      return answer ?? { job.fail(StoreError.cancelled) }
    } catch {
      guard db.isInsideTransaction else { throw error }
      return { job.fail(error) }
    }
  }
}
