// SPDX-License-Identifier: Apache-2.0
import Store
import Synchronization

/// The latest value folded from each stream, kept as long as the stream has the same head. The
/// hash of the head tells it apart from a value that was read but never committed.
final class HeadCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let entries = Mutex<[Key: (head: StreamHead, value: Value)]>([:])

  /// The value of a key at a head: the one kept, or else what `fold` makes, which is kept.
  func value(
    _ key: Key, at head: StreamHead, orElse fold: () throws -> Value
  ) rethrows -> Value {
    let kept = entries.withLock { $0[key] }
    if let kept, kept.head == head { return kept.value }
    let value = try fold()
    entries.withLock { $0[key] = (head, value) }
    return value
  }
}
