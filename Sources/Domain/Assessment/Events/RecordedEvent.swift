// SPDX-License-Identifier: Apache-2.0

/// How much of an event a party is told.
public enum Disclosure: String, Codable, Sendable, Comparable {
  /// That it happened, when, and what the party needs for its own part.
  case facts
  case full

  public static func < (left: Disclosure, right: Disclosure) -> Bool {
    left == .facts && right == .full
  }
}

/// Who was sent an event, and how much of it. Decided when the event is written and never
/// changed: a performer that later loses the case keeps what it was sent, and gets no more.
public typealias Audience = [Party: Disclosure]

/// An event in its place in a case's history.
public struct RecordedEvent: Hashable, Sendable {
  /// 1 for the first event of the case.
  public let version: Int
  public let author: Actor
  public let audience: Audience
  /// When it was written. The clock is passed in; it never runs backwards within a case.
  public let at: Instant
  public let event: AssessmentEvent

  public init(
    version: Int, author: Actor, audience: Audience, at: Instant, event: AssessmentEvent
  ) {
    self.version = version
    self.author = author
    self.audience = audience
    self.at = at
    self.event = event
  }

  /// The event as it was sent to a party, or nil where nothing was.
  public func disclosed(to party: Party) -> RecordedEvent? {
    switch audience[party] {
    case nil: nil
    case .full: self
    case .facts:
      RecordedEvent(
        version: version, author: author, audience: audience, at: at, event: event.facts)
    }
  }
}
