// SPDX-License-Identifier: Apache-2.0

/// The case officer at Försäkringskassan (`AuthorityAdministrativeOfficialType`).
public struct AdministrativeOfficial: Hashable, Sendable {
  /// Name.
  public let fullName: String?
  /// Telephone, as it was written.
  public let phoneNumber: String
  /// Mail address, as it was written.
  public let email: String?
  /// Always Försäkringskassan in what is received.
  public let authority: Authority
  /// Office.
  public let officeName: String?
  /// Cost centre, for invoices.
  public let officeCostCenter: String?
  /// Address of the office.
  public let officeAddress: PostalAddress?

  /// From its parts, in the order of the contract.
  public init(
    fullName: String? = nil, phoneNumber: String, email: String? = nil, authority: Authority,
    officeName: String? = nil, officeCostCenter: String? = nil,
    officeAddress: PostalAddress? = nil
  ) {
    self.fullName = fullName
    self.phoneNumber = phoneNumber
    self.email = email
    self.authority = authority
    self.officeName = officeName
    self.officeCostCenter = officeCostCenter
    self.officeAddress = officeAddress
  }

  static let shape = Shape(
    Namespace.types, AdministrativeOfficial.init,
    Field("fullName", \.fullName, optional: .text(TextLimit.name)),
    Field("phoneNumber", \.phoneNumber, .text(TextLimit.code)),
    Field("email", \.email, optional: .text(TextLimit.name)),
    Field("authority", \.authority, .code(among: [.insuranceAgency])),
    Field("officeName", \.officeName, optional: .text(TextLimit.name)),
    Field("officeCostCenter", \.officeCostCenter, optional: .text(TextLimit.code)),
    Field("officeAddress", \.officeAddress, optional: Codec(PostalAddress.shape)))
}
