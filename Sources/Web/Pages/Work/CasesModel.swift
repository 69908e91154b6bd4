// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A page of an organisation's cases.
struct CasesModel: Sendable {
  let role: PartyRole
  let today: Day
  let filter: CaseFilter
  let rows: [CaseListRow]
  let total: Int
  /// Counting stopped at `total`.
  let isTotalAtLeast: Bool
  let next: String?
  let previous: String?
  /// Performers to filter by, by name; empty where the organisation has no list of them.
  let performers: [(id: HSAID, name: String)]
  let regionNames: [HSAID: String]
  let density: DataTable.Density
  let source: DueSource

  init(
    role: PartyRole, today: Day, filter: CaseFilter, list: CaseListPage,
    performers: [(id: HSAID, name: String)] = [], regionNames: [HSAID: String] = [:],
    density: DataTable.Density = .compact, source: DueSource
  ) {
    self.role = role
    self.today = today
    self.filter = filter
    rows = list.rows
    total = list.total
    isTotalAtLeast = list.isTotalAtLeast
    next = list.next
    previous = list.previous
    self.performers = performers
    self.regionNames = regionNames
    self.density = density
    self.source = source
  }

  var performerNames: [HSAID: String] {
    Dictionary(performers.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Pages in all; nil where the list was not counted to its end.
  var pageCount: Int? {
    isTotalAtLeast ? nil : max((total + WebLimit.listRows - 1) / WebLimit.listRows, filter.page)
  }

  /// `67 ärenden`, `fler än 10 000 ärenden`.
  func totalText(_ language: Language) -> String {
    let words = CountText.cases.text(total, language)
    return isTotalAtLeast ? CasesTexts.moreThan[language] + " " + words : words
  }

  /// The file to download ends before the list does.
  var isLongerThanExport: Bool { isTotalAtLeast || total > WebLimit.exportRows }

  /// `Visar 51–100. Sorterat på sista dag, närmast först.`
  func shownText(_ language: Language) -> String {
    if rows.isEmpty { return "" }
    let first = (filter.page - 1) * WebLimit.listRows + 1
    let shown = "\(CountText.grouped(first))–\(CountText.grouped(first + rows.count - 1))"
    return CasesTexts.shown(
      shown, CasesTexts.order(filter.sort)[language],
      CasesTexts.direction(filter.sort, isDescending: filter.isDescending)[language]
    )[language]
  }

  var nextPage: Href? { next.map { filter.address(at: $0, page: filter.page + 1) } }

  /// Back by the cursor, except to the first page, which has an address of its own.
  var previousPage: Href? {
    guard let previous else { return nil }
    return filter.page <= 2 ? filter.address : filter.address(at: previous, page: filter.page - 1)
  }

  /// The statuses that a party's lists can hold.
  static func statuses(for role: PartyRole) -> [Status] {
    let own: Set<Status> = [
      .inquiryReceived, .inquiryAnswered, .inquiryClosed, .assignmentLost,
    ]
    let before: Set<Status> = [
      .requested, .inquiring, .answersToChoose, .noPerformerFound, .reallocation,
      .requestDeclined,
    ]
    return Status.allCases.filter { role == .performer ? !before.contains($0) : !own.contains($0) }
  }
}
