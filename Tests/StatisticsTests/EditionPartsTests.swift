// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Statistics

/// What an edition holds beside the facts, and how damage is found.
struct EditionPartsTests {
  private func build(
    _ people: [PersonFacts], _ name: String, in folder: TestFolder,
    units: UnitTable = FollowUpPeople.units, decisions: DecisionTable = .none
  ) throws -> String {
    let path = "\(folder.path)/\(name)"
    var builder = FollowUpBuilder(
      units: units, rules: FollowUpPeople.rules, decisions: decisions)
    builder.background = FollowUpPeople.background
    for person in people { builder.add(person) }
    try builder.write(to: path)
    return path
  }

  private func open(_ path: String) throws(ColumnFault) -> FollowUp {
    do {
      return try FollowUp(
        mapping: path, diagnoses: LetterGroups(), rules: try RuleBook([]))
    } catch {
      throw (error as? ColumnFault) ?? .unreadable
    }
  }

  @Test func `one flipped byte is found wherever it lies, and said with its column`() throws {
    let folder = try TestFolder()
    let path = try build(FollowUpPeople.make(seed: 3, persons: 40), "sound", in: folder)
    #expect(EditionCheck.faults(in: path).isEmpty)
    for file in Edition.File.columns {
      let url = URL(filePath: file.path(in: path))
      let sound = try Data(contentsOf: url)
      var found = 0
      for place in stride(from: 17, to: sound.count, by: max(1, sound.count / 23)) {
        var bytes = sound
        bytes[place] ^= 4
        try bytes.write(to: url)
        // Between columns stand bytes that mean nothing.
        guard let fault = EditionCheck.faults(in: path).first else { continue }
        found += 1
        #expect(fault.hasPrefix(file.rawValue))
        #expect(throws: ColumnFault.self) { try open(path) }
        #expect(throws: ColumnFault.self) {
          try FollowUpBuilder(
            extending: path, units: FollowUpPeople.units, rules: FollowUpPeople.rules)
        }
      }
      #expect(found > 10, "\(file)")
      try sound.dropLast().write(to: url)
      #expect(throws: ColumnFault.damaged) { try open(path) }
      try sound.write(to: url)
    }
    _ = try open(path)
  }

  @Test func `the byte of a degree that became another is a damaged column`() throws {
    let folder = try TestFolder()
    let path = try build(FollowUpPeople.make(seed: 3, persons: 40), "degree", in: folder)
    let columns = try CertificateColumns(mapping: Edition.File.certificates.path(in: path))
    let degrees = columns.degree.withNumbers { Data($0) }
    let url = URL(filePath: Edition.File.certificates.path(in: path))
    var bytes = try Data(contentsOf: url)
    let place = try #require(bytes.range(of: degrees)?.lowerBound)
    bytes[place + degrees.count / 2] ^= 1
    try bytes.write(to: url)
    #expect(throws: ColumnFault.damagedColumn("degree")) { try open(path) }
    #expect(
      EditionCheck.faults(in: path) == [#"certificates.columns: damagedColumn("degree")"#])
  }

  @Test func `ties are counted, and what a later copy of the catalogue ties otherwise`() throws {
    let folder = try TestFolder()
    let people = FollowUpPeople.make(seed: 8, persons: 60)
    let first = try EditionTies(mapping: try build(people, "first", in: folder))
    // Now the unit of which nothing was known is a member, and another has moved.
    var ties = [
      UnitTable.Tie(
        unit: "SE1-9", from: Day(number: 20_000), tie: .member, careUnit: "SE1-2"),
      UnitTable.Tie(unit: "SE1-1", from: Day(number: 20_000), tie: .own, careUnit: "SE1-3"),
    ]
    ties += [("SE1-2", CareUnitTie.own), ("SE1-5", .own)].map {
      .init(unit: $0.0, from: Day(number: 20_000), tie: $0.1, careUnit: $0.0)
    }
    let units = UnitTable(units: FollowUpPeople.units.units, ties: ties)
    let second = try EditionTies(
      mapping: try build(people, "second", in: folder, units: units))
    var counts: [[CareUnitTie: Int]] = [[:], [:]]
    var changed = EditionTies.Change()
    for person in people {
      let chains = CertificateChains(person)
      for (row, fact) in chains.facts.enumerated() where chains.counts[row] {
        let day = fact.signed?.day ?? fact.periods.map(\.first).min()
        let now = units.tie(unit: fact.unit, on: day)
        let before = FollowUpPeople.units.tie(unit: fact.unit, on: day)
        counts[0][before.tie, default: 0] += 1
        counts[1][now.tie, default: 0] += 1
        changed.compared += 1
        if now.tie != before.tie {
          changed.ties["\(before.tie.rawValue)>\(now.tie.rawValue)", default: 0] += 1
        } else if now.careUnit != before.careUnit {
          changed.otherUnit += 1
        }
      }
    }
    #expect(first.counts == counts[0] && second.counts == counts[1])
    #expect(second.changes(since: first) == changed)
    #expect(changed.ties["unknown>member"] ?? 0 > 0 && changed.otherUnit > 0)
    #expect(first.changes(since: first).certificates == 0)
  }

  @Test func `other decisions make another edition, which says through which day they go`()
    throws
  {
    let folder = try TestFolder()
    let people = FollowUpPeople.make(seed: 2, persons: 20)
    let outcomes = FollowUpPeople.outcomes(people, seed: 5)
    let path = try build(people, "one", in: folder, decisions: DecisionTable(outcomes))
    let other = try build(
      people, "other", in: folder, decisions: DecisionTable(outcomes.reversed()))
    #expect(try folder.contents("one") == folder.contents("other"))
    #expect(throws: ColumnFault.otherVersion) {
      try FollowUpBuilder(
        extending: path, units: FollowUpPeople.units, rules: FollowUpPeople.rules)
    }
    _ = try FollowUpBuilder(
      extending: other, units: FollowUpPeople.units, rules: FollowUpPeople.rules,
      decisions: DecisionTable(outcomes))
    let day = try #require(outcomes.map(\.decision.day).max())
    let refused = try #require(
      try open(path).definitions.first { $0.id == "refused-share" })
    #expect(refused.source.sv.contains("till och med \(day)"))
    #expect(refused.source.en.contains("\(outcomes.count) outcomes"))
    let none = try open(try build(people, "none", in: folder))
    let unknown = try #require(none.definitions.first { $0.id == "refused-share" })
    #expect(unknown.source.en.hasSuffix("No decisions have been supplied."))
    // Unknown is not granted: nothing is divided by.
    let table = try none.compute(
      MeasureQuery(
        measure: "refused-share", from: Day(number: 19_000), to: Day(number: 21_000)),
      within: .everything)
    #expect(table.total.figure?.denominator == 0 && table.coverage.lacking > 0)
  }

  @Test func `many different values make four groups that never part equal ones`() throws {
    func variable(_ numbers: [Int64]) throws -> BackgroundVariable {
      try #require(
        BackgroundVariable.all(
          numbers.enumerated().map { place, number in
            BackgroundValue(
              unit: "U\(place)", variable: "Andel, låg: utbildning",
              value: SuppliedNumber(thousandths: number * 500), source: "x",
              collected: Day(number: 20_000 + place))
          }
        ).first)
    }
    let many = try variable(Array(1...40))
    #expect(many.id == "andel-låg-utbildning" && many.groups.count == 4)
    #expect((0..<4).map { group in many.units.values.count { $0 == group } } == [10, 10, 10, 10])
    #expect(many.name(of: many.code(1))?.sv == "Andel, låg: utbildning: 5,5–10")
    #expect(many.name(of: many.code(1))?.en == "Andel, låg: utbildning: 5.5–10")
    #expect(many.collected == Day(number: 20_039))
    let few = try variable([3, 1, 3, 2])
    #expect(few.groups.count == 3 && few.units["U0"] == few.units["U2"])
    let skewed = try variable(Array(repeating: 7, count: 30) + Array(1...6) + Array(8...12))
    #expect(Set((0..<30).map { skewed.units["U\($0)"] }).count == 1)
    #expect(BackgroundVariable.all([]).isEmpty)
  }

  @Test func `a restriction names its variable, and groups of two can be joined`() throws {
    let folder = try TestFolder()
    let followUp = try open(
      try build(FollowUpPeople.make(seed: 4, persons: 80), "groups", in: folder))
    func count(_ filter: Set<String>?, by: [Statistics.Dimension] = []) throws -> MeasureTable {
      var query = MeasureQuery(
        measure: "certificates", by: by, from: Day(number: 19_000), to: Day(number: 21_000))
      query.filter[.background] = filter
      return try followUp.compute(query, within: .everything)
    }
    let all = try #require(try count(nil).total.figure?.denominator)
    #expect(try count(["zon"]).total.figure?.denominator == all)
    let zones = try count(["zon"], by: [.background])
    #expect(zones.rows.map(\.codes) == [["zon:1"], ["zon:unknown"]])
    #expect(zones.rows.compactMap(\.cell.figure?.denominator).reduce(0, +) == all)
    let usual = try count(nil, by: [.background])
    #expect(usual.rows.count == 3 && usual.rows.allSatisfy { $0.codes[0].hasPrefix("lång") })
    let joined = try count(["zon:1", "lång-utbildning:2"]).total.figure?.denominator
    let apart = try ["zon:1", "lång-utbildning:2"].map { try count([$0]).total.figure?.denominator }
    #expect(joined == apart.compactMap { $0 }.reduce(0, +))
    #expect(try count(["unknown"]).total.figure?.denominator == 0)
    #expect(followUp.label("zon:1", in: .background).en == "Zon: 1")
    #expect(followUp.label("zon:unknown", in: .background).sv == "Zon: uppgift saknas")
    // What a group stands for is care units, whichever variable it is of.
    let extents = followUp.extents
    #expect(
      extents.extent("zon:1", in: .background) == extents.extent("SE1-1", in: .unit))
    #expect(extents.extent("nothing", in: .background) == .atoms(axis: "unit", .only([])))
  }
}
