// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synthetic

// Files for the documents of some cases of a demonstration.
extension SamsynService {
  /// Cases with files at most: enough to try everything with, and quickly made.
  static let demonstrationCasesWithFiles = 60

  /// The same history with a made-up file for each listed document of its orders, stored as if it
  /// had been uploaded. Orders that came as contract messages have no files.
  func withFiles(
    _ connection: any Connection, _ id: CaseNumber, _ events: [RecordedEvent]
  ) throws -> [RecordedEvent] {
    try events.map { recorded in
      guard recorded.author.route == .page else { return recorded }
      var event = recorded.event
      switch event {
      case .orderPlaced(var order):
        order.documents = try withFiles(connection, order.documents, id, recorded)
        event = .orderPlaced(order)
      case .orderSupplemented(var answer):
        answer.documents = try withFiles(connection, answer.documents, id, recorded)
        event = .orderSupplemented(answer)
      default: return recorded
      }
      return RecordedEvent(
        version: recorded.version, author: recorded.author, audience: recorded.audience,
        at: recorded.at, event: event)
    }
  }

  private func withFiles(
    _ connection: any Connection, _ list: DocumentList, _ id: CaseNumber,
    _ recorded: RecordedEvent
  ) throws -> DocumentList {
    guard let items = list.items else { return list }
    let withFiles = try items.enumerated().map { index, item in
      let made = SyntheticDocument(
        title: item.title, pages: item.pages,
        lines: [
          "Ärende \(id), handling \(index + 1)", "Daterad \(item.dated?.description ?? "–")",
        ])
      return SupportingDocument(
        kind: item.kind, title: item.title, dated: item.dated, pages: item.pages,
        file: try store(connection, made, item, id, recorded))
    }
    return DocumentList(withFiles, absent: list.absent ?? [])
  }

  private func store(
    _ connection: any Connection, _ made: SyntheticDocument, _ item: SupportingDocument,
    _ id: CaseNumber, _ recorded: RecordedEvent
  ) throws -> DocumentFile? {
    let bytes = made.pdf()
    var details = DocumentDetails(name: "\(item.title).pdf")
    details.kind = item.kind
    details.dated = item.dated
    details.checked = .init(mediaType: .pdf, pages: made.pageCount, scan: .unchecked)
    let sealed = try details.encoded()
    let store = DocumentStore(connection, keyring)
    let begun = try store.begin(
      stream: id.description, party: recorded.author.party.description,
      person: recorded.author.person, size: bytes.count, details: sealed, at: recorded.at)
    try store.receive(begun.id, offset: 0, bytes: bytes, at: recorded.at)
    return details.file(of: try store.finish(begun.id, at: recorded.at))
  }
}

extension [RecordedEvent] {
  /// A running case whose order can have files, at one of these performers.
  func hasDocuments(at performers: Set<HSAID>) -> Bool {
    guard last?.event.kind != .assessmentEnded else { return false }
    return contains { recorded in
      guard case .orderPlaced(let order) = recorded.event else { return false }
      return recorded.author.route == .page && performers.contains(order.performer)
    }
  }
}
