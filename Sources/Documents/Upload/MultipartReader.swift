// SPDX-License-Identifier: Apache-2.0

/// Reads a form of the type `multipart/form-data` (RFC 7578, RFC 2046 section 5.1) piece by piece.
///
/// Feed it what arrives, in pieces of any size, and then call `finish()`. How the bytes are cut
/// does not change what comes out: the same events (contents may be cut differently), and the
/// same fault at the same byte. It holds no more than one part's headers; contents are handed
/// on as slices of the fed piece.
///
/// It is stricter than the standards where browsers are: lines end with CR and LF, headers are
/// not folded, nothing stands beside a boundary, and contents are not encoded again.
public struct MultipartReader: Sendable {
  /// What was read.
  public enum Event: Hashable, Sendable {
    /// A part's headers have been read.
    case partBegins(UploadPart)
    /// Some of the part's content; never empty.
    case bytes(ArraySlice<UInt8>)
    /// The part's content is complete.
    case partEnds
    /// The last boundary has been read.
    case end
  }

  private enum Place {
    /// Before the first boundary, of whose delimiter so many bytes have been seen.
    case preamble(matched: Int)
    /// In a part's content, likewise.
    case content(matched: Int)
    /// After a boundary, with the first of the two bytes that follow it.
    case afterBoundary(first: UInt8?)
    /// In a part's headers.
    case header
    /// After the last boundary; so many bytes of the line end after it have been seen.
    case epilogue(seen: Int)
    case failed(UploadFault)
    case finished
  }

  private let delimiter: [UInt8]
  private let limits: UploadLimits
  // A boundary at the very beginning needs no line end before it.
  private var place = Place.preamble(matched: 2)
  private var header: [UInt8] = []
  private var kind = UploadPart.Kind.field
  private var parts = 0
  private var partBytes = 0
  private var totalBytes = 0

  /// A reader at the beginning of a form.
  public init(boundary: MultipartBoundary, limits: UploadLimits = .standard) {
    delimiter = boundary.delimiter
    self.limits = limits
  }

  /// Reads the next piece and gives what it completes. After a fault every further call throws
  /// the same fault; what the piece held before the fault is not given.
  public mutating func feed(_ piece: ArraySlice<UInt8>) throws(UploadFault) -> [Event] {
    do throws(UploadFault) {
      var events: [Event] = []
      // What the limit lets through is read first, so that a fault in it is found whatever
      // the size of the piece.
      let allowed = piece.prefix(limits.totalBytesMax - totalBytes)
      totalBytes += allowed.count
      var rest = allowed
      while !rest.isEmpty { try step(&rest, &events) }
      guard allowed.count == piece.count else { throw .limit(.total) }
      return events
    } catch {
      place = .failed(error)
      header = []
      throw error
    }
  }

  /// Says that no more bytes come. Throws `truncated` when the last boundary has not been read.
  public mutating func finish() throws(UploadFault) {
    switch place {
    // Nothing, or the whole line end, stands after the last boundary.
    case .epilogue(0), .epilogue(2): place = .finished
    case .failed(let fault): throw fault
    case .finished: throw .finished
    default:
      place = .failed(.truncated)
      throw .truncated
    }
  }

  /// Reads at least one byte.
  private mutating func step(
    _ rest: inout ArraySlice<UInt8>, _ events: inout [Event]
  ) throws(UploadFault) {
    switch place {
    case .preamble(let matched):
      let found = DelimiterScan(delimiter, matched: matched).run(&rest) { _ in }
      place = found.isWhole ? .afterBoundary(first: nil) : .preamble(matched: found.matched)
    case .content(let matched):
      var runs: [ArraySlice<UInt8>] = []
      let found = DelimiterScan(delimiter, matched: matched).run(&rest) { runs.append($0) }
      for run in runs { try take(run, &events) }
      place = found.isWhole ? .afterBoundary(first: nil) : .content(matched: found.matched)
      if found.isWhole { events.append(.partEnds) }
    case .afterBoundary(let first): try afterBoundary(first, rest.removeFirst(), &events)
    case .header: try headerByte(rest.removeFirst(), &events)
    case .epilogue(2): rest = rest[rest.endIndex...]
    case .epilogue(let seen):
      guard rest.removeFirst() == [0x0D, 0x0A][seen] else { throw .delimiter }
      place = .epilogue(seen: seen + 1)
    case .failed(let fault): throw fault
    case .finished: throw .finished
    }
  }

  private mutating func afterBoundary(
    _ first: UInt8?, _ byte: UInt8, _ events: inout [Event]
  ) throws(UploadFault) {
    switch (first, byte) {
    case (nil, 0x0D), (nil, 0x2D): place = .afterBoundary(first: byte)
    case (0x0D, 0x0A):
      parts += 1
      guard parts <= limits.partsMax else { throw .limit(.parts) }
      header = []
      place = .header
    case (0x2D, 0x2D):
      place = .epilogue(seen: 0)
      events.append(.end)
    case (nil, 0x0A), (0x0D, _): throw .lineEnd
    default: throw .delimiter
    }
  }

  private mutating func headerByte(
    _ byte: UInt8, _ events: inout [Event]
  ) throws(UploadFault) {
    guard header.count < limits.headerBytesMax else { throw .limit(.header) }
    let previous = header.last
    if (previous == 0x0D) != (byte == 0x0A) { throw .lineEnd }
    let isLineStart = previous == nil || previous == 0x0A
    if isLineStart, byte == 0x20 || byte == 0x09 { throw .headerFolded }
    if byte == 0x7F || (byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)) {
      throw .controlCharacter
    }
    header.append(byte)
    guard byte == 0x0A else { return }
    guard header.count == 2 || header.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A] else { return }
    let part = try UploadPart(header: header.dropLast(2), limits: limits)
    header = []
    kind = part.kind
    partBytes = 0
    place = .content(matched: 0)
    events.append(.partBegins(part))
  }

  private mutating func take(
    _ run: ArraySlice<UInt8>, _ events: inout [Event]
  ) throws(UploadFault) {
    partBytes += run.count
    switch kind {
    case .field: guard partBytes <= limits.fieldBytesMax else { throw .limit(.field) }
    case .file: guard partBytes <= limits.fileBytesMax else { throw .limit(.file) }
    case .noFile: throw .fileWithoutName
    }
    events.append(.bytes(run))
  }
}
