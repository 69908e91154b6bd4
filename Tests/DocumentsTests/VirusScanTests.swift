// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Documents

struct VirusScanTests {
  private static func scan(
    _ bytes: [UInt8], at address: ClamdAddress?, timeLimit: Duration = .seconds(20)
  ) async throws -> VirusVerdict {
    try await PrivateFolder.with(bytes: bytes.count) { folder in
      let file = try PrivateFile.write(bytes, into: folder)
      return await VirusScan(address: address, timeLimit: timeLimit).scan(file)
    }
  }

  @Test(arguments: [0, 1, 65_536, 200_001])
  func `clamd is sent the whole file`(count: Int) async throws {
    let clamd = try FakeClamd(.answer("stream: OK\0"))
    var chance = Chance(state: 9)
    let bytes = (0..<count).map { _ in chance.byte() }
    #expect(try await Self.scan(bytes, at: clamd.address) == .clean)
    #expect(clamd.file == bytes)
  }

  @Test(arguments: [
    ("stream: Win.Test.EICAR_HDB-1 FOUND\0", VirusVerdict.infected(name: "Win.Test.EICAR_HDB-1")),
    ("stream: a\u{1B}<b> FOUND\0", .infected(name: "a<b>")),
    ("stream: OK FOUND\0", .infected(name: "OK")),
    ("stream: OK\n", .clean),
    ("stream: OKAY\0", .unavailable(.answer)),
    ("UNKNOWN COMMAND\0", .unavailable(.answer)),
    ("\0", .unavailable(.answer)),
    ("", .unavailable(.answer)),
    ("INSTREAM size limit exceeded. ERROR\0", .unavailable(.sizeLimit)),
  ])
  func `clamd's answer is understood`(answer: String, verdict: VirusVerdict) async throws {
    let clamd = try FakeClamd(.answer(answer))
    #expect(try await Self.scan([1], at: clamd.address) == verdict)
  }

  @Test func `a name without end is shortened`() {
    let long = String(repeating: "x", count: 200)
    let name = String(repeating: "x", count: 100)
    #expect(VirusScan.verdict(of: "stream: \(long) FOUND\0") == .infected(name: name))
  }

  @Test func `a file that is too long for clamd is not called clean`() async throws {
    let clamd = try FakeClamd(.refuseAfter(100_000))
    let bytes = [UInt8](repeating: 1, count: 3_000_000)
    #expect(try await Self.scan(bytes, at: clamd.address) == .unavailable(.sizeLimit))
  }

  @Test func `without an answer the file is not called clean`() async throws {
    let rude = try FakeClamd(.hangUp)
    #expect(try await Self.scan([1], at: rude.address) == .unavailable(.answer))
    let silent = try FakeClamd(.silence)
    let verdict = try await Self.scan([1], at: silent.address, timeLimit: .milliseconds(300))
    #expect(verdict == .unavailable(.timeLimit))
    for address in ["unix:/nowhere/clamd", "tcp:127.0.0.1:1"] {
      let verdict = try await Self.scan([1], at: ClamdAddress(address))
      #expect(verdict == .unavailable(.unreachable))
    }
  }

  @Test func `a cancelled scan ends at once`() async throws {
    let silent = try FakeClamd(.silence)
    let task = Task { try await Self.scan([1], at: silent.address, timeLimit: .seconds(60)) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let start = ContinuousClock.now
    #expect(try await task.value == .unavailable(.cancelled))
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `without clamd a file is unchecked`() async throws {
    #expect(try await Self.scan([1], at: nil) == .unchecked)
  }

  @Test(arguments: [
    ("unix:/run/clamav/clamd.ctl", ClamdAddress.unix(path: "/run/clamav/clamd.ctl")),
    ("tcp:127.0.0.1:3310", .tcp(host: "127.0.0.1", port: 3310)),
    ("tcp:[::1]:3310", .tcp(host: "::1", port: 3310)),
    ("unix:clamd", nil), ("tcp:3310", nil), ("tcp::3310", nil), ("tcp:a:0", nil),
    ("tcp:a:70000", nil), ("http://a:1", nil), ("", nil),
  ])
  func `an address is read and written`(text: String, address: ClamdAddress?) {
    #expect(ClamdAddress(text) == address)
    if let address { #expect(address.description == text) }
  }
}
