// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The replay of a draw, step by step, so that everybody can see why this performer was drawn
/// and repeat it without Samsyn.
struct DrawModel: Sendable {
  struct Candidate: Sendable {
    /// The place in the pot from 0; nil for a performer without a free place.
    let place: Int?
    let name: String
    let id: String
    let freePlaces: Int
    let isDrawn: Bool
  }

  struct Check: Sendable {
    let title: Bilingual
    /// Nil where the party was not in the case when the commitment was made.
    let holds: Bool?
  }

  /// How the seed becomes a place in the pot.
  struct Arithmetic: Sendable {
    /// The sixteen hexadecimal digits that were used.
    let digits: String
    let number: UInt64
    let potSize: Int
    let place: Int
  }

  let id: CaseNumber
  /// Nil where no draw was made.
  let replay: DrawReplay?
  /// The pot in the order that was used, then those without a free place.
  let candidates: [Candidate]
  let checks: [Check]
  let arithmetic: Arithmetic?

  init(_ id: CaseNumber, _ replay: DrawReplay?) {
    self.id = id
    self.replay = replay
    guard let replay else {
      candidates = []
      checks = []
      arithmetic = nil
      return
    }
    let ordered = replay.candidates.sorted {
      $0.performer.description < $1.performer.description
    }
    let pot = ordered.filter { $0.freePlaces > 0 }
    candidates = (pot + ordered.filter { $0.freePlaces <= 0 }).map { candidate in
      Candidate(
        place: pot.firstIndex(of: candidate), name: candidate.name,
        id: candidate.performer.text, freePlaces: candidate.freePlaces,
        isDrawn: candidate.performer == replay.drawn)
    }
    checks = [
      Check(
        title: DrawTexts.committed, holds: replay.committedBefore.map { $0 == replay.commitment }),
      Check(title: DrawTexts.secret, holds: replay.secretMatchesCommitment),
      Check(title: DrawTexts.seed, holds: replay.seedMatchesSecret),
      Check(title: DrawTexts.drawn, holds: replay.drawn == replay.allocated),
    ]
    arithmetic = Self.arithmetic(replay.seed, potSize: pot.count)
  }

  /// The first of the seed's four numbers that does not fall in the incomplete last lap.
  private static func arithmetic(_ seed: String, potSize: Int) -> Arithmetic? {
    guard potSize > 0, seed.utf8.count == 64 else { return nil }
    let size = UInt64(potSize)
    let limit = UInt64.max - UInt64.max % size
    let parts = (0..<4).map { String(seed.dropFirst($0 * 16).prefix(16)) }
    let numbers = parts.compactMap { UInt64($0, radix: 16) }
    guard numbers.count == 4 else { return nil }
    let used = numbers.firstIndex { $0 < limit } ?? 0
    return Arithmetic(
      digits: parts[used], number: numbers[used], potSize: potSize,
      place: Int(numbers[used] % size))
  }
}
