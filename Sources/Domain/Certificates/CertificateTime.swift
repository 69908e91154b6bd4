// SPDX-License-Identifier: Apache-2.0

/// When something was signed or sent, by a clock in Sweden. Certificates tell neither zone nor
/// parts of a second, so this is no instant. As text and in JSON `2026-06-12T08:00:00`.
public struct CertificateTime: Hashable, Comparable, Sendable {
  /// The civil day.
  public let day: Day
  /// What the clock showed.
  public let time: TimeOfDay

  /// A time on a day.
  public init(day: Day, time: TimeOfDay) {
    self.day = day
    self.time = time
  }

  public static func < (a: CertificateTime, b: CertificateTime) -> Bool {
    (a.day, a.time) < (b.day, b.time)
  }
}

extension CertificateTime: LosslessStringConvertible {
  /// Reads `2026-06-12T08:00:00`. Parts of a second are cut off; a text with a zone is read as
  /// the instant it means and told in Swedish time.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let day = Day(isoDate: bytes[0..<10]),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let second = decimal(bytes[17..<19]),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    if bytes.count > 19 {
      let fraction = bytes[19...].dropFirst()
      let isFraction =
        bytes[19] == UInt8(ascii: ".") && (1...9).contains(fraction.count)
        && decimal(fraction) != nil
      if !isFraction {
        guard let instant = Instant(text) else { return nil }
        self.init(day: instant.day, time: instant.clock)
        return
      }
    }
    self.init(day: day, time: time)
  }

  public var description: String {
    let clock = [time.hour, time.minute, time.second].map { padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":"))"
  }
}

extension CertificateTime: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a time such as 2026-06-12T08:00:00") {
      CertificateTime($0)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}

extension Day {
  /// Reads `2026-06-12` and nothing else.
  public init?(isoText text: some StringProtocol) {
    guard text.utf8.count == 10,
      let day = text.utf8.withContiguousStorageIfAvailable({ Day(isoDate: $0) }) ?? nil
    else { return nil }
    self = day
  }

  /// Reads `2026-06-12` and nothing else, without making a text of it.
  public init?(isoDate bytes: some RandomAccessCollection<UInt8>) {
    let hyphen = UInt8(ascii: "-")
    let start = bytes.startIndex
    func at(_ offset: Int) -> UInt8 { bytes[bytes.index(start, offsetBy: offset)] }
    func part(_ from: Int, _ to: Int) -> Int? {
      decimal(
        bytes[bytes.index(start, offsetBy: from)..<bytes.index(start, offsetBy: to)])
    }
    guard bytes.count == 10, at(4) == hyphen, at(7) == hyphen,
      let year = part(0, 4), let month = part(5, 7), let day = part(8, 10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
