// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// One connection to clamd with one file on it. Blocks the thread it is used on, but never
/// beyond its deadline.
final class ClamdConnection: Sendable {
  private static let pieceBytes = 65_536
  private static let answerBytesMax = 1024

  private struct State {
    var descriptor: Int32 = -1
    var isCancelled = false
  }

  private let deadline: ContinuousClock.Instant
  private let state = Mutex(State())

  init(deadline: ContinuousClock.Instant) { self.deadline = deadline }

  /// Wakes whoever waits on the connection.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      if state.descriptor >= 0 { shutdown(state.descriptor, Int32(SHUT_RDWR)) }
    }
  }

  func verdict(on file: PrivateFile, at address: ClamdAddress) -> VirusVerdict {
    let verdict = unguardedVerdict(on: file, at: address)
    if state.withLock({ $0.isCancelled }) { return .unavailable(.cancelled) }
    if case .unavailable = verdict, ContinuousClock.now >= deadline {
      return .unavailable(.timeLimit)
    }
    return verdict
  }

  private func unguardedVerdict(
    on file: PrivateFile, at address: ClamdAddress
  ) -> VirusVerdict {
    guard let descriptor = open(address) else { return .unavailable(.unreachable) }
    defer {
      state.withLock { $0.descriptor = -1 }
      close(descriptor)
    }
    guard var cursor = try? FileCursor(path: file.path) else { return .unavailable(.storage) }
    var isSent = send(Array("zINSTREAM\0".utf8), on: descriptor)
    while isSent {
      guard let bytes = try? cursor.some(ClamdConnection.pieceBytes) else {
        return .unavailable(.storage)
      }
      let length = UInt32(bytes.count)
      let prefix = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
      isSent = send(prefix + bytes, on: descriptor)
      if bytes.isEmpty { break }
    }
    // clamd answers and hangs up in the middle when the file is too long for it.
    return receive(on: descriptor).map(VirusScan.verdict) ?? .unavailable(.answer)
  }

  /// A connected socket; nil when there is nobody.
  private func open(_ address: ClamdAddress) -> Int32? {
    switch address {
    case .unix(let path):
      var name = sockaddr_un()
      name.sun_family = sa_family_t(AF_UNIX)
      let room = MemoryLayout.size(ofValue: name.sun_path)
      guard path.utf8.count < room else { return nil }
      withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
      return withUnsafePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connected(AF_UNIX, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
    case .tcp(let host, let port):
      var hints = addrinfo()
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
      var found: UnsafeMutablePointer<addrinfo>?
      guard getaddrinfo(host, String(port), &hints, &found) == 0 else { return nil }
      defer { freeaddrinfo(found) }
      var next = found
      while let entry = next?.pointee {
        if let descriptor = connected(entry.ai_family, entry.ai_addr, entry.ai_addrlen) {
          return descriptor
        }
        next = entry.ai_next
      }
      return nil
    }
  }

  private func connected(
    _ family: Int32, _ name: UnsafePointer<sockaddr>, _ length: socklen_t
  ) -> Int32? {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { return nil }
    let isOurs = state.withLock { state in
      if !state.isCancelled { state.descriptor = descriptor }
      return !state.isCancelled
    }
    // The time limit of sending also holds for connecting.
    if isOurs, limit(SO_SNDTIMEO, on: descriptor), connect(descriptor, name, length) == 0 {
      return descriptor
    }
    state.withLock { $0.descriptor = -1 }
    close(descriptor)
    return nil
  }

  private func send(_ bytes: [UInt8], on descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      guard limit(SO_SNDTIMEO, on: descriptor) else { return false }
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// The answer up to its NUL or the end of the connection; nil when there is none.
  private func receive(on descriptor: Int32) -> String? {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while answer.count < ClamdConnection.answerBytesMax, answer.last != 0 {
      guard limit(SO_RCVTIMEO, on: descriptor) else { return nil }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      answer += buffer[..<count]
    }
    return answer.isEmpty ? nil : String(decoding: answer, as: UTF8.self)
  }

  /// Sets what is left until the deadline as a time limit; false when nothing is left.
  private func limit(_ option: Int32, on descriptor: Int32) -> Bool {
    let left = deadline - .now
    guard left > .zero else { return false }
    let parts = left.components
    // Two zeros would mean no limit at all.
    var time = timeval(
      tv_sec: Int(parts.seconds),
      tv_usec: Int(parts.attoseconds / 1_000_000_000_000) + (parts.seconds == 0 ? 1 : 0))
    let size = socklen_t(MemoryLayout<timeval>.size)
    return setsockopt(descriptor, SOL_SOCKET, option, &time, size) == 0
  }
}
