// SPDX-License-Identifier: Apache-2.0

/// The kinds of files that a case can hold: those that can be read in every browser today and,
/// as far as anybody can tell, as long as the case is kept.
public enum FileKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// PDF without encryption.
  case pdf
  /// PNG, one picture.
  case png
  /// JPEG, one picture.
  case jpeg
  /// Plain text in UTF-8.
  case text

  /// What the file is served as.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// The ending of a name when the file is taken home, without a dot.
  public var fileEnding: String {
    switch self {
    case .pdf: "pdf"
    case .png: "png"
    case .jpeg: "jpg"
    case .text: "txt"
    }
  }
}

/// The kinds of files that people often send and that are not taken. The raw value is a stable
/// code that is never reused.
public enum WrongKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// Word of today, a zip.
  case docx
  /// Excel of today, a zip.
  case xlsx
  /// PowerPoint of today, a zip.
  case pptx
  /// A document, sheet or presentation of the OpenDocument family, a zip.
  case openDocument = "odf"
  /// Word, Excel or PowerPoint before 2007 and Outlook's letters: an OLE file.
  case oldOffice = "ole"
  /// Another zip.
  case zip
  /// Rich Text Format.
  case rtf
  /// The picture format of telephones.
  case heic
  /// TIFF.
  case tiff
  /// A saved web page.
  case html
  /// None of those we know.
  case unknown
}
