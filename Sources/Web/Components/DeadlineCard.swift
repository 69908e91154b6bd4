// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The last day, and why it is that very day: law, start, every counted and skipped day, and who
/// moved it.
struct DeadlineCard: Component {
  enum State: Sendable {
    /// The clock has not started; the words say why.
    case notStarted(because: String)
    /// So many workdays are left; negative when it has passed.
    case running(workdaysLeft: Int)
    /// It has passed, and no workday has gone since.
    case passed
    /// What was awaited arrived in time.
    case met(Day)
    /// It arrived after the last day.
    case missed(Day)
    /// The case ended before; the words say how.
    case ended(String)
  }

  /// One step of the answer to "why that day".
  struct Step: Sendable {
    /// `25 vardagar`
    var lead: String
    /// Where the step leads.
    var day: Day?
    /// Who and which law.
    var text: String

    init(_ lead: String, _ day: Day?, _ text: String) {
      self.lead = lead
      self.day = day
      self.text = text
    }
  }

  /// The id of the heading.
  var id = "deadline"
  /// What the day is the last one for; `Sista dag` when nil.
  var title: String?
  var state: State
  /// nil as long as the clock has not started.
  var lastDay: Day?
  /// What the day means: `Utlåtandet ska ha kommit in till Försäkringskassan den dagen.`
  var consequence: String
  var sources: [SourceMark] = []
  var calendar: DeadlineCalendar?
  var steps: [Step] = []
  /// Which days count as workdays, and by whose interpretation.
  var calendarNote = ""
  /// The rule's name, version and when it was last checked.
  var ruleNote = ""
  var rule: Href?
  /// The day that the rule gives, when Försäkringskassan has stated another.
  var computedDay: Day?

  func html(_ language: Language) -> HTML {
    section(.class("card", "due"), .ariaLabelledBy(id)) {
      div(.class("due__top")) {
        date(language)
        meaning(language)
      }
      if let calendar {
        div(.class("due__grid")) {
          DeadlineFigure(calendar: calendar, language: language).html
          why(language)
        }
      } else if !steps.isEmpty {
        why(language)
      }
    }
  }

  private func date(_ language: Language) -> HTML {
    let dates = DateText(language)
    return div(.class("due__date")) {
      h2(.class("t-l"), .id(id)) { title ?? DeadlineTexts.lastDay[language] }
      if let lastDay {
        b { dates.tag(lastDay, .date) }
        span { dates.weekday(lastDay) }
      } else {
        b(.class("due__none")) { DeadlineTexts.notSet[language] }
      }
    }
  }

  private func meaning(_ language: Language) -> HTML {
    div(.class("due__sum", "stack-s")) {
      p { status(language) }
      p { consequence }
      if let difference = difference(language) { difference }
      if !sources.isEmpty {
        p(.class("row")) { for source in sources { source.html(language) } }
      }
    }
  }

  private func status(_ language: Language) -> HTML {
    let day = { (day: Day) in DateText(language).text(day, .dayMonth) }
    switch state {
    case .notStarted(let reason): return mark("rest", .wait, reason)
    case .running(let left):
      let tone = left < 0 ? "late" : left <= 5 ? "soon" : nil
      return mark(tone, left < 0 ? .alert : .clock, DeadlineTexts.left(left, language))
    case .passed: return mark("late", .alert, DeadlineTexts.passed[language])
    case .met(let arrival): return mark("done", .check, DeadlineTexts.met(day(arrival))[language])
    case .missed(let arrival):
      return mark("late", .alert, DeadlineTexts.missed(day(arrival))[language])
    case .ended(let words): return mark("rest", .close, words)
    }
  }

  private func mark(_ tone: String?, _ icon: Icon, _ words: String) -> HTML {
    span(.class("left", tone.map { "left--\($0)" })) {
      icon.html
      words
    }
  }

  private func difference(_ language: Language) -> HTML? {
    guard let lastDay, let computedDay, computedDay != lastDay else { return nil }
    let dates = DateText(language)
    let text = DeadlineTexts.difference(
      stated: dates.text(lastDay, .sentence), computed: dates.text(computedDay, .sentence))
    return Notice(.soon, DeadlineTexts.differs[language], text[language]).html
  }

  private func why(_ language: Language) -> HTML {
    div(.class("due__why")) {
      h3 { DeadlineTexts.whyThatDay[language] }
      ol(.class("trace")) { for step in steps { line(step, language) } }
      if !calendarNote.isEmpty {
        p(.class("small")) {
          b { DeadlineTexts.calendar[language] }
          calendarNote
        }
      }
      if !ruleNote.isEmpty || rule != nil {
        p(.class("small", "muted")) {
          ruleNote + " "
          if let rule { a(.href(rule)) { DeadlineTexts.wholeRule[language] } }
        }
      }
    }
  }

  private func line(_ step: Step, _ language: Language) -> HTML {
    li {
      div {
        span(.class("to")) {
          if let day = step.day {
            step.lead + " → "
            b { DateText(language).tag(day, .short) }
          } else {
            b { step.lead }
          }
        }
        p { step.text }
      }
    }
  }

  static let name = Bilingual(sv: "Sista dag", en: "Deadline")
  static let purpose = Bilingual(
    sv: "Ett datum förklarar sig självt: lag, startdag, varje räknad och överhoppad dag.",
    en: "A date explains itself: law, start day, every counted and skipped day.")

  static func examples(_ language: Language) -> [DeadlineCard] {
    DeadlineExamples(language: language).all
  }
}
