// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

extension CaseDeadline {
  /// The days between start and last day as the rule's trace counted them; nil before the clock
  /// has started or where no day is known.
  static func calendar(_ source: CaseSource) -> DeadlineCalendar? {
    let deadline = source.view.deadline
    guard let start = deadline.startDay, let last = deadline.last, start <= last else {
      return nil
    }
    let days = deadline.steps.filter { $0.kind != .start }.compactMap(\.day)
    let end = max(days.max() ?? last, last)
    return DeadlineCalendar(
      start: start,
      counted: deadline.steps.first { $0.kind == .base }?.count?.counted ?? [],
      extended: extendedDays(source),
      deferredUntil: deadline.steps.last { $0.kind == .deferral }?.day,
      skipped: skipped(from: start, through: end, source),
      earlierLastDays: Set(days).subtracting([last]), lastDay: last, today: source.moment.day)
  }

  /// The workdays after the ordinary last day through the latest stated extension.
  private static func extendedDays(_ source: CaseSource) -> [Day] {
    let deadline = source.view.deadline
    guard let base = deadline.base,
      let end = deadline.steps.filter({ $0.kind == .extension }).compactMap(\.day).max(),
      end > base
    else { return [] }
    return (base.number + 1...end.number).map { Day(number: $0) }.filter {
      (try? source.view.context.calendar.isWorkday($0)) == true
    }
  }

  /// Named days that are not counted; an ordinary Saturday or Sunday needs no name.
  private static func skipped(
    from start: Day, through end: Day, _ source: CaseSource
  ) -> [Day: String] {
    let days = (try? source.view.context.calendar.nonWorkdays(from: start, through: end)) ?? []
    let named = days.filter { $0.reason != $0.day.weekday.name }
    return Dictionary(
      named.map { ($0.day, source.say($0.reason)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cards, and below them the whole reasoning with links to every rule.
  func html(_ language: Language) -> HTML {
    fragment {
      for card in cards { div(.class("section")) { card.html(language) } }
      if !traces.isEmpty {
        div(.class("section-s")) {
          Fold(CaseDeadlineTexts.rules[language]) {
            ol(.class("trace")) { for trace in traces { item(trace, language) } }
          }.html
        }
      }
    }
  }

  private func item(_ trace: RuleTrace, _ language: Language) -> HTML {
    li {
      div {
        span(.class("to")) { b { trace.outcome[language] } }
        SummaryList(facts(trace, language), isSmall: true).html(language)
        if trace.rules.isEmpty { p { CaseDeadlineTexts.noRule[language] } }
        for rule in trace.rules {
          p {
            a(.href(SiteAddress.rule(rule.ruleID).href)) { rule.ruleID }
            ": " + rule.meaning[language] + ". "
            SourceMark.quoted(rule.source, language)
            " ("
            rule.basis.name[language] + ", " + rule.certainty.name[language] + ")."
          }
        }
      }
    }
  }

  private func facts(_ trace: RuleTrace, _ language: Language) -> [SummaryList.Line] {
    var lines = trace.inputs.map { input in
      let name = input.name[language]
      return SummaryList.Line(name.prefix(1).uppercased() + name.dropFirst(), input.value)
    }
    if let count = trace.daysCounted {
      lines.append(.init(CaseDeadlineTexts.daysCounted[language], "\(count)"))
    }
    if !trace.skipped.isEmpty {
      lines.append(.init(CaseDeadlineTexts.skipped[language], "\(trace.skipped.count)"))
    }
    return lines
  }
}
