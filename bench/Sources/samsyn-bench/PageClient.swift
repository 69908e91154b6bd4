// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One connection to a server, kept alive; it does as little as can be, so that what is measured
/// is the server.
final class PageClient {
  struct Answer {
    let status: Int
    let head: String
    let bodyBytes: Int
  }

  private let connection: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)

  init(port: UInt16) throws {
    connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    let connection = self.connection
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 {
      close(connection)
      throw BenchFailure("no connection to port \(port)")
    }
    var on: Int32 = 1
    setsockopt(
      connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(connection) }

  func get(_ path: String, cookie: String? = nil) throws -> Answer {
    let cookieLine = cookie.map { "Cookie: \($0)\r\n" } ?? ""
    return try ask("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(cookieLine)\r\n")
  }

  func post(_ path: String, form: String) throws -> Answer {
    try ask(
      """
      POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: \(form.utf8.count)\r\n\r\n\(form)
      """)
  }

  private func ask(_ request: String) throws -> Answer {
    let bytes = Array(request.utf8)
    guard write(connection, bytes, bytes.count) == bytes.count else {
      throw BenchFailure("the server does not listen")
    }
    var received: [UInt8] = []
    var headEnd: Int?
    var wanted = Int.max
    while received.count < wanted {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { throw BenchFailure("the server ended the connection") }
      received.append(contentsOf: buffer[..<count])
      if headEnd == nil, let end = Self.endOfHead(received) {
        headEnd = end
        let head = String(decoding: received[..<end], as: UTF8.self)
        wanted = end + (Self.value("content-length", in: head).flatMap { Int($0) } ?? 0)
      }
    }
    let head = String(decoding: received[..<(headEnd ?? 0)], as: UTF8.self)
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return Answer(status: status, head: head, bodyBytes: received.count - (headEnd ?? 0))
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    guard bytes.count >= 4 else { return nil }
    for place in 0...(bytes.count - 4) where Array(bytes[place..<place + 4]) == mark {
      return place + 4
    }
    return nil
  }

  static func value(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name {
        return parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return nil
  }
}
