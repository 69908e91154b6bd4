// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Markup
import Service

/// The statement as a document of its own, for the printer and for PDF: one column, headings in
/// order, nothing but text.
public struct StatementPrint: Sendable {
  let sent: SentStatement
  let language: Language

  public init(_ sent: SentStatement, _ language: Language) {
    self.sent = sent
    self.language = language
  }

  /// The page in UTF-8. For PDF it needs nothing but itself.
  public func page() -> [UInt8] { document(head: .empty).render() }

  /// The page with the site's own stylesheet for print.
  func linked() -> [UInt8] {
    document(head: Head.stylesheet(SiteAddress.asset("print.css").href)).render()
  }

  /// The stylesheet that goes with the page.
  public static func style() throws(ServiceError) -> [UInt8] {
    guard let url = Bundle.module.resourceURL?.appending(path: "Assets/print.css"),
      let data = try? Data(contentsOf: url)
    else { throw .fault("asset.print.css") }
    return Array(data)
  }

  private func document(head: HTML) -> HTMLDocument {
    let id = sent.view.state.id
    return HTMLDocument(
      language: language.rawValue,
      title: "\(StatementPageTexts.statement[language]) \(id)", head: head, bodyAttributes: [],
      body: main {
        h1 { sent.definition.title[language] }
        p(.class("lead")) { "\(id). \(signedLine)" }
        headPart
        for (index, (part, content)) in text.parts.enumerated() {
          section {
            h2 { "\(index + 1). \(part.title[language])" }
            StatementPartText(
              definition: sent.definition, section: part, content: text.content,
              setting: text.setting
            ).print(language)
            if !content.writers.isEmpty {
              p(.class("by")) {
                "\(StatementReadTexts.writtenBy[language]) "
                  + content.writers.map {
                    "\($0.name), \($0.profession.label[language].lowercased())"
                  }.joined(separator: "; ")
              }
            }
          }
        }
        for supplement in sent.supplements { addition(supplement) }
        section {
          h2 { StatementReadTexts.signature[language] }
          p { signedLine }
          p(.class("hash")) {
            "\(StatementReadTexts.digest[language]) (SHA-256): \(sent.signed.digest)"
          }
          p {
            (sent.isSound ? StatementReadTexts.sound : StatementReadTexts.unsound)[language]
          }
        }
      })
  }

  private var text: StatementText {
    StatementText(
      definition: sent.definition, content: sent.signed.content,
      setting: sent.view.state.statementSetting)
  }

  private var signedLine: String { signed(sent.signed.signature) }

  private func signed(_ signature: StatementSignature) -> String {
    "\(StatementReadTexts.signedBy[language]) \(signature.name), "
      + DateText(language).text(signature.at)
  }

  private var headPart: HTML {
    section {
      h2 { StatementReadTexts.assignment[language] }
      dl {
        for line in StatementHeadLines.lines(sent.signed.content.head, language) {
          div {
            dt { line.term }
            dd { line.value }
          }
        }
      }
    }
  }

  private func addition(_ supplement: StatementSupplement) -> HTML {
    let words = StatementSupplementWords(supplement, in: sent.definition, language)
    return section {
      h2 { words.title }
      for line in words.lines {
        h3 { line.title }
        if let question = line.question {
          blockquote { StatementValueWords.paragraphs(question) }
        }
        switch line.answer {
        case .typed(let text): StatementValueWords.paragraphs(text)
        case .missing(let why): p { why }
        }
      }
      if let signature = words.signature, let digest = words.digest {
        p(.class("by")) { signed(signature) }
        p(.class("hash")) { "\(StatementReadTexts.digest[language]) (SHA-256): \(digest)" }
      }
    }
  }
}

extension StatementPrint {
  /// The statement as lines of text.
  public func lines() -> [String] {
    var lines = ["\(sent.view.state.id). \(sent.definition.title[language])", signedLine]
    for (section, _) in text.parts {
      let part = StatementPartWords(
        section, text.content, in: sent.definition, text.setting, language)
      lines += ["", part.title.uppercased()]
      for group in part.groups {
        for line in group.lines {
          let name = [group.title, line.title].compactMap { $0 }.joined(separator: ", ")
          lines.append("\(name): \(line.words.text)")
        }
      }
    }
    for supplement in sent.supplements {
      let words = StatementSupplementWords(supplement, in: sent.definition, language)
      lines += ["", words.title.uppercased()]
      for line in words.lines {
        lines.append([line.title, line.question].compactMap { $0 }.joined(separator: ": "))
        switch line.answer {
        case .typed(let text), .missing(let text): lines.append(text)
        }
      }
      if let signature = words.signature { lines.append(signed(signature)) }
    }
    return lines
  }
}
