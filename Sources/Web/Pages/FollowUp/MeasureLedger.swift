// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// Figures of the whole selection: the value, what it rests on, the country's, and how much of
/// what should be counted could be.
struct MeasureLedger {
  let model: MeasureModel
  let language: Language

  var html: HTML {
    ul(.class("ledger", "ledger--figures", "section")) {
      value
      ground
      comparison
      coverage
    }
  }

  private var figure: Figure? { model.report.series.total.figure }

  private func item(_ number: String, _ words: String, _ detail: String = "") -> HTML {
    li {
      div {
        b { number }
        " "
        span {
          words
          if !detail.isEmpty {
            " "
            small { detail }
          }
        }
      }
    }
  }

  private var value: HTML {
    let interval = figure.flatMap { $0.low == nil ? nil : model.text.interval($0) }
    return item(
      figure.map { model.text.value($0.value) } ?? MeasureTexts.hiddenWord[language],
      model.scopeName, interval.map { "\(MeasureTexts.interval[language]) \($0)" } ?? "")
  }

  /// What was counted among what; a count is itself.
  @HTMLBuilder private var ground: HTML {
    if let figure {
      let all = CountText.grouped(figure.denominator)
      switch model.measure.kind {
      case .share:
        let of = language == .sv ? "av \(all) i nämnaren" : "of \(all) in the denominator"
        item(
          CountText.grouped(figure.numerator), MeasureTexts.numerator[language].lowercased(), of)
      case .mean, .median:
        item(
          all, MeasureTexts.population(model.measure.population)[language].lowercased(),
          MeasureTexts.denominator[language].lowercased())
      case .count: HTML.empty
      }
    }
  }

  @HTMLBuilder private var comparison: HTML {
    if let others = model.report.seriesComparison {
      item(
        others.total.figure.map { model.text.value($0.value) } ?? MeasureTexts.hiddenWord[language],
        MeasureTexts.country[language], MeasureTexts.sameSelection[language])
    }
  }

  @HTMLBuilder private var coverage: HTML {
    if let tied = model.tiedShare {
      item(
        tied, MeasureChartTexts.coverageWord[language].lowercased(),
        MeasureChartTexts.tied[language])
    }
  }
}
