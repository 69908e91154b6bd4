// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension MessagePlace {
  private static let kind = "samtal"

  /// The kind of the draft of what is written there.
  public var draftKind: String {
    switch self {
    case .newThread: Self.kind
    case .answer(let thread): "\(Self.kind).\(thread)"
    }
  }

  /// The place of a draft; nil for the draft of something else.
  init?(draftKind: String) {
    let parts = draftKind.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.first == Self.kind[...] else { return nil }
    guard parts.count == 2 else {
      self = .newThread
      return
    }
    guard let thread = Int(parts[1]) else { return nil }
    self = .answer(thread: thread)
  }
}

/// What one person writes at one place of a case. Her draft lies there, and her attachments wait:
/// where something is attached there is a draft, so that both are thrown away together.
struct UnsentMessage {
  let id: CaseNumber
  let place: MessagePlace
  let party: String
  let person: String

  init(_ place: MessagePlace, in id: CaseNumber, by actor: Actor) {
    self.id = id
    self.place = place
    party = actor.party.description
    person = actor.person
  }

  /// Nil where the draft is of something else than a message.
  init?(_ draft: DraftPlace) {
    guard let place = MessagePlace(draftKind: draft.kind), let id = try? CaseNumber(draft.stream)
    else { return nil }
    self.id = id
    self.place = place
    party = draft.party
    person = draft.person
  }

  /// Under what an attachment waits: a person's own, as her draft is.
  var key: String {
    switch place {
    case .newThread: "\(person)|ny"
    case .answer(let thread): "\(person)|\(thread)"
    }
  }
}

extension SamsynService {
  /// Attachments that wait with a message, inside a transaction.
  func attachments(
    _ connection: any Connection, waiting message: UnsentMessage
  ) throws -> [MessageAttachment] {
    try DocumentStore(connection, keyring).list(ConversationHistory.stream(message.id))
      .compactMap { stored in
        guard stored.party == message.party else { return nil }
        let details = try DocumentDetails(stored)
        guard let name = details.waiting?[message.key], let file = details.file(of: stored) else {
          return nil
        }
        return MessageAttachment(name: name, file: file)
      }
  }

  /// Ends the waiting of some files. One that waits nowhere else and went with no message is
  /// removed.
  ///
  /// - Parameter missing: called for a file that does not wait there.
  func release(
    _ connection: any Connection, _ files: [String], from message: UnsentMessage,
    missing: () throws -> Void = {}
  ) throws {
    guard !files.isEmpty else { return }
    let store = DocumentStore(connection, keyring)
    let stream = ConversationHistory.stream(message.id)
    try store.hold(stream)
    let sent = Set(
      try ConversationHistory(connection, keyring).load(message.id)
        .flatMap { $0.event.attachedFiles })
    let now = clock.unmoved()
    for file in files {
      guard let stored = try store.find(file), stored.stream == stream,
        stored.party == message.party
      else {
        try missing()
        continue
      }
      var details = try DocumentDetails(stored)
      guard details.waiting?.removeValue(forKey: message.key) != nil else {
        try missing()
        continue
      }
      if details.waiting?.isEmpty != false && !sent.contains(file) {
        try store.remove(file)
      } else {
        try store.update(file, details: try details.encoded(), at: now)
      }
    }
  }

  /// Lets go what waited with a draft that was thrown away, in the transaction that did so.
  func releaseAttachments(_ connection: any Connection, of draft: DraftPlace) throws {
    guard let message = UnsentMessage(draft) else { return }
    let files = try attachments(connection, waiting: message).map(\.file.id)
    try release(connection, files, from: message)
  }
}
