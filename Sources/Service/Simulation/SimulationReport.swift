// SPDX-License-Identifier: Apache-2.0

/// What a simulation did and whether every invariant held.
public struct SimulationReport: Codable, Sendable {
  public let seed: UInt64
  public let months: Int
  public internal(set) var steps = 0
  public internal(set) var cases = 0
  public internal(set) var ended = 0
  public internal(set) var commands = 0
  public internal(set) var refusals = 0
  public internal(set) var crashes = 0
  public internal(set) var clockJumps = 0
  public internal(set) var messagesSent = 0
  public internal(set) var messagesDuplicated = 0
  public internal(set) var messagesLost = 0
  public internal(set) var messagesRefused = 0
  /// Things done in conversations.
  public internal(set) var talks = 0
  public internal(set) var events = 0
  /// Checks of one case after a step.
  public internal(set) var checks = 0

  init(seed: UInt64, months: Int) {
    self.seed = seed
    self.months = months
  }
}

/// An invariant that did not hold. It names the seed and the step, which repeat it.
public struct SimulationFailure: Error, CustomStringConvertible, Sendable {
  public let seed: UInt64
  public let step: Int
  public let reason: String

  public var description: String {
    "seed \(seed), step \(step): \(reason). Repeat with: samsyn simulate --seed \(seed)"
  }
}
