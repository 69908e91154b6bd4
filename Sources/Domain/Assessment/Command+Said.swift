// SPDX-License-Identifier: Apache-2.0

extension Command {
  /// The command as somebody said it, without what the clock filled in: said again a moment
  /// later it is the same, and a repetition of it is known by that. What the insured says on her
  /// own pages has reached the others the moment it is sent, on that day.
  public func said(by party: Party) -> Command {
    guard party == .insured else { return self }
    switch self {
    case .cancelVisit(var cancelled):
      cancelled.reached = Instant(milliseconds: 0)
      return .cancelVisit(cancelled)
    case .recordOpposition(var opposed):
      opposed.day = Day(number: 0)
      return .recordOpposition(opposed)
    case .withdrawOpposition: return .withdrawOpposition(OppositionWithdrawn(day: Day(number: 0)))
    default: return self
    }
  }
}
