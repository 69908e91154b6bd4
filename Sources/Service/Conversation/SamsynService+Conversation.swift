// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What a command in a conversation led to.
public struct ConversationResult: Sendable, Hashable {
  public let id: CaseNumber
  public let thread: Int
  /// The message that was sent; nil where none was.
  public let message: Int?
  /// The command had been given before with the same key; nothing was done again.
  public let isRepetition: Bool
}

extension SamsynService {
  /// Does something in the conversation of a case, whole and durably, or not at all.
  ///
  /// - Parameter key: makes a repetition harmless. It counts per party.
  /// - Throws: `.refused` with the reason; `notFound` where nothing of the case was sent to the
  ///   actor's party, and `noThread` where the thread was not.
  @discardableResult
  public func converse(
    _ command: ConversationCommand, in id: CaseNumber, by actor: Actor, key: String? = nil
  ) async throws(ServiceError) -> ConversationResult {
    try await write { connection in
      try self.converse(connection, command, in: id, by: actor, key: key)
    }
  }

  /// Gives a thread to somebody at the actor's own organisation, or with nil to nobody.
  public func assign(
    thread: Int, to person: String?, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    var assignee: Assignee?
    if let person {
      guard let colleague = try await colleagues(of: actor).first(where: { $0.id == person })
      else { throw .refused(Refusal(.notColleague, field: "person")) }
      assignee = Assignee(person: colleague.id, name: colleague.name)
    }
    try await converse(.assignThread(thread, to: assignee), in: id, by: actor)
  }

  /// The people of the actor's own organisation, herself included.
  public func colleagues(of actor: Actor) async throws(ServiceError) -> [StaffMember] {
    // The insured are a party of many, and none of them is another's colleague.
    guard actor.party != .insured else { return [] }
    return try await people().filter { $0.party == actor.party }
  }

  func converse(
    _ connection: any Connection, _ command: ConversationCommand, in id: CaseNumber,
    by actor: Actor, key: String?
  ) throws -> ConversationResult {
    let journal = Journal(connection, keyring)
    // Two who write at once take turns: neither is told that the conversation has moved on.
    try journal.hold()
    let key = try CommandKey(key, for: id, SaidMessage(command), keyring)
    if let key, let receipt = try journal.receipt(Self.messageKey(key.text, actor)) {
      guard receipt.saidHash == key.saidHash else { throw Refusal(.keyReused) }
      return try ConversationResult(receipt)
    }
    var place = try conversationPlace(connection, id, actor)
    if !command.attachments.isEmpty {
      // Until this ends nobody takes away a file that is about to go.
      try DocumentStore(connection, keyring).hold(ConversationHistory.stream(id))
      place.context.attachments = try attachments(
        connection, waiting: UnsentMessage(command.place, in: id, by: actor))
    }
    let conversation = Conversation(id: id, events: place.conversation)
    let events = try conversation.decide(command, actor: actor, context: place.context)
    guard !events.isEmpty else {
      return ConversationResult(
        id: id, thread: command.thread ?? 0, message: nil, isRepetition: false)
    }
    let now = clock.now()
    let new = Conversation.record(
      events, id: id, after: place.conversation, by: actor, now: now,
      in: place.context.assessment)
    try ConversationHistory(connection, keyring).append(
      new, to: id, correlation: key.map { "\(actor.party.role.rawValue):\($0.text)" } ?? "\(id)/",
      recorded: now)
    try release(connection, command, in: id, by: actor)
    try projectConversation(connection, id, place.history)
    for message in new {
      try enqueueMail(
        connection, about: message, in: id, place.conversation + new, place.history)
    }
    let result = ConversationResult(id: id, events)
    if let key, let first = new.first, let last = new.last {
      try journal.saveReceipt(
        Self.messageKey(key.text, actor),
        CommandReceipt(
          stream: ConversationHistory.stream(id), firstVersion: first.version,
          lastVersion: last.version, result: result.receipt, saidHash: key.saidHash,
          recorded: now))
    }
    return result
  }

  /// Everything that a decision or a view of a conversation is made from.
  struct ConversationPlace {
    let history: [RecordedEvent]
    let conversation: [ConversationRecord]
    var context: ConversationContext
  }

  /// - Throws: `notFound` where nothing of the case was sent to the actor's party.
  func conversationPlace(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> ConversationPlace {
    let history = try histories(connection).load(id, for: actor, on: self.clock.now().day)
    let sent = history.compactMap { $0.disclosed(to: actor.party) }
    guard !sent.isEmpty else { throw Refusal(.notFound) }
    // A party speaks of documents that it has sent or been sent, not of what waits to be sent.
    let documents = sent.filter { $0.audience[actor.party] == .full }
      .flatMap { $0.event.sentDocuments.compactMap(\.file?.id) }
    return ConversationPlace(
      history: history, conversation: try ConversationHistory(connection, keyring).load(id),
      context: ConversationContext(
        assessment: Assessment(id: id, events: history), seen: Assessment(id: id, events: sent),
        documents: Set(documents)))
  }

  private static func messageKey(_ key: String, _ actor: Actor) -> String {
    "samtal|\(CommandKey.owner(actor))|\(key)"
  }
}

/// What a command says, for telling a repetition from something else with the same key.
private struct SaidMessage: Encodable {
  var thread: Int?
  var opening: String?
  var text: String?
  var other: String?
  var attachments: [String]?

  init(_ command: ConversationCommand) {
    attachments = command.attachments.isEmpty ? nil : command.attachments
    switch command {
    case .openThread(let opening):
      let with = opening.participants.map(\.description).sorted().joined(separator: " ")
      self.opening = "\(opening.matter) \(with)\n\(opening.subject)"
      text = opening.text
    case .sendMessage(let thread, let text, _, _):
      self.thread = thread
      self.text = text
    case .markRead(let thread, let through):
      self.thread = thread
      other = "read \(through)"
    case .assignThread(let thread, let assignee):
      self.thread = thread
      other = "assign \(assignee?.person ?? "")"
    case .settleThread(let thread):
      self.thread = thread
      other = "settle"
    }
  }
}

extension ConversationResult {
  fileprivate init(id: CaseNumber, _ events: [ConversationEvent]) {
    var message: Int?
    for case .messageSent(let sent) in events { message = sent.number }
    self.init(
      id: id, thread: events.first?.thread ?? 0, message: message, isRepetition: false)
  }

  /// `2/5`: thread and message.
  fileprivate var receipt: String { "\(thread)/\(message ?? 0)" }

  fileprivate init(_ receipt: CommandReceipt) throws {
    let numbers = receipt.result.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, let stream = receipt.stream.split(separator: "/").first else {
      throw StoreError.damaged("receipt")
    }
    self.init(
      id: try CaseNumber(String(stream)), thread: numbers[0],
      message: numbers[1] == 0 ? nil : numbers[1], isRepetition: true)
  }
}
