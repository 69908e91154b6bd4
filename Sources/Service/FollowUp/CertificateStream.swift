// SPDX-License-Identifier: Apache-2.0

/// Parts a stream of documents, one after the other, into documents: they are separated by NUL,
/// or each begins with its XML declaration. No more of a document is held than it may have; of a
/// longer one so much that it can be refused.
struct CertificateStream {
  private let mostBytes: Int
  private var rest: [UInt8] = []
  /// Bytes of `rest` in which a border has been looked for.
  private var searched = 0
  /// The document that is read has been cut off; what follows of it is dropped.
  private var isCut = false

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  private static let declaration = Array("<?xml".utf8)
  private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

  /// Takes the next bytes and gives the documents that ended in them.
  mutating func read(_ piece: [UInt8]) -> [[UInt8]] {
    rest += piece
    var documents: [[UInt8]] = []
    while let border = nextBorder() {
      let document = Array(rest[..<border.end])
      rest.removeFirst(border.next)
      searched = 0
      if let document = whole(document) { documents.append(document) }
    }
    if rest.count > mostBytes + Self.declaration.count + 2 {
      if !isCut {
        documents.append(Array(rest.prefix(mostBytes + 1)))
        isCut = true
      }
      // The end may be the beginning of a declaration.
      rest = Array(rest.suffix(Self.declaration.count + 1))
      searched = 0
    }
    return documents
  }

  /// The last document.
  mutating func finish() -> [[UInt8]] {
    defer { rest = [] }
    return whole(rest).map { [$0] } ?? []
  }

  /// Nil for blanks between documents and for the end of one that was cut.
  private mutating func whole(_ document: [UInt8]) -> [UInt8]? {
    if isCut {
      isCut = false
      return nil
    }
    return document.allSatisfy(Self.blanks.contains) ? nil : document
  }

  private mutating func nextBorder() -> (end: Int, next: Int)? {
    let count = rest.count
    let declaration = Self.declaration
    var place = searched
    let border: (Int, Int)? = rest.withUnsafeBufferPointer { bytes in
      while place < count {
        if bytes[place] == 0 { return (place, place + 1) }
        if bytes[place] == UInt8(ascii: "<"), place > 0 || isCut {
          // A declaration that may not be here in full yet is looked at again later.
          guard place + declaration.count < count else { return nil }
          let isDeclaration =
            declaration.indices.allSatisfy { bytes[place + $0] == declaration[$0] }
            && Self.blanks.contains(bytes[place + declaration.count])
          if isDeclaration { return (place, place) }
        }
        place += 1
      }
      return nil
    }
    searched = place
    return border
  }
}
