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
            StatementPartText(definition: sent.definition, section: part, content: text.content)
              .print(language)
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
    StatementText(definition: sent.definition, content: sent.signed.content)
  }

  private var signedLine: String {
    "\(StatementReadTexts.signedBy[language]) \(sent.signed.signature.name), "
      + DateText(language).text(sent.signed.signature.at)
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
    section {
      h2 { "\(StatementReadTexts.addition[language]) \(supplement.requested.number)" }
      for asked in supplement.questions {
        h3 {
          asked.section.flatMap { sent.definition.section($0)?.title[language] }
            ?? StatementReadTexts.whole[language]
        }
        if let question = asked.question {
          blockquote { StatementValueText.paragraphs(question) }
        }
        let answer = supplement.signed?.content.additions.first { $0.section == asked.section }
        if let answer {
          StatementValueText.paragraphs(answer.answer)
        } else {
          p { StatementReadTexts.noAnswer[language] }
        }
      }
      if let signed = supplement.signed {
        p(.class("by")) {
          "\(StatementReadTexts.signedBy[language]) \(signed.signature.name), "
            + DateText(language).text(signed.signature.at)
        }
        p(.class("hash")) {
          "\(StatementReadTexts.digest[language]) (SHA-256): \(signed.digest)"
        }
      }
    }
  }
}

extension StatementPrint {
  /// The statement as lines of text.
  public func lines() -> [String] {
    var lines = ["\(sent.view.state.id). \(sent.definition.title[language])", signedLine]
    for (part, content) in text.parts {
      lines += ["", part.title[language].uppercased()]
      for entry in content.entries {
        let group = part.groups.first { $0.fields.contains { $0.key == entry.field } }?.title
        let title = sent.definition.field(entry.field)?.title[language] ?? entry.field
        let name = [group?[language], title].compactMap { $0 }.joined(separator: ", ")
        lines.append("\(name): \(Self.line(entry.value, language))")
      }
    }
    for supplement in sent.supplements {
      for addition in supplement.signed?.content.additions ?? [] {
        lines += [
          "", "\(StatementReadTexts.addition[language]) \(supplement.requested.number)",
          addition.question ?? "", addition.answer,
        ]
      }
    }
    return lines
  }

  private static func line(_ value: StatementValue, _ language: Language) -> String {
    switch value {
    case .text(let text): text
    case .day(let day): day.description
    case .number(let number): "\(number)"
    case .choice(let id): id
    case .grade(let level): "\(level)"
    case .icf(let codes): codes.map(\.line).joined(separator: "; ")
    case .rows(let rows): rows.map { $0.joined(separator: " – ") }.joined(separator: "; ")
    case .documents(let documents):
      documents.map { StatementDocumentText.line($0, language) }.joined(separator: "; ")
    }
  }
}

extension StatementPartText {
  /// The section for paper: levels in words, each field under its own heading.
  func print(_ language: Language) -> HTML {
    fragment {
      profile(language)
      for group in section.groups {
        let fields = group.fields.filter { content?.value($0.key) != nil }
        if !fields.isEmpty {
          if let title = group.title { h3 { title[language] } }
          dl {
            for field in fields {
              if let value = content?.value(field.key) {
                div {
                  dt { field.title[language] }
                  dd { StatementValueText(field, value, definition).html(language) }
                }
              }
            }
          }
        }
      }
    }
  }
}
