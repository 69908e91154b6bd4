// SPDX-License-Identifier: Apache-2.0

/// What a list of codes is of. The raw value is a stable code that is never reused.
public enum CodeListKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// Chapters and blocks of ICD-10-SE, as ranges of categories.
  case chapters, blocks
  /// Codes of three places, and of four or five.
  case categories, codes
  /// The codes of primary care (KSH97-P), and other words for them.
  case primaryCare = "ksh97-p"
  case primaryCareTerms = "ksh97-p-terms"
  /// The classification as it was before ICD-10-SE.
  case oldChapters = "ksh97-chapters"
  case oldBlocks = "ksh97-blocks"
  case oldCategories = "ksh97-categories"
  case oldCodes = "ksh97-codes"
  /// Groups of chapters for charts.
  case chartGroups = "chart-groups"
  /// Codes of functioning.
  case functioning = "icf"
  /// What insurance-medical decision support (FMB) says of functioning for a diagnosis.
  case functioningLinks = "fmb-icf"
  /// What it recommends as longest time for typical cases.
  case recommendations = "fmb-recommendations"

  /// Whether it is of the classification before ICD-10-SE (KSH97).
  public var isOld: Bool {
    switch self {
    case .oldChapters, .oldBlocks, .oldCategories, .oldCodes: true
    default: false
    }
  }

  /// Whether an entry's code is a range of categories, or several.
  var hasRanges: Bool {
    switch self {
    case .chapters, .blocks, .oldChapters, .oldBlocks, .chartGroups: true
    default: false
    }
  }
}

/// One row of a list.
public struct CodeListEntry: Hashable, Codable, Sendable {
  /// As the list has it: a code, a range of categories, or several ranges with commas between.
  public let code: String
  /// In Swedish, as the list has it.
  public let title: String
  /// What the list says beside, by its kind: of `functioningLinks` the code of functioning; of
  /// `recommendations` the days, empty where no number is given.
  public let value: String
  /// Of `functioningLinks` `function` or `activity` with `central` or `complementary`; of
  /// `recommendations` `full` or `part`, for sick leave of whole or part of the day.
  public let note: String

  /// A row as it is.
  public init(code: String, title: String, value: String = "", note: String = "") {
    self.code = code
    self.title = title
    self.value = value
    self.note = note
  }

  /// The row as one line, for storage.
  public var line: String {
    [code, title, value, note].map(DirectoryLine.cell).joined(separator: DirectoryLine.separator)
  }

  /// Reads what `line` writes; nil for anything else.
  public init?(line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == 4 else { return nil }
    self.init(code: cells[0], title: cells[1], value: cells[2], note: cells[3])
  }
}

/// A list of codes as it was on a day.
public struct CodeList: Hashable, Sendable {
  public let kind: CodeListKind
  public let entries: [CodeListEntry]
  /// Whether the list has every code of its kind, so that one that is not there is not valid. The
  /// short lists of the demonstration have not.
  public let isComplete: Bool

  /// A list as it is.
  public init(_ kind: CodeListKind, _ entries: [CodeListEntry], isComplete: Bool = true) {
    self.kind = kind
    self.entries = entries
    self.isComplete = isComplete
  }
}

/// The longest sick leave that decision support recommends for a typical case.
public struct RecommendedDuration: Hashable, Sendable {
  public let code: DiagnosisCode
  /// Nil where no number is given, which is no limit of nought.
  public let days: Int?
  /// False for sick leave of part of the day.
  public let isFullTime: Bool
  public let text: String
}

/// What all typical cases of a diagnosis allow together. Which of them a person is cannot be told
/// from a certificate, so that only what is longer than every one of them exceeds what is
/// recommended.
public struct RecommendedLimit: Hashable, Sendable {
  /// The code that the recommendation is for, which may be shorter than the one that was asked.
  public let code: DiagnosisCode
  /// The longest of all numbers.
  public let longestDays: Int
  /// Typical cases with a number, and without: where there are such, no length is known to exceed.
  public let cases: Int
  public let openCases: Int
}

extension CodeListEntry {
  /// Whether a text can stand as the code of an entry: ranges where the kind has ranges, else one
  /// code of diagnosis, or of functioning such as `b280`.
  public static func isCode(_ text: String, of kind: CodeListKind) -> Bool {
    if kind.hasRanges {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      return parts.allSatisfy { DiagnosisRange($0) != nil }
    }
    if kind == .functioning {
      let digits = text.utf8.dropFirst()
      return "bsde".contains(text.lowercased().first ?? "x") && digits.count <= 5
        && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
    return DiagnosisCode(text)?.hasForm ?? false
  }
}
