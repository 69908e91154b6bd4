// SPDX-License-Identifier: Apache-2.0

/// What a verification of the documents found.
public struct DocumentReport: Hashable, Sendable {
  /// One document that is not as the program wrote it.
  public enum Fault: Hashable, Sendable {
    /// What is known of the document does not open, or its size or address does not fit.
    case rowBroken(id: String)
    /// The bytes are not all there, do not open or are not those that were received.
    case contentBroken(id: String)
    /// An event names the document, and the store does not have it.
    case missing(id: String)
  }

  /// Whole documents read.
  public internal(set) var documents = 0
  /// Documents still on their way.
  public internal(set) var receiving = 0
  /// Bytes read.
  public internal(set) var bytes = 0
  /// The faults, at most `Limits.verifyFaults` of them.
  public internal(set) var faults: [Fault] = []
  /// How many faults there are.
  public internal(set) var faultCount = 0

  /// Whether every document is as the program wrote it.
  public var isSound: Bool { faultCount == 0 }

  /// Adds a fault that was found.
  public mutating func add(_ fault: Fault) {
    faultCount += 1
    if faults.count < Limits.verifyFaults { faults.append(fault) }
  }
}

/// Opens every document and compares its bytes with the hash sealed when it became whole. Unlike
/// the check of the chains it needs the keys. It sees what was changed; that a whole row is gone
/// only the events that name the document can tell, and whoever reads those adds it.
public enum DocumentVerifier {
  /// Reads all documents, one chunk per transaction. A document removed meanwhile is no fault.
  public static func verify(
    _ database: Database, _ keyring: Keyring
  ) async throws -> DocumentReport {
    var report = DocumentReport()
    var last = ""
    while true {
      let after = last
      let ids = try await database.read { connection in
        try connection.query(DocumentSQL.walk, [.text(after), .int(Limits.walkRows)])
          .map { row in try row.text("id") }
      }
      for id in ids { try await check(id, database, keyring, &report) }
      guard ids.count == Limits.walkRows, let end = ids.last else { return report }
      last = end
    }
  }

  private static func check(
    _ id: String, _ database: Database, _ keyring: Keyring, _ report: inout DocumentReport
  ) async throws {
    let found: StoredDocument?
    do {
      found = try await database.read { try DocumentStore($0, keyring).find(id) }
    } catch let error as StoreError where error.isDocumentFault {
      return report.add(.rowBroken(id: id))
    }
    guard let document = found else { return }
    guard document.state == .whole else {
      report.receiving += 1
      return
    }
    report.documents += 1
    do {
      for try await chunk in try DocumentContent(document, in: database, keyring) {
        report.bytes += chunk.count
      }
    } catch StoreError.documentUnknown {
      report.documents -= 1
    } catch let error as StoreError where error.isDocumentFault {
      report.add(.contentBroken(id: id))
    }
  }
}

extension StoreError {
  /// Errors that speak of what is stored, not of the database as a whole. A document whose case
  /// was disposed has no row any more, so one that stands there without a key is a fault.
  fileprivate var isDocumentFault: Bool {
    switch self {
    case .sealBroken, .damaged, .columnType, .disposed: true
    default: false
    }
  }
}
