// SPDX-License-Identifier: Apache-2.0
import Documents
import Foundation
import Synchronization
import Testing

@testable import Service

/// Files in the clear lie open only as long as somebody turns their pages.
@Suite struct OpenFilesTests {
  private static func open() async throws -> PrivateFile {
    try PrivateFile.write([1, 2, 3], into: try PrivateFolder(bytes: 3))
  }

  @Test func `a file is opened once, and is gone when it has not been used for a while`()
    async throws
  {
    let files = OpenFiles(idle: .milliseconds(50))
    let opened = Mutex(0)
    let paths = Mutex<Set<String>>([])
    for _ in 0..<3 {
      let file = try await files.file(of: "a") {
        opened.withLock { $0 += 1 }
        return try await Self.open()
      }
      _ = paths.withLock { $0.insert(file.path) }
    }
    #expect(opened.withLock { $0 } == 1)
    let path = try #require(paths.withLock { $0.first })
    for _ in 0..<200 where FileManager.default.fileExists(atPath: path) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(await files.count == 0)
  }

  @Test func `only so many lie open, and one that cannot be opened is tried again`() async throws {
    let files = OpenFiles()
    for document in ["a", "b", "c", "d", "e", "f"] {
      _ = try await files.file(of: document) { try await Self.open() }
    }
    #expect(await files.count == OpenFiles.filesMax)
    await #expect(throws: FileFault.storage) {
      _ = try await files.file(of: "x") { throw FileFault.storage }
    }
    _ = try await files.file(of: "x") { try await Self.open() }
    await files.closeAll()
    #expect(await files.count == 0)
  }
}
