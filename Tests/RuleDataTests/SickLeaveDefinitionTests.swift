// SPDX-License-Identifier: Apache-2.0
import Domain
import RuleData
import Testing

@Suite struct SickLeaveDefinitionTests {
  @Test func `Inera joins at five free days, the law below ninety`() throws {
    let book = try RuleBookFile.load()
    let day = try #require(Day("2026-06-12"))
    #expect(SickLeaveDefinition.inera.gap(book, on: day)?.days == 5)
    #expect(SickLeaveDefinition.sfb.gap(book, on: day)?.days == 89)
    #expect(SickLeaveDefinition.sfb.gap(book, on: day)?.rule.basis == .law)
    #expect(SickLeaveDefinition.inera.gap(book, on: day)?.rule.basis == .reference)
  }
}
