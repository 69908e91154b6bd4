// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The statement that was sent, with the answers that were added to it.
func statementReadPage(
  _ sent: SentStatement, canMakePDF: Bool, frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  let id = sent.view.state.id
  return PageShell(frame) {
    PageHead(
      StatementPageTexts.statement[language],
      lead: "\(id), \(sent.definition.title[language])",
      actions: actions(sent, canMakePDF, language)
    ).html
    Notice(
      sent.isSound ? .done : .late,
      (sent.isSound ? StatementReadTexts.sound : StatementReadTexts.unsound)[language]
    ).html
    div(.class("cols", "cols--case", "section-s")) {
      div(.class("stack")) {
        StatementText(
          definition: sent.definition, content: sent.signed.content,
          setting: sent.view.state.statementSetting
        )
        .html(language) { section in mark(section, sent, language) }
        additions(sent, language)
      }
      div(.class("stack", "no-print")) {
        signature(sent.signed.signature, sent.signed.digest, sent, language)
        Card("contents", StatementReadTexts.contents[language], isSmall: true) {
          ol(.class("small-list")) {
            for part in sent.signed.content.parts {
              if let section = sent.definition.section(part.section) {
                li { a(.href(.fragment("part-\(section.id)"))) { section.title[language] } }
              }
            }
          }
        }.html
        if !canMakePDF {
          p(.class("small", "muted")) { StatementReadTexts.noPDF[language] }
        }
      }
    }
  }.render()
}

private func actions(
  _ sent: SentStatement, _ canMakePDF: Bool, _ language: Language
) -> [Button] {
  let id = sent.view.state.id
  var actions: [Button] = []
  if sent.view.party == .fk, sent.questionRefusal == nil {
    actions.append(
      .link(StatementPageTexts.question[language], to: SiteAddress.statementQuestion(id).href))
  }
  if sent.view.state.statement?.openSupplement != nil, sent.view.party.role == .performer {
    actions.append(
      .link(StatementPageTexts.answer[language], to: SiteAddress.statementAnswer(id).href))
  }
  if canMakePDF {
    actions.append(
      .link(
        StatementReadTexts.pdf[language], to: SiteAddress.statementPDF(id).href, .quiet,
        icon: .download))
  }
  actions.append(
    .link(
      StatementReadTexts.printPage[language], to: SiteAddress.statementPrint(id).href, .quiet,
      icon: .document))
  return actions
}

/// A word at a section that something was asked about, and where to read it.
private func mark(
  _ section: String, _ sent: SentStatement, _ language: Language
) -> HTML {
  let asked = sent.supplements.filter { supplement in
    supplement.questions.contains { $0.section == section }
  }
  guard !asked.isEmpty else { return .empty }
  return p(.class("small", "no-print")) {
    for supplement in asked {
      a(.href(.fragment("supplement-\(supplement.requested.number)"))) {
        "\(StatementReadTexts.addition[language]) \(supplement.requested.number)"
      }
      " "
    }
  }
}

private func additions(_ sent: SentStatement, _ language: Language) -> HTML {
  fragment {
    for supplement in sent.supplements {
      SupplementText(supplement: supplement, definition: sent.definition).html(language)
    }
  }
}

/// Questions and their answers, as an addition to the statement.
struct SupplementText: Sendable {
  let supplement: StatementSupplement
  let definition: StatementDefinition

  func html(_ language: Language) -> HTML {
    let words = StatementSupplementWords(supplement, in: definition, language)
    return Card(
      "supplement-\(words.number)", words.title,
      aside: .text(
        "\(StatementReadTexts.asked[language]) "
          + DateText(language).text(supplement.at.day, .date))
    ) {
      div(.class("stack")) {
        for line in words.lines {
          div(.class("stack-s")) {
            h3 { line.title }
            if let question = line.question {
              blockquote { StatementValueWords.paragraphs(question) }
            }
            switch line.answer {
            case .typed(let text): StatementValueWords.paragraphs(text)
            case .missing(let why): p(.class("muted")) { why }
            }
          }
        }
        if let signature = words.signature, let digest = words.digest {
          p(.class("small", "muted")) {
            "\(StatementReadTexts.signedBy[language]) \(signature.name), "
            DateText(language).tag(signature.at)
            ". \(StatementReadTexts.digest[language]) "
            code(.class("hash")) { String(digest.prefix(16)) }
          }
        }
      }
    }.html
  }
}

private func signature(
  _ signature: StatementSignature, _ digest: String, _ sent: SentStatement,
  _ language: Language
) -> HTML {
  Card("signature", StatementReadTexts.signature[language], isSmall: true) {
    SummaryList(
      [
        .init(StatementReadTexts.signedBy[language], signature.name),
        .init(StatementReadTexts.signedAt[language], html: DateText(language).tag(signature.at)),
        .init(
          StatementReadTexts.arrived[language],
          sent.view.state.statement?.arrivedDay.map { DateText(language).text($0, .full) } ?? "–"),
        .init(
          StatementReadTexts.digest[language], html: code(.class("hash")) { digest }),
      ], isSmall: true
    ).html(language)
    p(.class("small", "muted")) { StatementReadTexts.method[language] }
  }.html
}
