// SPDX-License-Identifier: Apache-2.0

/// What the head of a page refers to.
public enum Head {
  /// The page's stylesheet.
  public static func stylesheet(_ href: Href) -> HTML {
    .void("link", [.rel("stylesheet"), .href(href)])
  }

  /// The drawing in the browser's tab.
  public static func icon(_ href: Href) -> HTML { .void("link", [.rel("icon"), .href(href)]) }

  /// The page's script, which runs when the page has been read.
  public static func script(_ href: Href) -> HTML {
    .element("script", [.src(href), Attribute("defer", flag: true)]) { .empty }
  }
}
