// SPDX-License-Identifier: Apache-2.0

/// What the head of a page refers to.
public enum Head {
  /// The page's stylesheet.
  public static func stylesheet(_ href: Href) -> HTML {
    .void("link", [.rel("stylesheet"), .href(href)])
  }

  /// The drawing in the browser's tab.
  public static func icon(_ href: Href) -> HTML { .void("link", [.rel("icon"), .href(href)]) }

  /// Where there is no script, the page is fetched anew after some seconds. A browser with
  /// script does not even read it.
  public static func refreshedWithoutScript(seconds: Int) -> HTML {
    .element("noscript", []) {
      .void(
        "meta",
        [
          Attribute("http-equiv", "refresh"), Attribute("content", "\(seconds)"),
        ])
    }
  }

  /// The page's script, which runs when the page has been read.
  public static func script(_ href: Href) -> HTML {
    .element("script", [.src(href), Attribute("defer", flag: true)]) { .empty }
  }
}
