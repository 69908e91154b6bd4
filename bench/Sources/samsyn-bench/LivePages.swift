// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Many open pages that wait for news, as browsers keep them, in one thread.
final class LivePages {
  private var connections: [pollfd] = []
  private var received: [[UInt8]]

  /// Opens so many, one after the other.
  init(_ count: Int, port: UInt16, cookies: [String]) throws {
    received = Array(repeating: [], count: count)
    for number in 0..<count {
      let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      address.sin_port = port.bigEndian
      let status = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      connections.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
      let request = Array(
        """
        GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r
        Cookie: \(cookies[number % cookies.count])\r\n\r\n
        """.utf8)
      guard status == 0, write(connection, request, request.count) == request.count else {
        throw BenchFailure("page \(number + 1) could not be opened")
      }
    }
  }

  deinit { for connection in connections { close(connection.fd) } }

  /// Waits until each has received the words, or the time is out. Gives when each did so, by the
  /// same clock as `secondsNow`; what was received before is forgotten.
  func wait(for words: String, seconds: Double) throws -> [Double] {
    let until = secondsNow() + seconds
    var times: [Double] = []
    var waiting = Set(connections.indices)
    for place in connections.indices { received[place] = [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !waiting.isEmpty, secondsNow() < until {
      guard poll(&connections, nfds_t(connections.count), 100) > 0 else { continue }
      for place in connections.indices where connections[place].revents != 0 {
        let count = read(connections[place].fd, &buffer, buffer.count)
        guard count > 0 else { throw BenchFailure("page \(place + 1) was closed") }
        received[place].append(contentsOf: buffer[..<count])
        if waiting.contains(place),
          String(decoding: received[place], as: UTF8.self).contains(words)
        {
          waiting.remove(place)
          times.append(secondsNow())
        }
      }
    }
    return times
  }
}
