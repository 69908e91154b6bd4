// SPDX-License-Identifier: Apache-2.0

/// The encoding of a document, as its first bytes show it. RIV-TA messages are UTF-8 or UTF-16;
/// others are refused, because a rare encoding is a way past checks that look at the bytes.
struct DocumentEncoding: Hashable, Sendable {
  /// The name by which libxml2 knows it.
  let name: String
  /// Bytes of the byte order mark.
  let markLength: Int
  /// Where the significant byte of an ASCII character stands in its code unit.
  private let unit: Int
  private let significant: Int

  /// Throws `encoding`.
  init(_ bytes: [UInt8]) throws(XMLFault) {
    func start(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 1 }
    switch (start(0), start(1), start(2), start(3)) {
    case (0, 0, _, _), (0xFF, 0xFE, 0, 0), (0x3C, 0, 0, 0):
      throw XMLFault(.encoding, line: 1)
    case (0xEF, 0xBB, 0xBF, _): (name, markLength, unit, significant) = ("UTF-8", 3, 1, 0)
    case (0xFF, 0xFE, _, _): (name, markLength, unit, significant) = ("UTF-16LE", 2, 2, 0)
    case (0xFE, 0xFF, _, _): (name, markLength, unit, significant) = ("UTF-16BE", 2, 2, 1)
    case (0x3C, 0, _, _): (name, markLength, unit, significant) = ("UTF-16LE", 0, 2, 0)
    case (0, 0x3C, _, _): (name, markLength, unit, significant) = ("UTF-16BE", 0, 2, 1)
    default: (name, markLength, unit, significant) = ("UTF-8", 0, 1, 0)
    }
    guard (bytes.count - markLength).isMultiple(of: unit), bytes.count > markLength else {
      throw XMLFault(.encoding, line: 1)
    }
    // The parser would go on in another encoding; UTF-16 it converts and checks itself.
    if unit == 1, !DocumentEncoding.isUTF8(bytes) { throw XMLFault(.encoding) }
    if unit == 1, !hasReadDeclaration(bytes) { throw XMLFault(.encoding, line: 1) }
  }

  /// Whether the encoding that the document itself declares is one that reads the same bytes the
  /// same way. One that does not would give other letters than the sender wrote.
  private func hasReadDeclaration(_ bytes: [UInt8]) -> Bool {
    let head = bytes[markLength...].prefix(200)
    guard head.starts(with: "<?xml".utf8) else { return true }
    let line = head.prefix { $0 != UInt8(ascii: ">") }
    guard let name = DocumentEncoding.declaredName(line) else { return true }
    if name == "utf-8" || name == "utf8" || name.hasPrefix("utf-16") { return true }
    // Plain ASCII is the same in all of these.
    let isSuperset =
      ["us-ascii", "ascii"].contains(name) || name.hasPrefix("iso-8859-")
      || name.hasPrefix("windows-125")
    return isSuperset && bytes.allSatisfy { $0 < 0x80 }
  }

  /// What stands in quotes after `encoding=`, in lower case; nil where nothing is declared. Read
  /// byte by byte: it is done for every document, and a pattern is compiled anew each time.
  private static func declaredName(_ line: ArraySlice<UInt8>) -> String? {
    func skipSpaces(_ place: Int) -> Int {
      line[place...].firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? line.endIndex
    }
    let word = Array("encoding".utf8)
    for start in line.indices where line[start...].starts(with: word) {
      let equals = skipSpaces(start + word.count)
      guard equals < line.endIndex, line[equals] == UInt8(ascii: "=") else { continue }
      let quote = skipSpaces(equals + 1)
      guard quote < line.endIndex, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(line[quote])
      else { continue }
      let name = line[(quote + 1)...].prefix { $0 != line[quote] }
      guard name.endIndex < line.endIndex else { continue }
      return String(decoding: name, as: UTF8.self).lowercased()
    }
    return nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// Equals signs between two `<` that no honest document reaches.
  private static let crowd = 4096

  /// True when so many equals signs follow one `<` that it can only be a tag stuffed with
  /// attributes. The parser compares every attribute of a tag with every other, before
  /// it calls anybody, so a stuffed tag of 1 MiB would hold a processor for seconds.
  func hasCrowdedTag(_ bytes: [UInt8]) -> Bool {
    if unit == 1 { return hasCrowdedByteTag(bytes) }
    var equalsSigns = 0
    for start in stride(from: markLength, to: bytes.count, by: unit) {
      if unit == 2, bytes[start + 1 - significant] != 0 { continue }
      switch bytes[start + significant] {
      case UInt8(ascii: "<"): equalsSigns = 0
      case UInt8(ascii: "="):
        equalsSigns += 1
        if equalsSigns > DocumentEncoding.crowd { return true }
      default: break
      }
    }
    return false
  }

  /// The same for one byte per unit, as almost all documents have. Where there are not so many
  /// equals signs in the whole document, as in every honest one, nothing more is looked at.
  private func hasCrowdedByteTag(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var all = 0
      for byte in bytes { all &+= byte == UInt8(ascii: "=") ? 1 : 0 }
      guard all > DocumentEncoding.crowd else { return false }
      var equalsSigns = 0
      for byte in bytes {
        if byte == UInt8(ascii: "<") { equalsSigns = 0 }
        if byte == UInt8(ascii: "=") {
          equalsSigns += 1
          if equalsSigns > DocumentEncoding.crowd { return true }
        }
      }
      return false
    }
  }
}
