// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synthetic
import TestMachine
import Testing

@testable import Service

/// `samsyn certificates import`, also when it is killed and when what it gets is hostile.
@Suite struct CertificateImportVerbTests {
  private func database(_ scratch: Scratch, _ name: String = "x") throws -> String {
    let address = "sqlite:" + scratch.file("\(name).sqlite")
    let made = try Program.run([
      "migrate", "--database", address, "--create-key", "--key-file", scratch.file("key"),
    ])
    try #require(made.status == 0, "\(made.errors)")
    return address
  }

  private func text(_ number: Int) -> CertificateText {
    var text = CertificateText.plain
    text.id = "intyg-\(number)"
    let head = String(19_400_101 + number % 50 * 10_000)
    text.person = head + String(1_000 + number % 900)
    return text
  }

  private func facts(_ address: String, _ scratch: Scratch) async throws -> [PersonFacts] {
    let service = try await SamsynService.open(
      DatabaseAddress(address), keyring: try Keyring.load(file: scratch.file("key")))
    let facts = try await service.walkFacts(into: [PersonFacts]()) { $0.append($1) }.result
    await service.close()
    return facts
  }

  @Test func `a folder is imported, told and recognised`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.file("in")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/inre", withIntermediateDirectories: true)
    for number in 0..<3 {
      try text(number).xml.write(
        toFile: "\(folder)/inre/\(number).xml", atomically: true, encoding: .utf8)
    }
    try "<a>".write(toFile: "\(folder)/trasig.xml", atomically: true, encoding: .utf8)
    let address = try database(scratch)
    let arguments = [
      "certificates", "import", folder, "--database", address, "--key-file", scratch.file("key"),
    ]
    let first = try Program.run(arguments + ["--json", "--report", scratch.file("r.csv")])
    #expect(first.status == 1, "\(first.errors)")
    let answer = try first.json()
    #expect(answer["accepted"] as? Int == 3 && answer["rejected"] as? Int == 1)
    #expect(answer["edition"] as? Int == 1)
    #expect((answer["reasons"] as? [String: Int]) == ["unreadable:malformed": 1])
    let report = try String(contentsOfFile: scratch.file("r.csv"), encoding: .utf8)
    #expect(report.split(separator: "\n").count == 5)
    #expect(report.contains("trasig.xml,rejected,no,none,,unreadable:malformed,,,"))
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.file("r.csv"))
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let second = try Program.run(arguments + ["--json", "--report", scratch.file("r.jsonl")])
    #expect(second.status == 0)
    let again = try second.json()
    #expect(again["known"] as? Int == 4 && again["edition"] == nil)
    let lines = try String(contentsOfFile: scratch.file("r.jsonl"), encoding: .utf8)
    #expect(lines.split(separator: "\n").allSatisfy { $0.contains("\"known\":true") })
    let status = try Program.run([
      "certificates", "status", "--json", "--database", address, "--key-file",
      scratch.file("key"),
    ]).json()
    #expect(status["documents"] as? Int == 4 && status["firstDay"] as? String == "2024-03-04")
    let missing = try Program.run(["certificates", "import", "/finns/inte"])
    #expect(missing.status == 2)
  }

  @Test func `a certificate that comes again in other bytes is told with where it was before`()
    throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var later = text(1)
    later.sent = "2024-03-09T08:00:00"
    var other = text(1)
    other.answers.removeAll { $0.question == "32" }
    other.answers.append(.reduction(.full, "2024-03-04", "2024-03-10"))
    var broken = text(1)
    broken.answers.removeAll { $0.question == "32" }
    let files = try [text(1), text(2), later, other, broken].enumerated().map { place, text in
      let file = scratch.file("\(place).xml")
      try text.xml.write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }
    let address = try database(scratch)
    func take(_ files: [String], _ report: String) throws -> [String: Any] {
      try Program.run(
        ["certificates", "import"] + files + [
          "--json", "--no-edition", "--report", scratch.file(report), "--database", address,
          "--key-file", scratch.file("key"),
        ]
      ).json()
    }
    let first = try take(Array(files[0...2]), "a.csv")
    #expect(first["sentAgain"] as? Int == 1 && first["otherContent"] as? Int == 0)
    let second = try take(Array(files[3...4]), "b.jsonl")
    #expect(second["sentAgain"] as? Int == 0 && second["otherContent"] as? Int == 1)
    let lines = try String(contentsOfFile: scratch.file("a.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines[0].hasSuffix(",remarks,earlier"))
    #expect(lines[1].hasSuffix(",") && lines[2].hasSuffix(","))
    #expect(lines[3].hasSuffix("\"same content: import 1, document 1\""))
    let rows = try String(contentsOfFile: scratch.file("b.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    #expect(rows[0].contains(#""earlier":{"batch":1,"content":"other","document":1}"#))
    #expect(!rows[1].contains("earlier") && rows[1].contains("rejected"))
    // Known already, it is not told again.
    let third = try take(files, "c.csv")
    #expect(third["known"] as? Int == 5 && third["otherContent"] as? Int == 0)
  }

  /// The folder of a new edition.
  private func edition(_ address: String, _ scratch: Scratch) throws -> String {
    let made = try Program.run([
      "follow-up", "build", "--json", "--database", address, "--key-file", scratch.file("key"),
    ])
    return try #require(try made.json()["folder"] as? String, "\(made.errors)")
  }

  /// The columns of an edition, by the name of their file.
  private func columns(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".columns") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
      })
  }

  /// A run that is killed after some time, unless it has ended. True where it was killed.
  private func killed(_ arguments: [String], after milliseconds: Int) throws -> Bool {
    let process = try ChildProcess([Program.path] + arguments)
    usleep(UInt32(milliseconds) * 1000)
    process.kill()
    return process.wait() == .signal(SIGKILL)
  }

  @Test func `killed again and again, the import ends with what an undisturbed one gives`()
    async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.file("in")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<2500 {
      try text(number).xml.write(
        toFile: "\(folder)/\(number).xml", atomically: false, encoding: .utf8)
    }
    let calm = try database(scratch, "calm")
    let stormy = try database(scratch, "stormy")
    func arguments(_ address: String) -> [String] {
      [
        "certificates", "import", folder, "--json", "--no-edition", "--database", address,
        "--key-file", scratch.file("key"),
      ]
    }
    #expect(try Program.run(arguments(calm)).status == 0)
    var kills = 0
    var wait = 150
    while try killed(arguments(stormy), after: wait) {
      kills += 1
      wait += 60
    }
    let last = try Program.run(arguments(stormy)).json()
    #expect(kills > 1)
    #expect((last["known"] as? Int ?? 0) + (last["accepted"] as? Int ?? 0) == 2500)
    let (a, b) = (try await facts(calm, scratch), try await facts(stormy, scratch))
    #expect(a.count > 500 && a == b)
    let columns = try [calm, stormy].map { address in
      try self.columns(try edition(address, scratch))
    }
    #expect(columns[0].count == 6 && columns[0] == columns[1])
    #expect(a.reduce(0) { $0 + $1.certificates.count } == 2500)
    print("the import was killed \(kills) times")
  }

  @Test func `an endless document in a stream is refused in little memory, and the next is taken`()
    throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let address = try database(scratch)
    try text(1).xml.write(toFile: scratch.file("a.xml"), atomically: true, encoding: .utf8)
    let entity =
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>"
    let bomb = "<?xml version=\"1.0\"?>" + entity
    try bomb.write(toFile: scratch.file("bomb.xml"), atomically: true, encoding: .utf8)
    let process = try ChildProcess([
      "sh", "-c",
      """
      { yes '<a b="c">' | head -c 40000000; cat "$1/a.xml" "$1/bomb.xml"
        printf '\\0\\377\\376<'; } |
      "$0" certificates import - --database "$2" --key-file "$1/key" --report "$1/r.csv" \
      > "$1/out" 2>&1
      """, Program.path, scratch.path, address,
    ])
    process.wait()
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    // Kilobytes, the largest of all children of these tests so far.
    #expect(usage.ru_maxrss < 700_000)
    let report = try String(contentsOfFile: scratch.file("r.csv"), encoding: .utf8)
    let verdicts = report.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(verdicts.map { String($0[1]) } == ["rejected", "accepted", "rejected", "rejected"])
    #expect(report.contains("too-large") && report.contains("document-type"))
    #expect(report.contains("encoding"))
  }
}
