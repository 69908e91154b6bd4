// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The text of a document page by page, for search in it. A scanned page without text gives an
/// empty page.
public struct TextExtract: Sendable {
  /// Bytes of text at most; a thick book has two million.
  public static let textBytesMax = 16_777_216
  private let tools: ToolRunner

  /// Extracts that are made by these tools; their limit of output is made that of a text.
  public init(tools: ToolRunner = ToolRunner()) {
    self.tools = ToolRunner(
      folders: tools.folders, timeLimit: tools.timeLimit, memoryBytesMax: tools.memoryBytesMax,
      outputBytesMax: min(tools.outputBytesMax, TextExtract.textBytesMax))
  }

  /// The text of each page in order: lines end with LF, and there are no other control characters
  /// than tab. Pictures have one page without text. The pages are those of `CheckedFile`.
  ///
  /// Throws `broken` when the text cannot be taken out, `tooDemanding` when there is too much of
  /// it, and what else the tool's limits lead to.
  public func pages(of file: PrivateFile, kind: FileKind) async throws(FileFault) -> [String] {
    switch kind {
    case .png, .jpeg: return [""]
    case .text: return try textPages(file)
    case .pdf: return try await pdfPages(file)
    }
  }

  private func pdfPages(_ file: PrivateFile) async throws(FileFault) -> [String] {
    let outcome = try await tools.run(
      .pdftotext, ["-q", "-enc", "UTF-8", "-eol", "unix", file.path, "-"], in: file.folder)
    guard outcome.exit == .status(0) else { throw .broken(.pdf) }
    // Every page ends with a form feed, the last one too.
    var pages = outcome.output.split(separator: 0x0C, omittingEmptySubsequences: false)
    if pages.last?.isEmpty == true { pages.removeLast() }
    return pages.map { TextExtract.tidy(String(decoding: $0, as: UTF8.self)) }
  }

  private func textPages(_ file: PrivateFile) throws(FileFault) -> [String] {
    guard file.byteCount <= TextExtract.textBytesMax else { throw .tooDemanding }
    guard let data = FileManager.default.contents(atPath: file.path),
      let text = String(validating: data, as: UTF8.self)
    else { throw .storage }
    var lines = TextExtract.lines(text)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let starts = stride(from: 0, to: max(1, lines.count), by: FileCheck.linesPerPage)
    return starts.map { start in
      lines.dropFirst(start).prefix(FileCheck.linesPerPage)
        .map { TextExtract.tidy($0) + "\n" }.joined()
    }
  }

  /// Splits at LF, CR, and both together, which Swift reads as one character.
  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
      .map(String.init)
  }

  private static func tidy(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      scalar == "\n" || scalar == "\t"
        || (scalar.properties.generalCategory != .control && scalar != "\u{FEFF}")
    }
    return String(String.UnicodeScalarView(kept)).trimmingTrailingSpace
  }
}

extension String {
  /// Without the empty lines that a page's layout leaves at its end.
  fileprivate var trimmingTrailingSpace: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
