// SPDX-License-Identifier: Apache-2.0

/// A document with a file that a party was sent in full.
public struct ReadableDocument: Hashable, Sendable {
  /// Kind, title and day, as they were sent the last time.
  public let document: SupportingDocument
  public let file: DocumentFile
  /// Who sent it, the last time where it was sent more than once.
  public let sender: Actor
  public let sentAt: Instant
  /// Version of the event that sent it.
  public let version: Int
  /// A later order or a correction left it out. What was sent was sent: it can still be read, and
  /// is shown as left out.
  public let isLeftOut: Bool

  /// Identity of the file.
  public var id: String { file.id }
}

extension CaseView {
  /// The documents with files that the party was sent in full, each once, the one that was sent
  /// last at the end. Who among the party's people may open them is for `documentAccess`.
  public var readableDocuments: [ReadableDocument] {
    let present = Set((state.order?.documents.items ?? []).compactMap(\.file?.id))
    var documents: [ReadableDocument?] = []
    var places: [String: Int] = [:]
    for recorded in events where recorded.audience[party] == .full {
      for document in recorded.event.sentDocuments {
        guard let file = document.file else { continue }
        if let earlier = places[file.id] { documents[earlier] = nil }
        places[file.id] = documents.count
        documents.append(
          ReadableDocument(
            document: document, file: file, sender: recorded.author, sentAt: recorded.at,
            version: recorded.version,
            isLeftOut: state.order != nil && !present.contains(file.id)))
      }
    }
    return documents.compactMap { $0 }
  }

  /// Why whoever looks may not open the documents that the party was sent; nil where she may.
  public var documentAccess: Refusal? { state.documentAccess(of: actor) }
}

extension AssessmentEvent {
  /// The documents that the event sends, as far as the reader was told which they are.
  public var sentDocuments: [SupportingDocument] {
    switch self {
    case .orderPlaced(let order): order.documents.items ?? []
    case .orderSupplemented(let answer): answer.documents.items ?? []
    case .insuredDocumentsAdded(let added): added.documents.items ?? []
    case .corrected(let correction): correction.replacement?.sentDocuments ?? []
    default: []
    }
  }
}

extension Assessment {
  /// Why a person may not open the documents that her party was sent, folded from what the party
  /// was sent; nil where she may.
  ///
  /// At a performer that has the assignment these are the responsible doctor, where her account is
  /// named, and the appointed examiners (lag 2018:744 13 §; PDL 4:2). A performer that has lost it
  /// keeps the list, but nobody there takes part in the case any more.
  public func documentAccess(of actor: Actor) -> Refusal? {
    guard case .performer(let id) = actor.party else { return nil }
    guard id == performer else { return Refusal(.assignmentOver) }
    guard case .examiner = actor.function else { return Refusal(.documentReadersOnly) }
    let readers = [doctor?.person] + examiners.map(\.person)
    return readers.contains(actor.person) ? nil : Refusal(.documentReadersOnly)
  }

  /// Why a person may not put documents into the case for sending; nil where she may: at
  /// Försäkringskassan while there is an order to place or a question to answer, and the insured
  /// from the order to the statement.
  public func uploadAccess(of actor: Actor) -> Refusal? {
    if actor.party == .insured {
      if ended != nil { return Refusal(.caseEnded) }
      do throws(Refusal) { try permitGiving() } catch { return error }
      return nil
    }
    guard actor.party == .fk else { return Refusal(.wrongParty) }
    guard ActionKind.placeOrder.isOpen(to: actor.function) else {
      return Refusal(.wrongFunction)
    }
    if ended != nil { return Refusal(.caseEnded) }
    guard request != nil else { return Refusal(.noRequest) }
    let isOpen = order == nil || order?.returned != nil || order?.openSupplement != nil
    return isOpen ? nil : Refusal(.nothingToSend)
  }
}
