// SPDX-License-Identifier: Apache-2.0
import Domain

extension SamsynService {
  /// The rule of how few may stand behind a figure that is shown; nil where the rule book has none.
  public var fewestShownRule: Rule? { rules.inForce(Subject.fewestShown, on: clock.now().day) }

  /// The fewest who may stand behind a figure that is shown: by the rule, or more where the
  /// installation is set so. Without a rule no figure of some but not all is shown.
  public var fewestShown: Int {
    max(fewestShownRule?.value.integer ?? .max, fewestSet ?? 0)
  }

  /// Refuses a setting that would show what the rule hides.
  ///
  /// - Throws: `fault` with `follow-up.fewest-shown` where it is less than the rule, or where the
  ///   rule book has no number.
  func checkFewestShown() throws(ServiceError) {
    guard let least = fewestShownRule?.value.integer, least >= 1, fewestSet ?? least >= least
    else { throw .fault("follow-up.fewest-shown") }
  }
}
