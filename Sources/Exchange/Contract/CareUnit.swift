// SPDX-License-Identifier: Apache-2.0

import Domain

/// The unit that will perform an assessment (`CareUnitType`).
public struct CareUnit: Hashable, Sendable {
  /// The unit.
  public let careUnitId: HSAID
  /// Its name.
  public let careUnitName: String
  /// The care provider that the unit belongs to.
  public let careGiverId: HSAID
  /// Its name.
  public let careGiverName: String
  /// Where letters reach the unit.
  public let postalAddress: PostalAddress?
  /// Telephone.
  public let phoneNumber: String?
  /// Mail address.
  public let email: String?
  /// The subcontractor that performs on behalf of the unit, if one does.
  public let subcontractorName: String?

  /// From its parts, in the order of the contract.
  public init(
    careUnitId: HSAID, careUnitName: String, careGiverId: HSAID, careGiverName: String,
    postalAddress: PostalAddress? = nil, phoneNumber: String? = nil, email: String? = nil,
    subcontractorName: String? = nil
  ) {
    self.careUnitId = careUnitId
    self.careUnitName = careUnitName
    self.careGiverId = careGiverId
    self.careGiverName = careGiverName
    self.postalAddress = postalAddress
    self.phoneNumber = phoneNumber
    self.email = email
    self.subcontractorName = subcontractorName
  }

  static let shape = Shape(
    Namespace.types, CareUnit.init,
    Field("careUnitId", \.careUnitId, .hsaID),
    Field("careUnitName", \.careUnitName, .text(TextLimit.name)),
    Field("careGiverId", \.careGiverId, .hsaID),
    Field("careGiverName", \.careGiverName, .text(TextLimit.name)),
    Field("postalAddress", \.postalAddress, optional: Codec(PostalAddress.shape)),
    Field("phoneNumber", \.phoneNumber, optional: .text(TextLimit.code)),
    Field("email", \.email, optional: .text(TextLimit.name)),
    Field("subcontractorName", \.subcontractorName, optional: .text(TextLimit.name)))
}
