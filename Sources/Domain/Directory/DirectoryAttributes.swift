// SPDX-License-Identifier: Apache-2.0

/// What the catalogue tells of a unit beside its place: codes of the catalogue's own lists.
public enum DirectoryAttribute: String, Hashable, Codable, CaseIterable, Sendable {
  /// Administrative level of care: 01 primary to 05 other.
  case careLevel
  /// Form of care.
  case careType
  /// Verksamhetskod.
  case businessClassification
  /// Kind of unit, such as 02 vårdcentral.
  case businessType
  /// Ägarform.
  case management
  /// Länskod, two digits.
  case county
  /// Kommunkod, four digits.
  case municipality
  /// Arbetsplatskod.
  case workplaceCode
}

/// The attributes of one unit on the day of a file; those that are not told are not there.
public struct DirectoryAttributes: Hashable, Sendable {
  /// The HSA-id, normalized.
  public let id: String
  /// The values of each, in the order of the file.
  public let values: [DirectoryAttribute: [String]]

  /// Attributes of a unit.
  public init(id: String, values: [DirectoryAttribute: [String]]) {
    self.id = DirectoryUnit.normalized(id)
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// Whether a level of care is told that the catalogue's own list does not have.
  public var hasUnknownCareLevel: Bool {
    (values[.careLevel] ?? []).contains { !Self.careLevels.contains($0) }
  }

  private static let careLevels: Set = ["01", "02", "03", "04", "05"]

  /// One line with everything but the id, for storage.
  public var line: String {
    (["1"]
      + DirectoryAttribute.allCases.map { attribute in
        (values[attribute] ?? []).map { DirectoryLine.cell($0) }.joined(separator: "|")
      }).joined(separator: DirectoryLine.separator)
  }

  /// Reads what `line` writes; nil for anything else.
  public init?(id: String, line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == DirectoryAttribute.allCases.count + 1, cells[0] == "1" else {
      return nil
    }
    let values = zip(DirectoryAttribute.allCases, cells.dropFirst()).map { attribute, cell in
      (attribute, cell.split(separator: "|").map(String.init))
    }
    self.init(id: id, values: Dictionary(uniqueKeysWithValues: values))
  }
}
