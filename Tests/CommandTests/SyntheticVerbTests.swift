// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn synthetic certificates`.
@Suite struct SyntheticVerbTests {
  private func make(_ folder: String, _ rest: [String] = []) throws -> Program.Outcome {
    try Program.run(
      [
        "synthetic", "certificates", "--years", "2", "--per-year", "40", "--seed", "5",
        "--to", "2026-05-31", "--out", folder,
      ] + rest)
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names where !URL(filePath: "\(folder)/\(name)").hasDirectoryPath {
      found[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return found
  }

  @Test func `A folder is written with all that belongs together`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let outcome = try make(scratch.file("ut"), ["--json"])
    #expect(outcome.status == 0)
    let summary = try outcome.json()
    let written = try files(scratch.file("ut"))
    let names = written.keys
    let certificates = names.filter { $0.hasPrefix("certificates/") && $0.hasSuffix(".xml") }
    #expect(certificates.count >= 80)
    #expect(summary["certificates"] as? Int == certificates.count)
    #expect(certificates.allSatisfy { $0.split(separator: "/").count == 4 })
    #expect(summary["snapshots"] as? Int == 3)
    for day in ["2024-05-31", "2025-05-31", "2026-05-31"] {
      #expect(names.contains("hsa/hsaunits-\(day).xml"))
      #expect(names.contains("hsa/attributes-\(day).csv"))
    }
    let readme = String(decoding: written["README.txt"] ?? Data(), as: UTF8.self)
    #expect(readme.contains("PÅHITTAT") && readme.contains("INVENTED"))
    let tables = [
      "indicators.csv": "indicator,unit,from,to,numerator,denominator,value,source,collected",
      "decisions.csv": "certificate,day,outcome,kind",
    ]
    for (name, heading) in tables {
      let lines = String(decoding: written[name] ?? Data(), as: UTF8.self).split(separator: "\n")
      #expect(lines.first.map(String.init) == heading)
      #expect(lines.count - 1 == summary[name.replacing(".csv", with: "")] as? Int)
    }
  }

  @Test func `Twice the same gives the same files, and readers take them`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    #expect(try make(scratch.file("a")).status == 0)
    #expect(try make(scratch.file("b")).status == 0)
    #expect(try files(scratch.file("a")) == files(scratch.file("b")))
    let resolved = try Program.run(
      ["certificates", "check", scratch.file("a/certificates"), "--json"])
    let lines = resolved.output.split(separator: "\n")
    #expect(lines.count >= 80)
    #expect(lines.allSatisfy { $0.contains("\"type\":\"LISJP\"") })
  }

  @Test func `A folder with something in it is left alone`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try "kvar".write(toFile: scratch.file("x.txt"), atomically: true, encoding: .utf8)
    let outcome = try make(scratch.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is not empty"))
    #expect(try files(scratch.path).count == 1)
    #expect(try make(scratch.file("x.txt")).status == 2)
  }

  @Test(arguments: [
    ["--years", "0"], ["--per-year", "0"], ["--to", "2026-02-30"], ["--seed", "-1"],
  ]) func `Numbers that make no sense are refused`(_ wrong: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let outcome = try make(scratch.file("ut"), wrong)
    #expect(outcome.status == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("ut")))
  }
}
