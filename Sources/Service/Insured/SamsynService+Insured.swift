// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// An attachment that was sent to her: what it is called, and since when each party has it.
private struct ToldAttachment {
  let name: String
  let since: [Party: Instant]
}

/// A read of her case as the insured is told of it.
public struct OwnRead: Sendable, Hashable {
  public let entry: ReadEntry
  /// Name of who read; nil where the account is no longer known.
  public let name: String?
  /// By what somebody read for her; nil for everybody else.
  public let representative: RepresentativeKind?
}

// What an insured person asks for: always about herself.
extension SamsynService {
  /// The numbers of her own cases, the newest first. Cases of which she has been sent nothing are
  /// not among them.
  public func ownCases(for actor: Actor) async throws(ServiceError) -> [CaseNumber] {
    guard let account = InsuredAccount(actor) else { return [] }
    let ids = try await read { connection in
      let agency = Party.fk.description
      return try CaseRows(connection, self.keyring)
        .search(party: agency, .personHash(account.personHash))
        .map { try CaseNumber($0.stream) }
        .filter { id in
          try CaseHistory(connection, self.keyring).load(id, for: actor, on: self.clock.now().day)
            .contains { $0.audience[.insured] != nil }
        }
    }
    try await log("own-cases", by: actor, purpose: .overview, items: ids.count)
    return ids
  }

  /// Who has read her case, newest first: all parties that she knows take part. That a region has
  /// asked a performer, that a draft is written, and documents that were not sent are not told. An
  /// attachment is told of as it was sent to her: of who had it in a message that she was sent, and
  /// from then.
  public func ownReaders(
    of id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [OwnRead] {
    guard InsuredAccount(actor) != nil else { throw .refused(Refusal(.notFound)) }
    let people = try await people()
    let names = Dictionary(
      people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return try await read { connection in
      let view = try self.caseView(connection, id, actor)
      let acting = try self.representativeAccounts(connection, id)
      let titles = Dictionary(
        view.readableDocuments.map { ($0.id, $0.document.title) },
        uniquingKeysWith: { _, last in last })
      let attachments = try self.toldAttachments(connection, id, actor)
      let known = Set(view.state.knownParties)
      // Party by party, so that one who reads often does not put another out of sight.
      let log = try known.map(\.description).sorted().flatMap { party in
        try AccessLog(connection).list(
          stream: id.description, of: [party], limit: Self.readsShown)
      }.sorted { $0.at > $1.at }
      return log.compactMap { entry in
        let (action, document) = DocumentRead.parts(entry.action)
        guard entry.items > 0, let party = Party(entry.party), known.contains(party),
          action != Self.draftAction
        else { return nil }
        var title: String?
        if let document {
          if action == DocumentRead.attachment {
            guard let sent = attachments[document], let since = sent.since[party],
              since <= entry.at
            else { return nil }
            title = sent.name
          } else {
            guard let sent = titles[document] else { return nil }
            title = sent
          }
        }
        return OwnRead(
          entry: ReadEntry(
            at: entry.at, party: party, person: entry.person, action: action,
            purpose: entry.purpose, document: document,
            title: title, isRefused: false),
          name: acting[entry.person]?.name ?? names[entry.person],
          representative: acting[entry.person]?.kind)
      }
    }
  }
}

extension SamsynService {
  /// The attachments of messages that she was sent or has sent, by file.
  private func toldAttachments(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> [String: ToldAttachment] {
    var told: [String: ToldAttachment] = [:]
    let threads = try conversationView(connection, id, actor).threads
    for message in threads.flatMap(\.thread.messages) {
      let since = Dictionary(uniqueKeysWithValues: message.audience.map { ($0, message.at) })
      for attachment in message.attachments {
        let known = told[attachment.file.id]
        told[attachment.file.id] = ToldAttachment(
          name: known?.name ?? attachment.name,
          since: (known?.since ?? [:]).merging(since, uniquingKeysWith: min))
      }
    }
    return told
  }

  /// The statement's definition that is in force, whose abilities the insured rates.
  public func statementDefinition(on day: Day) -> StatementDefinition? {
    statementDefinitions.last { $0.validFrom.map { $0 <= day } ?? true }
  }

  /// Throws where a self-rating has an ability or a level that its form has not.
  func checkRating(_ events: [AssessmentEvent]) throws(Refusal) {
    for case .selfRatingGiven(let given) in events {
      guard let form = definition(given.form) else {
        throw Refusal(.statementFieldUnknown, field: "form")
      }
      let fields = Set(form.ratedAbilities.map(\.own.key))
      for (key, level) in given.levels ?? [:]
      where !fields.contains(key) || form.grade(level) == nil {
        throw Refusal(.statementFieldUnknown, field: "levels")
      }
    }
  }
}

extension Assessment {
  /// The parties that take or have taken part, by what the reader was sent, and the insured.
  fileprivate var knownParties: [Party] {
    var parties: [Party] = [.fk, .insured]
    if let region { parties.append(.region(region)) }
    if let performer { parties.append(.performer(performer)) }
    return parties + formerPerformers.map { .performer($0.performer) }
  }
}
