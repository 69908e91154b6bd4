// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// The bar on top: the house, the exact search, and the signed-in person.
struct TopBar: Sendable {
  var frame: PageFrame

  private var language: Language { frame.language }
  private var isPerson: Bool { frame.layout == .person }

  var html: HTML {
    header(.class("bar", isPerson ? "bar--mine" : nil)) {
      div(.class("bar__in")) {
        a(.class("brand"), .href(frame.addresses.home)) {
          Self.sign
          "Samsyn"
        }
        if let address = frame.addresses.search, !isPerson { search(address) }
        tools
      }
    }
  }

  /// Two views that overlap.
  static var sign: HTML {
    svg(.class("brand__mark"), .viewBox(0, 0, 36, 24), .ariaHidden, .notFocusable) {
      path(.d("M18 3.06a10 10 0 010 17.89 10 10 0 010-17.89z"))
      circle(.cx(13.5), .cy(12), .r(10))
      circle(.cx(22.5), .cy(12), .r(10))
    }
  }

  /// The search is sent as a post: a personal number must not end up in addresses and logs.
  private func search(_ address: Href) -> HTML {
    form(
      .class("find"), .role("search"), .action(address), .method(.post),
      .ariaLabel(ShellTexts.wholeSite[language])
    ) {
      input(.type(.hidden), .name(PostForm.tokenName), .value(frame.token))
      Markup.label(.for("search")) { ShellTexts.findCase[language] }
      div(.class("find__box")) {
        input(
          .id("search"), .name("q"), .type(.search), .autocomplete("off"), .spellcheck(false),
          .when(!frame.searched.isEmpty, .value(frame.searched)),
          .ariaDescribedBy(["search-hint"]))
        button(.type(.submit)) { ShellTexts.find[language] }
      }
      p(.class("find__hint"), .id("search-hint")) { ShellTexts.findHint[language] }
    }
  }

  private var tools: HTML {
    div(.class("bar__tools")) {
      if frame.layout == .work, !frame.navigation.isEmpty {
        a(.class("bar__menu"), .href(.fragment("menu"))) {
          Icon.menu.html
          ShellTexts.menu[language]
        }
      }
      if let help = frame.addresses.help {
        a(.class("wide"), .href(help)) { ShellTexts.help[language] }
      }
      if let user = frame.user { account(user) }
    }
  }

  private func account(_ user: PageFrame.User) -> HTML {
    fragment {
      a(
        .class("user"), .href(user.account),
        .ariaLabel(ShellTexts.account[language] + ": " + user.name)
      ) {
        i(.class("initials"), .ariaHidden) { Self.initials(of: user.name) }
        span { user.name }
      }
      PostForm(to: user.signOut, token: frame.token, isGuarded: false, cssClass: "bar__out")
        .html { button(.type(.submit)) { ShellTexts.signOut[language] } }
    }
  }

  /// The first letters of the first and the last name.
  static func initials(of name: String) -> String {
    let names = name.split(separator: " ")
    let letters = [names.first, names.count > 1 ? names.last : nil].compactMap { $0?.first }
    return String(letters).uppercased()
  }
}
