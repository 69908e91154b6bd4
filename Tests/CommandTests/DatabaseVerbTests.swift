// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Service
import Testing

/// The verbs on a database, as scripts use them.
@Suite struct DatabaseVerbTests {
  /// A demonstration of its own, for tests that write.
  private static func withDemonstration(
    _ cases: Int = 12, _ body: (String, Scratch) throws -> Void
  ) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let database = "sqlite:" + scratch.file("d.sqlite")
    let made = try Program.run(["demo", "--database", database, "--cases", "\(cases)", "--json"])
    #expect(made.status == 0, "\(made.errors)")
    try body(database, scratch)
  }

  @Test func `demo makes a country once and refuses a database that is in use`() throws {
    try Self.withDemonstration { database, _ in
      let again = try Program.run(["demo", "--database", database, "--json"])
      #expect(again.status == 1 && again.output.isEmpty)
      let list = try Program.run([
        "case", "list", "--state", "all", "--database", database, "--json",
      ]).json()
      #expect(list["total"] as? Int == 12)
    }
  }

  @Test func `demo answers with the people that can be signed in`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let answer = try Program.run([
      "demo", "--database", "sqlite:" + scratch.file("d.sqlite"), "--cases", "0", "--json",
    ]).json()
    #expect(answer["cases"] as? Int == 0)
    let people = try #require(answer["people"] as? [[String: Any]])
    #expect(people.contains { $0["id"] as? String == "fk-ebba" })
    #expect(people.allSatisfy { $0["name"] is String && $0["organisation"] is String })
  }

  @Test func `migrate is done once`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let database = "sqlite:" + scratch.file("d.sqlite")
    let arguments = ["migrate", "--create-key", "--database", database, "--json"]
    let first = try Program.run(arguments).json()
    let count = try #require(first["migrations"] as? Int)
    #expect(first["applied"] as? Int == count && count > 0)
    #expect(try Program.run(arguments).json()["applied"] as? Int == 0)
  }

  @Test func `verify and rebuild agree that all is well`() throws {
    try Self.withDemonstration { database, _ in
      let verified = try Program.run(["verify", "--database", database, "--json"])
      #expect(verified.status == 0)
      let answer = try verified.json()
      #expect(answer["sound"] as? Bool == true)
      #expect((answer["faults"] as? [Any])?.isEmpty == true)
      #expect((answer["events"] as? Int ?? 0) > 12 && (answer["anchors"] as? Int ?? 0) >= 1)
      let rebuilt = try Program.run(["rebuild", "--database", database, "--json"]).json()
      #expect(rebuilt["cases"] as? Int == 12)
      #expect(rebuilt["unchanged"] as? Bool == true)
      #expect((rebuilt["digest"] as? String)?.count == 64)
    }
  }

  @Test func `receive takes files in order and tells the outcome of each`() throws {
    try Self.withDemonstration(0) { database, scratch in
      let request = try Messages.request().write(logicalAddress: "SE0000000000-SAMSYN")
      try Data(request).write(to: URL(fileURLWithPath: scratch.file("1.xml")))
      try Data("<hej".utf8).write(to: URL(fileURLWithPath: scratch.file("2.xml")))
      let files = ["1.xml", "1.xml", "2.xml"].map(scratch.file)
      let outcome = try Program.run(["receive"] + files + ["--database", database, "--json"])
      #expect(outcome.status == 1, "\(outcome.errors)")
      let results = try #require(try outcome.json()["results"] as? [[String: Any]])
      #expect(results.map { $0["resultCode"] as? String } == ["OK", "INFO", "ERROR"])
      #expect(results.map { $0["file"] as? String } == files)
      #expect(results[0]["message"] as? String == "RequestPerformerForAssessment")
      #expect((results[0]["assessmentId"] as? String)?.hasPrefix("AFU-") == true)
      #expect(results[1]["repeated"] as? Bool == true)
      #expect(results[1]["assessmentId"] as? String == results[0]["assessmentId"] as? String)
      #expect(results[2]["code"] as? String == "xml-malformed")
      let missing = try Program.run(["receive", scratch.file("no"), "--database", database])
      #expect(missing.status == 2)
      let sender = try Program.run([
        "receive", files[0], "--from", "någon", "--database", database,
      ])
      #expect(sender.status == 2)
      let wrong = try Program.run([
        "receive", files[0], "--from", "SE0000000000-R03", "--database", database, "--json",
      ])
      #expect(wrong.status == 1)
      let result = try #require((try wrong.json()["results"] as? [[String: Any]])?.first)
      #expect(result["code"] as? String == "wrong-party")
    }
  }

  @Test func `case list has fixed fields and pages that follow each other`() throws {
    let database = try SharedDemonstration.database.get()
    let list = ["case", "list", "--state", "all", "--sort", "number", "--limit", "25"]
    var ids: [String] = []
    var cursor: String?
    for _ in 0..<4 {
      let more = cursor.map { ["--cursor", $0] } ?? []
      let answer = try Program.run(list + more + ["--database", database, "--json"]).json()
      #expect(answer["total"] as? Int == SharedDemonstration.cases)
      let rows = try #require(answer["items"] as? [[String: Any]])
      #expect(rows.allSatisfy { $0["status"] is [String: Any] && $0["openedDay"] is String })
      ids += rows.compactMap { $0["number"] as? String }
      cursor = answer["next"] as? String
      if cursor == nil { break }
    }
    #expect(ids.count == SharedDemonstration.cases && Set(ids).count == ids.count)
    let bad = try Program.run(list + ["--cursor", "x", "--database", database])
    #expect(bad.status == 1)
  }

  @Test func `case show gives each party its own view and strangers nothing`() throws {
    let database = try SharedDemonstration.database.get()
    let list = try Program.run([
      "case", "list", "--state", "all", "--database", database, "--json",
    ]).json()
    let rows = try #require(list["items"] as? [[String: Any]])
    let id = try #require(rows.first?["number"] as? String)
    let shown = try Program.run([
      "case", "show", id, "--as", "fk", "--database", database, "--json",
    ])
    #expect(shown.status == 0)
    #expect(try shown.json()["number"] as? String == id)
    for stranger in ["performer:SE0000000000-NONE", "region:SE0000000000-NONE"] {
      let outcome = try Program.run([
        "case", "show", id, "--as", stranger, "--database", database,
      ])
      #expect(outcome.status == 1 && outcome.errors.contains("not-found"))
    }
    // The insured of a case are one: whom it is about.
    let booked = try Program.run([
      "case", "list", "--status", "visitBooked", "--database", database, "--json",
    ]).json()
    let about = try #require(
      (booked["items"] as? [[String: Any]])?.first?["number"] as? String)
    let hers = try Program.run([
      "case", "show", about, "--as", "insured", "--database", database, "--json",
    ])
    #expect(try hers.json()["party"] as? String == "insured", "\(hers.errors)")
    let missing = try Program.run([
      "case", "show", "AFU-2001-0001", "--as", "fk", "--database", database,
    ])
    #expect(missing.status == 1 && missing.errors.contains("not-found"))
    let before = try Program.run([
      "case", "show", id, "--as", "fk", "--as-of", "2001-01-01", "--database", database,
    ])
    #expect(before.status == 1)
  }

  @Test func `draw verify replays what a region has drawn`() throws {
    let database = try SharedDemonstration.database.get()
    let list = try Program.run([
      "case", "list", "--state", "all", "--limit", "200", "--database", database, "--json",
    ]).json()
    let ids = try #require(list["items"] as? [[String: Any]]).compactMap { $0["number"] as? String }
    var drawn = 0
    for id in ids where drawn < 2 {
      let outcome = try Program.run(["draw", "verify", id, "--database", database, "--json"])
      // Most cases were not drawn, which is a no and nothing else.
      guard outcome.status == 0 else {
        #expect(outcome.status == 1 && outcome.errors.contains("No draw"))
        continue
      }
      drawn += 1
      let answer = try outcome.json()
      #expect(answer["sound"] as? Bool == true)
      let replay = try #require(answer["replay"] as? [String: Any])
      #expect(replay["drawn"] as? String == replay["allocated"] as? String)
      #expect((replay["seed"] as? String)?.count == 64)
    }
    #expect(drawn > 0)
  }

  @Test func `simulate writes nothing among other cases`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("demo.sqlite")
    let made = try Program.run(["demo", "--database", "sqlite:\(path)", "--cases", "3"])
    #expect(made.status == 0, "\(made.errors)")
    func events() throws -> Int? {
      try Program.run(["verify", "--database", "sqlite:\(path)", "--json"]).json()["events"]
        as? Int
    }
    let before = try events()
    let outcome = try Program.run(["simulate", "--database", "sqlite:\(path)", "--months", "1"])
    #expect(outcome.status == 1)
    #expect(try before != nil && events() == before)
  }

  @Test func `simulate repeats a seed, and answers with what it did`() throws {
    let outcome = try Program.run(["simulate", "--seed", "11", "--months", "1", "--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try outcome.json()
    #expect(answer["seed"] as? Int == 11)
    #expect((answer["events"] as? Int ?? 0) > 50 && (answer["checks"] as? Int ?? 0) > 50)
  }
}
