// SPDX-License-Identifier: Apache-2.0

/// A group of diagnoses that is followed by name, such as ME/CFS.
public struct DiagnosisGroup: Hashable, Sendable {
  /// Stable, for addresses and files.
  public let id: String
  public let name: Bilingual
  /// The codes of the group; each stands for those that begin with it too.
  public let codes: [DiagnosisCode]
  /// Where it is said, and how sure it is.
  public let source: String
  public let certainty: RuleCertainty
  /// What a reader should know, such as codes that may belong to it and are not counted.
  public let caution: Bilingual?

  /// A group as it is.
  public init(
    id: String, name: Bilingual, codes: [DiagnosisCode], source: String,
    certainty: RuleCertainty, caution: Bilingual? = nil
  ) {
    self.id = id
    self.name = name
    self.codes = codes
    self.source = source
    self.certainty = certainty
    self.caution = caution
  }

  /// Whether a diagnosis belongs to it.
  public func contains(_ code: DiagnosisCode) -> Bool {
    codes.contains { code.prefix($0.length) == $0 }
  }
}

/// A chapter, a block or a group of chapters: a place in the classification that holds categories.
public struct DiagnosisClass: Hashable, Sendable {
  /// The ranges as the list has them, such as `A00-B99`: stable, for addresses and files.
  public let id: String
  /// In Swedish.
  public let title: String
  let ranges: [DiagnosisRange]

  init?(_ entry: CodeListEntry) {
    let ranges = entry.code.split(separator: ",").map { DiagnosisRange($0) }
    guard !ranges.isEmpty, !ranges.contains(nil) else { return nil }
    id = entry.code
    title = entry.title
    self.ranges = ranges.compactMap { $0 }
  }
}

/// Where a diagnosis stands in the classification, in small numbers. Nought is none throughout.
public struct DiagnosisPlace: Hashable, Sendable {
  /// The code that a list has, the longest beginning of what was written; or the category, where
  /// only its range is known. None where the diagnosis has no valid code.
  public let code: DiagnosisCode
  /// Places in `DiagnosisIndex.chapters`, `blocks` and `chartGroups`, from 1.
  public let chapter: UInt8
  public let block: UInt16
  public let chartGroup: UInt8
  /// Bits of the places in `DiagnosisIndex.groups`, from the lowest.
  public let groups: UInt32
  /// Whether a list has the code itself.
  public let isListed: Bool

  /// Utan giltig kod.
  public static let none = DiagnosisPlace(
    code: DiagnosisCode(number: 0), chapter: 0, block: 0, chartGroup: 0, groups: 0,
    isListed: false)

  /// Whether it has no valid code.
  public var isNone: Bool { code.number == 0 }
  public var category: DiagnosisCode { code.category }
}
