// SPDX-License-Identifier: Apache-2.0

/// An examiner takes part in the case. Only the responsible doctor and those who are appointed
/// may open its documents at the performer (lag 2018:744 13 §; PDL 4:2).
public struct ExaminerAppointed: EventPayload {
  public var profession: Profession
  /// Identifier at the performer; nil for who was sent only the facts.
  public var person: String?
  /// Nil for who was sent only the facts.
  public var name: String?

  public init(profession: Profession, person: String?, name: String?) {
    self.profession = profession
    self.person = person
    self.name = name
  }

  /// That somebody of the profession was appointed.
  public var facts: Self { Self(profession: profession, person: nil, name: nil) }
}

/// An examiner takes part no longer, and opens nothing from then on.
public struct ExaminerReleased: EventPayload {
  public var profession: Profession
  /// Identifier at the performer; nil for who was sent only the facts.
  public var person: String?
  /// Nil for who was sent only the facts.
  public var name: String?

  public init(profession: Profession, person: String?, name: String?) {
    self.profession = profession
    self.person = person
    self.name = name
  }

  /// That somebody of the profession was released.
  public var facts: Self { Self(profession: profession, person: nil, name: nil) }
}
