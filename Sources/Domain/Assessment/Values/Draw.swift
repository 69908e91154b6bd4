// SPDX-License-Identifier: Apache-2.0

/// A performer that could be drawn, with the free places it had at that moment.
public struct DrawCandidate: Codable, Hashable, Sendable {
  public let performer: HSAID
  public let name: String
  public let freePlaces: Int

  public init(performer: HSAID, name: String, freePlaces: Int) {
    self.performer = performer
    self.name = name
    self.freePlaces = freePlaces
  }
}

/// Everything that is needed to replay a draw.
///
/// The commitment is the SHA-256 of the secret and was recorded before the region answered;
/// the seed is the SHA-256 of the secret followed by the case number in UTF-8. Whoever has
/// this record can check both and repeat the choice.
public struct DrawRecord: Codable, Hashable, Sendable {
  /// All performers that were considered, also those without a free place.
  public let candidates: [DrawCandidate]
  /// 64 hexadecimal digits.
  public let commitment: String
  /// 64 hexadecimal digits, revealed with the draw.
  public let secret: String
  /// 64 hexadecimal digits.
  public let seed: String

  public init(candidates: [DrawCandidate], commitment: String, secret: String, seed: String) {
    self.candidates = candidates
    self.commitment = commitment
    self.secret = secret
    self.seed = seed
  }

  /// The performer that the seed gives, or nil where no candidate has a free place or the seed
  /// is not 64 hexadecimal digits.
  public var drawn: HSAID? { Draw.pick(seed: seed, among: candidates) }
}

/// The uniform choice among performers with a free place.
public enum Draw {
  /// Picks one candidate. The pot is the candidates with a free place in the order of their
  /// HSA-id, so that the order in which they were listed cannot matter. The seed is read as
  /// four 64-bit numbers; the first that does not fall in the incomplete last lap is taken,
  /// which keeps the choice uniform.
  public static func pick(seed: String, among candidates: [DrawCandidate]) -> HSAID? {
    let pot = candidates.filter { $0.freePlaces > 0 }
      .sorted { $0.performer.description < $1.performer.description }
    guard !pot.isEmpty, let words = words(of: seed) else { return nil }
    let size = UInt64(pot.count)
    let limit = UInt64.max - UInt64.max % size
    let word = words.first { $0 < limit } ?? words[0]
    return pot[Int(word % size)].performer
  }

  /// The four big-endian words of a seed of 64 hexadecimal digits.
  private static func words(of seed: String) -> [UInt64]? {
    guard seed.utf8.count == 64 else { return nil }
    var words: [UInt64] = []
    var rest = Substring(seed)
    while !rest.isEmpty {
      guard let word = UInt64(rest.prefix(16), radix: 16) else { return nil }
      words.append(word)
      rest = rest.dropFirst(16)
    }
    return words
  }
}
