// SPDX-License-Identifier: Apache-2.0

/// Values of several groups as bars with the interval across the end, in the order they are given:
/// by code or name, never by value.
public struct IntervalBars: Chart {
  /// One group.
  public struct Row: Hashable, Sendable {
    public var label: String
    public var value: Double?
    public var low: Double?
    public var high: Double?
    /// What it is compared with.
    public var comparison: Double?
    /// The value in words, or why it is not shown.
    public var words: String

    public init(
      label: String, value: Double?, low: Double? = nil, high: Double? = nil,
      comparison: Double? = nil, words: String
    ) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.comparison = comparison
      self.words = words
    }
  }

  public var id: String
  public var title: String
  public var summary: String
  public var rows: [Row]
  public var limit: Double?
  /// One value that all are compared with, drawn as a line through all.
  public var mean: Double?
  /// Whose value it is compared with.
  public var meanName: String
  public var number: AxisNumber

  public init(
    id: String, title: String, summary: String, rows: [Row], limit: Double? = nil,
    mean: Double? = nil, meanName: String = "", number: @escaping AxisNumber
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.rows = rows
    self.limit = limit
    self.mean = mean
    self.meanName = meanName
    self.number = number
  }

  /// A row's height: with the label beside the bar, or above it.
  private func step(_ size: ChartSize) -> Double { size == .wide ? 30 : 46 }

  public func height(_ size: ChartSize) -> Double { Double(rows.count) * step(size) + 42 }

  public func shapes(_ size: ChartSize) -> HTML {
    let scale = ChartScale(
      covering: rows.flatMap { [$0.value, $0.high, $0.comparison].compactMap { $0 } }
        + [mean ?? 0],
      limit: limit, steps: size == .wide ? 5 : 3)
    let plot = ChartPlot(
      left: size == .wide ? 250 : 16, right: size.width - (size == .wide ? 84 : 20), top: 8,
      bottom: height(size) - 32)
    func x(_ value: Double) -> Double { scale.place(value, from: plot.left, to: plot.right) }
    return fragment {
      for tick in scale.ticks {
        let isBase = tick == scale.low
        line(
          .class(isBase ? "c-axis" : "c-grid"), .x1(x(tick)), .x2(x(tick)), .y1(plot.top),
          .y2(plot.bottom))
        svgText(.class("t-mid"), .x(x(tick)), .y(plot.bottom + 20)) { number(tick, scale.step) }
      }
      for (index, row) in rows.enumerated() {
        drawn(row, top: plot.top + Double(index) * step(size), plot, size, x)
      }
      if let mean {
        line(
          .class("c-mean"), .x1(x(mean)), .x2(x(mean)), .y1(plot.top), .y2(plot.bottom))
      }
    }
  }

  private func drawn(
    _ row: Row, top: Double, _ plot: ChartPlot, _ size: ChartSize, _ x: (Double) -> Double
  ) -> HTML {
    let middle = top + (size == .wide ? 15 : 30)
    return fragment {
      if size == .wide {
        svgText(.class("t-end"), .x(plot.left - 10), .y(middle + 4)) {
          cut(row.label, to: plot.left - 10)
        }
        svgText(.class("t-strong"), .x(plot.right + 10), .y(middle + 4)) { row.words }
      } else {
        svgText(.x(plot.left), .y(top + 14)) { cut(row.label, to: size.width - 118) }
        svgText(.class("t-strong", "t-end"), .x(size.width - 8), .y(top + 14)) { row.words }
      }
      if let value = row.value {
        let base = x(0)
        rect(
          .class("c-bar"), .x(min(base, x(value))), .y(middle - 7),
          .width(abs(x(value) - base)), .height(14))
        if let low = row.low, let high = row.high {
          path(.class("c-whisker"), .d(whisker(x(low), x(high), middle)))
        }
        if let comparison = row.comparison {
          line(
            .class("c-goal"), .x1(x(comparison)), .x2(x(comparison)), .y1(middle - 11),
            .y2(middle + 11))
        }
      }
    }
  }

  private func whisker(_ low: Double, _ high: Double, _ y: Double) -> String {
    let (a, b) = (svgNumber(low), svgNumber(high))
    let (top, bottom) = (svgNumber(y - 4), svgNumber(y + 4))
    return "M\(a) \(top)V\(bottom)M\(a) \(svgNumber(y))H\(b)M\(b) \(top)V\(bottom)"
  }

  /// A label that fits its place; the table beside has it whole.
  private func cut(_ label: String, to width: Double) -> String {
    let count = Int(width / ChartSize.letter)
    return label.count <= count ? label : label.prefix(count - 1) + "…"
  }
}
