// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Logging
import Service
import Synthetic

/// Two made-up years of certificates, messages and copies of the catalogue for a demonstration, so
/// that the follow-up has something to show. They come as files, the way real ones do.
enum DemonstrationFollowUp {
  private static let years = 2
  private static let perYear = 18_000
  private static let seed: UInt64 = 2026

  /// Makes them where the demonstration has no edition yet. It takes some time, during which the
  /// server answers; what a stop breaks off goes on at the next start.
  static func make(_ service: SamsynService, editions: String, _ logger: Logger) async {
    do {
      guard try await service.isDemonstration(), try await service.latestEdition() == nil else {
        return
      }
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "samsyn-demonstration-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let made = SyntheticCertificates(
        seed: seed, through: service.clock.now().day, years: years, perYear: perYear)
      _ = try SyntheticFolder(folder).write(made) { _ in }
      try Task.checkCancellation()
      try await take(folder, made, service)
      let edition = try await service.buildFollowUp(in: editions)
      logger.info(
        "the demonstration has certificates",
        metadata: ["documents": "\(edition.documentsThrough)"])
    } catch is CancellationError {
      return
    } catch {
      logger.error("the demonstration has no certificates", metadata: ["error": "\(error)"])
    }
  }

  private static func take(
    _ folder: URL, _ made: SyntheticCertificates, _ service: SamsynService
  ) async throws {
    for day in made.catalogue.days {
      for name in ["hsaunits-\(day).xml", "attributes-\(day).csv"] {
        _ = try await service.importDirectory(
          path: folder.appending(path: "hsa/\(name)").path, asOf: day)
      }
    }
    let documents = ["certificates", "messages"].map { folder.appending(path: $0).path }
    _ = try await service.importCertificates(documents)
    _ = try await service.importIndicators(
      path: folder.appending(path: "indicators.csv").path, skipBad: false, by: "samsyn")
    _ = try await service.importDecisions(
      path: folder.appending(path: "decisions.csv").path, skipBad: false, by: "samsyn")
    _ = try await service.importBackground(
      path: folder.appending(path: "background.csv").path, skipBad: false, by: "samsyn")
  }
}
