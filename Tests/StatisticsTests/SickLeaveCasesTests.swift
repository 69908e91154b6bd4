// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Statistics

/// Numbers that look random and are the same in every run.
private struct Series: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Some people with certificates that meet, overlap and leave gaps.
private func people(seed: UInt64) -> [[CertifiedPeriod]] {
  var series = Series(state: seed)
  var certificate: UInt32 = 0
  return (0..<Int.random(in: 0...12, using: &series)).map { _ in
    (0..<Int.random(in: 0...9, using: &series)).map { _ in
      certificate += 1
      let first = Day(number: 20_000 + Int.random(in: 0...60, using: &series))
      return CertifiedPeriod(
        degree: [25, 50, 75, 100].randomElement(using: &series) ?? 100, first: first,
        last: first.adding(days: Int.random(in: -1...14, using: &series)),
        certificate: certificate / 2,
        signed: Instant(milliseconds: Int64.random(in: 0...5, using: &series)))
    }
  }
}

private func table(_ people: [[CertifiedPeriod]]) -> SickLeaveTable {
  var builder = SickLeaveTable.Builder()
  for (number, periods) in people.enumerated() { builder.add(UInt32(number), periods) }
  return builder.build()
}

struct SickLeaveCasesTests {
  @Test func `every day has the degree of the certificate that decides`() {
    for seed in 0..<400 as Range<UInt64> {
      for periods in people(seed: seed) {
        var decided: [Int: CertifiedPeriod] = [:]
        for period in periods where period.first <= period.last {
          for day in period.first.number...period.last.number {
            let other = decided[day]
            let isAhead =
              other.map {
                (period.signed, period.certificate, period.degree)
                  > ($0.signed, $0.certificate, $0.degree)
              } ?? true
            if isAhead { decided[day] = period }
          }
        }
        let spans = SickLeaveSpan.days(of: periods)
        var seen: [Int] = []
        for span in spans {
          for day in span.first.number...span.last.number {
            seen.append(day)
            #expect(decided[day]?.degree == span.degree)
            #expect(decided[day]?.certificate == span.certificate)
          }
        }
        #expect(seen == decided.keys.sorted())
      }
    }
  }

  @Test func `cases are what distinct days say, for every gap and every number of parts`() {
    for seed in 0..<300 as Range<UInt64> {
      let people = people(seed: seed)
      let table = table(people)
      for gap in [0, 1, 5, 89] {
        var expected: [[Int]] = []
        for (number, periods) in people.enumerated() {
          let days = Set(
            periods.filter { $0.first <= $0.last }.flatMap {
              Array($0.first.number...$0.last.number)
            }
          ).sorted()
          var begun: [Int] = []
          for day in days {
            if let last = begun.last, day - last - 1 > gap {
              expected.append([number, begun[0], last, begun.count])
              begun = []
            }
            begun.append(day)
          }
          if let first = begun.first, let last = begun.last {
            expected.append([number, first, last, begun.count])
          }
        }
        for parts in [1, 2, 3, 7] {
          let cases = SickLeaveCases(table, gap: gap, parts: parts)
          let found = (0..<cases.count).map {
            [Int(cases.person[$0]), Int(cases.first[$0]), Int(cases.last[$0]), Int(cases.days[$0])]
          }
          #expect(found == expected, "seed \(seed), gap \(gap), parts \(parts)")
          for row in 0..<cases.count {
            #expect(table.first[Int(cases.span[row])] == cases.first[row])
          }
        }
      }
    }
  }

  @Test func `a table comes back from its file as it was, and a broken file is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "samsyn-columns-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "table").path
    let table = table(people(seed: 3) + people(seed: 4))
    #expect(table.count > 20)
    try table.write(to: path, notes: ["position": "7"])
    let again = try SickLeaveTable(mapping: path)
    #expect((0..<table.count).allSatisfy { again.first[$0] == table.first[$0] })
    #expect((0..<table.count).allSatisfy { again.person[$0] == table.person[$0] })
    #expect((0..<table.count).allSatisfy { again.degree[$0] == table.degree[$0] })
    #expect(try ColumnFile(mapping: path, form: SickLeaveTable.form).notes == ["position": "7"])
    #expect(throws: ColumnFault.otherVersion) { try ColumnFile(mapping: path, form: "other") }
    #expect(throws: ColumnFault.unreadable) { try SickLeaveTable(mapping: path + "x") }
    // Cut anywhere, it is refused or, where only the head is left whole, found too short.
    let bytes = try Data(contentsOf: URL(filePath: path))
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      try bytes.prefix(length).write(to: URL(filePath: path))
      #expect(throws: ColumnFault.self) { try SickLeaveTable(mapping: path) }
    }
    // The head says how long it is after the sixteen bytes that name the kind of file.
    let head = 32 + Int(bytes[16]) + Int(bytes[17]) << 8
    for place in stride(from: 0, to: head, by: 3) {
      var changed = bytes
      changed[place] ^= 4
      try changed.write(to: URL(filePath: path))
      #expect(throws: ColumnFault.self) { try SickLeaveTable(mapping: path) }
    }
  }
}
