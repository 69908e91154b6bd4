// SPDX-License-Identifier: Apache-2.0

/// What can go wrong in the store. No case carries a stored value, a search text or a secret, so
/// that an error may be logged as it is. Stream names are opaque identifiers and may appear.
public enum StoreError: Error, Hashable, Sendable {
  /// The address is neither `sqlite:PATH` nor `postgresql://...`.
  case badAddress
  /// The database could not be opened or the connection was lost.
  case unavailable(String)
  /// The database was closed by this program.
  case closed
  /// The calling task was cancelled; the transaction was rolled back.
  case cancelled
  /// The database was busy or chose this transaction as a deadlock's victim, repeatedly.
  case busy
  /// A unique or foreign key was violated; the text is the engine's code.
  case constraint(String)
  /// The engine refused a statement; the text is the engine's code, for faults of the SQL text
  /// itself followed by the engine's explanation.
  case statement(String)
  /// A value cannot be stored: too large, or text with a NUL character.
  case badValue
  /// A row has no such column.
  case missingColumn(String)
  /// A column holds another type than asked for.
  case columnType(String)
  /// Another event was appended since the caller read the stream.
  case versionConflict(stream: String, expected: Int, actual: Int)
  /// The key of the stream was destroyed; its payloads cannot be read any more.
  case disposed(stream: String)
  /// The stored events were changed outside the program at this version.
  case chainBroken(stream: String, version: Int)
  /// A sealed value did not open with its key: it was damaged or moved to another row, or the
  /// master key is another.
  case sealBroken
  /// A stored value does not have the form this program writes.
  case damaged(String)
  /// The key file is missing or cannot be read.
  case keyFileUnreadable
  /// The key file already exists; it is never overwritten.
  case keyFileExists
  /// The key file may be read or written by others than its owner (mode must be 0600).
  case keyFileMode
  /// The key file does not hold 32 bytes in base64.
  case keyFileContent
  /// The master key is not the one that this database's keys were wrapped with.
  case keyForeign
  /// An applied migration differs from the program's text of the same number.
  case migrationChanged(version: Int)
  /// The database was migrated by a newer program.
  case databaseNewer(version: Int)
  /// The database lacks migrations of this program.
  case databaseOlder(version: Int)
  /// More was asked for than `Limits` allows.
  case limit(String)
  /// There is no such document.
  case documentUnknown
  /// The next byte that a document lacks is at this offset, which is also how many it has.
  case documentOffset(expected: Int)
  /// A page cursor that this list did not make.
  case badCursor
  /// Thrown by a `FaultPlan` in tests and simulations.
  case injectedFault

  /// A stable code, never reused for another meaning.
  public var code: String {
    switch self {
    case .badAddress: "store.address"
    case .unavailable: "store.unavailable"
    case .closed: "store.closed"
    case .cancelled: "store.cancelled"
    case .busy: "store.busy"
    case .constraint: "store.constraint"
    case .statement: "store.statement"
    case .badValue: "store.value"
    case .missingColumn: "store.column.missing"
    case .columnType: "store.column.type"
    case .versionConflict: "store.conflict"
    case .disposed: "store.disposed"
    case .chainBroken: "store.chain"
    case .sealBroken: "store.seal"
    case .damaged: "store.damaged"
    case .keyFileUnreadable: "store.key.unreadable"
    case .keyFileExists: "store.key.exists"
    case .keyFileMode: "store.key.mode"
    case .keyFileContent: "store.key.content"
    case .keyForeign: "store.key.foreign"
    case .migrationChanged: "store.migration.changed"
    case .databaseNewer: "store.migration.newer"
    case .databaseOlder: "store.migration.older"
    case .limit: "store.limit"
    case .documentUnknown: "store.document.unknown"
    case .documentOffset: "store.document.offset"
    case .badCursor: "store.cursor"
    case .injectedFault: "store.injected"
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// The code followed by what a person in operation can act on.
  public var description: String {
    switch self {
    case .badAddress:
      "\(code): the database address must be sqlite:PATH or postgresql://..."
    case .unavailable(let why), .constraint(let why), .statement(let why), .damaged(let why),
      .missingColumn(let why), .columnType(let why), .limit(let why):
      "\(code): \(why)"
    case .versionConflict(let stream, let expected, let actual):
      "\(code): stream \(stream) is at version \(actual), not \(expected)"
    case .disposed(let stream):
      "\(code): the key of stream \(stream) was destroyed"
    case .chainBroken(let stream, let version):
      "\(code): stream \(stream) was changed at version \(version)"
    case .keyFileUnreadable: "\(code): the key file is missing or unreadable"
    case .keyFileExists: "\(code): the key file exists and is not overwritten"
    case .keyFileMode: "\(code): the key file must be a file with mode 0600"
    case .keyFileContent: "\(code): the key file must hold 32 bytes in base64"
    case .keyForeign: "\(code): the master key does not belong to this database"
    case .migrationChanged(let version):
      "\(code): migration \(version) was applied with another text than this program's"
    case .databaseNewer(let version):
      "\(code): the database is at version \(version), newer than this program"
    case .databaseOlder(let version):
      "\(code): the database is at version \(version); run the migrations"
    case .documentOffset(let expected):
      "\(code): the next byte of the document is at offset \(expected)"
    case .closed, .cancelled, .busy, .badValue, .sealBroken, .documentUnknown,
      .badCursor, .injectedFault:
      code
    }
  }
}
