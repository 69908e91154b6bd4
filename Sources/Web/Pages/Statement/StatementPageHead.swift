// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The heading with whose case it is, how far the saving has come and where to go.
struct StatementPageHead: Sendable {
  let work: StatementWork
  let title: Bilingual
  /// The page is the one that the button leads to.
  var isReview = false

  func html(_ language: Language) -> HTML {
    let state = work.view.state
    let count = work.gaps.count
    return div(.class("head")) {
      div {
        h1 { title[language] }
        p {
          span(.class("ref", "strong")) { state.id.description }
          " " + StatementPageHeadTexts.person(state)
          if let last = work.view.deadline.last {
            ". \(StatementPageHeadTexts.lastDay[language]) "
            DateText(language).tag(last, .sentence)
            if let left = work.view.daysLeft, left >= 0 {
              ", " + CountText.workdaysLeft.text(left, language)
            }
          }
        }
      }
      div(.class("row")) {
        span(.class("small", "muted"), .id("saved"), .role("status")) { saved(language) }
        if count > 0 {
          a(.href(SiteAddress.statementReview(state.id).href([], fragment: "missing"))) {
            StatementPageTexts.missing.text(count, language)
          }
        }
        if !isReview {
          Button.link(
            StatementPageTexts.review[language], to: SiteAddress.statementReview(state.id).href,
            count == 0 ? .main : .quiet
          ).html
        }
      }
    }
  }

  private func saved(_ language: Language) -> String {
    guard let last = work.draft.lastEdit else { return StatementPageTexts.notSavedYet[language] }
    let day =
      last.at.day == work.view.context.today
      ? "" : DateText(language).text(last.at.day, .dayMonth) + " "
    return "\(StatementPageTexts.savedAt[language]) \(day)\(last.at.clock.words[language])"
  }
}

enum StatementPageHeadTexts {
  /// Name and number of the insured, as far as they are known.
  static func person(_ state: Assessment) -> String {
    [state.insured?.fullName, state.insured?.number.description].compactMap { $0 }
      .joined(separator: ", ")
  }

  static let lastDay = Bilingual(
    sv: "Sista dag hos Försäkringskassan", en: "Last day at Försäkringskassan")
}
