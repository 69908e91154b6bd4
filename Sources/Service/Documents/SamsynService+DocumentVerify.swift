// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Opens every document and attachment and compares it with its hash, and looks for every one
  /// that an event names. It reads all bytes, so it takes as long as a copy of them would.
  public func verifyDocuments() async throws(ServiceError) -> DocumentReport {
    do {
      var report = try await DocumentVerifier.verify(database, keyring)
      var last: String?
      while true {
        let after = last
        let streams = try await database.read {
          try Journal($0, self.keyring).streams(after: after, limit: Limits.walkRows)
        }
        for stream in streams {
          guard let id = try? CaseNumber(stream) else { continue }
          for gone in try await missing(in: id) { report.add(.missing(id: gone)) }
        }
        guard streams.count == Limits.walkRows else { return report }
        last = streams.last
      }
    } catch {
      throw ServiceError(error)
    }
  }

  /// The documents that a case's events name, and the attachments that its messages name, and the
  /// store does not have; none for a disposed case.
  private func missing(in id: CaseNumber) async throws -> [String] {
    try await database.read { connection in
      let history: [RecordedEvent]
      do { history = try CaseHistory(connection, self.keyring).load(id) } catch {
        if case StoreError.disposed = error { return [] }
        throw error
      }
      let store = DocumentStore(connection, self.keyring)
      var seen: Set<String> = []
      let attached = try ConversationHistory(connection, self.keyring).load(id)
        .flatMap { $0.event.attachedFiles }
      let sent = history.flatMap(\.event.sentDocuments).compactMap { $0.file?.id }
      return try (sent + attached).filter { seen.insert($0).inserted }
        .filter { try store.exists($0) == false }
    }
  }
}
