// SPDX-License-Identifier: Apache-2.0

import CArchive

/// That an archive cannot be written.
public struct ZipWriteFault: Error, Hashable, Sendable {}

/// Writes a zip archive to a file, entry by entry. Entries carry no time, so that the same content
/// gives the same bytes everywhere.
///
/// A writer is used by one task at a time.
public final class ZipWriter {
  private let archive: OpaquePointer
  private var isOpen = true

  /// Begins an archive; a file that is there is written over. Throws where that cannot be done.
  public init(path: String) throws(ZipWriteFault) {
    guard let archive = archive_write_new() else { throw ZipWriteFault() }
    self.archive = archive
    archive_write_set_format_zip(archive)
    guard archive_write_open_filename(archive, path) == ARCHIVE_OK else {
      throw ZipWriteFault()
    }
  }

  /// Adds a file under a name with folders.
  public func add(_ name: String, _ bytes: [UInt8]) throws(ZipWriteFault) {
    guard let entry = archive_entry_new() else { throw ZipWriteFault() }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(bytes.count))
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw ZipWriteFault() }
    let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw ZipWriteFault() }
  }

  /// Ends the archive. Throws where the rest cannot be written.
  public func close() throws(ZipWriteFault) {
    isOpen = false
    guard archive_write_close(archive) == ARCHIVE_OK else { throw ZipWriteFault() }
  }

  deinit {
    if isOpen { archive_write_close(archive) }
    archive_write_free(archive)
  }
}
