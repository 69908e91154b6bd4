// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

// Files come in pieces, are checked when they are whole, and wait until somebody sends them.
extension SamsynService {
  /// Announces a file of `size` bytes.
  ///
  /// - Parameter name: what the person's file is called; it is tidied, kept sealed and never
  ///   logged.
  /// - Throws: `.refused` where the party has nothing to send, or the file is empty or too large.
  public func beginUpload(
    in id: CaseNumber, name: String, size: Int, by actor: Actor
  ) async throws(ServiceError) -> DocumentUpload {
    if size < 1 { throw .refused(Refusal(.documentEmpty)) }
    if size > Limits.documentBytes {
      throw .refused(Refusal(.tooLarge(bytesMax: Limits.documentBytes)))
    }
    let details = DocumentDetails(name: FileName.tidy(name))
    let now = clock.unmoved()
    return try await write { connection in
      let view = try self.caseView(connection, id, actor)
      if let refusal = view.state.uploadAccess(of: actor) { throw refusal }
      let details = try details.encoded()
      let stored = try self.answering {
        try DocumentStore(connection, self.keyring).begin(
          stream: id.description, party: actor.party.description, person: actor.person,
          size: size, details: details, at: now)
      }
      return try DocumentUpload(stored)
    }
  }

  /// Takes the piece that begins at `offset`. Returns the number of bytes received now. A machine
  /// that stops may take the last pieces back; `finishUpload` is answered when all is on the disk.
  ///
  /// - Throws: `.refused`, with `documentOffset` and the offset that is expected as its value
  ///   where another is given. Repeating the last piece does nothing.
  public func upload(
    _ document: String, in id: CaseNumber, offset: Int, bytes: [UInt8], by actor: Actor
  ) async throws(ServiceError) -> Int {
    let now = clock.unmoved()
    return try await write(durability: .withNext) { connection in
      _ = try self.own(connection, document, in: id, actor)
      return try self.answering {
        try DocumentStore(connection, self.keyring).receive(
          document, offset: offset, bytes: bytes, at: now)
      }
    }
  }

  /// How far a file has come, for going on after a lost connection.
  public func uploadState(
    _ document: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> DocumentUpload {
    try await read { try DocumentUpload(self.own($0, document, in: id, actor)) }
  }

  /// The party's files that are still on their way, oldest first.
  public func unfinishedUploads(
    in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> [DocumentUpload] {
    try await read { connection in
      _ = try self.caseView(connection, id, actor)
      guard self.mayUpload(actor) else { return [] }
      return try DocumentStore(connection, self.keyring).list(id.description)
        .filter { $0.party == actor.party.description && $0.state == .receiving }
        .map { try DocumentUpload($0) }
    }
  }

  /// Checks a file that has come whole, and puts it among the party's unsent documents. Where the
  /// party has the same bytes there already, that document is given and this upload removed.
  /// Repeating it does nothing more.
  ///
  /// - Throws: `.refused` with the reason where the file is not taken; the upload is then removed,
  ///   unless the reason is ours (`documentCheckUnavailable`) or bytes are missing
  ///   (`documentIncomplete` with their offset).
  public func finishUpload(
    _ document: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> UnsentDocument {
    let stored = try await read { try self.own($0, document, in: id, actor) }
    var found: FileFinding?
    if stored.state == .receiving {
      guard stored.receivedBytes == stored.sizeBytes else {
        throw .refused(Refusal(.documentIncomplete, values: ["\(stored.receivedBytes)"]))
      }
      found = try await inspect(stored)
    }
    let unsent = try await settle(document, found, in: id, by: actor)
    // Told outside the transaction, which removed the upload.
    guard let unsent else { throw .refused(Refusal(.documentSent)) }
    return unsent
  }

  /// Makes an inspected document whole; nil where its bytes are already in the present order.
  private func settle(
    _ document: String, _ found: FileFinding?, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> UnsentDocument? {
    let now = clock.unmoved()
    return try await write { connection in
      let view = try self.caseView(connection, id, actor)
      let store = DocumentStore(connection, self.keyring)
      var whole = try self.own(connection, document, in: id, actor)
      if let found {
        var details = try DocumentDetails(whole)
        details.checked = found.checked
        details.place = try self.lastPlace(connection, view, actor) + 1
        let sealed = try details.encoded()
        whole = try self.answering {
          try store.finish(document, measured: found.digest, details: sealed, at: now)
        }
      }
      if view.presentFiles.contains(whole.id) { return nil }
      // It may be an earlier document with the same bytes, that was taken off the list.
      var details = try DocumentDetails(whole)
      if details.isSetAside {
        details.isSetAside = false
        details.place = try self.lastPlace(connection, view, actor) + 1
        whole = try store.update(whole.id, details: try details.encoded(), at: now)
      }
      return UnsentDocument(whole, details, wasSent: view.sentFiles.contains(whole.id))
    }
  }

  /// Removes uploads that were left before they were finished, two days after their last piece.
  func removeAbandonedUploads() async throws(ServiceError) {
    let before = clock.unmoved().adding(hours: -48)
    while true {
      let removed = try await write {
        try DocumentStore($0, self.keyring).removeAbandoned(before: before)
      }
      if removed < Limits.pageRows { return }
    }
  }
}

extension SamsynService {
  /// Whether somebody in this function puts documents into cases at all.
  func mayUpload(_ actor: Actor) -> Bool {
    InsuredAccount(actor) != nil
      || actor.party == .fk && ActionKind.placeOrder.isOpen(to: actor.function)
  }

  /// A document that the actor's party has put into the case itself.
  func own(
    _ connection: any Connection, _ document: String, in id: CaseNumber, _ actor: Actor
  ) throws -> StoredDocument {
    let isTold =
      try actor.party == .insured
      ? !histories(connection).load(id, for: actor, on: self.clock.now().day).isEmpty
      : CaseRows(connection, keyring).isTold(actor.party.description, of: id.description)
    guard isTold else { throw Refusal(.notFound) }
    guard mayUpload(actor),
      let stored = try DocumentStore(connection, keyring).find(document),
      stored.stream == id.description, stored.party == actor.party.description
    else { throw Refusal(.documentUnknown) }
    return stored
  }

  /// What the store says of documents, as answers to people.
  func answering<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      switch error as? StoreError {
      case .documentUnknown: throw Refusal(.documentUnknown)
      case .documentOffset(let expected):
        throw Refusal(.documentOffset, field: "offset", values: ["\(expected)"])
      case .limit("documents of one party in one case"): throw Refusal(.documentsTooMany)
      case .limit: throw Refusal(.outOfRange, field: "bytes")
      default: throw error
      }
    }
  }
}

extension DocumentUpload {
  init(_ document: StoredDocument) throws {
    self.init(
      id: document.id, received: document.receivedBytes, size: document.sizeBytes,
      name: try DocumentDetails(document).name)
  }
}

extension CaseView {
  /// The files of the order that stands.
  var presentFiles: Set<String> {
    guard let order = state.order, order.returned == nil else { return [] }
    return Set((order.documents.items ?? []).compactMap(\.file?.id))
  }

  /// The files of everything that was ever sent, as far as the party was told.
  var sentFiles: Set<String> {
    Set(events.flatMap(\.event.sentDocuments).compactMap(\.file?.id))
  }
}
