// SPDX-License-Identifier: Apache-2.0

/// The insured opposes that the statement is handed over: it stays at the performer, and the region
/// is still compensated (förordning 2018:1633 11 § fourth paragraph).
public struct InsuredOpposed: EventPayload {
  /// The day she said so.
  public var day: Day
  /// How she said it, or why, in the performer's words; for the performer and herself.
  public var note: String?

  public init(day: Day, note: String? = nil) {
    self.day = day
    self.note = note
  }

  /// That she opposes, and since when; never why.
  public var facts: Self { Self(day: day) }
}

/// The insured no longer opposes that the statement is handed over.
public struct OppositionWithdrawn: EventPayload {
  public var day: Day

  public init(day: Day) { self.day = day }
}

/// A statement that was kept from the insured until somebody had gone through it is now hers to
/// read. It brings what was signed up to then, which she was not sent when it left.
public struct StatementReleased: EventPayload {
  public var signed: SignedStatement?
  /// The answers that had been sent by then.
  public var supplements: [StatementSupplementSent]

  public init(signed: SignedStatement?, supplements: [StatementSupplementSent] = []) {
    self.signed = signed
    self.supplements = supplements
  }

  /// That it was released.
  public var facts: Self { Self(signed: nil) }
}
