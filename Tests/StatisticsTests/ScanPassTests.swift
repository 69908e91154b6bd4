// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Statistics

/// Reading column by column, with the rows that earlier columns leave.
struct ScanPassTests {
  /// Rows of made-up numbers in more than two stretches.
  private struct Rows {
    var days: [UInt16] = []
    var units: [UInt8] = []
    var flags: [UInt32] = []
    var persons: [UInt32] = []

    init(_ random: inout SeededNumbers) {
      for row in 0..<(2 * Block.most + 300) {
        days.append(UInt16(random.next(below: 1_000)))
        units.append(UInt8(random.next(below: 40)))
        flags.append(UInt32(random.next(below: 8)))
        persons.append(UInt32(row / 3))
      }
    }
  }

  private struct SeededNumbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static func column<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ numbers: [Number]
  ) -> Column<Number> {
    var column = GrowingColumn<Number>()
    for number in numbers { column.append(number) }
    return column.column()
  }

  /// From nearly nothing to nearly everything is left by each of the columns.
  @Test(arguments: 0..<24)
  func `what the columns leave, and in which order they are read, changes no figure`(
    seed: Int
  ) throws {
    var random = SeededNumbers(state: UInt64(seed))
    let rows = Rows(&random)
    let (days, units) = (Self.column(rows.days), Self.column(rows.units))
    let (flags, persons) = (Self.column(rows.flags), Self.column(rows.persons))
    let first = UInt32(random.next(below: 900))
    let range = first...(first + [2, 40, 400][seed % 3])
    let wanted = UInt32(seed % 8)
    let mask: UInt32 = [0, 1, 7][seed / 3 % 3]
    let least = [0, 20, 39][seed / 9 % 3]
    var unit = CodePlan(Feed(units))
    unit.keep { $0 >= least }
    unit.divide((0..<256).map { Int32($0 % 40) }, step: 1)
    let passes = [
      ScanPass(Feed(days), within: range), ScanPass(unit),
      ScanPass(FlagPlan(feed: Feed(flags), mask: mask, wanted: wanted & mask)),
    ]
    var counts = [Int](repeating: 0, count: 40)
    var people = [Set<UInt32>](repeating: [], count: 40)
    for row in rows.days.indices
    where range.contains(UInt32(rows.days[row])) && Int(rows.units[row]) >= least
      && rows.flags[row] & mask == wanted & mask
    {
      counts[Int(rows.units[row])] += 1
      people[Int(rows.units[row])].insert(rows.persons[row])
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let scan = Scan(
        plan: ScanPlan(
          rows: rows.days.count, passes: order.map { passes[$0] }, cells: 40,
          person: Feed(persons)))
      #expect(scan.tally(.rows).denominators == counts)
      #expect(scan.tally(.persons(Feed(persons))).denominators == people.map(\.count))
    }
    withExtendedLifetime((days, units, flags, persons)) {}
  }

  @Test func `no column leaves every row in`() {
    let persons = Self.column([UInt32](repeating: 1, count: 5))
    let scan = Scan(plan: ScanPlan(rows: 5, passes: [], cells: 1, person: Feed(persons)))
    #expect(scan.tally(.rows).denominators == [5])
    withExtendedLifetime(persons) {}
  }
}
