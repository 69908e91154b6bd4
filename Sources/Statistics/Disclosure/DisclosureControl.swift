// SPDX-License-Identifier: Apache-2.0
import Domain

/// Hides figures behind which a person could be recognised: those of few, and those from which,
/// with what else the reader has been shown, figures of few could be worked out.
///
/// A count of none is no person and is shown. A share is hidden with both its counts, and where few
/// are missing in all just as where few are counted, so that what is left shows no other share than
/// there is. Which figure goes so that another cannot be worked out is the smallest that serves.
public struct DisclosureControl: Sendable {
  /// As many as must stand behind a figure.
  public let threshold: Int

  public init(threshold: Int) { self.threshold = threshold }

  /// The table without what must not be shown, and the figures that are left for the reader's log.
  ///
  /// - Parameters:
  ///   - table: raw, with every cell shown.
  ///   - scope: the units that the reader's figures are about.
  ///   - seen: what readers of the same party have been shown of the same edition.
  ///
  /// Its cost grows with the log as the sorting of it does; solving costs, for each line of cells
  /// that differ along one axis, at most the third power of `LineAudit.mostDense`.
  public func hide(
    _ table: MeasureTable, of measure: MeasureDefinition, within scope: AtomSet = .everything,
    seen: [SeenFigure], _ extents: some DimensionExtents
  ) -> (table: MeasureTable, shown: [SeenFigure]) {
    let subject = SeenFigure.Subject(measure, cases: table.query.cases)
    var cells = table.rows.map(\.cell) + [table.total]
    let codes = table.rows.map(\.codes) + [[]]
    var figures: [SeenFigure?] = []
    for place in cells.indices {
      guard let figure = cells[place].figure else {
        figures.append(nil)
        continue
      }
      let cohort = Cohort(table.query, codes: codes[place], within: scope, extents)
      let seen = SeenFigure(
        subject: subject, cohort: cohort, numerator: figure.counted.those,
        denominator: figure.counted.all)
      if seen.counts.contains(where: { isFew($0.count) }) {
        cells[place] = .hidden(.few)
        figures.append(nil)
      } else {
        figures.append(seen)
      }
    }
    var audit = DisclosureAudit(
      figures, seen: seen, threshold: threshold, extents: extents)
    let hidden = audit.hide()
    // One reason for all: otherwise it would tell which of them are small.
    let reason: Hidden = hidden.values.contains(.overlap) ? .overlap : .few
    for place in cells.indices where hidden[place] != nil || cells[place].figure == nil {
      cells[place] = .hidden(reason)
    }
    var table = table
    for place in table.rows.indices { table.rows[place].cell = cells[place] }
    table.total = cells[table.rows.count]
    let shown = figures.indices.compactMap { cells[$0].figure == nil ? nil : figures[$0] }
    return (table, shown)
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < threshold }
}
