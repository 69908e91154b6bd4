// SPDX-License-Identifier: Apache-2.0
import Domain

/// Reads a day as people type it in a list's filter or on an information page.
enum TypedDay {
  /// `2026-06-12`, `20260612`, or `i dag`, `idag` and `today` for the day it is; nil for anything
  /// else.
  static func read(_ text: String, today: Day) -> Day? {
    let words = text.lowercased().filter { !$0.isWhitespace }
    return ["idag", "today"].contains(words) ? today : Day(words)
  }

  static let fault = Bilingual(
    sv: "Skriv dagen som åååå-mm-dd, ååååmmdd eller ”i dag”",
    en: "Write the day as yyyy-mm-dd, yyyymmdd or “today”")
}
