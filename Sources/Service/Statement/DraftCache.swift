// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization

/// Drafts as they stood when they were last read, so that a saving reads only what is new. Nothing
/// is kept that is not committed.
final class DraftCache: Sendable {
  struct Known: Sendable {
    let last: StoredEdit?
    let draft: StatementDraft
  }

  private static let kept = 100
  private let known = Mutex<[String: Known]>([:])

  func find(_ stream: String, _ party: String) -> Known? {
    known.withLock { $0["\(stream)|\(party)"] }
  }

  func keep(_ draft: Known, _ stream: String, _ party: String) {
    known.withLock { known in
      if known.count >= Self.kept { known = [:] }
      known["\(stream)|\(party)"] = draft
    }
  }

  func forget(_ stream: String, _ party: String) {
    known.withLock { _ = $0.removeValue(forKey: "\(stream)|\(party)") }
  }
}

/// A draft with the end of its chain.
struct LoadedDraft: Sendable {
  var draft: StatementDraft
  var last: StoredEdit?
}

extension SamsynService {
  /// The draft of a party as it stands.
  func loadDraft(
    _ connection: any Connection, _ id: CaseNumber, _ party: Party, fresh: Bool = false
  ) throws -> LoadedDraft {
    let (stream, name) = (id.description, party.description)
    let known = fresh ? nil : draftCache.find(stream, name)
    let rows = try StatementEdits(connection, keyring).load(
      stream, party: name, after: known?.last)
    var loaded = LoadedDraft(draft: known?.draft ?? StatementDraft(), last: known?.last)
    let decoder = JSONDecoder()
    for row in rows {
      guard var edit = try? decoder.decode(StatementEdit.self, from: Data(row.content)) else {
        throw StoreError.damaged("statement edit")
      }
      edit.number = row.number
      loaded.draft.apply(edit)
      loaded.last = row
    }
    return loaded
  }

  /// As `loadDraft`, for reading: what was read is kept.
  func readDraft(
    _ connection: any Connection, _ id: CaseNumber, _ party: Party
  ) throws -> LoadedDraft {
    let loaded = try loadDraft(connection, id, party)
    draftCache.keep(
      .init(last: loaded.last, draft: loaded.draft), id.description, party.description)
    return loaded
  }

  /// The definition that a draft is written in: the one it was begun in, else the latest that has
  /// come into force.
  func definition(
    for draft: StatementDraft, on day: Day
  ) throws(ServiceError) -> StatementDefinition {
    let latest = statementDefinitions.last { $0.validFrom.map { $0 <= day } ?? true }
    guard let found = definition(draft.form ?? latest?.name ?? "") else {
      throw .fault("statement.form")
    }
    return found
  }

  /// The version with this name; nil where this program has none.
  public func definition(_ name: String) -> StatementDefinition? {
    statementDefinitions.first { $0.name == name }
  }
}
