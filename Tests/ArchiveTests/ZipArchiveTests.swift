// SPDX-License-Identifier: Apache-2.0
import CArchive
import Foundation
import Testing

@testable import Archive

@Suite struct ZipArchiveTests {
  private struct Item {
    var name: String
    var bytes: [UInt8] = []
    var kind: UInt32 = 0o100000
    var link: String?
  }

  private func read(
    _ items: [Item], limits: ArchiveLimits = .standard, cut: Int? = nil
  ) throws -> [String: [UInt8]] {
    let path = NSTemporaryDirectory() + "samsyn-zip-\(UUID().uuidString).zip"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(items, to: path)
    if let cut {
      let data = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(cut)
      try data.write(to: URL(fileURLWithPath: path))
    }
    let archive = try ZipArchive(path: path, limits: limits)
    var found: [String: [UInt8]] = [:]
    while let entry = try archive.next() {
      var bytes: [UInt8] = []
      while true {
        let piece = try archive.read()
        if piece.isEmpty { break }
        bytes += piece
      }
      found[entry.name] = bytes
    }
    return found
  }

  private func write(_ items: [Item], to path: String) throws {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    #expect(archive_write_open_filename(archive, path) == ARCHIVE_OK)
    for item in items {
      let entry = try #require(archive_entry_new())
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname_utf8(entry, item.name)
      archive_entry_set_filetype(entry, item.kind)
      archive_entry_set_perm(entry, 0o644)
      archive_entry_set_size(entry, Int64(item.bytes.count))
      if let link = item.link { archive_entry_set_symlink(entry, link) }
      archive_write_header(archive, entry)
      _ = item.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    }
    archive_write_close(archive)
  }

  private func code(
    _ items: [Item], limits: ArchiveLimits = .standard, cut: Int? = nil
  ) throws -> ArchiveFault.Code? {
    do {
      _ = try read(items, limits: limits, cut: cut)
      return nil
    } catch let fault as ArchiveFault { return fault.code }
  }

  private func chance(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max) }
  }

  @Test func `files come back byte for byte and folders are passed over`() throws {
    let bytes = chance(200_000)
    let found = try read([
      Item(name: "a/", kind: 0o040000), Item(name: "a/units å.xml", bytes: bytes),
      Item(name: "empty"),
    ])
    #expect(found == ["a/units å.xml": bytes, "empty": []])
  }

  @Test(arguments: [
    "../x", "a/../../x", "/etc/x", "a\\..\\x", "C:/x", "a\u{1}b", "..",
  ])
  func `names that lead out of a folder are refused`(name: String) throws {
    #expect(try code([Item(name: name, bytes: [1])]) == .path)
  }

  @Test func `links are refused`() throws {
    #expect(try code([Item(name: "l", kind: 0o120000, link: "/etc/passwd")]) == .kind)
  }

  @Test func `what unpacks to far more than it packs is refused before it is unpacked`() throws {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    #expect(try code([Item(name: "z", bytes: zeros)]) == .bomb)
  }

  @Test func `limits of entries and bytes hold`() throws {
    let small = ArchiveLimits(maximumEntries: 2, maximumBytes: 1000, maximumRatio: 200)
    let three = (0..<3).map { Item(name: "f\($0)") }
    #expect(try code(three, limits: small) == .tooManyEntries)
    #expect(try code([Item(name: "f", bytes: chance(1001))], limits: small) == .tooLarge)
  }

  @Test func `what is no archive, or cut off, is damaged`() throws {
    #expect(try code([Item(name: "f", bytes: chance(5000))], cut: 2000) == .damaged)
    #expect(try code([Item(name: "f", bytes: chance(5000))], cut: 0) != nil)
    // Everything is there but the end of the list of entries.
    let few = (0..<3).map { Item(name: "f\($0)", bytes: chance(100)) }
    #expect(try code(few, cut: 20) == .damaged)
    #expect(try code(few, cut: 100) == .damaged)
    #expect(throws: ArchiveFault(.unreadable)) { try ZipArchive(path: "/nowhere.zip") }
  }

  @Test func `an archive without a file is empty`() throws {
    #expect(try code([]) == .empty)
    #expect(try code([Item(name: "a/", kind: 0o040000)]) == .empty)
  }
}
