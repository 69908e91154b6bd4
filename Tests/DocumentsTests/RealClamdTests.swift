// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestMachine
import Testing

@testable import Documents

/// The real clamd with a database of one signature, made here: nothing is fetched.
struct RealClamdTests {
  static let program = "/usr/sbin/clamd"
  private static let virus = "A harmless file that only this test calls a virus.\n"

  @Test(.enabled(if: access(program, X_OK) == 0, "clamd is not installed"))
  func `clamd finds what is in its database and nothing else`() async throws {
    let folder = try PrivateFolder(bytes: 10_000_000)
    let socket = folder.newPath("socket")
    // The sum and the length of `virus`, and what it is called.
    let signature = "5979490d70c91a400e2ef5744359ade2:51:Samsyn.Test\n"
    try Data(signature.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/own.hdb"))
    let settings = """
      DatabaseDirectory \(folder.path)
      LocalSocket \(socket)
      Foreground yes
      StreamMaxLength 1M

      """
    let configuration = folder.newPath("conf")
    try Data(settings.utf8).write(to: URL(fileURLWithPath: configuration))
    let clamd = try ChildProcess([Self.program, "--config-file=\(configuration)"])
    defer {
      clamd.kill()
      clamd.wait()
    }
    for _ in 0..<300 where access(socket, F_OK) != 0 {
      try await Task.sleep(for: .milliseconds(100))
    }
    let scan = VirusScan(address: .unix(path: socket))
    let good = try PrivateFile.write(Array("Hej".utf8), into: folder)
    #expect(await scan.scan(good) == .clean)
    let bad = try PrivateFile.write(Array(Self.virus.utf8), into: folder)
    guard case .infected(let name) = await scan.scan(bad) else {
      Issue.record("the virus was not found")
      return
    }
    #expect(name.hasPrefix("Samsyn.Test"))
    let long = try PrivateFile.write([UInt8](repeating: 1, count: 2_000_000), into: folder)
    #expect(await scan.scan(long) == .unavailable(.sizeLimit))
  }
}
