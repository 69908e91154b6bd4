// SPDX-License-Identifier: Apache-2.0

/// One period of one certificate for one person: the days from the first through the last.
public struct CertificatePeriod: Hashable, Sendable {
  /// Any name of the person: a pseudonym, or a number. It is compared as it stands.
  public let person: String
  /// The certificate's identity. Several periods may be of the same certificate.
  public let certificate: String
  /// The unit that issued it; nil where it is not told.
  public let unit: String?
  /// The first and the last day, both counted.
  public let first: Day
  public let last: Day
  /// How much the ability is reduced, in percent; nil where it is not told.
  public let degree: Int?

  /// Nil when the last day lies before the first.
  public init?(
    person: String, certificate: String, unit: String? = nil, first: Day, last: Day,
    degree: Int? = nil
  ) {
    guard first <= last else { return nil }
    self.person = person
    self.certificate = certificate
    self.unit = unit
    self.first = first
    self.last = last
    self.degree = degree
  }
}
