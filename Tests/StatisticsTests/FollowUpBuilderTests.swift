// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Statistics

struct FollowUpBuilderTests {
  private func build(_ people: [PersonFacts], _ name: String, in folder: TestFolder) throws {
    var builder = FollowUpBuilder(units: FollowUpPeople.units, rules: FollowUpPeople.rules)
    for person in people { builder.add(person) }
    try builder.write(to: "\(folder.path)/\(name)", notes: ["position": "7"])
  }

  @Test func `an edition that is extended has the bytes of one that is built whole`() throws {
    let folder = try TestFolder()
    for seed in 1...6 as ClosedRange<UInt64> {
      let old = FollowUpPeople.make(seed: seed, persons: 30)
      var numbers = SeededNumbers(state: seed)
      // Some have new facts, some come anew, and one has lost everything.
      var changed = old.filter { _ in numbers.isSo(4) }.map {
        FollowUpPeople.person($0.person, &numbers)
      }
      changed += FollowUpPeople.make(seed: seed &+ 50, persons: 5)
      changed.append(PersonFacts(person: old[3].person))
      var latest: [FactKey: PersonFacts] = [:]
      for person in changed { latest[person.person] = person }
      let whole = Dictionary(old.map { ($0.person, $0) }) { $1 }.merging(latest) { $1 }
      try build(old, "old-\(seed)", in: folder)
      try build(whole.values.sorted { $0.person < $1.person }, "whole-\(seed)", in: folder)
      var builder = try FollowUpBuilder(
        extending: "\(folder.path)/old-\(seed)", units: FollowUpPeople.units,
        rules: FollowUpPeople.rules)
      for person in latest.values.sorted(by: { $0.person < $1.person }) { builder.add(person) }
      try builder.write(to: "\(folder.path)/extended-\(seed)", notes: ["position": "7"])
      let one = try folder.contents("whole-\(seed)")
      #expect(one.count == Edition.File.allCases.count)
      #expect(try folder.contents("extended-\(seed)") == one)
    }
  }

  @Test func `facts in another order make the same bytes`() throws {
    let folder = try TestFolder()
    let people = FollowUpPeople.make(seed: 9, persons: 30)
    var numbers = SeededNumbers(state: 4)
    let shuffled = people.map { person in
      var person = person
      person.certificates.shuffle(using: &numbers)
      // A document that came twice is there once.
      person.certificates += person.certificates.prefix(1)
      person.messages.shuffle(using: &numbers)
      return person
    }
    try build(people, "one", in: folder)
    try build(shuffled, "other", in: folder)
    #expect(try folder.contents("one") == folder.contents("other"))
  }

  @Test func `an edition of other units or rules cannot be extended, and none is written over`()
    throws
  {
    let folder = try TestFolder()
    try build([], "old", in: folder)
    let rules = FollowUpRules(
      gapInera: 6, gapSFB: 89, implicitAnswer: 5, backDated: 7, recurrence: 365)
    #expect(throws: ColumnFault.otherVersion) {
      try FollowUpBuilder(
        extending: "\(folder.path)/old", units: FollowUpPeople.units, rules: rules)
    }
    #expect(throws: ColumnFault.otherVersion) {
      try FollowUpBuilder(
        extending: "\(folder.path)/old", units: UnitTable(units: [], ties: []),
        rules: FollowUpPeople.rules)
    }
    #expect(throws: ColumnFault.unwritable) { try build([], "old", in: folder) }
    #expect(throws: ColumnFault.unreadable) {
      try FollowUp(
        mapping: "\(folder.path)/none", diagnoses: BareDiagnoses(), rules: try RuleBook([]))
    }
  }

  @Test func `an edition without anybody answers with nothing`() throws {
    let folder = try TestFolder()
    try build([], "empty", in: folder)
    let followUp = try FollowUp(
      mapping: "\(folder.path)/empty", diagnoses: BareDiagnoses(), rules: try RuleBook([]))
    for measure in FollowUp.measures where measure.population != .indicators {
      let query = MeasureQuery(
        measure: measure.id, by: [.unit, .month], from: Day(number: 20_000),
        to: Day(number: 20_090))
      let table = try followUp.compute(query, within: .everything)
      #expect(table.rows.isEmpty)
      #expect(table.total.figure?.denominator == 0)
    }
  }

  @Test func `what cannot be asked is refused with why`() throws {
    let folder = try TestFolder()
    try build(FollowUpPeople.make(seed: 2, persons: 9), "some", in: folder)
    let followUp = try FollowUp(
      mapping: "\(folder.path)/some", diagnoses: LetterGroups(), rules: try RuleBook([]))
    func fault(_ change: (inout MeasureQuery) -> Void) -> MeasureFault? {
      var query = MeasureQuery(
        measure: "cases", from: Day(number: 20_000), to: Day(number: 20_090))
      change(&query)
      do throws(MeasureFault) {
        _ = try followUp.compute(query, within: .everything)
        return nil
      } catch { return error }
    }
    #expect(fault { _ in } == nil)
    #expect(fault { $0.measure = "x" } == .unknownMeasure("x"))
    #expect(fault { $0.measure = "signals-to-fk" } == .supplied("signals-to-fk"))
    #expect(fault { $0.by = [.outcome] } == .dimensionNotAllowed(.outcome))
    #expect(fault { $0.filter = [.question: ["17"]] } == .dimensionNotAllowed(.question))
    #expect(fault { $0.by = [.unit, .unit] } == .tooManyDimensions)
    #expect(fault { $0.by = [.unit, .sex, .age] } == .tooManyDimensions)
    #expect(fault { $0.to = Day(number: 19_999) } == .noDays)
    #expect(fault { $0.cases = .own(gapDays: -1) } == .gapOutOfRange)
  }

  @Test func `every one of the seventeen measures is there, and every text in both languages`() {
    let measures = FollowUp.measures
    #expect(Set(measures.map(\.id)).count == measures.count)
    #expect(measures.compactMap(\.number).sorted() == Array(1...17))
    for measure in measures {
      let texts = [
        measure.name, measure.purpose, measure.numerator, measure.denominator, measure.timeAxis,
        measure.source, measure.limits,
      ]
      for text in texts { #expect(!text.sv.isEmpty && !text.en.isEmpty, "\(measure.id)") }
    }
  }

  @Test func `strata add up to the figure, and everybody's own mix changes nothing`() throws {
    let folder = try TestFolder()
    try build(FollowUpPeople.make(seed: 5, persons: 90), "mix", in: folder)
    let followUp = try FollowUp(
      mapping: "\(folder.path)/mix", diagnoses: LetterGroups(), rules: try RuleBook([]))
    let query = MeasureQuery(
      measure: "supplement-share", by: [.unit], from: Day(number: 20_000),
      to: Day(number: 20_200), isAdjusted: true)
    let table = try followUp.compute(query, within: .everything)
    let strata = try #require(try followUp.strata(query, within: .everything))
    var met: Set<Bool> = []
    for row in table.rows {
      let stratum = try #require(strata.rows.first { $0.codes == row.codes })
      #expect(row.cell.figure?.denominator == stratum.denominators.reduce(0, +))
      #expect(row.cell.figure?.numerator == stratum.numerators.reduce(0, +))
      let mix = strata.standardised(stratum, observed: row.cell.figure?.numerator ?? -1)
      // A mix of few parts would tell how many are in each.
      let isMixed = stratum.denominators.count { $0 > 0 } >= Strata.fewest
      #expect(row.cell.figure?.expected == (isMixed ? mix?.expected : nil))
      met.insert(isMixed)
      #expect((row.cell.figure?.low ?? 1) <= (row.cell.figure?.value ?? 0))
    }
    #expect(met == [true, false])
    let total = try #require(table.total.figure)
    let expected = try #require(total.expected)
    #expect(abs(expected - Double(total.numerator)) < 1e-9)
  }
}
