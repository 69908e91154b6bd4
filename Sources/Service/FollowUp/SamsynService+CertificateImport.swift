// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Store

/// Documents that are read, judged and stored together.
private struct FedGroup: Sendable {
  var documents: [(place: Int, document: FedDocument)] = []
  var bytes = 0
}

/// A group that is stored.
private struct DoneGroup: Sendable {
  let items: [CertificateImportItem]
  let readBytes: Int
}

/// What is taken in: files and folders, what the journal of imports knows it by, and what files are
/// called that lie under another name.
struct CertificateSource: Sendable {
  let paths: [String]
  let name: String
  var names: [String: String] = [:]
}

/// How far an import has come when a group is stored.
struct StoredGroup: Sendable {
  let soFar: CertificateImport
  let progress: CertificateImportProgress
}

extension SamsynService {
  /// Documents and bytes in a group, and groups that are worked on at the same time. Together they
  /// bound the memory of an import.
  private static let groupDocuments = 400
  private static let groupBytes = 8 << 20
  private static let groupsAtOnce = 4

  /// Takes in documents about certificates: reads, judges and stores them, some hundred in each
  /// transaction. Documents that are stored already are recognised, in any order and however often
  /// they come. Broken off at any moment and begun again, it goes on: what was told as done is
  /// stored.
  ///
  /// For the operator: nobody who is signed in names paths.
  ///
  /// - Parameters:
  ///   - paths: files, folders and zip archives; `-` is standard input.
  ///   - item: told of each document when it is stored, in order.
  ///   - progress: told after each group.
  public func importCertificates(
    _ paths: [String], by importer: CertificateImporter = .command,
    item: (CertificateImportItem) throws -> Void = { _ in },
    progress: (CertificateImportProgress) -> Void = { _ in }
  ) async throws -> CertificateImport {
    try await importCertificates(
      CertificateSource(paths: paths, name: paths.joined(separator: "\n")), by: importer
    ) { items, done in
      for each in items { try item(each) }
      progress(done.progress)
    }
  }

  /// As above, told of each group when it is stored.
  func importCertificates(
    _ from: CertificateSource, by importer: CertificateImporter,
    stored: ([CertificateImportItem], StoredGroup) async throws -> Void
  ) async throws -> CertificateImport {
    let keys = CertificateKeys(keyring)
    let source = keys.name(from.name)
    let (now, keyring) = (clock.now(), keyring)
    let batch = try await write { connection in
      try CertificateStore(connection, keyring).begin(
        source: source, origin: importer.origin, actor: importer.actor, at: now)
    }
    var done = CertificateImport(
      batch: batch.id, resumedAt: batch.reached > 0 ? batch.reached : nil)
    let started = ContinuousClock.now
    let feed = CertificateFeed(from.paths, names: from.names)
    var running: [Task<DoneGroup, any Error>] = []
    defer { for task in running { task.cancel() } }
    func settle() async throws {
      let group = try await running[0].value
      running.removeFirst()
      for each in group.items { done.count(each) }
      let progress = CertificateImportProgress(
        documents: done.documents, seconds: started.elapsedSeconds, readBytes: group.readBytes,
        totalBytes: feed.totalBytes)
      try await stored(group.items, StoredGroup(soFar: done, progress: progress))
    }
    var place = 0
    while let group = Self.nextGroup(feed, &place) {
      try Task.checkCancellation()
      if running.count == Self.groupsAtOnce { try await settle() }
      let (previous, read, reached) = (running.last, feed.readBytes, place)
      running.append(
        Task { try await self.take(group, batch.id, reached, read, after: previous, keys) })
    }
    while !running.isEmpty { try await settle() }
    done.waiting = try await read { connection in
      try CertificateStore(connection, keyring).waiting().values.reduce(0, +)
    }
    done.seconds = started.elapsedSeconds
    let (reached, ended) = (place, clock.now())
    let outcome = String(decoding: try stableJSON(done), as: UTF8.self)
    try await write { connection in
      try CertificateStore(connection, keyring)
        .end(batch.id, place: reached, outcome: outcome, at: ended)
    }
    return done
  }

  private static func nextGroup(_ feed: CertificateFeed, _ place: inout Int) -> FedGroup? {
    var group = FedGroup()
    while group.documents.count < groupDocuments, group.bytes < groupBytes,
      let document = feed.next()
    {
      place += 1
      group.documents.append((place, document))
      if case .bytes(let bytes) = document.content { group.bytes += bytes.count }
    }
    return group.documents.isEmpty ? nil : group
  }

  /// Reads and judges a group, and stores it when the group before it is stored.
  private func take(
    _ group: FedGroup, _ batch: Int, _ reached: Int, _ readBytes: Int,
    after previous: Task<DoneGroup, any Error>?, _ keys: CertificateKeys
  ) async throws -> DoneGroup {
    let digests = group.documents.map { Self.digest($0.document, keys) }
    let names = group.documents.map { keys.name($0.document.name) }
    let keyring = keyring
    let known = try await read { connection in
      try CertificateStore(connection, keyring).known(digests.compactMap { $0 })
    }
    var rows: [NewCertificateRow] = []
    for (number, fed) in group.documents.enumerated() {
      guard let digest = digests[number], known[digest] == nil else { continue }
      rows.append(Self.row(fed.document, digest, fed.place, names[number], keys))
    }
    _ = try await previous?.value
    let (new, now) = (rows, clock.now())
    let own = known.filter { $0.value.batch == batch }.keys
    let (added, earlier) = try await write { connection in
      let store = CertificateStore(connection, keyring)
      let added = try store.add(new, batch: batch, at: now)
      try store.reach(batch, file: names.last, place: reached)
      return (added, try store.earlier(Array(added) + own))
    }
    // What another group or import stored in between is known too.
    var fresh = added
    let judged = Dictionary(
      rows.map { ($0.digest, $0.judgement) }, uniquingKeysWith: { first, _ in first })
    let items = group.documents.enumerated().map { number, fed in
      guard let digest = digests[number] else {
        return CertificateImportItem(name: fed.document.name, judgement: nil, isKnown: false)
      }
      if let stored = known[digest] {
        let isOwn = stored.batch == batch && stored.name == names[number]
        return CertificateImportItem(
          name: fed.document.name, judgement: stored.judgement, isKnown: !isOwn,
          earlier: isOwn ? earlier[digest] : nil)
      }
      let isFresh = fresh.remove(digest) != nil
      return CertificateImportItem(
        name: fed.document.name, judgement: judged[digest], isKnown: !isFresh,
        earlier: isFresh ? earlier[digest] : nil)
    }
    return DoneGroup(items: items, readBytes: readBytes)
  }

  /// Nil for what is passed over. What has no bytes is known by its name and the reason.
  private static func digest(_ document: FedDocument, _ keys: CertificateKeys) -> FactKey? {
    switch document.content {
    case .bytes(let bytes): keys.document(bytes)
    case .refused(let code): keys.name("\(code)\n\(document.name)")
    case .passedOver: nil
    }
  }

  private static func row(
    _ document: FedDocument, _ digest: FactKey, _ place: Int, _ name: FactKey,
    _ keys: CertificateKeys
  ) -> NewCertificateRow {
    if case .bytes(let bytes) = document.content {
      return NewCertificateRow(
        CertificateDocument.read(bytes), bytes: bytes, digest: digest, place: place, name: name,
        keys)
    }
    var refusal = ""
    if case .refused(let code) = document.content { refusal = code }
    return NewCertificateRow(
      digest: digest, judgement: CertificateJudgement(refusal: refusal), subject: nil,
      certificate: nil, unit: nil, day: nil, sent: nil, fact: nil, original: [], place: place,
      name: name)
  }
}

extension ContinuousClock.Instant {
  /// Seconds since then.
  fileprivate var elapsedSeconds: Double {
    let (seconds, parts) = duration(to: .now).components
    return Double(seconds) + Double(parts) / 1e18
  }
}
