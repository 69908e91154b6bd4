// SPDX-License-Identifier: Apache-2.0
import Domain

/// Why a file of codes was not read.
public struct CodeListFault: Error, Hashable, Sendable {
  /// The raw value is a stable code that is never reused.
  public enum Code: String, Hashable, CaseIterable, Sendable {
    /// No kind of list that is known.
    case notRecognised = "not-recognised"
    /// A row that is no row of such a list.
    case row
    /// A code that stands twice in a list where it may not.
    case twice
    /// Nothing in it.
    case empty
    /// More than `CodeListFile.mostBytes`.
    case tooLarge = "too-large"
  }

  public let code: Code
  /// The line, from 1; nil for the file as a whole.
  public let line: Int?

  init(_ code: Code, line: Int? = nil) {
    self.code = code
    self.line = line
  }
}

extension CodeListFault: CustomStringConvertible {
  public var description: String {
    (line.map { "line \($0): " } ?? "") + reason
  }

  private var reason: String {
    switch code {
    case .notRecognised: "not a list of codes of a kind that is known"
    case .row: "not a row of such a list"
    case .twice: "the code stands on an earlier line too"
    case .empty: "there is nothing in it"
    case .tooLarge: "the file is too large"
    }
  }
}

/// Reads a list of codes in the forms in which they are given out: a code and its title on each
/// line (ICD-10-SE, KSH97), a range and its title (chapters, blocks), or a table with headings
/// (functioning; decision support's links and recommendations).
///
/// The text is UTF-8, or else Windows-1252, of which ISO 8859-1 is a part; which is told from the
/// bytes. The kind is told from what stands in it, and from the file's name where two kinds look
/// alike: `kap` or `chapter`, `avs` or `block`; `ksh97p` and `ksh97`; `sfa` for other words.
public enum CodeListFile {
  /// A file with more is another file.
  public static let mostBytes = 16 * 1_048_576
  /// Days that a week and a month of a recommendation count as. The second is our own choice, and
  /// the longer one where months have 28 days.
  static let weekDays = 7
  static let monthDays = 30

  /// Reads a whole file. Faults name a line and no content.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(CodeListFault) -> CodeList {
    guard bytes.count <= mostBytes else { throw CodeListFault(.tooLarge) }
    let text = Self.text(bytes)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated().map { Line(number: $0.offset + 1, text: plain($0.element)) }
      .filter { !$0.text.isEmpty }
    guard let first = lines.first else { throw CodeListFault(.empty) }
    let list: CodeList
    if let table = try table(text, heading: first.text) {
      list = table
    } else {
      list = try plainList(lines, name: name.lowercased())
    }
    guard !list.entries.isEmpty else { throw CodeListFault(.empty) }
    return list
  }

  struct Line {
    let number: Int
    let text: Substring
  }

  /// The text of a file in whichever encoding it has, without byte order mark.
  static func text(_ bytes: [UInt8]) -> String {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let text = String(validating: bytes[start...], as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let special = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(special) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// What Windows-1252 has where ISO 8859-1 has control characters.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Without white space around it.
  static func plain(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return text
  }

  private static func plain(_ bytes: Substring.UTF8View) -> Substring {
    plain(Substring(bytes))
  }

  private static func plainList(
    _ lines: [Line], name: String
  ) throws(CodeListFault) -> CodeList {
    let rows = lines.map { row($0.text) }
    guard let first = rows.first ?? nil else { throw CodeListFault(.notRecognised) }
    let isOld = name.contains("ksh97")
    let kind: CodeListKind
    switch first.code {
    case let code where code.contains(",") || first.hasColon: kind = .chartGroups
    case let code where DiagnosisRange(code) != nil && code.contains("-"):
      let isChapters =
        name.contains("kap") || name.contains("chapter")
        || (lines.count <= 30 && !name.contains("avs") && !name.contains("block"))
      kind = isChapters ? (isOld ? .oldChapters : .chapters) : (isOld ? .oldBlocks : .blocks)
    case _ where isOld && name.contains("97p"):
      kind = name.contains("sfa") ? .primaryCareTerms : .primaryCare
    default:
      let isShort = rows.allSatisfy { $0?.code.utf8.count == 3 }
      kind =
        isShort ? (isOld ? .oldCategories : .categories) : (isOld ? .oldCodes : .codes)
    }
    return try list(kind, zip(lines, rows).map { ($0, $1) })
  }

  private static func list(
    _ kind: CodeListKind, _ rows: [(Line, Row?)]
  ) throws(CodeListFault) -> CodeList {
    var entries: [CodeListEntry] = []
    var seen: Set<String> = []
    entries.reserveCapacity(rows.count)
    for (line, row) in rows {
      // KSH97 has an appendix of activities (UA, UB, UP), which are no diagnoses.
      if kind.isOld, ["UA", "UB", "UP"].contains(row?.code.prefix(2)) { continue }
      guard let row, !row.title.isEmpty, CodeListEntry.isCode(row.code, of: kind) else {
        throw CodeListFault(line.number == 1 ? .notRecognised : .row, line: line.number)
      }
      if kind != .primaryCareTerms, !seen.insert(row.code).inserted {
        throw CodeListFault(.twice, line: line.number)
      }
      entries.append(CodeListEntry(code: row.code, title: row.title))
    }
    return CodeList(kind, entries)
  }

  private struct Row {
    let code: String
    let title: String
    var hasColon = false
  }

  /// The code is what stands before white space or a colon, or the seven characters of a range
  /// that its title follows at once.
  private static func row(_ text: Substring) -> Row? {
    if let colon = text.firstIndex(of: ":"),
      DiagnosisRange(text[..<colon].prefix { $0 != "," }) != nil
    {
      return Row(
        code: String(text[..<colon]), title: String(plain(text[text.index(after: colon)...])),
        hasColon: true)
    }
    let head = text.prefix(7)
    if head.contains("-"), DiagnosisRange(head) != nil {
      return Row(code: String(head), title: String(plain(text.dropFirst(7))))
    }
    guard let end = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
    return Row(code: String(text[..<end]), title: String(plain(text[end...])))
  }
}
