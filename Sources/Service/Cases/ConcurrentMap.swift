// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// Elements below which the processors are not worth calling.
  private static var fewest: Int { 256 }

  /// What `change` makes of all elements, in their order. Long arrays are cut in as many parts as
  /// there are processors, which work at the same time; short ones are one part. Blocks until all
  /// is done, and throws what the first part that failed threw.
  func concurrentMap<T: Sendable>(
    _ change: @Sendable (ArraySlice<Element>) throws -> [T]
  ) throws -> [T] {
    let parts = Swift.min(ProcessInfo.processInfo.activeProcessorCount, count / Self.fewest)
    guard parts > 1 else { return try change(self[...]) }
    let length = (count + parts - 1) / parts
    let made = Mutex<[Int: Result<[T], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let start = Swift.min(part * length, count)
      let result = Result { try change(self[start..<Swift.min(start + length, count)]) }
      made.withLock { $0[part] = result }
    }
    let results = made.withLock { $0 }
    return try (0..<parts).flatMap { try results[$0]?.get() ?? [] }
  }
}
