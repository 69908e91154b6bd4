// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Documents

struct ReadingTests {
  @discardableResult
  private static func with<Result: Sendable>(
    _ bytes: [UInt8], _ body: (PrivateFile) async throws -> Result
  ) async throws -> Result {
    try await PrivateFolder.with(bytes: bytes.count) { folder in
      try await body(try PrivateFile.write(bytes, into: folder))
    }
  }

  private static func size(_ png: [UInt8]) -> [Int] {
    [16, 20].map { place in png[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func `a page becomes a picture of the wanted size`() async throws {
    try await Self.with(SamplePDF.make(["ett", "tva"])) { file in
      let first = try await PagePreview().png(of: file, page: 1, side: 300)
      #expect(Self.size(first) == [300, 200])
      let second = try await PagePreview().png(of: file, page: 2, side: 300)
      #expect(second != first)
      let huge = try await PagePreview().png(of: file, page: 2, side: 1_000_000)
      #expect(Self.size(huge) == [PagePreview.sideMax, PagePreview.sideMax * 2 / 3])
    }
  }

  @Test func `a page that is not there has no picture`() async throws {
    try await Self.with(SamplePDF.make(["ett"])) { file in
      for page in [-1, 0, 2] {
        await #expect(throws: FileFault.noSuchPage) {
          try await PagePreview().png(of: file, page: page)
        }
      }
    }
    try await Self.with(Array("%PDF-1.4\n".utf8)) { file in
      await #expect(throws: FileFault.broken(.pdf)) {
        try await PagePreview().png(of: file, page: 1)
      }
    }
  }

  @Test func `the text of a PDF comes page by page`() async throws {
    let pages = try await Self.with(SamplePDF.make(["Intyg ett", "", "Intyg tre"])) { file in
      try await TextExtract().pages(of: file, kind: .pdf)
    }
    #expect(pages == ["Intyg ett", "", "Intyg tre"])
  }

  @Test func `the text of a text file comes in pages of 60 lines`() async throws {
    let lines = (1...61).map { "rad \($0)\r\n" }.joined()
    let pages = try await Self.with([0xEF, 0xBB, 0xBF] + Array(lines.utf8)) { file in
      try await TextExtract().pages(of: file, kind: .text)
    }
    #expect(pages.count == 2)
    #expect(pages[0].hasPrefix("rad 1\nrad 2\n"))
    #expect(pages[1] == "rad 61\n")
  }

  @Test func `a picture is a page without text, and too much text is refused`() async throws {
    let pages = try await Self.with(SamplePicture.png()) { file in
      try await TextExtract().pages(of: file, kind: .png)
    }
    #expect(pages == [""])
    let long = SamplePDF.make([String](repeating: "en rad text", count: 200))
    try await Self.with(long) { file in
      await #expect(throws: FileFault.tooDemanding) {
        try await TextExtract(tools: ToolRunner(outputBytesMax: 1000)).pages(of: file, kind: .pdf)
      }
    }
  }
}
