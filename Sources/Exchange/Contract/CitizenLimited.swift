// SPDX-License-Identifier: Apache-2.0

import Domain

/// What is told about the insured person before the order (`CitizenLimitedType`): what is needed to
/// choose a performer, and nothing that points her out.
public struct CitizenLimited: Hashable, Sendable {
  /// The town where she lives.
  public let postalCity: String
  /// What the performer must be able to offer.
  public let specialNeeds: String?
  /// Units that have examined her before.
  public let earlierAssessmentPerformer: [HSAID]

  /// From its parts, in the order of the contract.
  public init(
    postalCity: String, specialNeeds: String? = nil, earlierAssessmentPerformer: [HSAID] = []
  ) {
    self.postalCity = postalCity
    self.specialNeeds = specialNeeds
    self.earlierAssessmentPerformer = earlierAssessmentPerformer
  }

  static let shape = Shape(
    Namespace.types, CitizenLimited.init,
    Field("postalCity", \.postalCity, .text(TextLimit.name)),
    Field("specialNeeds", \.specialNeeds, optional: .text(TextLimit.free)),
    Field("earlierAssessmentPerformer", \.earlierAssessmentPerformer, each: .hsaID))
}
