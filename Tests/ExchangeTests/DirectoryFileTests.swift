// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing
import XML

@testable import Exchange

@Suite struct DirectoryFileTests {
  static func document(_ units: String) -> String {
    """
    <?xml version='1.0' encoding='UTF-8'?>
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3">
    <startDate>2025-01-01T01:04:02.873+01:00</startDate><hsaUnits>\(units)</hsaUnits>
    </FileGetHsaUnitsResponse>
    """
  }

  static func read(
    _ bytes: [UInt8], pieces: Int = 100
  ) throws(DirectoryFault) -> (units: [DirectoryUnit], withoutID: Int) {
    var file = try DirectoryFile()
    var units: [DirectoryUnit] = []
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      units += try file.read(Array(bytes[start..<min(start + pieces, bytes.count)]))
    }
    units += try file.finish()
    return (units, file.withoutID)
  }

  private func fault(_ text: String) -> DirectoryFault? {
    do throws(DirectoryFault) {
      _ = try Self.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func `every field of a unit is read`() throws {
    let text = Self.document(
      """
      <hsaUnit><hsaIdentity> se5560000000-a </hsaIdentity><DN>ou=A\\, B,o=C,c=SE</DN>
      <orgNo>556000-0000</orgNo><name>A</name><publicName>Öppna A</publicName>
      <startDate>2014-03-28T23:30:00.000Z</startDate><endDate>2026-01-31</endDate>
      <isHsaHealthCareUnit>true</isHsaHealthCareUnit><unknown>x</unknown>
      <hsaResponsibleHealthCareProvider>SE5560000000-P</hsaResponsibleHealthCareProvider>
      <hsaHealthCareUnitMembers><hsaHealthCareUnitMember>SE1-B</hsaHealthCareUnitMember>
      <hsaHealthCareUnitMember>se1-a</hsaHealthCareUnitMember></hsaHealthCareUnitMembers>
      <healthCareUnitIsArchived>true</healthCareUnitIsArchived></hsaUnit>
      <hsaUnit><name>Without id</name></hsaUnit>
      """)
    let found = try Self.read(Array(text.utf8), pieces: 3)
    let unit = try #require(found.units.first)
    #expect(found.units.count == 1 && found.withoutID == 1)
    #expect(unit.id == "SE5560000000-A" && unit.name == "A" && unit.publicName == "Öppna A")
    #expect(unit.starts?.description == "2014-03-29" && unit.ends?.description == "2026-01-31")
    #expect(unit.flags == [.careUnit, .careUnitArchived])
    #expect(unit.provider == "SE5560000000-P" && unit.members == ["SE1-A", "SE1-B"])
    #expect(unit.place.text == "ou=A\\, B,o=C,c=SE" && unit.organisationNumber == "556000-0000")
  }

  @Test func `another document, an empty one and a damaged one are no catalogue`() {
    #expect(fault("<other/>") == .notUnits)
    #expect(fault(Self.document("")) == .notUnits)
    #expect(fault(Self.document("<hsaUnit/>")) == nil)
    #expect(fault(Self.document("<hsaUnit>")) != nil)
    let doctype = "<!DOCTYPE x><x/>"
    guard case .xml(let fault) = fault(doctype) else {
      Issue.record("a document type was read")
      return
    }
    #expect(fault.code == .documentType)
  }

  @Test func `attributes are read by any of their names, values parted by a bar`() throws {
    var table = DirectoryTable()
    let text = """
      hsaIdentity;careLevel;businessClassificationCode;countyCode;unitPrescriptionCode;other
      se1-a;01;1500| 1600 ;05;"123;4";x
      SE1-B;;;;;
      """
    let units = try table.read(Array(text.utf8)) + table.finish()
    #expect(units.map(\.id) == ["SE1-A", "SE1-B"])
    #expect(
      units[0].values == [
        .careLevel: ["01"], .businessClassification: ["1500", "1600"], .county: ["05"],
        .workplaceCode: ["123;4"],
      ])
    #expect(units[1].values.isEmpty)
  }

  @Test func `a unit that comes twice and a missing id are faults with their line`() {
    for (text, line) in [("hsaId\nA\na\n", 3), ("hsaId,careLevel\n,01\n", 2)] {
      var table = DirectoryTable()
      do throws(DirectoryFault) {
        _ = try table.read(Array(text.utf8))
        Issue.record("no fault")
      } catch {
        guard case .table(let fault) = error else { return }
        #expect(fault.line == line && fault.code == (line == 3 ? .twice : .valueMissing))
      }
    }
  }
}

/// A cut of a real file of the catalogue, where it is there: the care unit of every unit.
@Suite struct SharedDirectoryTests {
  private static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "data/hsa")
  }()

  private static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(
      atPath: folder.appending(path: "expected.csv").path)
    if !isThere { print("SKIPPED: data/hsa is not found (SAMSYN_SHARED)") }
    return isThere
  }()

  private static func snapshot() throws -> DirectorySnapshot {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: "hsaunits.xml")))
    return DirectorySnapshot(
      day: Day("2017-12-12") ?? .earliest,
      units: try DirectoryFileTests.read(bytes, pieces: 65_536).units)
  }

  private static func expected() throws -> (columns: TableColumns, rows: [CSVReader.Row]) {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: "expected.csv")))
    var reader = CSVReader()
    var rows: [CSVReader.Row] = []
    try reader.read(bytes) { rows.append($0) }
    try reader.finish { rows.append($0) }
    return (try TableColumns(rows[0], required: ["hsa_id", "rule"]), Array(rows.dropFirst()))
  }

  /// Ids with two rows have two objects in the file that the cut was made of, and the weaker one
  /// was left out of the cut; the stronger one's row comes first.
  @Test(.enabled(if: isThere, "SKIPPED: no catalogue; set SAMSYN_SHARED"))
  func `every unit of the cut is tied as expected`() throws {
    let snapshot = try Self.snapshot()
    let (columns, rows) = try Self.expected()
    let ties = [
      "self": "self", "member": "member", "nearest-dn-fallback": "ancestor",
      "none": "unknown",
    ]
    var seen: Set<String> = []
    for row in rows {
      let id = try columns.text("hsa_id", in: row)
      guard seen.insert(id).inserted else { continue }
      let link = snapshot.resolve(id)
      #expect(link.tie.rawValue == ties[try columns.text("rule", in: row)], "\(id)")
      #expect(link.careUnit == columns.optional("expected_vardenhet", in: row), "\(id)")
      #expect(
        link.notes.contains(.placeDiffers) == (columns.optional("conflict", in: row) != nil),
        "\(id)")
      #expect(
        link.notes.contains(.unitEnded)
          == (columns.optional("ended_before_file_date", in: row) == "true"), "\(id)")
      #expect(
        link.notes.contains(.unitArchived) == (columns.optional("archived", in: row) == "true"),
        "\(id)")
      let unit = try #require(snapshot.unit(id))
      #expect(
        unit.flags.contains(.careProvider)
          == (columns.optional("is_vardgivare", in: row) == "true"), "\(id)")
      #expect(unit.provider == columns.optional("responsible_vardgivare", in: row), "\(id)")
    }
    #expect(seen.count == snapshot.units.count && rows.count - seen.count < 10)
  }
}
