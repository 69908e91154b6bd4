// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store
import Synthetic

/// The whole way of certificates: from files through reading and checking into the database.
struct ImportBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Certificates a second from files into SQLite and PostgreSQL.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Certificates to take in.")
  var certificates = 20_000

  private struct Speed: Encodable {
    let database: String
    let certificates: Int
    let seconds: Double
    let perSecond: Double
    /// The same files once more: all are recognised.
    let knownPerSecond: Double
    let editionSeconds: Double
  }

  func run() async throws {
    let scratch = URL(fileURLWithPath: options.folder).appending(path: "import-\(getpid())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = scratch.appending(path: "in")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: false)
    for number in 0..<certificates {
      try Self.text(number).write(
        to: files.appending(path: "\(number).xml"), atomically: false, encoding: .utf8)
    }
    try show(
      await measure(
        .sqlite(path: scratch.appending(path: "import.sqlite").path), "sqlite", files, scratch))
    let cluster = try PostgresCluster(in: options.folder)
    defer { cluster.stop() }
    try show(await measure(.postgres(cluster.address), "postgres", files, scratch))
  }

  /// A third as many persons as certificates, spread over some hundred units.
  private static func text(_ number: Int) -> String {
    var text = CertificateText.plain
    text.id = "bench-\(number)"
    let person = number / 3
    text.person = String(1_940_01_01_0000 + person % 50 * 1_0000_0000 + person / 50 % 10_000)
    text.unit = "SE0000000000-\(number % 300)"
    return text.xml
  }

  private func measure(
    _ address: DatabaseAddress, _ name: String, _ files: URL, _ scratch: URL
  ) async throws -> Speed {
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: Clock.system.now())
    await database.close()
    let keyring = try Keyring(master: [UInt8](repeating: 3, count: Keyring.masterBytes))
    let service = try await SamsynService.open(address, keyring: keyring)
    let first = try await service.importCertificates([files.path])
    guard first.accepted == certificates else {
      throw BenchFailure("\(first.accepted) of \(certificates) certificates were accepted")
    }
    let second = try await service.importCertificates([files.path])
    let clock = ContinuousClock.now
    _ = try await service.buildFollowUp(in: scratch.appending(path: "editions-\(name)").path)
    let (seconds, parts) = clock.duration(to: .now).components
    await service.close()
    return Speed(
      database: name, certificates: certificates, seconds: first.seconds,
      perSecond: Double(certificates) / first.seconds,
      knownPerSecond: Double(certificates) / second.seconds,
      editionSeconds: Double(seconds) + Double(parts) / 1e18)
  }

  private func show(_ speed: Speed) throws {
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(speed), as: UTF8.self))
    } else {
      print(
        "\(speed.database): \(Int(speed.perSecond)) certificates/s (aim 3000), "
          + "known again \(Int(speed.knownPerSecond))/s, "
          + "edition in \(String(format: "%.2f", speed.editionSeconds)) s")
    }
  }
}
