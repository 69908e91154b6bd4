// SPDX-License-Identifier: Apache-2.0
import Domain

/// A figure that a reader has been shown.
public struct SeenFigure: Hashable, Sendable {
  /// What it counts: figures of one subject can be added and subtracted.
  public struct Subject: Hashable, Sendable {
    public var measure: String
    /// What the denominator is, in the words that it is computed by. Measures of which they are the
    /// same count the same people.
    public var population: String
    /// Whether the numerator counts some of the denominator, and can point out somebody.
    public var isCounted: Bool

    public init(_ measure: MeasureDefinition, cases: CaseDefinition) {
      self.measure = measure.id
      population = "\(measure.denominator.en)|\(measure.timeAxis.en)"
      if measure.usesCases { population += "|\(cases)" }
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

  /// The counts that it tells, each of which can be subtracted from others of its kind.
  var counts: [(kind: String, count: Int)] {
    var counts = [(subject.population, denominator)]
    if subject.isCounted {
      counts.append(("\(subject.measure)|\(subject.population)|1", numerator))
      counts.append(("\(subject.measure)|\(subject.population)|0", denominator - numerator))
    }
    return counts
  }
}
