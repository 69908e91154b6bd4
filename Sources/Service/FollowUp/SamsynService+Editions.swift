// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics
import Store

extension SamsynService {
  /// The editions, the newest first.
  public func followUpEditions() async throws(ServiceError) -> [BuiltEdition] {
    try await read { try FollowUpEditions($0).list().compactMap(BuiltEdition.init) }
  }

  /// The newest edition whose columns are there; nil where there is none.
  public func latestEdition() async throws(ServiceError) -> BuiltEdition? {
    try await followUpEditions().first {
      FileManager.default.fileExists(atPath: $0.folder)
    }
  }

  /// Reads every byte of the editions whose columns are there, and tells what is not as it was
  /// written. For the operator.
  public func verifyEditions() async throws(ServiceError) -> (count: Int, faults: [String]) {
    let editions = try await followUpEditions().filter {
      FileManager.default.fileExists(atPath: $0.folder)
    }
    let faults = editions.sorted { $0.number < $1.number }.flatMap { edition in
      EditionCheck.faults(in: edition.folder).map { "edition \(edition.number) \($0)" }
    }
    return (editions.count, faults)
  }

  /// Makes an edition of all documents and of the catalogue's copies. Persons of whom nothing new
  /// has come are taken over from the last edition; what comes out is the same as if all had been
  /// read anew. Where nothing has changed, the last edition is answered.
  ///
  /// For the operator.
  ///
  /// - Parameters:
  ///   - base: the folder in which editions lie, each in a folder of its own.
  ///   - read: told now and then how many persons have been read; what it throws ends the making.
  /// - Throws: `fault` with `follow-up.rules` where the rule book lacks a number,
  ///   `follow-up.unwritable` where the folder cannot be written, or the store's code.
  public func buildFollowUp(
    in base: String, read: @escaping @Sendable (Int) throws -> Void = { _ in }
  ) async throws(ServiceError) -> BuiltEdition {
    let now = clock.now()
    guard let rules = FollowUpRules(self.rules, on: now.day) else {
      throw .fault("follow-up.rules")
    }
    let snapshots = try await directorySnapshots().map(\.day)
    let supplied = try await self.read {
      try SuppliedStore($0).fileCount([.decisions, .background])
    }
    let units = try await unitTable(snapshots)
    let last = try await latestEdition()
    // Also of editions whose notes this program cannot read.
    let newest = try await self.read { try FollowUpEditions($0).list().first?.number }
    if let last, last.made.snapshots == snapshots, last.made.rules == rules,
      last.made.suppliedFiles ?? 0 == supplied, last.made.unitsSum ?? units.sum == units.sum,
      (try? EditionTies(mapping: last.folder)) != nil,
      try await self.read({ [keyring] in try CertificateStore($0, keyring).last() })
        == last.documentsThrough
    {
      var same = last
      same.isNew = false
      return same
    }
    let number = (newest ?? 0) + 1
    var made = BuiltEdition.Made(snapshots: snapshots, rules: rules)
    made.suppliedFiles = supplied
    made.unitsSum = units.sum
    made.newSnapshots = snapshots.filter { !(last?.made.snapshots.contains($0) ?? false) }
    let plan = EditionPlan(
      number: number, built: now, folder: "\(base)/\(number)-\(Self.freshName())", last: last,
      units: units, rules: rules, made: made)
    do {
      try FileManager.default.createDirectory(
        atPath: base, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .fault("follow-up.unwritable")
    }
    let keyring = keyring
    do throws(ServiceError) {
      let edition = try await self.read { try plan.build($0, keyring, told: read) }
      try await write { connection in
        let text = String(decoding: try stableJSON(edition.made), as: UTF8.self)
        try FollowUpEditions(connection).add(
          StoredEdition(
            number: number, built: now, through: edition.documentsThrough,
            folder: edition.folder, notes: text))
      }
      return edition
    } catch {
      // What was stopped half-way is nobody's; but it may be recorded though its reply was lost.
      let isRecorded = try? await followUpEditions().contains { $0.folder == plan.folder }
      if isRecorded == false { try? FileManager.default.removeItem(atPath: plan.folder) }
      throw error
    }
  }

  /// Two who make an edition at the same time write to different folders.
  private static func freshName() -> String { String(UInt32.random(in: .min ... .max), radix: 36) }

  /// The units and ties of all copies, the oldest first.
  func unitTable(_ days: [Day]) async throws(ServiceError) -> UnitTable {
    let (units, attributes, copies) = try await read { connection in
      let store = DirectoryStore(connection)
      return (
        try DirectoryTimeline<DirectoryUnit>(store),
        try DirectoryTimeline<DirectoryAttributes>(store),
        try store.snapshots(.attributes).map(\.day)
      )
    }
    var history = CareUnitHistory()
    var known: (copy: Day, values: [String: DirectoryAttributes])?
    for day in days {
      if let copy = copies.last(where: { $0 <= day }) ?? copies.first, known?.copy != copy {
        let values = attributes.values(on: copy).map { ($0.id, $0.value) }
        known = (copy, Dictionary(values, uniquingKeysWith: { first, _ in first }))
      }
      history.add(units.snapshot(on: day), attributes: known?.values ?? [:])
    }
    return history.table
  }
}

/// What an edition is made of.
private struct EditionPlan: Sendable {
  let number: Int
  let built: Instant
  let folder: String
  let last: BuiltEdition?
  let units: UnitTable
  let rules: FollowUpRules
  let made: BuiltEdition.Made

  /// Persons between two times that it is told how far it has come.
  private static let toldEvery = 1_000

  /// Reads everything in one consistent reading and writes the columns. Blocks.
  func build(
    _ connection: any Connection, _ keyring: Keyring, told: (Int) throws -> Void
  ) throws -> BuiltEdition {
    let store = CertificateStore(connection, keyring)
    let through = try store.last()
    var made = made
    made.newDocuments = through - (last?.documentsThrough ?? 0)
    let supplied = SuppliedStore(connection)
    let decisions = try Self.decisions(supplied)
    let extended = extended(decisions)
    var builder =
      extended ?? FollowUpBuilder(units: units, rules: rules, decisions: decisions)
    builder.notAfter = built.day
    builder.background = BackgroundVariable.all(try supplied.present(.background))
    made.background = builder.background.map(\.name)
    (made.outcomes, made.outcomesThrough) = (decisions.note.outcomes, decisions.note.through)
    let from = extended == nil ? 0 : last?.documentsThrough ?? 0
    made.isWhole = from == 0
    // A walk from nought is one through all, and where nothing is new there is none.
    if from == 0 || from < through {
      var read = 0
      try store.persons(after: from) { person in
        builder.add(person)
        read += 1
        if read % Self.toldEvery == 0 { try told(read) }
      }
      made.personsRead = read
    }
    countUnits(&made)
    var edition = BuiltEdition(
      number: number, built: built, documentsThrough: through, folder: folder, made: made)
    do throws(ColumnFault) {
      try builder.write(to: folder, notes: edition.notes)
      try countTies(&edition.made)
    } catch {
      throw ServiceError.fault("follow-up.unwritable")
    }
    try DocumentQuality(store, units: units).write(in: folder)
    return edition
  }

  /// A builder that goes on from the last edition; nil where that was made with other units or
  /// rules, or cannot be read.
  private func extended(_ decisions: DecisionTable) -> FollowUpBuilder? {
    guard let last else { return nil }
    return try? FollowUpBuilder(
      extending: last.folder, units: units, rules: rules, decisions: decisions)
  }

  private static func decisions(_ store: SuppliedStore) throws -> DecisionTable {
    var found: [(certificate: FactKey, decision: CertificateDecision)] = []
    try store.eachPresent(.decisions, as: CertificateDecision.self) { decision in
      guard let key = FactKey(hexadecimal: decision.certificate) else { return }
      found.append((key, decision))
    }
    return DecisionTable(found)
  }

  /// The ties of the edition that was written, beside those of the last one.
  private func countTies(_ made: inout BuiltEdition.Made) throws(ColumnFault) {
    let ties = try EditionTies(mapping: folder)
    let counts = ties.counts
    made.ties = Dictionary(
      uniqueKeysWithValues: CareUnitTie.allCases.map { ($0.rawValue, counts[$0] ?? 0) })
    guard let last, let before = try? EditionTies(mapping: last.folder) else { return }
    made.tieChanges = ties.changes(since: before)
  }

  private func countUnits(_ made: inout BuiltEdition.Made) {
    let now = Set(units.units.map(\.id))
    let before = last.flatMap { try? FollowUpUnits.list(in: $0.folder) } ?? []
    made.unitsAdded = now.subtracting(before).count
    made.unitsGone = Set(before).subtracting(now).count
  }
}

/// The care units of an edition, read from its head alone.
private enum FollowUpUnits {
  private struct Head: Decodable {
    let units: [UnitTable.Unit]
  }

  static func list(in folder: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: folder + "/edition.json") else {
      return []
    }
    return try JSONDecoder().decode(Head.self, from: data).units.map(\.id)
  }
}
