// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import RuleData
import Testing

@Suite struct `Compared with the shared tables` {
  private static let rulesTable = "design/rules-table.csv"
  private static let identities = "data/identity-numbers.csv"

  @Test(
    .enabled(
      if: SharedFolder.has(rulesTable), "SKIPPED: no rules table; set SAMSYN_SHARED to compare"))
  func `every row of the rules table is in the rule book with its dates and certainty`() throws {
    let book = try RuleBookFile.load()
    let table = try SharedFolder.table(Self.rulesTable)
    #expect(table.count > 100)
    for row in table {
      let id = try #require(row["id"])
      let rule = try #require(book.row(id), "\(id) is missing")
      #expect((rule.validFrom?.description ?? "") == row["valid_from"], "\(id)")
      if case .day(let end) = rule.validTo {
        #expect(end.description == row["valid_to"], "\(id)")
      } else {
        #expect(row["valid_to"] == "", "\(id)")
      }
      #expect(rule.certainty.rawValue == row["certainty"]?.lowercased(), "\(id)")
      expectValue(of: rule, row["value"] ?? "")
    }
  }

  /// Values are equal as numbers, lists and dates; texts are in Swedish in the rule book.
  private func expectValue(of rule: Rule, _ expected: String) {
    switch rule.value {
    case .unknown: #expect(expected == "", "\(rule.id)")
    case .list(let parts):
      #expect(parts.count == expected.split(separator: ";").count, "\(rule.id)")
    case .text: #expect(!expected.isEmpty && Int(expected) == nil, "\(rule.id)")
    case .integer, .boolean, .monthDay, .date:
      #expect(rule.value.description == expected, "\(rule.id)")
    }
  }

  @Test(
    .enabled(
      if: SharedFolder.has(identities), "SKIPPED: no identity table; set SAMSYN_SHARED to compare"))
  func `every identity comes out as in the table`() throws {
    let day = try #require(Day("2026-06-12"))
    let table = try SharedFolder.table(Self.identities)
    #expect(table.count > 25)
    for row in table {
      let input = try #require(row["input"])
      let check = IdentityCheck.check(input, on: day)
      #expect(String(check.valid) == row["valid"], "\(input)")
      #expect((check.birthDate?.description ?? "") == row["birth_date"], "\(input)")
      #expect((check.sex?.rawValue ?? "") == row["sex"], "\(input)")
      let reading = try? PersonalNumberReading(input, on: day)
      #expect(String(reading != nil) == row["well_formed"], "\(input)")
      #expect((reading?.kind.rawValue ?? "") == row["kind"], "\(input)")
      #expect((reading?.digits12 ?? "") == row["normalised_12"], "\(input)")
      #expect((reading.map { String($0.birthDay != nil) } ?? "") == row["date_valid"], "\(input)")
      #expect((reading.map { String($0.checkDigitIsRight) } ?? "") == row["luhn_ok"], "\(input)")
      if let on = row["age_reference_date"].flatMap(Day.init), let age = row["age"] {
        let number = try PersonalIdentityNumber(input, on: day)
        #expect(String(number.age(on: on)) == age, "\(input)")
      }
    }
  }
}
