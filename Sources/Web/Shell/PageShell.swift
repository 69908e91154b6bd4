// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A whole page: the frame around its content.
///
/// There is no inline script or style, so that the page runs under a strict content security
/// policy. Everything works without script; the script adds comfort only.
struct PageShell: Sendable {
  var frame: PageFrame
  var content: HTML

  init(_ frame: PageFrame, @HTMLBuilder content: () -> HTML) {
    self.frame = frame
    self.content = content()
  }

  /// The id of the content, which the skip link leads to.
  static let contentID = "content"

  private var language: Language { frame.language }

  /// The page as UTF-8.
  func render() -> [UInt8] { document.render() }

  /// The page as a document.
  var document: HTMLDocument {
    HTMLDocument(
      language: language.rawValue, title: frame.fullTitle, head: head,
      bodyAttributes: bodyAttributes, body: body)
  }

  private var head: HTML {
    fragment {
      Head.stylesheet(frame.addresses.stylesheet)
      Head.icon(frame.addresses.icon)
      Head.script(frame.addresses.script)
      for script in frame.moreScripts { Head.script(script) }
      if let seconds = frame.refreshSeconds { Head.refreshedWithoutScript(seconds: seconds) }
    }
  }

  /// The script finds its words here, so that they follow the page's language.
  private var bodyAttributes: [Attribute] {
    [
      .data("data-live", frame.live?.stream),
      .data("data-place", frame.live?.place),
      .data("data-changed", ShellTexts.changed[language]),
      .data("data-reload", ShellTexts.reload[language]),
      .data("data-updated", ShellTexts.updated[language]),
    ]
  }

  private var body: HTML {
    fragment {
      a(.class("skip"), .href(.fragment(Self.contentID))) { ShellTexts.skip[language] }
      if let demonstration = frame.demonstration { banner(demonstration) }
      TopBar(frame: frame).html
      switch frame.layout {
      case .work:
        div(.class("shell")) {
          SideMenu(frame: frame).html
          subject("main")
        }
      case .person: subject("mine")
      case .solo: subject("main main--solo")
      }
      foot
      p(.class("sr"), .id("status"), .role("status"), .ariaLive("polite"))
      ShortcutList(more: frame.keys).html(language)
    }
  }

  private func banner(_ demonstration: PageFrame.Demonstration) -> HTML {
    aside(
      .class("demo", frame.layout == .person ? "demo--mine" : nil),
      .ariaLabel(ShellTexts.demonstration[language])
    ) {
      span { ShellTexts.invented[language] }
      span {
        ShellTexts.todayIs[language] + " "
        DateText(language).tag(demonstration.day, .full)
        ". "
        a(.href(demonstration.change)) { ShellTexts.changeDay[language] }
      }
    }
  }

  private func subject(_ name: String) -> HTML {
    main(.class(name), .id(Self.contentID), .tabindex(-1)) {
      if let printHead = frame.printHead { printed(printHead) }
      if let crumbs = frame.crumbs { crumbs.html(language) }
      content
    }
  }

  private func printed(_ printHead: PageFrame.PrintHead) -> HTML {
    div(.class("print-only")) {
      div(.class("print-head")) {
        span {
          b { "Samsyn" }
          " · " + printHead.subject
        }
        span {
          if printHead.hasPersonalData { ShellTexts.personalData[language] + " · " }
          ShellTexts.printed[language] + " "
          DateText(language).text(printHead.printed, .iso)
        }
      }
    }
  }

  private var foot: HTML {
    footer(.class("foot", frame.layout == .person ? "foot--mine" : nil)) {
      ul {
        for link in frame.footLinks {
          li { a(.href(link.href)) { link.text } }
        }
        li { languageLink }
      }
      if frame.user != nil {
        p { (frame.layout == .person ? ShellTexts.loggedForPerson : ShellTexts.logged)[language] }
      }
    }
  }

  private var languageLink: HTML {
    let other = language == .sv ? Language.en : .sv
    return a(
      .href(frame.addresses.otherLanguage), .lang(other.rawValue), .hreflang(other.rawValue)
    ) { ShellTexts.otherLanguage[language] }
  }
}
