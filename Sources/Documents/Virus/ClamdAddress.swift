// SPDX-License-Identifier: Apache-2.0

/// Where clamd listens.
public enum ClamdAddress: Hashable, Sendable {
  /// A socket in the file system.
  case unix(path: String)
  /// A host name or address, and a port.
  case tcp(host: String, port: UInt16)
}

extension ClamdAddress: LosslessStringConvertible {
  /// Reads `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`; an IPv6 address stands in
  /// brackets. Nil when it is neither. A socket's path is absolute and has at most 107 bytes.
  public init?(_ text: String) {
    if text.hasPrefix("unix:/"), text.utf8.count <= 5 + 107, !text.utf8.contains(0) {
      self = .unix(path: String(text.dropFirst(5)))
      return
    }
    guard text.hasPrefix("tcp:"), let colon = text.lastIndex(of: ":") else { return nil }
    var host = text.dropFirst(4)
    guard colon > host.startIndex, let port = UInt16(text[text.index(after: colon)...]), port > 0
    else { return nil }
    host = host[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, !host.utf8.contains(0) else { return nil }
    self = .tcp(host: String(host), port: port)
  }

  /// The form that `init` reads.
  public var description: String {
    switch self {
    case .unix(let path): "unix:\(path)"
    case .tcp(let host, let port) where host.contains(":"): "tcp:[\(host)]:\(port)"
    case .tcp(let host, let port): "tcp:\(host):\(port)"
    }
  }
}
