// SPDX-License-Identifier: Apache-2.0
import Testing

/// The repository keeps its own rules. The rules themselves are tested in `CheckerTests.swift`.
@Suite struct `The repository is tidy` {
  static let repository = Repository.current
  static let all = Result { try repository.sources("Sources", "Tests", "bench") }
  static let product = all.map { $0.filter(\.isProduct) }

  @Test func `The checks look at the whole repository`() throws {
    let paths = Set(try Self.all.get().map(\.path))
    #expect(paths.contains("Sources/Domain/Time/Day.swift"))
    #expect(paths.contains("Tests/TidyTests/TidyTests.swift"))
    let modules = Set(try Self.product.get().map(\.module))
    #expect(modules == Set(ImportRules.allowed.keys))
  }

  @Test func `Lines have at most 100 characters`() throws {
    let findings = try Self.all.get().flatMap { LengthRules.lines($0.path, $0.lines) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Functions have at most 70 lines`() throws {
    let findings = try Self.all.get().flatMap { LengthRules.functions($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Files have at most 500 lines`() throws {
    let findings = try Self.all.get().flatMap { LengthRules.file($0.path, $0.lines) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Every source names its licence`() throws {
    var files = try Self.all.get().map { TextFile(path: $0.path, lines: $0.lines) }
    for ending in [".py", ".sh", ".sql", ".yaml"] {
      files += try Self.repository.texts(ending: ending).filter { file in
        ["Sources/", "e2e/", ".ci/"].contains { file.path.hasPrefix($0) }
      }
    }
    for script in ["run", "test", ".ci/run", "e2e/run"] where Self.repository.exists(script) {
      files.append(TextFile(path: script, text: try Self.repository.text(script) ?? ""))
    }
    let findings = files.flatMap { LengthRules.licence($0.path, $0.lines) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Modules import only what stands below them`() throws {
    let findings = try Self.product.get().flatMap { ImportRules.check($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Nothing unfinished is left behind`() throws {
    let findings = try Self.all.get().flatMap { WordRules.leftovers($0.path, $0.lines) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Nothing ends the program or prints where it should not`() throws {
    let findings = try Self.product.get().flatMap { WordRules.calls($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Names say something`() throws {
    let findings = try Self.all.get().flatMap { WordRules.names($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `No file names a place on one machine`() throws {
    var findings: [Finding] = []
    for path in try Self.repository.paths() {
      guard let text = try Self.repository.text(path) else { continue }
      findings += WordRules.machinePaths(path, TextFile(path: path, text: text).lines)
    }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Domain has no clock, no chance, no floating point and no outside`() throws {
    let findings = try Self.product.get().flatMap { LayerRules.purity($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `One file asks the machine for the time, and the command for its default`() throws {
    let findings = try Self.product.get().flatMap { LayerRules.clock($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Only Store knows SQL`() throws {
    let findings = try Self.product.get().flatMap { LayerRules.sql($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Pages write no markup in strings`() throws {
    let findings = try Self.product.get().flatMap { LayerRules.tags($0) }
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test func `Unescaped text is made in counted places only`() throws {
    let findings = LayerRules.raw(try Self.product.get())
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test(arguments: ["run", "test", ".ci/run"])
  func `A script can be executed`(_ path: String) {
    #expect(Self.repository.isExecutable(path))
  }
}

extension TextFile {
  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }
}
