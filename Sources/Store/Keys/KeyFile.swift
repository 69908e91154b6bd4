// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The file of the master key: 32 bytes in base64 on one line, mode 0600.
enum KeyFile {
  private static let mode: mode_t = 0o600
  private static let longestFile = 1_024

  static func read(_ path: String) throws(StoreError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .keyFileUnreadable }
    defer { close(file) }
    // The open file is asked, not the path: what is checked is what is read.
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .keyFileUnreadable }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0 else {
      throw .keyFileMode
    }
    var buffer = [UInt8](repeating: 0, count: longestFile)
    let count = Foundation.read(file, &buffer, buffer.count)
    guard count >= 0 else { throw .keyFileUnreadable }
    let text = String(decoding: buffer[..<count], as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let data = Data(base64Encoded: text), data.count == Keyring.masterBytes else {
      throw .keyFileContent
    }
    return [UInt8](data)
  }

  static func write(_ master: [UInt8], _ path: String) throws(StoreError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else {
      throw errno == EEXIST ? .keyFileExists : .keyFileUnreadable
    }
    defer { close(file) }
    let text = Array((Data(master).base64EncodedString() + "\n").utf8)
    guard fchmod(file, mode) == 0, Foundation.write(file, text, text.count) == text.count,
      fsync(file) == 0
    else { throw .keyFileUnreadable }
  }
}
