// SPDX-License-Identifier: Apache-2.0

/// Measures that count parts of the same people, so that one's count less another's is a count of
/// somebody too: cases of at least 30 days less those of at least 60.
struct CountedTogether: Sendable {
  let family: String
  /// Which parts the measure counts. A measure within another has some of its parts.
  let parts: Set<String>
  /// Whether the measures count among the same people; else only what they count can be compared.
  let sharesWhole: Bool

  /// The axis along which what is counted is divided.
  static let axis = "counted"

  static let byMeasure: [String: CountedTogether] = {
    var all: [String: CountedTogether] = [:]
    /// Each within the one before.
    func nested(_ family: String, _ measures: [String], sharesWhole: Bool = true) {
      for (place, measure) in measures.enumerated() {
        all[measure] = CountedTogether(
          family: family, parts: Set(measures[place...]), sharesWhole: sharesWhole)
      }
    }
    /// None has anybody in common.
    func apart(_ family: String, _ measures: [String]) {
      for measure in measures {
        all[measure] = CountedTogether(family: family, parts: [measure], sharesWhole: true)
      }
    }
    // A case that began lately could be followed for fewer days.
    nested(
      "long-cases", [15, 30, 60, 90, 180, 365].map { "long-cases-\($0)" }, sharesWhole: false)
    nested(
      "diagnosis-change",
      ["code", "category", "block", "chapter"].map { "diagnosis-change-\($0)-share" })
    nested("recurrence", ["recurrence-share", "recurrence-chapter-share"])
    nested("co-morbidity", ["co-morbidity-share", "co-morbidity-chapter-share"])
    apart("decision", ["refused-share", "partly-refused-share"])
    apart("control", ["control-refused-share", "control-partly-share"])
    return all
  }()
}
