// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The repository that these tests lie in.
struct Repository: Sendable {
  /// What a build, a test run or a demonstration leaves behind; nothing there is tracked.
  static let untracked: Set = [
    ".build", ".git", ".swiftpm", ".venv", ".pytest_cache", "__pycache__", "node_modules",
    "Package.resolved", "var",
  ]

  /// The checkout that was built, found from this file's own place in it.
  static let current = Repository(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent())

  let root: URL

  /// Paths of all files from the root, in order.
  func paths() throws -> [String] {
    var found: [String] = []
    try collect("", into: &found)
    return found.sorted()
  }

  /// The text of a file; nil where it is no text.
  func text(_ path: String) throws -> String? {
    String(data: try Data(contentsOf: root.appending(path: path)), encoding: .utf8)
  }

  /// Whether a file or folder is there.
  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root.appending(path: path).path)
  }

  /// Every Swift file under one of these folders, read and taken apart.
  func sources(_ folders: String...) throws -> [SwiftSource] {
    try paths().filter { path in
      path.hasSuffix(".swift") && folders.contains { path.hasPrefix($0 + "/") }
    }.map { SwiftSource(path: $0, text: try text($0) ?? "") }
  }

  /// Every text file with the given ending.
  func texts(ending: String) throws -> [TextFile] {
    try paths().filter { $0.hasSuffix(ending) }
      .compactMap { path in try text(path).map { TextFile(path: path, text: $0) } }
  }

  private func collect(_ folder: String, into found: inout [String]) throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    for name in names where !Self.untracked.contains(name) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: root.appending(path: path).path, isDirectory: &isFolder)
      guard isThere else { continue }
      if isFolder.boolValue { try collect(path, into: &found) } else { found.append(path) }
    }
  }
}

/// A text with its place in the repository.
struct TextFile {
  let path: String
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
