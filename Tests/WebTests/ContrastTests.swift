// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Contrast is computed from the stylesheet, never judged by eye.
@Suite struct `Contrast` {
  /// Grounds that text of any kind stands on.
  static let grounds = ["paper", "surface", "raised", "sunken"]
  static let tones = ["late", "soon", "done", "note", "rest", "plum"]

  static let textPairs: [(ink: String, ground: String)] = {
    var pairs: [(String, String)] = []
    for ground in grounds {
      for ink in ["ink", "ink-2", "link"] { pairs.append((ink, ground)) }
    }
    pairs += [("ink-3", "paper"), ("ink-3", "surface"), ("ink-3", "raised")]
    pairs += [
      ("bar-ink", "bar"), ("bar-ink-2", "bar"), ("bar-ink", "bar-2"), ("brand-ink", "brand"),
      ("brand-ink", "brand-2"), ("brand", "surface"), ("brand-2", "brand-soft"),
      ("ink", "brand-soft"), ("link", "brand-soft"),
    ]
    for tone in tones {
      pairs += [(tone, "\(tone)-soft"), (tone, "surface"), ("ink", "\(tone)-soft")]
      pairs += [("link", "\(tone)-soft")]
    }
    for party in ["fk", "region", "care", "person"] { pairs.append(("surface", party)) }
    return pairs
  }()

  static let partPairs: [(part: String, ground: String)] = [
    ("control", "surface"), ("control", "paper"), ("control", "raised"), ("brand", "surface"),
    ("brand", "paper"), ("late", "paper"), ("ink-3", "surface"), ("focus", "focus-ink"),
    ("focus", "bar"), ("fk", "surface"), ("region", "surface"), ("care", "surface"),
    ("person", "surface"),
  ]

  @Test(arguments: ["light", "dark"])
  func `text stands out from its ground by 4.5 to 1`(scheme: String) throws {
    let colours = try Stylesheet().colours(scheme)
    for pair in Self.textPairs {
      let ratio = try contrast(pair.ink, pair.ground, colours)
      #expect(ratio >= 4.5, "\(pair.ink) on \(pair.ground), \(scheme): \(ratio)")
    }
  }

  @Test(arguments: ["light", "dark"])
  func `parts of the interface stand out by 3 to 1`(scheme: String) throws {
    let colours = try Stylesheet().colours(scheme)
    for pair in Self.partPairs {
      let ratio = try contrast(pair.part, pair.ground, colours)
      #expect(ratio >= 3, "\(pair.part) on \(pair.ground), \(scheme): \(ratio)")
    }
  }

  @Test func `black on white is 21 to 1`() throws {
    let ratio = try contrast("a", "b", ["a": "#000000", "b": "#fff"])
    #expect(abs(ratio - 21) < 0.001)
  }

  @Test func `the stylesheet fetches nothing from elsewhere`() throws {
    let text = try Stylesheet().text
    #expect(!text.contains("@import"))
    #expect(!text.contains("url("))
    #expect(!text.contains("//"))
  }

  @Test func `reduced motion, forced colours, more contrast and print are provided for`() throws {
    let text = try Stylesheet().text
    for condition in [
      "prefers-reduced-motion: reduce", "forced-colors: active", "prefers-contrast: more",
      "@media print", "prefers-color-scheme: dark",
    ] {
      #expect(text.contains(condition))
    }
  }

  private func contrast(_ a: String, _ b: String, _ colours: [String: String]) throws -> Double {
    let first = try luminance(#require(colours[a], "no --\(a)"))
    let second = try luminance(#require(colours[b], "no --\(b)"))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Relative luminance as WCAG 2.2 defines it.
  private func luminance(_ colour: String) throws -> Double {
    var digits = Array(colour.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    try #require(digits.count == 6, "\(colour)")
    let channels = try [0, 2, 4].map { start -> Double in
      let value = try #require(Int(String(digits[start...start + 1]), radix: 16))
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

/// The project's stylesheet, read as text.
private struct Stylesheet {
  let text: String

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Web/Assets/samsyn.css")
    text = try String(contentsOf: file, encoding: .utf8)
  }

  /// The colour tokens of a scheme; the dark one changes the light one.
  func colours(_ scheme: String) throws -> [String: String] {
    let light = try tokens(after: ":root {")
    if scheme == "light" { return light }
    let dark = try tokens(after: "@media (prefers-color-scheme: dark) {\n  :root {")
    return light.merging(dark) { $1 }
  }

  private func tokens(after start: String) throws -> [String: String] {
    let from = try #require(text.range(of: start)).upperBound
    let to = try #require(text.range(of: "}", range: from..<text.endIndex)).lowerBound
    var tokens: [String: String] = [:]
    let declarations = text[from..<to].replacing(#/\/\*.*?\*\//#, with: "")
    for declaration in declarations.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = parts[0].range(of: "--") else { continue }
      let value = parts[1].trimmingCharacters(in: .whitespaces)
      guard value.hasPrefix("#") else { continue }
      tokens[parts[0][name.upperBound...].trimmingCharacters(in: .whitespaces)] = value
    }
    return tokens
  }
}
