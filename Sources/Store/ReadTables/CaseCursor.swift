// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A place in an ordered list of cases: the key of the row a page starts after or ends before.
/// Rows that come or go elsewhere do not move it. Its text form may stand in an address: it holds
/// a sort key and a stream, no personal data.
public struct CaseCursor: Hashable, Sendable, LosslessStringConvertible {
  let sort: CaseQuery.Sort
  let isBackward: Bool
  let key: SQLValue
  let stream: String

  init(sort: CaseQuery.Sort, isBackward: Bool, key: SQLValue, stream: String) {
    self.sort = sort
    self.isBackward = isBackward
    self.key = key
    self.stream = stream
  }

  /// The page that ends before a row, or starts after it.
  init(_ row: CaseRow, sort: CaseQuery.Sort, isBackward: Bool) {
    self.init(sort: sort, isBackward: isBackward, key: sort.key(of: row), stream: row.stream)
  }

  /// Reads the text form; nothing when this program did not write it.
  public init?(_ description: String) {
    guard let fields = CursorText.read(description), fields.count == 4,
      let sort = CaseQuery.Sort(rawValue: fields[0]), ["f", "b"].contains(fields[1])
    else { return nil }
    if sort == .status {
      key = .text(fields[2])
    } else {
      guard let number = Int64(fields[2]) else { return nil }
      key = .integer(number)
    }
    self.sort = sort
    isBackward = fields[1] == "b"
    stream = fields[3]
  }

  /// The text form, of letters, digits, `-` and `_`.
  public var description: String {
    let text =
      switch key {
      case .integer(let number): String(number)
      case .text(let text): text
      case .null, .blob: ""
      }
    return CursorText.write([sort.rawValue, isBackward ? "b" : "f", text, stream])
  }
}

extension CaseQuery.Sort {
  var column: String {
    switch self {
    case .due: "due_key"
    case .opened: "opened_day"
    case .number: "number_key"
    case .updated: "updated_ms"
    case .status: "status"
    }
  }

  func key(of row: CaseRow) -> SQLValue {
    switch self {
    case .due: .integer(CaseRow.key(of: row.dueDay))
    case .opened: .day(row.openedDay)
    case .number: .integer(CaseRow.numberKey(row.caseNumber))
    case .updated: .instant(row.updated)
    case .status: .text(row.status)
    }
  }

  /// Whether one row stands before another in ascending order.
  func precedes(_ a: CaseRow, _ b: CaseRow) -> Bool {
    switch (key(of: a), key(of: b)) {
    case (.integer(let x), .integer(let y)) where x != y: x < y
    case (.text(let x), .text(let y)) where x != y: ByteOrder.precedes(x, y)
    default: ByteOrder.precedes(a.stream, b.stream)
    }
  }
}

/// Fields of a cursor as one text that may stand in an address.
enum CursorText {
  private static let separator = "\u{1F}"

  static func write(_ fields: [String]) -> String {
    Base64URL.encode(Array(fields.joined(separator: separator).utf8))
  }

  static func read(_ text: String) -> [String]? {
    guard text.utf8.count <= 1_000, let bytes = Base64URL.decode(text),
      let joined = String(validating: bytes, as: UTF8.self), !joined.utf8.contains(0)
    else { return nil }
    return joined.components(separatedBy: separator)
  }
}

/// Base64 with the alphabet of addresses and without padding (RFC 4648 section 5).
enum Base64URL {
  static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  static func decode(_ text: String) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let standard = text.replacing("-", with: "+").replacing("_", with: "/") + padding
    return Data(base64Encoded: standard).map { [UInt8]($0) }
  }
}
