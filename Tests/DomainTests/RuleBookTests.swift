// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Testing

@Suite struct `The rule book` {
  private func rule(
    _ id: String, _ subject: String? = nil, from: String?, to: RuleEnd, _ value: Int = 1
  ) -> Rule {
    Rule(
      id: id, subject: subject, meaning: Bilingual(sv: "regel", en: "rule"),
      value: .integer(value), unit: .days, basis: .law, source: "lag",
      validFrom: from.flatMap(Day.init), validTo: to, certainty: .seen, sourceAddress: "här")
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `the row in force is found by subject or by any row's id`() throws {
    let end = try day("2023-06-14")
    let book = try RuleBook([
      rule("NEW", "time", from: "2023-06-15", to: .openEnded, 25),
      rule("OLD", "time", from: "2019-01-01", to: .day(end), 35),
    ])
    for name in ["time", "NEW", "OLD"] {
      #expect(book.inForce(name, on: end)?.id == "OLD")
      #expect(book.inForce(name, on: end.adding(days: 1))?.id == "NEW")
      #expect(book.inForce(name, on: try day("2018-12-31")) == nil)
      #expect(book.series(name).map(\.id) == ["OLD", "NEW"])
    }
    #expect(book.inForce("other", on: end) == nil)
    #expect(book.row("NEW")?.value.integer == 25)
    #expect(book.row("time") == nil)
  }

  @Test func `rows of one subject may not overlap`() throws {
    let shared = try day("2023-06-15")
    #expect(throws: RuleBookFault.overlap("OLD", "NEW")) {
      try RuleBook([
        rule("NEW", "time", from: "2023-06-15", to: .openEnded),
        rule("OLD", "time", from: "2019-01-01", to: .day(shared)),
      ])
    }
    #expect(throws: RuleBookFault.self) {
      try RuleBook([
        rule("A", "time", from: nil, to: .notChecked), rule("B", "time", from: nil, to: .openEnded),
      ])
    }
  }

  @Test func `ids come once, rows end after they begin, a subject is no other row's id`() throws {
    #expect(throws: RuleBookFault.duplicate("A")) {
      try RuleBook([
        rule("A", from: nil, to: .openEnded), rule("A", "b", from: nil, to: .openEnded),
      ])
    }
    let end = try day("2018-01-01")
    #expect(throws: RuleBookFault.endsBeforeItBegins("A")) {
      try RuleBook([rule("A", from: "2019-01-01", to: .day(end))])
    }
    #expect(throws: RuleBookFault.subjectNamesAnotherRow("B")) {
      try RuleBook([
        rule("A", "time", from: nil, to: .openEnded), rule("B", "A", from: nil, to: .openEnded),
      ])
    }
  }

  @Test func `every form of value survives JSON`() throws {
    let values: [RuleValue] = [
      .integer(25), .text("läkare"), .list(["a", "b"]), .boolean(false),
      .monthDay(try #require(MonthDay("10-15"))), .date(try day("2028-12-31")), .unknown,
    ]
    let json = try JSONEncoder().encode(values)
    #expect(try JSONDecoder().decode([RuleValue].self, from: json) == values)
  }

  @Test func `a rule book survives JSON, and one with an overlap is refused`() throws {
    let book = try RuleBook([rule("A", "time", from: "2019-01-01", to: .notChecked)])
    let json = try JSONEncoder().encode(book)
    #expect(try JSONDecoder().decode(RuleBook.self, from: json) == book)
    let row = String(decoding: try JSONEncoder().encode(book.rules[0]), as: UTF8.self)
    let twice = Data("{\"rules\":[\(row),\(row)]}".utf8)
    #expect(throws: (any Error).self) { try JSONDecoder().decode(RuleBook.self, from: twice) }
  }

  @Test func `the weakest rule gives a trace its certainty`() {
    let seen = rule("A", from: nil, to: .openEnded)
    let text = Bilingual(sv: "ja", en: "yes")
    #expect(RuleTrace(subject: "a", rules: [seen], outcome: text).certainty == .seen)
    #expect(RuleTrace(subject: "a", rules: [], outcome: text).certainty == .unknown)
  }
}
