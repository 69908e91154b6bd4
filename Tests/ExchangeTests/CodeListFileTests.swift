// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Exchange

@Suite struct CodeListFileTests {
  private func read(_ text: String, _ name: String = "x.txt") throws(CodeListFault) -> CodeList {
    try CodeListFile.read(Array(text.utf8), name: name)
  }

  private func fault(_ text: String, _ name: String = "x.txt") -> CodeListFault? {
    do throws(CodeListFault) {
      _ = try read(text, name)
      return nil
    } catch { return error }
  }

  @Test func `each form of list is told by what stands in it`() throws {
    #expect(try read("A00-B99Infektioner\r\nC00-D48Tumörer\r\n").kind == .chapters)
    #expect(try read("\u{FEFF}A00-A09\t\tTarm\n", "block.txt").kind == .blocks)
    #expect(try read("A00-A09Tarm\n", "KSH97_AVS.ANS").kind == .oldBlocks)
    #expect(try read("A00\t\tKolera\n").kind == .categories)
    #expect(try read("A000\t\tKolera\nA00\t\tx\n").kind == .codes)
    #expect(try read("A00    Kolera\n", "KSH97_KAT.ANS").kind == .oldCategories)
    let primary = try read("A00-   Kolera \nA02-P  Salmonella \n", "KSH97P_KOD.ANS")
    #expect(primary.kind == .primaryCare && primary.entries[1].title == "Salmonella")
    #expect(primary.entries.map(\.code) == ["A00-", "A02-P"])
    let groups = try read("A00-E90,G00-L99:Somatiska\nM00-M99:Rörelse\n")
    #expect(groups.kind == .chartGroups && groups.entries[0].code == "A00-E90,G00-L99")
    #expect(try read("code;title\nb280;Smärta\n").kind == .functioning)
  }

  @Test func `the older encoding is told from the bytes`() throws {
    let bytes: [UInt8] = Array("A00  K".utf8) + [0xF6, 0xE5, 0x96] + Array("\n".utf8)
    #expect(try CodeListFile.read(bytes, name: "x").entries[0].title == "Köå–")
  }

  @Test func `recommendations become days, and no number is none`() throws {
    let list = try read(
      """
      typfall_id,icd10_codes,max_degree,max_time,max_unit,recommendation,status
      1,K40|K41,heltid,2,wk,"Upp till 2 veckor, om",giltig
      2,K40,deltid,3,mo,Upp till 3 månader,giltig
      3,K42,heltid,,,Ingen gräns,giltig
      4,K43,heltid,0,d,Ingen,utgången
      """)
    #expect(list.kind == .recommendations)
    #expect(list.entries.map(\.code) == ["K40", "K41", "K40", "K42"])
    #expect(list.entries.map(\.value) == ["14", "14", "90", ""])
    #expect(list.entries[2].note == "part")
  }

  @Test func `what is wrong is told by line`() {
    #expect(fault("")?.code == .empty)
    #expect(fault("hej hopp\n")?.code == .notRecognised)
    #expect(fault("Antal fall,x\n")?.code == .notRecognised)
    #expect(fault("A00  Kolera\nA01\n") == CodeListFault(.row, line: 2))
    #expect(fault("A00  Kolera\n\nA00  Igen\n") == CodeListFault(.twice, line: 3))
    #expect(
      fault("typfall_id,icd10_codes,max_time,max_unit\n1,K40,2,år\n")
        == CodeListFault(.row, line: 2))
  }

  @Test func `the given lists read, when they are there`() throws {
    let expected: [(String, CodeListKind, Int)] = [
      ("icd-10-se-digit3-2023.txt", .categories, 2_056),
      ("icd-10-se-digit4-2023.txt", .codes, 9_643), ("block.txt", .blocks, 263),
      ("diagnoskapitel.txt", .chapters, 22), ("diagnosgrupper.txt", .chartGroups, 7),
      ("KSH97P_KOD.ANS", .primaryCare, 977), ("KSH97P_SFAMALT.ANS", .primaryCareTerms, 2_544),
      ("KSH97_AVS.ANS", .oldBlocks, 264), ("KSH97_KAP.ANS", .oldChapters, 22),
      ("KSH97_KAT.ANS", .oldCategories, 2_049), ("KSH97_KOD.ANS", .oldCodes, 12_715),
    ]
    guard SharedLists.has("diagnoses/block.txt") else { return }
    var lists: [CodeList] = []
    for (name, kind, count) in expected {
      let list = try CodeListFile.read(SharedLists.bytes("diagnoses/" + name), name: name)
      #expect(list.kind == kind && abs(list.entries.count - count) <= 1, "\(name)")
      lists.append(list)
    }
    for (name, kind) in [
      ("fmb-typfall.csv", CodeListKind.recommendations), ("fmb-dx-icf.csv", .functioningLinks),
    ] {
      let list = try CodeListFile.read(SharedLists.bytes("diagnoses/" + name), name: name)
      #expect(list.kind == kind)
      lists.append(list)
    }
    let index = DiagnosisIndex(lists, groups: [])
    #expect(index.code(of: "F43.8A")?.description == "F438A")
    #expect(index.block(of: "M54.5")?.id == "M50-M54")
    #expect(index.chartGroup(of: "U09.9")?.title == "Övrigt")
    let hernia = try #require(DiagnosisCode("K40.9"))
    #expect(index.recommendedLimit(of: hernia) != nil && !index.functioning(of: hernia).isEmpty)
    #expect(index.place(of: "A02-P").isListed)
  }
}

/// Lists in the folder beside the project: `SAMSYN_SHARED`, by default `../shared`.
private enum SharedLists {
  private static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "data")
  }()

  static func has(_ path: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    if !isThere { print("SKIPPED: data/\(path) is not found (SAMSYN_SHARED)") }
    return isThere
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }
}
