// SPDX-License-Identifier: Apache-2.0

/// Attributes of links, pictures and what the head refers to. Addresses are always `Href`.
extension Attribute {
  /// Where a link leads.
  public static func href(_ href: Href) -> Attribute { Attribute("href", href.description) }

  /// Where a picture or script comes from.
  public static func src(_ href: Href) -> Attribute { Attribute("src", href.description) }

  /// The language of what a link leads to.
  public static func hreflang(_ code: String?) -> Attribute { Attribute("hreflang", code) }

  /// `next`, `prev`, `stylesheet`, `icon`, `noopener`; nil leaves it out.
  public static func rel(_ relation: String?) -> Attribute { Attribute("rel", relation) }

  /// Says that the link hands over a file, under this name.
  public static func download(_ name: String) -> Attribute { Attribute("download", name) }

  /// `lazy`: the picture is fetched when it comes near the window.
  public static func loading(_ manner: String?) -> Attribute { Attribute("loading", manner) }

  /// The text instead of a picture; empty when it only decorates.
  public static func alt(_ text: String) -> Attribute { Attribute("alt", text) }

  /// The moment or day in ISO 8601 that a `<time>` stands for.
  public static func datetime(_ iso: String) -> Attribute { Attribute("datetime", iso) }

  /// Whether a `<details>` is open.
  public static func open(_ isOpen: Bool) -> Attribute { Attribute("open", flag: isOpen) }
}

/// Attributes of table cells.
extension Attribute {
  /// `col`, `row` or `colgroup`: what a head cell is head of.
  public static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }

  /// How many columns the cell takes; 1 is left out.
  public static func colspan(_ count: Int) -> Attribute {
    Attribute("colspan", count > 1 ? "\(count)" : nil)
  }

  /// How many rows the cell takes; 1 is left out.
  public static func rowspan(_ count: Int) -> Attribute {
    Attribute("rowspan", count > 1 ? "\(count)" : nil)
  }
}
