// SPDX-License-Identifier: Apache-2.0
import Domain

/// A figure that a reader has been shown, by its counts: of the persons behind it, where it counts
/// something of which one person can have much.
public struct SeenFigure: Hashable, Sendable {
  /// What it counts: figures of one subject can be added and subtracted.
  public struct Subject: Hashable, Sendable {
    public var measure: String
    /// What the denominator is, in the words that it is computed by. Measures of which they are the
    /// same count the same people.
    public var population: String
    /// What the denominator is, where measures that are set beside each other count among different
    /// people.
    var whole: String
    /// Whether the numerator counts some of the denominator, and can point out somebody.
    public var isCounted: Bool

    public init(_ measure: MeasureDefinition, cases: CaseDefinition) {
      self.measure = measure.id
      var names = [measure.denominator.en, measure.timeAxis.en]
      if measure.usesCases { names.append("\(cases)") }
      whole = names.joined(separator: "|")
      if let together = CountedTogether.byMeasure[measure.id], !together.sharesWhole {
        names[0] = together.family
      }
      population = names.joined(separator: "|")
      isCounted = measure.kind == .share
    }
  }

  public var subject: Subject
  public var cohort: Cohort
  public var numerator: Int
  public var denominator: Int

  public init(subject: Subject, cohort: Cohort, numerator: Int, denominator: Int) {
    self.subject = subject
    self.cohort = cohort
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The counts that it tells, each of which can be subtracted from others of its kind. The first
  /// is of everybody that the figure is about.
  var counts: [(kind: String, cohort: Cohort, count: Int)] {
    let whole = (subject.whole, cohort, denominator)
    guard subject.isCounted else { return [whole] }
    let rest = denominator - numerator
    guard let together = CountedTogether.byMeasure[subject.measure] else {
      let kind = "\(subject.measure)|\(subject.whole)"
      return [whole, (kind + "|1", cohort, numerator), (kind + "|0", cohort, rest)]
    }
    let kind = "\(together.family)|\(subject.population)"
    var those = cohort
    those.restrict(CountedTogether.axis, to: .only(together.parts))
    guard together.sharesWhole else {
      return [
        whole, (kind, those, numerator), ("\(subject.measure)|\(subject.whole)|0", cohort, rest),
      ]
    }
    var others = cohort
    others.restrict(CountedTogether.axis, to: .except(together.parts))
    return [
      whole, (kind, cohort, denominator), (kind, those, numerator), (kind, others, rest),
    ]
  }
}
