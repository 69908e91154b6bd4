// SPDX-License-Identifier: Apache-2.0

/// The performer has sent the statement (utlåtande).
public struct StatementSent: EventPayload {
  public var day: Day
  /// The statement itself, where it was written and signed here; nil where it was sent another
  /// way, and for who was sent only the facts.
  public var signed: SignedStatement?
  /// The insured gets it when the performer releases it, and not now; nil is no.
  public var awaitsRelease: Bool?

  public init(day: Day, signed: SignedStatement? = nil, awaitsRelease: Bool? = nil) {
    self.day = day
    self.signed = signed
    self.awaitsRelease = awaitsRelease
  }

  /// That it was sent, and when.
  public var facts: Self { Self(day: day, awaitsRelease: awaitsRelease) }
}

/// The statement has reached Försäkringskassan; this day decides the right to compensation
/// (förordning 2018:1633 8 and 11 §§).
public struct StatementArrived: EventPayload {
  public var day: Day
  /// Last day Försäkringskassan may ask for a supplement (sista dag för kompletteringsbegäran);
  /// the contract has it, the law does not.
  public var lastSupplementRequestDay: Day?

  public init(day: Day, lastSupplementRequestDay: Day? = nil) {
    self.day = day
    self.lastSupplementRequestDay = lastSupplementRequestDay
  }
}

/// Försäkringskassan asks for a supplement of the statement (förordning 2018:1633 7 § second
/// paragraph).
public struct StatementSupplementRequested: EventPayload {
  public var number: Int
  /// The contract message carries no question: it then comes by another way.
  public var question: String?
  public var answerBy: Day?
  /// Questions about single sections; nil where the question is about the whole.
  public var sections: [SectionQuestion]?

  public init(
    number: Int, question: String?, answerBy: Day?, sections: [SectionQuestion]? = nil
  ) {
    self.number = number
    self.question = question
    self.answerBy = answerBy
    self.sections = sections
  }

  public var facts: Self { Self(number: number, question: nil, answerBy: answerBy) }
}

/// What Försäkringskassan asks about one section of the statement.
public struct SectionQuestion: Codable, Hashable, Sendable {
  /// Id of the section in the definition that the statement was signed in; nil for the whole.
  public var section: String?
  public var question: String?

  public init(section: String?, question: String?) {
    self.section = section
    self.question = question
  }
}

/// The performer has sent the supplement.
public struct StatementSupplementSent: EventPayload {
  public var number: Int
  public var day: Day
  /// The answers, where they were written and signed here. They add to the statement and change
  /// nothing in it.
  public var signed: SignedSupplement?

  public init(number: Int, day: Day, signed: SignedSupplement? = nil) {
    self.number = number
    self.day = day
    self.signed = signed
  }

  /// That it was sent, and when.
  public var facts: Self { Self(number: number, day: day) }
}

/// The supplement has reached Försäkringskassan.
public struct StatementSupplementArrived: EventPayload {
  public var number: Int
  public var day: Day
  public var lastSupplementRequestDay: Day?

  public init(number: Int, day: Day, lastSupplementRequestDay: Day? = nil) {
    self.number = number
    self.day = day
    self.lastSupplementRequestDay = lastSupplementRequestDay
  }
}

/// Försäkringskassan ends the case.
public struct AssessmentEnded: EventPayload {
  public var reason: EndReason
  public var comment: String?

  public init(reason: EndReason, comment: String? = nil) {
    self.reason = reason
    self.comment = comment
  }

  public var facts: Self { Self(reason: reason, comment: nil) }
}

/// A correction names the wrong event and, where there is one, carries what should have been
/// said instead. Nothing is overwritten.
public struct Corrected: EventPayload {
  public var version: Int
  public var reason: String?
  public var replacement: AssessmentEvent?

  public init(version: Int, reason: String?, replacement: AssessmentEvent?) {
    self.version = version
    self.reason = reason
    self.replacement = replacement
  }

  public var facts: Self {
    Self(version: version, reason: nil, replacement: replacement?.facts)
  }
}
