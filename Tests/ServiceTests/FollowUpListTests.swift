// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Lists and supplied files from file to answer, on both engines.
@Suite struct FollowUpListTests {
  private static func day(_ text: String) -> Day { Day(text) ?? .earliest }

  private func withFolder(_ work: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "samsyn-lists-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await work(path + "/")
  }

  private func write(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test(arguments: TestEngine.all)
  func `a folder of lists becomes dated copies, and the index follows`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      let bare = try await service.diagnosisIndex()
      #expect(bare.chapter(of: "M54.5")?.id == "M00-M99" && !bare.place(of: "M54.5").isListed)
      try await withFolder { folder in
        try write("M54\t\tRyggvärk\n", folder + "kategorier.txt")
        try write("hej hopp\n", folder + "annat.txt")
        try write("A00\t\tKolera\nA01\n", folder + "trasig.txt")
        let day = Self.day("2026-01-01")
        func take(_ day: Day) async throws -> [CodeListImport.Outcome]? {
          try await service.importCodeLists(folder: folder, asOf: day, by: "drift")?.map(\.outcome)
        }
        #expect(try await take(day) == [.passedOver, .added, .refused])
        #expect(try await take(day) == [.passedOver, .known, .refused])
        #expect(try await take(day.adding(days: 5)) == [.passedOver, .known, .refused])
        let index = try await service.diagnosisIndex()
        #expect(index.code(of: "M54.5")?.description == "M54" && index.place(of: "A00").isNone)
        try write("M54\t\tRyggont\n", folder + "kategorier.txt")
        #expect(try await take(day)?[1] == .dayTaken)
        #expect(try await take(day.adding(days: 9))?[1] == .added)
        let stored = try await service.codeLists()
        #expect(stored.map(\.importedBy) == ["drift", "drift"])
        let code = try #require(DiagnosisCode("M54"))
        let titles = [
          try await service.diagnosisIndex(on: day).title(of: code),
          try await service.diagnosisIndex().title(of: code),
        ]
        #expect(titles == ["Ryggvärk", "Ryggont"])
        let none = try await service.importCodeLists(folder: folder + "x", asOf: day, by: "drift")
        #expect(none == nil)
      }
    }
  }

  private static let heading =
    "indicator;unit;from;to;numerator;denominator;value;source;collected\n"

  @Test(arguments: TestEngine.all)
  func `every bad row is told, and nothing is stored unless it is asked for`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      let day = Self.day("2026-01-01")
      try await withFolder { folder in
        let path = folder + "i.csv"
        try write(
          Self.heading + """
            coordinator-available;se1-a;2026-01-01;2026-12-31;3;4;;Regionen;2027-01-15
            plan-DV077;;2026-01-01;2026-12-31;;;0,42;Regionen;2027-01-15
            nothing;;2026-01-01;2026-12-31;1;2;;Regionen;2027-01-15
            employer-involved;;2026-01-01;2025-12-31;1;2;;Regionen;2027-01-15
            employer-involved;;2026-01-01;2026-12-31;3;2;;Regionen;2027-01-15
            employer-involved;;2026-01-01;2026-12-31;1;2;0,5;Regionen;2027-01-15
            employer-involved;;2026-01-01
            signals-to-fk;;2026-01-01;2026-12-31;;;;Regionen;2027-01-15
            plan-dv077;;2026-01-01;2026-12-31;;;0,5;Annan;2027-01-15
            """, path)
        let refused = try await service.importIndicators(path: path, skipBad: false, by: "drift")
        #expect(!refused.isStored && refused.bad == 7 && refused.rows == 2)
        #expect(refused.faults.map(\.line) == [4, 5, 6, 7, 8, 9, 10])
        #expect(
          refused.faults.map(\.code) == [
            "value", "days-reversed", "value", "value", "width", "value-missing", "twice",
          ])
        #expect(try await service.indicators(from: day, to: day).isEmpty)
        let done = try await service.importIndicators(path: path, skipBad: true, by: "drift")
        #expect(done.isStored && done.new == 2 && done.bad == 7)
        let all = try await service.indicators(from: day, to: day)
        #expect(all.map(\.indicator) == ["coordinator-available", "plan-DV077"])
        #expect(all.first?.unit == "SE1-A" && all.last?.value?.description == "0.42")
        #expect(try await service.indicators(from: Self.day("2027-01-01"), to: .latest).isEmpty)
        let file = try #require(try await service.suppliedFiles().first)
        #expect(file.importedBy == "drift" && file.rows == 2 && file.skipped == 7)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `what was collected later counts, and what it replaces is kept`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await withFolder { folder in
        let path = folder + "i.csv"
        func take(_ value: String, _ collected: String) async throws -> [Int] {
          try write(
            Self.heading + "plan-DV077;;2026-01-01;2026-12-31;;;\(value);R;\(collected)\n", path)
          let done = try await service.importIndicators(path: path, skipBad: false, by: "drift")
          return [done.new, done.replacing, done.known, done.older]
        }
        #expect(try await take("0,4", "2027-01-10") == [1, 0, 0, 0])
        #expect(try await take("0,4", "2027-01-10") == [0, 0, 1, 0])
        #expect(try await take("0,5", "2027-01-20") == [0, 1, 0, 0])
        #expect(try await take("0,3", "2027-01-05") == [0, 0, 0, 1])
        #expect(try await take("0,3", "2027-01-05") == [0, 0, 1, 0])
        #expect(try await take("0,6", "2027-01-20") == [0, 1, 0, 0])
        let present = try await service.indicators(from: .earliest, to: .latest)
        #expect(present.map { $0.value?.description } == ["0.6"])
        let history = try await service.indicatorHistory(of: try #require(present.first))
        #expect(history.map { $0.value?.description } == ["0.4", "0.5", "0.3", "0.6"])
      }
    }
  }

  /// Whichever of two stands first in a file.
  @Test(arguments: TestEngine.all)
  func `of two in one file what was collected later counts, and once`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await withFolder { folder in
        let path = folder + "i.csv"
        let rows = ["plan-DV077;;2026-01-01;2026-12-31;;;0,4;R;2027-01-10"]
        let later = ["plan-DV077;;2026-01-01;2026-12-31;;;0,5;R;2027-01-20"]
        for (number, lines) in [rows + later, later + rows].enumerated() {
          let year = "\(2026 - number)"
          let text = lines.joined(separator: "\n").replacing("2026", with: year) + "\n"
          try write(Self.heading + text, path)
          let done = try await service.importIndicators(path: path, skipBad: false, by: "drift")
          #expect(done.new == 1 && done.replacing + done.older == 1)
          let present = try await service.indicators(
            from: try #require(Day("\(year)-01-01")), to: try #require(Day("\(year)-12-31")))
          #expect(present.map { $0.value?.description } == ["0.5"])
          let history = try await service.indicatorHistory(of: try #require(present.first))
          #expect(Set(history.map { $0.value?.description }) == ["0.4", "0.5"])
        }
        // So large that no two of them could be added.
        let many = "9000000000000000000"
        try write(
          Self.heading + "plan-DV077;;2026-01-01;2026-12-31;\(many);\(many);;R;2027-02-01\n", path)
        let refused = try await service.importIndicators(path: path, skipBad: false, by: "drift")
        #expect(refused.faults.map(\.code) == ["number"])
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `of a certificate's id only its key is kept`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await withFolder { folder in
        let path = folder + "d.csv"
        try write(
          """
          certificate,day,outcome,kind
          ABC-1,2026-02-01,refused,decision
          abc-1,2026-02-01,granted,decision
          x,2026-02-01,maybe,control
          """, path)
        let done = try await service.importDecisions(path: path, skipBad: true, by: "drift")
        #expect(done.faults.map(\.code) == ["twice", "value"] && done.new == 1)
        #expect(!done.faults.contains { $0.reason.lowercased().contains("abc") })
        let stored = try await service.decisions(from: .earliest, to: .latest)
        #expect(stored.map(\.certificate) == [service.certificateKey(" abc-1 ")])
        #expect(stored.first?.outcome == .refused && service.certificateKey("abc-2").count == 32)
        #expect(!service.certificateKey("abc-1").contains("abc-1"))
        try write("unit,variable,value,source,collected\nse1-a,listade,4321,R,2026-01-01\n", path)
        let more = try await service.importBackground(path: path, skipBad: false, by: "drift")
        #expect(more.new == 1)
        #expect(try await service.background().first?.value.description == "4321")
      }
    }
  }
}
