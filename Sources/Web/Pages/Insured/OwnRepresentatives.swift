// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Who else has her pages: those who are registered to act for her.
struct OwnRepresentatives: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    let state = model.view.state
    let today = model.view.context.today
    let all = state.representatives
    let isTold = state.order != nil && all.contains { $0.isStanding(on: today) }
    return ownPart(
      "representatives", RepresentativeTexts.ownTitle, language,
      fragment {
        if all.isEmpty {
          p { RepresentativeTexts.nobody[language] }
        } else {
          p(.class("small", "muted")) { RepresentativeTexts.ownLead[language] }
          ul(.class("ruled")) { for one in all.reversed() { line(one, today) } }
          if isTold { p(.class("small")) { RepresentativeTexts.told[language] } }
        }
      })
  }

  private func line(_ one: Representative, _ today: Day) -> HTML {
    let standing = RepresentativeTexts.standing(one, on: today)
    return li(.class("stack-s")) {
      div {
        b { one.name }
        ", " + one.kind.label[language] + " "
        Badge(standing.tone, standing.text[language]).html
      }
      p(.class("small")) { RepresentativeTexts.days(one)[language] }
      if let basis = one.basis {
        p(.class("small", "muted")) {
          [basis, one.covers].compactMap { $0 }.joined(separator: ". ")
        }
      }
    }
  }
}
