// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// Lets only so many programs run at once, in the order they came, so that many uploads make
/// each other wait and not the machine run out of memory.
final class ToolGate: Sendable {
  /// The gate of the whole program: one place for each processor, at least two.
  static let shared = ToolGate(places: max(2, ProcessInfo.processInfo.activeProcessorCount))

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(places: Int) { state = Mutex(State(free: places)) }

  /// Waits for a place. Whoever has entered must leave.
  func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  /// Gives the place to the next.
  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
