// SPDX-License-Identifier: Apache-2.0

import Archive
import Foundation
import Synthetic

/// Writes made-up certificates to a folder, one document at a time.
struct SyntheticFolder {
  private let root: URL
  /// Documents go to an archive for each year instead of files of their own.
  private let isZipped: Bool

  init(_ root: URL, isZipped: Bool = false) {
    self.root = root
    self.isZipped = isZipped
  }

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
    var background = try SyntheticTable(file("background.csv"), SyntheticBackground.heading)
    for row in SyntheticBackground(made) {
      try background.add(row)
      summary.background += 1
    }
    try background.end()
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
    var places = SyntheticPlaces(root: root, readme: isZipped ? Self.readme(made) : nil)
    for document in made {
      try places.add(document)
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
      for decision in document.decisions {
        try decisions.add(
          "\(document.id),\(decision.day),\(decision.outcome.rawValue),\(decision.kind.rawValue)")
        summary.decisions += 1
      }
    }
    try decisions.end()
    try places.end()
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

/// Where documents are put: each in a file of its own, or all of a year in an archive.
private struct SyntheticPlaces {
  let root: URL
  /// What each archive begins with; nil for files.
  let readme: [UInt8]?
  private var folders: Set<String> = []
  private var archives: [Int: ZipWriter] = [:]

  init(root: URL, readme: [UInt8]?) {
    self.root = root
    self.readme = readme
  }

  mutating func add(_ document: SyntheticCertificateDocument) throws {
    let name = document.name
    if let readme {
      try archive(document.day.year, readme).add(name, document.bytes)
      return
    }
    let folder = String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)])
    if folders.insert(folder).inserted {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    try Data(document.bytes).write(to: root.appending(path: name))
  }

  private mutating func archive(_ year: Int, _ readme: [UInt8]) throws -> ZipWriter {
    if let archive = archives[year] { return archive }
    let archive = try ZipWriter(path: root.appending(path: "documents-\(year).zip").path)
    try archive.add("README.txt", readme)
    archives[year] = archive
    return archive
  }

  /// Ends the archives.
  func end() throws {
    for (_, archive) in archives.sorted(by: { $0.key < $1.key }) { try archive.close() }
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
