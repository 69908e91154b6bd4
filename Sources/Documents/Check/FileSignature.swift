// SPDX-License-Identifier: Apache-2.0

/// What a file is by its content. Its name and what its sender calls it are not asked: both are
/// wrong by habit and by malice.
public enum FileSignature: Hashable, Sendable {
  /// It looks like a kind that is taken. Whether it is sound is for `FileCheck`.
  case known(FileKind)
  /// It is a kind that is not taken.
  case wrong(WrongKind)
  /// It is text, but not in UTF-8.
  case otherText

  /// How many of the first bytes are looked at.
  public static let headBytes = 4096
  /// How many of the last bytes are looked at: a zip has its list of contents there.
  public static let tailBytes = 65_536

  /// Looks at the first and the last bytes of a file. They overlap when the file is short.
  public init(head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>) {
    self =
      FileSignature.picture(head) ?? FileSignature.container(head, tail)
      ?? FileSignature.markup(head) ?? FileSignature.document(head) ?? FileSignature.text(head)
  }

  private static func picture(_ head: ArraySlice<UInt8>) -> FileSignature? {
    if head.starts(with: PNGWalk.signature) { return .known(.png) }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .known(.jpeg) }
    if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
      return .wrong(.tiff)
    }
    // The ISO base media format: length, "ftyp", and the brand.
    let brand = head.dropFirst(8).prefix(4)
    guard head.dropFirst(4).starts(with: "ftyp".utf8) else { return nil }
    let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
    return .wrong(brands.contains { brand.elementsEqual($0.utf8) } ? .heic : .unknown)
  }

  private static func container(
    _ head: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>
  ) -> FileSignature? {
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .wrong(.oldOffice)
    }
    // A zip begins with a file, or with its end when it is empty.
    let beginnings: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    guard beginnings.contains(where: { head.starts(with: $0) }) else { return nil }
    // OpenDocument has its media type first; the names of Office's parts stand in the list.
    if head.prefix(200).holds("application/vnd.oasis.opendocument.") {
      return .wrong(.openDocument)
    }
    if tail.holds("word/document.xml") { return .wrong(.docx) }
    if tail.holds("xl/workbook.xml") { return .wrong(.xlsx) }
    if tail.holds("ppt/presentation.xml") { return .wrong(.pptx) }
    return .wrong(.zip)
  }

  private static func markup(_ head: ArraySlice<UInt8>) -> FileSignature? {
    if head.starts(with: "{\\rtf".utf8) { return .wrong(.rtf) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let spaces: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
    let start = (head.starts(with: mark) ? head.dropFirst(3) : head).drop { spaces.contains($0) }
      .prefix(15).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let beginnings = ["<!doctype html", "<html", "<head", "<body", "<script"]
    return beginnings.contains { start.starts(with: $0.utf8) } ? .wrong(.html) : nil
  }

  /// A PDF may have something before its first line; readers look at the first 1024 bytes.
  private static func document(_ head: ArraySlice<UInt8>) -> FileSignature? {
    head.prefix(1024).holds("%PDF-") ? .known(.pdf) : nil
  }

  private static func text(_ head: ArraySlice<UInt8>) -> FileSignature {
    guard !head.isEmpty else { return .wrong(.unknown) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .otherText }
    var check = TextCheck()
    if check.feed(head) { return .known(.text) }
    // Text of other encodings has its letters elsewhere, but it has no control characters.
    let isControl: (UInt8) -> Bool = { $0 == 0x7F || ($0 < 0x20 && !TextCheck.isLayout($0)) }
    return head.contains(where: isControl) ? .wrong(.unknown) : .otherText
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of the text come somewhere.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    var rest = self
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: wanted) { return true }
      rest.removeFirst()
    }
    return false
  }
}
