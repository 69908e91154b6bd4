// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synthetic
import Testing

/// `samsyn certificates check`.
@Suite struct CertificateVerbTests {
  private func lines(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any])
    }
  }

  private func write(_ text: CertificateText, _ path: String) throws {
    try text.xml.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `A certificate is told whole as JSON`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var text = CertificateText.plain
    text.relations = [("FRLANG", "annat")]
    try write(text, scratch.file("a.xml"))
    let outcome = try Program.run(["certificates", "check", scratch.file("a.xml"), "--json"])
    #expect(outcome.status == 0)
    let answer = try outcome.json()
    #expect(answer["file"] as? String == scratch.file("a.xml"))
    #expect(answer["type"] as? String == "LISJP")
    #expect(answer["verdict"] as? String == "accepted")
    #expect((answer["rules"] as? [Any])?.isEmpty == true)
    #expect((answer["notes"] as? [Any])?.isEmpty == true)
    let certificate = try #require(answer["certificate"] as? [String: Any])
    #expect(certificate["signed"] as? String == "2024-03-04T09:30:00")
    #expect(certificate["person"] as? String == "191212121212")
    #expect(certificate["unit"] as? String == "SE2321000016-0002")
    #expect(certificate["provider"] as? String == "SE2321000016-0003")
    #expect(certificate["staff"] as? String == "SE2321000016-0001")
    #expect(certificate["diagnoses"] as? [String] == ["M545"])
    #expect(certificate["distinctDays"] as? Int == 14)
    #expect(certificate["firstDay"] as? String == "2024-03-04")
    #expect(certificate["lastDay"] as? String == "2024-03-17")
    let period = try #require((certificate["periods"] as? [[String: Any]])?.first)
    #expect(period["degree"] as? Int == 100)
    #expect(period["last"] as? String == "2024-03-17")
    let answers = try #require(certificate["answers"] as? [String: Any])
    #expect(answers["29"] as? String == "Snickare")
    #expect((answers["35"] as? [String: Any])?["text"] as? String == "Nedsatt rörlighet i ryggen.")
    #expect(answers["33"] == nil)
  }

  @Test func `A folder gives a line per file, and a rejected one ends with 1`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.file("in")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/inre", withIntermediateDirectories: true)
    try write(.plain, "\(folder)/b.xml")
    var broken = CertificateText.plain
    broken.answers.removeAll { $0.question == "32" }
    try write(broken, "\(folder)/inre/a.XML")
    var hyphen = CertificateText.plain
    hyphen.person = "19121212-1212"
    try write(hyphen, "\(folder)/c.xml")
    try "inte xml".write(toFile: "\(folder)/d.txt", atomically: true, encoding: .utf8)
    let outcome = try Program.run(["certificates", "check", folder, "--json"])
    #expect(outcome.status == 1)
    let answers = try lines(outcome)
    #expect(
      answers.compactMap { $0["verdict"] as? String }
        == ["accepted", "accepted-with-notes", "rejected"])
    let rule = try #require((answers.last?["rules"] as? [[String: Any]])?.first)
    #expect(rule["rule"] as? String == "L2")
    #expect(rule["at"] as? String == "svar 32")
    let text = try Program.run(["certificates", "check", folder])
    #expect(text.status == 1)
    #expect(text.output.contains("L2 svar 32"))
    #expect(text.output.contains("3 files, 1 rejected"))
    #expect(!text.output.contains("19121212"), "the table holds nothing of the person")
  }

  @Test func `What is no certificate and what is too large are rejected with a reason`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("stor.xml")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    // A hole: the file says that it has 4 GB.
    try handle.truncate(atOffset: 4 << 30)
    try handle.close()
    try "inte xml".write(toFile: scratch.file("text"), atomically: true, encoding: .utf8)
    let outcome = try Program.run([
      "certificates", "check", path, scratch.file("text"), "--json",
    ])
    #expect(outcome.status == 1)
    let reasons = try lines(outcome).map { ($0["refusal"] as? [String: Any])?["detail"] as? String }
    #expect(reasons == ["too-large", "malformed"])
    #expect(try Program.run(["certificates", "check", scratch.file("saknas")]).status == 2)
    #expect(try Program.run(["certificates", "check"]).status == 2)
  }
}
