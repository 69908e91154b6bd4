// SPDX-License-Identifier: Apache-2.0

/// A postal address (`AddressType`). Every part may be missing.
public struct PostalAddress: Hashable, Sendable {
  /// Street or box.
  public let postalAddress: String?
  /// As it was written, with or without blank.
  public let postalCode: String?
  /// Town.
  public let postalCity: String?

  /// From its parts, in the order of the contract.
  public init(
    postalAddress: String? = nil, postalCode: String? = nil, postalCity: String? = nil
  ) {
    self.postalAddress = postalAddress
    self.postalCode = postalCode
    self.postalCity = postalCity
  }

  static let shape = Shape(
    Namespace.types, PostalAddress.init,
    Field("postalAddress", \.postalAddress, optional: .text(TextLimit.name)),
    Field("postalCode", \.postalCode, optional: .text(TextLimit.code)),
    Field("postalCity", \.postalCity, optional: .text(TextLimit.name)))
}
