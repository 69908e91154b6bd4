// SPDX-License-Identifier: Apache-2.0

/// The examining doctor proposes one or more supplementary examinations (förordning
/// 2018:1633 5 § third paragraph).
public struct ExtensionProposed: EventPayload {
  public var number: Int
  public var professions: [Profession]
  /// Name of the proposing doctor.
  public var doctor: String
  public var reason: String?

  public init(number: Int, professions: [Profession], doctor: String, reason: String?) {
    self.number = number
    self.professions = professions
    self.doctor = doctor
    self.reason = reason
  }

  public var facts: Self {
    Self(number: number, professions: professions, doctor: doctor, reason: nil)
  }
}

/// Försäkringskassan's decision on an extension. Approval does not by itself move the last
/// day; a new day is stated here or later.
public struct ExtensionDecided: EventPayload {
  public var number: Int
  /// Empty when refused.
  public var approved: [Profession]
  public var lastDay: Day?
  public var reason: String?

  public init(number: Int, approved: [Profession], lastDay: Day? = nil, reason: String? = nil) {
    self.number = number
    self.approved = approved
    self.lastDay = lastDay
    self.reason = reason
  }

  public var facts: Self {
    Self(number: number, approved: approved, lastDay: lastDay, reason: nil)
  }
}

/// Försäkringskassan states the new last day of an approved extension afterwards.
public struct ExtensionDayStated: EventPayload {
  public var lastDay: Day

  public init(lastDay: Day) { self.lastDay = lastDay }
}

/// The performer tells the region that the statement may be late.
public struct DelayRiskReported: EventPayload {
  public var reason: String?
  public var expectedDay: Day?

  public init(reason: String?, expectedDay: Day? = nil) {
    self.reason = reason
    self.expectedDay = expectedDay
  }

  public var facts: Self { Self(reason: nil, expectedDay: expectedDay) }
}

/// The region tells Försäkringskassan that the statement may be late, and why (förordning
/// 2018:1633 8 § second paragraph).
public struct DelayNotified: EventPayload {
  public var reason: String?
  public var expectedDay: Day?

  public init(reason: String?, expectedDay: Day? = nil) {
    self.reason = reason
    self.expectedDay = expectedDay
  }

  public var facts: Self { Self(reason: nil, expectedDay: expectedDay) }
}

/// The region asks for deferral (anstånd).
public struct DeferralRequested: EventPayload {
  public var number: Int
  public var reason: String?
  public var proposedDay: Day?

  public init(number: Int, reason: String?, proposedDay: Day? = nil) {
    self.number = number
    self.reason = reason
    self.proposedDay = proposedDay
  }

  public var facts: Self { Self(number: number, reason: nil, proposedDay: proposedDay) }
}

/// Försäkringskassan's answer, or a deferral on its own initiative (`number` nil).
public struct DeferralDecided: EventPayload {
  public var number: Int?
  /// The new last day; nil when refused. A deferral has no longest length.
  public var lastDay: Day?
  public var reason: String?

  public init(number: Int?, lastDay: Day?, reason: String? = nil) {
    self.number = number
    self.lastDay = lastDay
    self.reason = reason
  }

  public var facts: Self { Self(number: number, lastDay: lastDay, reason: nil) }
}

/// A reminder went out before a day, or the day passed.
public struct DeadlineNoticed: EventPayload {
  public var task: TaskCode
  public var dueDay: Day
  /// Whom the notice is for.
  public var party: Party

  public init(task: TaskCode, dueDay: Day, party: Party) {
    self.task = task
    self.dueDay = dueDay
    self.party = party
  }
}
