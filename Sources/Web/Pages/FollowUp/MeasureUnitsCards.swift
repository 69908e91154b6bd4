// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// The own care units against the limits of chance, by name, and how they are spread.
struct MeasureUnitsCards {
  let model: MeasureModel
  let language: Language

  @HTMLBuilder var html: HTML {
    if let units = model.report.units {
      beside(units)
      if let spread = model.charts.distribution(
        units, mean: model.spreadMean, meanName: model.meanName)
      {
        spreadCard(spread)
      }
    }
  }

  private func beside(_ units: MeasureTable) -> HTML {
    let funnel = model.funnel
    return Card(
      "enheter", MeasureChartTexts.units[language],
      aside: .text(MeasureChartTexts.ownUnitsOnly[language])
    ) {
      if let funnel {
        figure {
          funnel.chart.html
          FunnelLegend(mean: funnel.meanTitle, language: language).html
          figcaption(.class("small", "muted", "chart-note")) {
            MeasureChartTexts.funnelNote[language]
          }
        }
      }
      MeasureTableView(
        model: model, id: "enheter-tabell",
        caption: "\(model.measure.name[language]), \(MeasureChartTexts.units[language])",
        dimensions: [.unit], rows: model.unitRows, total: units.total, funnel: funnel,
        isAdjusted: units.query.isAdjusted
      ).html
      p(.class("small", "muted", "section-s")) { notes(funnel, units).joined(separator: " ") }
    }.html
  }

  private func notes(_ funnel: MeasureFunnel?, _ units: MeasureTable) -> [String] {
    var notes = [MeasureChartTexts.nameOrder]
    let figures = units.rows.compactMap(\.cell.figure)
    if funnel != nil, figures.contains(where: { $0.denominator < MeasureFunnel.leastDrawn }) {
      notes.append(MeasureChartTexts.tooFewNote)
    }
    if figures.contains(where: { $0.expected != nil }) { notes.append(MeasureTexts.adjustedNote) }
    return notes.map { $0[language] }
  }

  private func spreadCard(_ spread: Histogram) -> HTML {
    Card("spridning", MeasureChartTexts.distribution[language]) {
      figure {
        spread.html
        figcaption(.class("small", "muted", "chart-note")) { spread.summary }
      }
      Fold(MeasureChartTexts.tableFold[language], isOpen: false) {
        table(spread)
      }.html(language)
    }.html
  }

  private func table(_ spread: Histogram) -> HTML {
    DataTable(
      id: "spridning-tabell", caption: spread.title,
      columns: [
        .init(MeasureTexts.value[language]),
        .init(MeasureChartTexts.numberOfUnits[language], isNumber: true),
      ],
      rows: spread.bins.map { bin in
        [.text(model.text.range(bin.from, bin.to)), .text("\(bin.count)")]
      }, isFigures: true
    ).html(language)
  }
}
