// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Documents

/// PDF by WeasyPrint, where it is installed: `SAMSYN_TOOLS` may name a folder to look in first.
@Suite struct PDFMakerTests {
  private static let tools: ToolRunner = {
    let more = ProcessInfo.processInfo.environment["SAMSYN_TOOLS"].map { [$0] } ?? []
    return ToolRunner(folders: more + ["/usr/local/bin", "/usr/bin", "/bin"])
  }()

  private static let isInstalled: Bool = {
    let isInstalled = PDFMaker(tools: tools).isInstalled
    if !isInstalled { print("SKIPPED: WeasyPrint is not installed (SAMSYN_TOOLS)") }
    return isInstalled
  }()

  private static let page = """
    <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Utlåtande ÅÄÖ</title></head>
    <body><main><h1>Först</h1><p>Sedan</p><h2>Därefter</h2><p>Sist</p></main></body></html>
    """

  @Test(.enabled(if: isInstalled))
  func `the PDF is sound, tagged, named, in its language and in reading order`() async throws {
    let pdf = try await PDFMaker(tools: Self.tools)
      .pdf(of: Array(Self.page.utf8), style: Array("h1 { color: #333 }".utf8))
    let folder = try PrivateFolder(bytes: 1_000_000)
    let path = folder.newPath("pdf")
    #expect(FileManager.default.createFile(atPath: path, contents: Data(pdf)))
    #expect(try await Self.tools.run(.qpdf, ["--check", path], in: folder).exit == .status(0))
    let text = try await Self.tools.run(.pdftotext, ["-q", path, "-"], in: folder).text
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(words == ["Först", "Sedan", "Därefter", "Sist"])
    let open = try await Self.tools.run(
      .qpdf, ["--qdf", "--object-streams=disable", path, "-"], in: folder
    ).output
    let plain = String(decoding: open, as: UTF8.self)
    #expect(plain.contains("/StructTreeRoot") && plain.contains("/Lang (sv)"))
    #expect(plain.contains("pdfuaid:part"))
  }

  @Test func `where it is missing that is said, with the package`() async throws {
    let maker = PDFMaker(tools: ToolRunner(folders: []))
    #expect(!maker.isInstalled)
    await #expect(throws: FileFault.self) { try await maker.pdf(of: []) }
    #expect(ExternalTool.weasyprint.package == "weasyprint" && ExternalTool.weasyprint.isOptional)
  }
}
