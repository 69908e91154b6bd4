// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

@testable import Documents

/// Speaks clamd's INSTREAM for one connection on a UNIX socket.
final class FakeClamd: Sendable {
  enum Manner: Sendable {
    /// Reads the file to its end and answers.
    case answer(String)
    /// Answers and hangs up after so many bytes of the file.
    case refuseAfter(Int)
    /// Hangs up at once.
    case hangUp
    /// Takes the connection and says nothing.
    case silence
  }

  let address: ClamdAddress
  private let folder: PrivateFolder
  private let listener: Int32
  private let received = Mutex<[UInt8]?>(nil)

  /// What was sent, put together; nil when the command or the lengths were wrong.
  var file: [UInt8]? { received.withLock { $0 } }

  init(_ manner: Manner) throws {
    folder = try PrivateFolder(bytes: 1)
    let path = folder.newPath("socket")
    address = .unix(path: path)
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0, listen(listener, 1) == 0 else { throw FileFault.storage }
    Thread.detachNewThread { [listener, self] in
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      serve(connection, manner)
      close(connection)
    }
  }

  deinit { close(listener) }

  private func serve(_ connection: Int32, _ manner: Manner) {
    switch manner {
    case .hangUp: return
    case .silence:
      // Until the other side has had enough.
      while !read(connection, 1).isEmpty {}
    case .answer(let text):
      let file = take(connection, atMost: .max)
      received.withLock { $0 = file }
      reply(connection, text)
    case .refuseAfter(let count):
      _ = take(connection, atMost: count)
      reply(connection, "INSTREAM size limit exceeded. ERROR\0")
    }
  }

  private func take(_ connection: Int32, atMost countMax: Int) -> [UInt8]? {
    guard read(connection, 10) == Array("zINSTREAM\0".utf8) else { return nil }
    var file: [UInt8] = []
    while file.count < countMax {
      let length = read(connection, 4)
      guard length.count == 4 else { return nil }
      let count = length.reduce(0) { $0 << 8 | Int($1) }
      if count == 0 { return file }
      let bytes = read(connection, count)
      guard bytes.count == count else { return nil }
      file += bytes
    }
    return file
  }

  private func read(_ connection: Int32, _ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = recv(connection, &buffer, count, Int32(MSG_WAITALL))
    return Array(buffer[..<max(0, got)])
  }

  private func reply(_ connection: Int32, _ text: String) {
    let bytes = Array(text.utf8)
    _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }
}
