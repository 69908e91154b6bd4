// SPDX-License-Identifier: Apache-2.0
import Domain

/// Why a figure is not shown.
public enum Hidden: String, Hashable, Codable, CaseIterable, Sendable {
  /// So few stand behind it, or behind another hidden figure that could be worked out from it, that
  /// a person could be recognised. Which of the two is not told, since that would help to guess.
  case few
  /// A person could be recognised by subtracting it from a figure that the reader has seen.
  case overlap
}

/// The persons behind a figure that counts something of which one person can have much, such as
/// days.
public struct FigurePersons: Hashable, Sendable {
  /// Everybody that it is about.
  public var all: Int
  /// Those whom something that is counted is of.
  public var those: Int

  /// None is no more than all.
  public init(all: Int, those: Int) {
    self.all = all
    self.those = those
  }

  static func + (one: FigurePersons, other: FigurePersons) -> FigurePersons {
    FigurePersons(all: one.all + other.all, those: one.those + other.those)
  }
}

/// One figure with what it rests on. Hidden means all of it: counts, share and interval.
public struct Figure: Hashable, Sendable {
  /// What was counted, such as certificates with a supplement request; for a mean the sum.
  public var numerator: Int
  /// Among how many.
  public var denominator: Int
  /// The share (0 to 1), mean, median or count; nil where nothing can be divided by.
  public var value: Double?
  /// The interval that covers the true value in 95 of 100 samples; nil where there is none.
  public var low: Double?
  public var high: Double?
  /// What the mix of diagnoses, ages and sexes would lead to, as a count of `numerator`.
  public var expected: Double?
  /// The figure as it would be with everybody's mix; nil where it was not asked for.
  public var adjusted: Double?
  /// Who stands behind it; nil where its own counts tell.
  public var persons: FigurePersons?

  public init(
    numerator: Int, denominator: Int, value: Double?, low: Double? = nil, high: Double? = nil,
    expected: Double? = nil, adjusted: Double? = nil, persons: FigurePersons? = nil
  ) {
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.low = low
    self.high = high
    self.expected = expected
    self.adjusted = adjusted
    self.persons = persons
  }

  /// Among how many, and how many of these: what tells whether somebody could be recognised.
  public var counted: FigurePersons {
    persons ?? FigurePersons(all: denominator, those: numerator)
  }
}

/// A figure, or why it is not shown.
public enum Cell: Hashable, Sendable {
  case shown(Figure)
  case hidden(Hidden)

  /// The figure, if it is shown.
  public var figure: Figure? {
    if case .shown(let figure) = self { figure } else { nil }
  }
}

/// One row of a table: the codes that it is for, in the order of the dimensions, and its figure.
public struct MeasureRow: Hashable, Sendable {
  /// A code of each dimension that the table is divided by, such as `2026-03` or an HSA-id.
  public var codes: [String]
  public var cell: Cell

  public init(codes: [String], cell: Cell) {
    self.codes = codes
    self.cell = cell
  }
}

/// How much of what should be counted could be: shares of the certificates that the figures
/// rest on, by how they are tied to their care unit, and what was left out.
public struct Coverage: Hashable, Sendable {
  /// Certificates within the time and the restriction, apart from units.
  public var certificates: Int
  /// Of them by tie.
  public var ties: [CareUnitTie: Int]
  /// Left out because the certificate lacks what the measure needs.
  public var lacking: Int

  public init(certificates: Int, ties: [CareUnitTie: Int], lacking: Int) {
    self.certificates = certificates
    self.ties = ties
    self.lacking = lacking
  }
}

/// The answer to a question. Rows stand in the order of their codes, never of their values.
public struct MeasureTable: Hashable, Sendable {
  public var query: MeasureQuery
  public var rows: [MeasureRow]
  /// Of everything that the question is restricted to.
  public var total: Cell
  public var coverage: Coverage

  public init(query: MeasureQuery, rows: [MeasureRow], total: Cell, coverage: Coverage) {
    self.query = query
    self.rows = rows
    self.total = total
    self.coverage = coverage
  }
}
