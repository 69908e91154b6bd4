// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

/// Charts as drawings: what they say, and that they hold in odd cases.
@Suite struct ChartTests {
  private func series(_ values: [Double?], hidden: Set<Int> = []) -> TimeSeriesChart {
    TimeSeriesChart(
      id: "t", title: "Andel & värde", summary: "Från 1 till 2.",
      points: values.enumerated().map { index, value in
        .init(
          label: "m\(index)", group: "2026", value: value, low: value.map { $0 - 0.01 },
          high: value.map { $0 + 0.01 }, comparison: 0.1, isHidden: hidden.contains(index))
      }, limit: 1, number: { value, _ in "\(value)" })
  }

  @Test func `an axis goes from round to round and holds every value`() {
    for values in [[0.088], [0, 17], [1.0], [0.004, 0.0051], [123_456], [], [-3, 4], [0]] {
      let scale = ChartScale(covering: values)
      #expect(scale.low <= 0 && scale.high > scale.low)
      #expect(values.allSatisfy { $0 >= scale.low && $0 <= scale.high + 1e-9 })
      #expect(scale.ticks.count >= 2 && scale.ticks.count <= 12)
      #expect(scale.ticks == scale.ticks.sorted())
    }
    #expect(ChartScale(covering: [0.97], limit: 1).high <= 1)
    #expect(ChartScale(covering: [3], isWhole: true).ticks == [0, 1, 2, 3])
    #expect(ChartScale(covering: [.nan, .infinity]).ticks.count >= 2)
  }

  @Test func `a chart names itself and tells what is seen, twice for two sizes`() {
    let html = series([0.1, 0.2, 0.3]).html.string
    #expect(html.components(separatedBy: "role=\"img\"").count == 3)
    #expect(html.contains("Andel &amp; värde</title>") && html.contains("Från 1 till 2.</desc>"))
    for size in ChartSize.allCases {
      #expect(html.contains("aria-labelledby=\"t-\(size.rawValue)-t t-\(size.rawValue)-d\""))
      #expect(html.contains("id=\"t-\(size.rawValue)-t\""))
    }
    #expect(!html.contains("style=") && !html.contains("NaN") && !html.contains("inf"))
  }

  @Test func `what is hidden breaks the line and has a mark without height`() {
    let html = series([0.1, nil, 0.3], hidden: [1]).drawing(.wide).string
    #expect(html.components(separatedBy: "c-hidden").count == 2)
    #expect(html.components(separatedBy: "class=\"c-pt\"").count == 3)
    // Two pieces of line, none between the first and the last point.
    let line = html.matches(of: #/class="c-line" d="([^"]*)"/#).first.map { String($0.1) }
    #expect(line?.filter { $0 == "M" }.count == 2)
    #expect(!series([], hidden: []).html.string.contains("NaN"))
  }

  @Test func `bars stand in the order they are given`() {
    let bars = IntervalBars(
      id: "b", title: "T", summary: "S",
      rows: [("Alen", 0.1), ("Björken", 0.9), ("Cypressen", nil), ("Enen", 0.3)].map {
        .init(label: $0.0, value: $0.1, low: nil, high: nil, words: "\($0.1 ?? -1)")
      }, limit: 1, mean: 0.2, number: { value, _ in "\(value)" })
    let html = bars.drawing(.wide).string
    let places = ["Alen", "Björken", "Cypressen", "Enen"].compactMap {
      html.range(of: $0)?.lowerBound
    }
    #expect(places.count == 4 && places == places.sorted())
    #expect(html.components(separatedBy: "class=\"c-bar\"").count == 4)
  }

  @Test func `every value falls into one range of a spread`() {
    for values in [[0.1, 0.2, 0.2, 0.5], [3, 3, 3], [0, 1], [0.05, 0.1, 0.15]] {
      let bins = Histogram.bins(of: values)
      #expect(bins.reduce(0) { $0 + $1.count } == values.count, "\(values)")
      #expect(zip(bins, bins.dropFirst()).allSatisfy { abs($0.to - $1.from) < 1e-9 })
    }
    #expect(Histogram.bins(of: []).isEmpty)
  }

  @Test func `a funnel has a shape for each standing, and curves for the limits`() {
    let points = FunnelChart.Standing.allCases.enumerated().map { index, standing in
      FunnelChart.Point(
        label: "Enhet \(index)", size: Double(100 * (index + 1)), value: 0.1, standing: standing)
    }
    let limits = stride(from: 10.0, through: 400, by: 10).map {
      FunnelChart.Limits(
        size: $0, innerLow: 0.05, innerHigh: 0.2, outerLow: 0.02, outerHigh: 0.3)
    }
    let chart = FunnelChart(
      id: "f", title: "T", summary: "S", points: points, limits: limits, mean: 0.1,
      meanTitle: "Riket", axisTitle: "Intyg", limit: 1, number: { value, _ in "\(value)" },
      sizeNumber: { value, _ in "\(value)" })
    let html = chart.drawing(.wide).string
    for part in ["c-unit--out", "c-unit--far", "<circle class=\"c-unit\"", "Riket", "Intyg"] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(html.components(separatedBy: "class=\"c-lim").count == 5)
    for point in points { #expect(html.contains("<title>\(point.label)")) }
  }

  /// Units close to each other, some on the limits, with long names.
  private func crowded(_ count: Int) -> FunnelChart {
    let points = (1...count).map { number in
      let size = Double(20 + number * 37 % 400)
      let value = 0.1 + Double(number * 29 % 100 - 50) / 400
      return FunnelChart.Point(
        label: "Vårdcentralen nummer \(number)", size: size, value: max(0, value),
        standing: abs(value - 0.1) > 0.1 ? .far : abs(value - 0.1) > 0.07 ? .outside : .inside)
    }
    let limits = stride(from: 10.0, through: 640, by: 10).map { size in
      let width = 0.6 / size.squareRoot()
      return FunnelChart.Limits(
        size: size, innerLow: max(0, 0.1 - width), innerHigh: 0.1 + width,
        outerLow: max(0, 0.1 - width * 1.6), outerHigh: 0.1 + width * 1.6)
    }
    return FunnelChart(
      id: "f", title: "T", summary: "S", points: points, limits: limits, mean: 0.1,
      meanTitle: "Riket 10 %", axisTitle: "Intyg", limit: 1, number: { value, _ in "\(value)" },
      sizeNumber: { value, _ in "\(value)" })
  }

  @Test(arguments: [5, 12, 40])
  func `no name in a funnel lies on a line, on another name or outside`(count: Int) throws {
    for size in ChartSize.allCases {
      let html = crowded(count).drawing(size).string
      let names = html.matches(
        of: #/<text class="t-strong( t-mid| t-end)?" x="([\d.]+)" y="([\d.]+)">([^<]+)</#)
      // A telephone has no room for every name.
      if size == .wide { #expect(names.count >= 3) }
      let boxes = names.map { match in
        let (x, y) = (Double(match.2) ?? -1, Double(match.3) ?? -1)
        let width = Double(match.4.count) * 6
        let left = match.1 == " t-end" ? x - width : match.1 == " t-mid" ? x - width / 2 : x
        return (left: left, right: left + width, top: y - 9, bottom: y + 3)
      }
      let lines = html.matches(of: #/<path class="c-lim[^"]*" d="M([^"]*)"/#).map { match in
        match.1.split(separator: "L").map { pair in
          pair.split(separator: " ").compactMap { Double($0) }
        }
      }
      #expect(lines.count == 4)
      for (place, box) in boxes.enumerated() {
        #expect(box.left >= 0 && box.right <= (size == .wide ? 720 : 300) && box.top >= 0)
        for other in boxes[(place + 1)...] {
          #expect(
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top
              || other.bottom <= box.top, "\(names[place].4)")
        }
        for point in lines.joined() where point.count == 2 {
          let isIn =
            point[0] > box.left && point[0] < box.right && point[1] > box.top
            && point[1] < box.bottom
          #expect(!isIn, "\(names[place].4) \(size)")
        }
      }
    }
  }

  @Test func `a limit that leaves the drawing ends at its edge and does not go along it`() {
    let html = crowded(12).drawing(.wide).string
    for match in html.matches(of: #/<path class="c-lim[^"]*" d="M([^"]*)"/#) {
      let heights = match.1.split(separator: "L").compactMap {
        Double($0.split(separator: " ").last ?? "")
      }
      #expect(heights.count { $0 <= 16 } <= 1 && heights.count { $0 >= 290 } <= 1)
    }
  }

  @Test func `a spread has a range for what it is compared with`() {
    let bins = Histogram.bins(of: [0.21, 0.25, 0.27], holding: 0.06, limit: 1)
    #expect(bins.contains { $0.from <= 0.06 && 0.06 <= $0.to && $0.count == 0 })
    #expect(bins.reduce(0) { $0 + $1.count } == 3)
  }
}
