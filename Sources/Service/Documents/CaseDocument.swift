// SPDX-License-Identifier: Apache-2.0
import Domain

/// A document on its way into a case.
public struct DocumentUpload: Hashable, Sendable {
  /// Identity, for the pieces that follow.
  public let id: String
  /// Bytes received; the next piece begins here.
  public let received: Int
  /// Bytes announced.
  public let size: Int
  /// What the file was called, tidied for people to read.
  public let name: String
}

/// A checked document that a party has put into a case and not sent. Nobody else knows of it.
public struct UnsentDocument: Hashable, Sendable {
  public let id: String
  /// What the file was called.
  public let name: String
  /// The part of the underlag, once somebody has said which.
  public let kind: DocumentKind?
  /// What it is to be called in the list; at first the name without its ending.
  public let title: String
  public let dated: Day?
  public let file: DocumentFile
  /// It went with an earlier order of the case. It can be sent again and taken off the list, but
  /// not be removed.
  public let wasSent: Bool
}

/// A document with a file that was sent in the case.
public struct CaseDocument: Hashable, Sendable {
  /// What was sent, by whom and when.
  public let sent: ReadableDocument
  /// Why the person may not open it; nil where she may.
  public let refusal: Refusal?

  public var id: String { sent.id }
  /// Whether the person may open it.
  public var mayOpen: Bool { refusal == nil }
}

/// A document whose bytes are about to be read.
public struct OpenedDocument: Sendable {
  public let title: String
  public let file: DocumentFile
  /// The bytes in pieces of at most 1 MB. Nothing has been read yet.
  public let content: DocumentBytes
}

/// A place in a document where all the words that were looked for stand on one page.
public struct DocumentHit: Hashable, Sendable {
  public let document: String
  public let title: String
  /// Counted from 1.
  public let page: Int
  /// Some words before the first match, with an ellipsis where the page has more.
  public let before: String
  /// The first match as it stands on the page.
  public let match: String
  /// Some words after it.
  public let after: String
}

/// A person's own note on a page, or only a mark. Nobody else ever sees it.
public struct DocumentNote: Codable, Hashable, Sendable {
  public var document: String
  /// Counted from 1.
  public var page: Int
  public var text: String
  /// The page is marked.
  public var marked: Bool

  public init(document: String, page: Int, text: String, marked: Bool) {
    self.document = document
    self.page = page
    self.text = text
    self.marked = marked
  }

  /// Nothing is left to keep.
  var isEmpty: Bool { !marked && text.allSatisfy(\.isWhitespace) }
}
