// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up member of staff that can be signed in as in a demonstration.
public struct DemonstrationPerson: Hashable, Sendable {
  /// Stable whatever the seed, such as `fk-ebba` or `r01u3-lakare1`.
  public let id: String
  public let name: String
  public let function: StaffFunction
  public let party: Party
  public let organisationName: String
  /// The job, for people.
  public let title: Bilingual

  public init(
    id: String, name: String, function: StaffFunction, party: Party, organisationName: String
  ) {
    self.id = id
    self.name = name
    self.function = function
    self.party = party
    self.organisationName = organisationName
    self.title = DemonstrationPerson.title(of: function)
  }

  /// Whether she also takes in files for the follow-up and makes editions.
  public var isAnalyst: Bool { WellKnown.analysts.contains(id) }

  /// The job, and that she is an analyst.
  public var titleWithRights: Bilingual {
    isAnalyst
      ? Bilingual(sv: "\(title.sv) och analytiker", en: "\(title.en) and analyst") : title
  }

  /// The person as one who acts in cases.
  public func actor(onBehalfOf: String? = nil, route: Route = .page) -> Actor {
    Actor(
      party: party, person: id, name: name, function: function, onBehalfOf: onBehalfOf,
      route: route)
  }

  private static func title(of function: StaffFunction) -> Bilingual {
    switch function {
    case .caseOfficer: Bilingual(sv: "Handläggare", en: "Case officer")
    case .agencyCoordinator: Bilingual(sv: "Samordnare", en: "Coordinator")
    case .regionCoordinator: Bilingual(sv: "FMU-samordnare", en: "Assessment coordinator")
    case .performerAdministrator: Bilingual(sv: "Administratör", en: "Administrator")
    case .examiner(.doctor): Bilingual(sv: "Läkare", en: "Doctor")
    case .examiner(.psychologist): Bilingual(sv: "Psykolog", en: "Psychologist")
    case .examiner(.physiotherapist): Bilingual(sv: "Fysioterapeut", en: "Physiotherapist")
    case .examiner(.occupationalTherapist):
      Bilingual(sv: "Arbetsterapeut", en: "Occupational therapist")
    case .system: Bilingual(sv: "Samsyn", en: "Samsyn")
    case .insured: Bilingual(sv: "Försäkrad", en: "Insured person")
    }
  }
}

/// The people that every demonstration has, whatever the seed.
enum WellKnown {
  /// Name of Försäkringskassan as an organisation.
  static let agency = "Försäkringskassan"

  static let officer = DemonstrationPerson(
    id: "fk-ebba", name: "Ebba Demoström", function: .caseOfficer, party: .fk,
    organisationName: agency)
  static let agencyCoordinator = DemonstrationPerson(
    id: "fk-ivar", name: "Ivar Mönsterberg", function: .agencyCoordinator, party: .fk,
    organisationName: agency)

  /// Those who also take in files for the follow-up and make editions.
  static let analysts: Set<String> = ["fk-ivar", "region-jon"]

  /// Coordinators by county code.
  static let coordinators: [String: [(id: String, name: String)]] = [
    "05": [("region-alva", "Alva Exempelsson"), ("region-jon", "Jon Demoberg")],
    "03": [("region-stina", "Stina Skissmark")],
  ]

  /// A performer with staff: administrator, doctor, psychologist, physiotherapist and
  /// occupational therapist.
  struct Unit {
    /// First part of the identifiers of its staff.
    let short: String
    let name: String
    let staff: [String]
  }

  /// Performers by county code; they come first in their regions.
  static let units: [String: [Unit]] = [
    "05": [
      Unit(
        short: "eken", name: "Utredningsenheten Eken",
        staff: [
          "Siv Testgren", "Sixten Provberg", "Ture Provmark", "Liv Övningsdal", "Otto Mallgren",
        ]),
      Unit(
        short: "vide", name: "Vide Rehabcentrum",
        staff: [
          "Greta Fiktivdal", "Harald Modellström", "Tilda Sagoberg", "Nils Skissgren",
          "Moa Låtsaslund",
        ]),
      Unit(short: "strommen", name: "AFU-mottagningen Strömmen", staff: []),
    ],
    "03": [
      Unit(
        short: "linden", name: "Rehabhuset Linden",
        staff: [
          "Folke Utkastsberg", "Ingrid Prototypvall", "Yrsa Mönsterdal", "Dag Testqvist",
          "Svea Påhittsgren",
        ]),
      Unit(
        short: "fyren", name: "Utredningsteamet Fyren",
        staff: [
          "Asta Demolund", "Melker Övningsmark", "Judit Exempelblad", "Love Fantasiström",
          "Rune Provstedt",
        ]),
    ],
  ]
}
