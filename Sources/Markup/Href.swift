// SPDX-License-Identifier: Apache-2.0

/// An address that a page may point to.
///
/// There is no way from a free string to an address: the parts are percent-encoded one by one,
/// and an address elsewhere has to be https. So neither `javascript:` nor another host can be
/// smuggled in through a value.
public struct Href: Hashable, Sendable, CustomStringConvertible {
  /// The encoded address, ASCII only.
  public let description: String

  /// An address within the site: `/a/b?name=value#part`.
  ///
  /// Segments that are empty, `.` or `..` are left out: they would change host or folder.
  public init(
    path: [String], query: [(String, String)] = [], fragment: String? = nil
  ) {
    let segments = path.filter { !$0.isEmpty && $0 != "." && $0 != ".." }
    var address = segments.isEmpty ? "/" : ""
    for segment in segments { address += "/" + Href.encode(segment) }
    for (index, pair) in query.enumerated() {
      address += index == 0 ? "?" : "&"
      address += Href.encode(pair.0) + "=" + Href.encode(pair.1)
    }
    if let fragment { address += "#" + Href.encode(fragment) }
    description = address
  }

  /// A place on the same page: `#part`.
  public static func fragment(_ id: String) -> Href { Href(verified: "#" + encode(id)) }

  /// The same page with other query values: `?name=value`.
  public static func query(_ pairs: [(String, String)]) -> Href {
    let parts = pairs.map { encode($0.0) + "=" + encode($0.1) }
    return Href(verified: "?" + parts.joined(separator: "&"))
  }

  /// A mail address, or nil when the text is none.
  public static func mail(_ address: String) -> Href? {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return Href(verified: "mailto:" + encode(String(parts[0])) + "@" + encode(String(parts[1])))
  }

  /// An address on another host, or nil unless it is a plain `https://host/…`.
  ///
  /// Refused are other schemes, user names in the address, and every character that does not
  /// stand for itself in an address.
  public static func external(_ text: String) -> Href? {
    let scheme = "https://"
    guard text.hasPrefix(scheme) else { return nil }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let host = rest.prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, host.allSatisfy({ isHostByte($0) }) else { return nil }
    guard rest.allSatisfy({ isAddressByte($0) }) else { return nil }
    return Href(verified: text)
  }

  private init(verified: String) { description = verified }

  /// Percent-encodes all but the unreserved characters of RFC 3986.
  private static func encode(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for unit in text.utf8 {
      if isUnreserved(unit) {
        bytes.append(unit)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(unit >> 4)], hex[Int(unit & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(unit)
    }
  }

  private static func isHostByte(_ unit: UInt8) -> Bool {
    isUnreserved(unit) && unit != UInt8(ascii: "_") && unit != UInt8(ascii: "~")
      || unit == UInt8(ascii: ":")
  }

  private static func isAddressByte(_ unit: UInt8) -> Bool {
    isUnreserved(unit) || "/?#:=&%+,;!()*@".utf8.contains(unit)
  }
}
