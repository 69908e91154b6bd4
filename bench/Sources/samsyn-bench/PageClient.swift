// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One connection to a server, kept alive; it does as little as can be, so that what is measured
/// is the server.
final class PageClient {
  struct Answer {
    let status: Int
    let head: String
    let bodyBytes: Int
    /// Empty where it was only counted.
    let body: [UInt8]
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

  func get(_ path: String, cookie: String? = nil, keepsBody: Bool = false) throws -> Answer {
    try ask("GET", path, headers: Self.cookie(cookie), keepsBody: keepsBody)
  }

  func post(_ path: String, form: String) throws -> Answer {
    try ask(
      "POST", path, headers: [("Content-Type", "application/x-www-form-urlencoded")],
      body: Array(form.utf8))
  }

  /// The cookie of a person's new session.
  func signIn(_ person: String) throws -> String {
    let answer = try post("/logga-in", form: "person=\(person)")
    guard
      let cookie = Self.value("set-cookie", in: answer.head)?.split(separator: ";").first
    else { throw BenchFailure("\(person) could not sign in") }
    return String(cookie)
  }

  /// One request and its answer, whose body is counted and only kept where that is asked for.
  func ask(
    _ method: String, _ path: String, headers: [(String, String)] = [], body: [UInt8] = [],
    keepsBody: Bool = false
  ) throws -> Answer {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if method != "GET" { head += "Content-Length: \(body.count)\r\n" }
    try send(Array((head + "\r\n").utf8))
    try send(body)
    return try receive(keepsBody: keepsBody)
  }

  static func cookie(_ cookie: String?) -> [(String, String)] {
    cookie.map { [("Cookie", $0)] } ?? []
  }

  private func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        write(connection, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      guard count > 0 else { throw BenchFailure("the server does not listen") }
      sent += count
    }
  }

  private func receive(keepsBody: Bool) throws -> Answer {
    var received: [UInt8] = []
    var headEnd: Int?
    while headEnd == nil {
      received.append(contentsOf: try some())
      headEnd = Self.endOfHead(received)
    }
    let head = String(decoding: received[..<(headEnd ?? 0)], as: UTF8.self)
    let wanted = Self.value("content-length", in: head).flatMap { Int($0) } ?? 0
    var body = Array(received[(headEnd ?? 0)...])
    var count = body.count
    while count < wanted {
      let piece = try some()
      count += piece.count
      if keepsBody { body.append(contentsOf: piece) }
    }
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return Answer(status: status, head: head, bodyBytes: count, body: keepsBody ? body : [])
  }

  private func some() throws -> ArraySlice<UInt8> {
    let count = read(connection, &buffer, buffer.count)
    guard count > 0 else { throw BenchFailure("the server ended the connection") }
    return buffer[..<count]
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    guard bytes.count >= 4 else { return nil }
    for place in 0...(bytes.count - 4) where bytes[place..<place + 4].elementsEqual(mark) {
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
