// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

extension SamsynService {
  /// Pages found at most.
  public static let documentHitsMax = 200
  private static let searchWordsMax = 8
  private static let searchCharactersMax = 200

  /// Pages on which all the words stand, whatever their case, in the documents that the person
  /// may open; in the order of the documents. Scanned pages have no text to find.
  ///
  /// - Throws: `.refused` where she may open none, or the words are too many.
  public func searchDocuments(
    _ words: String, in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [DocumentHit] {
    let wanted = words.split(whereSeparator: \.isWhitespace).map(String.init)
    if wanted.count > Self.searchWordsMax || words.count > Self.searchCharactersMax {
      throw .refused(
        Refusal(.tooLong, field: "words", values: ["\(Self.searchCharactersMax)"]))
    }
    let searched = keyring.searchHash(kind: "words", normalizedText: words.lowercased())
    return try await logged(
      "document-search", id, actor, searched: searched, purpose: .casework, items: { $0.count }
    ) { () async throws(ServiceError) -> [DocumentHit] in
      try await self.hits(wanted, in: id, for: actor)
    }
  }

  private func hits(
    _ wanted: [String], in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [DocumentHit] {
    let documents = try await read { connection -> [FoundDocument] in
      let view = try self.caseView(connection, id, actor)
      if let refusal = view.documentAccess { throw refusal }
      return try view.readableDocuments.map { try self.found(connection, $0, view) }
    }
    var hits: [DocumentHit] = []
    for document in wanted.isEmpty ? [] : documents where hits.count < Self.documentHitsMax {
      // One that cannot be read, as it could when it was sent, does not hide the others.
      guard let pages = try? await text(of: document) else { continue }
      for (index, page) in pages.enumerated() {
        guard let hit = DocumentHit(wanted, on: page, index + 1, document) else { continue }
        hits.append(hit)
      }
    }
    return Array(hits.prefix(Self.documentHitsMax))
  }
}

extension DocumentHit {
  private static let charactersBefore = 60
  private static let charactersAfter = 100

  fileprivate init?(
    _ words: [String], on page: String, _ number: Int, _ found: SamsynService.FoundDocument
  ) {
    let matches = words.map { page.range(of: $0, options: .caseInsensitive) }
    guard !matches.contains(nil),
      let first = matches.compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    let start =
      page.index(first.lowerBound, offsetBy: -Self.charactersBefore, limitedBy: page.startIndex)
      ?? page.startIndex
    let end =
      page.index(first.upperBound, offsetBy: Self.charactersAfter, limitedBy: page.endIndex)
      ?? page.endIndex
    self.init(
      document: found.file.id, title: found.title, page: number,
      before: (start == page.startIndex ? "" : "… ")
        + Self.line(page[start..<first.lowerBound], from: start > page.startIndex),
      match: Self.line(page[first]),
      after: Self.line(page[first.upperBound..<end]) + (end == page.endIndex ? "" : " …"))
  }

  /// On one line, with single spaces; a first word that may have been cut is left out.
  private static func line(_ text: Substring, from cut: Bool = false) -> String {
    var text = text
    if cut, let space = text.firstIndex(where: \.isWhitespace) { text = text[space...].dropFirst() }
    var line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.first?.isWhitespace == true { line = " " + line }
    if text.last?.isWhitespace == true && line != " " { line += " " }
    return line
  }
}
