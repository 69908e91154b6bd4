// SPDX-License-Identifier: Apache-2.0
import Domain

/// A page of a party's cases.
public struct CaseListJSON: Codable, Hashable, Sendable {
  public var items: [CaseRowJSON]
  public var total: Int
  /// There are more than `total`, which is where counting stops.
  public var totalIsAtLeast: Bool
  /// Cursor of the page after this; nil on the last.
  public var next: String?
  /// Cursor of the page before this; nil on the first.
  public var previous: String?

  public init(_ page: CaseListPage) {
    items = page.rows.map(CaseRowJSON.init)
    total = page.total
    totalIsAtLeast = page.isTotalAtLeast
    next = page.next
    previous = page.previous
  }
}

/// The cases that a search found.
public struct CaseSearchJSON: Codable, Hashable, Sendable {
  public var items: [CaseRowJSON]

  public init(_ rows: [CaseListRow]) { items = rows.map(CaseRowJSON.init) }
}

/// A case's line in a list. Name and personal identity number are left out where they were not
/// sent to the party and where the person has protected identity.
public struct CaseRowJSON: Codable, Hashable, Sendable {
  public var number: CaseNumber
  public var status: StatusJSON
  /// The case has been disposed of: only number and dates are left.
  public var isDisposed: Bool
  public var phase: Phase
  public var nextActor: PartyRole?
  public var region: HSAID?
  public var performer: HSAID?
  public var performerName: String?
  public var name: String?
  public var personNumber: PersonalIdentityNumber?
  public var isProtected: Bool
  public var agencyNumber: String?
  public var town: String?
  public var interpreterLanguage: String?
  /// An extension has been approved.
  public var isExtended: Bool
  public var openedDay: Day
  public var completeDay: Day?
  /// The day that counts next, and what it rests on.
  public var dueDay: Day?
  public var dueBasis: DueBasis?
  /// Workdays to the due day, negative when it has passed.
  public var daysLeft: Int?
  public var endedDay: Day?
  public var deviations: Int

  public init(_ row: CaseListRow) {
    number = row.id
    status = StatusJSON(row.status)
    isDisposed = row.isDisposed
    phase = row.status.phase
    nextActor = row.nextActor
    region = row.region
    performer = row.performer
    performerName = row.line.performerName
    name = row.isProtected ? nil : row.line.name
    personNumber = row.isProtected ? nil : row.line.personNumber
    isProtected = row.isProtected
    agencyNumber = row.line.agencyNumber
    town = row.line.town
    interpreterLanguage = row.line.interpreterLanguage
    isExtended = row.line.isExtended
    openedDay = row.openedDay
    completeDay = row.completeDay
    dueDay = row.dueDay
    dueBasis = row.dueBasis
    daysLeft = row.daysLeft
    endedDay = row.endedDay
    deviations = row.deviations
  }
}
