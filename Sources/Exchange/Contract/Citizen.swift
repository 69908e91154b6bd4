// SPDX-License-Identifier: Apache-2.0

import Domain

/// The insured person as the order tells (`CitizenType`).
public struct Citizen: Hashable, Sendable {
  /// Personnummer or samordningsnummer.
  public let personalIdentity: PersonalIdentityNumber
  /// First name.
  public let firstName: String?
  /// Middle name.
  public let middleName: String?
  /// Last name.
  public let lastName: String?
  /// What the performer must be able to offer.
  public let specialNeeds: String?
  /// What lies behind the order. May be medical.
  public let situationBackground: String?

  /// From its parts, in the order of the contract.
  public init(
    personalIdentity: PersonalIdentityNumber, firstName: String? = nil,
    middleName: String? = nil, lastName: String? = nil, specialNeeds: String? = nil,
    situationBackground: String? = nil
  ) {
    self.personalIdentity = personalIdentity
    self.firstName = firstName
    self.middleName = middleName
    self.lastName = lastName
    self.specialNeeds = specialNeeds
    self.situationBackground = situationBackground
  }

  static let shape = Shape(
    Namespace.types, Citizen.init,
    Field("personalIdentity", \.personalIdentity, .personalIdentity),
    Field("firstName", \.firstName, optional: .text(TextLimit.name)),
    Field("middleName", \.middleName, optional: .text(TextLimit.name)),
    Field("lastName", \.lastName, optional: .text(TextLimit.name)),
    Field("specialNeeds", \.specialNeeds, optional: .text(TextLimit.free)),
    Field("situationBackground", \.situationBackground, optional: .text(TextLimit.free)))
}
