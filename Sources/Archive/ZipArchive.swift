// SPDX-License-Identifier: Apache-2.0

import CArchive

/// Reads a zip archive from a file, entry by entry and piece by piece: nothing is written to disk
/// and no entry is held in memory. An archive inside an archive is an entry like others.
///
/// A reader is used by one task at a time.
public final class ZipArchive {
  /// A file in the archive.
  public struct Entry: Hashable, Sendable {
    /// Its name with folders, which has been checked and is still not to be used as a path.
    public let name: String
  }

  private let archive: OpaquePointer
  private let limits: ArchiveLimits
  private var entries = 0
  private var files = 0
  private var unpacked = 0
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  /// Where the bytes come from when there is no file.
  private let source: ArchiveSource?

  /// Opens an archive. Throws `unreadable`; `damaged` for what is no archive and for one that was
  /// cut off and so has lost its list of entries at the end, of which nothing is read; and `empty`.
  public init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveFault) {
    guard let archive = archive_read_new() else { throw ArchiveFault(.unreadable) }
    self.archive = archive
    self.limits = limits
    source = nil
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
      throw Self.fault(at: path)
    }
  }

  /// Why a file was not opened. A list without entries is no list to libarchive.
  private static func fault(at path: String) -> ArchiveFault {
    let file = archive_read_new()
    defer { archive_read_free(file) }
    archive_read_support_format_zip_streamable(file)
    // Any other file is opened as one entry.
    archive_read_support_format_raw(file)
    archive_read_support_format_empty(file)
    guard archive_read_open_filename(file, path, 1 << 16) == ARCHIVE_OK else {
      return ArchiveFault(.unreadable)
    }
    var entry: OpaquePointer?
    let isEmpty =
      archive_read_next_header(file, &entry) == ARCHIVE_EOF
      && archive_format(file) == ARCHIVE_FORMAT_ZIP
    return ArchiveFault(isEmpty ? .empty : .damaged)
  }

  /// Reads an archive from a stream, such as a pipe, that is read once from its beginning.
  ///
  /// - Parameter next: gives the next bytes, and none at the end.
  public init(
    limits: ArchiveLimits = .standard, reading next: @escaping () -> [UInt8]
  ) throws(ArchiveFault) {
    guard let archive = archive_read_new() else { throw ArchiveFault(.unreadable) }
    self.archive = archive
    self.limits = limits
    let source = ArchiveSource(next)
    self.source = source
    archive_read_support_format_zip_streamable(archive)
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(source).toOpaque(), nil,
      { _, owner, place in
        guard let owner, let place else { return 0 }
        return Unmanaged<ArchiveSource>.fromOpaque(owner).takeUnretainedValue().read(place)
      }, nil)
    guard status == ARCHIVE_OK else { throw ArchiveFault(.unreadable) }
  }

  /// Bytes of the archive itself that have been read.
  public var packedBytes: Int { max(Int(archive_filter_bytes(archive, -1)), 0) }

  deinit { archive_read_free(archive) }

  /// The next file; folders are passed over. Nil at the end. What was not read of the one before
  /// is passed over too.
  public func next() throws(ArchiveFault) -> Entry? {
    while true {
      var pointer: OpaquePointer?
      let status = archive_read_next_header(archive, &pointer)
      if status == ARCHIVE_EOF {
        guard files > 0 else { throw ArchiveFault(.empty) }
        return nil
      }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let pointer else {
        throw ArchiveFault(.damaged)
      }
      entries += 1
      let kind = archive_entry_filetype(pointer)
      if kind != Self.folder { files += 1 }
      guard entries <= limits.maximumEntries else { throw ArchiveFault(.tooManyEntries) }
      guard archive_entry_is_encrypted(pointer) == 0 else { throw ArchiveFault(.encrypted) }
      guard let text = archive_entry_pathname_utf8(pointer) ?? archive_entry_pathname(pointer)
      else { throw ArchiveFault(.path) }
      let name = String(cString: text)
      guard Self.isSafe(name) else { throw ArchiveFault(.path) }
      let hasLink =
        archive_entry_symlink(pointer) != nil || archive_entry_hardlink(pointer) != nil
      if kind == Self.folder { continue }
      guard kind == Self.file, !hasLink else { throw ArchiveFault(.kind) }
      return Entry(name: name)
    }
  }

  /// The next bytes of the file that `next` gave; empty at its end.
  public func read() throws(ArchiveFault) -> [UInt8] {
    let count = piece.withUnsafeMutableBytes { buffer in
      archive_read_data(archive, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw ArchiveFault(.damaged) }
    unpacked += count
    guard unpacked <= limits.maximumBytes else { throw ArchiveFault(.tooLarge) }
    if unpacked > 1 << 20 {
      let packed = max(packedBytes, 1)
      guard unpacked / packed <= limits.maximumRatio else { throw ArchiveFault(.bomb) }
    }
    return Array(piece[..<count])
  }

  // The kinds as libarchive writes them: macros with casts, which are not imported.
  private static let file: UInt32 = 0o100000
  private static let folder: UInt32 = 0o040000

  /// A relative name without a way up.
  private static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024, !name.hasPrefix("/"),
      !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }),
      !name.dropFirst().hasPrefix(":")
    else { return false }
    return !name.split(separator: "/").contains("..")
  }
}

/// Holds the bytes that libarchive reads from until it asks for more.
private final class ArchiveSource {
  private let next: () -> [UInt8]
  private var held: UnsafeMutableBufferPointer<UInt8>?

  init(_ next: @escaping () -> [UInt8]) { self.next = next }

  deinit { held?.deallocate() }

  func read(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    held?.deallocate()
    let bytes = next()
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = buffer.initialize(from: bytes)
    held = buffer
    place.pointee = UnsafeRawPointer(buffer.baseAddress)
    return bytes.count
  }
}
