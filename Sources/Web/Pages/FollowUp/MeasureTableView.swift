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
      foot: total.map { foot($0) } ?? [], isFigures: true
    ).html(language)
  }

  /// The columns that hold something: a count has neither numerator nor denominator of its own.
  private enum Part { case numerator, denominator, counts, value, interval, expected, adjusted }

  private var parts: [Part] {
    let figures = (rows.map(\.cell) + [total].compactMap { $0 }).compactMap(\.figure)
    var parts: [Part] =
      switch model.measure.kind {
      case .count: [.value]
      case .median: [.denominator, .value]
      case .share, .mean: [.numerator, .denominator, .value]
      }
    if figures.contains(where: { $0.low != nil }) { parts.append(.interval) }
    if isAdjusted, figures.contains(where: { $0.expected != nil }) {
      // So many columns have room only where the counts share one.
      parts = [.counts] + parts.filter { $0 != .numerator && $0 != .denominator }
      parts += [.expected, .adjusted]
    }
    return parts
  }

  private func title(_ part: Part) -> Bilingual {
    switch part {
    case .numerator: MeasureTexts.numerator
    case .denominator: MeasureTexts.denominator
    case .counts: MeasureTexts.numeratorOfDenominator
    case .value: MeasureTexts.kind(model.measure.kind)
    case .interval: MeasureTexts.interval
    case .expected: MeasureTexts.expected
    case .adjusted: MeasureTexts.adjustedValue
    }
  }

  private var columns: [DataTable.Column] {
    var columns = dimensions.map {
      DataTable.Column($0.isTime ? MeasureTexts.timeAxis[language] : title($0))
    }
    columns += parts.map { .init(title($0)[language], isNumber: true) }
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
    if hasComparison {
      cells.append(row.comparison == nil ? none : .text(text.value(row.comparison)))
    }
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
    if hasComparison {
      cells.append(.text(text.value(model.report.seriesComparison?.total.figure?.value)))
    }
    if funnel != nil { cells.append(.empty) }
    return cells
  }

  private func figures(_ cell: Cell) -> [HTML] {
    switch cell {
    case .hidden(let reason): parts.map { $0 == .value ? mark(reason) : none }
    case .shown(let figure): parts.map { words($0, figure) }
    }
  }

  private func words(_ part: Part, _ figure: Figure) -> HTML {
    switch part {
    case .numerator: .text(CountText.grouped(figure.numerator))
    case .denominator: .text(CountText.grouped(figure.denominator))
    case .counts:
      .text(
        "\(CountText.grouped(figure.numerator)) / \(CountText.grouped(figure.denominator))")
    case .value: b { text.value(figure.value) }
    case .interval: figure.low == nil ? none : .text(text.interval(figure))
    case .expected: figure.expected.map { .text(text.decimal($0)) } ?? none
    case .adjusted: figure.adjusted == nil ? none : .text(text.value(figure.adjusted))
    }
  }

  /// Nothing to tell, which small screens leave out.
  private var none: HTML { span(.class("none")) { "–" } }

  /// `dolt` with the number of its reason below.
  private func mark(_ reason: Hidden) -> HTML {
    span(.class("hide")) {
      MeasureTexts.hiddenWord[language]
      sup { "\((model.reasons.firstIndex(of: reason) ?? 0) + 1)" }
    }
  }

  private func standing(_ funnel: MeasureFunnel, _ cell: Cell) -> HTML {
    guard cell.figure != nil else { return none }
    let standing = funnel.standing(cell)
    let words = MeasureFunnel.words(standing)[language]
    switch standing {
    case .outside: return Badge(.note, words, icon: .information).html
    case .far: return Badge(.plum, words, icon: .flag).html
    default: return span(.class("muted")) { words }
    }
  }
}
