// SPDX-License-Identifier: Apache-2.0

import Domain

/// A real region with made-up performers, people and settings.
public struct SyntheticRegion: Sendable {
  /// County code (länskod), two digits.
  public let code: String
  public let towns: [String]
  public let coordinators: [DemonstrationPerson]
  /// The performers whose home is in the region.
  public let performers: [SyntheticPerformer]
  /// Name, processes, targets and performers under contract: its own first, then neighbours'.
  public let settings: RegionSettings
  /// Which of the country's offices handles its cases.
  public let office: Int

  public var id: HSAID { settings.region }
  public var name: String { settings.name }
}

/// A made-up performer and everybody who works there.
public struct SyntheticPerformer: Sendable {
  public let contract: RegionPerformer
  public let administrator: DemonstrationPerson
  /// Doctors first, then the other professions; every profession of the contract has at least
  /// one.
  public let examiners: [DemonstrationPerson]

  public var unit: UnitContact { contract.unit }

  /// Those of one profession.
  public func examiners(_ profession: Profession) -> [DemonstrationPerson] {
    examiners.filter { $0.function == .examiner(profession) }
  }
}

/// A made-up office of Försäkringskassan.
public struct SyntheticOffice: Sendable {
  public let name: String
  public let officers: [DemonstrationPerson]
  /// How to reach each of the officers, in the same order.
  public let contacts: [CaseOfficer]
}

/// An HSA-id that is right in form and cannot be taken for a real one: no organisation has the
/// number of ten zeros.
func syntheticID(_ suffix: String) -> HSAID {
  do {
    return try HSAID("SE0000000000-\(suffix)")
  } catch {
    preconditionFailure("not the form of an HSA-id: \(suffix)")
  }
}
