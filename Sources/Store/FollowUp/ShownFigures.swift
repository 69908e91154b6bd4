// SPDX-License-Identifier: Apache-2.0
import Domain

/// An answer about figures that somebody was given: what was asked, and the figures that were
/// shown. Both are texts of who writes them.
public struct ShownAnswer: Hashable, Sendable {
  /// The organisation, in `Party`'s text form; its people share what they have been shown.
  public let party: String
  public let person: String
  public let at: Instant
  /// The number of the edition.
  public let edition: Int
  /// What is counted: figures of one population can be set beside each other.
  public let population: String
  /// Tells questions apart; the same question again is not kept twice.
  public let digest: [UInt8]
  public let question: String
  public let figures: String

  public init(
    party: String, person: String, at: Instant, edition: Int,
    population: String, digest: [UInt8], question: String, figures: String
  ) {
    self.party = party
    self.person = person
    self.at = at
    self.edition = edition
    self.population = population
    self.digest = digest
    self.question = question
    self.figures = figures
  }
}

/// What figures each party has been shown. Entries are only added.
public struct ShownFigures {
  private let connection: any Connection

  /// The log inside a transaction.
  public init(_ connection: any Connection) { self.connection = connection }

  /// Makes others who ask for the same party wait until the transaction ends, so that two answers
  /// are never decided beside each other. A writer of SQLite is alone already.
  public func hold(party: String) throws(StoreError) {
    let key = "shown-figures:\(party)"
    try connection.execute(
      "INSERT INTO meta (key, value) VALUES (?, '') ON CONFLICT (key) DO NOTHING",
      [.text(key)])
    _ = try connection.first(
      "SELECT value FROM meta WHERE key = ?" + connection.engine.rowLock, [.text(key)])
  }

  /// What a party has been shown of an edition and a population, in the order of asking.
  public func list(
    party: String, edition: Int, population: String
  ) throws(StoreError) -> [ShownAnswer] {
    try connection.query(
      """
      SELECT * FROM follow_up_answer
      WHERE party = ? AND edition = ? AND population = ? ORDER BY id
      """, [.text(party), .int(edition), .text(population)]
    ).map { row throws(StoreError) in try Self.answer(row) }
  }

  /// How many answers `list` has.
  public func count(party: String, edition: Int, population: String) throws(StoreError) -> Int {
    try connection.first(
      """
      SELECT COUNT(*) AS count FROM follow_up_answer
      WHERE party = ? AND edition = ? AND population = ?
      """, [.text(party), .int(edition), .text(population)]
    )?.int("count") ?? 0
  }

  /// What a party was answered to a question, if it has been asked before.
  public func find(
    party: String, edition: Int, population: String, digest: [UInt8]
  ) throws(StoreError) -> ShownAnswer? {
    try connection.first(
      """
      SELECT * FROM follow_up_answer
      WHERE party = ? AND edition = ? AND population = ? AND digest = ?
      """, [.text(party), .int(edition), .text(population), .blob(digest)]
    ).map(Self.answer)
  }

  private static func answer(_ row: SQLRow) throws(StoreError) -> ShownAnswer {
    ShownAnswer(
      party: try row.text("party"), person: try row.text("person"), at: try row.instant("at_ms"),
      edition: try row.int("edition"), population: try row.text("population"),
      digest: try row.blob("digest"), question: try row.text("question"),
      figures: try row.text("figures"))
  }

  /// Keeps an answer; one to the same question is there already and stays.
  public func add(_ answer: ShownAnswer) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO follow_up_answer
        (party, person, at_ms, edition, population, digest, question, figures)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (party, edition, population, digest) DO NOTHING
      """,
      [
        .text(answer.party), .text(answer.person), .instant(answer.at),
        .int(answer.edition), .text(answer.population), .blob(answer.digest),
        .text(answer.question), .text(answer.figures),
      ])
  }
}
