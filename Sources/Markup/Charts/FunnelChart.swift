// SPDX-License-Identifier: Apache-2.0

/// Units by size and value, with the limits within which chance alone would hold most of them.
/// It says who differs more than chance, and nothing about who is best.
public struct FunnelChart: Chart {
  /// How a unit stands to the limits; each has a shape of its own.
  public enum Standing: String, Hashable, CaseIterable, Sendable {
    case inside
    /// Outside the inner limits, inside the outer.
    case outside
    /// Outside the outer limits.
    case far
  }

  /// One unit.
  public struct Point: Hashable, Sendable {
    public var label: String
    public var size: Double
    public var value: Double
    public var standing: Standing

    public init(label: String, size: Double, value: Double, standing: Standing) {
      self.label = label
      self.size = size
      self.value = value
      self.standing = standing
    }
  }

  /// The limits at a size.
  public struct Limits: Hashable, Sendable {
    public var size: Double
    public var innerLow: Double
    public var innerHigh: Double
    public var outerLow: Double
    public var outerHigh: Double

    public init(
      size: Double, innerLow: Double, innerHigh: Double, outerLow: Double, outerHigh: Double
    ) {
      self.size = size
      self.innerLow = innerLow
      self.innerHigh = innerHigh
      self.outerLow = outerLow
      self.outerHigh = outerHigh
    }
  }

  public var id: String
  public var title: String
  public var summary: String
  public var points: [Point]
  /// Ascending by size.
  public var limits: [Limits]
  public var mean: Double
  /// What stands at the line of the mean, and under the axis of sizes.
  public var meanTitle: String
  public var axisTitle: String
  public var limit: Double?
  public var number: @Sendable (Double) -> String
  /// Words of a size.
  public var sizeNumber: @Sendable (Double) -> String

  public init(
    id: String, title: String, summary: String, points: [Point], limits: [Limits], mean: Double,
    meanTitle: String, axisTitle: String, limit: Double? = nil,
    number: @escaping @Sendable (Double) -> String,
    sizeNumber: @escaping @Sendable (Double) -> String
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.points = points
    self.limits = limits
    self.mean = mean
    self.meanTitle = meanTitle
    self.axisTitle = axisTitle
    self.limit = limit
    self.number = number
    self.sizeNumber = sizeNumber
  }

  /// Up to so many units are all named in the drawing; of more only those outside the limits.
  private static let mostNamed = 12

  public func height(_ size: ChartSize) -> Double { size == .wide ? 340 : 300 }

  public func shapes(_ size: ChartSize) -> HTML {
    let sizes = ChartScale(
      covering: points.map(\.size), steps: size == .wide ? 6 : 3, isWhole: true)
    let drawn = limits.filter { $0.size <= sizes.high }
    let values = ChartScale(
      covering: points.map(\.value) + [mean] + roof(drawn), limit: limit,
      steps: size == .wide ? 5 : 4)
    let plot = ChartPlot(
      left: ChartPlot.left(values, number), right: size.width - 20, top: 16,
      bottom: height(size) - 50)
    func dot(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (
        sizes.place(x, from: plot.left, to: plot.right),
        values.place(y, from: plot.bottom, to: plot.top)
      )
    }
    func curve(_ value: (Limits) -> Double) -> String {
      chartPath(drawn.map { dot($0.size, value($0)) })
    }
    let y = dot(0, mean).y
    return fragment {
      plot.rules(values, number)
      plot.marks(sizes, sizeNumber, title: axisTitle)
      path(.class("c-lim"), .d(curve(\.innerLow)))
      path(.class("c-lim"), .d(curve(\.innerHigh)))
      path(.class("c-lim", "c-lim--outer"), .d(curve(\.outerLow)))
      path(.class("c-lim", "c-lim--outer"), .d(curve(\.outerHigh)))
      line(.class("c-mean"), .x1(plot.left), .x2(plot.right), .y1(y), .y2(y))
      for point in points { mark(point, dot(point.size, point.value)) }
      for label in labels(size, plot, dot) {
        svgText(.class("t-strong", label.isEnd ? "t-end" : nil), .x(label.x), .y(label.y)) {
          label.text
        }
      }
      svgText(.class("t-end", "t-strong"), .x(plot.right), .y(y - 6)) { meanTitle }
    }
  }

  /// The limits that the drawing has to hold: not those of the smallest sizes, which are no help.
  private func roof(_ drawn: [Limits]) -> [Double] {
    let least = points.map(\.size).min() ?? 0
    return drawn.first { $0.size >= least }.map { [$0.innerHigh] } ?? []
  }

  private func mark(_ point: Point, _ at: (x: Double, y: Double)) -> HTML {
    let (x, y) = (svgNumber(at.x), { (d: Double) in svgNumber(at.y + d) })
    let name = HTML.element("title", []) { "\(point.label): \(number(point.value))" }
    return switch point.standing {
    case .inside: circle(.class("c-unit"), .cx(at.x), .cy(at.y), .r(5)) { name }
    case .outside:
      path(
        .class("c-unit", "c-unit--out"), .d("M\(x) \(y(-6.5))l6.5 6.5-6.5 6.5-6.5-6.5z")
      ) { name }
    case .far:
      path(.class("c-unit", "c-unit--far"), .d("M\(x) \(y(-7))l7 12h-14z")) { name }
    }
  }

  private struct Label {
    var text: String
    var x: Double
    var y: Double
    var isEnd: Bool
    var box: (left: Double, right: Double)
  }

  /// Names beside the points, on whichever side there is room; those without room are left out,
  /// and stand in the table.
  private func labels(
    _ size: ChartSize, _ plot: ChartPlot, _ dot: (Double, Double) -> (x: Double, y: Double)
  ) -> [Label] {
    let named =
      points.count <= (size == .wide ? Self.mostNamed : 4)
      ? points : points.filter { $0.standing != .inside }
    let dots = points.map { dot($0.size, $0.value) }
    let meanWidth = Double(meanTitle.count) * ChartSize.letter
    let meanY = dot(0, mean).y - 6
    var placed: [Label] = []
    for point in named {
      let at = dot(point.size, point.value)
      let width = Double(point.label.count) * ChartSize.letter + 4
      for isEnd in [false, true] {
        let left = isEnd ? at.x - 10 - width : at.x + 10
        let right = left + width
        guard left >= plot.left, right <= plot.right + 14 else { continue }
        let y = at.y + 4
        let hits =
          placed.contains {
            abs($0.y - y) < 15 && $0.box.left < right && left < $0.box.right
          }
          || dots.contains {
            abs($0.y - at.y) < 10 && $0.x > left - 5 && $0.x < right + 5 && $0.x != at.x
          }
          || abs(meanY - y) < 15 && right > plot.right - meanWidth
        if hits { continue }
        placed.append(
          Label(
            text: point.label, x: isEnd ? at.x - 10 : left, y: y, isEnd: isEnd,
            box: (left, right)))
        break
      }
    }
    return placed
  }
}
