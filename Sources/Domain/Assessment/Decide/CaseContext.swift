// SPDX-License-Identifier: Apache-2.0

/// What a decision needs besides the case itself: the time, the law and the agreed targets.
public struct CaseContext: Sendable {
  public let now: Instant
  public let rules: RuleBook
  public let calendar: CalendarPolicy
  public let targets: ServiceTargets

  public init(
    now: Instant, rules: RuleBook, calendar: CalendarPolicy, targets: ServiceTargets = .none
  ) {
    self.now = now
    self.rules = rules
    self.calendar = calendar
    self.targets = targets
  }

  /// The same law and targets at another time.
  public func at(_ now: Instant) -> CaseContext {
    CaseContext(now: now, rules: rules, calendar: calendar, targets: targets)
  }

  /// Today in Swedish civil time.
  public var today: Day { now.day }
}

/// Targets that a region has set or agreed on. None of them is law, and a missing one means
/// that there is no day to keep.
public struct ServiceTargets: Codable, Hashable, Sendable {
  /// Workdays for the region to answer a request.
  public var answerRequestDays: Int?
  /// Workdays for a performer to answer an inquiry.
  public var answerInquiryDays: Int?
  /// Workdays between summons and visit.
  public var summonsDays: Int?
  /// Workdays added when the summons goes by post.
  public var postDays: Int?
  /// Workdays before the last day when a reminder goes out.
  public var reminderDays: Int?
  /// Workdays before an answer day when a reminder goes out.
  public var answerReminderDays: Int?

  public init(
    answerRequestDays: Int? = nil, answerInquiryDays: Int? = nil, summonsDays: Int? = nil,
    postDays: Int? = nil, reminderDays: Int? = nil, answerReminderDays: Int? = nil
  ) {
    self.answerRequestDays = answerRequestDays
    self.answerInquiryDays = answerInquiryDays
    self.summonsDays = summonsDays
    self.postDays = postDays
    self.reminderDays = reminderDays
    self.answerReminderDays = answerReminderDays
  }

  /// No targets at all.
  public static let none = ServiceTargets()
}

/// Largest sizes of what may be stated in a case.
public enum CaseLimit {
  /// Characters in a free text.
  public static let textLength = 4000
  /// Characters in a name, a place or a title.
  public static let lineLength = 255
  /// Performers that may be asked at once.
  public static let inquiries = 50
  /// Documents in one list.
  public static let documents = 200
  /// Abilities in a self-rating.
  public static let abilities = 50
  /// Representatives of the insured at one time.
  public static let representatives = 10
  /// Pages in one document.
  public static let pages = 5000
  /// Days before the request that the insured may have been informed; earlier is a slip of the
  /// hand.
  public static let daysInformedBefore = 366
  /// Days ahead that a stated day may lie.
  public static let daysAhead = 1500
}
