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

  /// The PDF of a page in UTF-8 that needs nothing but itself: nothing is fetched. Its language,
  /// title and structure are those of the page (PDF/UA-1).
  ///
  /// Throws `toolMissing`, `tooDemanding`, `broken` where the program could not, and `storage`.
  public func pdf(of page: [UInt8]) async throws(FileFault) -> [UInt8] {
    let folder = try PrivateFolder(bytes: Self.roomBytes)
    let path = folder.newPath("html")
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(page), attributes: [.posixPermissions: 0o600])
    else { throw .storage }
    let outcome = try await tools.run(
      .weasyprint,
      ["--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", path, "-"], in: folder)
    guard outcome.exit == .status(0), outcome.output.starts(with: Array("%PDF-".utf8)) else {
      throw .broken(.pdf)
    }
    return outcome.output
  }
}
