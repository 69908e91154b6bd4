// SPDX-License-Identifier: Apache-2.0

/// A file that is taken: of a known kind, sound and readable.
public struct CheckedFile: Hashable, Codable, Sendable {
  /// What it is by its content.
  public let kind: FileKind
  /// Pages of a PDF, 1 for a picture, and for text one page for each 60 lines begun.
  public let pageCount: Int
  /// Its length in bytes.
  public let byteCount: Int
  /// SHA-256 of its bytes, 64 characters in lower-case hexadecimal.
  public let sha256: String
}

/// Checks a file before it becomes a part of a case: what it is, whether it is whole and whether
/// it can be read for as long as the case is kept. Whether it does harm is for `VirusScan`.
public struct FileCheck: Sendable {
  /// Lines on a page of plain text.
  public static let linesPerPage = 60

  /// Bytes of a file at most.
  public let bytesMax: Int
  /// Pages at most.
  public let pagesMax: Int
  /// Pixels along a side of a picture at most.
  public let sideMax: Int
  private let tools: ToolRunner

  /// A check with the limits of Samsyn: 100 MiB, 2000 pages, 20 000 pixels a side.
  public init(
    bytesMax: Int = UploadLimits.standard.fileBytesMax, pagesMax: Int = 2000,
    sideMax: Int = 20_000, tools: ToolRunner = ToolRunner()
  ) {
    self.bytesMax = bytesMax
    self.pagesMax = pagesMax
    self.sideMax = sideMax
    self.tools = tools
  }

  /// Checks a file in the clear. Throws every `FileFault` but `noSuchPage`.
  public func check(_ file: PrivateFile) async throws(FileFault) -> CheckedFile {
    guard file.byteCount > 0 else { throw .empty }
    guard file.byteCount <= bytesMax else { throw .tooLarge(bytesMax: bytesMax) }
    let ends = try FileCursor.ends(
      path: file.path, headBytes: FileSignature.headBytes, tailBytes: FileSignature.tailBytes)
    let kind: FileKind
    switch FileSignature(head: ends.head[...], tail: ends.tail[...]) {
    case .known(let known): kind = known
    case .wrong(let wrong): throw .wrongKind(wrong)
    case .otherText: throw .textEncoding
    }
    let pageCount = try await pageCount(file, kind)
    guard pageCount <= pagesMax else { throw .tooManyPages(pagesMax: pagesMax) }
    return CheckedFile(
      kind: kind, pageCount: pageCount, byteCount: file.byteCount, sha256: file.sha256)
  }

  /// Checks bytes from any source, in a private folder that is removed before this returns.
  /// Throws every `FileFault` but `noSuchPage`, and what the source itself throws.
  public func check<Pieces: AsyncSequence & Sendable>(
    _ pieces: Pieces
  ) async throws -> CheckedFile where Pieces.Element == ArraySlice<UInt8> {
    try await PrivateFolder.with(bytes: bytesMax) { folder in
      try await check(try await PrivateFile.receive(pieces, bytesMax: bytesMax, into: folder))
    }
  }

  private func pageCount(_ file: PrivateFile, _ kind: FileKind) async throws(FileFault) -> Int {
    switch kind {
    case .pdf: return try await PDFCheck(tools: tools).pageCount(file)
    case .png:
      guard try PNGWalk.isSound(path: file.path, sideMax: sideMax) else { throw .broken(kind) }
      return 1
    case .jpeg:
      guard try JPEGWalk.isSound(path: file.path, sideMax: sideMax) else { throw .broken(kind) }
      return 1
    case .text: return try textPageCount(file)
    }
  }

  private func textPageCount(_ file: PrivateFile) throws(FileFault) -> Int {
    var cursor = try FileCursor(path: file.path)
    var text = TextCheck()
    while true {
      let bytes = try cursor.some(65_536)
      guard !bytes.isEmpty else { break }
      guard text.feed(bytes) else { throw .textEncoding }
    }
    guard text.isComplete else { throw .textEncoding }
    return max(1, (text.lineCount + FileCheck.linesPerPage - 1) / FileCheck.linesPerPage)
  }
}
