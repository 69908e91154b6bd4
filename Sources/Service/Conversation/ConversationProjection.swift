// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What a thread's line in a party's list shows besides the columns that lists filter by. It is
/// sealed with the case's key.
struct ThreadLine: Codable, Hashable {
  var subject: String
  var matter: ThreadMatter
  var participants: [Party]
  var assignee: Assignee?
  var lastParty: Party
  var lastAuthor: String
  /// Who of a performer's examiners works on the case; nil at other parties.
  var team: CaseTeam?
}

/// Computes the lines of a case's threads: one per thread and party that takes part, from what
/// was sent to that party. It is a pure function of the two histories, so that a rebuild gives
/// the same lines.
struct ConversationProjection {
  let id: CaseNumber
  let conversation: [ConversationRecord]
  let history: [RecordedEvent]

  func rows() throws -> [ThreadRow] {
    let parties = Set(conversation.flatMap(\.audience)).subtracting([.insured])
      .sorted { $0.description < $1.description }
    return try parties.flatMap { try rows(of: $0) }
  }

  private func rows(of party: Party) throws -> [ThreadRow] {
    let sent = conversation.filter { $0.audience.contains(party) }
    let team = team(of: party)
    return try Conversation(id: id, events: sent).threads.map { thread in
      try row(of: thread, for: party, team)
    }
  }

  private func team(of party: Party) -> CaseTeam? {
    guard case .performer(let performer) = party else { return nil }
    let seen = Assessment(id: id, events: history.compactMap { $0.disclosed(to: party) })
    return CaseTeam(seen, at: performer)
  }

  private func row(
    of thread: ConversationThread, for party: Party, _ team: CaseTeam?
  ) throws -> ThreadRow {
    let last = thread.messages.last?.author ?? thread.openedBy
    let line = ThreadLine(
      subject: thread.subject, matter: thread.matter, participants: thread.participants,
      assignee: thread.assignees[party], lastParty: last.party, lastAuthor: last.name,
      team: team)
    return ThreadRow(
      party: party.description, stream: id.description, number: thread.number,
      updated: thread.updatedAt, messages: thread.messages.count,
      unread: thread.unread(party).count, awaits: thread.awaitsAnswer(of: party),
      settled: thread.settled != nil, assignee: thread.assignees[party]?.person ?? "",
      sealed: try stableJSON(line))
  }
}

extension SamsynService {
  /// Writes the lines of a case's threads anew: after a message, and when the case has changed,
  /// since that decides who works on it. It costs one question where nobody has written.
  func projectConversation(
    _ connection: any Connection, _ id: CaseNumber, _ history: [RecordedEvent]
  ) throws {
    let stream = ConversationHistory.stream(id)
    guard try Journal(connection, keyring).head(stream) != .none else { return }
    let conversation = try ConversationHistory(connection, keyring).load(id)
    let rows = try ConversationProjection(
      id: id, conversation: conversation, history: history
    ).rows()
    try ThreadRows(connection, keyring).replace(id.description, with: rows)
  }
}
