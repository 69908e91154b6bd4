// SPDX-License-Identifier: Apache-2.0
import Domain

/// An edition (utgåva): columns that were made of all documents through a position.
public struct StoredEdition: Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let built: Instant
  /// The position of the last document that it counts.
  public let through: Int
  /// Where the columns are.
  public let folder: String
  /// What it was made of and what it changed, by name.
  public let notes: String

  public init(number: Int, built: Instant, through: Int, folder: String, notes: String) {
    self.number = number
    self.built = built
    self.through = through
    self.folder = folder
    self.notes = notes
  }
}

/// The editions that were made. They are only added.
public struct FollowUpEditions {
  private let connection: any Connection

  /// The editions inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// The last editions, the newest first.
  public func list(limit: Int = Limits.pageRows) throws(StoreError) -> [StoredEdition] {
    var editions: [StoredEdition] = []
    let rows = try connection.query(
      """
      SELECT number, built_ms, through_position, folder, notes FROM follow_up_edition
      ORDER BY number DESC LIMIT ?
      """, [.int(min(limit, Limits.pageRows))])
    for row in rows {
      editions.append(
        StoredEdition(
          number: try row.int("number"), built: try row.instant("built_ms"),
          through: try row.int("through_position"), folder: try row.text("folder"),
          notes: try row.text("notes")))
    }
    return editions
  }

  /// Records an edition. Throws `constraint` where another took the number.
  public func add(_ edition: StoredEdition) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO follow_up_edition (number, built_ms, through_position, folder, notes)
      VALUES (?, ?, ?, ?, ?)
      """,
      [
        .int(edition.number), .instant(edition.built), .int(edition.through),
        .text(edition.folder), .text(edition.notes),
      ])
  }
}
