// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

// Files that go with messages. They are received, checked and sealed as documents are, beside the
// conversation and not among the documents of the case, so that none can become underlag.
extension SamsynService {
  /// Takes a whole file where a message is written. The same bytes twice are one attachment.
  ///
  /// - Parameters:
  ///   - name: what the person's file is called; it is tidied, kept sealed and never logged.
  ///   - pieces: the bytes, in pieces that `upload` would take.
  /// - Throws: `.refused` where she cannot write there, and with the reason where the file is not
  ///   taken. Nothing is then left of it.
  @discardableResult
  public func attach<Pieces: Sequence>(
    _ pieces: Pieces, named name: String, size: Int, to place: MessagePlace, in id: CaseNumber,
    by actor: Actor
  ) async throws(ServiceError) -> MessageAttachment
  where Pieces.Element == Result<[UInt8], any Error> {
    let begun = try await beginAttachment(name, size, to: place, in: id, by: actor)
    do throws(ServiceError) {
      var offset = 0
      for piece in pieces {
        let bytes: [UInt8]
        do { bytes = try piece.get() } catch { throw ServiceError(error) }
        let (from, now) = (offset, clock.unmoved())
        offset = try await write(durability: .withNext) { connection in
          try self.answering {
            try DocumentStore(connection, self.keyring).receive(
              begun.id, offset: from, bytes: bytes, at: now)
          }
        }
      }
      let found = try await inspect(begun)
      return try await finishAttachment(begun, found, to: place, in: id, by: actor)
    } catch {
      _ = try? await write { connection in
        guard try DocumentStore(connection, self.keyring).find(begun.id)?.state == .receiving
        else { return }
        try DocumentStore(connection, self.keyring).remove(begun.id)
      }
      throw error
    }
  }

  /// What the person has attached where she writes, and not sent. Nobody else knows of it.
  public func attachments(
    waiting place: MessagePlace, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> [MessageAttachment] {
    try await read {
      try self.attachments($0, waiting: UnsentMessage(place, in: id, by: actor))
    }
  }

  /// Makes sure that the person reads where a message is to be written.
  ///
  /// - Throws: as `thread`, and for a new thread `notFound` where nothing of the case was sent to
  ///   her party.
  public func checkReading(
    of place: MessagePlace, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    try await read { connection in
      switch place {
      case .answer(let thread): _ = try self.threadView(connection, thread, id, actor)
      case .newThread: _ = try self.conversationView(connection, id, actor)
      }
    }
  }

  /// Takes an attachment away that was not sent. Where it is not there this does nothing.
  public func removeAttachment(
    _ file: String, from place: MessagePlace, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    try await write { connection in
      try self.release(connection, [file], from: UnsentMessage(place, in: id, by: actor))
    }
  }

  /// An attachment's bytes, for taking home. Who reads the thread opens it, and before it is sent
  /// the person who attached it.
  ///
  /// - Throws: as `thread`; `documentUnknown` where the thread has no such attachment.
  public func openAttachment(
    _ file: String, of place: MessagePlace, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> OpenedDocument {
    let found = try await attachment(file, of: place, in: id, for: actor, always: true)
    do {
      return OpenedDocument(
        title: found.title, file: found.file,
        content: DocumentBytes(
          content: try DocumentContent(found.stored, in: database, keyring)))
    } catch {
      throw ServiceError(error)
    }
  }

  /// A picture of one page of an attached PDF, as `documentPage`.
  public func attachmentPage(
    _ file: String, page: Int, width: Int, of place: MessagePlace, in id: CaseNumber,
    for actor: Actor
  ) async throws(ServiceError) -> [UInt8] {
    try await picture(
      of: try await attachment(file, of: place, in: id, for: actor), page: page, width: width)
  }

  /// An attachment and the text of each of its pages; empty for pages that are pictures.
  public func attachmentText(
    _ file: String, of place: MessagePlace, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> (attachment: MessageAttachment, pages: [String]) {
    let found = try await attachment(file, of: place, in: id, for: actor)
    return (
      MessageAttachment(name: found.title, file: found.file), try await text(of: found)
    )
  }
}

extension SamsynService {
  /// Lets the attachments of a message that was just written wait no more, in its transaction.
  /// Throws `documentNotAsSent` where one of them is gone, so that the message does not go either.
  func release(
    _ connection: any Connection, _ command: ConversationCommand, in id: CaseNumber,
    by actor: Actor
  ) throws {
    let message = UnsentMessage(command.place, in: id, by: actor)
    try release(connection, command.attachments, from: message) {
      throw Refusal(.documentNotAsSent, field: "attachments")
    }
  }

  private func beginAttachment(
    _ name: String, _ size: Int, to place: MessagePlace, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> StoredDocument {
    if size < 1 { throw .refused(Refusal(.documentEmpty)) }
    if size > Limits.documentBytes {
      throw .refused(Refusal(.tooLarge(bytesMax: Limits.documentBytes)))
    }
    let details = DocumentDetails(name: FileName.tidy(name))
    let now = clock.unmoved()
    return try await write { connection in
      try self.checkWriting(connection, place, id, actor)
      let details = try details.encoded()
      return try self.answering {
        try DocumentStore(connection, self.keyring).begin(
          stream: ConversationHistory.stream(id), party: actor.party.description,
          person: actor.person, size: size, details: details, at: now)
      }
    }
  }

  /// Makes an inspected file whole, and lets it wait where the message is written.
  private func finishAttachment(
    _ begun: StoredDocument, _ found: FileFinding, to place: MessagePlace, in id: CaseNumber,
    by actor: Actor
  ) async throws(ServiceError) -> MessageAttachment {
    let now = clock.unmoved()
    return try await write { connection in
      let store = DocumentStore(connection, self.keyring)
      try store.hold(begun.stream)
      try self.checkWriting(connection, place, id, actor)
      var details = try DocumentDetails(begun)
      let name = details.name
      details.checked = found.checked
      let sealed = try details.encoded()
      let whole = try self.answering {
        try store.finish(begun.id, measured: found.digest, details: sealed, at: now)
      }
      // It may be an earlier file with the same bytes, that waits elsewhere or was sent.
      details = try DocumentDetails(whole)
      details.waiting = (details.waiting ?? [:]).merging(
        [UnsentMessage(place, in: id, by: actor).key: name]) { old, _ in old }
      try store.update(whole.id, details: try details.encoded(), at: now)
      try self.touchDraft(connection, place.draftKind, in: id, by: actor)
      guard let file = details.file(of: whole) else { throw Refusal(.documentUnknown) }
      return MessageAttachment(name: name, file: file)
    }
  }

  /// Throws where the person cannot write, or has attached as much as goes with a message.
  private func checkWriting(
    _ connection: any Connection, _ place: MessagePlace, _ id: CaseNumber, _ actor: Actor
  ) throws {
    let refusal =
      switch place {
      case .newThread: try conversationView(connection, id, actor).beginning
      case .answer(let thread): try threadView(connection, thread, id, actor).writing
      }
    if let refusal { throw refusal }
    let waiting = try attachments(
      connection, waiting: UnsentMessage(place, in: id, by: actor))
    guard waiting.count < ConversationLimit.attachments else {
      throw Refusal(
        .tooMany, field: "attachments", values: ["\(ConversationLimit.attachments)"])
    }
  }

  /// The attachment, where the person may open it, after the log has it.
  private func attachment(
    _ file: String, of place: MessagePlace, in id: CaseNumber, for actor: Actor,
    always: Bool = false
  ) async throws(ServiceError) -> FoundDocument {
    let now = clock.unmoved()
    let isKnown = !always && recentReads.has(file, by: actor, at: now)
    let found = try await logged(
      DocumentRead.attachment(file), id, actor, items: { _ in isKnown ? nil : 1 }
    ) { try self.attachment($0, file, of: place, id, actor) }
    if !isKnown { recentReads.add(file, by: actor, at: now) }
    return found
  }

  private func attachment(
    _ connection: any Connection, _ file: String, of place: MessagePlace, _ id: CaseNumber,
    _ actor: Actor
  ) throws -> FoundDocument {
    var attachments: [MessageAttachment] = []
    switch place {
    case .answer(let thread):
      attachments = try threadView(connection, thread, id, actor).thread.messages
        .flatMap(\.attachments)
    case .newThread: _ = try conversationView(connection, id, actor)
    }
    attachments += try self.attachments(
      connection, waiting: UnsentMessage(place, in: id, by: actor))
    guard let known = attachments.first(where: { $0.file.id == file }) else {
      throw Refusal(.documentUnknown)
    }
    let stored = try DocumentStore(connection, keyring).find(file)
    guard let stored, stored.stream == ConversationHistory.stream(id),
      stored.sha256?.hexadecimal == known.file.sha256
    else { throw ServiceError.fault("document.missing") }
    return FoundDocument(title: known.name, file: known.file, stored: stored)
  }
}

extension ConversationCommand {
  /// Where it is written.
  var place: MessagePlace { thread.map { .answer(thread: $0) } ?? .newThread }
}

extension ConversationEvent {
  /// The files that it brings, by identity.
  var attachedFiles: [String] {
    guard case .messageSent(let sent) = self else { return [] }
    return sent.attachments?.map(\.file.id) ?? []
  }
}
