// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct DirectoryVerbTests {
  private static func catalogue(_ name: String) -> String {
    """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>
    <hsaUnit><hsaIdentity>SE1-A</hsaIdentity><DN>ou=A,c=SE</DN><name>\(name)</name>
    <isHsaHealthCareUnit>true</isHsaHealthCareUnit>
    <hsaResponsibleHealthCareProvider>SE1-P</hsaResponsibleHealthCareProvider></hsaUnit>
    <hsaUnit><hsaIdentity>SE1-B</hsaIdentity><DN>ou=B,ou=A,c=SE</DN><name>B</name></hsaUnit>
    </hsaUnits></FileGetHsaUnitsResponse>
    """
  }

  @Test func `a catalogue is taken in, compared and asked`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let environment = ["SAMSYN_DATABASE": "sqlite:" + scratch.file("x.sqlite")]
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, environment: environment)
    }
    #expect(try run("migrate", "--create-key").status == 0)
    for (file, name) in [("one", "Ett"), ("two", "Två")] {
      try Self.catalogue(name).write(
        toFile: scratch.file(file), atomically: true, encoding: .utf8)
    }
    let one = try run("directory", "import", scratch.file("one"), "--as-of", "2026-01-01", "--json")
    #expect(one.status == 0, "\(one.errors)")
    #expect(try one.json()["objects"] as? Int == 2)
    let again = try run("directory", "import", scratch.file("one"), "--as-of", "2026-01-01")
    #expect(again.status == 0 && again.output.contains("known already"))
    let other = try run("directory", "import", scratch.file("two"), "--as-of", "2026-01-01")
    #expect(other.status == 1 && other.errors.contains("directory.day-taken"))
    let two = try run("directory", "import", scratch.file("two"), "--as-of", "2026-01-05")
    #expect(two.output.contains("since 2026-01-01: renamed 1"))
    let changes = try run("directory", "changes", "2026-01-01", "2026-01-05", "--json").json()
    #expect((changes["changes"] as? [[String: Any]])?.first?["before"] as? String == "Ett")
    #expect(try run("directory", "changes", "2026-01-02", "2026-01-05").status == 1)
    let list = try run("directory", "list", "--json").json()
    #expect((list["snapshots"] as? [Any])?.count == 2)
    let answer = try run("directory", "resolve", "se1-b", "--on", "2026-01-03", "--json").json()
    #expect(answer["unit"] as? String == "SE1-B" && answer["careUnit"] as? String == "SE1-A")
    #expect(answer["careProvider"] as? String == "SE1-P")
    #expect(answer["link"] as? String == "ancestor" && answer["careUnitName"] as? String == "Ett")
    let unknown = try run("directory", "resolve", "SE1-X", "--json").json()
    #expect(unknown["link"] as? String == "unknown" && unknown["careUnit"] is NSNull)
    #expect(try run("directory", "import", "/nowhere", "--as-of", "2026-01-01").status == 2)
    #expect(try run("directory", "import", scratch.file("one"), "--as-of", "x").status == 2)
  }
}
