// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up decision of Försäkringskassan on the days of a certificate, or a control of them.
public struct SyntheticDecision: Hashable, Sendable {
  public let day: Day
  public let outcome: CertificateDecision.Outcome
  public let kind: CertificateDecision.Kind
}

extension CertificateStory {
  /// Four of five certificates have a decision; refusals are more common in cases that go on. Some
  /// are controlled later. What would come after the last day is not there yet.
  mutating func decide(_ signed: Day, isFirst: Bool) -> [SyntheticDecision] {
    let decided = signed.adding(days: random.between(10...40))
    let refused = isFirst ? 10 : 60
    let outcome: CertificateDecision.Outcome =
      switch random.below(1000) {
      case ..<refused: .refused
      case ..<(refused + 20): .partly
      default: .granted
      }
    guard random.chance(80) else { return [] }
    var made = [SyntheticDecision(day: decided, outcome: outcome, kind: .decision)]
    if outcome != .refused, random.chance(5) {
      let found: CertificateDecision.Outcome =
        switch random.below(100) {
        case ..<8: .refused
        case ..<20: .partly
        default: .granted
        }
      let day = decided.adding(days: random.between(30...200))
      made.append(SyntheticDecision(day: day, outcome: found, kind: .control))
    }
    return made.filter { $0.day <= whole.last }
  }
}
