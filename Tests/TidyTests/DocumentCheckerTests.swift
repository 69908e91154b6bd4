// SPDX-License-Identifier: Apache-2.0
import Testing

/// The rules for documents find what is broken.
@Suite struct `The checker finds broken documents` {
  private static let sound = """
    # 0007 Read tables

    Status: accepted

    ## Context
    a

    ## Decision
    b

    ## Rejected
    c

    ## How we notice that it was wrong
    d
    """

  private func decision(
    _ text: String, path: String = "docs/decisions/0007-read-tables.md"
  ) -> [Finding] {
    DocumentRules.decision(TextFile(path: path, text: text))
  }

  @Test func `A sound decision record is left alone`() {
    #expect(decision(Self.sound) == [])
  }

  @Test(arguments: [
    ("# 0007 Read", "# 7 Read"), ("Status: accepted", "Status: maybe"),
    ("## Rejected\nc\n\n", ""), ("## Context\na", "## Context\n"),
    ("## Context", "## Background"),
  ])
  func `A broken decision record is found`(_ part: String, _ broken: String) {
    let text = Self.sound.split(separator: part, maxSplits: 1).joined(separator: broken)
    #expect(!decision((Self.sound.hasPrefix(part) ? broken : "") + text).isEmpty)
  }

  @Test func `A record's file is called by its number, and no number is missing`() {
    #expect(!decision(Self.sound, path: "docs/decisions/read-tables.md").isEmpty)
    #expect(!decision(Self.sound, path: "docs/decisions/0008-read-tables.md").isEmpty)
    #expect(DocumentRules.decisionNumbers(["d/0002-b.md", "d/0001-a.md"]).isEmpty)
    #expect(!DocumentRules.decisionNumbers(["d/0001-a.md", "d/0003-b.md"]).isEmpty)
    #expect(!DocumentRules.decisionNumbers(["d/0001-a.md", "d/0001-b.md"]).isEmpty)
  }

  private func links(_ text: String, path: String = "docs/a.md") -> [Finding] {
    DocumentRules.links(
      TextFile(path: path, text: text),
      text: { $0 == "docs/b.md" ? TextFile(path: $0, text: "# One two, §3!") : nil },
      exists: { ["docs/a.md", "docs/b.md", "README.md"].contains($0) })
  }

  @Test(arguments: [
    "[b](b.md)", "[b](./b.md)", "[r](../README.md)", "[b](b.md#one-two-3)",
    "[w](https://example.org/x)", "```\n[c](c.md)\n```",
  ])
  func `A link that leads somewhere is left alone`(_ text: String) {
    #expect(links(text) == [])
  }

  @Test(arguments: ["[c](c.md)", "![c](pictures/c.png)", "[b](b.md#three)", "[s](#none)"])
  func `A link that leads nowhere is found`(_ text: String) {
    #expect(links("one\n" + text).map(\.line) == [2])
  }

  @Test func `A path in backticks that is not there is found`() {
    func findings(_ text: String) -> [Finding] {
      DocumentRules.namedPaths(
        TextFile(path: "a.md", text: text), exists: { $0 == "Sources/Domain" })
    }
    #expect(findings("see `Sources/Domain`, `Sources/*/X.swift` and `docs/NNNN-title.md`") == [])
    #expect(findings("see `Sources/Domain/None.swift`").count == 1)
  }

  private let code = SwiftSource(
    path: "Sources/Domain/Assessment/X.swift",
    text: """
      public enum AssessmentKind { case afu }
      public struct Order {
        public struct Part {}
      }
      struct Hidden {}
      """)

  private func rows(_ text: String) -> [GlossaryRow] {
    GlossaryRow.read(TextFile(path: "docs/glossary.md", text: text))
  }

  @Test func `A row of the glossary is read`() {
    let rows = rows("| Swedish | code |\n|---|---|\n| prov | `A`, `B.c` | x | |")
    #expect(rows == [GlossaryRow(line: 3, term: "prov", names: ["A", "B.c"])])
  }

  @Test func `A name that the code does not have is found`() {
    func unknown(_ name: String) -> Int {
      GlossaryRules.unknownNames(rows("| a | `\(name)` | b |"), path: "g", sources: [code]).count
    }
    #expect(unknown("Order") == 0)
    #expect(unknown("AssessmentKind.afu") == 0)
    #expect(unknown("Claim") == 1)
    #expect(unknown("AssessmentKind.fmu") == 1)
  }

  @Test func `A public type without a row is found`() {
    let missing = GlossaryRules.missingRows(rows("| a | `Order` | b |"), sources: [code])
    #expect(missing.map(\.message) == ["AssessmentKind has no row in docs/glossary.md"])
  }

  @Test func `A dependency without an exact version or a decision is found`() {
    let decisions = [TextFile(path: "d", text: "We use groue/GRDB.swift.")]
    func findings(_ line: String) -> Int {
      PackageRules.dependencies(TextFile(path: "p", text: line), decisions: decisions).count
    }
    let address = "https://github.com/"
    #expect(findings(".package(url: \"\(address)groue/GRDB.swift\", exact: \"7.10.0\")") == 0)
    #expect(findings(".package(url: \"\(address)groue/GRDB.swift\", from: \"7.10.0\")") == 1)
    #expect(findings(".package(url: \"\(address)jpsim/Yams\", exact: \"6.2.2\")") == 1)
  }
}
