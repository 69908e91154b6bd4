// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service
import Statistics

/// An answer as lines for a terminal: what it is about, a line for each group, the whole, and how
/// much of what should be counted could be.
struct MeasureLines {
  let lines: [String]

  /// - Parameter asksAdjusted: adjusted values were asked for.
  init(_ answer: MeasureAnswer, asksAdjusted: Bool) {
    let query = answer.table.query
    let kind = answer.definition.kind
    var rows = answer.table.rows.map { row in
      let names = zip(row.codes, query.by).map { code, dimension in
        let name = answer.labels.label(code, in: dimension).en
        return name == code ? code : "\(code) \(name)"
      }
      return names + [Self.text(row.cell, kind)]
    }
    let blank = [String](repeating: "", count: max(0, query.by.count - 1))
    rows.append(["all"] + blank + [Self.text(answer.table.total, kind)])
    if let comparison = answer.comparison {
      rows.append(["the country"] + blank + [Self.text(comparison.total, kind)])
    }
    lines =
      [
        "\(answer.definition.name.en), \(query.from) to \(query.to)",
        "edition \(answer.edition.number), told through \(answer.edition.observedThrough), "
          + "purpose \(answer.purpose.rawValue), scope \(answer.reader.scope.text)",
      ] + Self.aligned(rows) + Self.coverage(answer, asksAdjusted)
  }

  /// Columns as wide as what is longest in them.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).dropLast().map { text, width in
        text.padding(toLength: width, withPad: " ", startingAt: 0) + "  "
      }.joined() + (row.last ?? "")
    }
  }

  private static func text(_ cell: Cell, _ kind: MeasureDefinition.Kind) -> String {
    switch cell {
    case .hidden(let reason): "hidden (\(reason.rawValue))"
    case .shown(let figure): text(figure, kind)
    }
  }

  private static func text(_ figure: Figure, _ kind: MeasureDefinition.Kind) -> String {
    let value = figure.value.map(rounded) ?? "-"
    let adjusted = figure.adjusted.map { ", adjusted \(rounded($0))" } ?? ""
    let whole =
      switch kind {
      case .count: "\(figure.numerator)"
      case .median: "\(value) (the middle of \(figure.denominator))"
      case .mean, .share: "\(figure.numerator)/\(figure.denominator) = \(value)"
      }
    guard let low = figure.low, let high = figure.high else { return whole + adjusted }
    return "\(whole) (\(rounded(low))-\(rounded(high)))\(adjusted)"
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  private static func coverage(_ answer: MeasureAnswer, _ asksAdjusted: Bool) -> [String] {
    let coverage = CoverageShares(answer.table)
    var lines: [String] = []
    if let tied = coverage.tied { lines.append("tied to a care unit: \(percent(tied))") }
    if let lacking = coverage.lacking {
      lines.append("without what the measure needs: \(percent(lacking))")
    }
    if answer.reader.hasComparison, answer.table.total.figure?.denominator == 0 {
      lines.append("Nothing of the edition lies in this scope.")
    }
    if asksAdjusted, !answer.table.query.isAdjusted {
      lines.append("There is no adjusted value of this.")
    }
    if answer.hidesAny {
      lines.append("Hidden: so few stand behind it that a person could be recognised.")
    }
    return lines
  }

  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(rounded(percent))%"
  }
}
