// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Help for those who work here: what to do when, by role, one's own role first.
struct HelpModel: Sendable {
  /// Roles in the order of the page.
  let roles: [PartyRole]
  /// The reader's own; nil when nobody is signed in.
  let own: PartyRole?

  init(own: PartyRole?) {
    self.own = own
    let all: [PartyRole] = [.fk, .region, .performer]
    roles = all.filter { $0 == own } + all.filter { $0 != own }
  }
}

func helpPage(_ model: HelpModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(HelpTexts.title[language], lead: HelpTexts.lead[language]).html
    div(.class("stack")) {
      for role in model.roles { card(role, isOwn: role == model.own, language) }
      HelpTexts.everybody.html(language)
      Card("kortkommandon", ShellTexts.shortcuts[language]) {
        SummaryList(
          ShellTexts.keys.map { .init($0.does[language], html: kbdOf($0.key)) }, isSmall: true
        ).html(language)
      }.html
      Card("mer", HelpTexts.more[language]) {
        ul(.class("ruled")) {
          for link in HelpTexts.links {
            li { a(.href(link.address.href)) { link.text[language] } }
          }
        }
      }.html
    }
  }.render()
}

private func kbdOf(_ key: String) -> HTML { kbd { key } }

private func card(_ role: PartyRole, isOwn: Bool, _ language: Language) -> HTML {
  Card(
    "roll-" + role.rawValue, HelpTexts.title(of: role)[language],
    aside: isOwn ? .text(HelpTexts.yours[language]) : .empty
  ) {
    div(.class("faq")) {
      for answer in HelpTexts.answers(for: role) {
        details(.open(false)) {
          summary {
            answer.question[language]
            Icon.chevron.html(class: "chev")
          }
          p { answer.text[language] }
        }
      }
    }
  }.html
}
