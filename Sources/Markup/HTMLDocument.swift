// SPDX-License-Identifier: Apache-2.0

/// A whole page: language, head and body.
public struct HTMLDocument: Sendable {
  /// The language of the page: `sv`, `en`.
  public var language: String
  /// The title in the browser's tab.
  public var title: String
  /// What else the head holds.
  public var head: HTML
  /// Attributes of `<body>`.
  public var bodyAttributes: [Attribute]
  /// What `<body>` holds.
  public var body: HTML

  /// A page of these parts.
  public init(
    language: String, title: String, head: HTML, bodyAttributes: [Attribute] = [], body: HTML
  ) {
    self.language = language
    self.title = title
    self.head = head
    self.bodyAttributes = bodyAttributes
    self.body = body
  }

  /// The page as UTF-8, with its document type.
  public func render() -> [UInt8] {
    var writer = HTMLWriter()
    writer.constant("<!DOCTYPE html>\n")
    writer.write(
      .element("html", [.lang(language)]) {
        HTML.element("head", []) {
          HTML.raw(Raw("<meta charset=\"utf-8\">"))
          HTML.element("title", []) { title }
          HTML.raw(viewport)
          head
        }
        HTML.element("body", bodyAttributes) { body }
      })
    return writer.bytes
  }

  /// Lets the page be zoomed and follow the reader's choice of light or dark.
  private let viewport = Raw(
    """
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <meta name="color-scheme" content="light dark">
    """)
}
