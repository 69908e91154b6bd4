// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synchronization

/// How far an import or an edition has come.
public struct FollowUpProgress: Codable, Hashable, Sendable {
  /// Documents that are done, or persons that have been read.
  public var done = 0
  /// Of so many; nil where that is not known.
  public var total: Int?
  /// Bytes read of all bytes, for an import.
  public var readBytes = 0
  public var totalBytes: Int?
  public var seconds = 0.0
  public var accepted = 0
  public var acceptedWithNotes = 0
  public var rejected = 0
  public var known = 0

  public init() {}

  init(_ group: StoredGroup) {
    done = group.soFar.documents
    readBytes = group.progress.readBytes
    totalBytes = group.progress.totalBytes
    seconds = group.progress.seconds
    accepted = group.soFar.accepted
    acceptedWithNotes = group.soFar.acceptedWithNotes
    rejected = group.soFar.rejected
    known = group.soFar.known
  }

  /// The part that is done, from 0 to 1; nil where the whole is not known.
  public var part: Double? {
    if let totalBytes, totalBytes > 0 { return min(Double(readBytes) / Double(totalBytes), 1) }
    guard let total, total > 0 else { return nil }
    return min(Double(done) / Double(total), 1)
  }

  /// Documents or persons a second so far; nil at the very beginning.
  public var perSecond: Double? { seconds > 0.2 && done > 0 ? Double(done) / seconds : nil }

  /// Seconds left at the rate so far; nil where that cannot be told.
  public var secondsLeft: Double? {
    guard let part, part > 0, seconds > 1 else { return nil }
    return seconds / part * (1 - part)
  }
}

/// Work that an analyst asked for, as her organisation sees it.
public struct FollowUpWork: Hashable, Sendable {
  public let id: Int
  public let kind: FollowUpJob.Kind
  public let state: FollowUpJob.State
  /// The reader's organisation asked for it.
  public let isOwn: Bool
  /// The person who asked for it; nil at another organisation.
  public let person: String?
  public let begun: Instant
  public let changed: Instant
  /// Its number in the journal of imports; nil until it has been begun.
  public let batch: Int?
  public let progress: FollowUpProgress
  /// What came of an import; nil until it is done.
  public let result: CertificateImport?
  /// The edition that was made, and whether there was anything new for it; nil until it is done.
  public let edition: MadeEdition?
  /// The code of the fault that stopped it; nil where a process was ended.
  public let fault: String?

  /// An edition that was made.
  public struct MadeEdition: Codable, Hashable, Sendable {
    public let number: Int
    public let isNew: Bool
  }

  init(_ job: FollowUpJob, for actor: Actor) {
    func read<Value: Decodable>(_ text: String?, as type: Value.Type) -> Value? {
      text.flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
    id = job.id
    kind = job.kind
    state = job.state
    isOwn = job.party == actor.party.description
    person = isOwn ? job.person : nil
    begun = job.created
    changed = job.changed
    batch = job.batch
    progress = read(job.progress, as: FollowUpProgress.self) ?? FollowUpProgress()
    let isDone = job.state == .done
    result =
      isDone && job.kind == .upload ? read(job.outcome, as: CertificateImport.self) : nil
    edition = isDone && job.kind == .edition ? read(job.outcome, as: MadeEdition.self) : nil
    fault = job.state == .stopped ? job.outcome : nil
  }
}

/// What a process that works knows before it has been written down.
final class WorkState: Sendable {
  private struct State {
    var progress = FollowUpProgress()
    var batch: Int?
    var isCancelled = false
  }

  private let state: Mutex<State> = Mutex(State())

  var progress: FollowUpProgress { state.withLock(\.progress) }
  var batch: Int? { state.withLock(\.batch) }
  var isCancelled: Bool { state.withLock(\.isCancelled) }

  func cancel() { state.withLock { $0.isCancelled = true } }

  func tell(_ progress: FollowUpProgress, batch: Int? = nil) {
    state.withLock {
      $0.progress = progress
      $0.batch = batch ?? $0.batch
    }
  }

  /// Throws where the work is nobody's any more.
  func check() throws {
    if isCancelled { throw CancellationError() }
  }
}

/// Whether a process works on what analysts asked for.
enum JobWorker: Sendable {
  case idle
  case working
  /// Somebody asked while it worked, so that it looks once more before it rests.
  case askedAgain
}

/// The words of the store that pages use too.
public typealias FollowUpWorkKind = FollowUpJob.Kind
/// How an import or edition stands.
public typealias FollowUpWorkState = FollowUpJob.State
/// What became of one document.
public typealias ImportedItem = UploadedItem
/// The ways in which a document can end.
public typealias ImportedOutcome = UploadedItem.Outcome
/// What a document is.
public typealias ImportedKind = CertificateRowKind
