// SPDX-License-Identifier: Apache-2.0

/// One document of the underlag as it is listed in the order.
public struct SupportingDocument: Codable, Hashable, Sendable {
  public var kind: DocumentKind
  public var title: String
  public var dated: Day?
  /// Where there is a file, its pages.
  public var pages: Int
  /// The file that is sent; nil where the document goes by post or is only listed.
  public var file: DocumentFile?

  public init(
    kind: DocumentKind, title: String, dated: Day?, pages: Int, file: DocumentFile? = nil
  ) {
    self.kind = kind
    self.title = title
    self.dated = dated
    self.pages = file?.pages ?? pages
    self.file = file
  }
}

extension SupportingDocument {
  private enum Key: String, CodingKey { case kind, title, dated, pages, file }

  /// The pages of a file are the document's, whatever is stated, so that it never says two things.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    let file = try box.decodeIfPresent(DocumentFile.self, forKey: .file)
    let stated = try box.decodeIfPresent(Int.self, forKey: .pages)
    guard let pages = file?.pages ?? stated else {
      throw DecodingError.keyNotFound(
        Key.pages, .init(codingPath: box.codingPath, debugDescription: "no pages"))
    }
    self.init(
      kind: try box.decode(DocumentKind.self, forKey: .kind),
      title: try box.decode(String.self, forKey: .title),
      dated: try box.decodeIfPresent(Day.self, forKey: .dated), pages: pages, file: file)
  }
}

/// A list of documents that can be told in full, or only as a count of documents and pages.
public struct DocumentList: Codable, Hashable, Sendable {
  public let count: Int
  public let pages: Int
  /// The documents themselves; nil for a party that was sent only the facts.
  public let items: [SupportingDocument]?
  /// Parts of the underlag that are missing, each with the reason that was stated.
  public let absent: [AbsentPart]?

  public init(_ items: [SupportingDocument], absent: [AbsentPart] = []) {
    self.count = items.count
    self.pages = items.reduce(0) { $0 + $1.pages }
    self.items = items
    self.absent = absent
  }

  init(count: Int, pages: Int) {
    self.count = count
    self.pages = pages
    self.items = nil
    self.absent = nil
  }

  /// Only how many documents and pages there are.
  public var facts: DocumentList { DocumentList(count: count, pages: pages) }

  /// Both lists as one, where both are known in full.
  public func adding(_ other: DocumentList) -> DocumentList {
    guard let items, let more = other.items else {
      return DocumentList(count: count + other.count, pages: pages + other.pages)
    }
    let present = Set((items + more).map(\.kind))
    let stillAbsent = ((absent ?? []) + (other.absent ?? []))
      .filter { !present.contains($0.kind) }
    return DocumentList(items + more, absent: stillAbsent)
  }

  /// The parts of 6 § that are neither listed nor explained as absent.
  public var unexplained: [DocumentKind] {
    guard let items else { return [] }
    let told = Set(items.map(\.kind)).union((absent ?? []).map(\.kind))
    return DocumentKind.allCases.filter { !told.contains($0) }
  }
}

extension DocumentList {
  private enum Key: String, CodingKey { case count, pages, items, absent }

  /// Where the documents are told, their count and pages follow from them, whatever is stated,
  /// so that a list never says two things. A bare count is read as it stands.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    let absent = try box.decodeIfPresent([AbsentPart].self, forKey: .absent)
    guard let items = try box.decodeIfPresent([SupportingDocument].self, forKey: .items) else {
      self.init(
        count: try box.decode(Int.self, forKey: .count),
        pages: try box.decode(Int.self, forKey: .pages))
      return
    }
    // So many pages cannot be meant, and their sum must be a number.
    guard items.allSatisfy({ (-1_000_000...1_000_000).contains($0.pages) }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .items, in: box, debugDescription: "too many pages")
    }
    self.init(items, absent: absent ?? [])
  }
}

/// A part of the underlag that is not sent, and why.
public struct AbsentPart: Codable, Hashable, Sendable {
  public var kind: DocumentKind
  public var reason: String

  public init(kind: DocumentKind, reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
