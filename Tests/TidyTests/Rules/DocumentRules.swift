// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What the documents must keep to.
enum DocumentRules {
  /// Parts of a decision record, in order.
  static let parts = [
    "## Context", "## Decision", "## Rejected", "## How we notice that it was wrong",
  ]
  static let standings = ["accepted", "replaced by", "withdrawn"]

  /// A decision record follows the template: number and title, standing, four parts, one page.
  static func decision(_ file: TextFile) -> [Finding] {
    var findings: [Finding] = []
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let number = String(name.prefix(4))
    if number.count != 4 || Int(number) == nil || !name.dropFirst(4).hasPrefix("-") {
      findings.append(Finding(file.path, nil, "the file is called NNNN-title.md"))
    }
    if file.lines.first?.hasPrefix("# \(number) ") != true {
      findings.append(Finding(file.path, 1, "the first line is '# \(number) Title'"))
    }
    let standing = file.lines.first { $0.hasPrefix("Status: ") }
    if !standings.contains(where: { standing?.hasPrefix("Status: \($0)") == true }) {
      findings.append(
        Finding(file.path, nil, "no 'Status: accepted', 'replaced by' or 'withdrawn'"))
    }
    let headings = file.lines.filter { $0.hasPrefix("## ") }
    if headings != parts {
      findings.append(
        Finding(file.path, nil, "the parts are: \(parts.joined(separator: ", "))"))
    }
    for (place, line) in file.lines.enumerated() where parts.contains(line) {
      let text = file.lines[(place + 1)...].prefix { !$0.hasPrefix("## ") }
      if text.allSatisfy(\.isEmpty) {
        findings.append(Finding(file.path, place + 1, "the part is empty"))
      }
    }
    if file.lines.count > 60 {
      findings.append(Finding(file.path, nil, "\(file.lines.count) lines; one page is 60"))
    }
    return findings
  }

  /// The records are numbered from 1 without gaps.
  static func decisionNumbers(_ paths: [String]) -> [Finding] {
    let numbers = paths.compactMap { path in
      path.split(separator: "/").last.flatMap { Int($0.prefix(4)) }
    }
    if numbers.sorted() == Array(1..<(paths.count + 1)) { return [] }
    return [Finding("docs/decisions", nil, "numbers are 1 to \(paths.count), each once")]
  }

  /// Every link to a file of the repository leads somewhere, also its heading.
  static func links(
    _ file: TextFile, text: (String) -> TextFile?, exists: (String) -> Bool
  ) -> [Finding] {
    MarkdownLink.read(file.lines).compactMap { link in
      if link.target.contains("://") || link.target.hasPrefix("mailto:") { return nil }
      let parts = link.target.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? file.path : resolve(String(parts[0]), from: file.path)
      guard exists(path) else {
        return Finding(file.path, link.line, "\(link.target) leads nowhere")
      }
      guard parts.count == 2 else { return nil }
      let headings = MarkdownLink.headings(text(path)?.lines ?? [])
      if headings.contains(String(parts[1])) { return nil }
      return Finding(file.path, link.line, "\(link.target): there is no such heading")
    }
  }

  /// Every path that a document names in backticks is there. A path with a star or a placeholder
  /// in capitals stands for several.
  static func namedPaths(_ file: TextFile, exists: (String) -> Bool) -> [Finding] {
    let folders = ["Sources/", "Tests/", "docs/", "e2e/", "bench/", "api/", ".ci/"]
    return file.lines.enumerated().flatMap { place, line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        .filter { code in folders.contains { code.hasPrefix($0) } }
        .filter { code in !code.contains { $0 == "*" || $0 == " " } && !code.contains("NNNN") }
        .filter { !exists($0) }
        .map { Finding(file.path, place + 1, "\($0) is not there") }
    }
  }

  /// A path relative to the folder of a file, from the root.
  private static func resolve(_ target: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// A link in a Markdown text.
struct MarkdownLink {
  let line: Int
  let target: String

  /// Links and pictures outside blocks of code.
  static func read(_ lines: [String]) -> [MarkdownLink] {
    var links: [MarkdownLink] = []
    var isBlock = false
    for (place, line) in lines.enumerated() {
      if line.hasPrefix("```") { isBlock.toggle() }
      if isBlock { continue }
      for piece in line.components(separatedBy: "](").dropFirst() {
        guard let end = piece.firstIndex(of: ")") else { continue }
        links.append(MarkdownLink(line: place + 1, target: String(piece[..<end])))
      }
    }
    return links
  }

  /// The names by which headings are linked: lower case, hyphens for spaces, no other marks.
  static func headings(_ lines: [String]) -> Set<String> {
    var isBlock = false
    var names: Set<String> = []
    for line in lines {
      if line.hasPrefix("```") { isBlock.toggle() }
      guard !isBlock, line.hasPrefix("#") else { continue }
      let title = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      names.insert(
        String(
          title.compactMap { mark -> Character? in
            if mark == " " { return "-" }
            return mark.isLetter || mark.isNumber || mark == "-" || mark == "_" ? mark : nil
          }))
    }
    return names
  }
}
