// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

// What a party means to send, and that what it meant is what it sends.
extension SamsynService {
  /// The party's checked documents that the present order does not hold, in the order they are to
  /// be listed. Documents of an earlier order that fell come back here.
  public func unsentDocuments(
    in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) -> [UnsentDocument] {
    try await read { connection in
      let view = try self.caseView(connection, id, actor)
      return try self.unsent(connection, view, actor).map(\.document)
    }
  }

  /// Says what an unsent document is.
  ///
  /// - Parameter place: from 1; the others make room. Nil leaves the order as it is.
  public func describe(
    _ document: String, in id: CaseNumber, kind: DocumentKind?, title: String, dated: Day?,
    place: Int? = nil, by actor: Actor
  ) async throws(ServiceError) {
    let now = clock.unmoved()
    let today = clock.now().day
    try await write { connection in
      try Self.check(title: title, dated: dated, today)
      var listed = try self.heldUnsent(connection, document, in: id, actor)
      guard let index = listed.firstIndex(where: { $0.document.id == document }) else {
        throw Refusal(.documentUnknown)
      }
      listed[index].details.kind = kind
      listed[index].details.title = title
      listed[index].details.dated = dated
      var changed: Set<String> = [document]
      if let place {
        let moved = listed.remove(at: index)
        listed.insert(moved, at: min(max(place, 1), listed.count + 1) - 1)
        for index in listed.indices where listed[index].details.place != index + 1 {
          listed[index].details.place = index + 1
          changed.insert(listed[index].document.id)
        }
      }
      let store = DocumentStore(connection, self.keyring)
      for one in listed where changed.contains(one.document.id) {
        _ = try store.update(one.document.id, details: try one.details.encoded(), at: now)
      }
    }
  }

  /// Removes a document or an upload that was never sent. One that went with an earlier order is
  /// only taken off the list: what was sent is kept.
  public func removeUnsent(
    _ document: String, in id: CaseNumber, by actor: Actor
  ) async throws(ServiceError) {
    let now = clock.unmoved()
    try await write { connection in
      let store = DocumentStore(connection, self.keyring)
      let stored = try self.own(connection, document, in: id, actor)
      try store.hold(id.description)
      let view = try self.caseView(connection, id, actor)
      if view.presentFiles.contains(document) { throw Refusal(.documentSent) }
      guard view.sentFiles.contains(document) else {
        _ = try store.remove(document)
        return
      }
      var details = try DocumentDetails(stored)
      details.isSetAside = true
      _ = try store.update(document, details: try details.encoded(), at: now)
    }
  }

  /// Throws where a file that is to be sent is not a checked document of this party in this case,
  /// or where its facts are not what the store has. It holds until the transaction ends.
  func checkFiles(
    _ connection: any Connection, _ events: [AssessmentEvent], _ id: CaseNumber, _ actor: Actor
  ) throws {
    let documents = events.flatMap(\.sentDocuments)
    guard documents.contains(where: { $0.file != nil }) else { return }
    let store = DocumentStore(connection, keyring)
    try store.hold(id.description)
    for (index, document) in documents.enumerated() {
      guard let file = document.file else { continue }
      let stored = try store.find(file.id)
      guard let stored, stored.stream == id.description,
        stored.party == actor.party.description,
        try DocumentDetails(stored).file(of: stored) == file
      else { throw Refusal(.documentNotAsSent, field: "documents.\(index).file") }
    }
  }

  /// An unsent document with what is sealed about it.
  struct UnsentRow {
    let document: UnsentDocument
    var details: DocumentDetails
  }

  func unsent(
    _ connection: any Connection, _ view: CaseView, _ actor: Actor
  ) throws -> [UnsentRow] {
    guard mayUpload(actor) else { return [] }
    let (present, sent) = (view.presentFiles, view.sentFiles)
    var rows: [UnsentRow] = []
    for stored in try DocumentStore(connection, keyring).list(view.state.id.description)
    where stored.party == actor.party.description && !present.contains(stored.id) {
      let details = try DocumentDetails(stored)
      guard !details.isSetAside,
        let document = UnsentDocument(stored, details, wasSent: sent.contains(stored.id))
      else { continue }
      rows.append(UnsentRow(document: document, details: details))
    }
    // Those without a place keep the order in which they came, last.
    return rows.enumerated().sorted { left, right in
      (left.element.details.place ?? .max, left.offset)
        < (right.element.details.place ?? .max, right.offset)
    }.map(\.element)
  }

  /// The last place that an unsent document of the party has; 0 without any.
  func lastPlace(
    _ connection: any Connection, _ view: CaseView, _ actor: Actor
  ) throws -> Int {
    try unsent(connection, view, actor).compactMap(\.details.place).max() ?? 0
  }

  private func heldUnsent(
    _ connection: any Connection, _ document: String, in id: CaseNumber, _ actor: Actor
  ) throws -> [UnsentRow] {
    _ = try own(connection, document, in: id, actor)
    try DocumentStore(connection, keyring).hold(id.description)
    let view = try caseView(connection, id, actor)
    if view.presentFiles.contains(document) { throw Refusal(.documentSent) }
    return try unsent(connection, view, actor)
  }

  private static func check(title: String, dated: Day?, _ today: Day) throws {
    if title.allSatisfy(\.isWhitespace) { throw Refusal(.missing, field: "title") }
    if title.unicodeScalars.count > CaseLimit.lineLength {
      throw Refusal(.tooLong, field: "title", values: ["\(CaseLimit.lineLength)"])
    }
    if !title.isWritable { throw Refusal(.controlCharacter, field: "title") }
    if let dated, dated > today { throw Refusal(.dayInFuture, field: "dated") }
  }
}

extension UnsentDocument {
  /// Nil where the file has not been found sound.
  init?(_ stored: StoredDocument, _ details: DocumentDetails, wasSent: Bool) {
    guard let file = details.file(of: stored) else { return nil }
    self.init(
      id: stored.id, name: details.name, kind: details.kind, title: details.title,
      dated: details.dated, file: file, wasSent: wasSent)
  }
}
