// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Foundation
import Store

/// What is kept sealed with a document's bytes: what the file is called, what its check found,
/// and what somebody means to send it as.
struct DocumentDetails: Codable {
  /// What the check found; the rest of the facts lies with the bytes.
  struct Checked: Codable {
    var mediaType: DocumentMedia
    var pages: Int
    var scan: DocumentFile.Scan
  }

  /// The file's name, tidied.
  var name: String
  var kind: DocumentKind?
  var title: String
  var dated: Day?
  /// Place in the list of unsent documents, from 1; nil until the file has been found sound.
  var place: Int?
  /// Taken off the list of what is to be sent, though it was sent before and is kept.
  var isSetAside = false
  /// For an attachment that waits to be sent: what it is called in each message that somebody
  /// writes, by the writer and the place.
  var waiting: [String: String]?
  /// Nil until all the bytes have come and been found sound.
  var checked: Checked?

  /// What is known of a file when it is announced. Its title is its name without the ending.
  init(name: String) {
    self.name = name
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    title = stem.isEmpty ? name : String(stem)
  }

  init(_ document: StoredDocument) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(document.details))
  }

  func encoded() throws -> [UInt8] {
    return try stableJSON(self)
  }

  /// The facts of the file; nil where it has not been found sound.
  func file(of document: StoredDocument) -> DocumentFile? {
    guard document.state == .whole, let checked, let sha256 = document.sha256 else { return nil }
    return DocumentFile(
      id: document.id, mediaType: checked.mediaType, bytes: document.sizeBytes,
      pages: checked.pages, sha256: sha256.hexadecimal, scan: checked.scan)
  }
}

extension DocumentMedia {
  init(_ kind: FileKind) {
    switch kind {
    case .pdf: self = .pdf
    case .png: self = .png
    case .jpeg: self = .jpeg
    case .text: self = .text
    }
  }

  var fileKind: FileKind {
    switch self {
    case .pdf: .pdf
    case .png: .png
    case .jpeg: .jpeg
    case .text: .text
    }
  }

  /// What the file is served as.
  public var contentType: String { fileKind.mediaType }

  /// The ending of a name when the file is taken home, without a dot.
  public var fileEnding: String { fileKind.fileEnding }
}

extension Refusal {
  /// What a person is told of a file that was not taken, or that cannot be shown.
  init(_ fault: FileFault) {
    switch fault {
    case .empty: self.init(.documentEmpty)
    case .tooLarge(let bytesMax):
      self.init(.documentTooLarge, values: ["\(bytesMax / 1_048_576)"])
    case .wrongKind(let kind): self.init(Self.code(kind))
    case .encrypted: self.init(.documentEncrypted)
    case .broken: self.init(.documentBroken)
    case .tooManyPages(let pagesMax): self.init(.documentTooManyPages, values: ["\(pagesMax)"])
    case .textEncoding: self.init(.documentUnreadableText)
    case .tooDemanding: self.init(.documentTooDemanding)
    case .noSuchPage: self.init(.documentPageUnknown)
    case .toolMissing, .storage, .cancelled: self.init(.documentCheckUnavailable)
    }
  }

  private static func code(_ kind: WrongKind) -> RefusalCode {
    switch kind {
    case .docx, .xlsx, .pptx, .openDocument, .oldOffice, .rtf: .documentOffice
    case .zip: .documentArchive
    case .heic: .documentPhonePicture
    case .tiff, .html, .unknown: .documentWrongKind
    }
  }
}
