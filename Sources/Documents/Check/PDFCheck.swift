// SPDX-License-Identifier: Apache-2.0

/// Asks qpdf whether a PDF is sound. What qpdf answers with are its documented exit statuses;
/// its sentences are not read, since they may change and may hold something of the file.
struct PDFCheck {
  let tools: ToolRunner

  /// The number of pages of a sound PDF without encryption. What qpdf only warns of is accepted:
  /// every reader mends it.
  ///
  /// Throws `encrypted`, `broken`, and what `ToolRunner` throws.
  func pageCount(_ file: PrivateFile) async throws(FileFault) -> Int {
    // 0 says that it is encrypted, with or without a password; 2 that it is not, or that it
    // cannot be read, which the next question settles.
    if try await ask("--is-encrypted", file).exit == .status(0) { throw .encrypted }
    let check = try await ask("--check", file)
    // 0 is without fault, 3 with warnings.
    guard check.exit == .status(0) || check.exit == .status(3) else { throw .broken(.pdf) }
    let pages = try await ask("--show-npages", file)
    guard pages.exit == .status(0) || pages.exit == .status(3),
      let count = Int(pages.text.filter { !$0.isWhitespace }), count > 0
    else { throw .broken(.pdf) }
    return count
  }

  private func ask(_ question: String, _ file: PrivateFile) async throws(FileFault) -> ToolOutcome {
    try await tools.run(.qpdf, [question, file.path], in: file.folder)
  }
}
