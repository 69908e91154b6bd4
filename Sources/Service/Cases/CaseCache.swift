// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synchronization

/// Histories of cases that were worked on lately, each under the head of its chain.
///
/// A history is given back only to who has just read the same head in the journal. The head's
/// hash stands for every event before it and no two appends give the same hash, so what was kept
/// needs no invalidation: after an append by another process, or after a rollback of the append
/// it came from, the heads differ and the history is read again.
final class CaseCache: Sendable {
  /// Cases in each of the two generations. At a few kilobytes a case this is some megabytes.
  private static let generation = 128
  /// Events in each of the two generations, some tens of megabytes; one case may have more.
  static let generationEvents = 20_000
  /// How long a history is shown before its rows are read again.
  private static let shownFor = Duration.seconds(60)

  private struct Entry {
    let head: StreamHead
    let events: [RecordedEvent]
    /// When the rows were last read.
    var read: ContinuousClock.Instant
  }

  private struct Entries {
    var young: [CaseNumber: Entry] = [:]
    /// Events of the young.
    var count = 0
    /// What was young before; it goes when the young ones have become as many again.
    var old: [CaseNumber: Entry] = [:]
  }

  private let entries = Mutex(Entries())

  /// The history of a case whose chain ends with a head; nil where another or none is kept.
  func events(_ id: CaseNumber, at head: StreamHead) -> [RecordedEvent]? {
    let kept = entries.withLock { $0.young[id] ?? $0.old[id] }
    guard let kept, kept.head == head else { return nil }
    return kept.events
  }

  /// Keeps a history that ends with a head.
  ///
  /// - Parameter read: when its rows were read.
  func keep(
    _ events: [RecordedEvent], of id: CaseNumber, at head: StreamHead,
    read: ContinuousClock.Instant = .now
  ) {
    entries.withLock { entries in
      entries.count += events.count - (entries.young[id]?.events.count ?? 0)
      entries.young[id] = Entry(head: head, events: events, read: read)
      guard entries.young.count >= Self.generation || entries.count >= Self.generationEvents
      else { return }
      entries.old = entries.young
      entries.young = [:]
      entries.count = 0
    }
  }

  /// Whether the rows of a kept history should be read again; only one who asks is told so.
  func isDue(_ id: CaseNumber, at now: ContinuousClock.Instant = .now) -> Bool {
    entries.withLock { entries in
      guard let read = (entries.young[id] ?? entries.old[id])?.read,
        now - read >= Self.shownFor
      else { return false }
      entries.young[id]?.read = now
      entries.old[id]?.read = now
      return true
    }
  }

  /// Lengthens a history that is kept by events that have just been stored after it. They need
  /// not be committed: should they be rolled back, no journal will ever show their head.
  func append(_ events: [RecordedEvent], to id: CaseNumber, _ stored: [StoredEvent]) {
    guard let first = stored.first, let last = stored.last else { return }
    let before = first.headBefore
    guard before != .none else { return keep(events, of: id, at: last.head) }
    let kept = entries.withLock { $0.young[id] ?? $0.old[id] }
    guard let kept, kept.head == before else { return }
    keep(kept.events + events, of: id, at: last.head, read: kept.read)
  }

  /// Forgets a case, for instance because its key was destroyed.
  func forget(_ id: CaseNumber) {
    entries.withLock { entries in
      entries.count -= entries.young[id]?.events.count ?? 0
      entries.young[id] = nil
      entries.old[id] = nil
    }
  }
}
