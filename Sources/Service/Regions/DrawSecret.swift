// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// The region's secret for a draw in one case, and what is published of it and when: the
/// commitment before anybody has answered, the secret and the seed with the draw. A case that
/// comes back for a new choice gets a new secret, since the old one is known by then.
public struct DrawSecret: Sendable {
  /// 32 bytes.
  let secret: [UInt8]
  let id: CaseNumber

  /// - Parameter round: 0 for the first secret of the case, then 1, and so on.
  init(keyring: Keyring, id: CaseNumber, round: Int) {
    let name = round == 0 ? "\(id)" : "\(id)#\(round)"
    self.secret = keyring.drawSecret(caseID: name)
    self.id = id
  }

  /// SHA-256 of the secret, in hexadecimal.
  var commitment: String { Hexadecimal.hash(secret) }

  /// SHA-256 of the secret followed by the case number in UTF-8, in hexadecimal.
  var seed: String { Hexadecimal.hash(secret + Array(id.description.utf8)) }

  /// The record of a draw among these candidates.
  func draw(among candidates: [DrawCandidate]) -> DrawRecord {
    DrawRecord(
      candidates: candidates, commitment: commitment, secret: secret.hexadecimal, seed: seed)
  }
}

/// What a replay of a draw shows, step by step.
public struct DrawReplay: Codable, Sendable, Hashable {
  public let id: CaseNumber
  public let candidates: [DrawCandidate]
  public let commitment: String
  public let secret: String
  public let seed: String
  /// The commitment recorded with the request, before the region answered; nil for a party that
  /// was not in the case then.
  public let committedBefore: String?
  /// The secret gives the commitment.
  public let secretMatchesCommitment: Bool
  /// Secret and case number give the seed.
  public let seedMatchesSecret: Bool
  /// The performer that the seed gives.
  public let drawn: HSAID?
  /// The performer that was allocated.
  public let allocated: HSAID

  /// Everything agrees.
  public var isSound: Bool {
    secretMatchesCommitment && seedMatchesSecret
      && (committedBefore ?? commitment) == commitment
      && drawn == allocated
  }

  /// Replays a draw from what the parties were sent, with nothing but the record itself.
  public init(_ record: DrawRecord, id: CaseNumber, committed: String?, allocated: HSAID) {
    self.id = id
    candidates = record.candidates
    commitment = record.commitment
    secret = record.secret
    seed = record.seed
    committedBefore = committed
    let bytes = Hexadecimal.bytes(record.secret)
    secretMatchesCommitment = bytes.map { Hexadecimal.hash($0) } == record.commitment
    seedMatchesSecret =
      bytes.map { Hexadecimal.hash($0 + Array(id.description.utf8)) } == record.seed
    drawn = record.drawn
    self.allocated = allocated
  }
}
