// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Documents

struct FileSignatureTests {
  private static func signature(_ bytes: [UInt8]) -> FileSignature {
    FileSignature(
      head: bytes[...].prefix(FileSignature.headBytes),
      tail: bytes[...].suffix(FileSignature.tailBytes))
  }

  static let samples: [([UInt8], FileSignature)] = known + zips + others + texts

  private static let known: [([UInt8], FileSignature)] = [
    (SamplePDF.make(["x"]), .known(.pdf)),
    (spaces(1019) + Array("%PDF-1.7".utf8), .known(.pdf)),
    (SamplePicture.png(), .known(.png)),
    (SamplePicture.jpeg(), .known(.jpeg)),
  ]

  private static let zips: [([UInt8], FileSignature)] = [
    zip("[Content_Types].xml word/document.xml", .docx),
    zip(String(repeating: "x", count: 99_999) + "xl/workbook.xml", .xlsx),
    zip("ppt/presentation.xml", .pptx),
    zip("mimetypeapplication/vnd.oasis.opendocument.text", .openDocument),
    zip("intyg.pdf", .zip),
    // Two kinds in one: what stands first decides.
    zip("%PDF-1.4", .zip),
  ]

  private static let others: [([UInt8], FileSignature)] = [
    text("<html>%PDF-1.4", .wrong(.html)),
    text("\r\n <!DOCTYPE HTML>", .wrong(.html)),
    text("{\\rtf1 Hej}", .wrong(.rtf)),
    text("II*\0", .wrong(.tiff)),
    text("MM\0*", .wrong(.tiff)),
    text("\0\0\0\u{18}ftypheic", .wrong(.heic)),
    text("\0\0\0\u{18}ftypmp42", .wrong(.unknown)),
    text("GIF89a\u{1}\0", .wrong(.unknown)),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .wrong(.oldOffice)),
    ([0x00, 0x01, 0xFF], .wrong(.unknown)),
    ([], .wrong(.unknown)),
  ]

  private static let texts: [([UInt8], FileSignature)] = [
    text("Hej på er\r\n\tå\u{C}", .known(.text)),
    text("\u{FEFF}Hej", .known(.text)),
    text("Röd <html>", .known(.text)),
    // A character that the first 4096 bytes cut in two.
    text(String(repeating: "a", count: 4095) + "å", .known(.text)),
    // The one byte of å in Latin-1 may be the beginning of a character; a space after it not.
    ([0x61, 0xE5], .known(.text)),
    ([0x61, 0xE5, 0x20], .otherText),
    ([0xFF, 0xFE, 0x48, 0x00], .otherText),
    ([0xFE, 0xFF, 0x00, 0x48], .otherText),
  ]

  private static func text(
    _ text: String, _ signature: FileSignature
  ) -> ([UInt8], FileSignature) { (Array(text.utf8), signature) }

  private static func zip(_ names: String, _ kind: WrongKind) -> ([UInt8], FileSignature) {
    ([0x50, 0x4B, 0x03, 0x04] + Array(names.utf8), .wrong(kind))
  }

  private static func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: count) }

  @Test(arguments: samples)
  func `a file is known by its content`(bytes: [UInt8], expected: FileSignature) {
    #expect(Self.signature(bytes) == expected)
  }

  @Test func `every wrong kind says what it is and what is taken instead`() {
    for kind in WrongKind.allCases {
      #expect(kind.text.sv.contains("adda upp"))
      #expect(kind.text.en.lowercased().contains("upload"))
    }
  }
}

struct TextCheckTests {
  @Test func `text is what Swift reads as UTF-8, without control characters`() {
    var chance = Chance(state: 11)
    var texts = 0
    for _ in 0..<4000 {
      let interesting: [UInt8] = [
        0x61, 0xC2, 0xC3, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1,
        0xF5, 0x0A, 0x7F,
      ]
      let bytes = (0..<(1 + chance.next(4))).map { _ in chance.pick(interesting) }
      var check = TextCheck()
      var isText = true
      for piece in chance.cut(bytes, 2) where isText { isText = check.feed(piece) }
      isText = isText && check.isComplete
      let text = String(validating: bytes, as: UTF8.self)
      let isPlain = text?.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.properties.generalCategory != .control
      }
      #expect(isText == (isPlain == true), "\(bytes)")
      if isText { texts += 1 }
    }
    #expect(texts > 100)
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb\r", 2), ("\n\n", 2),
  ])
  func `lines are counted with every kind of line end`(text: String, lines: Int) {
    var check = TextCheck()
    for byte in text.utf8 {
      let isText = check.feed([byte])
      #expect(isText)
    }
    #expect(check.lineCount == lines)
  }
}
