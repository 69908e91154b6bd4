// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A PostgreSQL server of the bench's own with everything as delivered, so that a commit is on
/// the disk when it is answered.
final class PostgresCluster {
  let address: String
  private let server: ServerProcess
  private let folder: String

  init(in parent: String) throws {
    folder = URL(fileURLWithPath: parent).appending(path: "postgres-\(getpid())").path
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    guard let newest = versions.compactMap({ Int($0) }).max() else {
      throw BenchFailure("PostgreSQL's server programs are not installed")
    }
    let programs = "\(root)/\(newest)/bin"
    let isRoot = getuid() == 0
    // The server refuses to run as root.
    let user =
      isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
    let owner = isRoot ? ["-o", "postgres"] : []
    try Self.run(["install", "-d", "-m", "700"] + owner + [folder])
    try Self.run(
      user + [
        "\(programs)/initdb", "-D", "\(folder)/data", "-U", "samsyn", "-A", "trust",
        "-E", "UTF8", "--locale=C.UTF-8",
      ])
    server = try ServerProcess(
      user + [
        "\(programs)/postgres", "-D", "\(folder)/data", "-c", "listen_addresses=", "-c",
        "unix_socket_directories=\(folder)", "-c", "logging_collector=on",
      ])
    address =
      "postgresql://samsyn@/postgres?host="
      + folder.replacing("/", with: "%2F")
    for _ in 0..<100 {
      let asked = try ServerProcess([
        "\(programs)/pg_isready", "-q", "-h", folder, "-U", "samsyn", "-d", "postgres",
      ])
      if asked.wait() == 0 { return }
      usleep(100_000)
    }
    throw BenchFailure("PostgreSQL did not start")
  }

  func stop() {
    server.stop(signal: SIGINT)
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func run(_ command: [String]) throws {
    guard try ServerProcess(command).wait() == 0 else {
      throw BenchFailure("\(command.joined(separator: " ")) failed")
    }
  }
}
