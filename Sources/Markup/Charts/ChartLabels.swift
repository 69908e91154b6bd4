// SPDX-License-Identifier: Apache-2.0

/// Finds room for words beside the points of a chart, so that they lie on no line, no other point
/// and no other words.
struct ChartLabels {
  typealias Place = (x: Double, y: Double)

  /// Words with where they stand.
  struct Label {
    var text: String
    var x: Double
    /// The base line of the letters.
    var y: Double
    var anchor: Anchor
    /// Where a line goes from the point to the words; nil where they stand beside it.
    var leader: Place?
  }

  enum Anchor: String {
    case start = ""
    case middle = "t-mid"
    case end = "t-end"
  }

  private struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether a straight line passes through.
    func meets(_ from: Place, _ to: Place) -> Bool {
      if max(from.x, to.x) < left || min(from.x, to.x) > right { return false }
      if max(from.y, to.y) < top || min(from.y, to.y) > bottom { return false }
      // The part of the line that is within each pair of sides, as shares of its length.
      var (first, last) = (0.0, 1.0)
      let sides = [(from.x, to.x - from.x, left, right), (from.y, to.y - from.y, top, bottom)]
      for (start, length, low, high) in sides where length != 0 {
        let (a, b) = ((low - start) / length, (high - start) / length)
        first = max(first, min(a, b))
        last = min(last, max(a, b))
      }
      return first <= last
    }
  }

  /// Where words may stand.
  private let bounds: Box
  private let lines: [[Place]]
  private var taken: [Box]

  /// - Parameters:
  ///   - lines: what must not be crossed, each as points that it goes through.
  ///   - points: what must not be covered.
  init(within plot: ChartPlot, lines: [[Place]], points: [Place]) {
    bounds = Box(left: plot.left + 2, right: plot.right + 16, top: 2, bottom: plot.bottom - 2)
    self.lines = lines
    taken = points.map {
      Box(left: $0.x - 7, right: $0.x + 7, top: $0.y - 7, bottom: $0.y + 7)
    }
  }

  /// How far words stand from their point, near first; far ones have a line to it.
  private static let distances = [0.0, 16, 34]
  /// How high letters are above their base line, and how deep below.
  private static let ascent = 11.0
  private static let descent = 4.0

  /// Words beside a point, on the first side where there is room; nil where there is none.
  mutating func place(_ text: String, at point: Place) -> Label? {
    let width = Double(text.count) * ChartSize.strongLetter + 4
    for distance in Self.distances {
      for label in Self.around(text, point, distance) {
        let left =
          switch label.anchor {
          case .start: label.x
          case .middle: label.x - width / 2
          case .end: label.x - width
          }
        let box = Box(
          left: left, right: left + width, top: label.y - Self.ascent,
          bottom: label.y + Self.descent)
        if isFree(box) {
          taken.append(box)
          return label
        }
      }
    }
    return nil
  }

  /// Words at one of several places, such as the ends of a line; nil where there is no room.
  mutating func place(_ text: String, atOneOf places: [(Place, Anchor)]) -> Label? {
    let width = Double(text.count) * ChartSize.strongLetter + 4
    for (place, anchor) in places {
      let left = anchor == .end ? place.x - width : place.x
      let box = Box(
        left: left, right: left + width, top: place.y - Self.ascent,
        bottom: place.y + Self.descent)
      if isFree(box) {
        taken.append(box)
        return Label(text: text, x: place.x, y: place.y, anchor: anchor)
      }
    }
    return nil
  }

  /// Beside, above and below, then aslant.
  private static func around(_ text: String, _ point: Place, _ distance: Double) -> [Label] {
    let (x, y) = point
    let far = distance * 0.7
    func label(_ dx: Double, _ dy: Double, _ anchor: Anchor) -> Label {
      let edge = dy < 0 ? descent : dy > 10 ? -ascent : -4
      return Label(
        text: text, x: x + dx, y: y + dy, anchor: anchor,
        leader: distance > 0 ? (x + dx - (dx > 0 ? 2 : dx < 0 ? -2 : 0), y + dy + edge) : nil)
    }
    return [
      label(10 + distance, 4, .start), label(-10 - distance, 4, .end),
      label(0, -12 - distance, .middle), label(0, 21 + distance, .middle),
      label(8 + far, -8 - far, .start), label(-8 - far, -8 - far, .end),
      label(8 + far, 17 + far, .start), label(-8 - far, 17 + far, .end),
    ]
  }

  private func isFree(_ box: Box) -> Bool {
    guard box.left >= bounds.left, box.right <= bounds.right, box.top >= bounds.top,
      box.bottom <= bounds.bottom, !taken.contains(where: box.meets)
    else { return false }
    return !lines.contains { line in
      zip(line, line.dropFirst()).contains { box.meets($0, $1) }
    }
  }

  /// A label as it is drawn.
  static func drawn(_ label: Label, from point: Place?) -> HTML {
    fragment {
      if let leader = label.leader, let point {
        line(
          .class("c-leader"), .x1(point.x), .x2(leader.x), .y1(point.y), .y2(leader.y))
      }
      svgText(
        .class("t-strong", label.anchor == .start ? nil : label.anchor.rawValue), .x(label.x),
        .y(label.y)
      ) { label.text }
    }
  }
}
