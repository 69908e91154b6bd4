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
      div(.class("section")) { nothing(model, language) }
    } else {
      if model.isAllHidden {
        div(.class("section")) {
          Notice(
            .note, MeasureTexts.allHidden[language], MeasureTexts.allHiddenText[language]
          ).html
        }
      }
      MeasureLedger(model: model, language: language).html
      div(.class("cols", "cols--measure", "section")) {
        div(.class("stack")) {
          seriesCard(model, language)
          if model.hasBreakdown { breakdownCard(model, language) }
          if model.report.units != nil { MeasureUnitsCards(model: model, language: language).html }
          hiddenNotes(model, language)
        }
        MeasureAside(model: model, language: language).html
      }
    }
  }.render()
}

/// Why there is nothing, and the way on where there is one.
private func nothing(_ model: MeasureModel, _ language: Language) -> HTML {
  if model.filter == model.filter.cleared {
    return EmptyState(
      title: MeasureChartTexts.noneOfOwn[language], text: MeasureChartTexts.noneOfOwnText[language],
      icon: .chart
    ).html
  }
  return EmptyState(
    title: MeasureChartTexts.nothingFound[language],
    text: MeasureChartTexts.nothingFoundText[language],
    action: .link(
      MeasureChartTexts.clear[language], to: model.filter.cleared.address(model.measure.id), .quiet
    ), icon: .filter
  ).html
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
      div(.class("no-print")) {
        Fold(MeasureTexts.change[language], isOpen: false) {
          MeasureFilterForm(model: model, units: units, language: language).html
        }.html(language)
      }
      p(.class("small", "muted", "section-s")) {
        EditionLines(model.answer.edition, language).sentence
      }
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

private func seriesCard(_ model: MeasureModel, _ language: Language) -> HTML {
  let report = model.report
  let comparison = model.drawnComparison
  let hasBand = report.series.rows.contains { $0.cell.figure?.low != nil }
  let isDrawn = comparison != nil || report.series.rows.contains { $0.cell.figure?.value != nil }
  return Card("over-tid", MeasureChartTexts.overTime[language]) {
    figure {
      if isDrawn {
        model.charts.series(report.series, comparison).html
        ChartLegend(
          own: model.scopeName, hasBand: hasBand,
          hasHidden: report.series.rows.contains { $0.cell.figure == nil },
          hasComparison: comparison != nil, language: language
        ).html
      }
      figcaption(.class("small", "muted", "chart-note")) {
        model.charts.summary(report.series)
        if hasBand { " " + MeasureChartTexts.monthsOverlap[language] }
        if let hidden = model.hiddenPeriod { longerPeriod(hidden, model, language) }
      }
    }
    Fold(MeasureChartTexts.tableFold[language], isOpen: false) {
      MeasureTableView(
        model: model, id: "tid-tabell",
        caption: "\(model.measure.name[language]), \(MeasureChartTexts.overTime[language])",
        dimensions: [report.period], rows: model.seriesRows, total: report.series.total,
        hasComparison: report.seriesComparison != nil
      ).html
    }.html(language)
  }.html
}

/// That the parts of the time are longer than usual, why, and the way to the usual.
private func longerPeriod(
  _ hidden: Dimension, _ model: MeasureModel, _ language: Language
) -> HTML {
  let words = MeasureTexts.dimension(hidden)
  return fragment {
    " "
    MeasureChartTexts.longerPeriod(
      MeasureTexts.dimension(model.report.period), words)[language]
    " "
    a(.class("no-print"), .href(model.filter.with { $0.period = hidden }.address(model.measure.id)))
    { MeasureChartTexts.showAnyway(words)[language] }
  }
}

private func breakdownCard(_ model: MeasureModel, _ language: Language) -> HTML {
  let answer = model.answer
  let by = model.query.by
  let title = by.map { MeasureTexts.dimension($0)[language] }.joined(separator: ", ")
  let rows = model.rows
  let comparison = model.drawnComparison == nil ? nil : answer.comparison
  return Card("uppdelning", title, aside: .text(MeasureChartTexts.breakdown[language])) {
    if by.count == 1, let dimension = by.first, rows.contains(where: { $0.cell.figure != nil }) {
      let bars = model.charts.bars(
        rows, comparison: comparison, meanName: model.meanName, dimension: dimension)
      figure {
        bars.html
        BarsLegend(bars: bars, language: language).html
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
      dimensions: by, rows: rows, total: answer.table.total,
      hasComparison: answer.comparison?.query.by == by,
      isAdjusted: answer.table.query.isAdjusted, hasLinks: true
    ).html
    if answer.table.query.isAdjusted {
      p(.class("small", "muted", "section-s")) { MeasureTexts.adjustedNote[language] }
    }
  }.html
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
          " " + MeasureTexts.hidden(reason, model.answer.fewest)[language]
        }
      }
      p { MeasureTexts.hiddenNote[language] }
    }
  }
}
