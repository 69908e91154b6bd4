// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

// Reading the documents of a case. Every way to the bytes goes through `readable`.
extension SamsynService {
  /// The documents with files that the party was sent in full, the newest sending last, and for
  /// each whether the person may open it. Everybody at the party sees the list.
  public func documents(
    in id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> [CaseDocument] {
    try await logged("documents", id, actor, purpose: purpose, items: { $0.count }) {
      let view = try self.caseView($0, id, actor)
      return view.readableDocuments.map { CaseDocument(sent: $0, refusal: view.documentAccess) }
    }
  }

  /// A document's bytes, for showing or taking home. Also the party's own unsent documents.
  ///
  /// - Throws: `.refused`: `documentUnknown` equally where there is no such document and where it
  ///   was not sent to the party, or why the person may not open it.
  public func openDocument(
    _ document: String, in id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> OpenedDocument {
    let found = try await readable(document, in: id, for: actor, purpose, always: true)
    do {
      return OpenedDocument(
        title: found.title, file: found.file,
        content: DocumentBytes(
          content: try DocumentContent(found.stored, in: database, keyring)))
    } catch {
      throw ServiceError(error)
    }
  }

  /// A picture of one page of a PDF as PNG, about `width` pixels wide and no side over 3000.
  /// Pictures are shown by their own bytes and text by `documentText`: they have no such picture.
  ///
  /// - Throws: as `openDocument`; `documentPageUnknown` where there is no such page.
  public func documentPage(
    _ document: String, page: Int, width: Int, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [UInt8] {
    try await picture(
      of: try await readable(document, in: id, for: actor), page: page, width: width)
  }

  func picture(
    of found: FoundDocument, page: Int, width: Int
  ) async throws(ServiceError) -> [UInt8] {
    guard found.file.mediaType == .pdf, (1...found.file.pages).contains(page),
      (1...PagePreview.sideMax).contains(width)
    else { throw .refused(Refusal(.documentPageUnknown)) }
    // The longer side of an upright A4 page is this much longer.
    let side = min(width * 99 / 70, PagePreview.sideMax)
    return try await withFile(found.stored) { file throws(FileFault) in
      try await PagePreview().png(of: file, page: page, side: side)
    }
  }

  /// The text of each page; empty for pages that are pictures.
  ///
  /// - Throws: as `openDocument`.
  public func documentText(
    _ document: String, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [String] {
    try await text(of: try await readable(document, in: id, for: actor))
  }

  /// A document that somebody may read, and where its bytes are.
  struct FoundDocument: Sendable {
    let title: String
    let file: DocumentFile
    let stored: StoredDocument
  }

  func text(of found: FoundDocument) async throws(ServiceError) -> [String] {
    if let known = documentTexts.pages(of: found.file.id) { return known }
    let kind = found.file.mediaType.fileKind
    let pages = try await withFile(found.stored) { file throws(FileFault) in
      try await TextExtract().pages(of: file, kind: kind)
    }
    documentTexts.keep(pages, of: found.file.id)
    return pages
  }

  /// The document, where the person may read it, after the log has it. A refused attempt is
  /// logged too, with no items.
  ///
  /// - Parameter always: written in the log also where the person has just read the document.
  private func readable(
    _ document: String, in id: CaseNumber, for actor: Actor,
    _ purpose: ReadPurpose = .casework, always: Bool = false
  ) async throws(ServiceError) -> FoundDocument {
    let now = clock.unmoved()
    let isKnown = !always && recentReads.has(document, by: actor, at: now)
    let found = try await logged(
      DocumentRead.action(document), id, actor, purpose: purpose, items: { _ in isKnown ? nil : 1 }
    ) { try self.find($0, document, in: id, actor) }
    // Only what the log has counts as known, and a no is no read.
    if !isKnown { recentReads.add(document, by: actor, at: now) }
    return found
  }

  /// What the person may read under this id: what her party was sent, if she is among those who
  /// open it there, or what her party has uploaded and not sent.
  private func find(
    _ connection: any Connection, _ document: String, in id: CaseNumber, _ actor: Actor
  ) throws -> FoundDocument {
    let view = try caseView(connection, id, actor)
    if let sent = view.readableDocuments.first(where: { $0.id == document }) {
      if let refusal = view.documentAccess { throw refusal }
      return try found(connection, sent, view)
    }
    let own = try own(connection, document, in: id, actor)
    let details = try DocumentDetails(own)
    guard let file = details.file(of: own) else { throw Refusal(.documentUnknown) }
    return FoundDocument(title: details.title, file: file, stored: own)
  }

  func found(
    _ connection: any Connection, _ sent: ReadableDocument, _ view: CaseView
  ) throws -> FoundDocument {
    let stored = try DocumentStore(connection, keyring).find(sent.id)
    guard let stored, stored.stream == view.state.id.description,
      stored.sha256?.hexadecimal == sent.file.sha256
    else { throw ServiceError.fault("document.missing") }
    return FoundDocument(title: sent.document.title, file: sent.file, stored: stored)
  }
}
