// SPDX-License-Identifier: Apache-2.0

/// Somebody who acts for the insured in this case, as the reader was told of it.
public struct Representative: Hashable, Sendable {
  public let number: Int
  public let kind: RepresentativeKind
  public let name: String
  /// Nil for everybody but Försäkringskassan.
  public let identity: PersonalIdentityNumber?
  public let from: Day
  public let through: Day?
  /// What it rests on; nil for who was told only who it is.
  public let basis: String?
  public let covers: String?
  public let at: Instant
  public internal(set) var endedAt: Instant?
  /// The performer that has the assignment now has been told.
  var isTold = false

  /// Whether it holds on a day: begun, not over and not ended.
  public func isInForce(on day: Day) -> Bool {
    isStanding(on: day) && from <= day
  }

  /// Whether it holds on a day or will.
  public func isStanding(on day: Day) -> Bool {
    endedAt == nil && through.map { $0 >= day } ?? true
  }

  /// Whether a day is common to both; an ended one has none.
  func overlaps(_ other: RepresentativeRegistration) -> Bool {
    endedAt == nil && (through.map { $0 >= other.from } ?? true)
      && (other.through.map { $0 >= from } ?? true)
  }
}

extension Assessment {
  mutating func applyRepresentative(_ event: AssessmentEvent, _ at: Instant) {
    switch event {
    case .representativeRegistered(let registered): apply(registered, at)
    case .representativeDisclosed(let told):
      apply(told, at)
      update(&representatives, where: { $0.number == told.number }) { $0.isTold = true }
    case .representativeEnded(let ended):
      update(&representatives, where: { $0.number == ended.number }) { $0.endedAt = at }
    default: break
    }
  }

  private mutating func apply(_ registered: RepresentativeRegistered, _ at: Instant) {
    representatives.append(
      Representative(
        number: registered.number, kind: registered.kind, name: registered.name,
        identity: registered.identity, from: registered.from, through: registered.through,
        basis: registered.basis, covers: registered.covers, at: at))
  }

  /// News to who was not told of the registration itself.
  private mutating func apply(_ told: RepresentativeDisclosed, _ at: Instant) {
    guard !representatives.contains(where: { $0.number == told.number }) else { return }
    representatives.append(
      Representative(
        number: told.number, kind: told.kind, name: told.name, identity: nil, from: told.from,
        through: told.through, basis: nil, covers: nil, at: at))
  }
}
