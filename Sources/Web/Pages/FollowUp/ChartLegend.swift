// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What the lines of a series stand for.
struct ChartLegend {
  let own: String
  var hasBand = true
  var hasHidden = false
  var hasComparison = false
  let language: Language

  var html: HTML {
    ul(.class("legend")) {
      item(own) {
        path(.class("c-line"), .d("M1 8h26"))
        circle(.class("c-pt"), .cx(14), .cy(8), .r(3.5))
      }
      if hasBand {
        item(MeasureChartTexts.intervalLegend[language]) {
          rect(.class("c-band"), .x(1), .y(2), .width(26), .height(12))
        }
      }
      if hasComparison {
        item(MeasureTexts.country[language]) { path(.class("c-ref"), .d("M1 8h26")) }
      }
      if hasHidden {
        item(MeasureChartTexts.hiddenLegend[language]) {
          path(.class("c-hidden"), .d("M10 4h8v8h-8z"))
        }
      }
    }
  }

  private func item(_ words: String, @HTMLBuilder shapes: () -> HTML) -> HTML {
    legendItem(words, content: shapes())
  }
}

/// What the shapes and lines of a funnel stand for.
struct FunnelLegend {
  /// What the line of what is compared with is called.
  let mean: String
  let language: Language

  var html: HTML {
    ul(.class("legend")) {
      legendItem(
        MeasureChartTexts.inside[language],
        content: circle(.class("c-unit"), .cx(14), .cy(8), .r(5)))
      legendItem(
        MeasureChartTexts.outside[language],
        content: path(.class("c-unit", "c-unit--out"), .d("M14 1.5l6.5 6.5-6.5 6.5-6.5-6.5z")))
      legendItem(
        MeasureChartTexts.far[language],
        content: path(.class("c-unit", "c-unit--far"), .d("M14 2l7 12h-14z")))
      legendItem(
        MeasureChartTexts.innerLimit[language],
        content: path(.class("c-lim"), .d("M1 8h26")))
      legendItem(
        MeasureChartTexts.outerLimit[language],
        content: path(.class("c-lim", "c-lim--outer"), .d("M1 8h26")))
      legendItem(mean, content: line(.class("c-mean"), .x1(1), .x2(27), .y1(8), .y2(8)))
    }
  }
}

/// What bars and the marks across them stand for.
struct BarsLegend {
  let bars: IntervalBars
  let language: Language

  var html: HTML {
    ul(.class("legend")) {
      legendItem(
        MeasureChartTexts.valueLegend[language],
        content: rect(.class("c-bar"), .x(1), .y(3), .width(26), .height(10)))
      if bars.rows.contains(where: { $0.low != nil }) {
        legendItem(
          MeasureChartTexts.intervalLegend[language],
          content: path(.class("c-whisker"), .d("M3 4V12M3 8H25M25 4V12")))
      }
      if bars.rows.contains(where: { $0.comparison != nil }) {
        legendItem(
          bars.meanName, content: line(.class("c-goal"), .x1(14), .x2(14), .y1(1), .y2(15)))
      } else if bars.mean != nil {
        legendItem(
          bars.meanName, content: line(.class("c-mean"), .x1(14), .x2(14), .y1(0), .y2(16)))
      }
    }
  }
}

/// What the lines of a glance stand for.
struct GlanceLegend {
  let own: String
  let hasComparison: Bool
  let language: Language

  var html: HTML {
    ul(.class("legend")) {
      legendItem(
        own,
        content: fragment {
          path(.class("c-line"), .d("M1 8h26"))
          circle(.class("c-pt"), .cx(26), .cy(8), .r(2))
        })
      if hasComparison {
        legendItem(
          MeasureTexts.country[language], content: path(.class("c-ref"), .d("M1 8h26")))
      }
    }
  }
}

private func legendItem(_ words: String, content: HTML) -> HTML {
  li {
    svg(.viewBox(0, 0, 28, 16), .ariaHidden, .notFocusable) { content }
    words
  }
}
