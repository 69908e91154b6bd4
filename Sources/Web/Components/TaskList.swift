// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What a party has to do in a case. What is done is plain text, so that what is open shows; what
/// cannot be done yet says why.
struct TaskList: Component {
  enum State: Sendable {
    /// Can be done now, here.
    case open(Href)
    /// Is done; the words say when.
    case done(String)
    /// Cannot be done yet; the words go on after "Därför att".
    case shut(because: String)
    /// Lies with another party; the words say with whom.
    case waiting(String)
  }

  struct Task: Sendable {
    var title: String
    var state: State
    /// The last day, and where it comes from.
    var dueBy: (day: Day, source: SourceMark)?
    /// What else there is to know of an open task, such as a day that somebody has stated.
    var note = ""

    init(_ title: String, _ state: State, dueBy: (day: Day, source: SourceMark)? = nil) {
      self.title = title
      self.state = state
      self.dueBy = dueBy
    }
  }

  var tasks: [Task]

  init(_ tasks: [Task]) { self.tasks = tasks }

  func html(_ language: Language) -> HTML {
    ol(.class("tasks")) { for task in tasks { item(task, language) } }
  }

  private func item(_ task: Task, _ language: Language) -> HTML {
    switch task.state {
    case .open(let href):
      li {
        span { a(.href(href)) { task.title } }
        Badge(.note, Self.toDo[language]).html
        due(task, language)
      }
    case .done(let when):
      li {
        span { task.title }
        span(.class("plain")) { when }
      }
    case .shut(let reason):
      li(.class("is-shut")) {
        span { task.title }
        Badge(.rest, Self.cannot[language], icon: .lock).html
        p(.class("why")) {
          b { Self.because[language] }
          " " + reason
        }
      }
    case .waiting(let whom):
      li(.class("is-shut")) {
        span { task.title }
        Badge(.rest, whom).html
        due(task, language)
      }
    }
  }

  private func due(_ task: Task, _ language: Language) -> HTML {
    fragment {
      if let dueBy = task.dueBy {
        p(.class("why")) {
          Self.latest[language] + " "
          DateText(language).tag(dueBy.day, .short)
          ". "
          dueBy.source.html(language)
        }
      }
      if !task.note.isEmpty { p(.class("why")) { task.note } }
    }
  }

  private static let toDo = Bilingual(sv: "Att göra", en: "To do")
  private static let cannot = Bilingual(sv: "Kan inte göras än", en: "Cannot be done yet")
  private static let because = Bilingual(sv: "Därför att", en: "Because")
  private static let latest = Bilingual(sv: "Senast", en: "No later than")

  static let name = Bilingual(sv: "Uppgiftslista", en: "Task list")
  static let purpose = Bilingual(
    sv: "Det klara är vanlig text, så att det öppna syns. Det stängda säger varför.",
    en: "What is done is plain text, so that what is open shows. What is shut says why.")

  static func examples(_ language: Language) -> [TaskList] {
    let sv = language == .sv
    return [
      TaskList([
        Task(
          sv ? "Svara på frågan om tolk" : "Answer the question about the interpreter",
          .open(.fragment("tasks")),
          dueBy: (
            Day(number: 20_607),
            .target(sv ? "Svar inom 10 vardagar" : "Answer within 10 workdays")
          )),
        Task(sv ? "Välj utförare" : "Choose a performer", .done(sv ? "Klart 10 mars" : "10 March")),
        Task(
          sv ? "Begär ersättning" : "Claim compensation",
          .shut(
            because: sv ? "utlåtandet inte har kommit in." : "the statement has not arrived.")),
        Task(
          sv ? "Beslut om anstånd" : "Decision on deferral",
          .waiting(sv ? "Väntar på FK" : "Waiting for FK")),
      ])
    ]
  }
}
