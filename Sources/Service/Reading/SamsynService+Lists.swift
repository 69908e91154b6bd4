// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// A case's line in a party's list.
public struct CaseListRow: Sendable, Hashable {
  public let id: CaseNumber
  public let status: Status
  public let region: HSAID?
  public let performer: HSAID?
  public let openedDay: Day
  public let completeDay: Day?
  public let dueDay: Day?
  public let dueBasis: DueBasis?
  public let endedDay: Day?
  /// Workdays to the due day, negative when it has passed.
  public let daysLeft: Int?
  /// The due day of a running case has passed, if only by a weekend.
  public let isOverdue: Bool
  public let deviations: Int
  public let isProtected: Bool
  /// The case has been disposed of: only number and dates are left.
  public let isDisposed: Bool
  public let line: CaseLine

  /// The words on the badge.
  public var statusLabel: Bilingual {
    isDisposed ? Bilingual(sv: "Gallrat", en: "Disposed of") : status.label
  }
  public var nextActor: PartyRole? { status.nextActor }
}

/// One task in a party's work list, with its case.
public struct TaskListRow: Sendable, Hashable {
  public let code: TaskCode
  public let subject: Int?
  public let dueDay: Day?
  public let basis: DueBasis?
  /// Workdays to the due day, negative when it has passed.
  public let daysLeft: Int?
  public let row: CaseListRow
}

/// How many of a party's cases are alike.
public struct StatusCount: Sendable, Hashable {
  public let status: Status
  /// Whose turn it is; nil when nobody's.
  public let nextActor: PartyRole?
  public let isEnded: Bool
  public let count: Int
}

/// How many tasks a party has, by their last day.
public struct TaskCount: Sendable, Hashable {
  /// The last day has passed.
  public let late: Int
  /// Due within five workdays.
  public let soon: Int
  /// Due later, or without a day.
  public let later: Int
}

/// What a list is asked for. The party comes with the actor, never with the question.
public struct CaseListQuery: Sendable, Hashable {
  public var state = CaseListState.running
  public var statuses: [Status] = []
  public var nextActor: PartyRole?
  public var performer: HSAID?
  public var dueFrom: Day?
  public var dueTo: Day?
  public var onlyDeviations = false
  public var sort = CaseListSort.due
  public var isDescending = false
  /// Where the page begins, as an earlier page gave it.
  public var cursor: String?
  public var limit = 50

  public init() {}
}

/// Which cases by their end.
public enum CaseListState: String, Sendable, CaseIterable, Codable {
  case running, ended, all
}

/// What a list can be ordered by.
public enum CaseListSort: String, Sendable, CaseIterable, Codable {
  case due, opened, number, updated, status
}

/// A page of a list.
public struct CaseListPage: Sendable {
  public let rows: [CaseListRow]
  public let total: Int
  /// There are more than `total`, which is where counting stops.
  public let isTotalAtLeast: Bool
  public let next: String?
  public let previous: String?
}

extension SamsynService {
  /// A page of the party's cases. The permission is part of the query.
  public func list(
    _ query: CaseListQuery, for actor: Actor, purpose: ReadPurpose = .overview
  ) async throws(ServiceError) -> CaseListPage {
    try await refreshForList()
    let today = clock.now().day
    let stored = try caseQuery(query, actor)
    let page = try await read { connection -> CaseListPage in
      let page = try CaseRows(connection, self.keyring).list(stored)
      return CaseListPage(
        rows: try page.rows.map { try self.listRow($0, today: today) },
        total: page.total.count, isTotalAtLeast: page.total.isAtLeast,
        next: page.next?.description, previous: page.previous?.description)
    }
    try await log("list", by: actor, purpose: purpose, items: page.rows.count)
    return page
  }

  /// How many of the party's cases stand where.
  public func counts(for actor: Actor) async throws(ServiceError) -> [StatusCount] {
    try await read { connection in
      try CaseRows(connection, self.keyring).counts(party: actor.party.description)
        .map { count in
          guard let status = Status(rawValue: count.status) else {
            throw ServiceError.fault("status")
          }
          return StatusCount(
            status: status, nextActor: PartyRole(rawValue: count.nextRole),
            isEnded: count.isEnded, count: count.count)
        }
    }
  }

  /// The party's tasks, most urgent first.
  ///
  /// - Throws: `outOfRange` for a cursor that no page of this list gave.
  public func tasks(
    for actor: Actor, cursor: String? = nil, limit: Int = 50
  ) async throws(ServiceError) -> (rows: [TaskListRow], next: String?) {
    try await refreshForList()
    let today = clock.now().day
    let start = cursor.map { TaskCursor($0) }
    if case .some(nil) = start { throw .refused(Refusal(.outOfRange, field: "cursor")) }
    let (rows, next) = try await read { connection -> ([TaskListRow], TaskCursor?) in
      let page = try TaskRows(connection, self.keyring).list(
        party: actor.party.description, openBy: today, limit: limit, cursor: start ?? nil)
      return (try page.entries.map { try self.listRow($0, today: today) }, page.next)
    }
    try await log("tasks", by: actor, purpose: .overview, items: rows.count)
    return (rows, next?.description)
  }

  private func listRow(_ entry: TaskEntry, today: Day) throws -> TaskListRow {
    guard let code = TaskCode(rawValue: entry.task.code) else {
      throw ServiceError.fault("task")
    }
    return TaskListRow(
      code: code, subject: Int(entry.task.subject), dueDay: entry.task.dueDay,
      basis: entry.task.dueBasis.flatMap(DueBasis.init(rawValue:)),
      daysLeft: daysLeft(entry.task.dueDay, today),
      row: try listRow(entry.assessment, today: today))
  }

  /// How many tasks are late, due within five workdays, later, or have no day.
  public func taskCounts(for actor: Actor) async throws(ServiceError) -> TaskCount {
    let today = clock.now().day
    let soon = (try? calendar.adding(workdays: 5, to: today).day) ?? today
    return try await read { connection in
      let counts = try TaskRows(connection, self.keyring).counts(
        party: actor.party.description, today: today, soonDay: soon)
      return TaskCount(late: counts.late, soon: counts.soon, later: counts.later)
    }
  }

  /// Cases found by a whole case number, Försäkringskassan's number or a whole personal identity
  /// number; there is no other search. Every search is logged, also one that finds nothing.
  public func search(
    _ text: String, for actor: Actor
  ) async throws(ServiceError) -> [CaseListRow] {
    let (search, hash) = caseSearch(text)
    let today = clock.now().day
    let rows = try await read { connection in
      try CaseRows(connection, self.keyring)
        .search(party: actor.party.description, search)
        .map { try self.listRow($0, today: today) }
    }
    try await log(
      "search", by: actor, searched: hash, purpose: .casework, items: rows.count)
    return rows
  }

  private func caseSearch(_ text: String) -> (CaseSearch, [UInt8]) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let id = try? CaseNumber(trimmed.uppercased()) {
      return (.stream(id.description), keyring.agencyHash(id.description))
    }
    if let number = try? PersonalIdentityNumber(trimmed, on: clock.now().day) {
      let hash = keyring.personHash(number)
      return (.personHash(hash), hash)
    }
    let hash = keyring.agencyHash(trimmed)
    return (.fkHash(hash), hash)
  }

  private func caseQuery(
    _ query: CaseListQuery, _ actor: Actor
  ) throws(ServiceError) -> CaseQuery {
    var stored = CaseQuery(party: actor.party.description)
    stored.state = CaseQuery.State(query.state)
    stored.statuses = query.statuses.map(\.rawValue)
    stored.nextRole = query.nextActor?.rawValue
    stored.performer = query.performer?.description
    stored.dueFrom = query.dueFrom
    stored.dueTo = query.dueTo
    stored.onlyDeviations = query.onlyDeviations
    stored.sort = CaseQuery.Sort(query.sort)
    stored.direction = query.isDescending ? .descending : .ascending
    stored.limit = query.limit
    if let text = query.cursor {
      guard let cursor = CaseCursor(text) else {
        throw .refused(Refusal(.outOfRange, field: "cursor"))
      }
      stored.cursor = cursor
    }
    return stored
  }

  func listRow(_ row: CaseRow, today: Day) throws -> CaseListRow {
    let line =
      row.sealed.isEmpty
      ? CaseLine(isExtended: false)
      : try JSONDecoder().decode(CaseLine.self, from: Data(row.sealed))
    guard let status = Status(rawValue: row.status) else { throw ServiceError.fault("status") }
    return CaseListRow(
      id: try CaseNumber(row.caseNumber), status: status, region: try? HSAID(row.region),
      performer: try? HSAID(row.performer), openedDay: row.openedDay,
      completeDay: row.completeDay, dueDay: row.dueDay,
      dueBasis: row.dueBasis.flatMap(DueBasis.init(rawValue:)), endedDay: row.endedDay,
      daysLeft: row.isEnded ? nil : daysLeft(row.dueDay, today),
      isOverdue: !row.isEnded && row.dueDay.map { $0 < today } == true,
      deviations: row.deviations, isProtected: row.protected,
      // Every line is sealed with something in it; one that opens empty has lost its key.
      isDisposed: row.sealed.isEmpty, line: line)
  }

  func daysLeft(_ due: Day?, _ today: Day) -> Int? {
    due.flatMap { DeliveryDeadline.daysLeft(from: today, to: $0, calendar: calendar) }
  }
}

extension CaseQuery.State {
  fileprivate init(_ state: CaseListState) {
    switch state {
    case .running: self = .running
    case .ended: self = .ended
    case .all: self = .all
    }
  }
}

extension CaseQuery.Sort {
  fileprivate init(_ sort: CaseListSort) {
    switch sort {
    case .due: self = .due
    case .opened: self = .opened
    case .number: self = .number
    case .updated: self = .updated
    case .status: self = .status
    }
  }
}
