// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Makes a tagged PDF of a page, by WeasyPrint beside Samsyn. Nothing waits for it: where it is not
/// installed the page itself can be printed.
public struct PDFMaker: Sendable {
  /// Room for the page and the PDF, in bytes.
  private static let roomBytes = 33_554_432
  private let tools: ToolRunner

  /// A maker that uses these tools.
  public init(tools: ToolRunner = ToolRunner()) { self.tools = tools }

  /// Whether the program is installed.
  public var isInstalled: Bool { (try? tools.path(of: .weasyprint)) != nil }

  /// The PDF of a page in UTF-8 that needs nothing but itself and its style: nothing
  /// is fetched. Its language,
  /// title and structure are those of the page (PDF/UA-1).
  ///
  /// Throws `toolMissing`, `tooDemanding`, `broken` where the program could not, and `storage`.
  public func pdf(
    of page: [UInt8], style: [UInt8] = []
  ) async throws(FileFault) -> [UInt8] {
    let folder = try PrivateFolder(bytes: Self.roomBytes)
    let path = try file(page, "html", folder)
    let stylePath = try file(style, "css", folder)
    let outcome = try await tools.run(
      .weasyprint,
      [
        "--quiet", "--encoding", "utf-8", "--stylesheet", stylePath, "--pdf-variant", "pdf/ua-1",
        path, "-",
      ], in: folder)
    guard outcome.exit == .status(0), outcome.output.starts(with: Array("%PDF-".utf8)) else {
      throw .broken(.pdf)
    }
    return outcome.output
  }

  private func file(
    _ bytes: [UInt8], _ ending: String, _ folder: PrivateFolder
  ) throws(FileFault) -> String {
    let path = folder.newPath(ending)
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    guard isMade else { throw .storage }
    return path
  }
}
