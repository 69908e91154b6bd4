// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The drawings that stand before words. An icon never stands alone: it repeats what a word says.
enum Icon: String, CaseIterable, Component {
  case add, alert, back, book, calendar, chart, check, chevron, clock, close, document, dot
  case download, edit, exchange, filter, flag, forward, help, inbox, information, list, lock, mail
  case menu, money, people, save, search, shield, sort, sortDown, sortUp, wait

  /// The drawing, hidden from assistive technology.
  var html: HTML { html(class: nil) }

  /// The drawing with one more class.
  func html(class name: String?) -> HTML {
    svg(.class("icon", name), .viewBox(0, 0, 16, 16), .ariaHidden, .notFocusable) {
      path(.d(lines), .when(self == .dot, .fillCurrentColor))
    }
  }

  func html(_ language: Language) -> HTML { html }

  private var lines: String {
    switch self {
    case .add: "M8 3v10M3 8h10"
    case .alert: "M8 2.2l6.2 11H1.8zM8 6.6v3M8 11.6v.1"
    case .back: "M13 8H3M7 4L3 8l4 4"
    case .book:
      "M8 4c-1.5-1.2-3.5-1.4-6-1.2v9.7c2.5-.2 4.5 0 6 1.2 1.5-1.2 3.5-1.4 6-1.2V2.8"
        + "C11.5 2.6 9.5 2.8 8 4zM8 4v9.7"
    case .calendar:
      "M3.2 3.2h9.6a1 1 0 011 1v8.6a1 1 0 01-1 1H3.2a1 1 0 01-1-1V4.2a1 1 0 011-1z"
        + "M2.2 6.5h11.6M5.2 1.8v2.6M10.8 1.8v2.6"
    case .chart: "M2.2 13.8h11.6M3.8 11V8M7 11V4.5M10.2 11V7M13 11V2.5"
    case .check: "M3 8.5l3.2 3.2L13 4.8"
    case .chevron: "M4 6.2L8 10l4-3.8"
    case .clock: Icon.ring + "M8 4.5V8l2.4 1.6"
    case .close: "M4 4l8 8M12 4l-8 8"
    case .document: "M4 1.8h5.5L12.5 5v9.2H4zM9.2 1.8V5h3.3M6 8h4.5M6 10.8h4.5"
    case .dot: "M4.8 8a3.2 3.2 0 106.4 0a3.2 3.2 0 10-6.4 0z"
    case .download: "M8 2v8M4.8 7.2L8 10.4l3.2-3.2M2.5 13.5h11"
    case .edit: "M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z"
    case .exchange: "M3 5.5h9M9.5 3L12 5.5 9.5 8M13 10.5H4M6.5 8L4 10.5 6.5 13"
    case .filter: "M2 3.5h12M4.5 8h7M6.5 12.5h3"
    case .flag: "M4 14.2V2.2M4 2.8h8l-2 3 2 3H4"
    case .forward: "M3 8h10M9 4l4 4-4 4"
    case .help: Icon.ring + "M6.2 6.3c0-2.4 3.7-2.3 3.7 0 0 1.5-1.9 1.6-1.9 3.1M8 11.6v.1"
    case .inbox: "M2 9.5L4 3h8l2 6.5v3.7H2zM2 9.5h3.5c.2 1.4 1.2 2 2.5 2s2.3-.6 2.5-2H14"
    case .information: Icon.ring + "M8 7.3v3.9M8 4.7v.1"
    case .list: "M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4v.1M2.2 8v.1M2.2 12v.1"
    case .lock:
      "M4 7h8a1 1 0 011 1v4.5a1 1 0 01-1 1H4a1 1 0 01-1-1V8a1 1 0 011-1z"
        + "M5.2 7V5a2.8 2.8 0 015.6 0v2"
    case .mail:
      "M3 3.5h10a1 1 0 011 1v7a1 1 0 01-1 1H3a1 1 0 01-1-1v-7a1 1 0 011-1z"
        + "M2.3 4.3L8 8.8l5.7-4.5"
    case .menu: "M2.5 4h11M2.5 8h11M2.5 12h11"
    case .money: Icon.ring + "M5.8 10.5h4.4M6 5v5.5M6 7.8h3.4a1.4 1.4 0 000-2.8H6"
    case .people:
      "M3.2 5.5a2.3 2.3 0 104.6 0a2.3 2.3 0 10-4.6 0zM1.5 13c.3-2.4 1.8-3.7 4-3.7"
        + "s3.7 1.3 4 3.7M10.5 3.5a2.2 2.2 0 010 4.2M11.7 9.5c1.6.4 2.6 1.6 2.8 3.5"
    case .save: "M2.5 2.5h8.5l2.5 2.5v8.5h-11zM5 2.5v3.5h5V2.5M5 13.5V9h6v4.5"
    case .search: "M2.7 7a4.3 4.3 0 108.6 0a4.3 4.3 0 10-8.6 0zM10.3 10.3L14 14"
    case .shield: "M8 1.8l5 1.9v4.1c0 3.2-2.1 5.3-5 6.4-2.9-1.1-5-3.2-5-6.4V3.7z"
    case .sort: "M5 6l3-3.2L11 6M5 10l3 3.2L11 10"
    case .sortDown: "M4 6.2L8 10l4-3.8"
    case .sortUp: "M4 9.8L8 6l4 3.8"
    case .wait:
      "M4 2.2h8M4 13.8h8M5 2.2c0 3.2 2 4 3 5.8 1-1.8 3-2.6 3-5.8M5 13.8c0-3.2 2-4 3-5.8"
        + " 1 1.8 3 2.6 3 5.8"
    }
  }

  private static let ring = "M2 8a6 6 0 1012 0a6 6 0 10-12 0z"

  static let name = Bilingual(sv: "Ikoner", en: "Icons")
  static let purpose = Bilingual(
    sv: "Står före ord och upprepar dem. En ikon står aldrig ensam.",
    en: "Stand before words and repeat them. An icon never stands alone.")

  static func examples(_ language: Language) -> [Icon] { allCases }
}
