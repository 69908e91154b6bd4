// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Writes the log of reads. Entries that come while others are being written go together in the
/// next transaction, so that many readers at once do not wait for the disk one after the other.
actor ReadLog {
  private struct Waiting {
    let entry: AccessEntry
    let reader: CheckedContinuation<Void, any Error>
  }

  private let database: Database
  private var waiting: [Waiting] = []
  private var isWriting = false

  init(_ database: Database) { self.database = database }

  /// Returns when the entry is durable.
  func record(_ entry: AccessEntry) async throws {
    try await withCheckedThrowingContinuation { reader in
      waiting.append(Waiting(entry: entry, reader: reader))
      guard !isWriting else { return }
      isWriting = true
      Task { await writeWaiting() }
    }
  }

  private func writeWaiting() async {
    while !waiting.isEmpty {
      let together = waiting
      waiting = []
      do {
        let entries = together.map(\.entry)
        try await database.write { connection in
          for entry in entries { try AccessLog(connection).record(entry) }
        }
        for one in together { one.reader.resume() }
      } catch {
        for one in together { one.reader.resume(throwing: error) }
      }
    }
    isWriting = false
  }
}
