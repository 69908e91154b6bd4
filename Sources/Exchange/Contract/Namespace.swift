// SPDX-License-Identifier: Apache-2.0

/// The namespaces of the contract `intygsbestallning:certificate:order` (RIV-TA 2.1) and of
/// what carries it. All known versions of the contract claim the same ones, so a version is
/// known by its shape only.
enum Namespace {
  /// What every namespace of the contract begins with.
  static let domain = "urn:riv-application:intygsbestallning:certificate:order"
  /// The types that the messages share.
  static let types = "\(domain):1"
  /// SOAP 1.1, which RIV-TA 2.1 prescribes.
  static let soap = "http://schemas.xmlsoap.org/soap/envelope/"
  /// SOAP 1.2, which it does not.
  static let soap12 = "http://www.w3.org/2003/05/soap-envelope"
  /// The header with the logical address.
  static let registry = "urn:riv:itintegration:registry:1"
  /// WS-Addressing 1.0 and the older version that RIV-TA 2.0 used.
  static let addressing = [
    "http://www.w3.org/2005/08/addressing",
    "http://schemas.xmlsoap.org/ws/2004/08/addressing",
  ]
  /// Attributes by which a document speaks of its schema.
  static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

  /// True for elements that the contract lets through as extensions: those in a namespace, and
  /// not in one of the contract's own, where they would be misplaced.
  static func isForeign(_ namespace: String?) -> Bool {
    guard let namespace else { return false }
    return !namespace.hasPrefix("\(domain):")
  }
}
