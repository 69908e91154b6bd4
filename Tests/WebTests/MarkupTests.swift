// SPDX-License-Identifier: Apache-2.0

import Markup
import Testing

@Suite struct `Markup` {
  /// Texts that would do harm if they became markup.
  static let hostile = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='x",
    "</title><b>", "&lt;already&gt;", "javascript:alert(1)", "--><!--", "]]>", "a\u{0}b\u{1B}[31m",
    "Åsa & Ötto <3 \u{1F600}", "</textarea><img src=x>",
  ]

  /// What a reader of the page would see: the five entities put back.
  static func read(_ markup: String) -> String {
    var text = markup
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"),
      ("&amp;", "&"),
    ] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(
        separator: sign)
    }
    return text
  }

  @Test(arguments: hostile)
  func `a hostile text stays text`(text: String) {
    let markup = p { text }.string
    #expect(markup.hasPrefix("<p>") && markup.hasSuffix("</p>"))
    let inner = String(markup.dropFirst(3).dropLast(4))
    #expect(!inner.contains("<") && !inner.contains(">"))
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 ? "\u{FFFD}" : $0 }))
    #expect(Self.read(inner) == expected)
  }

  @Test(arguments: hostile)
  func `a hostile attribute value stays one value`(text: String) {
    let markup = input(.name("q"), .value(text), .id(text)).string
    #expect(markup.filter { $0 == "\"" }.count == 6)
    #expect(!markup.dropFirst().dropLast().contains("<"))
    #expect(!markup.contains("'"))
  }

  @Test(arguments: hostile)
  func `a hostile part of an address is encoded`(text: String) {
    let address = Href(
      path: ["arenden", text], query: [(text, text)], fragment: text
    ).description
    #expect(address.hasPrefix("/arenden/"))
    let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&#%"
    #expect(address.allSatisfy { allowed.contains($0) })
    #expect(address.filter { $0 == "?" }.count == 1)
    #expect(address.filter { $0 == "/" }.count == 2)
  }

  @Test func `an address cannot leave its host or folder by empty and dotted segments`() {
    #expect(Href(path: ["", "evil.example"]).description == "/evil.example")
    #expect(Href(path: ["..", ".", "a"]).description == "/a")
    #expect(Href(path: []).description == "/")
    #expect(Href(path: ["a b", "ö"], query: [("x", "1&2")]).description == "/a%20b/%C3%B6?x=1%262")
    #expect(Href.query([("sida", "2")]).description == "?sida=2")
    #expect(Href.fragment("a b").description == "#a%20b")
  }

  @Test(arguments: [
    "http://example.se/", "javascript:alert(1)", "https://", "https://user@example.se/",
    "https://example.se/\"x", "https://example.se/ x", "//example.se", "HTTPS://example.se",
    "https://exa_mple.se", "https://example.se\\@evil.se",
  ])
  func `an address elsewhere is refused unless it is plain https`(text: String) {
    #expect(Href.external(text) == nil)
  }

  @Test func `a plain https address is taken as it stands`() throws {
    let text = "https://www.riksdagen.se/sv/?q=2018:1633#P8"
    let href = try #require(Href.external(text))
    #expect(href.description == text)
  }

  @Test func `a mail address has exactly one at sign`() throws {
    #expect(Href.mail("a@b@c") == nil)
    #expect(Href.mail("@b") == nil)
    #expect(try #require(Href.mail("a@b.se")).description == "mailto:a@b.se")
  }

  @Test func `elements nest and void elements have no end`() {
    let page = div(.class("a", nil, "b"), .id("x")) {
      h1 { "Rubrik" }
      br()
      if [Int]().isEmpty { "alltid" } else { "aldrig" }
      for number in 1...2 { span { "\(number)" } }
    }
    #expect(
      page.string == "<div class=\"a b\" id=\"x\"><h1>Rubrik</h1><br>alltid"
        + "<span>1</span><span>2</span></div>")
  }

  @Test func `attributes without a value are left out or written bare`() {
    #expect(input(.id(nil), .class(nil, ""), .checked(true)).string == "<input checked>")
    #expect(input(.checked(false), .none, .ariaInvalid(false)).string == "<input>")
    #expect(p(.ariaDescribedBy([])).string == "<p></p>")
    #expect(p(.when(true, .lang("sv")), .when(false, .id("x"))).string == "<p lang=\"sv\"></p>")
  }

  @Test func `emptiness is seen through rows`() {
    #expect(HTML.empty.isEmpty)
    #expect(fragment { "" }.isEmpty)
    #expect(!p().isEmpty)
  }

  @Test func `drawing numbers have at most two decimals`() {
    #expect(svgNumber(14) == "14")
    #expect(svgNumber(3.3) == "3.3")
    #expect(svgNumber(-0.255) == "-0.26" || svgNumber(-0.255) == "-0.25")
    #expect(svgNumber(0.05) == "0.05")
    #expect(svgNumber(.nan) == "0")
    #expect(svgNumber(.infinity) == "0")
  }

  @Test func `a document has type, language, character set and title`() {
    let page = HTMLDocument(language: "sv", title: "A & B", head: .empty, body: p { "x" })
    let text = String(decoding: page.render(), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\">"))
    #expect(text.contains("<title>A &amp; B</title>"))
    #expect(text.hasSuffix("<body><p>x</p></body></html>"))
  }
}
