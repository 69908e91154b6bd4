// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The column at the side: for which organisation one works, and the ways to go.
struct SideMenu: Sendable {
  var frame: PageFrame

  private var language: Language { frame.language }

  var html: HTML {
    aside(.class("side"), .id("menu"), .ariaLabel(ShellTexts.menu[language])) {
      if let office = frame.office { assignment(office) }
      if !frame.navigation.isEmpty {
        nav(.class("nav"), .ariaLabel(ShellTexts.mainMenu[language])) {
          for group in frame.navigation { links(group) }
        }
      }
      a(.class("side__close"), .href(.fragment(PageShell.contentID))) {
        ShellTexts.closeMenu[language]
      }
    }
  }

  private func links(_ group: PageFrame.Group) -> HTML {
    fragment {
      h2 { group.title }
      ul { for destination in group.destinations { li { link(destination) } } }
    }
  }

  private func link(_ destination: PageFrame.Destination) -> HTML {
    a(
      .href(destination.href), .ariaCurrent(destination.isCurrent ? "page" : nil)
    ) {
      destination.icon.html
      destination.title
      if let count = destination.count {
        span(.class("count", destination.isHot && count > 0 ? "count--hot" : nil)) {
          CountText.grouped(count)
          span(.class("sr")) { " " + ShellTexts.waiting[language] }
        }
      }
    }
  }

  private func assignment(_ office: PageFrame.Office) -> HTML {
    if office.others.isEmpty {
      return div(.class("switch")) {
        div(.class("switch__only")) {
          PartyMark(office.current.party).html
          organisation(office.current)
        }
      }
    }
    return details(.class("switch")) {
      summary {
        PartyMark(office.current.party).html
        organisation(office.current)
        Icon.chevron.html(class: "chev")
        span(.class("sr")) { ShellTexts.switchAssignment[language] }
      }
      PostForm(
        to: office.switchTo, token: frame.token, isGuarded: false, cssClass: "switch__list"
      ).html { for other in office.others { choice(other) } }
    }
  }

  private func organisation(_ assignment: PageFrame.Assignment) -> HTML {
    span {
      b { assignment.organisation }
      Markup.small { assignment.role }
    }
  }

  private func choice(_ other: PageFrame.Assignment) -> HTML {
    button(.type(.submit), .name("assignment"), .value(other.value)) {
      PartyMark(other.party).html
      span {
        other.organisation
        Markup.small { other.role }
      }
    }
  }
}
