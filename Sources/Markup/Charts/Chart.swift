// SPDX-License-Identifier: Apache-2.0

/// The size that a chart is drawn in, in the units of its words: letters are 13 high in both.
public enum ChartSize: String, CaseIterable, Sendable {
  /// For screens and paper.
  case wide
  /// For a telephone, or 400 % zoom.
  case narrow

  var width: Double { self == .wide ? 720 : 300 }

  /// About how wide a letter is, and a strong one.
  static let letter = 7.0
  static let strongLetter = 7.8
}

/// Words of a number along an axis, with as many decimals as the axis needs: all its numbers have
/// equally many. The second number is the distance between its marks.
public typealias AxisNumber = @Sendable (_ value: Double, _ step: Double) -> String

/// A drawing of figures, without script. It is drawn twice, and the style sheet shows the one whose
/// words can be read. A table with the same figures belongs beside it.
public protocol Chart: Sendable {
  /// What the ids in it begin with.
  var id: String { get }
  /// What it shows, for those who cannot see it.
  var title: String { get }
  /// What can be seen in it, in a sentence or two.
  var summary: String { get }

  /// How high the drawing is.
  func height(_ size: ChartSize) -> Double
  /// The shapes.
  func shapes(_ size: ChartSize) -> HTML
}

extension Chart {
  /// Both drawings.
  public var html: HTML {
    fragment {
      for size in ChartSize.allCases { drawing(size) }
    }
  }

  /// One drawing, with its title and summary.
  public func drawing(_ size: ChartSize) -> HTML {
    let titleID = "\(id)-\(size.rawValue)-t"
    let summaryID = "\(id)-\(size.rawValue)-d"
    return svg(
      .class("chart", "chart--\(size.rawValue)"), .viewBox(0, 0, size.width, height(size)),
      .role("img"), .ariaLabelledBy("\(titleID) \(summaryID)"), .notFocusable
    ) {
      HTML.element("title", [.id(titleID)]) { title }
      HTML.element("desc", [.id(summaryID)]) { summary }
      shapes(size)
    }
  }
}

/// The inner rectangle of a chart, between its axes.
struct ChartPlot {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  /// Horizontal lines with the numbers of the vertical axis.
  func rules(_ scale: ChartScale, _ number: AxisNumber) -> HTML {
    fragment {
      for tick in scale.ticks {
        let y = scale.place(tick, from: bottom, to: top)
        let isBase = tick == scale.low
        line(.class(isBase ? "c-axis" : "c-grid"), .x1(left), .x2(right), .y1(y), .y2(y))
        svgText(.class("t-end"), .x(left - 8), .y(y + 4)) { number(tick, scale.step) }
      }
    }
  }

  /// Marks with numbers along the bottom, and what they count.
  func marks(_ scale: ChartScale, _ number: AxisNumber, title: String) -> HTML {
    fragment {
      line(.class("c-axis"), .x1(left), .x2(right), .y1(bottom), .y2(bottom))
      for tick in scale.ticks {
        let x = scale.place(tick, from: left, to: right)
        line(.class("c-axis"), .x1(x), .x2(x), .y1(bottom), .y2(bottom + 5))
        svgText(.class("t-mid"), .x(x), .y(bottom + 20)) { number(tick, scale.step) }
      }
      svgText(.class("t-mid"), .x((left + right) / 2), .y(bottom + 40)) { title }
    }
  }

  /// The left edge that leaves room for the numbers.
  static func left(_ scale: ChartScale, _ number: AxisNumber) -> Double {
    let longest = scale.ticks.map { number($0, scale.step).count }.max() ?? 0
    return Double(longest) * ChartSize.letter + 14
  }
}

/// A line through points, broken where there is none: `M1 2L3 4M7 8`.
func chartPath(_ points: [(x: Double, y: Double)?]) -> String {
  var commands = ""
  var isOpen = false
  for point in points {
    guard let point else {
      isOpen = false
      continue
    }
    commands += "\(isOpen ? "L" : "M")\(svgNumber(point.x)) \(svgNumber(point.y))"
    isOpen = true
  }
  return commands
}
