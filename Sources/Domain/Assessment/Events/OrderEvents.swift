// SPDX-License-Identifier: Apache-2.0

/// Försäkringskassan has informed the insured of purpose, prerequisites, meaning and what is
/// handed over, and has invited her to add information (lag 2018:744 6 §).
public struct InsuredInformed: EventPayload {
  public var day: Day
  public var channel: Channel
  public var invitedToAdd: Bool

  public init(day: Day, channel: Channel, invitedToAdd: Bool) {
    self.day = day
    self.channel = channel
    self.invitedToAdd = invitedToAdd
  }
}

/// Beställning: Försäkringskassan orders from the performer and lists the underlag.
public struct OrderPlaced: EventPayload {
  public var performer: HSAID
  public var identity: InsuredIdentity
  public var purpose: String?
  public var background: String?
  public var plannedActions: String?
  /// Nil where a contract message does not tell.
  public var extensionAllowed: Bool?
  public var interpreter: Interpreter
  public var specialNeeds: String?
  public var officer: CaseOfficer
  public var documents: DocumentList
  /// Documents follow by post; nil where not told.
  public var documentsByPost: Bool?
  /// A last day stated with the order. Försäkringskassan's date is binding.
  public var lastDay: Day?
  public var comment: String?
  public var agencyNumber: String?

  public init(
    performer: HSAID, identity: InsuredIdentity, purpose: String?, background: String?,
    plannedActions: String? = nil, extensionAllowed: Bool?, interpreter: Interpreter,
    specialNeeds: String?, officer: CaseOfficer, documents: DocumentList,
    documentsByPost: Bool? = nil, lastDay: Day? = nil, comment: String? = nil,
    agencyNumber: String? = nil
  ) {
    self.performer = performer
    self.identity = identity
    self.purpose = purpose
    self.background = background
    self.plannedActions = plannedActions
    self.extensionAllowed = extensionAllowed
    self.interpreter = interpreter
    self.specialNeeds = specialNeeds
    self.officer = officer
    self.documents = documents
    self.documentsByPost = documentsByPost
    self.lastDay = lastDay
    self.comment = comment
    self.agencyNumber = agencyNumber
  }

  /// Identity, interpreter and how many documents: what the region needs for its claim.
  public var facts: Self {
    var facts = self
    facts.purpose = nil
    facts.background = nil
    facts.plannedActions = nil
    facts.specialNeeds = nil
    facts.documents = documents.facts
    facts.comment = nil
    facts.identity.address = nil
    facts.identity.phone = nil
    return facts
  }
}

/// Försäkringskassan changes something in an order; nil means unchanged.
public struct OrderUpdated: EventPayload {
  public var interpreter: Interpreter?
  public var specialNeeds: String?
  public var officer: CaseOfficer?
  public var documentsByPost: Bool?
  public var comment: String?

  public init(
    interpreter: Interpreter? = nil, specialNeeds: String? = nil, officer: CaseOfficer? = nil,
    documentsByPost: Bool? = nil, comment: String? = nil
  ) {
    self.interpreter = interpreter
    self.specialNeeds = specialNeeds
    self.officer = officer
    self.documentsByPost = documentsByPost
    self.comment = comment
  }

  public var facts: Self {
    var facts = self
    facts.specialNeeds = nil
    facts.comment = nil
    return facts
  }

  /// True where nothing would change.
  public var isEmpty: Bool { self == OrderUpdated() }
}

/// The performer takes on the order.
public struct OrderAccepted: EventPayload {
  public var comment: String?

  public init(comment: String? = nil) { self.comment = comment }

  public var facts: Self { Self() }
}

/// The performer sends the order back.
public struct OrderReturned: EventPayload {
  public var performer: HSAID
  public var cause: ReturnCause
  public var reason: String?

  public init(performer: HSAID, cause: ReturnCause, reason: String?) {
    self.performer = performer
    self.cause = cause
    self.reason = reason
  }

  public var facts: Self { Self(performer: performer, cause: cause, reason: nil) }
}

/// The performer asks for something essential that is missing (förordning 2018:1633 6 §
/// second paragraph).
public struct OrderSupplementRequested: EventPayload {
  public var number: Int
  public var parts: [DocumentKind]
  public var question: String?

  public init(number: Int, parts: [DocumentKind], question: String?) {
    self.number = number
    self.parts = parts
    self.question = question
  }

  public var facts: Self { Self(number: number, parts: [], question: nil) }
}

/// Försäkringskassan's answer: more documents, or why there are none.
public struct OrderSupplemented: EventPayload {
  public var number: Int
  public var documents: DocumentList
  public var answer: String?

  public init(number: Int, documents: DocumentList, answer: String?) {
    self.number = number
    self.documents = documents
    self.answer = answer
  }

  public var facts: Self { Self(number: number, documents: documents.facts, answer: nil) }
}

/// The performer has the complete underlag; the clock of 8 § starts from this day.
public struct UnderlagCompleted: EventPayload {
  public var day: Day

  public init(day: Day) { self.day = day }
}

/// The one licensed doctor who is responsible (lag 2018:744 8 §).
public struct DoctorAppointed: EventPayload {
  public var name: String
  /// Identifier at the performer; nil where the doctor has no account.
  public var person: String?

  public init(name: String, person: String? = nil) {
    self.name = name
    self.person = person
  }
}
