// SPDX-License-Identifier: Apache-2.0
import Domain

/// Makes the columns of an edition from everybody's facts, person by person in the order of their
/// keys. What is kept of a person is rows of numbers; nothing else stays in memory.
public struct FollowUpBuilder: Sendable {
  let units: UnitTable
  let rules: FollowUpRules
  /// The last day that the facts tell about. What lies after it has not happened. By default the
  /// latest day on which anything was signed or sent.
  public var observedThrough: Day?

  /// An edition without anybody.
  public init(units: UnitTable, rules: FollowUpRules) {
    self.units = units
    self.rules = rules
  }

  /// An edition that keeps everybody of an older one but those who are added here. It must have
  /// been made with the same units and rules: throws `otherVersion` else.
  public init(
    extending folder: String, units: UnitTable, rules: FollowUpRules
  ) throws(ColumnFault) {
    self.init(units: units, rules: rules)
  }

  /// Adds a person, whose key must be higher than that of the one before. In an edition that is
  /// extended the person's old rows go.
  public mutating func add(_ person: PersonFacts) {}

  /// Writes the edition to a folder, which must not be there, whole or not at all.
  ///
  /// - Parameter notes: kept beside the columns, such as how far in the journal they go.
  public consuming func write(
    to folder: String, notes: [String: String] = [:]
  ) throws(ColumnFault) { throw .unwritable }
}
