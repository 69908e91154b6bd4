// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn capacity` on a demonstration.
@Suite struct CapacityVerbTests {
  private static let performer = "performer:SE0000000000-R05U1"

  @Test func `the same question has the same answer, and names no case and no person`() throws {
    let database = try SharedDemonstration.database.get()
    let list = try Program.run([
      "case", "list", "--limit", "200", "--database", database, "--json",
    ]).json()
    let rows = try #require(list["items"] as? [[String: Any]])
    // One whose case has a last day.
    let row = try #require(
      rows.first { $0["performer"] != nil && $0["dueBasis"] as? String == "law" })
    let performer = try #require(row["performer"] as? String)
    let words = [
      "capacity", "simulate", "--as", "performer:\(performer)", "--weeks", "52",
      "--times-per-week", "3", "--change-percent", "-50", "--runs", "50", "--database", database,
    ]
    let first = try Program.run(words + ["--json"])
    #expect(first.status == 0, "\(first.errors)")
    let answer = try first.json()
    let now = try #require(answer["now"] as? [String: Any])
    let changed = try #require(answer["changed"] as? [String: Any])
    #expect(now["changePercent"] as? Int == 0 && changed["changePercent"] as? Int == -50)
    let share = try #require(now["perMille"] as? Int)
    let less = try #require(changed["perMille"] as? Int)
    #expect((0...1000).contains(share) && less <= share)
    #expect(answer["isPublished"] as? Bool == false)
    #expect(!first.output.contains("AFU-"))
    #expect(try Program.run(words + ["--json"]).output == first.output)
    let plain = try Program.run(words)
    #expect(plain.status == 0 && plain.output.contains("in time"))
  }

  @Test func `nobody but a performer is answered, and words out of measure are refused`() throws {
    let database = try SharedDemonstration.database.get()
    let base = ["capacity", "simulate", "--database", database, "--as"]
    let party = try Program.run(base + ["fk"])
    #expect(party.status == 1 && party.errors.contains("wrong-party"), "\(party.errors)")
    let wide = try Program.run(base + [Self.performer, "--weeks", "5000"])
    #expect(wide.status == 1 && wide.errors.contains("out-of-range"), "\(wide.errors)")
    #expect(try Program.run(base + ["nobody"]).status == 2)
  }
}
