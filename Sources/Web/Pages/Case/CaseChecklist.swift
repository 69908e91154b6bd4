// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What the reader's party has to do in the case: done, open, and not yet possible and why.
struct CaseChecklist: Sendable {
  let tasks: [TaskList.Task]
  let doneCount: Int
  let title: Bilingual

  init(_ source: CaseSource) {
    let items = source.view.checklist
    tasks = items.map { Self.task($0, among: items, source) }
    doneCount = items.count { if case .done = $0.state { true } else { false } }
    title = CaseChecklistTexts.title(source.party.role)
  }

  private static func task(
    _ item: ChecklistItem, among items: [ChecklistItem], _ source: CaseSource
  ) -> TaskList.Task {
    var title = source.say(item.code.title)
    if let visit = item.subject.flatMap({ source.state.visit($0) }), item.code.concernsVisit,
      items.count(where: { $0.code == item.code }) > 1
    {
      title += ": \(source.say(visit.profession.label)), \(source.say(visit.start.words))"
    }
    switch item.state {
    case .done(let day):
      let when = day.map { " " + source.dates.text($0, .dayMonth) } ?? ""
      return TaskList.Task(title, .done(source.say(CaseChecklistTexts.done) + when))
    case .blocked(let refusal):
      return TaskList.Task(title, .shut(because: source.say(refusal.text.insideSentence)))
    case .open(let task):
      return open(task, title, source)
    }
  }

  private static func open(
    _ task: CaseTask, _ title: String, _ source: CaseSource
  ) -> TaskList.Task {
    guard source.asOf == nil else {
      return TaskList.Task(title, .waiting(source.say(CaseChecklistTexts.open)))
    }
    // What is possible but not asked for yet is no open task: another party goes first.
    guard source.view.tasks.contains(task) else {
      let next = source.view.nextActor
      let whom = next == source.party.role ? nil : next
      return TaskList.Task(title, .waiting(source.say(CaseChecklistTexts.waits(for: whom))))
    }
    let permission = source.view.permission(task.code.action, subject: task.subject)
    if let refusal = permission.refusal {
      return TaskList.Task(title, .shut(because: source.say(refusal.text.insideSentence)))
    }
    var item = TaskList.Task(title, .open(source.href(task.code.action, task.subject)))
    guard let day = task.dueDay else { return item }
    let complete = source.view.deadline.startDay ?? source.moment.day
    let sources = DueSource(rules: source.view.context.rules, on: complete)
    if let mark = sources.mark(task.basis, source.language) {
      item.dueBy = (day, mark)
    } else {
      item.note =
        source.say(CaseChecklistTexts.latest) + source.dates.text(day, .short) + ". "
        + source.say(DueSource.stated(for: task.code)) + "."
    }
    return item
  }

  func html(_ language: Language) -> HTML {
    if tasks.isEmpty { return .empty }
    return Card(
      "tasks", title[language],
      aside: .text(CaseChecklistTexts.count(doneCount, of: tasks.count)[language])
    ) {
      TaskList(tasks).html(language)
    }.html
  }
}

extension TaskCode {
  /// The subject is the number of a visit.
  fileprivate var concernsVisit: Bool {
    switch self {
    case .reportVisit, .cancelVisit, .sendSummons, .answerMoveRequest: true
    default: false
    }
  }
}

enum CaseChecklistTexts {
  static let done = Bilingual(sv: "Klart", en: "Done")
  static let open = Bilingual(sv: "Att göra", en: "To do")
  static let latest = Bilingual(sv: "Senast ", en: "No later than ")

  static func waits(for role: PartyRole?) -> Bilingual {
    guard let role else { return Bilingual(sv: "Senare", en: "Later") }
    let whom = role.inSentence
    return Bilingual(sv: "Väntar på \(whom.sv)", en: "Waiting for \(whom.en)")
  }

  static func count(_ done: Int, of all: Int) -> Bilingual {
    Bilingual(sv: "\(done) av \(all) klara", en: "\(done) of \(all) done")
  }

  static func title(_ role: PartyRole) -> Bilingual {
    switch role {
    case .fk: Bilingual(sv: "Försäkringskassans uppgifter", en: "Försäkringskassan's tasks")
    case .region: Bilingual(sv: "Regionens uppgifter", en: "The region's tasks")
    case .performer: Bilingual(sv: "Utförarens uppgifter", en: "The performer's tasks")
    case .insured: Bilingual(sv: "Dina uppgifter", en: "Your tasks")
    }
  }
}
