// SPDX-License-Identifier: Apache-2.0

/// A value over time in the size of a word, without axes: for a list of measures. The numbers stand
/// beside it.
public struct Sparkline: Sendable {
  /// What it shows and how it goes, in words.
  public var title: String
  /// Nil where there is nothing to show.
  public var values: [Double?]
  public var comparison: [Double?]

  public init(title: String, values: [Double?], comparison: [Double?] = []) {
    self.title = title
    self.values = values
    self.comparison = comparison
  }

  private static let width = 132.0
  private static let height = 36.0

  public var html: HTML {
    let known = (values + comparison).compactMap { $0 }.filter(\.isFinite)
    let low = known.min() ?? 0
    // Small changes of a large value are not drawn as leaps.
    let span = max((known.max() ?? 1) - low, (known.max() ?? 1).magnitude * 0.25, 1e-9)
    func points(_ values: [Double?]) -> [(x: Double, y: Double)?] {
      let step = (Self.width - 12) / Double(max(values.count - 1, 1))
      return values.enumerated().map { index, value in
        value.map { (6 + Double(index) * step, Self.height - 6 - ($0 - low) / span * 24) }
      }
    }
    let own = points(values)
    return svg(
      .class("spark"), .viewBox(0, 0, Self.width, Self.height), .role("img"),
      .ariaLabel(title), .notFocusable
    ) {
      path(.class("c-ref"), .d(chartPath(points(comparison))))
      path(.class("c-line"), .d(chartPath(own)))
      if let last = own.last(where: { $0 != nil }) ?? nil {
        circle(.class("c-pt"), .cx(last.x), .cy(last.y), .r(3.5))
      }
    }
  }
}
