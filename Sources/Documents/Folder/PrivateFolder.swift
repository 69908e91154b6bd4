// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A temporary folder for files in the clear, which only this user can open (mode 0700). It lies
/// in memory where the machine has a file system for that, and it is removed with all it holds
/// when its scope ends, however it ends. What a killed program leaves is removed by `sweep`.
public final class PrivateFolder: Sendable {
  /// Where folders are made, best first: in memory, and the place for temporary files.
  public static let standardRoots = ["/dev/shm", NSTemporaryDirectory()]
  private static let prefix = "samsyn-documents-"

  /// The folder's absolute path.
  public let path: String
  /// The open folder. Its lock says that somebody lives who will remove it.
  private let descriptor: Int32
  private let names = Mutex(0)
  private let isRemoved = Mutex(false)

  /// Makes a folder for as long as `body` runs.
  ///
  /// `bytes` is the room that the files may take; a root with less free room is passed over.
  /// Throws `FileFault.storage` when no root has it, and what `body` throws.
  public static func with<Result>(
    bytes: Int, roots: [String] = standardRoots, isolation: isolated (any Actor)? = #isolation,
    _ body: (PrivateFolder) async throws -> sending Result
  ) async throws -> sending Result {
    let folder = try PrivateFolder(bytes: bytes, roots: roots)
    defer { folder.remove() }
    return try await body(folder)
  }

  /// Makes a folder that lives until `remove` or until nobody holds it or a file of it.
  public init(bytes: Int, roots: [String] = standardRoots) throws(FileFault) {
    for root in roots where PrivateFolder.freeBytes(root) >= bytes {
      if let made = PrivateFolder.make(in: root) {
        path = made.path
        descriptor = made.descriptor
        return
      }
    }
    throw .storage
  }

  deinit {
    remove()
    close(descriptor)
  }

  /// Removes the folder and all that is in it, at once. Files of it can be read no more.
  public func remove() {
    let isFirst = isRemoved.withLock { isRemoved in
      defer { isRemoved = true }
      return !isRemoved
    }
    if isFirst { try? FileManager.default.removeItem(atPath: path) }
  }

  /// A path in the folder that was not given before. It begins with a slash, so that no program
  /// can take it for an option.
  func newPath(_ ending: String) -> String {
    let number = names.withLock { number in
      number += 1
      return number
    }
    return "\(path)/\(number).\(ending)"
  }

  /// Removes folders of programs that were killed; those in use are left alone. Gives how many
  /// were removed. Meant for the program's start.
  @discardableResult
  public static func sweep(roots: [String] = standardRoots) -> Int {
    roots.reduce(0) { count, root in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return count
        + names.filter { $0.hasPrefix(prefix) && removeIfLeft("\(root)/\($0)") }.count
    }
  }

  private static func removeIfLeft(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_uid == geteuid(),
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return false }
    return (try? FileManager.default.removeItem(atPath: path)) != nil
  }

  /// A new folder with its lock; nil when the root does not let us.
  private static func make(in root: String) -> (path: String, descriptor: Int32)? {
    // The six marks are what mkdtemp replaces.
    let pattern = "\(root)/\(prefix)" + String(repeating: "X", count: 6)
    var template = Array(pattern.utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var facts = stat()
    // Between making and locking, a sweep may have taken the folder: then it has no name left.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &facts) == 0,
      facts.st_nlink > 0
    else {
      close(descriptor)
      return nil
    }
    return (path, descriptor)
  }

  /// Free room in bytes for others than root; 0 when the folder cannot be written to.
  private static func freeBytes(_ root: String) -> Int {
    var facts = statvfs()
    guard access(root, W_OK | X_OK) == 0, statvfs(root, &facts) == 0 else { return 0 }
    return Int(clamping: facts.f_bavail) * Int(clamping: facts.f_frsize)
  }
}
