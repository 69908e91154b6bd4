// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up decision of Försäkringskassan on the days of a certificate.
public struct SyntheticDecision: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Sendable { case granted, refused }
  /// Whether the case was new or went on.
  public enum Kind: String, CaseIterable, Sendable { case new, continued }

  public let day: Day
  public let outcome: Outcome
  public let kind: Kind
}

extension CertificateStory {
  /// Four of five certificates have a decision; refusals are more common in cases that go on.
  /// One that would come after the last day is not there yet.
  mutating func decide(_ signed: Day, isFirst: Bool) -> SyntheticDecision? {
    let day = signed.adding(days: random.between(10...40))
    let isRefused = random.chance(isFirst ? 1 : 6)
    guard random.chance(80), day <= whole.last else { return nil }
    return SyntheticDecision(
      day: day, outcome: isRefused ? .refused : .granted, kind: isFirst ? .new : .continued)
  }
}
