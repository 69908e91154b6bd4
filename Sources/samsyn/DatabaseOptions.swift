// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// Which database a command works on, and with which key.
struct DatabaseOptions: ParsableArguments {
  @Option(help: "sqlite:PATH or postgresql://...; else SAMSYN_DATABASE, else var/samsyn.sqlite.")
  var database: String?

  @Option(
    name: .customLong("key-file"),
    help: "File with the master key; else SAMSYN_KEY_FILE, else PATH.key beside SQLite.")
  var keyFile: String?

  static let defaultAddress = "sqlite:var/samsyn.sqlite"

  /// The address as it was named.
  var named: String {
    database ?? ProcessInfo.processInfo.environment["SAMSYN_DATABASE"]
      ?? Self.defaultAddress
  }

  /// The same options, with the demonstration's own place where no database is named.
  var forDemonstration: DatabaseOptions {
    var options = self
    if database == nil && ProcessInfo.processInfo.environment["SAMSYN_DATABASE"] == nil {
      options.database = "sqlite:var/demo/samsyn.sqlite"
    }
    return options
  }

  func address() throws -> DatabaseAddress {
    do { return try DatabaseAddress(named) } catch {
      throw CommandOutput.failure(
        "The database is named sqlite:PATH or postgresql://USER@HOST/NAME.", .usage)
    }
  }

  /// Path of the key file, or nil where none is named and none follows from the database.
  var keyPath: String? {
    if let keyFile { return keyFile }
    if let named = ProcessInfo.processInfo.environment["SAMSYN_KEY_FILE"] { return named }
    guard named.hasPrefix("sqlite:") else { return nil }
    return String(named.dropFirst("sqlite:".count)) + ".key"
  }

  func keyring() throws -> Keyring {
    guard let path = keyPath else {
      throw CommandOutput.failure(
        "Name the file with the master key: --key-file FILE or SAMSYN_KEY_FILE.", .usage)
    }
    do { return try Keyring.load(file: path) } catch {
      throw CommandOutput.failure(
        "The key file cannot be used (\(error.code)). It is created by 'samsyn demo' or "
          + "'samsyn migrate --create-key' and must have mode 0600.", .fault)
    }
  }

  /// Opens the database with its tables in place; older tables are a fault that says what to do.
  func service(clock: Clock = .system) async throws -> SamsynService {
    let address = try address()
    if case .sqlite(let path) = address, !FileManager.default.fileExists(atPath: path) {
      throw CommandOutput.failure(
        "There is no database at \(path). 'samsyn demo' makes a demonstration, "
          + "'samsyn migrate' an empty one.", .fault)
    }
    let keyring = try keyring()
    do {
      let database = try await Database.open(address)
      let status = try await Migrator.status(database)
      await database.close()
      guard status.isCurrent else {
        throw CommandOutput.failure(
          "The database lacks \(status.known - status.applied) migrations: "
            + "run 'samsyn migrate' first.", .fault)
      }
      return try await SamsynService.open(
        address, keyring: keyring, clock: clock,
        clamd: ProcessInfo.processInfo.environment["SAMSYN_CLAMD"],
        fewestShown: try Self.fewestShown)
    } catch {
      throw commandFailure(error)
    }
  }
}

extension DatabaseOptions {
  /// How few may stand behind a figure, by SAMSYN_FEWEST_SHOWN; nil where it is not set. What is
  /// no number is a fault and is never taken for the usual.
  private static var fewestShown: Int? {
    get throws {
      guard let text = ProcessInfo.processInfo.environment["SAMSYN_FEWEST_SHOWN"], !text.isEmpty
      else { return nil }
      guard let number = Int(text) else { throw ServiceError.fault("follow-up.fewest-shown") }
      return number
    }
  }
}

/// Turns an error into a line on standard error and the exit status that belongs to it.
func commandFailure(_ error: any Error) -> any Error {
  switch error {
  case let code as ExitCode: return code
  case let error as StoreError:
    return CommandOutput.failure("The database cannot be used (\(error.code)).", .fault)
  case ServiceError.refused(let refusal):
    let field = refusal.field.map { " [\($0)]" } ?? ""
    return CommandOutput.failure("\(refusal.text.en) (\(refusal.code.rawValue))\(field)", .refused)
  case ServiceError.notDemonstration:
    return CommandOutput.failure(
      "The database already holds something, or is no demonstration.", .refused)
  case ServiceError.fault("store.key.foreign"):
    return CommandOutput.failure(
      "The master key does not belong to this database: the keys of its cases were wrapped with "
        + "another. Name the right file with --key-file or SAMSYN_KEY_FILE.", .fault)
  case ServiceError.fault("documents.clamd"):
    return CommandOutput.failure(
      "SAMSYN_CLAMD is unix:/PATH or tcp:HOST:PORT.", .usage)
  case ServiceError.fault("follow-up.fewest-shown"):
    return CommandOutput.failure(
      "SAMSYN_FEWEST_SHOWN is a number, and no less than the rule STAT_FEWEST_SHOWN.", .usage)
  case ServiceError.fault(let code):
    return CommandOutput.failure("Something is wrong (\(code)).", .fault)
  default:
    return CommandOutput.failure("Something is wrong (\(type(of: error))).", .fault)
  }
}
