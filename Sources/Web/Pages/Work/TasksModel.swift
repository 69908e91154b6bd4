// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What an organisation has to do, in groups by urgency, and what it waits for.
struct TasksModel: Sendable {
  enum Group: String, CaseIterable, Sendable {
    case late, soon, later, none

    /// The id of the group's heading on the page.
    var id: String {
      switch self {
      case .late: "forsenat"
      case .soon: "snart"
      case .later: "senare"
      case .none: "utan-dag"
      }
    }
  }

  /// All tasks, not only those on this page.
  struct Counts: Sendable {
    var late = 0
    var soon = 0
    /// Later than five workdays, or without a day.
    var later = 0

    var all: Int { late + soon + later }
  }

  let role: PartyRole
  let today: Day
  let groups: [(group: Group, tasks: [TaskListRow])]
  let counts: Counts
  /// How many running cases wait for whom else.
  let waiting: [(role: PartyRole, count: Int)]
  /// The cases that were changed last.
  let news: [CaseListRow]
  let source: DueSource
  /// From 1.
  let page: Int
  let next: String?

  /// - Parameters:
  ///   - soonDay: the last day of the next five workdays.
  ///   - waiting: running cases by whose turn it is.
  init(
    role: PartyRole, today: Day, soonDay: Day, tasks: [TaskListRow], next: String?, page: Int,
    counts: Counts, waiting: [PartyRole: Int], news: [CaseListRow], source: DueSource
  ) {
    self.role = role
    self.today = today
    let byGroup = Dictionary(grouping: tasks) {
      Self.group($0.dueDay, today: today, soonDay: soonDay)
    }
    groups = Group.allCases.compactMap { group in byGroup[group].map { (group, $0) } }
    self.counts = counts
    self.waiting = PartyRole.allCases.compactMap { other in
      guard other != role, let count = waiting[other], count > 0 else { return nil }
      return (other, count)
    }
    self.news = news
    self.source = source
    self.page = page
    self.next = next
  }

  static func group(_ due: Day?, today: Day, soonDay: Day) -> Group {
    guard let due else { return .none }
    if due < today { return .late }
    return due <= soonDay ? .soon : .later
  }

  /// Where a count leads: the group where it is on this page, else the first page, where the
  /// most urgent stand. Nil where there is nothing to go to.
  func link(to group: Group) -> Href? {
    if groups.contains(where: { $0.group == group }) { return .fragment(group.id) }
    return page > 1 ? SiteAddress.tasks.href([], fragment: group.id) : nil
  }

  /// Pages of tasks in all, at least the one shown.
  var pageCount: Int {
    max(page + (next == nil ? 0 : 1), (counts.all + WebLimit.listRows - 1) / WebLimit.listRows, 1)
  }

  var nextPage: Href? {
    next.map { SiteAddress.tasks.href([("efter", $0), ("sida", "\(page + 1)")]) }
  }

  /// Where the task is done. A statement is reviewed on the case's own page, where all that can
  /// follow from the review stands.
  static func address(_ task: TaskListRow) -> Href {
    if task.code == .reviewStatement { return SiteAddress.assessment(task.row.id).href }
    let query = task.subject.map { [("nr", "\($0)")] } ?? []
    return SiteAddress.action(task.row.id, task.code.action).href(query)
  }

  /// A task as the queue shows it.
  func job(_ task: TaskListRow, in group: Group, _ language: Language) -> JobQueue.Job {
    let row = task.row
    let person = ListedPerson(row)
    var meta: [String] = person == .protected ? [] : [person.text(language)]
    if role != .performer, let performer = row.line.performerName { meta.append(performer) }
    if task.basis == .stated { meta.append(DueSource.stated(for: task.code)[language]) }
    var badges: [Badge] = person == .protected ? [ListedPerson.badge(language)] : []
    if row.deviations > 0 {
      badges.append(
        Badge(.soon, WorkTexts.deviations.text(row.deviations, language), icon: .alert))
    }
    let turn = row.nextActor ?? role
    return JobQueue.Job(
      urgency: group == .late ? .late : group == .soon ? .soon : .later,
      workdaysLeft: task.daysLeft, title: task.code.title[language],
      href: Self.address(task), reference: row.id.description, meta: meta, badges: badges,
      lastDay: task.dueDay, source: source.mark(task.basis, language),
      next: (turn, turn == role ? WorkTexts.us[language] : turn.inSentence[language]),
      action: .link(
        WorkTexts.openCase[language], to: SiteAddress.assessment(row.id).href, .quiet,
        context: row.id.description, isSmall: true))
  }
}
