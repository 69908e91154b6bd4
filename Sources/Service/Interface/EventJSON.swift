// SPDX-License-Identifier: Apache-2.0
import Domain

/// An event as the party was sent it.
public struct EventJSON: Hashable, Sendable {
  /// Who wrote it. The person is named, as in a letter, and not identified.
  public struct Author: Codable, Hashable, Sendable {
    public var party: Party
    public var name: String
    public var function: StaffFunction
    public var onBehalfOf: String?

    public init(_ actor: Actor) {
      party = actor.party
      name = actor.name
      function = actor.function
      onBehalfOf = actor.onBehalfOf
    }
  }

  public var version: Int
  public var at: Instant
  public var author: Author
  /// The roles that were told, and how much; which performer was told is not said.
  public var audience: [String: Disclosure]
  /// Version of the event that corrects this one.
  public var correctedBy: Int?
  /// In JSON `kind` and `data`, beside the other fields.
  public var event: AssessmentEvent

  public init(_ recorded: RecordedEvent, correctedBy: Int? = nil) {
    version = recorded.version
    at = recorded.at
    author = Author(recorded.author)
    audience = [:]
    for (party, disclosure) in recorded.audience {
      let role = party.role.rawValue
      audience[role] = max(audience[role] ?? disclosure, disclosure)
    }
    self.correctedBy = correctedBy
    event = recorded.event.withoutSealedText
  }

  /// All events of a view, oldest first.
  public static func list(_ view: CaseView) -> [EventJSON] {
    let correctedBy = view.correctedBy
    return view.events.map {
      EventJSON($0, correctedBy: correctedBy[$0.version]?.version)
    }
  }
}

extension AssessmentEvent {
  /// The event without the signed text and the self-rating's levels, which are read in their own
  /// place: there it says who at the party may read them, and the log has it.
  fileprivate var withoutSealedText: AssessmentEvent {
    isSigned || kind == .selfRatingGiven ? facts : self
  }
}

extension EventJSON: Codable {
  private enum Key: String, CodingKey { case version, at, author, audience, correctedBy }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    version = try box.decode(Int.self, forKey: .version)
    at = try box.decode(Instant.self, forKey: .at)
    author = try box.decode(Author.self, forKey: .author)
    audience = try box.decode([String: Disclosure].self, forKey: .audience)
    correctedBy = try box.decodeIfPresent(Int.self, forKey: .correctedBy)
    event = try AssessmentEvent(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(version, forKey: .version)
    try box.encode(at, forKey: .at)
    try box.encode(author, forKey: .author)
    try box.encode(audience, forKey: .audience)
    try box.encodeIfPresent(correctedBy, forKey: .correctedBy)
    try event.encode(to: encoder)
  }
}

/// The events of a case that a party was sent.
public struct EventListJSON: Codable, Hashable, Sendable {
  public var number: CaseNumber
  public var version: Int
  public var items: [EventJSON]

  /// - Parameter version: only events after this one; 0 is all.
  public init(_ view: CaseView, after version: Int = 0) {
    number = view.state.id
    self.version = view.version
    items = EventJSON.list(view).filter { $0.version > version }
  }
}
