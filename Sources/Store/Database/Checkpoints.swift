// SPDX-License-Identifier: Apache-2.0
import GRDB
import Synchronization

/// Carries the write-ahead log into the file beside those who write, so that no command waits while
/// what a document brought is written a second time.
///
/// The log grows by what is written in `everySeconds`. Where that is more than
/// `Limits.sqliteCheckpointPages`, as when the disk is slow, the writer carries it over itself, so
/// that the log is never without a limit.
final class Checkpoints: Sendable {
  private static let everySeconds = 1

  private let queue: DatabaseQueue
  private let isNeeded = Mutex(false)
  private let turns = Mutex<Task<Void, Never>?>(nil)

  init(path: String, configuration: Configuration) throws {
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Begins; until `close` there is a look every second.
  func start() {
    turns.withLock { turns in
      turns = Task { [weak self] in
        while (try? await Task.sleep(for: .seconds(Self.everySeconds))) != nil {
          await self?.turn()
        }
      }
    }
  }

  /// Tells that something was committed.
  func need() { isNeeded.withLock { $0 = true } }

  func close() {
    turns.withLock { $0?.cancel() }
    try? queue.close()
  }

  private func turn() async {
    let isNeeded = isNeeded.withLock { needed in
      defer { needed = false }
      return needed
    }
    guard isNeeded else { return }
    // What fails here is done in the next turn, or by the writer.
    try? await queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
    }
  }
}
