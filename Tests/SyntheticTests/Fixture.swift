// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData

@testable import Synthetic

/// The country, law and moment that the tests share.
enum Fixture {
  static let country = SyntheticCountry(seed: 7)
  static let now = Instant("2026-05-20T08:45:00Z")!

  static func maker(
    _ country: SyntheticCountry = country, now: Instant = now
  ) throws -> CaseMaker {
    CaseMaker(
      country: country, rules: try RuleBookFile.load(),
      calendar: try CalendarFile.load().standard, now: now,
      drawSecret: { number in blend(Array("\(number)".utf8) + [1]) }, sha256: blend)
  }

  /// Thirty-two bytes that stand for a hash: the stories only hand them on.
  @Sendable static func blend(_ bytes: [UInt8]) -> [UInt8] {
    let folded = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { sum, byte in
      (sum ^ UInt64(byte)) &* 1_099_511_628_211
    }
    var random = SeededRandom(seed: folded)
    return (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  /// A caseload that several tests look at.
  static let caseload = Result { try tellings(1000) }

  /// Cases as they were told, with what was refused.
  static func tellings(_ count: Int, now: Instant = now) throws -> [CaseTelling] {
    var iterator = SyntheticCaseload(maker: try maker(now: now), count: count).makeIterator()
    var tellings: [CaseTelling] = []
    while let telling = iterator.nextTelling() { tellings.append(telling) }
    return tellings
  }

  /// The parties that a case has or had.
  static func parties(of state: Assessment) -> [Party] {
    let performers =
      state.inquiries.map(\.performer) + state.formerPerformers.map(\.performer)
      + [state.performer].compactMap { $0 }
    let region = [state.region].compactMap { $0 }.map(Party.region)
    return [.fk] + region + Set(performers).sorted().map(Party.performer)
  }
}
