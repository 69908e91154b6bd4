// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A picture of one page of a PDF, made by pdftoppm.
public struct PagePreview: Sendable {
  /// The longer side in pixels when nothing else is asked for.
  public static let standardSide = 1200
  /// The longest side that is made, in pixels.
  public static let sideMax = 3000
  private let tools: ToolRunner

  /// Previews that are made by these tools.
  public init(tools: ToolRunner = ToolRunner()) { self.tools = tools }

  /// The page, counted from 1, as a PNG whose longer side has `side` pixels, at most 3000.
  ///
  /// Throws `noSuchPage`, `broken` when the page cannot be drawn, and what the tool's limits
  /// lead to.
  public func png(
    of file: PrivateFile, page: Int, side: Int = standardSide
  ) async throws(FileFault) -> [UInt8] {
    guard page >= 1, side >= 1 else { throw .noSuchPage }
    let target = file.folder.newPath("page")
    let picture = target + ".png"
    defer { unlink(picture) }
    let outcome = try await tools.run(
      .pdftoppm,
      [
        "-q", "-png", "-singlefile", "-f", "\(page)", "-l", "\(page)", "-scale-to",
        "\(min(side, PagePreview.sideMax))", file.path, target,
      ], in: file.folder)
    // 99 is what poppler answers when the page is not there.
    if outcome.exit == .status(99) { throw .noSuchPage }
    guard outcome.exit == .status(0),
      let data = FileManager.default.contents(atPath: picture), !data.isEmpty
    else { throw .broken(.pdf) }
    return Array(data)
  }
}
