// SPDX-License-Identifier: Apache-2.0

/// How many there are in each range of a value.
public struct Histogram: Chart {
  /// From a value up to, not through, another.
  public struct Bin: Hashable, Sendable {
    public var from: Double
    public var to: Double
    public var count: Int

    public init(from: Double, to: Double, count: Int) {
      self.from = from
      self.to = to
      self.count = count
    }
  }

  public var id: String
  public var title: String
  public var summary: String
  /// In order, without gaps.
  public var bins: [Bin]
  /// What stands under the axis of values.
  public var axisTitle: String
  /// A value to compare with, drawn as a line.
  public var mean: Double?
  /// What stands above that line.
  public var meanTitle: String
  public var number: AxisNumber

  public init(
    id: String, title: String, summary: String, bins: [Bin], axisTitle: String,
    mean: Double? = nil, meanTitle: String = "", number: @escaping AxisNumber
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.bins = bins
    self.axisTitle = axisTitle
    self.mean = mean
    self.meanTitle = meanTitle
    self.number = number
  }

  /// Values in at most ten ranges of a round width; the last holds its upper end too.
  ///
  /// - Parameters:
  ///   - mean: a value to compare with, for which there is a range too; nil for none.
  ///   - limit: what no value can be above.
  public static func bins(
    of values: [Double], holding mean: Double? = nil, limit: Double? = nil
  ) -> [Bin] {
    let all = values + (values.isEmpty ? [] : [mean].compactMap { $0 })
    guard let least = all.min(), let most = all.max() else { return [] }
    let scale = ChartScale(covering: all.map { $0 - min(least, 0) }, limit: limit, steps: 10)
    let step = scale.ticks.count > 1 ? scale.ticks[1] - scale.ticks[0] : 1
    let first = Int((least / step + 1e-9).rounded(.down))
    let last = max(Int((most / step - 1e-9).rounded(.up)), first + 1)
    return (first..<last).map { place in
      let (from, to) = (Double(place) * step, Double(place + 1) * step)
      let isLast = place == last - 1
      let count = values.count {
        $0 > from - 1e-9 && ($0 < to - 1e-9 || isLast)
      }
      return Bin(from: from, to: to, count: count)
    }
  }

  public func height(_ size: ChartSize) -> Double { size == .wide ? 260 : 240 }

  public func shapes(_ size: ChartSize) -> HTML {
    let counts = ChartScale(
      covering: bins.map { Double($0.count) }, steps: size == .wide ? 5 : 4, isWhole: true)
    let plot = ChartPlot(
      left: 36, right: size.width - 24, top: mean == nil ? 14 : 28, bottom: height(size) - 50)
    let from = bins.first?.from ?? 0
    let to = bins.last?.to ?? 1
    func x(_ value: Double) -> Double {
      let share = to > from ? min(max((value - from) / (to - from), 0), 1) : 0
      return plot.left + share * (plot.right - plot.left)
    }
    let room = max(1, Int((plot.right - plot.left) / 56))
    let step = max(1, (bins.count + room - 1) / room)
    return fragment {
      plot.rules(counts) { count, _ in svgNumber(count) }
      for (index, bin) in bins.enumerated() {
        let y = counts.place(Double(bin.count), from: plot.bottom, to: plot.top)
        rect(
          .class("c-bar"), .x(x(bin.from) + 1), .y(y),
          .width(max(1, x(bin.to) - x(bin.from) - 2)), .height(plot.bottom - y))
        // The last mark is the end of the last range.
        if index.isMultiple(of: step), bins.count - index >= step {
          mark(bin.from, x(bin.from), plot)
        }
      }
      mark(to, x(to), plot)
      if let mean, mean >= from, mean <= to {
        line(.class("c-ref"), .x1(x(mean)), .x2(x(mean)), .y1(plot.top - 8), .y2(plot.bottom))
        meanWords(x(mean), plot, size)
      }
      svgText(.class("t-mid"), .x((plot.left + plot.right) / 2), .y(plot.bottom + 40)) {
        axisTitle
      }
    }
  }

  /// Above the line, and never beyond the edge of the drawing.
  private func meanWords(_ x: Double, _ plot: ChartPlot, _ size: ChartSize) -> HTML {
    let half = Double(meanTitle.count) * ChartSize.letter / 2 + 2
    return svgText(
      .class("t-mid", "t-strong"), .x(max(half, min(x, size.width - half))), .y(plot.top - 14)
    ) { meanTitle }
  }

  private func mark(_ value: Double, _ x: Double, _ plot: ChartPlot) -> HTML {
    let width = bins.first.map { $0.to - $0.from } ?? 1
    return fragment {
      line(.class("c-axis"), .x1(x), .x2(x), .y1(plot.bottom), .y2(plot.bottom + 5))
      svgText(.class("t-mid"), .x(x), .y(plot.bottom + 20)) { number(value, width) }
    }
  }
}
