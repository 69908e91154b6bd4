// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a diagnosis belongs to, by lists that are loaded. Codes are washed: letters and digits in
/// upper case, such as `M545`. Whatever a list does not tell is nil.
public protocol DiagnosisGrouping: Sendable {
  /// The chapter, the block and the category (three positions), each by its stable name, such as
  /// `F00-F99`, `F40-F48` and `F43`.
  func chapter(_ code: String) -> String?
  func block(_ code: String) -> String?
  func category(_ code: String) -> String?
  /// One of the seven groups of the charts.
  func chartGroup(_ code: String) -> String?
  /// A group that is followed by name, such as utmattningssyndrom. Groups do not overlap.
  func namedGroup(_ code: String) -> String?
  /// The longest sick leave that the decision support recommends, in days; nil where it
  /// recommends none.
  func recommendedDays(_ code: String) -> Int?
  /// What a code or a group is called; nil where no list tells.
  func name(_ code: String, in dimension: Dimension) -> Bilingual?
}

/// No lists: diagnoses stand as bare codes, and only the category, which is their first three
/// positions, is known.
public struct BareDiagnoses: DiagnosisGrouping {
  public init() {}

  public func chapter(_ code: String) -> String? { nil }
  public func block(_ code: String) -> String? { nil }
  public func category(_ code: String) -> String? {
    code.utf8.count >= 3 ? String(code.prefix(3)) : nil
  }
  public func chartGroup(_ code: String) -> String? { nil }
  public func namedGroup(_ code: String) -> String? { nil }
  public func recommendedDays(_ code: String) -> Int? { nil }
  public func name(_ code: String, in dimension: Dimension) -> Bilingual? { nil }
}
