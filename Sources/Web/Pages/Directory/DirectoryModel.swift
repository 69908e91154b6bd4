// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The directory as it was on a day: care providers, or what a search found.
struct DirectoryModel: Sendable {
  /// Rows of a page.
  static let rows = 50

  /// A unit in a list.
  struct Row: Sendable {
    let unit: DirectoryUnit
    /// Its care units for a care provider; its care unit for what was found.
    let careUnits: Int?
    let link: CareUnitLink?
  }

  /// The copies, the latest first.
  let copies: [StoredCopy]
  /// The copy that is shown; nil where there is none.
  let day: Day?
  let typedDay: String
  let isDayWrong: Bool
  let text: String
  let rows: [Row]
  let total: Int
  let page: Int

  var isLatest: Bool { day == copies.first?.day }
  var pageCount: Int { max(1, (total + Self.rows - 1) / Self.rows) }

  init(
    _ snapshot: DirectorySnapshot?, copies: [StoredCopy], typedDay: String, isDayWrong: Bool,
    text: String, page: Int
  ) {
    self.copies = copies.reversed()
    day = snapshot?.day
    self.typedDay = typedDay
    self.isDayWrong = isDayWrong
    self.text = text
    var all: [Row] = []
    if let snapshot, text.isEmpty {
      all = snapshot.careProviders().map {
        Row(unit: $0.provider, careUnits: $0.careUnits, link: nil)
      }
    } else if let snapshot {
      all = snapshot.search(text).map {
        Row(unit: $0, careUnits: nil, link: snapshot.resolve($0.id))
      }
    }
    total = all.count
    let count = max(1, (all.count + Self.rows - 1) / Self.rows)
    let shown = min(max(page, 1), count)
    self.page = shown
    rows = Array(all.dropFirst((shown - 1) * Self.rows).prefix(Self.rows))
  }

  /// This page, or another of the same list.
  func href(page: Int) -> Href {
    var query: [(String, String)] = []
    if !typedDay.isEmpty { query.append(("dag", typedDay)) }
    if !text.isEmpty { query.append(("text", text)) }
    if page > 1 { query.append(("sida", "\(page)")) }
    return SiteAddress.directory.href(query)
  }

  /// The page of a unit, in the same copy.
  func href(unit: String) -> Href {
    Self.href(unit: unit, day: isLatest ? nil : day)
  }

  static func href(unit: String, day: Day?) -> Href {
    SiteAddress.directoryUnit(unit).href(day.map { [("dag", $0.description)] } ?? [])
  }
}

/// A copy of the directory in a list.
struct StoredCopy: Sendable {
  let day: Day
  let objects: Int
  let withoutID: Int
}

/// One unit: what it is, what it belongs to, what belongs to it, and how it was before.
struct DirectoryUnitModel: Sendable {
  /// Rows of a list on this page; a search finds the rest.
  static let rows = 200

  let answer: DirectoryAnswer
  /// Nil where the copy does not have it.
  let unit: DirectoryUnit?
  let day: Day
  let isLatest: Bool
  let above: [String]
  let careUnits: [DirectoryUnit]
  let tied: [(unit: DirectoryUnit, tie: CareUnitTie)]
  let below: [DirectoryUnit]
  let history: [DatedDirectoryUnit]
  let attributes: DirectoryAttributes?

  init(
    _ answer: DirectoryAnswer, in snapshot: DirectorySnapshot, isLatest: Bool,
    history: [DatedDirectoryUnit], attributes: DirectoryAttributes?
  ) {
    self.answer = answer
    self.isLatest = isLatest
    self.history = history
    self.attributes = attributes
    day = snapshot.day
    unit = snapshot.unit(answer.unit)
    above = unit?.place.above ?? []
    careUnits = snapshot.careUnits(of: answer.unit)
    tied = snapshot.tied(to: answer.unit)
    below = snapshot.below(answer.unit)
  }

  /// The name in this copy, or the last it had.
  var name: String { unit?.name ?? history.last?.unit.name ?? answer.unit }
}
