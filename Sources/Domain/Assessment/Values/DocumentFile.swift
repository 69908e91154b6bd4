// SPDX-License-Identifier: Apache-2.0

/// What a document's file is by its content; the kinds that every browser can show. The raw value
/// is stored and sent.
public enum DocumentMedia: String, Codable, Sendable, CaseIterable {
  /// PDF without encryption, with one picture per page.
  case pdf
  /// A picture, which is one page.
  case png
  /// A picture, which is one page.
  case jpeg
  /// Plain text in UTF-8.
  case text
}

/// The facts of a document's file, as they were when it was checked. They go with the document to
/// everybody who is sent it, so that sender and reader can tell that they have the same bytes.
public struct DocumentFile: Codable, Hashable, Sendable {
  /// What is known of the file's harmfulness.
  public enum Scan: String, Codable, Sendable, CaseIterable {
    /// A virus scanner found nothing.
    case clean
    /// Samsyn had no scanner to ask.
    case unchecked
  }

  /// Identity of the stored bytes: 32 hexadecimal digits. It opens nothing by itself.
  public var id: String
  public var mediaType: DocumentMedia
  /// Length in bytes.
  public var bytes: Int
  /// Pages of a PDF, 1 for a picture; for text one for each 60 lines begun.
  public var pages: Int
  /// SHA-256 of the bytes, 64 hexadecimal digits in lower case.
  public var sha256: String
  public var scan: Scan

  public init(
    id: String, mediaType: DocumentMedia, bytes: Int, pages: Int, sha256: String, scan: Scan
  ) {
    self.id = id
    self.mediaType = mediaType
    self.bytes = bytes
    self.pages = pages
    self.sha256 = sha256
    self.scan = scan
  }

  /// The first 12 digits of the checksum in groups of four, for people to compare.
  public var shortChecksum: String {
    var groups: [String] = []
    var rest = sha256.prefix(12)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }

  /// `240 kB`, `3,1 MB`: in thousands of bytes, as people count them.
  public var sizeText: Bilingual {
    if bytes < 1000 { return Bilingual("\(bytes) byte") }
    if bytes < 999_500 { return Bilingual("\((bytes + 500) / 1000) kB") }
    let tenths = (bytes + 50_000) / 100_000
    return Bilingual(
      sv: "\(tenths / 10),\(tenths % 10) MB", en: "\(tenths / 10).\(tenths % 10) MB")
  }

  /// Whether a text can be the identity of a file: it looks as the store makes them.
  public static func isID(_ text: String) -> Bool { text.isHexadecimal(count: 32) }

  /// The id and the checksum look as the store makes them.
  var isWellFormed: Bool {
    Self.isID(id) && sha256.isHexadecimal(count: 64) && bytes > 0
  }
}
