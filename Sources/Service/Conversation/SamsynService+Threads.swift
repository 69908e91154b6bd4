// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// A thread's line in a party's list.
public struct ThreadListRow: Sendable, Hashable {
  public let id: CaseNumber
  public let number: Int
  public let subject: String
  public let matter: ThreadMatter
  public let participants: [Party]
  /// When the last message came.
  public let updated: Instant
  public let messages: Int
  /// Messages from others that nobody of the party has read.
  public let unread: Int
  /// The last word is another's and the thread is not settled.
  public let awaitsAnswer: Bool
  public let isSettled: Bool
  /// Who answers for it at the party.
  public let assignee: Assignee?
  public let lastParty: Party
  public let lastAuthor: String
}

/// Which threads a list shows.
public enum ThreadListFilter: String, Sendable, CaseIterable, Codable {
  case all, unread, awaiting, mine, unassigned
}

/// A page of a list of threads, the latest message first.
public struct ThreadPage: Sendable {
  public let rows: [ThreadListRow]
  /// Where the next page begins; nil after the last.
  public let next: String?
}

/// How many threads need looking at.
public struct ThreadCount: Sendable, Hashable {
  public let unread: Int
  public let awaiting: Int
  public let mine: Int
  public let unassigned: Int
}

extension SamsynService {
  /// The threads of a case as the actor sees them, and a line in the log that they were opened.
  public func conversation(
    _ id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> ConversationView {
    try await logged("threads", id, actor, purpose: purpose, items: { $0.threads.count }) {
      try self.conversationView($0, id, actor)
    }
  }

  /// A thread as the actor sees it, and a line in the log that it was opened.
  ///
  /// - Throws: `notFound` where nothing of the case was sent to the actor's party, `noThread`
  ///   where there is no such thread and equally where it was not sent to her party, `notOnCase`
  ///   where it was and she does not work on the case.
  public func thread(
    _ number: Int, in id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> ThreadView {
    try await logged("thread", id, actor, purpose: purpose) {
      try self.threadView($0, number, id, actor)
    }
  }

  /// As `thread`, for a person who has it before her: she is marked as having read it, and told
  /// which messages nobody of her party had read until then.
  ///
  /// - Parameter marks: false leaves no mark, as when nobody looks at what was asked for.
  public func readThread(
    _ number: Int, in id: CaseNumber, for actor: Actor, marks: Bool
  ) async throws(ServiceError) -> (view: ThreadView, new: Set<Int>) {
    let view = try await thread(number, in: id, for: actor)
    let new = Set(view.unread.map(\.number))
    guard marks, let last = view.thread.messages.last?.number, view.thread.hasNews(for: actor)
    else { return (view, new) }
    try await converse(.markRead(thread: number, through: last), in: id, by: actor)
    // The same thread with her own mark, within the read that the log has.
    return (try await read { try self.threadView($0, number, id, actor) }, new)
  }

  /// How many threads of a case the actor may read, and how many of them have something new. It
  /// shows nothing else, so it is not logged.
  public func threadSummary(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> (count: Int, unread: Int) {
    // She has no list over all cases, and so no lines of her own.
    if actor.party == .insured {
      let threads = try await read { try self.conversationView($0, id, actor) }.threads
      return (threads.count, threads.count { !$0.unread.isEmpty })
    }
    return try await read { connection in
      let rows = try ThreadRows(connection, self.keyring).rows(id.description)
        .filter { $0.party == actor.party.description }
        .filter { try self.isOpen($0, to: actor) }
      return (rows.count, rows.filter { $0.unread > 0 }.count)
    }
  }

  /// A page of the party's threads in all cases. The permission is part of the query; an examiner
  /// is shown those of the cases that she works on.
  ///
  /// - Throws: `outOfRange` for a cursor that no page of this list gave.
  public func inbox(
    _ filter: ThreadListFilter, cursor: String? = nil, limit: Int = 50, for actor: Actor,
    purpose: ReadPurpose = .overview
  ) async throws(ServiceError) -> ThreadPage {
    var start: ThreadCursor?
    if let cursor {
      guard let read = ThreadCursor(cursor) else {
        throw .refused(Refusal(.outOfRange, field: "cursor"))
      }
      start = read
    }
    let (from, limit) = (start, max(1, min(limit, Limits.pageRows)))
    let page = try await read { connection -> ThreadPage in
      let found = try self.rows(
        connection, filter.stored(actor), after: from, limit: limit + 1, for: actor)
      let shown = found.prefix(limit)
      return ThreadPage(
        rows: try shown.map { try self.listRow($0) },
        next: found.count > limit ? shown.last.map { ThreadCursor($0).description } : nil)
    }
    try await log("inbox", by: actor, purpose: purpose, items: page.rows.count)
    return page
  }

  /// How many of the party's threads need looking at, as far as the actor may read them.
  public func threadCounts(for actor: Actor) async throws(ServiceError) -> ThreadCount {
    try await read { connection in
      func count(_ filter: ThreadListFilter) throws -> Int {
        try self.count(connection, filter.stored(actor), for: actor)
      }
      return ThreadCount(
        unread: try count(.unread), awaiting: try count(.awaiting), mine: try count(.mine),
        unassigned: try count(.unassigned))
    }
  }

  /// How many of the party's threads have something new, for the menu of every page.
  public func unreadThreads(for actor: Actor) async throws(ServiceError) -> Int {
    try await read { try self.count($0, .unread, for: actor) }
  }

  func conversationView(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> ConversationView {
    let place = try conversationPlace(connection, id, actor)
    return ConversationView(
      id: id, history: place.conversation, for: actor, assessment: place.context.assessment,
      seen: place.context.seen)
  }

  func threadView(
    _ connection: any Connection, _ number: Int, _ id: CaseNumber, _ actor: Actor
  ) throws -> ThreadView {
    if let thread = try conversationView(connection, id, actor).thread(number) { return thread }
    let isSent = try ThreadRows(connection, keyring).rows(id.description)
      .contains { $0.party == actor.party.description && $0.number == number }
    throw Refusal(isSent ? .notOnCase : .noThread)
  }

  /// Rows that the actor may read. Only an examiner's are looked through one by one: at a
  /// performer there are few.
  private func rows(
    _ connection: any Connection, _ filter: ThreadFilter, after start: ThreadCursor?,
    limit: Int, for actor: Actor
  ) throws -> [ThreadRow] {
    // The insured are a party of many: a list of its threads would be everybody's.
    guard actor.party != .insured else { return [] }
    let rows = ThreadRows(connection, keyring)
    let party = actor.party.description
    switch ThreadReaders(actor) {
    case .everyCase: return try rows.list(party: party, filter, after: start, limit: limit)
    case .handedOver: return []
    case .ownCases: break
    }
    var found: [ThreadRow] = []
    var cursor = start
    while true {
      let page = try rows.list(party: party, filter, after: cursor, limit: Limits.pageRows)
      for row in page where try isOpen(row, to: actor) {
        found.append(row)
        if found.count == limit { return found }
      }
      guard let last = page.last, page.count == Limits.pageRows else { return found }
      cursor = ThreadCursor(last)
    }
  }

  private func count(
    _ connection: any Connection, _ filter: ThreadFilter, for actor: Actor
  ) throws -> Int {
    guard actor.party != .insured else { return 0 }
    switch ThreadReaders(actor) {
    case .everyCase:
      return try ThreadRows(connection, keyring).count(party: actor.party.description, filter)
    case .handedOver: return 0
    case .ownCases:
      return try rows(connection, filter, after: nil, limit: Limits.pageRows, for: actor).count
    }
  }

  private func isOpen(_ row: ThreadRow, to actor: Actor) throws -> Bool {
    if case .everyCase = ThreadReaders(actor) { return true }
    return ThreadReaders.includes(actor, team: try line(row).team, assignee: row.assignee)
  }

  private func line(_ row: ThreadRow) throws -> ThreadLine {
    guard let line = try? JSONDecoder().decode(ThreadLine.self, from: Data(row.sealed)) else {
      throw StoreError.damaged("thread line")
    }
    return line
  }

  private func listRow(_ row: ThreadRow) throws -> ThreadListRow {
    let line = try line(row)
    return ThreadListRow(
      id: try CaseNumber(row.stream), number: row.number, subject: line.subject,
      matter: line.matter, participants: line.participants, updated: row.updated,
      messages: row.messages, unread: row.unread, awaitsAnswer: row.awaits,
      isSettled: row.settled, assignee: line.assignee, lastParty: line.lastParty,
      lastAuthor: line.lastAuthor)
  }
}

extension ConversationThread {
  /// A message of another party has come since this person read.
  fileprivate func hasNews(for actor: Actor) -> Bool {
    let mine = reads.first { $0.party == actor.party && $0.person == actor.person }
    let last = messages.last { $0.author.party != actor.party }
    return (last?.number ?? 0) > (mine?.through ?? 0)
  }
}

extension ThreadListFilter {
  fileprivate func stored(_ actor: Actor) -> ThreadFilter {
    switch self {
    case .unread: .unread
    case .awaiting: .awaiting
    case .mine: .assigned(actor.person)
    case .unassigned: .assigned("")
    case .all: .all
    }
  }
}
