// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Foundation
import Store

extension SamsynService {
  /// Milliseconds between two times that a process says that it works on something, and those after
  /// which another takes it over.
  private static let beatMilliseconds: Int64 = 1_000
  private static let silentMilliseconds: Int64 = 20_000
  /// How often something is begun that ends the process each time.
  private static let mostAttempts = 5

  /// Begins at once with what waits, in the background.
  func workOnFollowUpSoon() {
    Task.detached(priority: .utility) { [weak self] in
      await self?.workOnFollowUp()
    }
  }

  /// Does the imports and editions that wait, one after the other, also those that another process
  /// has left: what was stored is passed over, so that each goes on where it stopped. Returns when
  /// nothing waits, or at once where this process is at it already.
  public func workOnFollowUp() async {
    let isFirst = jobWorker.withLock { worker in
      defer { worker = worker == .idle ? .working : .askedAgain }
      return worker == .idle
    }
    guard isFirst else { return }
    while true {
      while !Task.isCancelled, let job = try? await nextJob() { await perform(job) }
      let isAskedAgain = jobWorker.withLock { worker in
        defer { worker = worker == .askedAgain && !Task.isCancelled ? .working : .idle }
        return worker == .askedAgain
      }
      guard isAskedAgain, !Task.isCancelled else { return }
    }
  }

  private func nextJob() async throws(ServiceError) -> FollowUpJob? {
    let now = clock.unmoved()
    return try await write { [keyring, leaseHolder] connection in
      try FollowUpJobs(connection, keyring).claim(
        holder: leaseHolder, silentSince: now.adding(milliseconds: -Self.silentMilliseconds),
        at: now)
    }
  }

  private func perform(_ job: FollowUpJob) async {
    let state = WorkState()
    let beats = Task { await self.beat(job, state) }
    defer { beats.cancel() }
    do {
      guard job.attempts <= Self.mostAttempts else {
        return await end(job, .stopped, "follow-up.attempts")
      }
      let outcome: String
      switch job.kind {
      case .upload: outcome = try await takeIn(job, state)
      case .edition: outcome = try await makeEdition(state)
      }
      try state.check()
      _ = try await tell(job, state)
      await end(job, .done, outcome)
    } catch {
      // A process that ends leaves the job to the next one, which goes on with it.
      if Task.isCancelled { return }
      // Whoever stopped it has said so already.
      if state.isCancelled { return }
      await end(job, .stopped, ServiceError(error).faultCode)
    }
  }

  /// Says once a second that the work goes on; ends it where it is no longer this process's.
  private func beat(_ job: FollowUpJob, _ state: WorkState) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(Self.beatMilliseconds))
      guard !Task.isCancelled else { return }
      // A store that does not answer just now is asked again.
      guard let isMine = try? await tell(job, state) else { continue }
      if !isMine { return state.cancel() }
    }
  }

  private func tell(_ job: FollowUpJob, _ state: WorkState) async throws -> Bool {
    let (now, batch) = (clock.unmoved(), state.batch)
    let progress = String(decoding: try stableJSON(state.progress), as: UTF8.self)
    return try await write { [keyring, leaseHolder] connection in
      try FollowUpJobs(connection, keyring).beat(
        job.id, holder: leaseHolder, progress: progress, batch: batch, at: now)
    }
  }

  private func end(_ job: FollowUpJob, _ state: FollowUpJob.State, _ outcome: String) async {
    let now = clock.unmoved()
    // Where even this cannot be written, the job is taken over when it has been silent.
    try? await write { [keyring, leaseHolder] connection in
      try FollowUpJobs(connection, keyring).end(
        job.id, holder: leaseHolder, state: state, outcome: outcome, at: now)
    }
  }

  /// Lays the files in a private folder and takes them in.
  private func takeIn(_ job: FollowUpJob, _ state: WorkState) async throws -> String {
    let files = try await read { [keyring] in try FollowUpJobs($0, keyring).files(of: job.id) }
    var start = FollowUpProgress()
    start.totalBytes = files.reduce(0) { $0 + $1.bytes }
    state.tell(start)
    let folder = try PrivateFolder(bytes: start.totalBytes ?? 0)
    defer { folder.remove() }
    var paths: [String] = []
    var names: [String: String] = [:]
    for file in files {
      let path = try await layOut(file, of: job, in: folder).path
      paths.append(path)
      names[path] = file.name
      try state.check()
    }
    var number = 0
    let done = try await importCertificates(
      CertificateSource(paths: paths, name: "upload \(job.id)", names: names),
      by: .page(party: job.party, person: job.person)
    ) { items, group in
      try state.check()
      var told: [UploadedItem] = []
      for item in items {
        number += 1
        told.append(UploadedItem(item, number: number))
      }
      let (some, now) = (told, FollowUpProgress(group))
      try await self.write { [keyring] in try FollowUpJobs($0, keyring).add(some, to: job.id) }
      state.tell(now, batch: group.soFar.batch)
    }
    return String(decoding: try stableJSON(done), as: UTF8.self)
  }

  private func layOut(
    _ file: UploadedFile, of job: FollowUpJob, in folder: PrivateFolder
  ) async throws -> PrivateFile {
    let writer = try FileWriter(in: folder)
    var number = 1
    while true {
      let place = number
      let bytes = try await read { [keyring] in
        try FollowUpJobs($0, keyring).block(place, of: file.place, in: job.id)
      }
      guard let bytes else { break }
      try writer.append(bytes)
      number += 1
    }
    let whole = try writer.close()
    guard whole.byteCount == file.bytes else { throw ServiceError.fault("follow-up.upload") }
    return whole
  }

  private func makeEdition(_ state: WorkState) async throws -> String {
    guard let folder = editionsFolder.withLock({ $0 }) else {
      throw ServiceError.fault("follow-up.folder")
    }
    var start = FollowUpProgress()
    start.total = try await read { [keyring] in try CertificateStore($0, keyring).personCount() }
    state.tell(start)
    let begun = ContinuousClock.now
    let total = start.total
    let made = try await buildFollowUp(in: folder) { read in
      try state.check()
      var progress = FollowUpProgress()
      progress.done = read
      progress.total = total
      let (seconds, parts) = begun.duration(to: .now).components
      progress.seconds = Double(seconds) + Double(parts) / 1e18
      state.tell(progress)
    }
    let edition = FollowUpWork.MadeEdition(number: made.number, isNew: made.isNew)
    return String(decoding: try stableJSON(edition), as: UTF8.self)
  }
}

extension UploadedItem {
  fileprivate init(_ item: CertificateImportItem, number: Int) {
    let judgement = item.judgement
    let outcome: Outcome =
      switch (judgement?.verdict, item.isKnown) {
      case (nil, _): .passedOver
      case (_, true): .known
      case (.accepted, _): .accepted
      case (.acceptedWithNotes, _): .acceptedWithNotes
      case (.rejected, _): .rejected
      }
    self.init(
      number: number, outcome: outcome, kind: judgement?.kind ?? .none, type: judgement?.type,
      refusal: judgement?.refusal, reasons: judgement?.reasons ?? [], name: item.name)
  }
}

extension ServiceError {
  /// What stands with a job that it stopped; no content.
  fileprivate var faultCode: String {
    switch self {
    case .refused(let refusal): refusal.code.rawValue
    case .notDemonstration: "not-demonstration"
    case .fault(let code): code
    }
  }
}
