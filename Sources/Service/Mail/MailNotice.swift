// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation

/// A mail that says that there is something new, and nothing of what it is: it leaves the
/// protected room, so it names no case, no person and no sender.
public struct MailNotice: Codable, Hashable, Sendable {
  /// Address of the person; it stands in the mail's head alone.
  public var to: String

  public init(to: String) { self.to = to }

  /// Who sends, and where the news can be read.
  public struct Setting: Sendable {
    /// Address of the sender.
    public let from: String
    /// Address of the sign-in page.
    public let site: String

    public init(from: String, site: String) {
      self.from = from
      self.site = site
    }
  }

  /// The mail by RFC 5322, lines ended by CR LF; nil where an address could carry more than an
  /// address into the head.
  ///
  /// - Parameters:
  ///   - id: number in the outbox; the same mail has the same identity when it is sent again.
  ///   - at: the time of writing.
  public func rendered(_ setting: Setting, id: Int, at: Instant) -> [UInt8]? {
    guard Self.isAddress(to), Self.isAddress(setting.from), Self.isPlain(setting.site) else {
      return nil
    }
    let domain = setting.from.split(separator: "@").last ?? "localhost"
    let subject = Data(Self.subject.utf8).base64EncodedString()
    let head = [
      "From: Samsyn <\(setting.from)>", "To: <\(to)>", "Subject: =?UTF-8?B?\(subject)?=",
      "Date: \(Self.date(at))", "Message-ID: <samsyn-\(id)@\(domain)>",
      "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
    ]
    let body = Data(Self.text(setting.site).utf8)
      .base64EncodedString(options: [
        .lineLength76Characters, .endLineWithCarriageReturn,
        .endLineWithLineFeed,
      ])
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
  }

  static let subject = "Du har något nytt i Samsyn"

  static func text(_ site: String) -> String {
    """
    Du har något nytt i Samsyn. Logga in för att läsa det:\r
    \(site)\r
    \r
    Du väljer själv om du vill ha sådana här meddelanden, under Ditt konto.\r
    Det går inte att svara på det här brevet.\r
    \r
    You have something new in Samsyn. Sign in to read it at the address above.\r

    """
  }

  /// One address and nothing else: no white space, line end or list.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isPlain(text)
      && !text.contains(where: { "<>,;:\"()[]\\".contains($0) }) && text.utf8.count <= 254
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// `Mon, 02 Mar 2026 09:00:00 +0000`
  static func date(_ at: Instant) -> String {
    let seconds = at.milliseconds >= 0 ? at.milliseconds / 1000 : 0
    let day = Day(number: Int(seconds / 86_400))
    let rest = Int(seconds % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return "\(weekdays[day.weekday.rawValue - 1]), \(two(day.dayOfMonth)) "
      + "\(months[day.month - 1]) \(day.year) \(time) +0000"
  }
}
