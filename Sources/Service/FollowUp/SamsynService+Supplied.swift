// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Exchange
import Foundation
import RuleData
import Store

/// A row of a supplied file that was not good.
public struct SuppliedFault: Codable, Hashable, Sendable {
  /// From 1; for a row over several lines the first.
  public let line: Int
  /// The column's heading, where the fault is in one.
  public let field: String?
  /// A stable code, and the same in words. Never a value of the row.
  public let code: String
  public let reason: String

  init(_ fault: TableFault) {
    line = fault.line
    field = fault.column
    code = fault.code.rawValue
    reason = fault.description
  }
}

/// What an import of a supplied file did.
public struct SuppliedImport: Codable, Sendable {
  public let kind: SuppliedKind
  /// The name of the file, without folder.
  public let file: String
  /// Whether anything was stored: false where a row was not good and none was to be passed over.
  public let isStored: Bool
  /// Rows that are good, and of these: about something new, in the place of another, the same
  /// again, older than what is known.
  public let rows: Int
  public let new: Int
  public let replacing: Int
  public let known: Int
  public let older: Int
  /// Rows that are not good, and the first of them.
  public let bad: Int
  public let faults: [SuppliedFault]
}

/// Why a supplied file was not read at all.
public enum SuppliedImportError: Error, Equatable, Sendable {
  case unreadable
  case table(TableFault)
  case service(ServiceError)
}

extension SamsynService {
  /// What certificates cannot tell and is supplied, by measure.
  public func indicatorDefinitions() throws(ServiceError) -> [IndicatorDefinition] {
    do { return try IndicatorFile.load() } catch { throw ServiceError(error) }
  }

  /// Takes a table of indicators. Nothing is stored unless every row is good, or those that are
  /// not are to be passed over. What was known is never overwritten: it is kept as history.
  ///
  /// For the operator: nobody who is signed in can do it, nor the other two.
  ///
  /// - Parameters:
  ///   - skipBad: store the good rows of a file with others.
  ///   - person: who runs the program.
  public func importIndicators(
    path: String, skipBad: Bool, by person: String
  ) async throws(SuppliedImportError) -> SuppliedImport {
    let known: [IndicatorDefinition]
    do throws(ServiceError) { known = try indicatorDefinitions() } catch {
      throw .service(error)
    }
    return try await take(path, .indicators, SuppliedTable.indicators(known), skipBad, person)
  }

  /// Takes a table of decisions and controls. Of a certificate's id only `certificateKey` is kept.
  public func importDecisions(
    path: String, skipBad: Bool, by person: String
  ) async throws(SuppliedImportError) -> SuppliedImport {
    let table = SuppliedTable.decisions { [self] in certificateKey($0) }
    return try await take(path, .decisions, table, skipBad, person)
  }

  /// Takes a table of background variables.
  public func importBackground(
    path: String, skipBad: Bool, by person: String
  ) async throws(SuppliedImportError) -> SuppliedImport {
    try await take(path, .background, SuppliedTable.background(), skipBad, person)
  }

  private static var pieceBytes: Int { 1 << 16 }

  private func take<Value: SuppliedValue>(
    _ path: String, _ kind: SuppliedKind, _ table: SuppliedTable<Value>, _ skipBad: Bool,
    _ person: String
  ) async throws(SuppliedImportError) -> SuppliedImport {
    let (values, faults, bad, digest) = try Self.read(path, table)
    let name = URL(filePath: path).lastPathComponent
    let isStored = bad == 0 || (skipBad && !values.isEmpty)
    var done = SuppliedAddition()
    if isStored {
      let file = SuppliedFile(
        kind: kind, file: name, rows: values.count, skipped: bad, imported: clock.now(),
        importedBy: person, digest: digest)
      do throws(ServiceError) {
        done = try await write { try SuppliedStore($0).add(values, of: file) }
      } catch {
        throw .service(error)
      }
    }
    return SuppliedImport(
      kind: kind, file: name, isStored: isStored, rows: values.count, new: done.new,
      replacing: done.replacing, known: done.known, older: done.older, bad: bad,
      faults: faults.map(SuppliedFault.init))
  }

  private static func read<Value: SuppliedValue>(
    _ path: String, _ table: SuppliedTable<Value>
  ) throws(SuppliedImportError) -> ([Value], [TableFault], Int, [UInt8]) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    var table = table
    var values: [Value] = []
    var hash = SHA256()
    do {
      while let piece = try handle.read(upToCount: pieceBytes), !piece.isEmpty {
        hash.update(data: piece)
        values += try table.read([UInt8](piece))
      }
      values += try table.finish()
    } catch {
      throw (error as? TableFault).map { .table($0) } ?? .unreadable
    }
    return (values, table.faults, table.faultCount, Array(hash.finalize()))
  }

  /// The values of indicators that count now and whose days touch the period.
  public func indicators(from: Day, to: Day) async throws(ServiceError) -> [Indicator] {
    let all = try await read { try SuppliedStore($0).present(.indicators, as: Indicator.self) }
    return all.filter { $0.from <= to && from <= $0.to }
  }

  /// The decisions and controls that count now and whose day lies in the period, certificates as
  /// `certificateKey` has them.
  public func decisions(
    from: Day, to: Day
  ) async throws(ServiceError) -> [CertificateDecision] {
    let all = try await read {
      try SuppliedStore($0).present(.decisions, as: CertificateDecision.self)
    }
    return all.filter { from <= $0.day && $0.day <= to }
  }

  /// The background variables that count now, by unit and variable.
  public func background() async throws(ServiceError) -> [BackgroundValue] {
    try await read { try SuppliedStore($0).present(.background, as: BackgroundValue.self) }
  }

  /// All values that were ever supplied about the same as one, in the order of the files.
  public func indicatorHistory(
    of indicator: Indicator
  ) async throws(ServiceError) -> [Indicator] {
    try await read { try SuppliedStore($0).history(of: indicator, .indicators) }
  }

  /// The files that were taken, the oldest first: what, when and by whom.
  public func suppliedFiles() async throws(ServiceError) -> [SuppliedFile] {
    try await read { try SuppliedStore($0).files() }
  }
}
