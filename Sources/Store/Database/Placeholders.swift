// SPDX-License-Identifier: Apache-2.0

/// Turns the `?` of the one SQL text into the `$1, $2, ...` that PostgreSQL reads. Question marks
/// inside quotes are left alone.
enum Placeholders {
  static func numbered(_ sql: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(sql.utf8.count + 16)
    var quote: UInt8?
    var count = 0
    for byte in sql.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        result.append(byte)
      } else if byte == UInt8(ascii: "?") {
        count += 1
        result.append(UInt8(ascii: "$"))
        result.append(contentsOf: String(count).utf8)
      } else {
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `?, ?, ?` for a list of so many values.
  static func list(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  /// `(?, ?), (?, ?)` for so many rows of values.
  static func rows(_ count: Int, columns: Int) -> String {
    Array(repeating: "(\(list(columns)))", count: count).joined(separator: ", ")
  }
}
