// SPDX-License-Identifier: Apache-2.0
import Testing

/// The documents fit the code.
@Suite struct `The documents are true` {
  static let repository = Repository.current

  private func documents() throws -> [TextFile] {
    let documents = try Self.repository.texts(ending: ".md")
    try #require(documents.count > 10)
    return documents
  }

  private func decisions() throws -> [TextFile] {
    let decisions = try documents().filter { $0.path.hasPrefix("docs/decisions/") }
    try #require(!decisions.isEmpty)
    return decisions
  }

  private func glossary() throws -> [GlossaryRow] {
    let text = try #require(try Self.repository.text("docs/glossary.md"))
    let rows = GlossaryRow.read(TextFile(path: "docs/glossary.md", text: text))
    try #require(rows.count > 30)
    return rows
  }

  @Test func `Every decision record follows the template`() throws {
    let decisions = try decisions()
    let findings =
      decisions.flatMap { DocumentRules.decision($0) }
      + DocumentRules.decisionNumbers(decisions.map(\.path))
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Every link inside the repository leads somewhere`() throws {
    let documents = try documents()
    let byPath = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0) })
    let findings = documents.flatMap { document in
      DocumentRules.links(
        document, text: { byPath[$0] }, exists: { Self.repository.exists($0) })
    }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Every path that a document names is there`() throws {
    let findings = try documents().flatMap { document in
      DocumentRules.namedPaths(document, exists: { Self.repository.exists($0) })
    }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `The code has every name of the glossary`() throws {
    let findings = GlossaryRules.unknownNames(
      try glossary(), path: "docs/glossary.md", sources: try `The repository is tidy`.product.get())
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `The glossary has every public type of the assessment`() throws {
    let findings = GlossaryRules.missingRows(
      try glossary(), sources: try `The repository is tidy`.product.get())
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Every dependency has an exact version and a decision`() throws {
    let package = try #require(try Self.repository.text("Package.swift"))
    let findings = PackageRules.dependencies(
      TextFile(path: "Package.swift", text: package), decisions: try decisions())
    #expect(findings.isEmpty, "\(findings.report)")
  }
}
