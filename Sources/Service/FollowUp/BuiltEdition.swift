// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics
import Store

/// An edition (utgåva) of what is counted: what it was made of, and what it changed. No person.
public struct BuiltEdition: Codable, Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let built: Instant
  /// All documents through this position in the journal of imports are in it.
  public let documentsThrough: Int
  /// Where the columns are.
  public let folder: String
  public var made: Made
  /// Whether it was made now; false where the last edition already had everything.
  public var isNew = true

  /// What it was made of.
  public struct Made: Codable, Hashable, Sendable {
    /// The days of the catalogue's copies.
    public var snapshots: [Day]
    public var rules: FollowUpRules
    /// Persons whose documents were read for it; the others were taken over from the last one.
    public var personsRead = 0
    public var isWhole = true
    /// Documents that have come since the last edition.
    public var newDocuments = 0
    /// Copies of the catalogue that have come since then, by which ties may have become other.
    public var newSnapshots: [Day] = []
    /// Care units that the last edition did not have, and those that it had.
    public var unitsAdded = 0
    public var unitsGone = 0
    // What follows is unknown of editions that were made before it was noted.
    /// Certificates that count, by tie: `self`, `member`, `ancestor`, `archived` and `unknown`.
    public var ties: [String: Int]?
    /// What the last edition tied otherwise; nil for the first.
    public var tieChanges: EditionTies.Change?
    /// Files of decisions and background variables that had been taken.
    public var suppliedFiles: Int?
    /// Of the care units and all ties, with their attributes.
    public var unitsSum: UInt64?
    /// Outcomes of decisions and controls that are in it, and the day of the last.
    public var outcomes: Int?
    public var outcomesThrough: Day?
    /// The supplied variables that figures can be divided by.
    public var background: [String]?
  }

  init(
    number: Int, built: Instant, documentsThrough: Int, folder: String, made: Made
  ) {
    self.number = number
    self.built = built
    self.documentsThrough = documentsThrough
    self.folder = folder
    self.made = made
  }

  /// Nil where the record was written in another form.
  init?(_ stored: StoredEdition) {
    guard let made = try? JSONDecoder().decode(Made.self, from: Data(stored.notes.utf8)) else {
      return nil
    }
    self.init(
      number: stored.number, built: stored.built, documentsThrough: stored.through,
      folder: stored.folder, made: made)
  }

  /// What stands beside the columns. It says nothing of when or where the edition was made.
  var notes: [String: String] {
    [
      "number": "\(number)", "built": "\(built)", "documentsThrough": "\(documentsThrough)",
      "snapshots": made.snapshots.map(\.description).joined(separator: ","),
    ]
  }
}
