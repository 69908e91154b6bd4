// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// Rows with numerator, denominator, value and interval. What is hidden says so, with a mark that
/// leads to the reason.
struct MeasureTableView {
  let model: MeasureModel
  let id: String
  let caption: String
  let dimensions: [Dimension]
  let rows: [MeasureTableRow]
  let total: Cell?
  /// The column with what the country has.
  var hasComparison = false
  /// How units stand to the limits; nil for no such column.
  var funnel: MeasureFunnel?
  /// Columns with what the mix would lead to.
  var isAdjusted = false
  /// Rows lead to the page with them alone.
  var hasLinks = false

  private var language: Language { model.language }
  private var text: FigureText { model.text }

  var html: HTML {
    DataTable(
      id: id, caption: caption, columns: columns, rows: rows.map(line),
      foot: total.map { foot($0) } ?? []
    ).html(language)
  }

  private var columns: [DataTable.Column] {
    var columns = dimensions.map {
      DataTable.Column($0.isTime ? MeasureTexts.timeAxis[language] : title($0))
    }
    columns += [
      .init(MeasureTexts.numerator[language], isNumber: true),
      .init(MeasureTexts.denominator[language], isNumber: true),
      .init(MeasureTexts.kind(model.measure.kind)[language], isNumber: true),
      .init(MeasureTexts.interval[language], isNumber: true),
    ]
    if isAdjusted {
      columns += [
        .init(MeasureTexts.expected[language], isNumber: true),
        .init(MeasureTexts.adjustedValue[language], isNumber: true),
      ]
    }
    if hasComparison { columns.append(.init(MeasureTexts.country[language], isNumber: true)) }
    if funnel != nil { columns.append(.init(MeasureChartTexts.standing[language])) }
    return columns
  }

  private func title(_ dimension: Dimension) -> String {
    MeasureTexts.dimension(dimension)[language]
  }

  private func line(_ row: MeasureTableRow) -> [HTML] {
    var cells = row.names.enumerated().map { index, name in
      index == 0 ? head(name, row) : HTML.text(name)
    }
    cells += figures(row.cell)
    if hasComparison { cells.append(.text(text.value(row.comparison))) }
    if let funnel { cells.append(standing(funnel, row.cell)) }
    return cells
  }

  private func head(_ name: String, _ row: MeasureTableRow) -> HTML {
    guard hasLinks, let href = model.only(row) else { return .text(name) }
    return a(.class("cell"), .href(href)) { name }
  }

  private func foot(_ cell: Cell) -> [HTML] {
    var cells: [HTML] = [.text(MeasureTexts.total[language])]
    cells += dimensions.dropFirst().map { _ in HTML.empty }
    cells += figures(cell)
    if hasComparison { cells.append(.text(text.value(model.mean))) }
    if funnel != nil { cells.append(.empty) }
    return cells
  }

  private func figures(_ cell: Cell) -> [HTML] {
    switch cell {
    case .hidden(let reason):
      let count = 4 + (isAdjusted ? 2 : 0)
      return (0..<count).map { $0 == 0 || $0 == 2 ? mark(reason) : hiddenDash }
    case .shown(let figure):
      var cells: [HTML] = [
        .text(CountText.grouped(figure.numerator)), .text(CountText.grouped(figure.denominator)),
        b { text.value(figure.value) }, .text(text.interval(figure)),
      ]
      if isAdjusted {
        cells += [
          .text(figure.expected.map(text.decimal) ?? "–"), .text(text.value(figure.adjusted)),
        ]
      }
      return cells
    }
  }

  private var hiddenDash: HTML { span(.class("hide")) { "–" } }

  /// `dolt` with the number of its reason below.
  private func mark(_ reason: Hidden) -> HTML {
    span(.class("hide")) {
      MeasureTexts.hiddenWord[language]
      sup { "\((model.reasons.firstIndex(of: reason) ?? 0) + 1)" }
    }
  }

  private func standing(_ funnel: MeasureFunnel, _ cell: Cell) -> HTML {
    let standing = funnel.standing(cell)
    let words = MeasureFunnel.words(standing)[language]
    switch standing {
    case .outside: return Badge(.note, words, icon: .information).html
    case .far: return Badge(.plum, words, icon: .flag).html
    default: return span(.class("muted")) { words }
    }
  }
}
