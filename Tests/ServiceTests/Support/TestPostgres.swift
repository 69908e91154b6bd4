// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A PostgreSQL server for these tests alone, in a temporary folder on a free port of the
/// loopback address. A shell that watches this process stops it and removes the folder, also
/// when the tests are killed.
struct TestPostgres: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Started by the first test that needs it.
  static let shared = Result { try TestPostgres() }

  private let port: Int

  private init() throws {
    let programs = try Self.programs()
    let folder = NSTemporaryDirectory() + "samsyn-service-postgres-\(UUID().uuidString)"
    port = try Self.freePort()
    // The server refuses to run as root.
    let user = getuid() == 0 ? "runuser -u postgres --" : ""
    let owner = getuid() == 0 ? "-o postgres" : ""
    try Self.shell("install -d -m 700 \(owner) '\(folder)'")
    try Self.watch(folder)
    try Self.shell(
      """
      \(user) \(programs)/initdb -D '\(folder)/data' -U samsyn -A trust -E UTF8 \
      --locale=C.UTF-8 --no-sync
      """)
    try Self.shell(
      """
      \(user) \(programs)/pg_ctl -D '\(folder)/data' -w -l '\(folder)/log' -o \
      '-c listen_addresses=127.0.0.1 -c max_connections=400 -c port=\(port) \
      -c unix_socket_directories=\(folder)' start
      """)
  }

  /// The address of a database with a schema of its own.
  func address(schema: String) -> String {
    "postgresql://samsyn@127.0.0.1:\(port)/postgres?options=-csearch_path%3D\(schema)"
  }

  private static func programs() throws -> String {
    if let named = ProcessInfo.processInfo.environment["SAMSYN_POSTGRES_BIN"] { return named }
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    guard let newest else {
      throw Failure(
        description: """
          PostgreSQL's server programs were not found. Install postgresql, name their folder in \
          SAMSYN_POSTGRES_BIN, or set SAMSYN_SKIP_POSTGRES=1 to leave these tests out.
          """)
    }
    return "\(root)/\(newest)/bin"
  }

  private static func freePort() throws -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
      }
    }
    if !isBound { throw Failure(description: "no free port on the loopback address") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func watch(_ folder: String) throws {
    _ = try start(
      """
      while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done
      kill -QUIT $(head -n 1 '\(folder)/data/postmaster.pid')
      sleep 2
      rm -rf '\(folder)'
      """)
  }

  private static func shell(_ script: String) throws {
    var status: Int32 = 0
    let process = try start(script)
    guard waitpid(process, &status, 0) == process, status == 0 else {
      throw Failure(description: "failed: \(script)")
    }
  }

  /// Foundation's `Process` is not used: on Linux it waits until a daemon its child leaves behind
  /// has ended too.
  private static func start(_ script: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [Int32(0), 1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let words = ["sh", "-c", script].map { (word: String) in strdup(word) }
    let arguments = words + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "sh", &actions, nil, arguments, environ) == 0 else {
      throw Failure(description: "no shell could be started")
    }
    return process
  }
}
