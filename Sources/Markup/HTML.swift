// SPDX-License-Identifier: Apache-2.0

/// A piece of a page: nothing, a text, an element, or several of them in a row.
///
/// Every element function returns this one type, so that the compiler never has to choose.
/// A text is escaped when it is written and can never become markup; constant markup enters
/// only as `Raw`.
public struct HTML: Sendable {
  /// How an element ends.
  enum Ending: Sendable {
    /// `<p>…</p>`
    case endTag
    /// `<br>`: no content and no end tag.
    case void
  }

  /// What the piece is.
  indirect enum Node: Sendable {
    case text(String)
    case raw(Raw)
    case element(StaticString, [Attribute], Ending, HTML)
    case row([HTML])
  }

  let node: Node

  init(node: Node) { self.node = node }

  /// Nothing at all.
  public static let empty = HTML(node: .row([]))

  /// A text, escaped when it is written.
  public static func text(_ text: String) -> HTML { HTML(node: .text(text)) }

  /// Constant markup, written as it stands.
  public static func raw(_ raw: Raw) -> HTML { HTML(node: .raw(raw)) }

  /// Several pieces after one another.
  public static func row(_ parts: [HTML]) -> HTML { HTML(node: .row(parts)) }

  /// An element that has no function of its own here.
  public static func element(
    _ name: StaticString, _ attributes: [Attribute], @HTMLBuilder content: () -> HTML
  ) -> HTML {
    HTML(node: .element(name, attributes, .endTag, content()))
  }

  /// An element without content and end tag, such as `<br>`.
  static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(node: .element(name, attributes, .void, .empty))
  }

  /// Whether the piece writes nothing.
  public var isEmpty: Bool {
    switch node {
    case .text(let text): text.isEmpty
    case .raw(let raw): raw.markup.utf8CodeUnitCount == 0
    case .element: false
    case .row(let parts): parts.allSatisfy(\.isEmpty)
    }
  }

  /// The piece as UTF-8.
  public func render() -> [UInt8] {
    var writer = HTMLWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The piece as a string; `render()` is the faster way to send it.
  public var string: String { String(decoding: render(), as: UTF8.self) }
}
