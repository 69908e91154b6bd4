// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The verbs that need no database.
@Suite struct CalendarAndIdentityTests {
  @Test func `calendar days lists what does not count, with the reason`() throws {
    let outcome = try Program.run(["calendar", "days", "2026-06", "--json"])
    #expect(outcome.status == 0)
    let answer = try outcome.json()
    #expect(answer["policy"] is String)
    let days = try #require(answer["days"] as? [[String: Any]])
    let eve = days.first { $0["day"] as? String == "2026-06-19" }
    #expect(eve?["reason"] as? String == "midsommarafton")
    let text = try Program.run(["calendar", "days", "2026-06"])
    #expect(text.output.contains("2026-06-19  midsommarafton"))
  }

  @Test func `calendar add counts workdays and tells what it skipped`() throws {
    let answer = try Program.run(["calendar", "add", "2026-12-23", "2", "--json"]).json()
    #expect(answer["day"] as? String == "2026-12-29")
    let skipped = try #require(answer["skipped"] as? [[String: Any]])
    #expect(skipped.compactMap { $0["day"] as? String }.contains("2026-12-24"))
    #expect(skipped.allSatisfy { $0["reason"] is String })
  }

  @Test func `calendar between counts the days after the first through the last`() throws {
    let answer = try Program.run(["calendar", "between", "2026-03-02", "2026-04-08", "--json"])
      .json()
    #expect(answer["workdays"] as? Int == 25)
    let back = try Program.run(["calendar", "between", "2026-04-08", "2026-03-02"])
    #expect(back.output == "-25\n")
  }

  @Test func `id check tells kind, birth date and sex`() throws {
    let outcome = try Program.run(["id", "check", "19121212-1212", "--json"])
    #expect(outcome.status == 0)
    let answer = try outcome.json()
    #expect(answer["input"] as? String == "19121212-1212")
    #expect(answer["kind"] as? String == "personnummer")
    #expect(answer["valid"] as? Bool == true)
    #expect(answer["normalized"] as? String == "191212121212")
    #expect(answer["birthDate"] as? String == "1912-12-12")
    #expect(answer["sex"] as? String == "man")
  }

  @Test func `id check of a wrong number ends with 1 and the reason`() throws {
    let outcome = try Program.run(["id", "check", "19121212-1213", "--json"])
    #expect(outcome.status == 1)
    let answer = try outcome.json()
    #expect(answer["valid"] as? Bool == false)
    #expect((answer["reason"] as? String)?.isEmpty == false)
  }

  @Test func `rules are listed, explained and found right`() throws {
    let list = try Program.run(["rules", "list"])
    #expect(list.status == 0 && list.output.contains("DELIV_BASE_DAYS"))
    let explained = try Program.run([
      "rules", "explain", "delivery.base", "--on", "2026-03-01", "--json",
    ]).json()
    let rule = try #require(explained["inForce"] as? [String: Any])
    #expect(rule["id"] is String && rule["source"] is String)
    #expect(try Program.run(["rules", "check"]).status == 0)
  }
}
