// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The same web server with routes that only copy a file to disk and from disk; what documents are
/// compared with.
struct CopyServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Serve a plain file (started by `documents`).")

  /// The file as it comes, left to the system to write when it likes.
  static let plain = "/file"
  /// The file as it comes, on the disk when it is answered, as documents are.
  static let durable = "/durable-file"

  @Option(help: "Where the file is kept.")
  var path: String

  func run() async throws {
    let path = path
    let router = Router()
    router.put("file") { request, _ in try await Self.take(request, path, isDurable: false) }
    router.put("durable-file") { request, _ in
      try await Self.take(request, path, isDurable: true)
    }
    router.get("file") { _, _ in try Self.give(path) }
    var logger = Logger(label: "copy")
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

  private static func take(
    _ request: Request, _ path: String, isDurable: Bool
  ) async throws -> HTTPResponse.Status {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(file) }
    for try await buffer in request.body {
      let written = buffer.withUnsafeReadableBytes { write(file, $0.baseAddress, $0.count) }
      guard written == buffer.readableBytes else { return .internalServerError }
    }
    if isDurable { fsync(file) }
    return .noContent
  }

  private static func give(_ path: String) throws -> Response {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    let size = try file.seekToEnd()
    try file.seek(toOffset: 0)
    return Response(
      status: .ok,
      body: ResponseBody(contentLength: Int(size)) { writer in
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try await writer.finish(nil)
      })
  }
}
