// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// The directory from file to answer, on both engines.
@Suite struct DirectoryTests {
  /// A small catalogue. `A` lists `B`; `C` stands below `A` and is not listed.
  private static func catalogue(_ units: String) -> String {
    """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>\(units)
    </hsaUnits></FileGetHsaUnitsResponse>
    """
  }

  private static func unit(
    _ id: String, _ name: String, under place: String, _ more: String = ""
  ) -> String {
    """
    <hsaUnit><hsaIdentity>\(id)</hsaIdentity><DN>ou=\(name),\(place)</DN><name>\(name)</name>
    \(more)</hsaUnit>
    """
  }

  private static func careUnit(_ provider: String, members: String...) -> String {
    let list = members.map { "<hsaHealthCareUnitMember>\($0)</hsaHealthCareUnitMember>" }
    return """
      <isHsaHealthCareUnit>true</isHsaHealthCareUnit>
      <hsaResponsibleHealthCareProvider>\(provider)</hsaResponsibleHealthCareProvider>
      <hsaHealthCareUnitMembers>\(list.joined())</hsaHealthCareUnitMembers>
      """
  }

  private static let first = catalogue(
    unit("P", "Regionen", under: "c=SE", "<isHsaHealthCareProvider>true</isHsaHealthCareProvider>")
      + unit("A", "Vårdcentralen", under: "ou=Regionen,c=SE", careUnit("P", members: "B"))
      + unit("B", "Mottagningen", under: "c=SE")
      + unit("C", "Labbet", under: "ou=Vårdcentralen,ou=Regionen,c=SE"))

  /// `B` is gone, `A` has a new name, `C` is a care unit of its own.
  private static let second = catalogue(
    unit("P", "Regionen", under: "c=SE", "<isHsaHealthCareProvider>true</isHsaHealthCareProvider>")
      + unit("A", "Hälsocentralen", under: "ou=Regionen,c=SE", careUnit("P"))
      + unit(
        "C", "Labbet", under: "ou=Hälsocentralen,ou=Regionen,c=SE", careUnit("P")))

  private static func day(_ text: String) -> Day { Day(text) ?? .earliest }

  private func take(
    _ text: String, _ day: String, in stage: Stage
  ) async throws(DirectoryImportError) -> DirectoryImport {
    let path = NSTemporaryDirectory() + "samsyn-directory-\(UUID().uuidString)"
    try? text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await stage.service.importDirectory(path: path, asOf: Self.day(day))
  }

  private func fault(
    _ text: String, _ day: String, in stage: Stage
  ) async -> DirectoryImportError? {
    do throws(DirectoryImportError) {
      _ = try await take(text, day, in: stage)
      return nil
    } catch { return error }
  }

  @Test(arguments: TestEngine.all)
  func `a copy with far fewer units is refused, and a wrong one can be superseded`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      _ = try await take(Self.first, "2026-01-10", in: stage)
      let small = Self.catalogue(Self.unit("P", "Regionen", under: "c=SE"))
      let refused = await fault(small, "2026-01-20", in: stage)
      #expect(
        refused == .file(.shrunk(objects: 1, last: Self.day("2026-01-10"), lastObjects: 4)))
      let path = NSTemporaryDirectory() + "samsyn-directory-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try small.write(toFile: path, atomically: true, encoding: .utf8)
      let taken = try await stage.service.importDirectory(
        path: path, asOf: Self.day("2026-01-20"), acceptShrunk: "prov")
      #expect(taken.isNew && taken.objects == 1)
      _ = try await take(Self.first, "2026-01-30", in: stage)
      try Self.first.write(toFile: path, atomically: true, encoding: .utf8)
      let day = Self.day("2026-01-20")
      let done = try await stage.service.supersedeDirectory(
        path: path, day: day, because: "avbruten fil")
      #expect(done.objects == 4 && done.changes.isEmpty)
      let kept = try #require(try await stage.service.supersededDirectories().first)
      #expect(kept.objects == 1 && kept.reason == "avbruten fil" && kept.day == day)
      #expect(try await stage.service.directoryAnswer("b", on: day).careUnit == "A")
      let changes = try await stage.service.directoryChanges(
        from: day, to: Self.day("2026-01-30"))
      #expect(changes.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a unit is tied as the copy of the day had it`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let one = try await take(Self.first, "2026-01-10", in: stage)
      #expect(one.isNew && one.objects == 4 && one.previous == nil && one.changes.isEmpty)
      let two = try await take(Self.second, "2026-02-10", in: stage)
      #expect(two.previous == Self.day("2026-01-10"))
      #expect(
        two.counts == [
          "gone": 1, "renamed": 1, "members": 1, "flags": 1, "provider": 1, "care-unit": 1,
        ])
      let before = try await stage.service.directoryAnswer("b", on: Self.day("2026-02-09"))
      #expect(before.link == .member && before.careUnit == "A" && before.careProvider == "P")
      #expect(before.careUnitName == "Vårdcentralen" && before.careProviderName == "Regionen")
      #expect(before.snapshot == Self.day("2026-01-10"))
      // The later copy knows something else, and it is told beside.
      #expect(before.latest?.link == .unknown)
      let after = try await stage.service.directoryAnswer("B", on: Self.day("2026-02-10"))
      #expect(after.link == .archived && after.careUnit == "A" && after.notes == ["gone"])
      #expect(after.snapshot == Self.day("2026-02-10") && after.source == Self.day("2026-01-10"))
      let lab = try await stage.service.directoryAnswer("C", on: Self.day("2026-01-20"))
      #expect(lab.link == .ancestor && lab.careUnit == "A")
      #expect(lab.latest?.link == .own && lab.latest?.careUnit == "C")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a day before the first copy takes the first and says so, and without copy nothing is known`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let none = try await stage.service.directoryAnswer("B", on: Self.day("2026-01-01"))
      #expect(none.link == .unknown && none.notes == ["no-snapshot"] && none.snapshot == nil)
      _ = try await take(Self.first, "2026-01-10", in: stage)
      let early = try await stage.service.directoryAnswer("B", on: Self.day("2020-01-01"))
      #expect(early.careUnit == "A" && early.notes == ["before-first-snapshot"])
      let stranger = try await stage.service.directoryAnswer("X", on: Self.day("2026-01-10"))
      #expect(stranger.link == .unknown && stranger.notes.isEmpty && stranger.name == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an older copy finds its place, a known one changes nothing, another of the day is refused`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      _ = try await take(Self.second, "2026-02-10", in: stage)
      let late = try await take(Self.first, "2026-01-10", in: stage)
      #expect(late.isNew && late.previous == nil)
      #expect(
        try await stage.service.directoryAnswer("B", on: Self.day("2026-01-10")).link == .member)
      let again = try await take(Self.first, "2026-01-10", in: stage)
      #expect(!again.isNew && again.rowsWritten == 0)
      #expect(await fault(Self.second, "2026-01-10", in: stage) == .file(.dayTaken))
      #expect(await fault(Self.second, "2026-03-03", in: stage) == .file(.future))
      #expect(try await stage.service.directorySnapshots().count == 2)
      let history = try await stage.service.directoryHistory("a")
      #expect(history.map(\.unit.name) == ["Vårdcentralen", "Hälsocentralen"])
      #expect(history.map(\.until) == [Self.day("2026-02-10"), nil])
    }
  }

  @Test(arguments: TestEngine.all)
  func `those who tie many units get the last ties of what is gone too`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      #expect(try await stage.service.directoryForTies(on: stage.today) == nil)
      _ = try await take(Self.first, "2026-01-10", in: stage)
      _ = try await take(Self.second, "2026-02-10", in: stage)
      let all = try #require(try await stage.service.directoryForTies(on: stage.today))
      #expect(all.resolve("B").tie == .archived && all.resolve("B").careUnit == "A")
      #expect(all.resolve("C").tie == .own && all.resolve("X").tie == .unknown)
    }
  }

  @Test func `all copies at once have each day's lines, and know since when an id is gone`() {
    func entry(_ id: String, _ from: Int, _ until: Int?, _ line: String) -> DatedEntry {
      DatedEntry(
        id: id,
        dated: DatedLine(
          from: Day(number: from), until: until.map { Day(number: $0) }, line: line))
    }
    let timeline = DirectoryTimeline(
      [
        entry("A", 1, 3, "x"), entry("A", 3, nil, "y"), entry("B", 1, 3, "x"),
        entry("C", 1, 2, "x"), entry("C", 4, 5, "z"), entry("D", 1, nil, "bad"),
      ]
    ) { $1 == "bad" ? nil : $0 + $1 }
    func values(_ day: Int) -> [String] { timeline.values(on: Day(number: day)).map(\.value) }
    #expect(values(1) == ["Ax", "Bx", "Cx"])
    #expect(values(3) == ["Ay"])
    #expect(values(4) == ["Ay", "Cz"])
    #expect(timeline.gone(on: Day(number: 1)).isEmpty)
    #expect(timeline.gone(on: Day(number: 4)) == [Day(number: 3): ["B"]])
    #expect(timeline.gone(on: Day(number: 5)) == [Day(number: 3): ["B"], Day(number: 5): ["C"]])
  }

  @Test(arguments: TestEngine.all)
  func `attributes stand beside the unit from their day`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      _ = try await take(Self.first, "2026-01-10", in: stage)
      let table = "hsaIdentity,careLevel,county\n a ,01,05\n"
      let one = try await take(table, "2026-01-15", in: stage)
      #expect(one.kind == .attributes && one.objects == 1)
      let two = try await take("hsaIdentity,careLevel\nA,02\n", "2026-02-15", in: stage)
      #expect(two.counts == ["details": 1])
      let answer = try await stage.service.directoryAnswer("A", on: Self.day("2026-02-01"))
      #expect(answer.attributes == ["careLevel": ["01"], "county": ["05"]])
      let later = try await stage.service.directoryAnswer("A", on: Self.day("2026-02-15"))
      #expect(later.attributes == ["careLevel": ["02"]])
    }
  }

  @Test func `what is no catalogue is refused with a code and stores nothing`() async throws {
    try await withStage(.sqlite) { stage in
      let bad = [
        "", "<x/>", "<!DOCTYPE x><x/>", Self.first + "<x/>", "PK\u{3}\u{4} no archive",
        "name,place\nA,B\n", "hsaIdentity\nA\nA\n",
      ]
      for text in bad {
        guard case .file(let found) = await fault(text, "2026-01-10", in: stage) else {
          Issue.record("taken: \(text)")
          continue
        }
        #expect(found.code.hasPrefix("directory.") && !found.description.isEmpty)
      }
      let units = try await stage.service.directorySnapshots()
      let attributes = try await stage.service.directoryAttributeSnapshots()
      #expect(units.isEmpty && attributes.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an import that is broken off leaves the whole copy or none`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      var statement = 0
      while true {
        statement += 1
        stage.faults.arm(beforeStatement: statement)
        let error = await fault(Self.first, "2026-01-10", in: stage)
        stage.faults.disarm()
        let copies = try await stage.service.directorySnapshots()
        if error == nil {
          #expect(copies.count == 1)
          break
        }
        #expect(error == .service(.fault("store.injected")) && copies.isEmpty)
        #expect(try await stage.service.directoryHistory("A").isEmpty)
      }
      #expect(statement > 2)
    }
  }

  @Test func `everybody who works here may read it, and the insured not`() async throws {
    try await withStage(.sqlite) { stage in
      for actor in [Cast.officer, Cast.coordinator, Cast.administrator()] {
        try stage.service.requireDirectoryReader(actor)
      }
      #expect(throws: ServiceError.refused(Refusal(.wrongParty))) {
        try stage.service.requireDirectoryReader(Cast.insured)
      }
    }
  }
}
