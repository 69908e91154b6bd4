// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The text of documents that were read lately, in memory only. Who may read is asked before, and
/// the bytes of a document never change, so what is here is right for as long as it is here.
final class DocumentTextCache: Sendable {
  /// Bytes of text kept at most.
  static let bytesMax = 32 * 1_048_576

  private struct Kept {
    let pages: [String]
    let bytes: Int
    var used: Int
  }

  private struct State {
    var kept: [String: Kept] = [:]
    var bytes = 0
    var uses = 0
  }

  private let state = Mutex(State())

  /// The pages, where they are here.
  func pages(of document: String) -> [String]? {
    state.withLock { state in
      state.uses += 1
      state.kept[document]?.used = state.uses
      return state.kept[document]?.pages
    }
  }

  /// Keeps the pages, and lets go of those that were not used for longest.
  func keep(_ pages: [String], of document: String) {
    let bytes = pages.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= Self.bytesMax / 2 else { return }
    state.withLock { state in
      guard state.kept[document] == nil else { return }
      state.uses += 1
      state.kept[document] = Kept(pages: pages, bytes: bytes, used: state.uses)
      state.bytes += bytes
      while state.bytes > Self.bytesMax,
        let oldest = state.kept.min(by: { $0.value.used < $1.value.used })
      {
        state.kept[oldest.key] = nil
        state.bytes -= oldest.value.bytes
      }
    }
  }
}
