// SPDX-License-Identifier: Apache-2.0
import Domain

/// A person who may sign in: who she is, and in what function at which organisation.
public struct StaffMember: Codable, Hashable, Sendable {
  public let id: String
  public let name: String
  public let function: StaffFunction
  public let party: Party
  public let organisation: String
  public let title: Bilingual
  /// Where notices may be mailed; nil where no address is known.
  public let mail: String?

  public init(
    id: String, name: String, function: StaffFunction, party: Party, organisation: String,
    title: Bilingual, mail: String? = nil
  ) {
    self.id = id
    self.name = name
    self.function = function
    self.party = party
    self.organisation = organisation
    self.title = title
    self.mail = mail
  }

  /// The person as she acts in cases.
  public func actor(onBehalfOf doctor: String? = nil) -> Actor {
    Actor(party: party, person: id, name: name, function: function, onBehalfOf: doctor)
  }
}
