// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

extension Codec<String> {
  /// Text of 1 to `limit` characters, read without the white space around it.
  static func text(_ limit: Int) -> Codec<String> {
    var codec = clearableText(limit)
    let read = codec.read
    codec = Codec(
      emptyIsAbsent: true,
      read: { element, place throws(MessageFault) in
        let text = try read(element, place)
        guard !text.isEmpty else { throw place.fault(.valueEmpty) }
        return text
      }, write: codec.write)
    return codec
  }

  /// Text of 0 to `limit` characters, where nothing means that an earlier text is taken away.
  static func clearableText(_ limit: Int) -> Codec<String> {
    Codec(
      parse: { raw, place throws(MessageFault) in
        let text = trimmingXMLSpace(raw)
        guard text.unicodeScalars.count <= limit else {
          throw place.fault(.textTooLong, reason: MessageFault.tooLong(limit))
        }
        return text
      }, render: { $0 })
  }
}

extension Codec<Bool> {
  /// The four forms of `xs:boolean`; white space around them is allowed there.
  static var boolean: Codec<Bool> {
    Codec(
      parse: { raw, place throws(MessageFault) in
        switch trimmingXMLSpace(raw) {
        case "true", "1": return true
        case "false", "0": return false
        default: throw place.fault(.notABoolean)
        }
      }, render: { $0 ? "true" : "false" })
  }
}

extension Codec<Day> {
  /// `YYYYMMDD` in 1900–2099, exactly: the contract's pattern allows no white space. Days that
  /// do not exist, which the pattern lets through, are refused.
  static var date: Codec<Day> {
    Codec(
      parse: { raw, place throws(MessageFault) in
        guard isNumber(raw, digits: 8), raw.hasPrefix("19") || raw.hasPrefix("20") else {
          throw place.fault(.notADate)
        }
        guard let day = Day(raw) else { throw place.fault(.noSuchDate) }
        return day
      }, render: { $0.compact })
  }
}

extension Codec<Instant> {
  /// `YYYYMMDDhhmmss` on the Swedish wall clock, which the contract does not say but which its
  /// users mean. Parts of a second are not written; in the hour that comes twice in autumn the
  /// first one is read.
  static var timestamp: Codec<Instant> {
    Codec(
      parse: { raw, place throws(MessageFault) in
        guard isNumber(raw, digits: 14), raw.hasPrefix("19") || raw.hasPrefix("20") else {
          throw place.fault(.notATime)
        }
        let digits = Array(raw)
        let pair = { Int(String(digits[$0..<($0 + 2)])) ?? 0 }
        guard let day = Day(String(digits[..<8])),
          let time = TimeOfDay(hour: pair(8), minute: pair(10), second: pair(12))
        else { throw place.fault(.noSuchTime) }
        return Instant(day: day, time: time)
      },
      render: { instant in
        let clock = instant.clock
        let parts = [clock.hour, clock.minute, clock.second]
        return instant.day.compact + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
      })
  }
}

/// True for so many ASCII digits and nothing else.
private func isNumber(_ text: String, digits: Int) -> Bool {
  let ascii = UInt8(ascii: "0")...UInt8(ascii: "9")
  return text.utf8.count == digits && text.utf8.allSatisfy(ascii.contains)
}
