// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The page where files are taken in.
struct ImportModel: Sendable {
  /// A file that was not taken, with why.
  struct Refused: Hashable, Sendable {
    /// Empty where it is about the whole form.
    var name: String
    var text: Bilingual
  }

  /// A line of the journal.
  struct Line: Sendable {
    var record: ImportRecord
    /// The page with what became of its documents; nil where that is not the reader's.
    var result: Int?
    var isOwn: Bool
    var isYours: Bool
    var state: FollowUpWorkState?
  }

  /// The field where files are chosen.
  static let field = "filer"
  static let accepted = ["application/xml", "text/xml", "application/zip", ".xml", ".zip"]
  /// Lines of the journal that are shown.
  static let lines = 50

  var refused: [Refused] = []
  /// The edition that is read now; nil where there is none.
  var edition: BuiltEdition?
  /// Documents that have come since it was made.
  var newDocuments = 0
  var makesEditions = true
  /// Imports and editions of the reader's organisation that have not ended well, and an edition
  /// that another has asked for.
  var open: [FollowUpWork] = []
  var journal: [Line] = []

  init() {}

  init(
    _ records: [ImportRecord], work: [FollowUpWork], editionWork: FollowUpWork?, actor: Actor
  ) {
    let party = actor.party.description
    let byBatch = Dictionary(
      work.compactMap { one in one.batch.map { ($0, one) } }, uniquingKeysWith: { $1 })
    journal = records.prefix(Self.lines).map { record in
      let own = byBatch[record.batch]
      return Line(
        record: record, result: own?.id, isOwn: record.party == party,
        isYours: own?.person == actor.person, state: own?.state)
    }
    open = work.filter { $0.state.isOpen || $0.state == .stopped }
    if let editionWork, editionWork.state.isOpen, !open.contains(where: { $0.id == editionWork.id })
    {
      open.insert(editionWork, at: 0)
    }
  }

  /// Whether an edition is waiting or being made.
  var isMakingEdition: Bool { open.contains { $0.kind == .edition && $0.state.isOpen } }

  /// Sums over the file form's errors, for the summary above the heading.
  func summary(_ language: Language) -> [FieldError] {
    guard let first = refused.first else { return [] }
    let text = first.name.isEmpty ? first.text : ImportTexts.refusedSummary
    return [FieldError(Self.field, text[language])]
  }
}

/// The page about one import or edition.
struct WorkModel: Sendable {
  static let rows = 50

  let work: FollowUpWork
  let language: Language
  /// The reader asked that the page is not fetched anew by itself.
  var isStill = false
  var items: [ImportedItem] = []
  var counts: [ImportedOutcome: Int] = [:]
  /// The reader sent the files.
  var isSender = false
  /// Only documents with this outcome are shown; nil for all.
  var outcome: ImportedOutcome?
  var page = 1
  /// The edition that was made.
  var edition: BuiltEdition?

  init(_ work: FollowUpWork, _ language: Language) {
    self.work = work
    self.language = language
  }

  /// Whether the page is fetched anew by itself.
  var refreshes: Bool { work.state.isOpen && !isStill }

  /// How many of the whole are done, in hundredths; nil where the whole is not known.
  var percent: Int? { work.progress.part.map { Int(($0 * 100).rounded(.down)) } }

  var total: Int { counts.values.reduce(0, +) }

  /// Documents with the outcome that is shown.
  var shownCount: Int { outcome.map { counts[$0] ?? 0 } ?? total }

  var pageCount: Int { max((shownCount + Self.rows - 1) / Self.rows, 1) }

  /// How far it has come, in lines.
  var lines: [SummaryList.Line] {
    let progress = work.progress
    let isUpload = work.kind == .upload
    var lines = [
      SummaryList.Line(
        (isUpload ? ImportTexts.documentsDone : ImportTexts.personsDone)[language],
        CountText.grouped(progress.done))
    ]
    if isUpload, progress.done > 0 {
      lines += [
        (ImportResultTexts.accepted, progress.accepted),
        (ImportResultTexts.noted, progress.acceptedWithNotes),
        (ImportResultTexts.rejected, progress.rejected),
        (ImportResultTexts.known, progress.known),
      ].map { SummaryList.Line($0.0[language].capitalizedFirst, CountText.grouped($0.1)) }
    }
    if work.state == .running {
      lines += [
        .init(
          ImportTexts.rate[language],
          progress.perSecond.map {
            ImportTexts.documentsASecond(Int($0.rounded()))[language]
          } ?? ImportTexts.unknown[language]),
        .init(
          ImportTexts.timeLeft[language],
          progress.secondsLeft.map { ImportTexts.left($0)[language] }
            ?? ImportTexts.unknown[language]),
      ]
    }
    return lines
  }

  /// The address of a page of documents with one outcome.
  func href(_ outcome: ImportedOutcome?, page: Int = 1) -> Href {
    var query: [(String, String)] = []
    if let outcome { query.append((Name.show, outcome.rawValue)) }
    if page > 1 { query.append((Name.page, "\(page)")) }
    return SiteAddress.importResult(work.id).href(query, fragment: query.isEmpty ? nil : "lista")
  }

  /// What stands in the address.
  enum Name {
    static let show = "visa"
    static let page = "sida"
    static let still = "stilla"
  }
}

extension String {
  /// The same with a capital first.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
