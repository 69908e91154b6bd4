// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What was measured, in the order it was measured.
struct Figures: Encodable {
  struct Figure: Encodable {
    let name: String
    let value: Double
    let unit: String
    /// What it should be, such as `< 20`; nil where it only informs.
    let aim: String?
    let isMet: Bool?
  }

  private(set) var figures: [Figure] = []

  mutating func add(_ name: String, _ value: Double, _ unit: String) {
    figures.append(Figure(name: name, value: value, unit: unit, aim: nil, isMet: nil))
  }

  mutating func add(_ name: String, _ value: Double, _ unit: String, below aim: Double) {
    figures.append(
      Figure(
        name: name, value: value, unit: unit, aim: "< \(Self.text(aim))", isMet: value < aim))
  }

  mutating func add(_ name: String, _ value: Double, _ unit: String, atLeast aim: Double) {
    figures.append(
      Figure(
        name: name, value: value, unit: unit, aim: ">= \(Self.text(aim))", isMet: value >= aim))
  }

  func show(json: Bool) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(self), as: UTF8.self))
      return
    }
    let width = figures.map(\.name.count).max() ?? 0
    for figure in figures {
      let name = figure.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let number = Self.text(figure.value)
      let value = String(repeating: " ", count: max(0, 12 - number.count)) + number
      let unit = figure.unit.padding(toLength: 10, withPad: " ", startingAt: 0)
      let verdict = figure.isMet.map { $0 ? "met" : "MISSED" } ?? ""
      print("\(name)  \(value) \(unit) \(figure.aim ?? "")  \(verdict)")
    }
  }

  private static func text(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}

/// How long many things took, in seconds.
struct Times {
  private var sorted: [Double]

  init(_ seconds: [Double]) { sorted = seconds.sorted() }

  /// The time that this share of them kept within, in milliseconds.
  func milliseconds(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let place = Int((Double(sorted.count) * share).rounded(.up)) - 1
    return sorted[min(max(place, 0), sorted.count - 1)] * 1000
  }
}

/// Seconds on a clock that only goes forward.
func secondsNow() -> Double {
  Double(DispatchTime.now().uptimeNanoseconds) / 1e9
}

/// A line to standard error, for whoever waits.
func tell(_ text: String) {
  FileHandle.standardError.write(Data("\(text)\n".utf8))
}

/// Why nothing could be measured.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
