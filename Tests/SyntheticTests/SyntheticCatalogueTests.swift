// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Testing

@testable import Synthetic

/// The made-up catalogue, read with the readers that the real one meets.
struct SyntheticCatalogueTests {
  private static let last = Day(year: 2026, month: 5, day: 20)!
  private let catalogue = SyntheticCatalogue(
    SyntheticCountry(seed: 7), through: last, years: 2)

  private func snapshot(_ place: Int) throws -> DirectorySnapshot {
    let day = catalogue.days[place]
    var file = try DirectoryFile()
    let first = try file.read(catalogue.file(on: day))
    return DirectorySnapshot(day: day, units: first + (try file.finish()))
  }

  @Test func `There is a snapshot for every year, a year apart`() {
    #expect(catalogue.days.map(\.description) == ["2024-05-20", "2025-05-20", "2026-05-20"])
    #expect(SyntheticCatalogue.day(Day("2024-02-29")!, yearsBefore: 1) == Day("2023-02-28")!)
  }

  @Test func `Units are tied as care units, members, by place, archived and not at all`() throws {
    let snapshot = try snapshot(0)
    let clinic = "SE0000000000-R05K1"
    #expect(snapshot.resolve(clinic).tie == .own)
    #expect(snapshot.resolve(clinic).careProvider == "SE0000000000-R05")
    #expect(snapshot.resolve("\(clinic)M").tie == .member)
    #expect(snapshot.resolve("\(clinic)E").tie == .member)
    #expect(snapshot.resolve("\(clinic)E").careUnit == clinic)
    #expect(snapshot.resolve("\(clinic)N").tie == .ancestor)
    #expect(snapshot.resolve("\(clinic)N").careUnit == clinic)
    #expect(snapshot.resolve("\(clinic)Z").tie == .archived)
    #expect(catalogue.absent.count == 21)
    #expect(catalogue.absent.allSatisfy { snapshot.resolve($0).tie == .unknown })
  }

  @Test func `Attributes are told of every care unit`() throws {
    var table = DirectoryTable()
    let first = try table.read(catalogue.attributes(on: Self.last))
    let rows = first + (try table.finish())
    let careUnits = catalogue.units.filter { $0.flags.contains(.careUnit) }
    #expect(rows.map(\.id) == careUnits.map(\.id))
    #expect(Set(rows.flatMap { $0.values[.careLevel] ?? [] }) == ["01", "02", "03"])
    for row in rows {
      let county = try #require(row.values[.county]?.first)
      #expect(row.values[.municipality]?.first?.hasPrefix(county) == true)
    }
  }

  @Test func `Regions and performers of the demonstration have their ids`() throws {
    let snapshot = try snapshot(0)
    for region in SyntheticCountry(seed: 7).regions {
      #expect(snapshot.unit("\(region.id)")?.flags == [.careProvider])
      for performer in region.performers {
        #expect(snapshot.resolve("\(performer.unit.id)").tie == .own)
      }
    }
    let ids = snapshot.units.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `A unit gets another name and one another care provider`() throws {
    let (before, after) = (try snapshot(0), try snapshot(1))
    let name = try #require(before.unit(catalogue.renamed)?.name)
    #expect(after.unit(catalogue.renamed)?.name == "\(name) Söder")
    #expect(
      before.resolve(catalogue.moved).careProvider != after.resolve(catalogue.moved).careProvider)
    #expect(after.resolve(catalogue.moved).careProvider == "SE0000000000-G01")
    #expect(before.units.count == after.units.count)
  }

  @Test func `Care units in different regions have the same name`() {
    let names = catalogue.units.filter { $0.flags.contains(.careUnit) }.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.values.contains { $0.count >= 20 })
  }

  @Test func `Indicators are told for half-years that have ended, of care units`() {
    let made = SyntheticCertificates(seed: 7, through: Self.last, years: 2, perYear: 10)
    let rows = Array(SyntheticIndicators(made))
    #expect(rows == Array(SyntheticIndicators(made)))
    let careUnits = Set(
      catalogue.units.filter { $0.flags.contains(.careUnit) }.map(\.id))
    var names: Set<Substring> = []
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 9 else {
        Issue.record("\(cells.count) cells")
        continue
      }
      // A row has numerator and denominator, or a value.
      #expect(cells[6].isEmpty)
      names.insert(cells[0])
      #expect(careUnits.contains(String(cells[1])))
      #expect(["01-01", "07-01"].contains(cells[2].suffix(5)))
      #expect(cells[8] <= "2026-05-20")
      if let part = Int(cells[4]), let whole = Int(cells[5]) { #expect(part <= whole) }
    }
    #expect(names.count == 10)
  }
}
