// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData
import Testing

@Suite struct `The rule files` {
  @Test func `they load, and every series that code asks for is there`() throws {
    let book = try RuleBookFile.load()
    for subject in Subject.all {
      #expect(!book.series(subject).isEmpty, "\(subject)")
    }
    let calendars = try CalendarFile.load()
    for id in calendars.policies.compactMap(\.ruleID) { #expect(book.row(id) != nil) }
  }

  @Test func `what is unknown has no value, and nothing unknown is called read`() throws {
    for rule in try RuleBookFile.load().rules {
      #expect(rule.value.isKnown == (rule.certainty != .unknown), "\(rule.id)")
    }
  }

  @Test(arguments: [
    ("target.reply", 2), ("target.summons-notice", 5), ("target.post", 3),
    ("target.reminder.delivery", 5), ("target.reminder.request", 2),
    ("target.reminder.inquiry", 1),
  ])
  func `service targets are labelled as not law`(_ subject: String, _ days: Int) throws {
    let rule = try #require(try RuleBookFile.load().series(subject).first)
    #expect(rule.value.integer == days)
    #expect(rule.basis == .serviceTarget)
    #expect(!rule.basis.isLaw)
    #expect(rule.source.hasPrefix("ej lag"))
    #expect(rule.basis.name.sv.contains("ej lag"))
  }

  @Test(arguments: [
    ("compensation.max.lakare", 20_000), ("compensation.max.psykolog", 7_000),
    ("compensation.max.fysioterapeut", 3_700), ("compensation.max.arbetsterapeut", 3_700),
    ("compensation.max.tolk-hour", 900), ("administration.max.other", 950_000),
    ("training.max.lakare", 15_200),
  ])
  func `11–13 §§: amounts are known from 2024 and unknown before`(
    _ subject: String, _ kronor: Int
  ) throws {
    let book = try RuleBookFile.load()
    let newYear = try #require(Day("2024-01-01"))
    #expect(book.inForce(subject, on: newYear)?.value.integer == kronor)
    #expect(book.inForce(subject, on: newYear.adding(days: -1))?.value == .unknown)
    let after = try #require(Day("2029-01-01"))
    #expect(book.inForce(subject, on: after) == nil)
  }

  @Test func `the format of an HSA-id in code is that of the rule rows`() throws {
    let book = try RuleBookFile.load()
    #expect(book.row("HSAID_MAX_LEN")?.value.integer == HSAID.maximumLength)
    let pattern = try #require(book.row("HSAID_REGEX")?.value.text)
    let regex = try Regex(pattern)
    for text in ["SE2021005521-FK01", "SE202100552-FK01", "SE2021005521-", "X", "SE2021005521-Å"] {
      let isRead = (try? HSAID(text)) != nil
      #expect(isRead == (text.wholeMatch(of: regex) != nil), "\(text)")
    }
  }
}

@Suite struct `A wrong rule file is refused with file, row and field` {
  private let row = """
    rules:
      - id: A_RULE
        meaning: {sv: "regel", en: "rule"}
        value: {integer: 25}
        unit: vardagar
        basis: regulation
        source: "8 §"
        valid: {from: "2023-06-15", to: "2028-12-31"}
        certainty: seen
        address: "här"

    """

  private func fault(_ text: String) -> String? {
    do {
      _ = try RuleBookFile.book([("x.yaml", text)])
      return nil
    } catch { return error.description }
  }

  @Test func `the row as it stands is right`() {
    #expect(fault(row) == nil)
  }

  @Test(arguments: [
    ("unit: vardagar", "unit: dygn", "x.yaml: A_RULE: unit: is not a unit"),
    ("    unit: vardagar\n", "", "x.yaml: A_RULE: unit: is missing for a number"),
    (", en: \"rule\"", "", "x.yaml: A_RULE: meaning.en: is missing"),
    ("en: \"rule\"", "en: \"\"", "x.yaml: A_RULE: meaning.en: is not a text"),
    ("basis: regulation", "basis: rumour", "x.yaml: A_RULE: basis: is not a basis"),
    ("integer: 25", "integer: tjugofem", "x.yaml: A_RULE: value.integer: is not a whole number"),
    ("integer: 25", "number: 25", "x.yaml: A_RULE: value.number: no such field"),
    ("2023-06-15", "2023-06-31", "x.yaml: A_RULE: valid.from: is not a day or unknown"),
    ("2028-12-31", "later", "x.yaml: A_RULE: valid.to: is not a day, open-ended or not-checked"),
    ("2028-12-31", "2022-12-31", "x.yaml: A_RULE: valid: ends before it begins"),
    ("{integer: 25}", "unknown", "x.yaml: A_RULE: certainty: is seen, but the value is unknown"),
    ("source:", "sauce:", "x.yaml: A_RULE: sauce: no such field"),
    (
      "id: A_RULE", "id: a-rule",
      "x.yaml: a-rule: id: is not capital letters, digits and underscores"
    ),
    (
      "regulation", "serviceTarget",
      "x.yaml: A_RULE: source: of a service target must begin with \"ej lag\""
    ),
  ])
  func `each fault is named`(_ old: String, _ new: String, _ expected: String) {
    let text = row.replacing(old, with: new)
    #expect(text != row)
    #expect(fault(text) == expected)
  }

  @Test func `rows of one subject that overlap are refused`() {
    let second = row.replacing("A_RULE", with: "B_RULE\n    subject: A_RULE")
      .replacing("rules:\n", with: "")
    #expect(fault(row + second) == "x.yaml: B_RULE: valid: overlaps A_RULE of the same subject")
  }

  @Test func `the same id in two files is refused`() {
    #expect(throws: RuleDataFault.self) {
      try RuleBookFile.book([("x.yaml", row), ("y.yaml", row)])
    }
  }

  @Test(arguments: ["", "rules: 3", "other: []", "rules: [", "- a"])
  func `a text that is no rule file is refused`(_ text: String) {
    #expect(fault(text)?.hasPrefix("x.yaml: ") == true)
  }
}

@Suite struct `A wrong calendar file is refused` {
  private let text = """
    years: {first: 1990, last: 2099}
    holidays:
      - id: juldagen
        name: {sv: "juldagen", en: "Christmas Day"}
        fixed: "12-25"
        source: "lag"
    policies:
      - name: one
        title: {sv: "en", en: "one"}
        free: [sunday]
        holidays: [juldagen]
        basis: "lag"
        certainty: seen
        note: {sv: "not", en: "note"}
    """

  @Test func `the file as it stands is right`() throws {
    #expect(try CalendarFile.book(text).standard.holidays.count == 1)
  }

  @Test(arguments: [
    ("fixed: \"12-25\"", "fixed: \"12-32\""), ("fixed: \"12-25\"", "easter: 1000"),
    ("fixed: \"12-25\"", "x: 1"), ("[juldagen]", "[annandagen]"), ("[sunday]", "[someday]"),
    ("last: 2099", "last: 1980"),
    (
      "[sunday]", "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]"
    ), ("certainty: seen", "certainty: sure"),
  ])
  func `each fault is found`(_ old: String, _ new: String) {
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    #expect(throws: RuleDataFault.self) { try CalendarFile.book(changed) }
  }
}
