// SPDX-License-Identifier: Apache-2.0

/// The calendar policies that can be chosen by name.
public struct CalendarBook: Hashable, Codable, Sendable {
  /// The one used when none is named.
  public let standard: CalendarPolicy
  /// All of them, the standard one among them.
  public let policies: [CalendarPolicy]

  /// The standard policy must be among the policies.
  public init(standard: CalendarPolicy, policies: [CalendarPolicy]) {
    self.standard = standard
    self.policies = policies
  }

  /// The policy with this name, or nil.
  public func policy(_ name: String) -> CalendarPolicy? {
    policies.first { $0.name == name }
  }
}
