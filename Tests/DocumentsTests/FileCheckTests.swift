// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Testing

@testable import Documents

struct FileCheckTests {
  private static func check(
    _ bytes: [UInt8], _ check: FileCheck = FileCheck()
  ) async throws -> CheckedFile {
    try await PrivateFolder.with(bytes: bytes.count) { folder in
      try await check.check(try PrivateFile.write(bytes, into: folder))
    }
  }

  private static func expect(
    _ fault: FileFault, _ bytes: [UInt8], _ check: FileCheck = FileCheck(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    await #expect(throws: fault, sourceLocation: sourceLocation) {
      _ = try await Self.check(bytes, check)
    }
  }

  @Test func `the programs that the check needs are installed`() {
    for tool in ToolRunner().missing {
      Issue.record("\(tool.rawValue) is missing: install the Debian package \(tool.package)")
    }
  }

  @Test func `a PDF is taken with its pages`() async throws {
    let bytes = SamplePDF.make(["ett", "tva", "tre"])
    let checked = try await Self.check(bytes)
    #expect(checked.kind == .pdf)
    #expect(checked.pageCount == 3)
    #expect(checked.byteCount == bytes.count)
  }

  @Test func `a PDF that qpdf only warns of is taken`() async throws {
    // Without its table of places, which every reader builds anew.
    let text = String(decoding: SamplePDF.make(["ett", "tva"]), as: UTF8.self)
    let damaged = text.replacing("startxref", with: "startxxxx")
    #expect(damaged != text)
    #expect(try await Self.check(Array(damaged.utf8)).pageCount == 2)
  }

  @Test(arguments: [["", "owner"], ["user", "owner"]])
  func `an encrypted PDF is refused, with a password or without`(words: [String]) async throws {
    let encrypted = try await PrivateFolder.with(bytes: 10_000) { folder in
      let plain = try PrivateFile.write(SamplePDF.make(["hemlig"]), into: folder)
      let target = folder.newPath("pdf")
      let outcome = try await ToolRunner().run(
        .qpdf, ["--encrypt"] + words + ["256", "--", plain.path, target], in: folder)
      #expect(outcome.exit == .status(0))
      return [UInt8](try #require(FileManager.default.contents(atPath: target)))
    }
    await Self.expect(.encrypted, encrypted)
  }

  @Test func `a PDF that is cut off or only called so is refused`() async {
    await Self.expect(.broken(.pdf), Array(SamplePDF.make(["ett"]).prefix(200)))
    await Self.expect(.broken(.pdf), Array("%PDF-1.4\n".utf8))
    await Self.expect(.broken(.pdf), SamplePDF.make([]))
  }

  @Test func `too much is refused`() async {
    await Self.expect(
      .tooManyPages(pagesMax: 2), SamplePDF.make(["1", "2", "3"]), FileCheck(pagesMax: 2))
    await Self.expect(.tooLarge(bytesMax: 3), Array("1234".utf8), FileCheck(bytesMax: 3))
    await Self.expect(.empty, [])
    let lines = Array(String(repeating: "rad\n", count: 121).utf8)
    await Self.expect(.tooManyPages(pagesMax: 2), lines, FileCheck(pagesMax: 2))
  }

  @Test func `text has a page for each 60 lines`() async throws {
    for (lines, pages) in [(1, 1), (60, 1), (61, 2), (120, 2), (121, 3)] {
      let checked = try await Self.check(Array(String(repeating: "r\r\n", count: lines).utf8))
      #expect(checked.kind == .text)
      #expect(checked.pageCount == pages)
    }
  }

  @Test func `text is looked at to its end`() async {
    let long = [UInt8](repeating: 0x61, count: 70_000)
    await Self.expect(.textEncoding, long + [0xE5, 0x62])
    await Self.expect(.textEncoding, long + [0xC3])
    await Self.expect(.textEncoding, long + [0x00])
    await Self.expect(.textEncoding, [0xFF, 0xFE, 0x61, 0x00])
  }

  @Test func `a sound picture is one page`() async throws {
    #expect(try await Self.check(SamplePicture.png(width: 20_000)).pageCount == 1)
    let photo = SamplePicture.jpeg(width: 20_000) + Array("added by a telephone".utf8)
    #expect(try await Self.check(photo).kind == .jpeg)
  }

  @Test func `a PNG with any byte changed, or cut anywhere, is refused`() async throws {
    let bytes = SamplePicture.png()
    for place in 8..<bytes.count {
      var changed = bytes
      changed[place] ^= 0x01
      await Self.expect(.broken(.png), changed)
      await Self.expect(.broken(.png), Array(bytes[..<place]))
    }
    await Self.expect(.broken(.png), bytes + [0])
    // Of 20 000 rows there is data for one.
    let short = SamplePicture.png()
    var tall = Array(SamplePicture.png(height: 20_000).prefix(33))
    tall += short.dropFirst(33)
    await Self.expect(.broken(.png), tall)
    let packedOtherwise =
      Array(short.prefix(33)) + SamplePicture.chunk("IDAT", Array("not zlib".utf8))
      + SamplePicture.chunk("IEND")
    await Self.expect(.broken(.png), packedOtherwise)
    await Self.expect(.broken(.png), SamplePicture.png(width: 0))
    await Self.expect(.broken(.png), SamplePicture.png(height: 20_001))
    await Self.expect(.broken(.png), SamplePicture.png(depth: 3))
    await Self.expect(.broken(.png), SamplePicture.png(colour: 5))
  }

  @Test func `a JPEG that is cut anywhere or has impossible sides is refused`() async throws {
    let bytes = SamplePicture.jpeg()
    for length in 3..<bytes.count { await Self.expect(.broken(.jpeg), Array(bytes[..<length])) }
    var wide = bytes
    let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0])).lowerBound
    wide.replaceSubrange(frame + 5..<frame + 9, with: [0x4E, 0x20, 0x4E, 0x20])
    await Self.expect(.broken(.jpeg), wide)
    await Self.expect(.broken(.jpeg), SamplePicture.jpeg(width: 0))
    await Self.expect(.broken(.jpeg), SamplePicture.jpeg(height: 20_001))
  }

  @Test func `damaged files of every kind are taken or refused, and nothing else`() async throws {
    var chance = Chance(state: 5)
    let samples = [SamplePicture.png(), SamplePicture.jpeg(), Array("Hej på er\n".utf8)]
    var refused = 0
    for _ in 0..<300 {
      var bytes = chance.pick(samples)
      for _ in 0...chance.next(3) { bytes[chance.next(bytes.count)] = chance.byte() }
      do { _ = try await Self.check(bytes) } catch is FileFault { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func `bytes from a source are checked without leaving anything`() async throws {
    let pieces = AsyncStream { source in
      source.yield(Array("Hej ".utf8)[...])
      source.yield(Array("igen".utf8)[...])
      source.finish()
    }
    let checked = try await FileCheck().check(pieces)
    #expect(checked.byteCount == 8)
    #expect(checked.sha256.count == 64)
  }

  @Test func `every fault has a code of its own and a sentence in both languages`() {
    let faults: [FileFault] =
      [
        .empty, .tooLarge(bytesMax: 1), .encrypted, .tooManyPages(pagesMax: 1), .textEncoding,
        .noSuchPage, .toolMissing(.qpdf), .tooDemanding, .storage, .cancelled,
      ] + WrongKind.allCases.map { .wrongKind($0) } + FileKind.allCases.map { .broken($0) }
    #expect(Set(faults.map(\.code)).count == faults.count)
    for fault in faults {
      #expect(fault.text.sv.hasSuffix(".") && fault.text.en.hasSuffix("."))
      #expect(fault.text.sv != fault.text.en)
    }
    #expect(faults.filter(\.isOurs).count == 3)
  }
}
