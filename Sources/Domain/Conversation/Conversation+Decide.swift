// SPDX-License-Identifier: Apache-2.0

/// What a decision about a conversation needs besides the conversation.
public struct ConversationContext: Sendable {
  /// The case as a whole.
  public let assessment: Assessment
  /// The case as the actor's party has been sent it.
  public let seen: Assessment
  /// Documents of the case that the actor's party may speak of, by identifier.
  public let documents: Set<String>
  /// Checked files that the actor has attached where she writes, and not sent.
  public var attachments: [MessageAttachment]

  public init(
    assessment: Assessment, seen: Assessment, documents: Set<String> = [],
    attachments: [MessageAttachment] = []
  ) {
    self.assessment = assessment
    self.seen = seen
    self.documents = documents
    self.attachments = attachments
  }
}

extension ConversationContext {
  /// The attachments with these identities. All of them wait where the message is written, or the
  /// message is not what its writer saw.
  fileprivate func attached(_ ids: [String]) throws(Refusal) -> [MessageAttachment] {
    guard ids.count <= ConversationLimit.attachments, Set(ids).count == ids.count else {
      throw Refusal(
        .tooMany, field: "attachments", values: ["\(ConversationLimit.attachments)"])
    }
    var found: [MessageAttachment] = []
    for id in ids {
      guard let attachment = attachments.first(where: { $0.file.id == id }) else {
        throw Refusal(.documentNotAsSent, field: "attachments")
      }
      found.append(attachment)
    }
    return found
  }
}

extension Conversation {
  /// The events that follow when `actor` gives a command, in the order they are written; none
  /// where everything is already so.
  ///
  /// - Throws: the `Refusal` that says why nothing is done. A thread that was not sent to the
  ///   actor's party is refused as one that does not exist.
  public func decide(
    _ command: ConversationCommand, actor: Actor, context: ConversationContext
  ) throws(Refusal) -> [ConversationEvent] {
    switch command {
    case .openThread(let opening): return try decideOpening(opening, actor, context)
    case .sendMessage(let number, let text, let after, let attachments):
      let thread = try thread(number, for: actor, context)
      return [
        .messageSent(try decideAnswer(in: thread, text, after, attachments, actor, context))
      ]
    case .markRead(let number, let through):
      return try decideReading(
        try thread(number, for: actor, context), through, actor, context)
    case .assignThread(let number, let assignee):
      let thread = try thread(number, for: actor, context)
      try requireParty(actor, context.assessment)
      guard thread.assignees[actor.party] != assignee else { return [] }
      return [.threadAssigned(ThreadAssigned(thread: number, assignee: assignee))]
    case .settleThread(let number):
      let thread = try thread(number, for: actor, context)
      try requireParty(actor, context.assessment)
      guard thread.settled == nil else { throw Refusal(.alreadySettled) }
      return [.threadSettled(ThreadSettled(thread: number))]
    }
  }

  private func decideAnswer(
    in thread: ConversationThread, _ text: String, _ after: Int?, _ attachments: [String],
    _ actor: Actor, _ context: ConversationContext
  ) throws(Refusal) -> MessageSent {
    if let refusal = writingRefusal(thread, actor, context.assessment) { throw refusal }
    let last = thread.messages.last { $0.audience.contains(actor.party) }
    if let after, after < (last?.number ?? 0) { throw Refusal(.staleVersion) }
    try Check.text(text, "text", limit: ConversationLimit.textLength)
    let next = (thread.messages.last?.number ?? 0) + 1
    guard next <= ConversationLimit.messages else {
      throw Refusal(.tooMany, field: "text", values: ["\(ConversationLimit.messages)"])
    }
    return MessageSent(
      thread: thread.number, number: next, text: text.trimmed,
      attachments: try context.attached(attachments))
  }

  /// Why the actor cannot write in a thread now; nil where she can.
  public func writingRefusal(
    _ thread: ConversationThread, _ actor: Actor, _ assessment: Assessment
  ) -> Refusal? {
    let parties = Set(assessment.correspondents)
    guard parties.contains(actor.party) else { return Refusal(.noLongerParty) }
    // An answer that nobody would be sent must not look like an answer.
    let others = Set(thread.participants).subtracting([actor.party])
    return others.isDisjoint(with: parties) ? Refusal(.nobodyToRead) : nil
  }

  /// Who is sent an event when `author` writes it.
  func audience(
    of event: ConversationEvent, author: Party, in assessment: Assessment
  ) -> Set<Party> {
    switch event {
    case .threadOpened(let opened): return Set(opened.participants)
    case .threadAssigned: return [author]
    case .messageSent, .messageRead, .threadSettled:
      let participants = Set(thread(event.thread)?.participants ?? [])
      return participants.intersection(assessment.correspondents).union([author])
    }
  }

  /// Gives new events their place, author, audience and time after a history.
  public static func record(
    _ events: [ConversationEvent], id: CaseNumber, after history: [ConversationRecord],
    by actor: Actor, now: Instant, in assessment: Assessment
  ) -> [ConversationRecord] {
    var state = Conversation(id: id, events: history)
    let at = max(now, history.last?.at ?? now)
    return events.map { event in
      let record = ConversationRecord(
        version: state.version + 1, author: actor,
        audience: state.audience(of: event, author: actor.party, in: assessment), at: at,
        event: event)
      state.apply(record)
      return record
    }
  }

  private func decideOpening(
    _ opening: ThreadOpening, _ actor: Actor, _ context: ConversationContext
  ) throws(Refusal) -> [ConversationEvent] {
    guard context.seen.isWorkedOn(by: actor) else { throw Refusal(.notOnCase) }
    try requireParty(actor, context.assessment)
    let others = opening.participants.subtracting([actor.party])
    guard !others.isEmpty else { throw Refusal(.noParticipant, field: "participants") }
    guard others.isSubset(of: context.assessment.correspondents) else {
      throw Refusal(.notInCase, field: "participants")
    }
    guard !others.union([actor.party]).isInsuredWithRegion else {
      throw Refusal(.insuredNotWithRegion, field: "participants")
    }
    try Check.text(opening.subject, "subject", limit: ConversationLimit.subjectLength)
    try Check.text(opening.text, "text", limit: ConversationLimit.textLength)
    guard !opening.subject.contains(where: \.isNewline) else {
      throw Refusal(.controlCharacter, field: "subject")
    }
    let participants = others.union([actor.party])
    try check(opening.matter, participants, context)
    let number = (threads.last?.number ?? 0) + 1
    guard number <= ConversationLimit.threads else {
      throw Refusal(.tooMany, field: "subject", values: ["\(ConversationLimit.threads)"])
    }
    let attachments = try context.attached(opening.attachments ?? [])
    return [
      .threadOpened(
        ThreadOpened(
          thread: number, subject: opening.subject.trimmed, matter: opening.matter,
          participants: participants.sorted { $0.description < $1.description })),
      .messageSent(
        MessageSent(
          thread: number, number: 1, text: opening.text.trimmed,
          attachments: attachments)),
    ]
  }

  private func check(
    _ matter: ThreadMatter, _ participants: Set<Party>, _ context: ConversationContext
  ) throws(Refusal) {
    if matter.isMedical && participants.contains(where: { $0.role == .region }) {
      throw Refusal(.agencyAndPerformerOnly, field: "matter")
    }
    switch matter {
    case .assessment, .section: break
    case .visit(let number):
      guard context.seen.visit(number) != nil else { throw Refusal(.noVisit, field: "matter") }
    case .document(let id):
      guard context.documents.contains(id) else { throw Refusal(.noDocument, field: "matter") }
    }
  }

  private func decideReading(
    _ thread: ConversationThread, _ through: Int, _ actor: Actor, _ context: ConversationContext
  ) throws(Refusal) -> [ConversationEvent] {
    guard (0...thread.messages.count).contains(through) else {
      throw Refusal(.outOfRange, field: "through")
    }
    // A party that has lost its place reads what it has, and says nothing more to the others.
    guard context.assessment.correspondents.contains(actor.party) else { return [] }
    let mine = thread.reads.first { $0.party == actor.party && $0.person == actor.person }
    let isNews = thread.messages.contains {
      $0.author.party != actor.party && $0.audience.contains(actor.party)
        && $0.number <= through && $0.number > (mine?.through ?? 0)
    }
    return isNews ? [.messageRead(MessageRead(thread: thread.number, through: through))] : []
  }

  /// A thread that the actor may read. It is asked of the whole conversation: what a party that
  /// has lost its place was not sent is left out when it is shown, not here.
  private func thread(
    _ number: Int, for actor: Actor, _ context: ConversationContext
  ) throws(Refusal) -> ConversationThread {
    guard let thread = thread(number), thread.participants.contains(actor.party) else {
      throw Refusal(.noThread)
    }
    guard thread.isOpen(to: actor, context.seen) else { throw Refusal(.notOnCase) }
    return thread
  }

  private func requireParty(
    _ actor: Actor, _ assessment: Assessment
  ) throws(Refusal) {
    guard assessment.correspondents.contains(actor.party) else { throw Refusal(.noLongerParty) }
  }
}

extension Set<Party> {
  /// The insured and a region are both among them.
  fileprivate var isInsuredWithRegion: Bool {
    contains(.insured) && contains { $0.role == .region }
  }
}
