// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics

@testable import Service

/// One table of what is expected, set beside our figures.
struct AcceptanceTable {
  /// What came of a table.
  enum Outcome: Equatable {
    case matches
    case outside(AcceptanceReason)
    /// The rows that differ, as texts.
    case differs([String])
  }

  let report: AcceptanceReport
  let world: AcceptanceWorld
  let followUp: FollowUp
  private let series = Series()

  /// Months that have been asked for, by question and month, so that they are asked for once.
  private final class Series {
    var span: (from: Day, to: Day)?
    var figures: [Question: [String: Count]] = [:]
  }

  static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
  private static let handled: Set = [
    "inloggad som", "vald vg", "vårdgivarnivå", "år", "månad", "grupp", "åldersgrupp", "län",
    "kolumngrupp", "sjukskrivningsgrad", "sjukskrivningslängd", "vårdenhet", "ämne",
    "valt diagnoskapitel", "valda diagnoskategorier", "valda diagnoskoder", "diagnoskategori",
    "vårdenhetdjup", "kommentar", "män?", "kvinnor?", "totalt?", "grupp totalt?", "antal?",
    "förändring?", "filter kapitel", "filter avsnitt", "filter kategorier", "filter koder",
    "filter enheter", "filter åldersgrupp", "filter sjukskrivningslängd", "filter intygstyp",
    "filter startdatum", "filter slutdatum",
  ]

  static func outcome(
    _ fixture: String, _ rows: [AcceptanceRow], _ world: inout AcceptanceWorld
  ) throws -> Outcome {
    guard let columns = rows.first?.columns else { throw NotUnderstood("an empty table") }
    if let reason = AcceptanceReport.outside(fixture, columns) { return .outside(reason) }
    if let strange = columns.first(where: { !$0.isEmpty && !handled.contains($0) }) {
      throw NotUnderstood("the column \(strange)")
    }
    let followUp = try world.followUp()
    let table = AcceptanceTable(
      report: try AcceptanceReport(fixture), world: world, followUp: followUp)
    let months = try rows.filter { $0["månad"] != nil }.map(table.days)
    if let from = months.map(\.0).min(), let to = months.map(\.1).max() {
      table.series.span = (from, to)
    }
    var faults: [String] = []
    var outside: AcceptanceReason?
    for row in rows {
      switch try table.outcome(row) {
      case .matches: break
      case .outside(let reason): outside = reason
      case .differs(let texts): faults += texts
      }
    }
    if !faults.isEmpty { return .differs(faults) }
    return outside.map { .outside($0) } ?? .matches
  }

  // MARK: One row

  private func outcome(_ row: AcceptanceRow) throws -> Outcome {
    guard let question = try question(row) else { return .outside(.presentation) }
    if let reason = question.outside { return .outside(reason) }
    let (man, woman) = try figures(question)
    var faults: [String] = []
    func check(_ column: String, _ found: String) {
      guard let expected = row[column], !Self.isSame(expected, found) else { return }
      let about = row.columns.filter { !$0.hasSuffix("?") }.compactMap { row[$0] }
      faults.append("\(about) \(column) \(expected), here \(found)")
    }
    check("män?", text(man, of: man + woman, row))
    check("kvinnor?", text(woman, of: man + woman, row))
    check("totalt?", text(man + woman, of: nil, row))
    check("antal?", text(man + woman, of: nil, row))
    if row["grupp totalt?"] != nil {
      // A total over every subject of messages cannot be told.
      if case .subject = report.group { return .outside(.otherSubjects) }
      check("grupp totalt?", text(man + woman, of: nil, row))
    }
    if row["förändring?"] != nil {
      var before = question
      before.from = Self.sameDay(lastYear: question.from)
      before.to = Self.sameDay(lastYear: question.to.adding(days: 1)).adding(days: -1)
      let (men, women) = try figures(before)
      let old = men.count + women.count
      let new = man.count + woman.count
      check("förändring?", String(old == 0 ? 0 : (new - old) * 100 / old))
    }
    return faults.isEmpty ? .matches : .differs(faults)
  }

  /// Nothing is written as 0 or as a row that is not shown.
  private static func isSame(_ expected: String, _ found: String) -> Bool {
    expected == found || ["-1", "0"].contains(expected) && found == "0"
  }

  private func text(_ figure: Count, of all: Count?, _ row: AcceptanceRow) -> String {
    if report.isShare {
      let percent = figure.among == 0 ? 0 : figure.count * 100 / figure.among
      return row["grupp totalt?"] == nil ? String(percent) : "\(percent)%"
    }
    if let all, row["män?"]?.contains("(") == true {
      let percent = all.count == 0 ? 0 : figure.count * 100 / all.count
      return "\(percent) % (\(figure.count))"
    }
    return String(figure.count)
  }

  // MARK: Figures

  struct Count {
    var count = 0
    var among = 0

    static func + (a: Count, b: Count) -> Count {
      Count(count: a.count + b.count, among: a.among + b.among)
    }
  }

  struct Question: Hashable {
    var from: Day
    var to: Day
    var filter: [Statistics.Dimension: Set<String>] = [:]
    var scope = UnitScope.everything
    var outside: AcceptanceReason?
  }

  private func figures(_ question: Question) throws -> (man: Count, woman: Count) {
    guard question.from <= question.to else { return (Count(), Count()) }
    let month = Statistics.Dimension.month.code(of: question.from)
    var whole = question
    if let span = series.span, question.from.dayOfMonth == 1,
      question.to.adding(days: 1).dayOfMonth == 1, question.to - question.from < 31
    {
      (whole.from, whole.to) = span
    }
    let isSeries = whole != question || series.span.map { $0 == (whole.from, whole.to) } ?? false
    let found = try series.figures[whole] ?? counted(whole, byMonth: isSeries)
    series.figures[whole] = found
    func count(_ sex: Sex) -> Count {
      found[isSeries ? "\(month) \(sex.rawValue)" : sex.rawValue] ?? Count()
    }
    return (count(.man), count(.kvinna))
  }

  private func counted(_ question: Question, byMonth: Bool) throws -> [String: Count] {
    var query = MeasureQuery(
      measure: report.measure, by: byMonth ? [.month, .sex] : [.sex], from: question.from,
      to: question.to)
    query.filter = question.filter
    return Dictionary(
      try followUp.compute(query, within: question.scope).rows.map { row in
        let figure = row.cell.figure
        let count = Count(count: figure?.numerator ?? 0, among: figure?.denominator ?? 0)
        return (row.codes.joined(separator: " "), count)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func sameDay(lastYear day: Day) -> Day {
    Day(year: day.year - 1, month: day.month, day: day.dayOfMonth) ?? day.adding(days: -365)
  }
}
