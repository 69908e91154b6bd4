// SPDX-License-Identifier: Apache-2.0

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
///
/// An instant knows its Swedish day and wall clock, because law counts in Swedish days. As text
/// and in JSON it is always UTC: `2026-06-12T08:00:00.000Z`. Instants outside the years 1–9999
/// are held to the nearest end.
public struct Instant: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z; negative before.
  public let milliseconds: Int64

  private static let millisecondsPerDay: Int64 = 86_400_000
  private static let earliest = Int64(Day.earliest.number) * millisecondsPerDay
  private static let latest = Int64(Day.latest.number + 1) * millisecondsPerDay - 1

  /// Held to the years 1–9999.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Instant.earliest), Instant.latest)
  }

  /// The instant at which a Swedish clock shows this day and time. In the hour that is skipped
  /// in spring the clock is moved forward (02:30 means 03:30); in the hour that comes twice in
  /// autumn the first one is meant.
  public init(day: Day, time: TimeOfDay) {
    let wall = Int64(day.number) * Instant.millisecondsPerDay + Int64(time.secondOfDay) * 1000
    let asSummer = Instant(milliseconds: wall - SwedishTime.summerOffset)
    self =
      SwedishTime.isSummer(asSummer)
      ? asSummer : Instant(milliseconds: wall - SwedishTime.standardOffset)
  }

  /// The civil day in Sweden.
  public var day: Day { Day(number: wall.day) }

  /// What a clock in Sweden shows; parts of a second are cut off.
  public var clock: TimeOfDay { TimeOfDay(secondOfDay: wall.second) }

  /// The instant so much later, held to the years that can be expressed; negative goes back.
  public func adding(milliseconds more: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(more)
    return Instant(milliseconds: overflow ? (more > 0 ? .max : .min) : sum)
  }

  /// Elapsed minutes, whatever the wall clock does meanwhile.
  public func adding(minutes: Int) -> Instant { adding(minutes, times: 60_000) }

  /// Elapsed hours, whatever the wall clock does meanwhile.
  public func adding(hours: Int) -> Instant { adding(hours, times: 3_600_000) }

  private func adding(_ count: Int, times unit: Int64) -> Instant {
    let (more, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
    return adding(milliseconds: overflow ? (count > 0 ? .max : .min) : more)
  }

  /// Whole hours that have passed when `later` comes, cut towards zero; negative when it is
  /// earlier.
  public func elapsedHours(until later: Instant) -> Int { Int((later - self) / 3_600_000) }

  /// Milliseconds from `b` to `a`.
  public static func - (a: Instant, b: Instant) -> Int64 { a.milliseconds - b.milliseconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  private var wall: (day: Int, second: Int) {
    Instant.split(milliseconds + SwedishTime.offset(at: self))
  }

  /// Day number in UTC, for the daylight-saving rule.
  var universalDay: Day { Day(number: Instant.split(milliseconds).day) }

  private static func split(_ milliseconds: Int64) -> (day: Int, second: Int) {
    let rest = (milliseconds % millisecondsPerDay + millisecondsPerDay) % millisecondsPerDay
    return (Int((milliseconds - rest) / millisecondsPerDay), Int(rest / 1000))
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads `2026-06-12T08:00:00Z`, with parts of a second and with an offset such as `+02:00`.
  /// A text that does not tell its zone is nil; parts finer than a millisecond are cut off.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let time = TimeOfDay(String(decoding: bytes[11..<19], as: UTF8.self))
    else { return nil }
    var rest = bytes[19...]
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard (1...9).contains(digits.count) else { return nil }
      let three = (Array(digits) + [UInt8](repeating: UInt8(ascii: "0"), count: 2)).prefix(3)
      fraction = decimal(three) ?? 0
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = Instant.offsetMinutes(Array(rest)) else { return nil }
    let seconds = Int64(day.number) * 86_400 + Int64(time.secondOfDay) - Int64(offset) * 60
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  private static func offsetMinutes(_ zone: [UInt8]) -> Int? {
    if zone == [UInt8(ascii: "Z")] { return 0 }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
      let hours = decimal(zone[1..<3]), let minutes = decimal(zone[4..<6]),
      hours <= 14, minutes <= 59
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  public var description: String {
    let (day, second) = Instant.split(milliseconds)
    let thousandths = Int((milliseconds % 1000 + 1000) % 1000)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(Day(number: day))T\(clock.joined(separator: ":")).\(padded(thousandths, 3))Z"
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "an instant such as 2026-06-12T08:00:00Z", Instant.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
