// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a list of cases shows. The party is part of the query, so that a list cannot hold what was
/// not sent to it.
public struct CaseQuery: Hashable, Sendable {
  /// Which cases by their end.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Cases that have not ended.
    case running
    /// Cases that have ended.
    case ended
    /// Both.
    case all
  }

  /// What a list is ordered by; equal rows are ordered by stream.
  public enum Sort: String, Hashable, Sendable, CaseIterable {
    /// The day that counts next, cases without one last.
    case due
    /// Day of opening.
    case opened
    /// Case number.
    case number
    /// Last change.
    case updated
    /// Status code in byte order.
    case status
  }

  /// Upwards or downwards.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Smallest first.
    case ascending
    /// Largest first.
    case descending
  }

  /// Whose list.
  public var party: String
  /// Which cases by their end.
  public var state: State
  /// Only these status codes; empty means all.
  public var statuses: [String]
  /// Only cases whose next actor has this role.
  public var nextRole: String?
  /// Only this performer's.
  public var performer: String?
  /// Only this region's.
  public var region: String?
  /// First day of those that count next, inclusive.
  public var dueFrom: Day?
  /// Last day of those that count next, inclusive.
  public var dueTo: Day?
  /// Only cases with deviations.
  public var onlyDeviations: Bool
  /// Order.
  public var sort: Sort
  /// Direction of the order.
  public var direction: Direction
  /// Where the page starts; nothing for the first.
  public var cursor: CaseCursor?
  /// Rows of a page, held to 1...`Limits.pageRows`.
  public var limit: Int

  /// A party's running cases by the day that counts next.
  public init(
    party: String, state: State = .running, statuses: [String] = [], nextRole: String? = nil,
    performer: String? = nil, region: String? = nil, dueFrom: Day? = nil, dueTo: Day? = nil,
    onlyDeviations: Bool = false, sort: Sort = .due, direction: Direction = .ascending,
    cursor: CaseCursor? = nil, limit: Int = 50
  ) {
    self.party = party
    self.state = state
    self.statuses = statuses
    self.nextRole = nextRole
    self.performer = performer
    self.region = region
    self.dueFrom = dueFrom
    self.dueTo = dueTo
    self.onlyDeviations = onlyDeviations
    self.sort = sort
    self.direction = direction
    self.cursor = cursor
    self.limit = limit
  }
}

/// One page of a list of cases.
public struct CasePage: Hashable, Sendable {
  /// How many cases a list has.
  public struct Total: Hashable, Sendable {
    /// The number counted.
    public let count: Int
    /// True when counting stopped at `Limits.countedRows`: there are at least so many.
    public let isAtLeast: Bool
  }

  /// The rows in order.
  public let rows: [CaseRow]
  /// How many rows all pages have.
  public let total: Total
  /// Cursor of the page after this, when there is one.
  public let next: CaseCursor?
  /// Cursor of the page before this, when there is one.
  public let previous: CaseCursor?
}

/// How many of a party's cases are alike.
public struct CaseCount: Hashable, Sendable {
  /// Whether they have ended.
  public let isEnded: Bool
  /// Their status code.
  public let status: String
  /// Role of their next actor, empty when nobody's.
  public let nextRole: String
  /// How many.
  public let count: Int
}

/// An exact search; the only way to find a person's case.
public enum CaseSearch: Hashable, Sendable {
  /// The case's stream, which is named by Samsyn's case number.
  case stream(String)
  /// `Keyring.searchHash` of FK's case number.
  case fkHash([UInt8])
  /// `Keyring.searchHash` of the personal identity number.
  case personHash([UInt8])
}
