// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Hummingbird
import Logging

/// The same web server with one route that does nothing; what pages are compared with.
struct HelloServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hello", abstract: "Serve one bare route (started by `pages`).")

  func run() async throws {
    let router = Router()
    router.get("hello") { _, _ in "hello" }
    var logger = Logger(label: "hello")
    logger.logLevel = .error
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        print("http://127.0.0.1:\(channel.localAddress?.port ?? 0)/")
        fflush(nil)
      },
      logger: logger)
    try await application.runService()
  }
}
