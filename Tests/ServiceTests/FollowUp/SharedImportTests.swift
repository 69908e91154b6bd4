// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// The public samples beside the project, `SAMSYN_SHARED` or `../shared`, from files to what is
/// counted. The project is complete without them.
enum SampleFolder {
  static let url: URL =
    (ProcessInfo.processInfo.environment["SAMSYN_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared"))
    .appending(path: "data")

  static let isThere: Bool = {
    let isThere = FileManager.default.fileExists(
      atPath: url.appending(path: "certificates/index.csv").path)
    if !isThere { print("SKIPPED: the samples are not imported, they are not found") }
    return isThere
  }()

  /// The values of two columns of a table whose cells before them hold no commas.
  static func verdicts() throws -> [String: Bool] {
    let text = try String(
      contentsOf: url.appending(path: "certificates/index.csv"), encoding: .utf8)
    var verdicts: [String: Bool] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells.count > 5 { verdicts[String(cells[0])] = cells[4] == "true" }
    }
    return verdicts
  }
}

@Suite(.enabled(if: SampleFolder.isThere, "SKIPPED: the samples are not there"))
struct SharedImportTests {
  @Test(arguments: TestEngine.all)
  func `the samples are stored with the verdicts that their table gives`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      var items: [String: CertificateJudgement] = [:]
      let paths = ["messages", "certificates"].map {
        SampleFolder.url.appending(path: $0).path
      }
      let done = try await stage.service.importCertificates(paths) { item in
        items[URL(fileURLWithPath: item.name).lastPathComponent] = item.judgement
      }
      let expected = try SampleFolder.verdicts()
      #expect(expected.count > 10)
      for (name, isRight) in expected {
        let judgement = try #require(items[name], "\(name)")
        #expect((judgement.verdict != .rejected) == isRight, "\(name)")
        #expect(judgement.type == "LISJP", "\(name)")
      }
      #expect(items["signed-lisjp-i18n.xml"]?.verdict == .acceptedWithNotes)
      #expect(items["fk7263-legacy-maximal.xml"]?.verdict == .accepted)
      #expect(items["luse-negative-control.xml"]?.refusal == "type-not-in-scope")
      #expect(items["care-invalid-subject.xml"]?.rejectedBy == ["M2"])
      #expect(done.known == 0 && done.documents > 20)
      // What is rejected is stored and not counted; all samples of one identity are one.
      let walk = try await stage.service.walkFacts(into: [PersonFacts]()) { $0.append($1) }
      #expect(walk.position == done.documents)
      #expect(walk.versions.otherContent > 0)
      let kinds = Set(walk.result.flatMap(\.certificates).map(\.kind))
      #expect(kinds == [.lisjp, .fk7263])
      let subjects = Set(walk.result.flatMap(\.messages).map(\.subject))
      #expect(subjects == [.supplement, .reminder])
      #expect(walk.result.flatMap(\.revocations).count == 1)
      let again = try await stage.service.importCertificates(paths.reversed())
      #expect(again.known == done.documents && again.accepted == 0)
    }
  }
}
