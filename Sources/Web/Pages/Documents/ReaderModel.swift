// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What can be read in one document, on one page or continuously, with the person's own notes.
struct ReaderModel: Sendable {
  /// A document of the case in the list at the side.
  struct Listed: Sendable {
    let id: String
    let title: String
    let details: String
    /// How many pages the person has marked or noted something on.
    let noted: Int
  }

  /// One page.
  struct Sheet: Sendable {
    let page: Int
    /// Nil where the document is text, which is shown as such.
    let picture: Href?
    /// What can be read out of the page; nil where nothing can.
    let text: String?
    let note: DocumentNote?
  }

  /// Which document, which page, and how it is read.
  struct Place: Sendable, Hashable {
    var document: String
    /// Counted from 1.
    var page = 1
    var isContinuous = false
    /// Words that were searched for, marked in the text.
    var words = ""
  }

  let id: CaseNumber
  let place: Place
  let title: String
  let details: String
  let file: FileFacts
  let pages: Int
  let documents: [Listed]
  let sheets: [Sheet]
  /// The pages that the person has marked or noted something on.
  let noted: [DocumentNote]
  /// The document is the person's own and not sent yet.
  let isPreview: Bool
  /// Asks for more of the document's part; nil where that cannot be done.
  let ask: Href?
  /// Begins a thread about the document; nil where that cannot be done.
  let write: Href?
  /// What was typed as a note and not taken, and why.
  var typed: DocumentNote?
  var noteError: Bilingual?

  /// Pages that are shown at once in continuous reading.
  static let sheetsMax = 20

  /// - Parameters:
  ///   - document: what is read.
  ///   - others: all documents that the person may open, in order.
  ///   - text: the text of each page.
  init(
    _ source: CaseSource, _ place: Place, _ document: SupportingDocument, _ file: DocumentFile,
    sent: String?, among others: [SupportingDocument], text: [String], notes: [DocumentNote]
  ) {
    id = source.id
    pages = max(file.pages, 1)
    var place = place
    place.page = min(max(place.page, 1), pages)
    self.place = place
    title = document.title
    self.file = FileFacts(file)
    isPreview = sent == nil
    details = [
      source.say(document.kind.label.alone), document.dated?.description,
      source.say(CaseUnderlagTexts.pages(pages)), FileFacts(file).words(source.language), sent,
    ].compactMap { $0 }.joined(separator: ", ")
    documents = others.compactMap { other in
      guard let file = other.file else { return nil }
      return Listed(
        id: file.id, title: other.title,
        details: source.say(other.kind.label.alone) + ", "
          + source.say(CaseUnderlagTexts.pages(file.pages)),
        noted: notes.count { $0.document == file.id })
    }
    noted = notes.filter { $0.document == file.id }.sorted { $0.page < $1.page }
    let own = noted
    sheets = Self.shown(place, pages).map { page in
      let words = text.indices.contains(page - 1) ? text[page - 1].trimmed : ""
      return Sheet(
        page: page,
        picture: file.mediaType == .text
          ? nil : SiteAddress.documentPage(source.id, file.id, page).href,
        text: words.isEmpty ? nil : words, note: own.first { $0.page == page })
    }
    ask =
      source.allows(.requestOrderSupplement)
      ? SiteAddress.action(source.id, .requestOrderSupplement)
        .href([(ActionFields.part, document.kind.rawValue)]) : nil
    let actor = source.view.actor
    let isWriter = source.state.isWrittenIn(by: actor)
    write =
      sent != nil && isWriter
      ? SiteAddress.threads(source.id).href(
        [(ThreadField.about, ThreadMatter.document(file.id).description)], fragment: "ny-trad")
      : nil
  }

  /// The pages that are shown: one, or a run of them from the first of the run that it stands in.
  private static func shown(_ place: Place, _ pages: Int) -> ClosedRange<Int> {
    guard place.isContinuous else { return place.page...place.page }
    let first = (place.page - 1) / sheetsMax * sheetsMax + 1
    return first...min(first + sheetsMax - 1, pages)
  }

  /// The address of a place, with the mode of this one.
  func href(page: Int, in document: String? = nil, continuous: Bool? = nil) -> Href {
    var query = [(DocumentFields.page, "\(page)")]
    let isContinuous = continuous ?? place.isContinuous
    if isContinuous { query.append((DocumentFields.mode, DocumentFields.continuous)) }
    return SiteAddress.document(id, document ?? place.document)
      .href(query, fragment: isContinuous ? "sida-\(page)" : nil)
  }

  private var position: Int? { documents.firstIndex { $0.id == place.document } }

  /// What comes before: a page, a run of pages, or the document before.
  var previous: (text: Bilingual, href: Href)? {
    let first = sheets.first?.page ?? 1
    if first > 1 {
      return (
        place.isContinuous ? ReaderPageTexts.earlier : ReaderPageTexts.previous,
        href(page: place.isContinuous ? first - Self.sheetsMax : first - 1)
      )
    }
    guard let position, position > 0 else { return nil }
    return (ReaderPageTexts.previousDocument, href(page: 1, in: documents[position - 1].id))
  }

  /// What comes next: a page, a run of pages, or the document after.
  var next: (text: Bilingual, href: Href)? {
    let last = sheets.last?.page ?? 1
    if last < pages {
      return (
        place.isContinuous ? ReaderPageTexts.later : ReaderPageTexts.next, href(page: last + 1)
      )
    }
    guard let position, position + 1 < documents.count else { return nil }
    return (ReaderPageTexts.nextDocument, href(page: 1, in: documents[position + 1].id))
  }
}

/// The words of the reader.
enum ReaderPageTexts {
  static let sent = Bilingual(sv: "skickad", en: "sent")
  static let previous = Bilingual(sv: "Föregående sida", en: "Previous page")
  static let next = Bilingual(sv: "Nästa sida", en: "Next page")
  static let earlier = Bilingual(sv: "Tidigare sidor", en: "Earlier pages")
  static let later = Bilingual(sv: "Fler sidor", en: "More pages")
  static let previousDocument = Bilingual(sv: "Föregående handling", en: "Previous document")
  static let nextDocument = Bilingual(sv: "Nästa handling", en: "Next document")
  static let page = Bilingual(sv: "Sida", en: "Page")
  static let go = Bilingual(sv: "Gå till sidan", en: "Go to the page")
  static let continuous = Bilingual(sv: "Läs löpande", en: "Read continuously")
  static let single = Bilingual(sv: "En sida i taget", en: "One page at a time")
  static let download = Bilingual(sv: "Hämta originalet", en: "Download the original")
  static let text = Bilingual(sv: "Texten på sidan", en: "The text on the page")
  static let noText = Bilingual(
    sv: "Sidan har ingen text som går att läsa ut. Den är en bild.",
    en: "The page has no text that can be read out. It is a picture.")
  static let documents = Bilingual(sv: "Alla handlingar", en: "All documents")
  static let note = Bilingual(sv: "Din anteckning", en: "Your note")
  static let onlyYou = Bilingual(
    sv: "Bara du ser dina anteckningar.", en: "Only you see your notes.")
  static let mark = Bilingual(sv: "Markera sidan", en: "Mark the page")
  static let marked = Bilingual(sv: "Markerad", en: "Marked")
  static let noteText = Bilingual(sv: "Anteckning", en: "Note")
  static let save = Bilingual(sv: "Spara anteckningen", en: "Save the note")
  static let write = Bilingual(sv: "Anteckna på sidan", en: "Make a note on the page")
  static let notedPages = Bilingual(
    sv: "Sidor med dina anteckningar", en: "Pages with your notes")
  static let preview = Bilingual(
    sv: "Förhandsgranskning.", en: "Preview.")
  static let previewText = Bilingual(
    sv: "Handlingen är inte skickad. Så här ser mottagaren den.",
    en: "The document is not sent. This is how the receiver sees it.")
  static let toolbar = Bilingual(sv: "Bläddra", en: "Turn pages")
  static let unchecked = Bilingual(
    sv: "Filen är inte viruskontrollerad.", en: "The file is not checked for viruses.")
  static let uncheckedText = Bilingual(
    sv: "Sidorna här är bilder och gör ingen skada. Var försiktig med originalet.",
    en: "The pages here are pictures and do no harm. Be careful with the original.")
  static let keys: [(key: String, does: Bilingual)] = [
    ("j", Bilingual(sv: "Nästa sida", en: "Next page")),
    ("k", Bilingual(sv: "Föregående sida", en: "Previous page")),
    ("→", Bilingual(sv: "Nästa sida", en: "Next page")),
    ("←", Bilingual(sv: "Föregående sida", en: "Previous page")),
  ]

  static func pageOf(_ page: Int, _ pages: Int) -> Bilingual {
    Bilingual(sv: "Sida \(page) av \(pages)", en: "Page \(page) of \(pages)")
  }

  static func ofPages(_ pages: Int) -> Bilingual {
    Bilingual(sv: "av \(pages)", en: "of \(pages)")
  }

  static func picture(_ page: Int, _ pages: Int, _ title: String, hasText: Bool) -> Bilingual {
    let where_ = pageOf(page, pages)
    return hasText
      ? Bilingual(
        sv: "\(where_.sv) i \(title). Texten står under bilden.",
        en: "\(where_.en) of \(title). The text is below the picture.")
      : Bilingual(
        sv: "\(where_.sv) i \(title). Ingen text går att läsa ut.",
        en: "\(where_.en) of \(title). No text can be read out.")
  }

  static func noted(_ count: Int) -> Bilingual {
    Bilingual(
      sv: count == 1 ? "1 anteckning" : "\(count) anteckningar",
      en: count == 1 ? "1 note" : "\(count) notes")
  }
}
