// SPDX-License-Identifier: Apache-2.0

/// Whether an interpreter is needed, and in which language.
public struct Interpreter: Codable, Hashable, Sendable {
  public var needed: Bool
  /// Language as the sender wrote it; the contract does not name a code system.
  public var language: String?

  public init(needed: Bool, language: String? = nil) {
    self.needed = needed
    self.language = language
  }

  /// No interpreter is needed.
  public static let none = Interpreter(needed: false)
}

/// Försäkringskassan's officer and how to reach her.
public struct CaseOfficer: Codable, Hashable, Sendable {
  public var name: String?
  public var phone: String
  public var email: String?
  public var office: String?

  public init(name: String?, phone: String, email: String? = nil, office: String? = nil) {
    self.name = name
    self.phone = phone
    self.email = email
    self.office = office
  }
}

/// Who the insured person is. It leaves Försäkringskassan with the order, not before.
public struct InsuredIdentity: Codable, Hashable, Sendable {
  public var number: PersonalIdentityNumber
  public var firstName: String?
  public var lastName: String?
  /// Protected identity (skyddade personuppgifter): name and address are not shown in lists.
  public var protected: Bool
  /// Where to reach the person for a summons. Empty for a protected person: the contact then
  /// goes by the way Försäkringskassan states.
  public var address: String?
  public var phone: String?

  public init(
    number: PersonalIdentityNumber, firstName: String?, lastName: String?,
    protected: Bool = false, address: String? = nil, phone: String? = nil
  ) {
    self.number = number
    self.firstName = firstName
    self.lastName = lastName
    self.protected = protected
    self.address = address
    self.phone = phone
  }

  /// First and last name, or nil where neither is known.
  public var fullName: String? {
    let parts = [firstName, lastName].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

/// What the region and the performers it asks need before the order: never who it is.
public struct AllocationNeed: Codable, Hashable, Sendable {
  public var town: String
  public var interpreter: Interpreter
  public var specialNeeds: String?
  public var earlierPerformers: [HSAID]

  public init(
    town: String, interpreter: Interpreter, specialNeeds: String? = nil,
    earlierPerformers: [HSAID] = []
  ) {
    self.town = town
    self.interpreter = interpreter
    self.specialNeeds = specialNeeds
    self.earlierPerformers = earlierPerformers
  }
}

/// A performer's name and how to reach it, as told to the other parties.
public struct UnitContact: Codable, Hashable, Sendable {
  public var id: HSAID
  public var name: String
  public var providerID: HSAID?
  public var providerName: String?
  public var address: String?
  public var postalCode: String?
  public var town: String?
  public var phone: String?
  public var email: String?

  public init(
    id: HSAID, name: String, providerID: HSAID? = nil, providerName: String? = nil,
    address: String? = nil, postalCode: String? = nil, town: String? = nil,
    phone: String? = nil, email: String? = nil
  ) {
    self.id = id
    self.name = name
    self.providerID = providerID
    self.providerName = providerName
    self.address = address
    self.postalCode = postalCode
    self.town = town
    self.phone = phone
    self.email = email
  }
}
