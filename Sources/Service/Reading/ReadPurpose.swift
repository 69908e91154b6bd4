// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Why something is read; kept in the log of reads.
public enum ReadPurpose: String, Codable, Sendable {
  /// Work with the case.
  case casework
  case drawReplay
  case export
  /// The work list and the overview.
  case overview
}

/// One line of the log of reads.
public struct ReadEntry: Sendable, Hashable {
  public let at: Instant
  public let party: Party?
  public let person: String
  public let action: String
  public let purpose: String
  /// The document that was read, where it was one: its id.
  public let document: String?
  /// What the document is called, where the party was sent it.
  public let title: String?
  /// Nothing was shown: the answer was no.
  public let isRefused: Bool
}

extension SamsynService {
  /// Reads of one party in one case that are shown at most, the latest.
  public static let readsShown = Limits.walkRows

  /// Records a read before its answer leaves.
  func log(
    _ action: String, by actor: Actor, case id: CaseNumber? = nil, searched: [UInt8]? = nil,
    purpose: ReadPurpose, items: Int
  ) async throws(ServiceError) {
    let entry = AccessEntry(
      at: clock.now(), party: actor.party.description, person: actor.person, action: action,
      stream: id?.description, searchHash: searched, purpose: purpose.rawValue, items: items)
    do { try await readLog.record(entry) } catch { throw ServiceError(error) }
  }

  /// Who has opened a case, newest first, for a party of the case: its own people's reads in
  /// full. What other organisations' people read is their record to answer for.
  public func readers(
    of id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [ReadEntry] {
    try await read { connection in
      guard
        try CaseRows(connection, self.keyring)
          .row(party: actor.party.description, stream: id.description) != nil
      else { throw Refusal(.notFound) }
      let view = try? self.caseView(connection, id, actor)
      let titles = Self.titles(view)
      // Nobody but those who write a draft can tell that there is one.
      let writes = view?.state.statementAccess(of: actor) == nil && view != nil
      return try AccessLog(connection)
        .list(
          stream: id.description, of: [actor.party.description], limit: Self.readsShown
        )
        .filter { $0.action != Self.draftAction || writes || $0.person == actor.person }
        .map { entry in
          let (action, document) = DocumentRead.parts(entry.action)
          return ReadEntry(
            at: entry.at, party: Party(entry.party), person: entry.person, action: action,
            purpose: entry.purpose, document: document,
            title: document.flatMap { titles[$0] },
            isRefused: entry.items == 0
              && (document != nil || Self.readsOfTexts.contains(action)))
        }
    }
  }

  /// Actions that say no to some at a party that sees the case.
  private static let readsOfTexts: Set = [DocumentRead.action, draftAction, statementAction]

  /// What the documents are called that a party was sent; none where the case can be read no more.
  private static func titles(_ view: CaseView?) -> [String: String] {
    let documents = view?.readableDocuments ?? []
    return Dictionary(
      documents.map { ($0.id, $0.document.title) }, uniquingKeysWith: { _, last in last })
  }
}
