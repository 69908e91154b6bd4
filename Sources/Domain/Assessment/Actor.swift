// SPDX-License-Identifier: Apache-2.0

/// What a person does in her organisation; it decides which actions she may take.
public enum StaffFunction: Codable, Hashable, Sendable {
  case caseOfficer
  case agencyCoordinator
  case regionCoordinator
  case performerAdministrator
  case examiner(Profession)
  /// Samsyn itself: reminders, commitments and what a contract message says.
  case system
  case insured

  /// Stable name for storage and interfaces.
  public var name: String {
    switch self {
    case .caseOfficer: "caseOfficer"
    case .agencyCoordinator: "agencyCoordinator"
    case .regionCoordinator: "regionCoordinator"
    case .performerAdministrator: "performerAdministrator"
    case .examiner(let profession): "examiner:\(profession.rawValue)"
    case .system: "system"
    case .insured: "insured"
    }
  }

  public init?(name: String) {
    switch name {
    case "caseOfficer": self = .caseOfficer
    case "agencyCoordinator": self = .agencyCoordinator
    case "regionCoordinator": self = .regionCoordinator
    case "performerAdministrator": self = .performerAdministrator
    case "system": self = .system
    case "insured": self = .insured
    default:
      guard name.hasPrefix("examiner:"),
        let profession = Profession(rawValue: String(name.dropFirst(9)))
      else { return nil }
      self = .examiner(profession)
    }
  }

  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    guard let function = StaffFunction(name: name) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "unknown staff function"))
    }
    self = function
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// By which way an action came in. A contract message cannot carry everything that the pages
/// ask for, so the rules about what must be stated differ.
public enum Route: String, Codable, Sendable {
  case page
  case contract
}

/// Who does something: a person in a function at a party.
public struct Actor: Codable, Hashable, Sendable {
  public let party: Party
  /// Identifier of the person at her organisation; never a personal identity number.
  public let person: String
  public let name: String
  public let function: StaffFunction
  /// The name of the person on whose behalf it is done, such as the responsible doctor.
  public let onBehalfOf: String?
  public let route: Route

  public init(
    party: Party, person: String, name: String, function: StaffFunction,
    onBehalfOf: String? = nil, route: Route = .page
  ) {
    self.party = party
    self.person = person
    self.name = name
    self.function = function
    self.onBehalfOf = onBehalfOf
    self.route = route
  }
}
