// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Documents

struct PrivateFolderTests {
  private struct Stop: Error {}

  /// A place of its own, so that a sweep meets nobody else's folders.
  private static func withRoot(_ body: (String) async throws -> Void) async throws {
    let root = NSTemporaryDirectory() + "/samsyn-root-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try await body(root)
  }

  private static func mode(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_mode & 0o777) : -1
  }

  @Test func `only we can open the folder and its files`() async throws {
    try await PrivateFolder.with(bytes: 1) { folder in
      let file = try PrivateFile.write(Array("Hej".utf8), into: folder)
      #expect(Self.mode(folder.path) == 0o700)
      #expect(Self.mode(file.path) == 0o600)
      #expect(file.byteCount == 3)
      // Known from sha256sum.
      #expect(
        file.sha256 == "20ac4eea95e143bbc7c99b9b927fc49b68c5ff598be50b4929cc0ef3d542b629")
    }
  }

  @Test func `the folder lies in memory where the machine can`() throws {
    let folder = try PrivateFolder(bytes: 1)
    let canBe = access("/dev/shm", W_OK | X_OK) == 0
    #expect(folder.path.hasPrefix("/dev/shm/") == canBe)
  }

  @Test func `the folder is gone after the work, an error and a cancellation`() async throws {
    try await Self.withRoot { root in
      try await PrivateFolder.with(bytes: 1, roots: [root]) { folder in
        _ = try PrivateFile.write([1], into: folder)
      }
      await #expect(throws: Stop.self) {
        try await PrivateFolder.with(bytes: 1, roots: [root]) { folder in
          _ = try PrivateFile.write([1], into: folder)
          throw Stop()
        }
      }
      let task = Task {
        try await PrivateFolder.with(bytes: 1, roots: [root]) { folder in
          _ = try PrivateFile.write([1], into: folder)
          try await Task.sleep(for: .seconds(60))
        }
      }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(try FileManager.default.contentsOfDirectory(atPath: root).isEmpty)
    }
  }

  @Test func `the folder lives as long as a file of it, and no longer`() throws {
    var file: PrivateFile? = try PrivateFile.write([1], into: try PrivateFolder(bytes: 1))
    let path = try #require(file?.folder.path)
    #expect(Self.mode(path) == 0o700)
    file = nil
    #expect(Self.mode(path) == -1)
  }

  @Test func `a sweep removes what a killed program left, and nothing in use`() async throws {
    try await Self.withRoot { root in
      let left = "\(root)/samsyn-documents-killed"
      try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
      try Data([1]).write(to: URL(fileURLWithPath: left + "/1.document"))
      let other = "\(root)/other"
      try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/samsyn-documents-link", withDestinationPath: other)
      let folder = try PrivateFolder(bytes: 1, roots: [root])
      #expect(PrivateFolder.sweep(roots: [root]) == 1)
      #expect(Self.mode(left) == -1)
      #expect(Self.mode(other) != -1)
      #expect(Self.mode(folder.path) == 0o700)
    }
  }

  @Test func `without room there is no folder`() {
    #expect(throws: FileFault.storage) { try PrivateFolder(bytes: .max) }
    #expect(throws: FileFault.storage) { try PrivateFolder(bytes: 1, roots: ["/nowhere"]) }
  }

  @Test func `a source that gives too much is stopped`() async throws {
    try await PrivateFolder.with(bytes: 1) { folder in
      let pieces = AsyncStream<ArraySlice<UInt8>> { source in
        for _ in 0..<3 { source.yield([1, 2]) }
        source.finish()
      }
      await #expect(throws: FileFault.tooLarge(bytesMax: 5)) {
        try await PrivateFile.receive(pieces, bytesMax: 5, into: folder)
      }
    }
  }
}

struct UploadFormTests {
  private static func read(_ parts: [FormWriting.Part]) async throws -> [String] {
    var chance = Chance(state: 3)
    let bytes = FormWriting.write(parts, boundary: MultipartBoundary.sample.bytes)
    let pieces = chance.cut(bytes, 50)
    let stream = AsyncStream { source in
      for piece in pieces { source.yield(piece) }
      source.finish()
    }
    return try await PrivateFolder.with(bytes: 1000) { folder in
      let form = try await UploadForm.read(stream, boundary: .sample, into: folder)
      #expect(form.value("note") == form.fields.first { $0.name == "note" }?.value)
      return form.fields.map { "\($0.name)=\($0.value)" }
        + form.files.map { file in
          let content = FileManager.default.contents(atPath: file.content.path) ?? Data()
          return "\(file.field)=\(file.name):\(String(decoding: content, as: UTF8.self))"
        }
    }
  }

  @Test func `fields become text and files become private files`() async throws {
    let long = String(repeating: "å", count: 500)
    let form = try await Self.read([
      FormWriting.Part(name: "note", content: Array("Hej på er".utf8)),
      FormWriting.Part(name: "file", fileName: "a.txt", content: Array(long.utf8)),
      FormWriting.Part(name: "file", fileName: ""),
      FormWriting.Part(name: "file", fileName: "tom.txt"),
      FormWriting.Part(name: "note"),
    ])
    #expect(form == ["note=Hej på er", "note=", "file=a.txt:\(long)", "file=tom.txt:"])
  }

  @Test func `a field that is not UTF-8 is refused`() async throws {
    await #expect(throws: UploadFault.textEncoding) {
      _ = try await Self.read([FormWriting.Part(name: "note", content: [0xE5])])
    }
  }
}
