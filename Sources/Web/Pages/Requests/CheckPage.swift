// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page where everything is read through before it is sent.
struct CheckPageModel: Sendable {
  let address: SiteAddress
  let steps: [Bilingual]
  let lead: Bilingual
  let questions: [WizardStep]
  /// What each party is sent of each matter.
  let disclosure: [CheckedMatter]
  /// Who the columns are about, in order.
  let parties: [(role: PartyRole, name: Bilingual)]
  /// What the region gets, word for word, where it is not told everything.
  var extract: (title: Bilingual, lines: [EventText.Detail])?
  let send: Bilingual
  let key: String
  var version: Int?
  /// Why the sending was refused, where that is about no question.
  var refusal: Bilingual?
  /// The sending was tried and stopped.
  var wasTried = false
  /// The documents as they will be sent, where documents are.
  var documents: DocumentList?

  /// All that is missing or wrong, page by page.
  var faults: [(text: Bilingual, href: Href)] { questions.flatMap(\.faults) }

  var hidden: [(name: String, value: String)] {
    [(ActionFields.key, key)] + (version.map { [(ActionFields.version, "\($0)")] } ?? [])
      + (documents.map { [(SentDocuments.field, SentDocuments($0).fingerprint)] } ?? [])
  }
}

func checkPage(_ model: CheckPageModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  let faults = model.faults
  frame.live = nil
  frame.hasErrors = model.wasTried && (!faults.isEmpty || model.refusal != nil)
  return PageShell(frame) {
    StepIndicator(steps: model.steps.map { $0[language] }, current: model.questions.count)
      .html(language)
    if let refusal = model.refusal {
      Notice(.late, WizardTexts.refused[language], refusal[language]).html
    }
    if !faults.isEmpty { missing(faults, isUrgent: model.wasTried, language) }
    PageHead(WizardTexts.check[language], lead: model.lead[language]).html
    div(.class("stack", "narrow")) {
      for step in model.questions {
        Card("step-\(step.id)", step.title[language]) {
          SummaryList(step.summary(language)).html(language)
        }.html
      }
      if let documents = model.documents, let items = documents.items, !items.isEmpty {
        SentDocuments(documents).html(SentDocuments.willBeSent, language)
      }
      disclosure(model, language)
      if let extract = model.extract {
        Card("extract", extract.title[language]) {
          SummaryList(extract.lines.map { .init($0.label[language], $0.value[language]) })
            .html(language)
        }.html
      }
      PostForm(
        to: model.address.href, token: frame.token, isGuarded: false, hidden: model.hidden,
        cssClass: "row", id: FormErrors.wholeForm
      ).html {
        Button.submit(model.send[language]).html
        if let last = model.questions.last {
          Button.link(WizardTexts.back[language], to: last.address.href, .plain).html
        }
      }
    }
  }.render()
}

private func missing(
  _ faults: [(text: Bilingual, href: Href)], isUrgent: Bool, _ language: Language
) -> HTML {
  div(
    .class("errors"), .role(isUrgent ? "alert" : "region"), .ariaLabelledBy("errors-title"),
    .tabindex(-1), .data("data-focus", isUrgent ? "yes" : nil)
  ) {
    h2(.id("errors-title")) { WizardTexts.missing[language] }
    ul {
      for fault in faults { li { a(.href(fault.href)) { fault.text[language] } } }
    }
  }
}

private func disclosure(_ model: CheckPageModel, _ language: Language) -> HTML {
  Card("sent-to", WizardTexts.sentTo[language], isFlush: true) {
    div(
      .class("scroll"), .role("group"), .ariaLabel(WizardTexts.sentTable[language]), .tabindex(0)
    ) {
      table(.class("table", "table--tight")) {
        caption(.class("sr")) { WizardTexts.sentTable[language] }
        thead {
          tr {
            th(.scope("col")) { WizardTexts.matter[language] }
            for party in model.parties {
              th(.scope("col")) { PartyName(party.role, party.name[language]).html(language) }
            }
          }
        }
        tbody {
          for row in model.disclosure {
            tr {
              th(.scope("row")) { row.matter[language] }
              for party in model.parties {
                td { row.told(party.role)[language] }
              }
            }
          }
        }
      }
    }
  }.html
}

/// A matter of a request or an order, and what each party is sent of it: what the audience table
/// says of the event that carries it.
struct CheckedMatter: Sendable {
  let matter: Bilingual
  /// The event that carries it; nil where nothing does.
  let event: EventKind?
  /// What a party learns of it that is told only the facts of the event; nil is nothing.
  var inFacts: Bilingual?

  func told(_ role: PartyRole) -> Bilingual {
    switch event?.audienceRow.disclosure(to: role) {
    case .full: DisclosureTexts.all
    case .facts: inFacts ?? DisclosureTexts.nothing
    case nil: DisclosureTexts.nothing
    }
  }
}

/// What a party is sent of a matter.
enum DisclosureTexts {
  static let all = Bilingual(sv: "Ja", en: "Yes")
  static let nothing = Bilingual(sv: "Nej", en: "No")
  static let happened = Bilingual(sv: "Att det är skickat", en: "That it is sent")
  static let count = Bilingual(
    sv: "Bara antal handlingar och sidor", en: "Only the number of documents and pages")
}
