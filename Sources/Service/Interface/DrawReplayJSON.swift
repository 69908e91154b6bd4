// SPDX-License-Identifier: Apache-2.0
import Domain

/// A draw with everything that is needed to repeat it, and what repeating it gave.
public struct DrawReplayJSON: Codable, Hashable, Sendable {
  public var number: CaseNumber
  /// All performers that were considered, also those without a free place.
  public var candidates: [DrawCandidate]
  /// SHA-256 of the secret, 64 hexadecimal digits, as is every value here.
  public var commitment: String
  public var secret: String
  /// SHA-256 of the secret's bytes followed by the case number in UTF-8.
  public var seed: String
  /// The commitment recorded with the request; nil for a party that was not in the case then.
  public var committedBefore: String?
  public var secretMatchesCommitment: Bool
  public var seedMatchesSecret: Bool
  /// The performer that the seed gives.
  public var drawn: HSAID?
  /// The performer that was allocated.
  public var allocated: HSAID
  /// Everything agrees.
  public var isSound: Bool

  public init(_ replay: DrawReplay) {
    number = replay.id
    candidates = replay.candidates
    commitment = replay.commitment
    secret = replay.secret
    seed = replay.seed
    committedBefore = replay.committedBefore
    secretMatchesCommitment = replay.secretMatchesCommitment
    seedMatchesSecret = replay.seedMatchesSecret
    drawn = replay.drawn
    allocated = replay.allocated
    isSound = replay.isSound
  }
}
