// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import TestMachine
import Testing

@testable import Service

/// The program is killed, as by a power cut of its process, in the middle of a stream of
/// commands. Whatever it had acknowledged is there afterwards.
@Suite struct KillTests {
  /// Rounds on each of the databases; together two hundred.
  private static let rounds = 50
  /// Rounds after which the whole journal is verified; what was acknowledged is looked for
  /// after every round.
  private static let verifyEvery = 10

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `nothing that was acknowledged is lost, killed fifty times`(series: UInt64) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("killed.sqlite")
    var random = SplitMix(seed: series)
    var acknowledged: [CaseNumber: Int] = [:]
    var commands = 0
    for round in 0..<Self.rounds {
      // A new seed each time: the same would give the same keys, and so repetitions only.
      let seed = series * 1000 + UInt64(round)
      let acks = try Stream(path: path, seed: seed).killed(after: random.next(20...400))
      #expect(!acks.isEmpty, "nothing was acknowledged with seed \(seed)")
      commands += acks.count
      for (id, version) in acks { acknowledged[id] = max(acknowledged[id] ?? 0, version) }
      let service = try await SamsynService.open(
        .sqlite(path: path), keyring: try Keyring.load(file: path + ".key"))
      try await Self.expectThere(Dictionary(acks) { max($0, $1) }, in: service, seed)
      if round % Self.verifyEvery == Self.verifyEvery - 1 {
        try await Self.expectThere(acknowledged, in: service, seed)
        #expect(try await service.verify().isSound, "after seed \(seed)")
      }
      await service.close()
    }
    print(
      "series \(series): killed \(Self.rounds) times in \(commands) acknowledged commands "
        + "in \(acknowledged.count) cases")
    try Self.expectAgreement(path)
  }

  /// Every case is at least at its acknowledged version, for the party that sees all of it.
  private static func expectThere(
    _ acknowledged: [CaseNumber: Int], in service: SamsynService, _ seed: UInt64
  ) async throws {
    for (id, version) in acknowledged {
      let last = try await service.read { [service] connection in
        try CaseHistory(connection, service.keyring).load(id).count
      }
      #expect(last >= version, "seed \(seed): \(id) is at \(last), \(version) was acknowledged")
    }
  }

  /// The program's own verbs say that chains are whole and lists are what the journal says.
  private static func expectAgreement(_ path: String) throws {
    let verified = try Program.run(["verify", "--database", "sqlite:\(path)", "--json"])
    #expect(verified.status == 0, "\(verified.output)")
    let rebuilt = try Program.run(["rebuild", "--database", "sqlite:\(path)", "--json"])
    #expect(rebuilt.status == 0)
    #expect(try rebuilt.json()["unchanged"] as? Bool == true)
    let again = try Program.run(["rebuild", "--database", "sqlite:\(path)", "--json"])
    #expect(try again.json()["unchanged"] as? Bool == true)
  }
}

/// A stream of commands by a program that is killed.
private struct Stream {
  let path: String
  let seed: UInt64

  /// What was acknowledged until the program was killed so many milliseconds after its first
  /// acknowledgement.
  func killed(after milliseconds: Int) throws -> [(CaseNumber, Int)] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure.noPipe }
    defer { close(ends[0]) }
    let process = try start(output: ends[1])
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let deadline = Date().addingTimeInterval(120)
    while !bytes.contains(UInt8(ascii: "\n")), Date() < deadline {
      let count = read(ends[0], &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    usleep(UInt32(milliseconds) * 1000)
    process.kill()
    let end = process.wait()
    // It must have been at work until then.
    guard end == .signal(SIGKILL) else { throw Failure.endedByItself(end) }
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return Self.acknowledgements(bytes)
  }

  private func start(output: Int32) throws -> ChildProcess {
    try ChildProcess(
      [
        Program.path, "simulate", "--database", "sqlite:\(path)", "--seed", "\(seed)",
        "--months", "1200", "--acknowledge",
      ], output: output)
  }

  /// Whole lines `ack CASE VERSION`; half a line was never told to anybody.
  private static func acknowledgements(_ bytes: [UInt8]) -> [(CaseNumber, Int)] {
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n")
      .compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, words[0] == "ack", let id = try? CaseNumber(String(words[1])),
          let version = Int(words[2])
        else { return nil }
        return (id, version)
      }
  }

  enum Failure: Error {
    case noPipe
    case endedByItself(ChildProcess.End)
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int(mixed % UInt64(range.count))
  }
}
