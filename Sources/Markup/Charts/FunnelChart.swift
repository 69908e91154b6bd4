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
  public var number: AxisNumber
  /// Words of a size.
  public var sizeNumber: AxisNumber

  public init(
    id: String, title: String, summary: String, points: [Point], limits: [Limits], mean: Double,
    meanTitle: String, axisTitle: String, limit: Double? = nil,
    number: @escaping AxisNumber,
    sizeNumber: @escaping AxisNumber
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
    func dot(_ x: Double, _ y: Double) -> ChartLabels.Place {
      (
        sizes.place(x, from: plot.left, to: plot.right),
        values.place(y, from: plot.bottom, to: plot.top)
      )
    }
    let curves = [\Limits.innerLow, \.innerHigh, \.outerLow, \.outerHigh].map { value in
      Self.inside(values, drawn.map { ($0.size, $0[keyPath: value]) }).map { dot($0.0, $0.1) }
    }
    let y = dot(0, mean).y
    var room = ChartLabels(
      within: plot, lines: curves + [[(plot.left, y), (plot.right, y)]],
      points: points.map { dot($0.size, $0.value) })
    let title = room.place(
      meanTitle,
      atOneOf: [
        ((plot.right, y - 6), .end), ((plot.right, y + 15), .end),
        ((plot.left + 4, y - 6), .start), ((plot.left + 4, y + 15), .start),
      ])
    return fragment {
      plot.rules(values, number)
      plot.marks(sizes, sizeNumber, title: axisTitle)
      for (place, curve) in curves.enumerated() {
        path(.class("c-lim", place < 2 ? nil : "c-lim--outer"), .d(chartPath(curve)))
      }
      line(.class("c-mean"), .x1(plot.left), .x2(plot.right), .y1(y), .y2(y))
      labels(size, &room, dot)
      for point in points { mark(point, dot(point.size, point.value), values.step) }
      if let title { ChartLabels.drawn(title, from: nil) }
    }
  }

  /// The part of a curve that lies within the drawing: where it would go along an edge it says
  /// nothing.
  private static func inside(
    _ scale: ChartScale, _ curve: [(size: Double, value: Double)]
  ) -> [(Double, Double)] {
    func isInside(_ value: Double) -> Bool { value > scale.low && value <= scale.high }
    var kept: [(Double, Double)] = []
    for (index, point) in curve.enumerated() {
      guard isInside(point.value) else { continue }
      if index > 0, case let before = curve[index - 1], !isInside(before.value) {
        let edge = before.value > scale.high ? scale.high : scale.low
        let share = (edge - before.value) / (point.value - before.value)
        kept.append((before.size + share * (point.size - before.size), edge))
      }
      kept.append(point)
    }
    return kept
  }

  /// The limits that the drawing has to hold: not those of the smallest sizes, which are no help.
  private func roof(_ drawn: [Limits]) -> [Double] {
    let least = points.map(\.size).min() ?? 0
    return drawn.first { $0.size >= least }.map { [$0.innerHigh] } ?? []
  }

  private func mark(
    _ point: Point, _ at: ChartLabels.Place, _ step: Double
  ) -> HTML {
    let (x, y) = (svgNumber(at.x), { (d: Double) in svgNumber(at.y + d) })
    // Read more closely than the axis.
    let name = HTML.element("title", []) { "\(point.label): \(number(point.value, step / 10))" }
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

  /// Names beside the points, first of all those outside the limits; those without room are left
  /// out, and stand in the table.
  private func labels(
    _ size: ChartSize, _ room: inout ChartLabels, _ dot: (Double, Double) -> ChartLabels.Place
  ) -> HTML {
    let named =
      points.count <= (size == .wide ? Self.mostNamed : 4)
      ? points : points.filter { $0.standing != .inside }
    var drawn: [HTML] = []
    for standing in FunnelChart.Standing.allCases.reversed() {
      for point in named where point.standing == standing {
        let at = dot(point.size, point.value)
        if let label = room.place(point.label, at: at) {
          drawn.append(ChartLabels.drawn(label, from: at))
        }
      }
    }
    return fragment { for label in drawn { label } }
  }
}
