// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct SickLeaveVerbTests {
  private static let list = """
    person,certificate,unit,first,last,degree
    p2,c,SE1-B,2026-03-01,2026-03-10,50
    p1,b,SE1-A,2026-02-12,2026-02-20,100
    p1,a,SE1-A,2026-02-01,2026-02-10,100
    """

  private func run(_ text: String, _ arguments: String...) throws -> Program.Outcome {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try text.write(toFile: scratch.file("list.csv"), atomically: true, encoding: .utf8)
    return try Program.run(["sick-leave", scratch.file("list.csv")] + arguments)
  }

  @Test func `cases are answered in the settled form`() throws {
    let outcome = try run(Self.list, "--gap", "5", "--on", "2026-02-16", "--json")
    #expect(outcome.status == 0)
    let answer = try outcome.json()
    #expect(answer["gap"] as? Int == 5)
    let cases = try #require(answer["cases"] as? [[String: Any]])
    #expect(cases.count == 2)
    #expect(cases[0]["person"] as? String == "p1")
    #expect(cases[0]["first"] as? String == "2026-02-01")
    #expect(cases[0]["last"] as? String == "2026-02-20")
    #expect(cases[0]["distinctDays"] as? Int == 19)
    #expect(cases[0]["certificates"] as? [String] == ["a", "b"])
    #expect(cases.map { $0["active"] as? Bool } == [true, false])
  }

  @Test func `a named definition says which rule it is`() throws {
    let answer = try run(Self.list, "--definition", "sfb", "--json").json()
    #expect(answer["gap"] as? Int == 89)
    #expect(answer["rule"] as? String == "SJUKPERIOD_MERGE_DAYS")
  }

  @Test func `a wrong row ends with 1, its line and column, and not its value`() throws {
    let outcome = try run(Self.list + "\nAnna,d,SE1-A,2026-13-01,2026-02-20,100", "--gap", "5")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("line 5, column first"))
    #expect(!outcome.errors.contains("Anna") && !outcome.errors.contains("2026-13-01"))
  }

  @Test func `an empty list has no cases`() throws {
    let heading = "person,certificate,unit,first,last,degree\n"
    #expect(try (run(heading, "--gap", "5", "--json").json()["cases"] as? [Any])?.isEmpty == true)
  }

  @Test func `without a definition, with two, or with a wrong one it is usage`() throws {
    #expect(try run(Self.list).status == 2)
    #expect(try run(Self.list, "--gap", "5", "--definition", "inera").status == 2)
    #expect(try run(Self.list, "--gap=-1").status == 2)
    #expect(try run(Self.list, "--gap", "x").status == 2)
    #expect(try Program.run(["sick-leave", "/nowhere.csv", "--gap", "5"]).status == 2)
  }
}
