// SPDX-License-Identifier: Apache-2.0

/// A time on the Swedish wall clock, 00:00:00–23:59:59. As text and in JSON `09:30`, with
/// seconds only when there are any.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// 0–23.
  public let hour: Int
  /// 0–59.
  public let minute: Int
  /// 0–59.
  public let second: Int

  /// 00:00.
  public static let midnight = TimeOfDay(secondOfDay: 0)

  /// Nil when there is no such time.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The time so many seconds after midnight, taken modulo one day.
  init(secondOfDay: Int) {
    let held = (secondOfDay % 86_400 + 86_400) % 86_400
    hour = held / 3600
    minute = held / 60 % 60
    second = held % 60
  }

  /// Seconds after midnight.
  public var secondOfDay: Int { hour * 3600 + minute * 60 + second }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.secondOfDay < b.secondOfDay }
}

extension TimeOfDay: LosslessStringConvertible {
  /// Reads `9.30`, `09:30` and `09:30:15`; blanks around are ignored.
  public init?(_ text: String) {
    let separators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: ".")]
    let parts = text.trimmed.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: separators.contains)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      let hour = decimal(parts[0]), let minute = decimal(parts[1]),
      let second = parts.count == 3 ? decimal(parts[2]) : 0
    else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  public var description: String {
    let clock = "\(padded(hour, 2)):\(padded(minute, 2))"
    return second == 0 ? clock : "\(clock):\(padded(second, 2))"
  }
}

extension TimeOfDay: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a time such as 09:30", TimeOfDay.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
