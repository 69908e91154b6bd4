// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up object of the catalogue of health care.
public struct SyntheticUnit: Hashable, Sendable {
  /// The administrative level of care (OID 1.2.752.129.5.1.46).
  public enum CareLevel: String, Sendable {
    case primary = "01"
    case somatic = "02"
    case psychiatric = "03"
  }

  public let id: String
  public var name: String
  /// Its place in the tree (distinguished name).
  public var place: String
  public var flags: DirectoryFlags
  /// The care provider that a care unit names; nil for other objects.
  public var provider: String?
  /// The ids that a care unit lists as its own.
  public var members: [String] = []
  public var ends: Day?
  /// County code, two digits.
  public let county: String
  /// Municipality code, four digits. It is made up except for its county.
  public let municipality: String
  public let careLevel: CareLevel?
}

/// A unit as it writes certificates.
struct CertificateIssuer: Sendable {
  /// How a unit fills the fields that may be left out.
  enum Style: Sendable { case sparse, usual, thorough }

  let unit: String
  var name: String
  var provider: String
  var providerName: String
  let careLevel: SyntheticUnit.CareLevel
  /// Nil where the unit leaves the workplace code out.
  let workplaceCode: String?
  /// How many of a thousand certificates are asked to be supplemented.
  let supplementShare: Int
  let style: Style
  let doctors: [Doctor]

  /// A doctor, who may have several HSA-ids.
  struct Doctor: Sendable {
    let ids: [String]
    let name: String
    let position: String
    let speciality: String?
  }
}
