// SPDX-License-Identifier: Apache-2.0
import Domain

/// A visit as an iCalendar file (RFC 5545) for her own calendar, which others may read: time and
/// place, and nothing of whom it is about, with whom or why.
struct VisitCalendar: Sendable {
  let visit: Visit
  let title: String
  let now: Instant
  /// Unlike any other calendar's; tells nothing but which visit in which case.
  let id: CaseNumber

  var text: String {
    let end = visit.end.map { ["DTEND:\(stamp($0))"] } ?? []
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samsyn//SV", "BEGIN:VEVENT",
        "UID:\(id)-\(visit.number)@samsyn.invalid", "DTSTAMP:\(stamp(now))",
        "SEQUENCE:\(visit.timesMoved)", "DTSTART:\(stamp(visit.start))",
      ] + end + [
        "SUMMARY:\(escaped(title))", "LOCATION:\(escaped(visit.place))", "END:VEVENT",
        "END:VCALENDAR",
      ]
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  /// Coordinated universal time: `20260612T073000Z`.
  private func stamp(_ instant: Instant) -> String {
    let digits = instant.description.filter { $0 != "-" && $0 != ":" }
    return digits.prefix(15) + "Z"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ",", ";": escaped += "\\\(character)"
      case "\n", "\r", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Lines are at most 75 octets; the rest goes on after a space.
  private func folded(_ line: String) -> String {
    var lines = [""]
    var octets = 0
    for character in line {
      let size = String(character).utf8.count
      if octets + size > 75 {
        lines.append(" ")
        octets = 1
      }
      lines[lines.count - 1].append(character)
      octets += size
    }
    return lines.joined(separator: "\r\n")
  }
}
