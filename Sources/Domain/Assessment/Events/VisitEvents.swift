// SPDX-License-Identifier: Apache-2.0

/// When and how the insured was summoned to a visit.
public struct Summons: Codable, Hashable, Sendable {
  public var day: Day
  public var channel: Channel

  public init(day: Day, channel: Channel) {
    self.day = day
    self.channel = channel
  }
}

/// Besök: a visit with one profession is booked.
public struct VisitBooked: EventPayload {
  public var number: Int
  public var profession: Profession
  public var start: Instant
  public var end: Instant?
  public var place: String
  /// Name of the examiner; may be decided later.
  public var examiner: String?
  public var interpreterBooked: Bool
  public var summons: Summons?

  public init(
    number: Int, profession: Profession, start: Instant, end: Instant?, place: String,
    examiner: String? = nil, interpreterBooked: Bool, summons: Summons? = nil
  ) {
    self.number = number
    self.profession = profession
    self.start = start
    self.end = end
    self.place = place
    self.examiner = examiner
    self.interpreterBooked = interpreterBooked
    self.summons = summons
  }
}

/// A booked visit gets another time or place; a new summons follows.
public struct VisitMoved: EventPayload {
  public var number: Int
  public var start: Instant
  public var end: Instant?
  public var place: String
  public var interpreterBooked: Bool
  public var reason: String?

  public init(
    number: Int, start: Instant, end: Instant?, place: String, interpreterBooked: Bool,
    reason: String?
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.place = place
    self.interpreterBooked = interpreterBooked
    self.reason = reason
  }

  public var facts: Self {
    var facts = self
    facts.reason = nil
    return facts
  }
}

/// The insured was summoned to a visit.
public struct SummonsSent: EventPayload {
  public var number: Int
  public var summons: Summons

  public init(number: Int, summons: Summons) {
    self.number = number
    self.summons = summons
  }
}

/// A booked visit is cancelled. Whether it is late follows from `reached` and the rule in
/// force on that day; it is never stored.
public struct VisitCancelled: EventPayload {
  public var number: Int
  public var cause: CancellationCause
  /// When the cancellation reached the performer.
  public var reached: Instant
  public var reason: String?

  public init(number: Int, cause: CancellationCause, reached: Instant, reason: String?) {
    self.number = number
    self.cause = cause
    self.reached = reached
    self.reason = reason
  }

  public var facts: Self {
    Self(number: number, cause: cause, reached: reached, reason: nil)
  }
}

/// A visit took place.
public struct VisitPerformed: EventPayload {
  public var number: Int
  /// Nil where no interpreter was booked.
  public var interpreterTookPart: Bool?
  public var interpreterMinutes: Int?

  public init(number: Int, interpreterTookPart: Bool? = nil, interpreterMinutes: Int? = nil) {
    self.number = number
    self.interpreterTookPart = interpreterTookPart
    self.interpreterMinutes = interpreterMinutes
  }
}

/// Uteblivet besök (FKFS 2019:1 4 §).
public struct VisitMissed: EventPayload {
  public var number: Int
  public var cause: NoShowCause
  public var reason: String?

  public init(number: Int, cause: NoShowCause, reason: String?) {
    self.number = number
    self.cause = cause
    self.reason = reason
  }

  public var facts: Self { Self(number: number, cause: cause, reason: nil) }
}

/// Avvikelse: something went otherwise than planned; either side may report it.
public struct DeviationReported: EventPayload {
  public var number: Int
  /// The visit it concerns; nil for the case as a whole.
  public var visit: Int?
  public var cause: DeviationCause
  public var time: Instant
  /// The insured did not come.
  public var missed: Bool
  public var description: String?

  public init(
    number: Int, visit: Int?, cause: DeviationCause, time: Instant, missed: Bool,
    description: String?
  ) {
    self.number = number
    self.visit = visit
    self.cause = cause
    self.time = time
    self.missed = missed
    self.description = description
  }

  public var facts: Self {
    var facts = self
    facts.description = nil
    return facts
  }
}

/// Försäkringskassan decides after a deviation what happens to the remaining visits.
public struct RemainingVisitsDecided: EventPayload {
  public var deviation: Int
  public var keep: [Int]
  public var cancel: [Int]
  public var comment: String?

  public init(deviation: Int, keep: [Int], cancel: [Int], comment: String?) {
    self.deviation = deviation
    self.keep = keep
    self.cancel = cancel
    self.comment = comment
  }

  public var facts: Self {
    Self(deviation: deviation, keep: keep, cancel: cancel, comment: nil)
  }
}
