// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation

/// A complete file in a private folder (mode 0600). It keeps its folder alive, unless the folder
/// is removed expressly.
public struct PrivateFile: Sendable {
  /// The folder it lies in.
  public let folder: PrivateFolder
  /// Its absolute path.
  public let path: String
  /// Its length in bytes.
  public let byteCount: Int
  /// SHA-256 of its bytes, 64 characters in lower-case hexadecimal.
  public let sha256: String

  /// Writes bytes from any source to a new file of the folder.
  ///
  /// Throws `FileFault.tooLarge` as soon as the source gives more than `bytesMax`,
  /// `FileFault.storage`, and what the source itself throws.
  public static func receive<Pieces: AsyncSequence>(
    _ pieces: Pieces, bytesMax: Int = UploadLimits.standard.fileBytesMax,
    into folder: PrivateFolder
  ) async throws -> PrivateFile where Pieces.Element == ArraySlice<UInt8> {
    let writer = try FileWriter(in: folder)
    var rest = bytesMax
    for try await piece in pieces {
      rest -= piece.count
      guard rest >= 0 else { throw FileFault.tooLarge(bytesMax: bytesMax) }
      try writer.append(piece)
    }
    return try writer.close()
  }

  /// Writes bytes that are in memory already. Throws `FileFault.storage`.
  public static func write(
    _ bytes: [UInt8], into folder: PrivateFolder
  ) throws(FileFault) -> PrivateFile {
    let writer = try FileWriter(in: folder)
    try writer.append(bytes)
    return try writer.close()
  }
}

/// Writes one file of a private folder, counting and hashing on the way.
public final class FileWriter {
  private let folder: PrivateFolder
  private let path: String
  private var descriptor: Int32
  private var byteCount = 0
  private var hash = SHA256()

  /// An empty file. Throws `storage`.
  public init(in folder: PrivateFolder) throws(FileFault) {
    self.folder = folder
    path = folder.newPath("document")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw .storage }
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Adds bytes at the end. Throws `storage` when they cannot be written, as on a full disk.
  public func append(_ bytes: some ContiguousBytes) throws(FileFault) {
    let isWritten = bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
        let count = Glibc.write(descriptor, start, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      hash.update(bufferPointer: buffer)
      byteCount += buffer.count
      return true
    }
    guard isWritten else { throw .storage }
  }

  /// Closes the file, which can be written no more. Throws `storage`.
  public func close() throws(FileFault) -> PrivateFile {
    let status = Glibc.close(descriptor)
    descriptor = -1
    guard status == 0 else { throw .storage }
    let digits = Array("0123456789abcdef")
    let sum = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return PrivateFile(folder: folder, path: path, byteCount: byteCount, sha256: String(sum))
  }
}
