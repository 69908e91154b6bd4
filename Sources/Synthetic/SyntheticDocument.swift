// SPDX-License-Identifier: Apache-2.0

import Domain

/// A small made-up document as a file: plainly invented text that says so on every page.
public struct SyntheticDocument: Sendable {
  /// Pages at most, so that a demonstration is quickly made.
  public static let pagesMax = 6
  public let title: String
  public let pageCount: Int
  /// Lines that make two documents with the same title different.
  public let lines: [String]

  /// - Parameter pages: as the list says; no more than `pagesMax` are made.
  public init(title: String, pages: Int, lines: [String]) {
    self.title = title
    pageCount = min(max(pages, 1), Self.pagesMax)
    self.lines = lines
  }

  /// The document as PDF 1.4, some kilobytes.
  public func pdf() -> [UInt8] {
    var pdf = MinimalPDF()
    for page in 1...pageCount { pdf.add(text(of: page)) }
    return pdf.bytes(title: title)
  }

  /// The lines of a page, counted from 1.
  private func text(of page: Int) -> [String] {
    let heading = [title, "Påhittad handling för visning. Ingen verklig person.", ""]
    let facts = page == 1 ? lines + [""] : []
    let body = (0..<18).map { Self.sentences[(page * 7 + $0 * 5) % Self.sentences.count] }
    return heading + facts + body + ["", "Sida \(page) av \(pageCount)"]
  }

  private static let sentences = [
    "Personen berättar att värken i ryggen kom smygande under våren.",
    "Sömnen är ojämn, oftast fem till sex timmar per natt.",
    "Promenader på plan mark går bra i ungefär tjugo minuter.",
    "Vid undersökningen är rörligheten i nacken lätt nedsatt.",
    "Koncentrationen räcker till en kort artikel men inte till en bok.",
    "Lyft över axelhöjd undviks eftersom de ger smärta efteråt.",
    "Tidigare behandling hos fysioterapeut gav viss förbättring.",
    "Arbetet innebar mest sittande vid skärm och möten.",
    "Personen kör bil kortare sträckor och handlar själv.",
    "Prover och röntgen visar inget anmärkningsvärt.",
    "Arbetsprövning avbröts efter tre veckor på grund av trötthet.",
  ]
}

/// Writes a PDF of text alone: one font that every reader has, nothing packed.
struct MinimalPDF {
  private var pages: [[String]] = []

  mutating func add(_ lines: [String]) { pages.append(lines) }

  /// The whole file with its table of places.
  func bytes(title: String) -> [UInt8] {
    var objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>".utf8),
      Array(
        ("<< /Type /Pages /Kids ["
          + pages.indices.map { "\(5 + $0 * 2) 0 R" }.joined(separator: " ")
          + "] /Count \(pages.count) >>").utf8),
      Array(
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
          + " /Encoding /WinAnsiEncoding >>").utf8),
      Array("<< /Title (".utf8) + Self.text(title) + Array(") /Producer (Samsyn) >>".utf8),
    ]
    for (index, lines) in pages.enumerated() {
      objects.append(
        Array(
          ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            + " /Resources << /Font << /F1 3 0 R >> >> /Contents \(6 + index * 2) 0 R >>").utf8))
      let stream = Self.content(lines)
      objects.append(
        Array("<< /Length \(stream.count) >>\nstream\n".utf8) + stream
          + Array("\nendstream".utf8))
    }
    return Self.file(objects)
  }

  private static func content(_ lines: [String]) -> [UInt8] {
    var stream = Array("BT /F1 11 Tf 56 780 Td 16 TL\n".utf8)
    for line in lines { stream += Array("(".utf8) + text(line) + Array(") Tj T*\n".utf8) }
    return stream + Array("ET".utf8)
  }

  private static func file(_ objects: [[UInt8]]) -> [UInt8] {
    // The second line tells programs that the file is not text.
    var file: [UInt8] = Array("%PDF-1.4\n%".utf8) + [0xE5, 0xE4, 0xF6, 0xC5, 0x0A]
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let table = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      let zeros = String(repeating: "0", count: 10 - digits.utf8.count)
      file += Array("\(zeros)\(digits) 00000 n \n".utf8)
    }
    return file
      + Array(
        ("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R >>\n"
          + "startxref\n\(table)\n%%EOF\n").utf8)
  }

  /// A string's bytes in the encoding of the font, with what ends a string escaped.
  private static func text(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      switch scalar {
      case "(", ")", "\\": [0x5C, UInt8(scalar.value)]
      default: [scalar.value < 256 && scalar.value >= 32 ? UInt8(scalar.value) : 0x3F]
      }
    }
  }
}
