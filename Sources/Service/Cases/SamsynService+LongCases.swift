// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// Reads the long cases in which something happened last, so that the first page of each comes
  /// as soon as those after it. Meant for the background of a start; nothing waits for it, and
  /// what is shown is the same without it (decision 0026).
  ///
  /// A case that cannot be read is passed over: whoever opens it is told.
  public func readLongCases() async {
    await readLongCases(eventsMax: CaseCache.generationEvents)
  }

  /// - Parameter eventsMax: how many events are read in all.
  func readLongCases(eventsMax: Int) async {
    let from = Self.longHistory
    let found = try? await read { try Journal($0, self.keyring).longStreams(from: from) }
    var left = eventsMax
    for stream in found ?? [] where stream.version <= left {
      guard !Task.isCancelled, let id = try? CaseNumber(stream.name) else { continue }
      left -= stream.version
      _ = try? await read { try self.shownHistories($0).load(id) }
    }
  }
}
