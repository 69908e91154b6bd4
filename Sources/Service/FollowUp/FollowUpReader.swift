// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// Who asks for figures, and whose certificates the answer may be about.
public struct FollowUpReader: Hashable, Sendable {
  /// Nil for whoever runs the program.
  public let party: Party?
  public let person: String
  public let scope: UnitScope
  /// Sees what certificates contain, and never a breakdown by care unit.
  public let isContentOnly: Bool

  /// Whether the answer can name care units.
  public var namesUnits: Bool { !isContentOnly }
  /// Whether there are others to compare with.
  public var hasComparison: Bool { scope != .everything }

  /// Whether a measure is for the reader at all.
  public func reads(_ measure: MeasureDefinition) -> Bool {
    !isContentOnly || measure.isContent
  }

  /// Whether figures can be divided or restricted by something. What singles out a unit is not for
  /// those who follow up the content.
  public func uses(_ dimension: Dimension) -> Bool {
    !isContentOnly || !Self.placing.contains(dimension)
  }

  /// What names places in care. A comparison with others is never restricted by these: it would
  /// show a single one of them.
  static let placing: Set<Dimension> = [.region, .provider, .unit]
  /// Groups of care units, of which some may have few.
  static let grouping: Set<Dimension> = [.careLevel, .background]
}

/// Who asks: somebody who is signed in, or whoever runs the program.
public enum FollowUpAsker: Sendable {
  case actor(Actor)
  case operatorOfAll
}

extension SamsynService {
  /// Whether somebody may read the follow-up: everybody who works here, each within bounds of her
  /// own. The insured may not. Throws `wrongParty`.
  public func requireFollowUpReader(_ actor: Actor) throws(ServiceError) {
    guard actor.party.role != .insured else { throw .refused(Refusal(.wrongParty)) }
  }

  func followUpReader(
    _ asker: FollowUpAsker, among units: [UnitTable.Unit]
  ) async throws(ServiceError) -> FollowUpReader {
    switch asker {
    case .actor(let actor): return try await followUpReader(actor, among: units)
    case .operatorOfAll:
      return FollowUpReader(
        party: nil, person: "operator", scope: .everything, isContentOnly: false)
    }
  }

  /// The bounds of somebody who works here: Försäkringskassan the content of all certificates, a
  /// region its county, a performer its care provider or its own unit.
  ///
  /// - Parameter units: the care units of the edition.
  func followUpReader(
    _ actor: Actor, among units: [UnitTable.Unit]
  ) async throws(ServiceError) -> FollowUpReader {
    try requireFollowUpReader(actor)
    func reader(_ scope: UnitScope, isContentOnly: Bool = false) -> FollowUpReader {
      FollowUpReader(
        party: actor.party, person: actor.person, scope: scope, isContentOnly: isContentOnly)
    }
    switch actor.party {
    case .fk: return reader(.everything, isContentOnly: true)
    case .insured: throw .refused(Refusal(.wrongParty))
    case .performer(let id):
      if units.contains(where: { $0.provider == id.text }) { return reader(.provider(id.text)) }
      return reader(.units([id.text]))
    case .region(let id):
      if let county = try await county(of: id) { return reader(.region(county)) }
      return reader(.provider(id.text))
    }
  }

  /// The county code that a region has stated.
  func county(of region: HSAID) async throws(ServiceError) -> String? {
    try await read { try self.regions($0).load(region)?.county }
  }
}
