// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A table whose columns can be sorted by links; on small screens each row becomes a card.
///
/// The roles are written out, since a browser forgets that a table is one when it is laid out as
/// blocks.
struct DataTable: Component {
  enum Order: String, Sendable { case ascending, descending }

  struct Column: Sendable {
    var title: String
    /// The address that sorts by this column; nil when it cannot be sorted by.
    var sort: Href?
    /// How the table is sorted by this column now.
    var order: Order?
    /// Numbers stand to the right.
    var isNumber: Bool

    init(_ title: String, sort: Href? = nil, order: Order? = nil, isNumber: Bool = false) {
      self.title = title
      self.sort = sort
      self.order = order
      self.isNumber = isNumber
    }
  }

  /// The heights of rows, from airy to dense.
  enum Density: String, CaseIterable, Sendable { case airy, compact, dense }

  /// The id of the caption.
  var id: String
  var caption: String
  var columns: [Column]
  /// The cells in the order of the columns; the first heads its row.
  var rows: [[HTML]]
  /// Sums, in the order of the columns.
  var foot: [HTML] = []
  var density = Density.compact
  /// Whether rows become cards on small screens, rather than scroll sideways.
  var isStacked = true
  /// On small screens the numbers of a row follow each other, each with its word, rather than stand
  /// on lines of their own: for long tables of figures.
  var isFigures = false

  func html(_ language: Language) -> HTML {
    div(.class("scroll"), .role("group"), .ariaLabelledBy(id), .tabindex(0)) {
      table(
        .class(
          "table", densityClass, isStacked ? "table--stack" : nil,
          isFigures ? "table--figures" : nil),
        .role("table"),
        .data("data-density", density.rawValue)
      ) {
        Markup.caption(.class("sr"), .id(id)) { caption }
        head
        tbody(.role("rowgroup")) { for row in rows { line(row) } }
        if !foot.isEmpty {
          tfoot(.role("rowgroup")) { line(foot) }
        }
      }
    }
  }

  private var densityClass: String? {
    switch density {
    case .airy: nil
    case .compact: "table--tight"
    case .dense: "table--dense"
    }
  }

  private var head: HTML {
    thead(.role("rowgroup")) {
      tr(.role("row")) {
        for column in columns { headCell(column) }
      }
    }
  }

  private func headCell(_ column: Column) -> HTML {
    th(
      .scope("col"), .role("columnheader"), .class(column.isNumber ? "r" : nil),
      .ariaSort(column.order?.rawValue)
    ) {
      if let sort = column.sort {
        a(.class("sort"), .href(sort)) {
          column.title
          icon(column.order).html
        }
      } else {
        column.title
      }
    }
  }

  private func icon(_ order: Order?) -> Icon {
    switch order {
    case .ascending: .sortUp
    case .descending: .sortDown
    case nil: .sort
    }
  }

  private func line(_ cells: [HTML]) -> HTML {
    tr(.role("row")) {
      for (column, cell) in zip(columns.indices, cells) {
        if column == 0 {
          th(.scope("row"), .role("rowheader")) { cell }
        } else {
          td(
            .role("cell"), .class(columns[column].isNumber ? "r" : nil),
            .data("data-label", columns[column].title)
          ) { span { cell } }
        }
      }
    }
  }

  static let name = Bilingual(sv: "Tabell", en: "Table")
  static let purpose = Bilingual(
    sv: "Rubrik, sortering och summa. På små skärmar blir varje rad ett kort.",
    en: "Caption, order and sum. On small screens each row becomes a card.")

  static func examples(_ language: Language) -> [DataTable] {
    let sv = language == .sv
    let here = Href.fragment("table")
    let day = Day(number: 20_557)
    return [
      DataTable(
        id: "example-table", caption: sv ? "Besök och ersättning" : "Visits and compensation",
        columns: [
          Column(sv ? "Yrke" : "Profession", sort: here),
          Column(sv ? "Dag" : "Day", sort: here, order: .ascending),
          Column(sv ? "Kostnad" : "Cost", isNumber: true),
          Column(sv ? "Källa" : "Source"),
        ],
        rows: [
          [
            .text(sv ? "Läkare" : "Doctor"), DateText(language).tag(day),
            .text(CountText.kronor(ore: 1_920_000)), SourceMark.law("11 §").html(language),
          ],
          [
            .text(sv ? "Tolk, 2 timmar" : "Interpreter, 2 hours"), DateText(language).tag(day),
            .text(CountText.kronor(ore: 156_050)), SourceMark.law("11 §").html(language),
          ],
        ],
        foot: [
          .text(sv ? "Summa" : "Sum"), .empty, .text(CountText.kronor(ore: 2_076_050)), .empty,
        ])
    ]
  }
}
