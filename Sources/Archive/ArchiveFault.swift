// SPDX-License-Identifier: Apache-2.0

/// Why an archive was not read. It names no content and no name from inside the archive.
public struct ArchiveFault: Error, Hashable, Sendable {
  /// The kinds of fault. The raw value is a stable code that is never reused.
  public enum Code: String, Hashable, CaseIterable, Sendable {
    /// The file cannot be opened.
    case unreadable
    /// Not a zip archive, or damaged, or cut off.
    case damaged
    /// An archive without any file.
    case empty
    /// An entry's name leads out of a folder: it is absolute, goes upwards, or has a backslash or
    /// a control character.
    case path
    /// An entry is neither a file nor a folder.
    case kind
    /// An entry is encrypted.
    case encrypted
    /// More entries than the limit.
    case tooManyEntries = "too-many-entries"
    /// More bytes than the limit, when unpacked.
    case tooLarge = "too-large"
    /// Unpacked so much larger than packed that it can only be made to fill a disk.
    case bomb
  }

  public let code: Code

  /// A fault.
  public init(_ code: Code) { self.code = code }
}

extension ArchiveFault: CustomStringConvertible {
  public var description: String {
    switch code {
    case .unreadable: "the file cannot be opened"
    case .damaged: "not a zip archive, or a damaged one"
    case .empty: "there is no file in the archive"
    case .path: "a name in the archive leads out of its folder"
    case .kind: "something in the archive is neither a file nor a folder"
    case .encrypted: "the archive is encrypted"
    case .tooManyEntries: "the archive has too many entries"
    case .tooLarge: "the archive is too large when unpacked"
    case .bomb: "the archive unpacks to far more than it packs"
    }
  }
}

/// How much an archive may hold.
public struct ArchiveLimits: Hashable, Sendable {
  /// Files and folders.
  public let maximumEntries: Int
  /// Bytes of all entries together, unpacked.
  public let maximumBytes: Int
  /// Unpacked bytes for each packed byte of the archive; looked at after the first mebibyte.
  public let maximumRatio: Int

  /// 100 000 entries, 8 GiB, and 200 to 1. XML packs to a twentieth.
  public static let standard = ArchiveLimits(
    maximumEntries: 100_000, maximumBytes: 8 << 30, maximumRatio: 200)

  /// Own limits.
  public init(maximumEntries: Int, maximumBytes: Int, maximumRatio: Int) {
    self.maximumEntries = maximumEntries
    self.maximumBytes = maximumBytes
    self.maximumRatio = maximumRatio
  }
}
