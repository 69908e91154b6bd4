// SPDX-License-Identifier: Apache-2.0

/// By what somebody may act for the insured. The raw value is stored and sent.
public enum RepresentativeKind: String, Codable, Hashable, Sendable, CaseIterable {
  /// God man.
  case specialRepresentative
  /// Förvaltare.
  case administrator
  /// Vårdnadshavare.
  case custodian
  /// Ombud med fullmakt.
  case proxy
}

/// What Försäkringskassan states when it registers somebody who acts for the insured
/// (ställföreträdare eller ombud). Samsyn does not judge whether it is right: the officer has seen
/// what it rests on.
public struct RepresentativeRegistration: Codable, Hashable, Sendable {
  public var kind: RepresentativeKind
  public var name: String
  /// Whose account it is; Försäkringskassan's alone.
  public var identity: PersonalIdentityNumber
  /// First day on which the representative may read and act.
  public var from: Day
  /// Last such day; nil until it is ended.
  public var through: Day?
  /// What it rests on: an appointment (förordnande), a power of attorney (fullmakt), with its day.
  public var basis: String
  /// What it covers, as it is written there; nil where nothing is said.
  public var covers: String?

  public init(
    kind: RepresentativeKind, name: String, identity: PersonalIdentityNumber, from: Day,
    through: Day? = nil, basis: String, covers: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.identity = identity
    self.from = from
    self.through = through
    self.basis = basis
    self.covers = covers
  }
}

/// Försäkringskassan has registered somebody who acts for the insured in this case.
public struct RepresentativeRegistered: EventPayload {
  /// Its number in the case, from 1.
  public var number: Int
  public var kind: RepresentativeKind
  public var name: String
  /// Nil for everybody but Försäkringskassan.
  public var identity: PersonalIdentityNumber?
  public var from: Day
  public var through: Day?
  public var basis: String
  public var covers: String?

  /// What was stated, with its number in the case.
  public init(number: Int, _ stated: RepresentativeRegistration) {
    self.number = number
    kind = stated.kind
    name = stated.name
    identity = stated.identity
    from = stated.from
    through = stated.through
    basis = stated.basis
    covers = stated.covers
  }

  /// Who it is and by what, without the identity number.
  public var facts: Self {
    var facts = self
    facts.identity = nil
    return facts
  }
}

/// The performer is told who acts for the insured, since it summons her: with the order, or as
/// soon as it is registered after that. Before the order the name would tell whom the case is
/// about.
public struct RepresentativeDisclosed: EventPayload {
  public var number: Int
  public var kind: RepresentativeKind
  public var name: String
  public var from: Day
  public var through: Day?

  public init(
    number: Int, kind: RepresentativeKind, name: String, from: Day, through: Day? = nil
  ) {
    self.number = number
    self.kind = kind
    self.name = name
    self.from = from
    self.through = through
  }
}

/// Somebody no longer acts for the insured in this case, from the moment it is said.
public struct RepresentativeEnded: EventPayload {
  public var number: Int

  public init(number: Int) { self.number = number }
}
