// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The order and its documents, as far as the reader's party was sent them: in full, or how many
/// they are.
struct CaseUnderlag: Sendable {
  struct Document: Hashable, Sendable {
    let title: String
    /// Kind, date and pages.
    let details: String
  }

  /// A question about the documents and its answer.
  struct Question: Sendable {
    let asked: String
    let question: String
    let answered: String?
    let answer: String
    let link: CaseLink?
  }

  /// Purpose, background and the rest, where the party was sent them.
  let order: [(term: String, value: String)]
  /// `9 handlingar, 47 sidor`.
  let amount: String
  /// Nil for a party that was only told how many they are.
  let documents: [Document]?
  /// The parts that are missing, with the stated reasons.
  let absent: [String]
  let questions: [Question]
  /// When the documents were complete, or what is awaited.
  let standing: String
  /// The page of the documents; nil where there is nothing more to see there.
  let page: CaseLink?
  let links: [CaseLink]
  /// The order is shown at once to the performer, who works from it.
  let isOpen: Bool

  init?(_ source: CaseSource) {
    guard let order = source.state.order else { return nil }
    var placed = order.placed
    placed.documents = order.documents
    isOpen = source.party.role == .performer
    // The head already says who it is, and the list below which documents.
    let elsewhere = [EventLabel.insuredName, EventLabel.insuredNumber, EventLabel.documents]
    self.order = AssessmentEvent.orderPlaced(placed).text(source.names).details
      .filter { !elsewhere.contains($0.label) }
      .map { (source.say($0.label), source.say($0.value)) }
    amount = source.say(order.documents.label)
    documents = order.documents.items?.map { Self.document($0, source) }
    absent = (order.documents.absent ?? []).map {
      let kind = source.say($0.kind.label)
      return kind.prefix(1).uppercased() + kind.dropFirst() + ": " + $0.reason
    }
    questions = order.supplements.map { Self.question($0, source) }
    if let day = order.completeDay {
      standing = source.say(CaseUnderlagTexts.complete) + source.dates.text(day, .short) + "."
    } else {
      standing = source.say(CaseUnderlagTexts.notComplete)
    }
    page =
      source.asOf == nil && order.documents.items?.isEmpty == false
      ? CaseLink(
        text: source.say(CaseUnderlagTexts.page), href: SiteAddress.documents(source.id).href)
      : nil
    links = [.confirmComplete, .requestOrderSupplement, .updateOrder]
      .compactMap { source.link($0) }
  }

  private static func document(_ item: SupportingDocument, _ source: CaseSource) -> Document {
    let kind = source.say(item.kind.label)
    let dated = item.dated.map(\.description)
    let pages = source.say(CaseUnderlagTexts.pages(item.pages))
    return Document(
      title: item.title, details: [kind, dated, pages].compactMap { $0 }.joined(separator: ", "))
  }

  private static func question(_ supplement: OrderSupplement, _ source: CaseSource) -> Question {
    let asked = AssessmentEvent.orderSupplementRequested(supplement.requested).text()
    let answer = supplement.answer.map { AssessmentEvent.orderSupplemented($0).text() }
    func words(_ text: EventText?) -> String {
      (text?.details ?? []).map { "\(source.say($0.label)): \(source.say($0.value))" }
        .joined(separator: ". ")
    }
    return Question(
      asked: source.dates.text(supplement.at.day, .short), question: words(asked),
      answered: answer.map { source.say($0.title) }, answer: words(answer),
      link: supplement.answer == nil
        ? source.link(.answerOrderSupplement, supplement.requested.number) : nil)
  }

  func html(_ language: Language) -> HTML {
    Card(
      "underlag", CaseUnderlagTexts.title[language], aside: .text(amount),
      foot: links.isEmpty && page == nil
        ? .empty : .row(([page].compactMap { $0 } + links).map(\.html))
    ) {
      div(.class("stack")) {
        p { standing }
        if !order.isEmpty {
          Fold(CaseUnderlagTexts.order[language], isOpen: isOpen) {
            SummaryList(order.map { .init($0.term, $0.value) }, isSmall: true).html(language)
          }.html
        }
        list(language)
        for question in questions { block(question, language) }
      }
    }.html
  }

  private func list(_ language: Language) -> HTML {
    fragment {
      if let documents {
        ul(.class("ruled")) {
          for document in documents {
            li(.class("doc")) {
              Icon.document.html
              div {
                b { document.title }
                Markup.small { document.details }
              }
            }
          }
        }
        if !absent.isEmpty {
          h3 { CaseUnderlagTexts.absent[language] }
          ul { for part in absent { li { part } } }
        }
      } else {
        p(.class("small", "muted")) { CaseUnderlagTexts.onlyCount[language] }
      }
    }
  }

  private func block(_ question: Question, _ language: Language) -> HTML {
    div(.class("stack-s")) {
      h3 { CaseUnderlagTexts.question[language] + " " + question.asked }
      if !question.question.isEmpty { p { question.question } }
      if let answered = question.answered {
        p {
          b { answered + "." }
          " " + question.answer
        }
      } else {
        p { Badge(.soon, CaseUnderlagTexts.waiting[language], icon: .wait).html }
      }
      if let link = question.link { p(.class("no-print")) { link.html } }
    }
  }
}

enum CaseUnderlagTexts {
  static let title = Bilingual(sv: "Beställning och underlag", en: "Order and documents")
  static let page = Bilingual(sv: "Öppna handlingarna", en: "Open the documents")
  static let order = Bilingual(sv: "Beställningen", en: "The order")
  static let complete = Bilingual(sv: "Komplett ", en: "Complete on ")
  static let notComplete = Bilingual(
    sv: "Utföraren har inte angett att underlaget är komplett.",
    en: "The performer has not stated that the documents are complete.")
  static let absent = Bilingual(sv: "Delar som saknas", en: "Parts that are missing")
  static let onlyCount = Bilingual(
    sv: "Medicinskt underlag skickas bara mellan Försäkringskassan och utföraren. Här syns hur "
      + "mycket det är, inte vad.",
    en: "Medical documents go between Försäkringskassan and the performer only. Here is how "
      + "much there is, not what.")
  static let question = Bilingual(sv: "Fråga om underlaget", en: "Question on the documents")
  static let waiting = Bilingual(sv: "Väntar på svar", en: "Waiting for an answer")

  static func pages(_ count: Int) -> Bilingual {
    Bilingual(
      sv: count == 1 ? "1 sida" : "\(count) sidor", en: count == 1 ? "1 page" : "\(count) pages")
  }
}
