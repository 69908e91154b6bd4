// SPDX-License-Identifier: Apache-2.0
import Testing

/// The rules find what is broken, and leave alone what only looks like it.
@Suite struct `The checker finds broken code` {
  private func source(_ text: String, path: String = "Sources/Domain/X.swift") -> SwiftSource {
    SwiftSource(path: path, text: text)
  }

  // MARK: Taking a file apart

  @Test func `Strings, comments and names in backticks are no code`() {
    let text = ##"""
      let a = "word1 \(word2 + "word3") word4" // word5
      /* word6 /* word7 */ word8 */ let word9 = #"word10 " \#(word11) \n"#
      func `word12 " // word13`() {}
      """##
    let words = source(text).tokens.map(\.text).filter { $0.hasPrefix("word") }
    #expect(words == ["word2", "word9", "word11"])
  }

  @Test func `A string of several lines keeps its lines`() {
    let quotes = #"""""#
    let parts = source("let a = \(quotes)\n  word1 \"quoted\"\n  \(quotes)\nlet word2 = 1")
    #expect(parts.tokens.last == Token(text: "1", line: 4))
    #expect(parts.strings[1].contains(#"word1 "quoted""#))
    #expect(parts.code[3].contains("word2"))
  }

  @Test func `An escaped quote does not end a string`() {
    #expect(source(#"let a = "b\"c"; let d = 1"#).tokens.map(\.text).contains("d"))
  }

  @Test func `Every part has the file's lines and columns`() {
    let text = "let a = \"x\\\"y\" // b\nfunc c() { \"\"\"\n  d\n  \"\"\" }\n"
    let parts = source(text)
    #expect(parts.lines.count == parts.code.count)
    #expect(parts.lines.count == parts.strings.count)
    for (line, code) in zip(parts.lines, parts.code) {
      #expect(line.count == code.count)
    }
  }

  // MARK: Lengths

  @Test func `A line is measured in characters`() {
    #expect(LengthRules.lines("a", [String(repeating: "å", count: 100)]).isEmpty)
    #expect(LengthRules.lines("a", ["", String(repeating: "x", count: 101)]).first?.line == 2)
  }

  @Test(arguments: [
    "func a(b: Int = c { d }) throws(E) -> [Int] {", "init?(_ a: Int) {",
    "subscript(a: Int) -> B {", "var a: Int {", "func a<T>(_ b: T) -> T where T: B {", "deinit {",
  ])
  func `A function of 71 lines is too long and one of 70 is not`(_ head: String) {
    func text(_ lines: Int) -> String {
      head + String(repeating: "\n  if x { y() }", count: lines - 2) + "\n}\n"
    }
    #expect(LengthRules.functions(source("struct A {\n" + text(70) + "}")).isEmpty)
    let findings = LengthRules.functions(source("struct A {\n" + text(71) + "}"))
    #expect(findings.map(\.line) == [2])
  }

  @Test func `What has no body is no function`() {
    let text = """
      protocol A { func b() throws; init(c: Int); var d: Int { get } }
      struct E { var f: Int; let g = 1; func h() { self.init(i: 1) } }
      """
    #expect(source(text).functions.map(\.name) == ["d", "h"])
  }

  @Test func `A table is exempt by name, and a file of texts as a whole`() {
    let long = "func a() {" + String(repeating: "\n", count: 90) + "}"
    #expect(!LengthRules.functions(source(long)).isEmpty)
    #expect(
      LengthRules.functions(source(long), tables: ["Sources/Domain/X.swift": ["a"]]).isEmpty)
    #expect(
      !LengthRules.functions(source(long), tables: ["Sources/Domain/X.swift": ["b"]]).isEmpty)
    #expect(LengthRules.functions(source(long, path: "Sources/Web/X+Text.swift")).isEmpty)
  }

  @Test func `A file of 501 lines is too long and one of 500 is not`() {
    let lines = Array(repeating: "x", count: 500)
    #expect(LengthRules.file("a", lines + [""]).isEmpty)
    #expect(!LengthRules.file("a", lines + ["x", ""]).isEmpty)
  }

  @Test func `The licence stands first, or after what must stand first`() {
    let mark = "SPDX-License-Identifier: Apache-2.0"
    #expect(LengthRules.licence("a", ["// \(mark)"]).isEmpty)
    #expect(LengthRules.licence("a", ["#!/bin/sh", "# \(mark)"]).isEmpty)
    #expect(!LengthRules.licence("a", ["import B", "// \(mark)"]).isEmpty)
    #expect(!LengthRules.licence("a", []).isEmpty)
  }

  // MARK: Imports

  @Test(arguments: [
    ("Sources/Domain/X.swift", "Foundation"), ("Sources/Web/X.swift", "Store"),
    ("Sources/Service/X.swift", "GRDB"), ("Sources/Service/X.swift", "Hummingbird"),
    ("Sources/Markup/X.swift", "Domain"), ("Sources/Exchange/X.swift", "CXML2"),
    ("Sources/Statistics/X.swift", "Store"),
  ])
  func `A forbidden import is found`(_ path: String, _ module: String) {
    #expect(!ImportRules.check(source("import \(module)", path: path)).isEmpty)
    #expect(!ImportRules.check(source("@testable import struct \(module).A", path: path)).isEmpty)
  }

  @Test func `An allowed import and one in a comment are left alone`() {
    let text = "import Domain // import Store\nlet a = \"import Store\""
    #expect(ImportRules.check(source(text, path: "Sources/Web/X.swift")).isEmpty)
  }

  // MARK: Words

  @Test(arguments: ["TO" + "DO", "FIX" + "ME"])
  func `A mark of unfinished work is found in a comment too`(_ mark: String) {
    #expect(WordRules.leftovers("a", ["ok", "x // \(mark): later"]).first?.line == 2)
  }

  @Test(arguments: ["fatalError(\"\")", "try! a()", "a as! B", "print(1)"])
  func `A call that ends the program or prints is found`(_ call: String) {
    #expect(WordRules.calls(source("func a() { \(call) }")).count == 1)
    #expect(WordRules.calls(source("// \(call)\nlet a = \"\"\"\n\(call)\n\"\"\"")).isEmpty)
  }

  @Test func `The command prints, and others may have functions of that name`() {
    #expect(WordRules.calls(source("print(1)", path: "Sources/samsyn/X.swift")).isEmpty)
    #expect(WordRules.calls(source("func print(a: Int) {}; b.print(a: 1)")).isEmpty)
  }

  @Test(arguments: ["CaseManager", "DateUtils", "FormHelper", "PageBase", "StoreImpl"])
  func `A name that says nothing is found`(_ name: String) {
    #expect(WordRules.names(source("public final class \(name) {}")).count == 1)
    #expect(WordRules.names(source("", path: "Sources/Web/\(name).swift")).count == 1)
  }

  @Test func `Database is no Base`() {
    #expect(WordRules.names(source("struct Database {}", path: "a/Database.swift")).isEmpty)
  }

  @Test func `A place on one machine is found`() {
    #expect(!WordRules.machinePaths("a", ["see /ho" + "me/anna/notes"]).isEmpty)
    #expect(WordRules.machinePaths("a", ["see /usr/lib/postgresql"]).isEmpty)
  }

  // MARK: Layers

  @Test(arguments: ["Date()", "Double", "Int.random(in: a)", "UUID()", "ContinuousClock()"])
  func `Clock, chance and floating point are found in Domain only`(_ text: String) {
    #expect(!LayerRules.purity(source("let a = \(text)")).isEmpty)
    #expect(LayerRules.purity(source("let a = \(text)", path: "Sources/Web/X.swift")).isEmpty)
    #expect(LayerRules.purity(source("/// \(text)")).isEmpty)
  }

  @Test func `Asking the machine for the time is found outside its file`() {
    let asks = "let a = Date()"
    #expect(!LayerRules.clock(source(asks, path: "Sources/Web/X.swift")).isEmpty)
    #expect(LayerRules.clock(source(asks, path: "Sources/Service/Clock.swift")).isEmpty)
  }

  @Test func `SQL is found outside Store`() {
    let web = "Sources/Web/X.swift"
    let query = "let a = \"\"\"\n  SELECT b FROM c\n  \"\"\""
    #expect(LayerRules.sql(source(query, path: web)).map(\.line) == [2])
    #expect(LayerRules.sql(source(query, path: "Sources/Store/X.swift")).isEmpty)
    #expect(LayerRules.sql(source("let select = 1 // SELECT b", path: web)).isEmpty)
  }

  @Test(arguments: ["<p>", "</p>", "<br", "<!-- a"])
  func `Markup in a page's string is found`(_ tag: String) {
    #expect(!LayerRules.tags(source("let a = \"\(tag)\"", path: "Sources/Web/X.swift")).isEmpty)
  }

  @Test func `A comparison is no markup`() {
    let text = "let a = b <c; let d = \"1 < 2\""
    #expect(LayerRules.tags(source(text, path: "Sources/Web/X.swift")).isEmpty)
  }

  @Test func `Unescaped text is counted, both more and less than known`() {
    let one = source("let a = Raw(\"<b>\")", path: "Sources/Web/X.swift")
    #expect(LayerRules.raw([one], expected: ["Sources/Web/X.swift": 1]).isEmpty)
    #expect(!LayerRules.raw([one], expected: [:]).isEmpty)
    #expect(!LayerRules.raw([], expected: ["Sources/Web/X.swift": 1]).isEmpty)
  }
}
