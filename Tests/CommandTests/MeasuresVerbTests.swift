// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `samsyn measures`, `follow-up`, `certificates status` and `verify`, on a made-up country that
/// came as files.
@Suite struct MeasuresVerbTests {
  private func place(_ scratch: Scratch) -> [String] {
    ["--database", "sqlite:" + scratch.file("x.sqlite"), "--key-file", scratch.file("key")]
  }

  /// A country with everything that is supplied, and its edition.
  private func fill(_ scratch: Scratch) throws {
    func run(_ arguments: [String]) throws {
      let outcome = try Program.run(arguments)
      try #require([0, 1].contains(outcome.status), "\(arguments): \(outcome.errors)")
    }
    let files = scratch.file("ut")
    try run(["migrate", "--create-key"] + place(scratch))
    try run([
      "synthetic", "certificates", "--years", "1", "--per-year", "500", "--seed", "9", "--to",
      "2026-05-31", "--out", files, "--zip",
    ])
    for day in ["2025-05-31", "2026-05-31"] {
      for name in ["hsaunits-\(day).xml", "attributes-\(day).csv"] {
        try run(
          ["directory", "import", "\(files)/hsa/\(name)", "--as-of", day] + place(scratch))
      }
    }
    for kind in ["indicators", "decisions", "background"] {
      try run([kind, "import", "\(files)/\(kind).csv"] + place(scratch))
    }
    try run(
      [
        "certificates", "import", "\(files)/documents-2025.zip", "\(files)/documents-2026.zip",
        "--report", scratch.file("r.csv"),
      ] + place(scratch))
  }

  private func compute(
    _ rest: [String], _ scratch: Scratch, environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(
      ["measures", "compute"] + rest + place(scratch), environment: environment)
  }

  @Test func `figures come as lines, as a table and as JSON, the same in each`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try fill(scratch)
    try checkForms(scratch)
    try checkRefusals(scratch)
    try checkEdition(scratch)
    try checkDamage(scratch)
  }

  private func checkForms(_ scratch: Scratch) throws {
    let asked = ["decision-known-share", "--purpose", "quality", "--by", "background"]
    let lines = try compute(asked, scratch)
    #expect(lines.status == 0, "\(lines.errors)")
    #expect(lines.output.contains("Share with a known decision"))
    #expect(lines.output.contains("andel-födda-utomlands-påhittad:1"))
    let json = try compute(asked + ["--format", "json"], scratch).json()
    let total = try #require(json["total"] as? [String: Any])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 5)
    let counts = rows.compactMap { $0["denominator"] as? Int }
    #expect(counts.count < 5 || counts.reduce(0, +) == total["denominator"] as? Int)
    let whole = "\(total["numerator"] as? Int ?? -1)/\(total["denominator"] as? Int ?? -1)"
    #expect(lines.output.contains(whole))
    let crossed = try compute(
      ["certificates", "--purpose", "quality", "--by", "tie,sex", "--adjusted"], scratch)
    #expect(crossed.output.contains("Nearest care unit above (fallback)  kvinna woman"))
    #expect(crossed.output.contains("There is no adjusted value of this."))
    #expect(crossed.output.contains("2024-06-01 to 2026-05-31"))
    let table = try compute(asked + ["--format", "csv"], scratch)
    #expect(table.output.contains("outcomes are known, through"))
    #expect(table.output.contains("\(total["denominator"] as? Int ?? -1)"))
    let other = try compute(
      [
        "certificates", "--purpose", "quality", "--by", "background", "--where",
        "background=andel-med-lång-utbildning-påhittad", "--format", "json",
      ], scratch
    ).json()
    let codes = (other["rows"] as? [[String: Any]])?.compactMap { ($0["codes"] as? [String])?[0] }
    #expect(codes?.allSatisfy { $0.hasPrefix("andel-med-lång-utbildning-påhittad:") } == true)
    let list = try Program.run(["measures", "list", "--json"]).json()
    let ids = (list["measures"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(ids.contains("refused-share") && ids.contains("control-partly-share"))
    #expect(try Program.run(["measures", "list"]).output.contains("refused-share"))
    let explained = try Program.run(["measures", "explain", "refused-share"])
    #expect(explained.output.contains("last refused") && explained.output.contains("background"))
    #expect(
      try Program.run(["measures", "explain", "refused-share", "--json"]).json()["isContent"]
        as? Bool == true)
  }

  private func checkRefusals(_ scratch: Scratch) throws {
    func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let outcome = try compute(arguments, scratch)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
    let purpose = ["--purpose", "quality"]
    try refused(["nothing"] + purpose, 1, "[measure]")
    try refused(["certificates"], 2, "--purpose")
    try refused(["certificates", "--purpose", "nyfikenhet"], 2, "--purpose")
    try refused(["certificates", "--by", "colour"] + purpose, 2, "--by takes")
    try refused(["certificates", "--by", "sex,age,unit"] + purpose, 1, "[by]")
    try refused(["cases", "--by", "outcome"] + purpose, 1, "[by]")
    try refused(["certificates", "--where", "sex"] + purpose, 2, "--where takes")
    try refused(["cases", "--where", "question=17"] + purpose, 1, "[question]")
    try refused(["cases", "--cases", "ofta"] + purpose, 2, "--cases takes")
    try refused(["certificates", "--from", "2026-02-30"] + purpose, 2, "--from")
    try refused(
      ["certificates", "--from", "2026-05-01", "--to", "2026-01-01"] + purpose, 1, "[from]")
    try refused(["certificates", "--as", "fk"] + purpose, 1, "[measure]")
    let few = try compute(
      ["certificates"] + purpose, scratch, environment: ["SAMSYN_FEWEST_SHOWN": "3"])
    #expect(few.status == 2 && few.errors.contains("STAT_FEWEST_SHOWN"))
    let word = try compute(
      ["certificates"] + purpose, scratch, environment: ["SAMSYN_FEWEST_SHOWN": "några"])
    #expect(word.status == 2 && word.errors.contains("STAT_FEWEST_SHOWN"))
    let strict = try compute(
      ["refused-share", "--format", "json"] + purpose, scratch,
      environment: ["SAMSYN_FEWEST_SHOWN": "100000"])
    #expect((try strict.json()["total"] as? [String: Any])?["hidden"] as? String == "few")
    #expect(try Program.run(["measures", "explain", "nothing"]).status == 1)
  }

  private func checkEdition(_ scratch: Scratch) throws {
    let status = try Program.run(["certificates", "status", "--json"] + place(scratch)).json()
    #expect(status["documents"] as? Int ?? 0 > 500 && status["openImports"] as? Int == 0)
    let words = try Program.run(["certificates", "status"] + place(scratch)).output
    #expect(words.contains("certificates signed 2025-0") && words.contains("LISJP"))
    let list = try Program.run(["follow-up", "list"] + place(scratch)).output
    #expect(list.contains("tied: self ") && list.contains("decisions and controls: "))
    #expect(list.contains("background variables: Andel födda utomlands (påhittad), "))
    let editions = try Program.run(["follow-up", "list", "--json"] + place(scratch)).json()
    let made = ((editions["editions"] as? [[String: Any]])?.first?["made"]) as? [String: Any]
    let ties = try #require(made?["ties"] as? [String: Int])
    #expect(Set(ties.keys) == ["self", "member", "ancestor", "archived", "unknown"])
    #expect(ties.values.reduce(0, +) > 400)
    let same = try Program.run(["follow-up", "build"] + place(scratch))
    #expect(same.status == 0 && same.output.contains("nothing has changed"))
  }

  /// A byte of the newest edition becomes another: nothing is answered from it.
  private func checkDamage(_ scratch: Scratch) throws {
    let verified = try Program.run(["verify", "--json"] + place(scratch)).json()
    #expect(verified["sound"] as? Bool == true && verified["editions"] as? Int == 1)
    let folder = scratch.file("x.sqlite.follow-up")
    let edition = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = URL(filePath: "\(folder)/\(edition)/persons.columns")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 3] ^= 1
    try bytes.write(to: file)
    let damaged = try Program.run(["verify"] + place(scratch))
    #expect(damaged.status == 1)
    #expect(damaged.output.contains("edition 1 persons.columns: damagedColumn"))
    let answer = try compute(["certificates", "--purpose", "quality"], scratch)
    #expect(answer.status == 3 && answer.output.isEmpty)
    #expect(try Program.run(["follow-up", "build"] + place(scratch)).status == 0)
    #expect(try compute(["certificates", "--purpose", "quality"], scratch).status == 0)
  }
}
