// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: a new cluster in a temporary folder, listening on a free
/// port of the loopback address only, stopped and removed when the tests end.
public final class PostgresServer: Sendable {
  /// Why there is no server.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Started by the first test that needs it.
  public static let shared = Result<PostgresServer, Failure> {
    () throws(Failure) -> PostgresServer in try PostgresServer()
  }

  private static let folderToRemove = Mutex<String?>(nil)

  private let port: Int
  private let folder: String

  private init() throws(Failure) {
    let programs = try Self.programs()
    folder = NSTemporaryDirectory() + "samsyn-postgres-\(UUID().uuidString)"
    port = try Self.freePort()
    let data = folder + "/data"
    let isRoot = getuid() == 0
    // The server refuses to run as root.
    let user = isRoot ? ["runuser", "-u", "postgres", "--"] : []
    let owner = isRoot ? ["-o", "postgres"] : []
    try Self.run(["install", "-d", "-m", "700"] + owner + [folder])
    try Self.watch(folder)
    try Self.run(
      user + [
        programs + "/initdb", "-D", data, "-U", "samsyn", "-A", "trust", "-E", "UTF8",
        "--locale=C.UTF-8", "--no-sync",
      ])
    let options =
      "-c listen_addresses=127.0.0.1 -c max_connections=600 -c port=\(port) "
      + "-c unix_socket_directories="
    try Self.run(
      user + [
        programs + "/pg_ctl", "-D", data, "-w", "-l", folder + "/log", "-o",
        options + folder, "start",
      ])
    Self.folderToRemove.withLock { $0 = folder }
    atexit { PostgresServer.stop() }
  }

  /// The address of a database with a schema of its own.
  public func address(schema: String) -> String {
    "postgresql://samsyn@127.0.0.1:\(port)/postgres?options=-csearch_path%3D\(schema)"
  }

  /// Stops the server by its own process number, at once because its data are thrown away, and
  /// removes the folder.
  private static func stop() {
    guard let folder = folderToRemove.withLock({ $0 }) else { return }
    if let process = processNumber(folder) {
      kill(process, SIGQUIT)
      for _ in 0..<200 where kill(process, 0) == 0 { usleep(50_000) }
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func processNumber(_ folder: String) -> pid_t? {
    let text = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
    return text?.split(separator: "\n").first.flatMap { pid_t($0) }
  }

  /// Tests that are killed run no exit handler: a waiting shell then does the same.
  private static func watch(_ folder: String) throws(Failure) {
    let script = """
      while kill -0 \(getpid()) 2>/dev/null && [ -d "\(folder)" ]; do sleep 1; done
      [ -d "\(folder)" ] || exit 0
      kill -QUIT $(head -n 1 "\(folder)/data/postmaster.pid")
      sleep 3
      rm -rf "\(folder)"
      """
    _ = try start(["sh", "-c", script])
  }

  private static func programs() throws(Failure) -> String {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders =
      [ProcessInfo.processInfo.environment["SAMSYN_POSTGRES_BIN"]].compactMap { $0 }
      + versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    let found = folders.first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb")
    }
    guard let found else {
      throw Failure(
        description: """
          PostgreSQL's server programs were not found. Install postgresql, name their folder in \
          SAMSYN_POSTGRES_BIN, or set SAMSYN_SKIP_POSTGRES=1 to leave these tests out.
          """)
    }
    return found
  }

  private static func freePort() throws(Failure) -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
      }
    }
    guard bound else { throw Failure(description: "no free port on the loopback address") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func run(_ command: [String]) throws(Failure) {
    guard try start(command).wait() == .status(0) else {
      throw Failure(description: "\(command.joined(separator: " ")) failed")
    }
  }

  private static func start(_ command: [String]) throws(Failure) -> ChildProcess {
    do {
      return try ChildProcess(command)
    } catch {
      throw Failure(description: "\(command[0]) could not be started")
    }
  }
}

extension Result {
  fileprivate init(_ body: () throws(Failure) -> Success) {
    do throws(Failure) {
      self = .success(try body())
    } catch {
      self = .failure(error)
    }
  }
}
