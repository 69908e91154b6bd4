// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What a file is, in words: its kind, its size, its checksum, and whether it was searched for
/// viruses.
struct FileFacts: Sendable, Hashable {
  let file: DocumentFile

  init(_ file: DocumentFile) { self.file = file }

  /// `PDF, 1,2 MB`.
  func words(_ language: Language) -> String {
    "\(Self.kind(file.mediaType)[language]), \(file.sizeText[language])"
  }

  /// The checksum, short enough to compare by eye, with the whole of it folded below.
  func sum(_ language: Language, of title: String) -> HTML {
    details(.class("sum")) {
      summary {
        FileTexts.sum[language] + " "
        code(.class("hash")) { file.shortChecksum }
        span(.class("sr")) { " " + title }
      }
      code(.class("hash")) { file.sha256 }
    }
  }

  /// What the search for viruses said.
  func scan(_ language: Language) -> HTML {
    switch file.scan {
    case .clean: Badge(.done, FileTexts.clean[language], icon: .shield).html
    case .unchecked: Badge(.soon, FileTexts.unchecked[language], icon: .shield).html
    }
  }

  /// How much several files are: `2,1 MB`.
  static func size(_ files: [DocumentFile]) -> Bilingual {
    let bytes = files.reduce(0) { $0 + $1.bytes }
    return DocumentFile(
      id: "", mediaType: .text, bytes: bytes, pages: 1, sha256: "", scan: .unchecked
    ).sizeText
  }

  private static func kind(_ media: DocumentMedia) -> Bilingual {
    switch media {
    case .pdf: Bilingual("PDF")
    case .png: Bilingual(sv: "bild (PNG)", en: "picture (PNG)")
    case .jpeg: Bilingual(sv: "bild (JPEG)", en: "picture (JPEG)")
    case .text: Bilingual(sv: "text", en: "text")
    }
  }
}

enum FileTexts {
  static let sum = Bilingual(sv: "Kontrollsumma", en: "Checksum")
  static let clean = Bilingual(sv: "Inga virus hittades", en: "No virus found")
  static let unchecked = Bilingual(sv: "Inte viruskontrollerad", en: "Not checked for viruses")
}
