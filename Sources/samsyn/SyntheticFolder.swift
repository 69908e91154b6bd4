// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synthetic

/// Writes made-up certificates to a folder, one document at a time.
struct SyntheticFolder {
  private let root: URL

  init(_ root: URL) { self.root = root }

  /// Whether nothing would be written over or mixed with: there is no such thing, or it is an
  /// empty folder.
  static func isFree(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return true }
    guard isFolder.boolValue,
      let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return false }
    return contents.isEmpty
  }

  /// Writes everything and tells how far it has come now and then.
  func write(
    _ made: SyntheticCertificates, progress: (String) -> Void
  ) throws -> SyntheticSummary {
    var summary = SyntheticSummary(
      first: "\(made.first)", last: "\(made.last)", seed: made.seed)
    try write(Self.readme(made), "README.txt")
    try writeCatalogue(made.catalogue, &summary)
    var indicators = try SyntheticTable(file("indicators.csv"), SyntheticIndicators.heading)
    for row in SyntheticIndicators(made) {
      try indicators.add(row)
      summary.indicators += 1
    }
    try indicators.end()
    try writeDocuments(made, &summary, progress)
    return summary
  }

  private func writeCatalogue(
    _ catalogue: SyntheticCatalogue, _ summary: inout SyntheticSummary
  ) throws {
    for day in catalogue.days {
      try write(catalogue.file(on: day), "hsa/hsaunits-\(day).xml")
      try write(catalogue.attributes(on: day), "hsa/attributes-\(day).csv")
    }
    summary.units = catalogue.units.count
    summary.snapshots = catalogue.days.count
  }

  private func writeDocuments(
    _ made: SyntheticCertificates, _ summary: inout SyntheticSummary, _ progress: (String) -> Void
  ) throws {
    var decisions = try SyntheticTable(file("decisions.csv"), "certificate,day,outcome,kind")
    var folders: Set<String> = []
    for document in made {
      let name = document.name
      let folder = String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)])
      if folders.insert(folder).inserted {
        try FileManager.default.createDirectory(
          at: root.appending(path: folder), withIntermediateDirectories: true)
      }
      try Data(document.bytes).write(to: root.appending(path: name))
      summary.kinds[document.kind.rawValue, default: 0] += 1
      summary.verdicts[document.verdict.rawValue, default: 0] += 1
      guard document.kind == .certificate else {
        summary.messages += 1
        continue
      }
      summary.certificates += 1
      if summary.certificates.isMultiple(of: 10_000) {
        progress("\(summary.certificates) of about \(made.count) certificates")
      }
      if let decision = document.decision {
        try decisions.add(
          "\(document.id),\(decision.day),\(decision.outcome.rawValue),\(decision.kind.rawValue)")
        summary.decisions += 1
      }
    }
    try decisions.end()
  }

  private func file(_ name: String) -> URL { root.appending(path: name) }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    let url = file(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private static func readme(_ made: SyntheticCertificates) -> [UInt8] {
    Array(
      """
      ALLT I DEN HÄR MAPPEN ÄR PÅHITTAT.

      Personer, läkare, vårdenheter, intyg, frågor, svar, beslut och siffror är gjorda av
      `samsyn synthetic certificates` för demonstration och prov. Ingen människa och ingen
      vårdenhet beskrivs. Personnumren följer Skatteverkets mönster för testnummer. Hur vanliga
      diagnoser, långa fall och kompletteringar är följer publicerade siffror; ingenting här är
      ett utfall av någons vård eller handläggning. Några dokument bryter mot reglerna med
      avsikt.

      EVERYTHING IN THIS FOLDER IS INVENTED.

      People, doctors, care units, certificates, questions, answers, decisions and figures were
      made by `samsyn synthetic certificates` for demonstration and tests. They describe no
      person and no unit. How common diagnoses, long cases and supplements are follows published
      figures; nothing here is an outcome of anybody's care. A few documents break the rules on
      purpose.

      seed \(made.seed), \(made.first)..\(made.last), about \(made.count) certificates

      """.utf8)
  }
}

/// A CSV file that grows row by row.
struct SyntheticTable {
  private let handle: FileHandle
  private var waiting: [UInt8]

  init(_ url: URL, _ heading: String) throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
    waiting = Array("\(heading)\n".utf8)
  }

  /// Adds a line.
  mutating func add(_ row: String) throws {
    waiting += row.utf8
    waiting.append(UInt8(ascii: "\n"))
    guard waiting.count > 65_536 else { return }
    try handle.write(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and closes the file.
  mutating func end() throws {
    try handle.write(contentsOf: waiting)
    waiting = []
    try handle.close()
  }
}
