// SPDX-License-Identifier: Apache-2.0

/// A value over time with the interval around it, and another to compare with.
public struct TimeSeriesChart: Chart {
  /// One point of time.
  public struct Point: Hashable, Sendable {
    /// Under the axis: `jan`.
    public var label: String
    /// Under the first point of several: `2026`.
    public var group: String
    /// Nil where there is nothing to show.
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var comparison: Double?
    /// There is a value, which may not be shown.
    public var isHidden: Bool

    public init(
      label: String, group: String, value: Double?, low: Double? = nil, high: Double? = nil,
      comparison: Double? = nil, isHidden: Bool = false
    ) {
      self.label = label
      self.group = group
      self.value = value
      self.low = low
      self.high = high
      self.comparison = comparison
      self.isHidden = isHidden
    }
  }

  public var id: String
  public var title: String
  public var summary: String
  public var points: [Point]
  /// What no value can be above.
  public var limit: Double?
  /// Words of a number on the vertical axis.
  public var number: AxisNumber

  public init(
    id: String, title: String, summary: String, points: [Point], limit: Double? = nil,
    number: @escaping AxisNumber
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.points = points
    self.limit = limit
    self.number = number
  }

  public func height(_ size: ChartSize) -> Double { size == .wide ? 300 : 250 }

  public func shapes(_ size: ChartSize) -> HTML {
    let scale = ChartScale(
      covering: points.flatMap { [$0.value, $0.low, $0.high, $0.comparison].compactMap { $0 } },
      limit: limit, steps: size == .wide ? 5 : 4)
    let plot = ChartPlot(
      left: ChartPlot.left(scale, number), right: size.width - max(16, halfLabel - 4), top: 14,
      bottom: height(size) - 50)
    let places = points.indices.map { place($0, plot) }
    func dot(_ index: Int, _ value: Double?) -> (x: Double, y: Double)? {
      value.map { (places[index], scale.place($0, from: plot.bottom, to: plot.top)) }
    }
    return fragment {
      plot.rules(scale, number)
      axis(plot, places, size)
      path(.class("c-band"), .d(band(scale, plot, places)))
      path(.class("c-ref"), .d(chartPath(points.indices.map { dot($0, points[$0].comparison) })))
      path(.class("c-line"), .d(chartPath(points.indices.map { dot($0, points[$0].value) })))
      for index in points.indices {
        if let dot = dot(index, points[index].value) {
          circle(.class("c-pt"), .cx(dot.x), .cy(dot.y), .r(size == .wide ? 3.5 : 3))
        } else if points[index].isHidden {
          let x = svgNumber(places[index] - 4)
          path(.class("c-hidden"), .d("M\(x) \(svgNumber(plot.bottom - 9))h8v8h-8z"))
        }
      }
    }
  }

  /// What the last label needs beyond its point.
  private var halfLabel: Double {
    Double(points.last?.label.count ?? 0) * ChartSize.letter / 2
  }

  private func place(_ index: Int, _ plot: ChartPlot) -> Double {
    let span = plot.right - plot.left - 16
    guard points.count > 1 else { return plot.left + 8 + span / 2 }
    return plot.left + 8 + span * Double(index) / Double(points.count - 1)
  }

  /// As many labels as there is room for, at the same distance.
  private func axis(_ plot: ChartPlot, _ places: [Double], _ size: ChartSize) -> HTML {
    let longest = points.map(\.label.count).max() ?? 1
    let room = max(1, Int((plot.right - plot.left) / (Double(longest) * ChartSize.letter + 14)))
    let least = max(1, (points.count + room - 1) / room)
    let step = [1, 2, 3, 4, 6, 12, 24, 48].first { $0 >= least } ?? least
    return fragment {
      for index in points.indices where index.isMultiple(of: step) {
        let x = places[index]
        line(.class("c-axis"), .x1(x), .x2(x), .y1(plot.bottom), .y2(plot.bottom + 5))
        svgText(.class("t-mid"), .x(x), .y(plot.bottom + 20)) { points[index].label }
        if !points[index].group.isEmpty, isFirstShown(index, step) {
          svgText(.class("t-mid", "t-strong"), .x(x), .y(plot.bottom + 38)) {
            points[index].group
          }
        }
      }
    }
  }

  private func isFirstShown(_ index: Int, _ step: Int) -> Bool {
    index < step || points[index - step].group != points[index].group
  }

  /// The area between lows and highs, one piece for each unbroken run.
  private func band(_ scale: ChartScale, _ plot: ChartPlot, _ places: [Double]) -> String {
    var commands = ""
    var run: [(x: Double, low: Double, high: Double)] = []
    func close() {
      guard !run.isEmpty else { return }
      // A point alone has an upright line for its interval.
      let wings = run.count == 1 ? 3.0 : 0
      let upper =
        run.map { ($0.x - wings, $0.high) } + (wings > 0 ? [(run[0].x + 3, run[0].high)] : [])
      let lower =
        run.reversed().map { ($0.x + wings, $0.low) }
        + (wings > 0 ? [(run[0].x - 3, run[0].low)] : [])
      commands += chartPath((upper + lower).map { ($0.0, $0.1) }) + "Z"
      run = []
    }
    for index in points.indices {
      guard let low = points[index].low, let high = points[index].high,
        points[index].value != nil
      else {
        close()
        continue
      }
      run.append(
        (
          places[index], scale.place(low, from: plot.bottom, to: plot.top),
          scale.place(high, from: plot.bottom, to: plot.top)
        ))
    }
    close()
    return commands
  }
}
