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
      "background.csv": "unit,variable,value,source,collected",
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

  @Test func `Archives of the years hold the same, and everything is taken as it is`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    #expect(try make(scratch.file("filer")).status == 0)
    let zipped = try make(scratch.file("zip"), ["--zip", "--json"])
    #expect(zipped.status == 0, "\(zipped.errors)")
    #expect(try make(scratch.file("igen"), ["--zip"]).status == 0)
    let archives = try files(scratch.file("zip"))
    #expect(try files(scratch.file("igen")) == archives)
    let names = archives.keys.filter { $0.hasSuffix(".zip") }.sorted()
    #expect(names == ["documents-2024.zip", "documents-2025.zip", "documents-2026.zip"])
    let place = [
      "--database", "sqlite:" + scratch.file("x.sqlite"), "--key-file", scratch.file("key"),
    ]
    #expect(try Program.run(["migrate", "--create-key"] + place).status == 0)
    func count(_ paths: [String]) throws -> [String: Any] {
      try Program.run(["certificates", "import"] + paths + ["--no-edition", "--json"] + place)
        .json()
    }
    let taken = try count(names.map { scratch.file("zip/" + $0) })
    let summary = try zipped.json()
    let counts = ["certificates", "messages"].compactMap { summary[$0] as? Int }
    let documents = counts.reduce(0, +)
    #expect(taken["documents"] as? Int == documents && taken["passedOver"] as? Int == 3)
    let verdicts = summary["verdicts"] as? [String: Int]
    #expect(taken["accepted"] as? Int == verdicts?["accepted"])
    // The files have the same bytes as the entries.
    let again = try count([scratch.file("filer/certificates"), scratch.file("filer/messages")])
    #expect(again["known"] as? Int == documents)
    for kind in ["indicators", "decisions", "background"] {
      let done = try Program.run(
        [kind, "import", scratch.file("zip/\(kind).csv"), "--json"] + place)
      #expect(done.status == 0, "\(kind) \(done.output) \(done.errors)")
      #expect(try done.json()["new"] as? Int == summary[kind] as? Int)
    }
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
    ["--years", "0"], ["--years", "31"], ["--per-year", "0"], ["--to", "2026-02-30"],
    ["--seed", "-1"],
  ]) func `Numbers that make no sense are refused`(_ wrong: [String]) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let outcome = try make(scratch.file("ut"), wrong)
    #expect(outcome.status == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("ut")))
  }
}
