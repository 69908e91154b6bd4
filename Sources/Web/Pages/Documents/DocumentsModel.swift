// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The documents of a case as plain values: what was sent, what is not sent yet, and which parts
/// of the underlag are there.
struct DocumentsModel: Sendable {
  /// One document that was sent.
  struct Entry: Sendable {
    /// Its place among all documents of the case, from 1.
    let number: Int
    let title: String
    /// Kind, date, pages, kind of file and size.
    let details: String
    let file: FileFacts?
    /// The reader; nil where it may not be opened or there is no file.
    let href: Href?
    /// A later order does not have it.
    let isLeftOut: Bool
  }

  /// Documents that were sent at once.
  struct Sending: Sendable {
    let version: Int
    let title: String
    /// `20 maj 2026 kl. 10.44, Ebba Demoström`.
    let sent: String
    let entries: [Entry]
  }

  let id: CaseNumber
  let tabs: CaseTabs
  /// Who may open the documents at the performer; nil for other parties.
  let readers: DocumentReaders?
  let sendings: [Sending]
  /// `9 handlingar, 47 sidor`; nil before anything was sent.
  let amount: String?
  /// For a party that is only told how many there are.
  let isOnlyCounted: Bool
  let parts: PartsChecklist?
  let unsent: UnsentModel?
  /// Why the person may not open what was sent; nil where she may.
  let access: String?
  /// Some document can be read, so that its text can be searched.
  let canSearch: Bool

  /// - Parameter unsent: the person's own files that are not sent; nil where she sends none.
  init(_ source: CaseSource, unsent: UnsentModel? = nil, talk: CaseTalk? = nil) {
    id = source.id
    tabs = CaseTabs(source, talk: talk, current: .documents)
    readers = DocumentReaders(source)
    let list = source.state.order?.documents
    amount = list.map { source.say($0.label) }
    isOnlyCounted = list.map { $0.items == nil } ?? false
    self.unsent = unsent
    let sendings = Self.sendings(source)
    self.sendings = sendings
    canSearch = sendings.contains { $0.entries.contains { $0.href != nil } }
    access = sendings.isEmpty ? nil : source.view.documentAccess.map { source.say($0.text) }
    let isTold = list?.items != nil
    // The four parts are the concern of those who put the underlag together and work with it.
    let isHers = source.party == .insured
    parts = !isHers && (unsent != nil || isTold) ? Self.parts(source, list, unsent) : nil
  }

  private static func parts(
    _ source: CaseSource, _ list: DocumentList?, _ unsent: UnsentModel?
  ) -> PartsChecklist {
    let sent = Dictionary(grouping: list?.items ?? [], by: \.kind)
    let ask: @Sendable (DocumentKind) -> Href = { kind in
      SiteAddress.action(source.id, .requestOrderSupplement)
        .href([(ActionFields.part, kind.rawValue)])
    }
    return PartsChecklist(
      sent: sent.mapValues { ($0.count, $0.reduce(0) { $0 + $1.pages }) },
      waiting: unsent?.kinds ?? [:],
      absent: Dictionary(
        (list?.absent ?? []).map { ($0.kind, $0.reason) }, uniquingKeysWith: { first, _ in first }
      ),
      ask: source.allows(.requestOrderSupplement) ? ask : nil)
  }

  private static func sendings(_ source: CaseSource) -> [Sending] {
    let readable = Dictionary(
      source.view.readableDocuments.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    let present = Set(source.state.order?.documents.items ?? [])
    var number = 0
    return source.view.events.compactMap { recorded -> Sending? in
      guard recorded.audience[source.party] == .full else { return nil }
      let documents = recorded.event.sentDocuments
      if documents.isEmpty { return nil }
      let entries = documents.map { document in
        number += 1
        let isLeftOut =
          document.file.map { readable[$0.id]?.isLeftOut ?? true } ?? !present.contains(document)
        return entry(document, number, isLeftOut: isLeftOut, source)
      }
      return Sending(
        version: recorded.version, title: source.say(recorded.event.text(source.names).title),
        sent: source.dates.text(recorded.at) + ", " + recorded.author.name, entries: entries)
    }
  }

  private static func entry(
    _ document: SupportingDocument, _ number: Int, isLeftOut: Bool, _ source: CaseSource
  ) -> Entry {
    let file = document.file.map(FileFacts.init)
    let mayOpen = source.view.documentAccess == nil
    let details = [
      source.say(document.kind.label.alone), document.dated?.description,
      source.say(CaseUnderlagTexts.pages(document.pages)), file?.words(source.language),
    ]
    return Entry(
      number: number, title: document.title,
      details: details.compactMap { $0 }.joined(separator: ", "), file: file,
      href: file.flatMap { mayOpen ? SiteAddress.document(source.id, $0.file.id).href : nil },
      isLeftOut: isLeftOut)
  }
}

/// The four parts of the underlag (6 § förordning 2018:1633): what there is of each.
struct PartsChecklist: Sendable {
  /// Documents and pages that were sent.
  let sent: [DocumentKind: (count: Int, pages: Int)]
  /// Documents that are not sent yet.
  let waiting: [DocumentKind: Int]
  /// The stated reasons.
  let absent: [DocumentKind: String]
  /// Where the performer asks for more of a part; nil where that cannot be done.
  let ask: (@Sendable (DocumentKind) -> Href)?

  private enum Standing { case there, waiting, explained, missing }

  private func standing(_ kind: DocumentKind) -> Standing {
    if sent[kind] != nil { return .there }
    if waiting[kind] != nil { return .waiting }
    return absent[kind] == nil ? .missing : .explained
  }

  /// The parts that nothing is there for, and nothing was said about.
  var missing: [DocumentKind] { DocumentKind.allCases.filter { standing($0) == .missing } }

  func html(_ language: Language) -> HTML {
    Card("parts", PartsTexts.title[language], isSmall: true) {
      ul(.class("ruled")) {
        for kind in DocumentKind.allCases { line(kind, language) }
      }
      p(.class("small", "muted")) {
        PartsTexts.law[language] + " "
        SourceMark.law(PartsTexts.section).html(language)
      }
    }.html
  }

  private func line(_ kind: DocumentKind, _ language: Language) -> HTML {
    li(.class("stack-s")) {
      p { b { kind.label.alone[language] } }
      switch standing(kind) {
      case .there:
        Badge(.done, count(kind, language)).html
      case .waiting:
        Badge(.note, PartsTexts.waiting(waiting[kind] ?? 0)[language]).html
      case .explained:
        Badge(.rest, PartsTexts.explained[language], icon: .close).html
        p(.class("small")) { absent[kind] ?? "" }
      case .missing:
        Badge(.soon, PartsTexts.missing[language], icon: .alert).html
      }
      if let ask {
        p(.class("small", "no-print")) {
          a(.href(ask(kind))) {
            PartsTexts.ask[language]
            span(.class("sr")) { ": " + kind.label[language] }
          }
        }
      }
    }
  }

  private func count(_ kind: DocumentKind, _ language: Language) -> String {
    let (count, pages) = sent[kind] ?? (0, 0)
    return PartsTexts.documents.text(count, language) + ", "
      + CaseUnderlagTexts.pages(pages)[language]
  }
}

enum PartsTexts {
  static let title = Bilingual(sv: "De fyra delarna", en: "The four parts")
  static let law = Bilingual(
    sv: "En del som inte skickas behöver en orsak.",
    en: "A part that is not sent needs a reason.")
  static let section = "6 §"
  static let explained = Bilingual(sv: "Skickas inte", en: "Not sent")
  static let missing = Bilingual(sv: "Ingen handling än", en: "No document yet")
  static let ask = Bilingual(sv: "Fråga efter komplettering", en: "Ask for more")
  static let documents = CountText(
    one: Bilingual(sv: "handling", en: "document"),
    many: Bilingual(sv: "handlingar", en: "documents"))

  static func waiting(_ count: Int) -> Bilingual {
    Bilingual(
      sv: count == 1 ? "1 handling, inte skickad" : "\(count) handlingar, inte skickade",
      en: count == 1 ? "1 document, not sent" : "\(count) documents, not sent")
  }
}
