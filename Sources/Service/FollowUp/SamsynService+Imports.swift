// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Foundation
import Store

/// Why a file that was sent for follow-up is not taken in at all.
public enum ImportFileFault: String, Hashable, CaseIterable, Sendable {
  case empty
  /// Neither XML nor a zip archive.
  case otherKind
}

/// An import in the journal, told to an analyst: numbers and whose it is, never who.
public struct ImportRecord: Hashable, Sendable {
  public let batch: Int
  /// The organisation, as `Party` writes it; nil for the operator.
  public let party: String?
  public let started: Instant
  /// Nil while it goes on, and where it was broken off.
  public let ended: Instant?
  /// Documents that are done.
  public let reached: Int
  /// What came of it; nil where that was not kept.
  public let result: CertificateImport?
}

extension SamsynService {
  /// Imports and editions that one person may have waiting.
  private static let mostWaiting = 5

  /// Lets this process make editions that are asked for on a page.
  public func keepEditions(in folder: String) { editionsFolder.withLock { $0 = folder } }

  /// Whether editions can be asked for.
  public var makesEditions: Bool { editionsFolder.withLock { $0 != nil } }

  /// Why files cannot be taken in, by their place among those that were sent; empty where all can.
  public func importFaults(_ files: [PrivateFile]) -> [Int: ImportFileFault] {
    var faults: [Int: ImportFileFault] = [:]
    for (place, file) in files.enumerated() { faults[place] = ImportFileFault(file) }
    return faults
  }

  /// Keeps files that an analyst has sent, sealed, and lets them be taken in in the background.
  ///
  /// - Parameter files: with the names they were sent under.
  /// - Throws: `analystsOnly`, `importsTooMany`, and `missing` where there is no file.
  public func takeImport(
    _ files: [(name: String, content: PrivateFile)], by actor: Actor
  ) async throws(ServiceError) -> FollowUpWork {
    try await requireAnalyst(actor)
    guard !files.isEmpty else { throw .refused(Refusal(.missing, field: "filer")) }
    let job = try await begin(.upload, .receiving, by: actor, items: files.count)
    for (index, file) in files.enumerated() {
      try await keep(file.content, named: file.name, place: index + 1, in: job.id)
    }
    let now = clock.unmoved()
    let ready = try await write { [keyring] connection in
      let jobs = FollowUpJobs(connection, keyring)
      guard try jobs.move(job.id, from: [.receiving], to: .waiting, at: now) else {
        throw Refusal(.importNotStopped)
      }
      return try jobs.find(job.id)
    }
    workOnFollowUpSoon()
    return FollowUpWork(ready ?? job, for: actor)
  }

  /// Lets an edition be made in the background; where one is waiting already, that one is answered.
  ///
  /// - Throws: `analystsOnly`, and `noEdition` where this process makes none.
  public func requestEdition(by actor: Actor) async throws(ServiceError) -> FollowUpWork {
    try await requireAnalyst(actor)
    guard makesEditions else { throw .refused(Refusal(.noEdition)) }
    let job = try await begin(.edition, .waiting, by: actor, items: 1)
    workOnFollowUpSoon()
    return FollowUpWork(job, for: actor)
  }

  private func begin(
    _ kind: FollowUpJob.Kind, _ state: FollowUpJob.State, by actor: Actor, items: Int
  ) async throws(ServiceError) -> FollowUpJob {
    let (now, logged) = (clock.unmoved(), clock.now())
    let (party, person) = (actor.party.description, actor.person)
    return try await write { [keyring] connection in
      let jobs = FollowUpJobs(connection, keyring)
      // Two who ask at the same time get the same edition.
      if kind == .edition, let open = try jobs.newestEdition(), open.state.isOpen { return open }
      let waiting = try jobs.list(party: party).count { $0.person == person && $0.state.isOpen }
      guard waiting < Self.mostWaiting else { throw Refusal(.importsTooMany) }
      let job = try jobs.begin(kind, state: state, party: party, person: person, at: now)
      try AccessLog(connection).record(
        AccessEntry(
          at: logged, party: party, person: person, action: "follow-up:\(kind.rawValue)",
          purpose: "follow-up-import", items: items))
      return job
    }
  }

  private static let blockBytes = 1 << 20

  private func keep(
    _ file: PrivateFile, named name: String, place: Int, in job: Int
  ) async throws(ServiceError) {
    guard let handle = FileHandle(forReadingAtPath: file.path) else {
      throw .fault("follow-up.unreadable")
    }
    defer { try? handle.close() }
    let kept = UploadedFile(place: place, name: name, bytes: file.byteCount)
    let begun = clock.unmoved()
    try await write { [keyring] connection in
      // Somebody has stopped it while it was sent: nothing more is kept of it.
      guard try FollowUpJobs(connection, keyring).addFile(kept, to: job, at: begun) else {
        throw Refusal(.importNotStopped)
      }
    }
    var number = 0
    while let bytes = try? handle.read(upToCount: Self.blockBytes), !bytes.isEmpty {
      number += 1
      let (block, now, place) = (number, clock.unmoved(), place)
      try await write { [keyring] connection in
        let isKept = try FollowUpJobs(connection, keyring)
          .addBlock(Array(bytes), number: block, of: place, to: job, at: now)
        guard isKept else { throw Refusal(.importNotStopped) }
      }
    }
  }

  /// Goes on with what has stopped.
  ///
  /// - Throws: `notFound` for what is not the organisation's, `importNotStopped`.
  public func resumeWork(_ id: Int, by actor: Actor) async throws(ServiceError) {
    try await move(id, from: [.stopped], to: .waiting, by: actor)
    workOnFollowUpSoon()
  }

  /// Stops what waits, is under way or has stopped. What was stored stays stored.
  ///
  /// - Throws: `notFound` for what is not the organisation's, `importNotStopped` where it has
  ///   ended.
  public func cancelWork(_ id: Int, by actor: Actor) async throws(ServiceError) {
    try await move(id, from: [.waiting, .running, .stopped, .receiving], to: .cancelled, by: actor)
  }

  private func move(
    _ id: Int, from states: [FollowUpJob.State], to state: FollowUpJob.State, by actor: Actor
  ) async throws(ServiceError) {
    _ = try await work(id, for: actor)
    let now = clock.unmoved()
    let isMoved = try await write { [keyring] in
      try FollowUpJobs($0, keyring).move(id, from: states, to: state, at: now)
    }
    guard isMoved else { throw .refused(Refusal(.importNotStopped)) }
  }

  /// One import or edition of an analyst's own organisation. Throws `analystsOnly`, and `notFound`
  /// for what is another's.
  public func work(_ id: Int, for actor: Actor) async throws(ServiceError) -> FollowUpWork {
    try await requireAnalyst(actor)
    let job = try await read { [keyring] in try FollowUpJobs($0, keyring).find(id) }
    guard let job, job.party == actor.party.description else {
      throw .refused(Refusal(.notFound))
    }
    return FollowUpWork(job, for: actor)
  }

  /// The last imports and editions of an analyst's own organisation, the newest first.
  public func followUpWork(for actor: Actor) async throws(ServiceError) -> [FollowUpWork] {
    try await requireAnalyst(actor)
    let party = actor.party.description
    return try await read { [keyring] in
      try FollowUpJobs($0, keyring).list(party: party).map { FollowUpWork($0, for: actor) }
    }
  }

  /// The edition that is being made, whoever asked for it, else the one that was asked for last.
  public func editionWork(for actor: Actor) async throws(ServiceError) -> FollowUpWork? {
    try await requireAnalyst(actor)
    return try await read { [keyring] in
      try FollowUpJobs($0, keyring).newestEdition().map { FollowUpWork($0, for: actor) }
    }
  }

  /// The journal of imports, the newest first. Throws `analystsOnly`.
  public func importRecords(
    for actor: Actor, limit: Int = Limits.pageRows
  ) async throws(ServiceError) -> [ImportRecord] {
    try await requireAnalyst(actor)
    return try await read { [keyring] in
      try CertificateStore($0, keyring).batches(limit: limit).map(ImportRecord.init)
    }
  }

  /// The edition that is read now, and how many documents have come since it was made. Throws
  /// `analystsOnly`.
  public func editionAndNews(
    for actor: Actor
  ) async throws(ServiceError) -> (edition: BuiltEdition?, newDocuments: Int) {
    try await requireAnalyst(actor)
    let edition = try await latestEdition()
    let last = try await read { [keyring] in try CertificateStore($0, keyring).last() }
    return (edition, max(last - (edition?.documentsThrough ?? 0), 0))
  }

  /// What became of some documents of an import of the analyst's own organisation, and how many
  /// there are of each outcome. Names are told to nobody but whoever sent the files; for others
  /// they are empty. It is logged.
  public func importItems(
    _ id: Int, outcome: UploadedItem.Outcome? = nil, after: Int = 0, skipping: Int = 0,
    limit: Int = Limits.pageRows, for actor: Actor
  ) async throws(ServiceError) -> (
    items: [UploadedItem], counts: [UploadedItem.Outcome: Int], isSender: Bool
  ) {
    let work = try await work(id, for: actor)
    let isSender = work.person == actor.person
    let found = try await read { [keyring] connection in
      let jobs = FollowUpJobs(connection, keyring)
      let items = try jobs.items(
        of: id, outcome: outcome, after: after, skipping: skipping, limit: limit)
      return (items, try jobs.counts(of: id))
    }
    let entry = AccessEntry(
      at: clock.now(), party: actor.party.description, person: actor.person,
      action: "follow-up:import-result", purpose: "follow-up-import", items: found.0.count)
    // A file is read bit by bit, and is one reading.
    if after == 0 {
      do { try await readLog.record(entry) } catch { throw ServiceError(error) }
    }
    return (isSender ? found.0 : found.0.map(\.nameless), found.1, isSender)
  }

  /// Removes files, names and unfinished uploads that have had their time.
  func removeStaleImports() async throws(ServiceError) {
    let now = clock.unmoved()
    while true {
      let removed = try await write { [keyring] in
        try FollowUpJobs($0, keyring).removeStale(
          receivingBefore: now.adding(hours: -KeepingTime.receivingHours),
          stoppedBefore: now.adding(hours: -24 * KeepingTime.stoppedUploadDays),
          namesBefore: now.adding(hours: -24 * KeepingTime.uploadNameDays))
      }
      if !removed { return }
    }
  }
}

extension UploadedItem {
  /// The same without its name.
  fileprivate var nameless: UploadedItem {
    UploadedItem(
      number: number, outcome: outcome, kind: kind, type: type, refusal: refusal,
      reasons: reasons, name: "")
  }
}

extension ImportRecord {
  fileprivate init(_ batch: CertificateBatch) {
    self.init(
      batch: batch.id,
      party: batch.origin == "page"
        ? batch.actor.split(separator: " ").first.map(String.init) : nil,
      started: batch.started, ended: batch.ended, reached: batch.reached,
      result: batch.outcome.flatMap {
        try? JSONDecoder().decode(CertificateImport.self, from: Data($0.utf8))
      })
  }
}

extension ImportFileFault {
  /// Nil for a file that may be what is taken in: a zip archive, or something that begins as XML
  /// does.
  init?(_ file: PrivateFile) {
    guard file.byteCount > 0 else {
      self = .empty
      return
    }
    guard let handle = FileHandle(forReadingAtPath: file.path) else { return nil }
    defer { try? handle.close() }
    let head = [UInt8]((try? handle.read(upToCount: 4096)) ?? Data())
    if head.starts(with: [0x50, 0x4B]) { return nil }
    // UTF-16 has a nought in every other byte; marks of the encoding and blanks may come first.
    let first = head.first { byte in
      ![0, 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(byte)
    }
    if first == UInt8(ascii: "<") { return nil }
    self = .otherKind
  }
}
