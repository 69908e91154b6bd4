// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service
import Store

/// Many copies of a large catalogue: taking them in, asking about one unit, and putting them
/// together to care units and ties over time.
struct DirectoryBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory",
    abstract: "Copies of the catalogue: import, one unit's care unit, and an edition's units.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Copies, a month apart.")
  var copies = 20

  @Option(help: "Units in each.")
  var units = 20_000

  private static let first = Day(number: 19_000)

  func run() async throws {
    let scratch = URL(fileURLWithPath: options.folder).appending(path: "directory-\(getpid())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let address = DatabaseAddress.sqlite(path: scratch.appending(path: "directory.sqlite").path)
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: Clock.system.now())
    await database.close()
    let keyring = try Keyring(master: [UInt8](repeating: 3, count: Keyring.masterBytes))
    var figures = Figures()
    figures.add("load of the machine", loadNow(), "")
    let service = try await SamsynService.open(address, keyring: keyring)
    var imports: [Double] = []
    for copy in 0..<copies {
      let file = scratch.appending(path: "hsaunits.xml")
      try text(copy).write(to: file, atomically: false, encoding: .utf8)
      let start = secondsNow()
      _ = try await service.importDirectory(path: file.path, asOf: day(copy))
      imports.append(secondsNow() - start)
    }
    figures.add("import of a copy, p50", Times(imports).milliseconds(0.5), "ms")
    figures.add("import of the last copy", (imports.last ?? .nan) * 1000, "ms")
    await service.close()
    try await ask(address, keyring, &figures)
    let fresh = try await SamsynService.open(address, keyring: keyring)
    var start = secondsNow()
    _ = try await fresh.directoryForTies(on: day(copies))
    figures.add("last ties of everything that is gone", (secondsNow() - start) * 1000, "ms")
    start = secondsNow()
    _ = try await fresh.buildFollowUp(in: scratch.appending(path: "editions").path)
    figures.add(
      "care units over all copies, an edition of nobody", (secondsNow() - start) * 1000, "ms")
    await fresh.close()
    try figures.show(json: options.json)
  }

  /// One unit by one process, as the command is, and many by a server.
  private func ask(
    _ address: DatabaseAddress, _ keyring: Keyring, _ figures: inout Figures
  ) async throws {
    var alone: [Double] = []
    for turn in 0..<5 {
      let service = try await SamsynService.open(address, keyring: keyring)
      let start = secondsNow()
      _ = try await service.directoryAnswer(Self.id(7 + turn), on: day(turn * 3))
      alone.append(secondsNow() - start)
      await service.close()
    }
    figures.add("one unit, first question, p50", Times(alone).milliseconds(0.5), "ms")
    let service = try await SamsynService.open(address, keyring: keyring)
    var many: [Double] = []
    for turn in 0..<100 {
      let start = secondsNow()
      _ = try await service.directoryAnswer(Self.id(turn * 31), on: day(turn % copies))
      many.append(secondsNow() - start)
    }
    await service.close()
    figures.add("one unit, any day of all copies, p50", Times(many).milliseconds(0.5), "ms")
    figures.add("one unit, any day of all copies, p99", Times(many).milliseconds(0.99), "ms")
  }

  private func day(_ copy: Int) -> Day { Self.first.adding(days: 30 * copy) }

  private static func id(_ unit: Int) -> String { "SE2321000000-\(100_000 + unit)" }

  /// The catalogue as a copy has it: every tenth object a care unit with members, some renamed and
  /// some gone in each copy.
  private func text(_ copy: Int) -> String {
    var out = "<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\"><hsaUnits>"
    for unit in 0..<units where unit % 997 > copy {
      let parent = unit / 10 * 10
      let isCareUnit = unit % 10 == 0
      let name = "Enhet \(unit)\(unit % 499 == copy ? " ny" : "")"
      let place = isCareUnit ? "ou=E\(unit),o=Regionen" : "ou=E\(unit),ou=E\(parent),o=Regionen"
      out += "<hsaUnit><hsaIdentity>\(Self.id(unit))</hsaIdentity>"
      out += "<DN>\(place),l=Östergötlands län,c=SE</DN><name>\(name)</name>"
      out += "<isHsaHealthCareUnit>\(isCareUnit)</isHsaHealthCareUnit>"
      if isCareUnit {
        out += "<hsaResponsibleHealthCareProvider>\(Self.id(0))</hsaResponsibleHealthCareProvider>"
        out += "<hsaHealthCareUnitMembers>"
        for member in unit + 1..<unit + 6 {
          out += "<hsaHealthCareUnitMember>\(Self.id(member))</hsaHealthCareUnitMember>"
        }
        out += "</hsaHealthCareUnitMembers>"
      }
      out += "</hsaUnit>"
    }
    return out + "</hsaUnits></FileGetHsaUnitsResponse>"
  }
}
