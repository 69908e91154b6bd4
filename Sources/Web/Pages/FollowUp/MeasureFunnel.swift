// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// The own care units against the limits of chance around the country's value.
struct MeasureFunnel: Sendable {
  let measure: MeasureDefinition
  let language: Language
  /// The country's value; the own total where there is nobody to compare with.
  let mean: Double
  /// Whose value that is.
  let meanName: String
  let rows: [MeasureTableRow]

  /// Units below this are not drawn: their limits hold everything.
  static let leastDrawn = 10

  /// Nil where the measure is no share, or nothing can be compared.
  init?(
    _ measure: MeasureDefinition, rows: [MeasureTableRow], mean: Double?, meanName: String,
    _ language: Language
  ) {
    guard measure.kind == .share, let mean, mean > 0, mean < 1 else { return nil }
    self.measure = measure
    self.language = language
    self.mean = mean
    self.meanName = meanName
    self.rows = rows
    guard rows.contains(where: { standing($0.cell) != nil }) else { return nil }
  }

  /// How a unit stands to the limits; nil where it is hidden or too small to be drawn.
  func standing(_ cell: Cell) -> FunnelChart.Standing? {
    guard let figure = cell.figure, let value = figure.value,
      figure.denominator >= Self.leastDrawn
    else { return nil }
    guard let limits = Funnel.limits(mean: mean, denominator: figure.denominator) else {
      return nil
    }
    if value < limits.low998 || value > limits.high998 { return .far }
    return value < limits.low95 || value > limits.high95 ? .outside : .inside
  }

  static func words(_ standing: FunnelChart.Standing?) -> Bilingual {
    switch standing {
    case .inside: MeasureChartTexts.inside
    case .outside: MeasureChartTexts.outside
    case .far: MeasureChartTexts.far
    case nil: MeasureChartTexts.tooFew
    }
  }

  /// What the line is called: `Riket 7,9 %`.
  var meanTitle: String { "\(meanName) \(FigureText(measure, language).value(mean))" }

  var chart: FunnelChart {
    let text = FigureText(measure, language)
    let points = rows.compactMap { row -> FunnelChart.Point? in
      guard let standing = standing(row.cell), let figure = row.cell.figure,
        let value = figure.value
      else { return nil }
      return FunnelChart.Point(
        label: row.names.first ?? "", size: Double(figure.denominator), value: value,
        standing: standing)
    }
    let most = points.map(\.size).max() ?? 1
    return FunnelChart(
      id: "tratt",
      title: "\(measure.name[language]), \(MeasureChartTexts.units[language])",
      summary: MeasureChartTexts.funnelSummary(
        points.count, outside: points.count { $0.standing == .outside },
        far: points.count { $0.standing == .far })[language],
      points: points, limits: limits(through: most * 1.6), mean: mean,
      meanTitle: meanTitle,
      axisTitle: MeasureTexts.population(measure.population)[language], limit: 1,
      number: { text.axis($0, step: $1) }, sizeNumber: { size, _ in CountText.grouped(Int(size)) })
  }

  /// The curves: close together where they bend.
  private func limits(through most: Double) -> [FunnelChart.Limits] {
    let steps = 80
    return (1...steps).compactMap { step in
      let share = Double(step) / Double(steps)
      let size = max(Double(Self.leastDrawn), most * share * share).rounded()
      return Funnel.limits(mean: mean, denominator: Int(size)).map {
        FunnelChart.Limits(
          size: size, innerLow: $0.low95, innerHigh: $0.high95, outerLow: $0.low998,
          outerHigh: $0.high998)
      }
    }
  }
}
