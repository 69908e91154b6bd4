// SPDX-License-Identifier: Apache-2.0

// What the values of this module need to be read from and written as text without Foundation.

extension String {
  /// Every character may stand in XML 1.0, and so in a contract message: no control characters
  /// but tab and line ends, and none that Unicode says is no character.
  public var isWritable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
  }
}

extension String {
  /// Has a mark that cannot be seen and turns the direction of what follows, so that a text can
  /// look like another.
  public var turnsDirection: Bool {
    unicodeScalars.contains { scalar in
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }
}

/// The number that ASCII digits spell, or nil when there is anything else among them.
/// At most eighteen digits are read, so that the number always fits.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

/// A number that is not negative, with leading zeros up to the width.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension String {
  /// The text without blanks, no-break spaces and line ends around it.
  public var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Decodes a value that is written as one text. The error names what was expected and does not
/// repeat the text, which may be about a person.
func decodeText<Value>(
  _ decoder: any Decoder, as expected: String, _ read: (String) -> Value?
) throws -> Value {
  let container = try decoder.singleValueContainer()
  guard let value = read(try container.decode(String.self)) else {
    throw DecodingError.dataCorruptedError(in: container, debugDescription: "not \(expected)")
  }
  return value
}

/// Encodes a value as one text.
func encodeText(_ text: String, _ encoder: any Encoder) throws {
  var container = encoder.singleValueContainer()
  try container.encode(text)
}
