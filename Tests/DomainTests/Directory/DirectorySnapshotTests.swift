// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Domain

@Suite struct DirectorySnapshotTests {
  static let day = Day(number: 17_500)

  static func unit(
    _ id: String, _ place: String, _ flags: DirectoryFlags = [], provider: String? = nil,
    members: [String] = [], starts: Day? = nil, ends: Day? = nil, name: String? = nil
  ) -> DirectoryUnit {
    DirectoryUnit(
      id: id, name: name ?? id, place: place, starts: starts, ends: ends, flags: flags,
      provider: provider, members: members)
  }

  private func snapshot(_ units: DirectoryUnit...) -> DirectorySnapshot {
    DirectorySnapshot(day: Self.day, units: units)
  }

  private func unit(
    _ id: String, _ place: String, _ flags: DirectoryFlags = [], provider: String? = nil,
    members: [String] = [], starts: Day? = nil, ends: Day? = nil
  ) -> DirectoryUnit {
    Self.unit(
      id, place, flags, provider: provider, members: members, starts: starts, ends: ends)
  }

  @Test func `a flagged unit is its own care unit, whoever lists it and wherever it stands`() {
    let all = snapshot(
      unit("A", "ou=A,o=Top", .careUnit, provider: "P", members: ["B"]),
      unit("B", "ou=B,ou=A,o=Top", .careUnit, provider: "Q"))
    let link = all.resolve("B")
    #expect(link.tie == .own && link.careUnit == "B" && link.careProvider == "Q")
  }

  @Test func `a listed unit belongs to who lists it, also where it stands elsewhere`() {
    let all = snapshot(
      unit("A", "ou=A,o=Top", .careUnit, provider: "P", members: ["B", "C"]),
      unit("X", "ou=X,o=Top", .careUnit), unit("B", "ou=B,ou=X,o=Top"),
      unit("C", "ou=C,ou=A,o=Top"))
    #expect(all.resolve("B").careUnit == "A")
    #expect(all.resolve("B").notes.names == ["place-differs"])
    #expect(all.resolve("C").tie == .member && all.resolve("C").notes.isEmpty)
    #expect(all.resolve("C").careProvider == "P")
  }

  @Test func `a unit that is not listed falls back to the nearest care unit above it`() {
    let all = snapshot(
      unit("T", "ou=T,o=Top", .careUnit), unit("A", "ou=A,ou=T,o=Top", .careUnit),
      // The place between is missing in the catalogue.
      unit("B", "cn=B,ou=Missing,ou=A,ou=T,o=Top"))
    #expect(all.resolve("B").tie == .ancestor && all.resolve("B").careUnit == "A")
    #expect(all.resolve("B").notes == .providerMissing)
  }

  @Test func `a list of a unit that is no care unit does not count`() {
    let all = snapshot(unit("A", "ou=A,o=Top", members: ["B"]), unit("B", "ou=B,o=Top"))
    #expect(all.resolve("B").tie == .unknown && all.resolve("B").careUnit == nil)
  }

  @Test func `names never tie`() {
    let all = snapshot(
      Self.unit("A", "ou=Same,o=One", .careUnit, name: "Same"),
      Self.unit("B", "ou=Same,o=Two", name: "Same"))
    #expect(all.resolve("B").tie == .unknown)
  }

  @Test func `an archived unit without tie is archived, with a tie it keeps it`() {
    let all = snapshot(
      unit("A", "ou=A,o=Top", [.careUnit, .careUnitArchived]), unit("B", "ou=B,o=X", .unitArchived),
      unit("C", "ou=C,ou=A,o=Top"))
    #expect(all.resolve("A").tie == .own)
    #expect(all.resolve("A").notes.isSuperset(of: [.unitArchived, .careUnitArchived]))
    #expect(all.resolve("B").tie == .archived && all.resolve("B").careUnit == nil)
    #expect(all.resolve("C").notes.contains(.careUnitArchived))
  }

  @Test func `ids are compared without white space and regard to case`() {
    let all = snapshot(
      unit(" se1-a\u{A0}", "o=A", .careUnit, members: ["Se1-b "]), unit("SE1-B", "o=B"))
    #expect(all.resolve("se1-A").careUnit == "SE1-A")
    #expect(all.resolve(" SE1-b").careUnit == "SE1-A")
    #expect(all.resolve("se1-c").unit == "SE1-C")
  }

  @Test func `of two objects with one id the one with the stronger tie counts`() {
    let all = snapshot(
      unit("A", "ou=A,o=Top", .careUnit), unit("B", "cn=B,ou=Functions,o=Other"),
      unit("b", "ou=B,ou=A,o=Top"))
    #expect(all.resolve("B").tie == .ancestor)
    #expect(all.resolve("B").notes.contains(.severalObjects))
    #expect(all.units.count == 3)
  }

  @Test func `of several that list a unit an open one counts, then the one above, then the first`()
  {
    let ended = Self.day.adding(days: -1)
    func all(_ a: Day?, _ place: String) -> DirectorySnapshot {
      snapshot(
        unit("A", "ou=A,o=Top", .careUnit, members: ["M"], ends: a),
        unit("B", "ou=B,o=Top", .careUnit, members: ["M"]),
        unit("C", "ou=C,o=Top", .careUnit, members: ["M"]), unit("M", place))
    }
    #expect(all(nil, "ou=M,o=Top").resolve("M").careUnit == "A")
    #expect(all(ended, "ou=M,o=Top").resolve("M").careUnit == "B")
    #expect(all(nil, "ou=M,ou=C,o=Top").resolve("M").careUnit == "C")
    #expect(all(nil, "o=M").resolve("M").notes.contains(.severalCareUnits))
    #expect(all(nil, "o=M").careUnits(listing: "m") == ["A", "B", "C"])
  }

  @Test func `a care unit with two objects that lists a unit twice is one care unit`() {
    let all = snapshot(
      unit("A", "ou=A,o=Old", .careUnit, members: ["M"]),
      unit("A", "ou=A,o=Top", .careUnit, members: ["M"]), unit("M", "ou=M,ou=A,o=Top"))
    let link = all.resolve("M")
    #expect(link.tie == .member && link.careUnit == "A")
    #expect(link.notes.isDisjoint(with: [.severalCareUnits, .placeDiffers]))
  }

  @Test func `what has ended or not begun keeps its tie and says so, by the day asked for`() {
    let all = snapshot(
      unit("A", "ou=A,o=Top", .careUnit, members: ["M"], ends: Self.day.adding(days: 10)),
      unit("M", "o=M", starts: Self.day.adding(days: 5)))
    #expect(all.resolve("M").notes.contains(.unitNotBegun))
    let later = all.resolve("M", on: Self.day.adding(days: 11))
    #expect(later.tie == .member)
    #expect(later.notes.contains(.careUnitEnded) && !later.notes.contains(.unitNotBegun))
  }

  @Test func `a unit that is gone has the last tie it had`() {
    let link = CareUnitLink(unit: "B", tie: .archived, careUnit: "A", notes: .gone)
    let all = snapshot(unit("A", "o=A", .careUnit)).with(former: ["B": link])
    #expect(all.resolve("b") == link && all.resolve("A").tie == .own)
  }

  @Test func `commas inside names do not part places`() {
    let all = snapshot(
      unit("A", #"ou=Barn\, unga,o=Top"#, .careUnit),
      unit("B", #"OU=B , ou=barn\, Unga,O=Top"#), unit("C", #"ou="x, y",ou=Barn\, unga,o=Top"#))
    #expect(all.resolve("B").careUnit == "A" && all.resolve("C").careUnit == "A")
    #expect(DistinguishedName(#"ou=B,ou=Barn\, unga,o=Top"#).above == ["Top", #"Barn\, unga"#])
  }

  @Test func `the same units in another order give the same answers`() {
    var units = (0..<40).map { number in
      unit(
        "U\(number)", "ou=U\(number),ou=U\(number / 3),o=Top", number % 4 == 0 ? .careUnit : [],
        members: number % 8 == 0 ? ["U\(number + 1)", "U\((number + 9) % 40)"] : [])
    }
    let first = DirectorySnapshot(day: Self.day, units: units)
    units.reverse()
    let second = DirectorySnapshot(day: Self.day, units: units)
    #expect((0..<40).allSatisfy { first.resolve("U\($0)") == second.resolve("U\($0)") })
    #expect(first.changes(since: second).isEmpty)
  }

  @Test func `stored lines give the same unit and attributes back`() {
    let whole = DirectoryUnit(
      id: "SE1-A", name: "Åsa|s\u{1F}mottagning\n", publicName: "x", place: "ou=A,o=B",
      organisationNumber: "556000-0000", starts: Self.day, ends: Self.day.adding(days: 3),
      flags: [.careUnit, .feigned], provider: "SE1-P", members: ["SE1-C", "SE1-B"])
    let read = DirectoryUnit(id: "SE1-A", line: whole.line)
    #expect(read?.line == whole.line && read?.name == "Åsa|s mottagning ")
    #expect(read?.members == ["SE1-B", "SE1-C"] && read?.ends == whole.ends)
    #expect(DirectoryUnit(id: "A", line: "2") == nil)
    let attributes = DirectoryAttributes(
      id: "a", values: [.careLevel: ["01"], .businessClassification: ["1500", "1600"]])
    #expect(DirectoryAttributes(id: "A", line: attributes.line) == attributes)
  }
}

@Suite struct DirectoryChangeTests {
  private func unit(
    _ id: String, _ place: String, _ flags: DirectoryFlags = [], provider: String? = nil,
    members: [String] = [], ends: Day? = nil, name: String? = nil
  ) -> DirectoryUnit {
    DirectorySnapshotTests.unit(
      id, place, flags, provider: provider, members: members, ends: ends, name: name)
  }

  private func changes(_ old: [DirectoryUnit], _ new: [DirectoryUnit]) -> [DirectoryChange] {
    let day = DirectorySnapshotTests.day
    return DirectorySnapshot(day: day.adding(days: 1), units: new)
      .changes(since: DirectorySnapshot(day: day, units: old))
  }

  @Test func `what is new, gone, renamed, flagged, listed, owned and ended is told`() {
    let found = changes(
      [
        unit("A", "ou=A,o=T", name: "Old"), unit("B", "ou=B,o=T"),
        unit("C", "ou=C,o=T", .careUnit, provider: "P", members: ["X", "Y"]),
      ],
      [
        unit("A", "ou=A,o=T", .careUnit, name: "New"), unit("D", "ou=D,o=T"),
        unit(
          "C", "ou=C,o=T", .careUnit, provider: "Q", members: ["Y", "Z"],
          ends: DirectorySnapshotTests.day),
      ])
    #expect(
      found.map { "\($0.unit) \($0.kind.rawValue)" } == [
        "A renamed", "A flags", "A care-unit", "B gone", "C members", "C provider", "C dates",
        "D new",
      ])
    #expect(found[4].added == ["Z"] && found[4].removed == ["X"])
    #expect(found[0].before == "Old" && found[0].after == "New")
  }

  @Test func `a unit under another has moved, one whose parent is renamed has not`() {
    let old = [unit("A", "ou=A,o=T"), unit("B", "ou=B,o=T"), unit("C", "ou=C,ou=A,o=T")]
    let moved = changes(old, [old[0], old[1], unit("C", "ou=C,ou=B,o=T")])
    #expect(moved.map(\.kind) == [.moved])
    #expect(moved.first?.before == "A" && moved.first?.after == "B")
    let renamed = changes(
      old, [unit("A", "ou=A1,o=T", name: "A1"), old[1], unit("C", "ou=C,ou=A1,o=T")])
    #expect(renamed.map(\.kind) == [.renamed])
  }
}

@Suite struct DirectoryTreeTests {
  private let all = DirectorySnapshot(
    day: DirectorySnapshotTests.day,
    units: [
      DirectorySnapshotTests.unit("P1", "o=P1", .careProvider, name: "Östra"),
      DirectorySnapshotTests.unit("P2", "o=P2", .careProvider, name: "Åsen"),
      DirectorySnapshotTests.unit("P3", "o=P3", .careProvider, name: "älven"),
      DirectorySnapshotTests.unit("P4", "o=P4", .careProvider, name: "alen"),
      DirectorySnapshotTests.unit(
        "A", "ou=A,o=P1", .careUnit, provider: "P1", members: ["M"], name: "Mottagning"),
      DirectorySnapshotTests.unit("M", "ou=M,o=P2", name: "Mottagning"),
      DirectorySnapshotTests.unit("N", "ou=N,ou=A,o=P1", name: "Labb"),
    ])

  @Test func `care providers stand in Swedish order with their care units`() {
    #expect(all.careProviders().map(\.provider.id) == ["P4", "P2", "P3", "P1"])
    #expect(all.careProviders().map(\.careUnits) == [0, 0, 0, 1])
    #expect(all.careUnits(of: "P1").map(\.id) == ["A"])
  }

  @Test func `what belongs to a unit, what stands below it, and what a text finds`() {
    #expect(all.tied(to: "A").map(\.unit.id) == ["N", "M"])
    #expect(all.tied(to: "A").map(\.tie) == [.ancestor, .member])
    #expect(all.below("P1").map(\.id) == ["A"] && all.below("X").isEmpty)
    #expect(all.search("MOTT").map(\.id) == ["A", "M"])
    #expect(all.search("m").isEmpty && all.search("  ").isEmpty)
    #expect(all.tieCounts() == [.own: 1, .member: 1, .ancestor: 1, .unknown: 4])
  }
}
