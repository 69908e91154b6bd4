// SPDX-License-Identifier: Apache-2.0

/// What a field holds when it has been read. In the draft everything is text as it was typed, so
/// that a half-written day is kept too; a value is made when the statement is checked and signed.
public enum StatementValue: Hashable, Codable, Sendable {
  case text(String)
  case day(Day)
  case number(Int)
  case choice(String)
  case grade(Int)
  case icf([ICFCode])
  case rows([[String]])
  case documents([ReadDocument])
}

/// A category of ICF with the qualifier that the examiner gave it.
public struct ICFCode: Codable, Hashable, Sendable {
  /// Chapter letter and digits, such as `b710`.
  public var code: String
  /// 0–4, or 8 (not specified) or 9 (not applicable) as the classification has them; nil where
  /// none was given.
  public var qualifier: Int?
  /// What the examiner wrote beside the code. Samsyn has no code list of its own.
  public var note: String?

  public init(code: String, qualifier: Int?, note: String?) {
    self.code = code
    self.qualifier = qualifier
    self.note = note
  }

  /// Reads `b710`, `b710.2`, `b710 Rörlighet i led`, `d4501.2 Gå korta sträckor`; nil for what is
  /// no code.
  public init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = parts.first else { return nil }
    let halves = first.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let code = halves[0].lowercased()
    guard let letter = code.first, "bsde".contains(letter), (2...6).contains(code.utf8.count),
      code.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var qualifier: Int?
    if halves.count == 2 {
      guard let number = Int(halves[1]), halves[1].utf8.count == 1,
        (0...4).contains(number) || number == 8 || number == 9
      else { return nil }
      qualifier = number
    }
    let note = parts.count == 2 ? String(parts[1]) : nil
    self.init(code: code, qualifier: qualifier, note: note?.isBlank == true ? nil : note)
  }

  /// `b710.2 Rörlighet i led`.
  public var line: String {
    code + (qualifier.map { ".\($0)" } ?? "") + (note.map { " \($0)" } ?? "")
  }
}

/// A document of the underlag that the examiners say they have read, by what it was when it was
/// sent.
public struct ReadDocument: Codable, Hashable, Sendable {
  /// Its place in the list of the underlag, from 1.
  public var number: Int
  public var title: String
  public var dated: Day?
  public var pages: Int
  /// Checksum of the file; nil where the document came by post.
  public var sha256: String?

  public init(number: Int, title: String, dated: Day?, pages: Int, sha256: String?) {
    self.number = number
    self.title = title
    self.dated = dated
    self.pages = pages
    self.sha256 = sha256
  }

  public init(number: Int, _ document: SupportingDocument) {
    self.init(
      number: number, title: document.title, dated: document.dated, pages: document.pages,
      sha256: document.file?.sha256)
  }
}

/// Why what stands in a field cannot be signed.
public enum StatementFault: String, Error, Codable, Hashable, Sendable, CaseIterable {
  case missing
  case tooLong
  case notADay
  case notANumber
  case outsideRange
  case notAChoice
  case notALevel
  case notAnICFCode
  case tooManyCodes
  case rowIncomplete
  case tooManyRows
  case documentUnknown
  case unreadableCharacter
  /// Two people have written different things, and nobody has chosen.
  case conflict
}

extension StatementField {
  /// Reads what was typed; nil for nothing.
  ///
  /// - Parameter documents: the underlag's list as the performer was sent it.
  /// - Throws: the one fault that stands first.
  public func value(
    _ typed: String, documents: [SupportingDocument]
  ) throws(StatementFault) -> StatementValue? {
    if typed.isBlank { return nil }
    guard typed.unicodeScalars.count <= StatementLimit.textLength else { throw .tooLong }
    guard typed.isWritable else { throw .unreadableCharacter }
    let text = typed.trimmed
    switch kind {
    case .text(let limit):
      guard text.unicodeScalars.count <= limit else { throw .tooLong }
      return .text(text)
    case .day:
      guard let day = Day(text) else { throw .notADay }
      return .day(day)
    case .number(let range):
      guard let number = Int(text) else { throw .notANumber }
      guard range.contains(number) else { throw .outsideRange }
      return .number(number)
    case .choice(let options):
      guard options.contains(where: { $0.id == text }) else { throw .notAChoice }
      return .choice(text)
    case .grade, .ownGrade:
      guard let level = Int(text), (0...4).contains(level) else { throw .notALevel }
      return .grade(level)
    case .icf: return try codes(text)
    case .rows(let columns): return try rows(text, columns.count)
    case .documents: return try read(text, documents)
    }
  }

  private func codes(_ text: String) throws(StatementFault) -> StatementValue? {
    var codes: [ICFCode] = []
    for line in text.lines where !line.isBlank {
      guard let code = ICFCode(line.trimmed) else { throw .notAnICFCode }
      codes.append(code)
    }
    guard codes.count <= StatementLimit.codes else { throw .tooManyCodes }
    return .icf(codes)
  }

  /// A line per row, a tab between columns. Every column of a row that was begun is filled in.
  private func rows(_ text: String, _ columns: Int) throws(StatementFault) -> StatementValue? {
    var rows: [[String]] = []
    for line in text.lines where !line.isBlank {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard cells.count == columns, !cells.contains("") else { throw .rowIncomplete }
      rows.append(cells)
    }
    guard rows.count <= StatementLimit.rows else { throw .tooManyRows }
    return rows.isEmpty ? nil : .rows(rows)
  }

  /// Numbers of documents, parted by spaces.
  private func read(
    _ text: String, _ documents: [SupportingDocument]
  ) throws(StatementFault) -> StatementValue? {
    var read: [ReadDocument] = []
    var numbers: Set<Int> = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let number = Int(word), documents.indices.contains(number - 1) else {
        throw .documentUnknown
      }
      if numbers.insert(number).inserted {
        read.append(ReadDocument(number: number, documents[number - 1]))
      }
    }
    return .documents(read.sorted { $0.number < $1.number })
  }
}

extension String {
  /// Parted at line breaks of every kind.
  var lines: [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
