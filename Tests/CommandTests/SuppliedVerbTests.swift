// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn codelists`, `indicators`, `decisions` and `background`: what is taken, and every row
/// that is not, by line, column and reason.
@Suite struct SuppliedVerbTests {
  private struct Place {
    let scratch: Scratch
    let options: [String]

    init() throws {
      scratch = try Scratch()
      options = [
        "--database", "sqlite:" + scratch.file("x.sqlite"), "--key-file", scratch.file("key"),
      ]
      let made = try Program.run(["migrate", "--create-key"] + options)
      try #require(made.status == 0, "\(made.errors)")
    }

    func run(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(arguments + options)
    }

    func write(_ text: String, _ name: String) throws -> String {
      try text.write(toFile: scratch.file(name), atomically: true, encoding: .utf8)
      return scratch.file(name)
    }
  }

  /// Line, field and code of each row that was told.
  private func faults(_ answer: [String: Any]) -> [String] {
    (answer["faults"] as? [[String: Any]] ?? []).map { fault in
      let line = fault["line"] as? Int ?? 0
      return "\(line) \(fault["field"] as? String ?? "-") \(fault["code"] as? String ?? "")"
    }
  }

  @Test func `lists of codes are taken by day, listed, and refused with why`() throws {
    let place = try Place()
    defer { place.scratch.remove() }
    let folder = place.scratch.file("listor")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try place.write("M54\t\tRyggvärk\n", "listor/kategorier.txt")
    let first = try place.run(
      ["codelists", "import", folder, "--as-of", "2026-01-01", "--json"])
    #expect(first.status == 0, "\(first.errors)")
    let files = try first.json()["files"] as? [[String: Any]]
    #expect(files?.first?["outcome"] as? String == "added")
    #expect(files?.first?["entries"] as? Int == 1)
    _ = try place.write("A00\t\tKolera\nA01\n", "listor/trasig.txt")
    let second = try place.run(["codelists", "import", folder, "--as-of", "2026-01-01"])
    #expect(second.status == 1)
    let lines = second.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("kategorier.txt") && $0.contains("known") })
    #expect(
      lines.contains { $0.hasPrefix("trasig.txt") && $0.contains("refused") && $0.contains("2") })
    let list = try place.run(["codelists", "list"])
    #expect(list.output.hasPrefix("2026-01-01  categories  1 entries  kategorier.txt"))
    let none = try place.run(
      ["codelists", "import", folder + "/x", "--as-of", "2026-01-01"])
    #expect(none.status == 2 && none.errors.contains("no folder"))
    #expect(
      try place.run(["codelists", "import", folder, "--as-of", "2026-02-30"]).status == 2)
  }

  @Test func `indicators are taken whole or not at all, and listed with what is unknown`() throws {
    let place = try Place()
    defer { place.scratch.remove() }
    let heading = "indicator,unit,from,to,numerator,denominator,value,source,collected\n"
    let file = try place.write(
      heading + """
        plan-DV077,se1-a,2026-01-01,2026-06-30,3,10,,Regionen,2026-07-10
        plan-DV077,se1-b,2026-01-01,2026-06-30,11,10,,Regionen,2026-07-10
        signals,,2026-01-01,2026-06-30,1,10,,Regionen,2026-07-10
        """, "i.csv")
    let refused = try place.run(["indicators", "import", file, "--json"])
    #expect(refused.status == 1)
    #expect(faults(try refused.json()) == ["3 numerator value", "4 indicator value"])
    let words = try place.run(["indicators", "import", file])
    #expect(words.output.contains("line 3") && words.output.contains("nothing stored: 2 of 3"))
    let taken = try place.run(["indicators", "import", file, "--skip-bad", "--json"])
    #expect(taken.status == 0)
    #expect(try taken.json()["new"] as? Int == 1)
    let list = try place.run(["indicators", "list"]).output.split(separator: "\n")
    #expect(list.contains { $0.contains("plan-DV077") && $0.hasSuffix("1 values") })
    #expect(list.contains { $0.contains("signals-to-fk") && $0.hasSuffix("unknown") })
    #expect(list.last?.contains("1 rows, 2 passed over") == true)
    let missing = try place.run(["indicators", "import", place.scratch.file("inte.csv")])
    #expect(missing.status == 2 && missing.errors.contains("cannot be read"))
    let other = try place.write("a,b\n1,2\n", "annan.csv")
    let wrong = try place.run(["indicators", "import", other])
    #expect(wrong.status == 1 && wrong.errors.contains("indicator"))
  }

  @Test func `decisions keep no id of a certificate, also not in what is told`() throws {
    let place = try Place()
    defer { place.scratch.remove() }
    let file = try place.write(
      """
      certificate,day,outcome,kind
      HEMLIGT-1,2026-02-01,refused,decision
      HEMLIGT-2,2026-02-31,granted,decision
      HEMLIGT-3,2026-02-01,maybe,control
      HEMLIGT-4,2026-02-01,partly,new
      hemligt-1,2026-02-01,granted,decision
      """, "d.csv")
    let done = try place.run(["decisions", "import", file, "--skip-bad", "--json"])
    #expect(done.status == 0)
    #expect(
      faults(try done.json()) == [
        "3 day day", "4 outcome value", "5 kind value", "6 certificate twice",
      ])
    #expect(!done.output.uppercased().contains("HEMLIGT") && done.errors.isEmpty)
    for suffix in ["", "-wal"] {
      let bytes =
        FileManager.default.contents(atPath: place.scratch.file("x.sqlite") + suffix) ?? Data()
      #expect(bytes.range(of: Data("HEMLIGT".utf8)) == nil)
      #expect(bytes.range(of: Data("hemligt".utf8)) == nil)
    }
  }

  @Test func `background variables replace older ones, and numbers that are none are told`() throws
  {
    let place = try Place()
    defer { place.scratch.remove() }
    let heading = "unit;variable;value;source;collected\n"
    let file = try place.write(
      heading + "se1-a;Utbildning;41,5;SCB;2026-01-01\nse1-b;Utbildning;många;SCB;2026-01-01\n"
        + "se1-c;;3;SCB;2026-01-01\n", "b.csv")
    let refused = try place.run(["background", "import", file, "--json"])
    #expect(refused.status == 1)
    #expect(
      faults(try refused.json()) == ["3 value number", "4 variable value-missing"])
    #expect(
      try place.run(["background", "import", file, "--skip-bad", "--json"]).json()["new"] as? Int
        == 1)
    let later = try place.write(heading + "SE1-A;Utbildning;42;SCB;2027-01-01\n", "c.csv")
    #expect(
      try place.run(["background", "import", later, "--json"]).json()["replacing"] as? Int == 1)
    #expect(
      try place.run(["background", "import", file, "--skip-bad", "--json"]).json()["known"] as? Int
        == 1)
  }
}
