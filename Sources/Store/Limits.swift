// SPDX-License-Identifier: Apache-2.0

/// Every limit of the store in one place, so that operation can read what the program promises.
public enum Limits {
  /// Connections held open to a PostgreSQL server by one process.
  public static let poolConnections = 6
  /// Statements that a PostgreSQL connection keeps prepared.
  public static let preparedStatements = 500
  /// Simultaneous readers of an SQLite file.
  public static let sqliteReaders = 6
  /// Pages (4 KB) of an SQLite write-ahead log after which a writer puts them into the file itself,
  /// where that has not been done beside it: 160 MB.
  public static let sqliteCheckpointPages = 40_000
  /// How long a connection waits for another's lock on an SQLite file, in seconds.
  public static let busyTimeoutSeconds = 10
  /// Longest run of one statement on PostgreSQL, in milliseconds.
  public static let statementTimeoutMilliseconds = 30_000
  /// How often a write body is run again after a deadlock or serialization failure.
  public static let writeAttempts = 5
  /// Largest single value stored or read, in bytes.
  public static let valueBytes = 32 * 1_048_576
  /// Events appended in one call.
  public static let eventsPerAppend = 100
  /// Rows of one list page.
  public static let pageRows = 200
  /// A filtered list is counted up to this number, then shown as "at least".
  public static let countedRows = 10_000
  /// Rows fetched at a time when a whole table is walked.
  public static let walkRows = 1_000
  /// The latest events, among which those of long streams are looked for at a start.
  public static let latestEvents = 10_000
  /// Entries one claim of the outbox returns at most.
  public static let outboxClaim = 100
  /// Attempts after which an outgoing message is a dead letter.
  public static let outboxAttempts = 12
  /// Wait after the first failed attempt of an outgoing message, in milliseconds.
  public static let outboxFirstWaitMilliseconds: Int64 = 60_000
  /// Factor between one wait and the next.
  public static let outboxWaitFactor: Int64 = 4
  /// Longest wait between two attempts, in milliseconds (12 hours).
  public static let outboxLongestWaitMilliseconds: Int64 = 12 * 3_600_000
  /// How long a claimed message is left to its claimer before another may take it, in milliseconds.
  public static let outboxClaimMilliseconds: Int64 = 5 * 60_000
  /// Largest document, in bytes (100 MB).
  public static let documentBytes = 100 * 1_048_576
  /// Bytes of a document that are sealed together and stand in memory at a time (1 MB).
  public static let documentChunkBytes = 1_048_576
  /// Largest piece of a document taken in one call, in bytes (4 MB).
  public static let documentPieceBytes = 4 * 1_048_576
  /// Largest details of a document, in bytes.
  public static let documentDetailsBytes = 64 * 1_024
  /// Documents one party has in one case, those on their way included.
  public static let documentsPerParty = 1_000
  /// Faults a verification lists before it only counts.
  public static let verifyFaults = 100
}
