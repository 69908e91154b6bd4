// SPDX-License-Identifier: Apache-2.0
import CArchive
import Domain
import Foundation
import Synthetic
import Testing

@testable import Service

/// Archives that were made to do harm. What is wrong is refused with a reason, and the rest of the
/// batch goes on.
@Suite struct HostileArchiveTests {
  private struct Item {
    var name: String
    var bytes: [UInt8]
    var kind: UInt32 = 0o100000
    var link: String?
  }

  private static func certificate(_ id: String) -> [UInt8] {
    var text = CertificateText.plain
    text.id = id
    return Array(text.xml.utf8)
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

  private func take(
    _ archives: [[Item]]
  ) async throws -> (done: CertificateImport, refusals: [String]) {
    let folder = NSTemporaryDirectory() + "samsyn-hostile-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = try archives.enumerated().map { number, items in
      try write(items, to: "\(folder)/\(number).zip")
      return "\(folder)/\(number).zip"
    }
    var answer: (CertificateImport, [String])?
    try await withStage(.sqlite) { stage in
      var refusals: [String] = []
      let done = try await stage.service.importCertificates(paths) { item in
        if let refusal = item.judgement?.refusal { refusals.append(refusal) }
      }
      answer = (done, refusals)
    }
    return try #require(answer)
  }

  @Test func `bad entries are refused one by one and the good ones are taken`() async throws {
    let (done, refusals) = try await take([
      [
        Item(name: "a.xml", bytes: Self.certificate("a")),
        Item(name: "../../etc/b.xml", bytes: Self.certificate("b")),
        Item(name: "/c.xml", bytes: Self.certificate("c")),
        Item(name: "inre/d.zip", bytes: [0x50, 0x4B, 3, 4]),
        Item(name: "e.xml", bytes: [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 100)),
        Item(name: "f.xml", bytes: [], kind: 0o120000, link: "/etc/passwd"),
        Item(name: "__MACOSX/._a.xml", bytes: [1, 2]),
        Item(name: "läs mig.txt", bytes: [0x61]),
        Item(name: "mapp/g.xml", bytes: Self.certificate("g")),
      ]
    ])
    #expect(done.accepted == 2 && done.passedOver == 2)
    #expect(
      refusals.sorted() == [
        "archive:kind", "archive:nested", "archive:nested", "archive:path", "archive:path",
      ])
  }

  @Test func `a bomb ends its archive or its entry, and the next archive is read`() async throws {
    let (done, refusals) = try await take([
      [
        Item(name: "a.xml", bytes: Self.certificate("a")),
        Item(name: "bomb.xml", bytes: [UInt8](repeating: 0x20, count: 40 << 20)),
        Item(name: "b.xml", bytes: Self.certificate("b")),
      ],
      [Item(name: "c.xml", bytes: Self.certificate("c"))],
    ])
    #expect(done.accepted >= 2)
    #expect(refusals.count == 1)
    let refusal = try #require(refusals.first)
    #expect(refusal == "archive:bomb" || refusal == "unreadable:too-large")
  }

  @Test func `entities, wrong encodings and nesting are refused, each with its reason`()
    async throws
  {
    let entity = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"
    let nesting = String(repeating: "<a>", count: 200_000)
    let (done, refusals) = try await take([
      [
        Item(name: "entity.xml", bytes: Array(entity.utf8)),
        Item(name: "nesting.xml", bytes: Array(nesting.utf8)),
        Item(name: "latin.xml", bytes: Array("<a>".utf8) + [0xE5, 0xE4] + Array("</a>".utf8)),
        Item(name: "utf32.xml", bytes: [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]),
        Item(name: "empty.xml", bytes: []),
        Item(name: "good.xml", bytes: Self.certificate("god")),
      ]
    ])
    #expect(done.accepted == 1 && done.rejected == 5)
    #expect(
      refusals == [
        "unreadable:document-type", "unreadable:too-deep", "unreadable:encoding",
        "unreadable:encoding", "unreadable:empty",
      ])
  }
}
