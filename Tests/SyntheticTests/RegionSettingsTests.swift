// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@Suite struct RegionSettingsTests {
  private let day = Day("2026-05-20")!

  private func id(_ number: Int) throws -> HSAID { try HSAID("SE0000000000-U\(number)") }

  private func settings(
    _ count: Int = 3, last: Int? = nil, change: (inout RegionSettings) -> Void = { _ in }
  ) throws -> RegionSettings {
    let performers = try (1...count).map { number in
      RegionPerformer(
        unit: UnitContact(id: try id(number), name: "Mottagning \(number)"),
        professions: [.doctor, .psychologist], contractFrom: try #require(Day("2025-01-01")),
        places: 3)
    }
    var settings = RegionSettings(
      region: try HSAID("SE0000000000-R1"), name: "Region Prov", processes: [.rotation, .direct],
      performers: performers, rotationLast: try last.map(id))
    change(&settings)
    return settings
  }

  @Test func `Rotation begins at the top and goes on after the last`() throws {
    #expect(try settings().nextInRotation(excluding: [], on: day)?.unit.id == id(1))
    #expect(try settings(last: 1).nextInRotation(excluding: [], on: day)?.unit.id == id(2))
    #expect(try settings(last: 3).nextInRotation(excluding: [], on: day)?.unit.id == id(1))
  }

  @Test func `Rotation passes over who may not and who has no contract`() throws {
    let excluded = try settings(last: 1)
    #expect(try excluded.nextInRotation(excluding: [id(2)], on: day)?.unit.id == id(3))
    #expect(try excluded.nextInRotation(excluding: [id(1), id(2), id(3)], on: day) == nil)
    let ended = try settings(last: 1) { $0.performers[1].contractTo = Day("2026-05-19") }
    #expect(try ended.nextInRotation(excluding: [], on: day)?.unit.id == id(3))
    // Who is alone gets the next one too.
    #expect(try settings(1, last: 1).nextInRotation(excluding: [], on: day)?.unit.id == id(1))
  }

  @Test func `A contract covers its first and last day`() throws {
    var performer = try settings().performers[0]
    performer.contractTo = Day("2025-12-31")
    let days = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"].compactMap { Day($0) }
    #expect(days.map(performer.isUnderContract) == [false, true, true, false])
  }

  @Test func `Faults are refused with their field`() throws {
    func field(_ change: (inout RegionSettings) -> Void) throws -> String? {
      let settings = try settings(change: change)
      do throws(Refusal) {
        try settings.check()
        return nil
      } catch {
        return error.field
      }
    }
    #expect(try field { _ in } == nil)
    #expect(try field { $0.name = " " } == "name")
    #expect(try field { $0.processes = [] } == "processes")
    #expect(try field { $0.processes = [.draw, .draw] } == "processes")
    #expect(try field { $0.performers[2] = $0.performers[0] } == "performers.2.unit.id")
    #expect(
      try field { $0.performers[1].contractTo = Day("2024-12-31") } == "performers.1.contractTo")
    #expect(try field { $0.performers[1].places = -1 } == "performers.1.places")
    #expect(
      try field { $0.performers[0].professions = [.psychologist] } == "performers.0.professions")
    #expect(try field { $0.targets.summonsDays = -1 } == "targets.summonsDays")
    #expect(try field { $0.rotationLast = $0.region } == "rotationLast")
  }
}
