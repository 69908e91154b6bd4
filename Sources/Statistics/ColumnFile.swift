// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Columns in a file: a head that names them, then each as it lies in memory, so that reading is
/// nothing but mapping. The numbers are little-endian, as on every machine that Swift runs on.
///
/// A file is written beside the old one and takes its place whole; who has the old one mapped keeps
/// it. The head carries a sum over itself, and after the columns stand sums over each of them: one
/// over its first bytes, which are looked at when the file is opened, and one over all of them. A
/// large file is only read whole when that is asked for (`check`).
public struct ColumnFile: Sendable {
  private static let magic = Array("SAMSYN-COLUMNS-2".utf8)
  private static let alignment = 64

  /// A column that is to be written.
  public struct Part: Sendable {
    let name: String
    let width: Int
    let count: Int
    /// Lends the bytes piece by piece; each piece but the last has whole words.
    let each: @Sendable ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

    /// A column that has grown and is written as it lies.
    init<Number>(_ name: String, _ column: GrowingColumn<Number>) {
      self.name = name
      width = MemoryLayout<Number>.stride
      count = column.count
      each = { try column.forEachPiece($0) }
    }

    public init<Number>(_ name: String, _ column: Column<Number>) {
      self.name = name
      width = MemoryLayout<Number>.stride
      count = column.count
      each = { body in
        let bytes = column.bytes
        // In parts, so that no second column stands in memory.
        for start in stride(from: 0, to: bytes.count, by: 1 << 24) {
          let end = min(start + 1 << 24, bytes.count)
          try body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
      }
    }

    /// Writes the bytes and gives the sums over the first of them and over all.
    fileprivate func write(to file: FileHandle) throws -> [UInt64] {
      var first: UInt64?
      var all = ColumnSum()
      try each { piece in
        if first == nil { first = ColumnSum.first(piece) }
        all.add(piece)
        try file.write(contentsOf: Data(piece))
      }
      return [first ?? ColumnSum().value, all.value]
    }
  }

  private struct Place: Codable, Sendable {
    var name: String
    var width: Int
    var count: Int
    var offset: Int
  }

  private struct Head: Codable {
    var form: String
    var notes: [String: String]
    var columns: [Place]
  }

  private let memory: ColumnMemory
  private let places: [String: Place]
  private let order: [Place]
  /// Two for each column, in order.
  private let sums: [UInt64]
  /// What the writer noted beside the columns.
  public let notes: [String: String]

  /// Writes columns to a file, on disk when this returns.
  ///
  /// - Parameters:
  ///   - form: names what the columns mean; a reader that expects another refuses the file.
  ///   - notes: small facts, such as how far in the journal the columns go.
  /// - Throws: `ColumnFault.unwritable`.
  public static func write(
    _ parts: [Part], form: String, notes: [String: String] = [:], to path: String
  ) throws(ColumnFault) {
    let fresh = path + ".new"
    do {
      let head = try head(parts, form, notes)
      guard
        FileManager.default.createFile(
          atPath: fresh, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw ColumnFault.unwritable }
      let file = try FileHandle(forWritingTo: URL(filePath: fresh))
      try file.write(contentsOf: Data(head))
      var offset = head.count
      var sums: [UInt64] = []
      for part in parts {
        try file.write(contentsOf: Data(repeating: 0, count: aligned(offset) - offset))
        sums += try part.write(to: file)
        offset = aligned(offset) + part.width * part.count
      }
      try file.write(contentsOf: Data(repeating: 0, count: aligned(offset) - offset))
      try file.write(contentsOf: sums.withUnsafeBytes { Data($0) })
      try file.synchronize()
      try file.close()
      guard rename(fresh, path) == 0 else { throw ColumnFault.unwritable }
    } catch {
      try? FileManager.default.removeItem(atPath: fresh)
      throw .unwritable
    }
  }

  /// Maps a file.
  ///
  /// - Throws: `unreadable`, `otherVersion` where it is of another form, and `damaged` or
  ///   `damagedColumn` where it is cut off or begins otherwise than it was written.
  public init(mapping path: String, form: String) throws(ColumnFault) {
    let memory = try ColumnMemory(mapping: path)
    let bytes = UnsafeRawBufferPointer(memory.bytes)
    let start = Self.magic.count + 16
    guard bytes.count >= start else { throw .damaged }
    guard bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { throw .otherVersion }
    let length = bytes.loadUnaligned(fromByteOffset: Self.magic.count, as: UInt64.self)
    let sum = bytes.loadUnaligned(fromByteOffset: Self.magic.count + 8, as: UInt64.self)
    guard length <= bytes.count - start else { throw .damaged }
    let json = bytes[start..<start + Int(length)]
    guard Self.sum(json) == sum,
      let head = try? JSONDecoder().decode(Head.self, from: Data(json))
    else { throw .damaged }
    guard head.form == form else { throw .otherVersion }
    for place in head.columns {
      guard place.offset % Self.alignment == 0, place.count >= 0, place.width > 0,
        place.offset + place.count * place.width <= bytes.count
      else { throw .damaged }
    }
    let from = Self.aligned(head.columns.map { $0.offset + $0.count * $0.width }.max() ?? 0)
    guard bytes.count == from + head.columns.count * 16 else { throw .damaged }
    sums = (0..<head.columns.count * 2).map {
      bytes.loadUnaligned(fromByteOffset: from + $0 * 8, as: UInt64.self)
    }
    order = head.columns
    self.memory = memory
    places = Dictionary(head.columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    notes = head.notes
    for (number, place) in order.enumerated()
    where ColumnSum.first(self.bytes(place)) != sums[2 * number] {
      throw .damagedColumn(place.name)
    }
  }

  /// How many bytes the file has.
  public var byteCount: Int { memory.bytes.count }

  /// Reads every byte. Throws `damagedColumn` with the first column that is not as it was written.
  public func check() throws(ColumnFault) {
    for (number, place) in order.enumerated() {
      var sum = ColumnSum()
      sum.add(bytes(place))
      guard sum.value == sums[2 * number + 1] else { throw .damagedColumn(place.name) }
    }
  }

  private func bytes(_ place: Place) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(memory.bytes)[
        place.offset..<place.offset + place.count * place.width])
  }

  /// A column of the file. Throws `columnMissing`.
  public func column<Number>(
    _ name: String, of number: Number.Type = Number.self
  ) throws(ColumnFault) -> Column<Number> {
    guard let place = places[name], place.width == MemoryLayout<Number>.stride else {
      throw .columnMissing(name)
    }
    return Column(memory, offset: place.offset, count: place.count)
  }

  /// The head with its places. A place depends on the head's length, which depends on the places,
  /// so room is left at the end.
  private static func head(
    _ parts: [Part], _ form: String, _ notes: [String: String]
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    func json(from start: Int) throws -> [UInt8] {
      var offset = start
      let places = parts.map { part in
        defer { offset = aligned(offset + part.width * part.count) }
        return Place(name: part.name, width: part.width, count: part.count, offset: offset)
      }
      return Array(try encoder.encode(Head(form: form, notes: notes, columns: places)))
    }
    let room = aligned(magic.count + 16 + (try json(from: 1 << 52)).count)
    let text = try json(from: room)
    var head = magic
    withUnsafeBytes(of: UInt64(text.count)) { head.append(contentsOf: $0) }
    withUnsafeBytes(of: sum(text)) { head.append(contentsOf: $0) }
    head.append(contentsOf: text)
    head.append(contentsOf: repeatElement(0, count: room - head.count))
    return head
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + alignment - 1) / alignment * alignment
  }

  /// FNV-1a: it finds a torn head, and is no protection against anybody.
  private static func sum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
