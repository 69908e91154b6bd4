// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// A measure with its figures: over time, divided, between the own care units; beside it what it
/// counts and how much it covers.
func measurePage(_ model: MeasureModel, units: [UnitTable.Unit], frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    head(model, language)
    selection(model, units, language)
    if model.isEmpty {
      div(.class("section")) {
        EmptyState(
          title: MeasureChartTexts.nothingFound[language],
          text: MeasureChartTexts.nothingFoundText[language],
          action: .link(
            MeasureTexts.total[language], to: model.filter.cleared.address(model.measure.id), .quiet
          ), icon: .filter
        ).html
      }
    } else {
      ledger(model, language)
      div(.class("cols", "cols--main-side", "section")) {
        div(.class("stack")) {
          seriesCard(model, language)
          if model.hasBreakdown { breakdownCard(model, language) }
          if model.report.units != nil { unitsCard(model, language) }
          hiddenNotes(model, language)
        }
        MeasureAside(model: model, language: language).html
      }
    }
  }.render()
}

private func head(_ model: MeasureModel, _ language: Language) -> HTML {
  let items = model.filter.items
  func file(_ format: MeasureFormat) -> (text: String, href: Href) {
    let href = SiteAddress.measureFile(model.measure.id, format.rawValue).href(items)
    return (MeasureExportTexts.format(format)[language], href)
  }
  return div(.class("head")) {
    div {
      h1 { model.measure.name[language] }
      p { model.measure.purpose[language] }
    }
    div(.class("row", "no-print")) {
      DropMenu(
        title: MeasureExportTexts.download[language], icon: .download,
        links: MeasureFormat.allCases.map(file)
      ).html
    }
  }
}

private func selection(
  _ model: MeasureModel, _ units: [UnitTable.Unit], _ language: Language
) -> HTML {
  section(.class("card"), .ariaLabelledBy("urval")) {
    div(.class("card__body")) {
      h2(.class("small", "strong"), .id("urval")) { MeasureTexts.selection[language] }
      FilterChips(
        id: "valda", chips: model.chips,
        clear: model.filter == model.filter.cleared
          ? nil : model.filter.cleared.address(model.measure.id)
      ).html(language)
      Fold(MeasureTexts.change[language], isOpen: false) {
        MeasureFilterForm(model: model, units: units, language: language).html
      }.html(language)
    }
    div(.class("card__foot", "row", "row--apart")) {
      PurposeLine(
        purpose: model.answer.purpose, change: purposeHref(model), language: language
      ).html
    }
  }
}

private func purposeHref(_ model: MeasureModel) -> Href {
  model.filter.with { $0.purpose = nil }.address(model.measure.id)
}

/// Figures of the whole selection.
private func ledger(_ model: MeasureModel, _ language: Language) -> HTML {
  let text = model.text
  let total = model.report.series.total
  func item(_ number: String, _ words: String, _ detail: String) -> HTML {
    li {
      div {
        b { number }
        " "
        span {
          words
          if !detail.isEmpty { small { detail } }
        }
      }
    }
  }
  let figure = total.figure
  let of = language == .sv ? "av" : "of"
  return ul(.class("ledger", "section")) {
    item(
      figure.map { text.value($0.value) } ?? MeasureTexts.hiddenWord[language], model.scopeName,
      figure?.low == nil
        ? "" : MeasureTexts.interval[language] + " " + (figure.map(text.interval) ?? ""))
    item(
      figure.map { CountText.grouped($0.numerator) } ?? "–",
      MeasureTexts.numerator[language].lowercased(),
      figure.map { "\(of) \(CountText.grouped($0.denominator))" } ?? "")
    if model.report.seriesComparison != nil {
      item(
        text.value(model.report.seriesComparison?.total.figure?.value),
        MeasureTexts.country[language], MeasureTexts.sameSelection[language])
    }
    if let tied = model.tiedShare {
      item(
        tied, MeasureChartTexts.coverageWord[language].lowercased(),
        MeasureChartTexts.tied[language])
    }
  }
}

private func seriesCard(_ model: MeasureModel, _ language: Language) -> HTML {
  let report = model.report
  let hasComparison = report.seriesComparison != nil
  return Card("over-tid", MeasureChartTexts.overTime[language]) {
    figure {
      model.charts.series(report.series, report.seriesComparison).html
      ChartLegend(
        own: model.scopeName, hasBand: report.series.rows.contains { $0.cell.figure?.low != nil },
        hasHidden: report.series.rows.contains { $0.cell.figure == nil },
        hasComparison: hasComparison, language: language
      ).html
      figcaption(.class("small", "muted", "chart-note")) {
        model.charts.summary(report.series) + " " + MeasureChartTexts.monthsOverlap[language]
      }
    }
    Fold(MeasureChartTexts.tableFold[language], isOpen: false) {
      MeasureTableView(
        model: model, id: "tid-tabell",
        caption: "\(model.measure.name[language]), \(MeasureChartTexts.overTime[language])",
        dimensions: [report.period], rows: model.seriesRows, total: report.series.total,
        hasComparison: hasComparison
      ).html
    }.html(language)
  }.html
}

private func breakdownCard(_ model: MeasureModel, _ language: Language) -> HTML {
  let answer = model.answer
  let by = model.query.by
  let title = by.map { MeasureTexts.dimension($0)[language] }.joined(separator: ", ")
  let rows = model.rows
  let hasComparison = answer.comparison?.query.by == by
  return Card("uppdelning", title, aside: .text(MeasureChartTexts.breakdown[language])) {
    if by.count == 1, let dimension = by.first, !rows.isEmpty {
      figure {
        model.charts.bars(rows, comparison: answer.comparison, dimension: dimension).html
        figcaption(.class("small", "muted", "chart-note")) {
          MeasureChartTexts.codeOrder[language]
          if rows.count > MeasureCharts.mostBars {
            " " + MeasureChartTexts.barsNote(MeasureCharts.mostBars)[language]
          }
        }
      }
    }
    MeasureTableView(
      model: model, id: "uppdelning-tabell", caption: "\(model.measure.name[language]), \(title)",
      dimensions: by, rows: rows, total: answer.table.total, hasComparison: hasComparison,
      isAdjusted: answer.table.query.isAdjusted, hasLinks: true
    ).html
  }.html
}

private func unitsCard(_ model: MeasureModel, _ language: Language) -> HTML {
  guard let units = model.report.units else { return .empty }
  let funnel = model.funnel
  let spread = model.charts.distribution(units, mean: model.mean)
  return fragment {
    Card(
      "enheter", MeasureChartTexts.units[language],
      aside: .text(MeasureChartTexts.ownUnitsOnly[language])
    ) {
      if let funnel {
        figure {
          funnel.chart.html
          FunnelLegend(language: language).html
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
      p(.class("small", "muted")) { MeasureChartTexts.nameOrder[language] }
    }.html
    if let spread {
      Card("spridning", MeasureChartTexts.distribution[language]) {
        figure {
          spread.html
          figcaption(.class("small", "muted", "chart-note")) { spread.summary }
        }
        Fold(MeasureChartTexts.tableFold[language], isOpen: false) {
          spreadTable(spread, model, language)
        }.html(language)
      }.html
    }
  }
}

private func spreadTable(
  _ spread: Histogram, _ model: MeasureModel, _ language: Language
) -> HTML {
  DataTable(
    id: "spridning-tabell", caption: spread.title,
    columns: [
      .init(MeasureTexts.value[language]),
      .init(MeasureChartTexts.numberOfUnits[language], isNumber: true),
    ],
    rows: spread.bins.map { bin in
      [
        .text("\(model.text.axis(bin.from))–\(model.text.axis(bin.to))"),
        .text("\(bin.count)"),
      ]
    }
  ).html(language)
}

/// Why something is hidden, with the numbers that stand in the tables.
private func hiddenNotes(_ model: MeasureModel, _ language: Language) -> HTML {
  let reasons = model.reasons
  if reasons.isEmpty { return .empty }
  return section(.class("card", "card--s"), .ariaLabelledBy("dolda")) {
    div(.class("card__head")) { h2(.id("dolda")) { MeasureTexts.whyHidden[language] } }
    div(.class("card__body", "small", "stack-s")) {
      for (index, reason) in reasons.enumerated() {
        p {
          sup { "\(index + 1)" }
          " " + MeasureTexts.hidden(reason)[language]
        }
      }
      p { MeasureTexts.hiddenNote[language] }
    }
  }
}
