// SPDX-License-Identifier: Apache-2.0

/// A sick-leave case (sjukfall): certificate days of one person with no longer pause among them
/// than the definition allows.
public struct SickLeaveCase: Hashable, Codable, Sendable {
  public let person: String
  /// The first and the last certificate day, also where the last lies ahead.
  public let first: Day
  public let last: Day
  /// Days on which at least one certificate is in force. Days between certificates are not
  /// counted, and a day with two certificates is counted once.
  public let distinctDays: Int
  /// The certificates with a day in the case, each once, by their last day in it, then by their
  /// first, then by identity.
  public let certificates: [String]
  /// The units that issued them, in alphabetical order.
  public let units: [String]
  /// A certificate is in force on the day that was asked about. A day in a pause is not active.
  public let active: Bool

  /// A case as it is.
  public init(
    person: String, first: Day, last: Day, distinctDays: Int, certificates: [String],
    units: [String], active: Bool
  ) {
    self.person = person
    self.first = first
    self.last = last
    self.distinctDays = distinctDays
    self.certificates = certificates
    self.units = units
    self.active = active
  }
}
