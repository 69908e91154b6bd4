// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// What a line over time is divided into.
public enum SeriesPeriod: Hashable, Sendable {
  /// What the reader asked for, also where most of it is hidden.
  case exactly(Dimension)
  /// This, or longer parts of the time where so few fall into each that most would be hidden.
  case atFinest(Dimension)

  /// The parts of the time. Only what the reader is shown anyway settles it, so the choice tells
  /// nothing more; and it is made before the shorter parts are asked for, since what has been shown
  /// for some months can hide their quarter.
  ///
  /// - Parameters:
  ///   - total: of the whole time, as the reader sees it.
  ///   - allowed: what the measure can be divided by.
  ///   - fewest: as many as must stand behind a figure.
  func chosen(
    kind: MeasureDefinition.Kind, total: Cell, from: Day, to: Day, allowed: [Dimension],
    fewest: Int
  ) -> Dimension {
    guard case .atFinest(let finest) = self else { return self.finest }
    let lengths = Self.lengths.filter {
      allowed.contains($0.period) && $0.days >= Self.days(finest)
    }
    guard let coarsest = lengths.last?.period else { return finest }
    guard let figure = total.figure else { return coarsest }
    // None, or all, of enough is shown.
    let sides = [figure.numerator, figure.denominator - figure.numerator].filter { $0 > 0 }
    let least = kind == .share && sides.count == 2 ? sides.min() ?? 0 : figure.denominator
    let found = lengths.first { length in
      Double(least) * length.days >= Double((to - from + 1) * fewest) * Self.margin
    }
    return found?.period ?? coarsest
  }

  /// The shortest parts that it can be.
  var finest: Dimension {
    switch self {
    case .exactly(let dimension), .atFinest(let dimension): dimension
    }
  }

  /// Some parts of the time have half of what they have on the average.
  private static let margin = 2.0

  private static let lengths: [(period: Dimension, days: Double)] = [
    (.month, 30.44), (.quarter, 91.3), (.halfYear, 182.6), (.year, 365.25),
  ]

  private static func days(_ period: Dimension) -> Double {
    lengths.first { $0.period == period }?.days ?? 0
  }
}
