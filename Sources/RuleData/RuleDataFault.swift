// SPDX-License-Identifier: Apache-2.0

/// What is wrong in a rule file, and where: file, row (its id, else its number from 1) and field.
public struct RuleDataFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name without folder.
  public let file: String
  /// The row's id or number; nil for the file as a whole.
  public let row: String?
  /// The field with its path, such as `valid.from`.
  public let field: String?
  /// A sentence in English; these files are for those who keep the rules.
  public let problem: String

  /// A fault at a place.
  public init(file: String, row: String? = nil, field: String? = nil, problem: String) {
    self.file = file
    self.row = row
    self.field = field
    self.problem = problem
  }

  /// `delivery.yaml: DELIV_BASE_DAYS: unit: no such unit`.
  public var description: String {
    [file, row, field, problem].compactMap { $0 }.joined(separator: ": ")
  }
}
