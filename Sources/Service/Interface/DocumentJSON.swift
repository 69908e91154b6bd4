// SPDX-License-Identifier: Apache-2.0
import Domain

/// A document with a file that was sent in a case, as interfaces and exports tell of it.
public struct DocumentJSON: Codable, Hashable, Sendable {
  public var kind: DocumentKind
  public var title: String
  public var dated: Day?
  public var file: DocumentFile
  /// What the file is served as.
  public var contentType: String
  public var sentBy: Party
  public var sentAt: Instant
  /// Version of the event that sent it.
  public var version: Int
  /// A later order or a correction left it out.
  public var isLeftOut: Bool
  /// Why whoever asked may not open it; nil where she may.
  public var refusal: RefusalCode?

  public init(_ document: CaseDocument) {
    kind = document.sent.document.kind
    title = document.sent.document.title
    dated = document.sent.document.dated
    file = document.sent.file
    contentType = file.mediaType.contentType
    sentBy = document.sent.sender.party
    sentAt = document.sent.sentAt
    version = document.sent.version
    isLeftOut = document.sent.isLeftOut
    refusal = document.refusal?.code
  }
}
