// SPDX-License-Identifier: Apache-2.0

/// A header's value with parameters, such as `form-data; name="underlag"` (RFC 2045 section 5.1).
struct HeaderValue {
  /// What stands before the first semicolon, in lower case.
  let main: String
  /// Names in lower case and values as bytes, in order. No name comes twice.
  let parameters: [(name: String, value: [UInt8])]

  /// Reads the value; nil when it breaks the form. Semicolons without anything between them are
  /// passed over.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    HeaderValue.skipSpace(&rest)
    guard let main = HeaderValue.token(&rest, with: [UInt8(ascii: "/")]) else { return nil }
    var parameters: [(name: String, value: [UInt8])] = []
    HeaderValue.skipSpace(&rest)
    while let mark = rest.first {
      guard mark == UInt8(ascii: ";") else { return nil }
      rest.removeFirst()
      HeaderValue.skipSpace(&rest)
      guard let next = rest.first, next != UInt8(ascii: ";") else { continue }
      guard let name = HeaderValue.token(&rest), rest.first == UInt8(ascii: "=") else {
        return nil
      }
      rest.removeFirst()
      guard !parameters.contains(where: { $0.name == name.lowered }),
        let value = HeaderValue.value(&rest)
      else { return nil }
      parameters.append((name.lowered, value))
      HeaderValue.skipSpace(&rest)
    }
    self.main = main.lowered
    self.parameters = parameters
  }

  /// The value of a parameter; nil when it is not there.
  subscript(name: String) -> [UInt8]? { parameters.first { $0.name == name }?.value }

  private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// A row of token characters (RFC 9110 section 5.6.2), and those in `extra`.
  static func token(
    _ rest: inout ArraySlice<UInt8>, with extra: [UInt8] = []
  ) -> ArraySlice<UInt8>? {
    let token = rest.prefix { $0.isTokenCharacter || extra.contains($0) }
    guard !token.isEmpty else { return nil }
    rest = rest.dropFirst(token.count)
    return token
  }

  /// A token or a quoted string. A backslash escapes a quotation mark or a backslash only:
  /// browsers write a backslash of a file's name as it is.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    guard rest.first == quote else { return token(&rest).map(Array.init) }
    rest.removeFirst()
    var value: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == quote { return value }
      if byte == backslash, let next = rest.first, next == quote || next == backslash {
        rest.removeFirst()
        value.append(next)
      } else {
        value.append(byte)
      }
    }
    return nil
  }
}

extension UInt8 {
  /// A character of a token in RFC 9110 section 5.6.2.
  fileprivate var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as text with the letters A to Z in lower case. They are ASCII already.
  fileprivate var lowered: String {
    String(decoding: map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
