// SPDX-License-Identifier: Apache-2.0
import Documents
import Store

/// Documents that somebody turns the pages of, as files in the clear in their private folders, so
/// that each page does not open the whole document again. A file goes a minute after its last page,
/// and sooner where others come; its folder goes with it. Who may read is asked before each page.
actor OpenFiles {
  static let filesMax = 4
  static let idle = Duration.seconds(60)

  private struct Entry {
    let opening: Task<PrivateFile, any Error>
    var lastUse: Int
  }

  private var entries: [String: Entry] = [:]
  private var clock = 0
  private let idle: Duration

  init(idle: Duration = OpenFiles.idle) { self.idle = idle }

  /// How many files lie open.
  var count: Int { entries.count }

  /// The document's file, opened by `open` where it is not here.
  func file(
    of document: String, open: @escaping @Sendable () async throws -> PrivateFile
  ) async throws -> PrivateFile {
    clock += 1
    let use = clock
    let opening = entries[document]?.opening ?? Task { try await open() }
    entries[document] = Entry(opening: opening, lastUse: use)
    while entries.count > Self.filesMax,
      let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      entries[oldest.key] = nil
    }
    do {
      let file = try await opening.value
      let idle = idle
      Task { [weak self] in
        try? await Task.sleep(for: idle)
        await self?.close(document, unusedSince: use)
      }
      return file
    } catch {
      entries[document] = nil
      throw error
    }
  }

  /// Lets go of all files, as when the service closes.
  func closeAll() { entries = [:] }

  private func close(_ document: String, unusedSince use: Int) {
    if entries[document]?.lastUse == use { entries[document] = nil }
  }
}
