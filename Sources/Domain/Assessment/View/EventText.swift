// SPDX-License-Identifier: Apache-2.0

/// What an event says to people: a sentence in the past tense, and what the reader was sent with
/// it, line by line. It is made from the event as it was disclosed to the reader, so that it can
/// never say more than that.
public struct EventText: Hashable, Sendable {
  /// One line: what it is, and the value as it was sent.
  public struct Detail: Hashable, Sendable {
    public let label: Bilingual
    public let value: Bilingual

    /// A line with its words in both languages.
    public init(_ label: Bilingual, _ value: Bilingual) {
      self.label = label
      self.value = value
    }
  }

  public let title: Bilingual
  /// In the order in which they are read; what was not sent is left out.
  public let details: [Detail]

  /// Leaves out the lines that have no value.
  init(_ title: Bilingual, _ details: [Detail?] = []) {
    self.title = title
    self.details = details.compactMap { $0 }
  }
}

/// What the texts need to know besides the event itself: names that other events told.
public struct EventNames: Sendable {
  /// The profession of each visit by its number.
  public var visits: [Int: Profession]
  /// The names of those who act for the insured, by their numbers.
  var representatives: [Int: String] = [:]
  /// The names of performers.
  public var performers: [HSAID: String]
  /// The names of regions.
  public var regions: [HSAID: String]
  /// The events that a correction can be about, by version.
  public var events: [Int: AssessmentEvent]

  /// The names that a party's own events tell, and those of the regions and their performers.
  /// Organisations are no secret, and only those that the events name are ever looked up.
  public init(_ history: [RecordedEvent] = [], regions: [RegionSettings] = []) {
    visits = [:]
    events = Dictionary(minimumCapacity: history.count)
    self.regions = Dictionary(
      regions.map { ($0.region, $0.name) }, uniquingKeysWith: { first, _ in first })
    performers = Dictionary(
      regions.flatMap(\.performers).map { ($0.unit.id, $0.unit.name) },
      uniquingKeysWith: { first, _ in first })
    for recorded in history {
      events[recorded.version] = recorded.event
      switch recorded.event {
      case .visitBooked(let booked): visits[booked.number] = booked.profession
      case .representativeRegistered(let one): representatives[one.number] = one.name
      case .representativeDisclosed(let one): representatives[one.number] = one.name
      case .performerAllocated(let allocated):
        performers[allocated.unit.id] = allocated.unit.name
        for candidate in allocated.draw?.candidates ?? [] {
          performers[candidate.performer] = candidate.name
        }
      default: break
      }
    }
  }

  /// What an organisation is called; nil for one that is not known.
  public func name(of id: HSAID) -> String? { regions[id] ?? performers[id] }

  /// The performer's name, or its HSA-id where the name is not known.
  public func performer(_ id: HSAID) -> String { performers[id] ?? id.text }

  /// `läkare`, or the number where the booking is not known.
  func visit(_ number: Int) -> Bilingual {
    visits[number]?.label ?? Bilingual(sv: "besök \(number)", en: "visit \(number)")
  }
}

extension AssessmentEvent {
  /// The event in words, for somebody who was sent it as it stands here.
  public func text(_ names: EventNames = EventNames()) -> EventText {
    switch self {
    case .performerRequested(let payload): payload.text(names)
    case .insuredRegistered(let payload): payload.text
    case .drawCommitted(let payload): payload.text
    case .requestDeclined(let payload): payload.text
    case .inquirySent(let payload): payload.text(names)
    case .inquiryAnswered(let payload): payload.text(names)
    case .inquiryClosed(let payload): payload.text(names)
    case .performerAllocated(let payload): payload.text(names)
    case .allocationWithdrawn(let payload): payload.text(names)
    case .conflictReported(let payload): payload.text(names)
    case .representativeRegistered(let payload): payload.text
    case .representativeDisclosed(let payload): payload.text
    case .representativeEnded(let payload): payload.text(names)
    case .insuredInformed(let payload): payload.text
    case .orderPlaced(let payload): payload.text(names)
    case .orderUpdated(let payload): payload.text
    case .orderAccepted(let payload): payload.text
    case .orderReturned(let payload): payload.text(names)
    case .orderSupplementRequested(let payload): payload.text
    case .orderSupplemented(let payload): payload.text
    case .underlagCompleted(let payload): payload.text
    case .doctorAppointed(let payload): payload.text
    case .examinerAppointed(let payload): payload.text
    case .examinerReleased(let payload): payload.text
    case .visitBooked(let payload): payload.text
    case .visitMoved(let payload): payload.text(names)
    case .insuredDocumentsAdded(let payload): payload.text
    case .selfRatingGiven(let payload): payload.text
    case .visitMoveRequested(let payload): payload.text(names)
    case .visitMoveDeclined(let payload): payload.text(names)
    case .summonsSent(let payload): payload.text(names)
    case .visitCancelled(let payload): payload.text(names)
    case .visitPerformed(let payload): payload.text(names)
    case .visitMissed(let payload): payload.text(names)
    case .deviationReported(let payload): payload.text(names)
    case .remainingVisitsDecided(let payload): payload.text(names)
    case .extensionProposed(let payload): payload.text
    case .extensionDecided(let payload): payload.text
    case .extensionDayStated(let payload): payload.text
    case .delayRiskReported(let payload): payload.text
    case .delayNotified(let payload): payload.text
    case .deferralRequested(let payload): payload.text
    case .deferralDecided(let payload): payload.text
    case .insuredOpposed(let payload): payload.text
    case .oppositionWithdrawn(let payload): payload.text
    case .statementSent(let payload): payload.text
    case .statementArrived(let payload): payload.text
    case .statementSupplementRequested(let payload): payload.text
    case .statementSupplementSent(let payload): payload.text
    case .statementSupplementArrived(let payload): payload.text
    case .statementReleased(let payload): payload.text
    case .reminded(let payload): payload.text(passed: false)
    case .deadlinePassed(let payload): payload.text(passed: true)
    case .assessmentEnded(let payload): payload.text
    case .corrected(let payload): payload.text(names)
    }
  }
}
