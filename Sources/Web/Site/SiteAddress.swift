// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Every address of the site. The same value gives the link and, through `pattern`, the route, so
/// that a link to a page that does not exist does not compile.
///
/// To add a page: add a case, its path, and a route in the page's `add…Routes`.
enum SiteAddress {
  case home
  case signIn
  case signOut
  case switchOffice
  case language
  case tasks
  case cases
  case casesExport
  case search
  case assessment(CaseNumber)
  case action(CaseNumber, ActionKind)
  case receipt(CaseNumber)
  case draw(CaseNumber)
  case readers(CaseNumber)
  /// The documents of a case.
  case documents(CaseNumber)
  /// Search in the text of all documents of a case.
  case documentSearch(CaseNumber)
  /// Takes the fields of what is not sent yet.
  case unsentDocuments(CaseNumber)
  /// Takes a form with files.
  case uploadForm(CaseNumber)
  /// Takes the beginning of a file that comes in pieces.
  case uploads(CaseNumber)
  /// Takes the pieces of a file, and tells how far it has come.
  case upload(CaseNumber, String)
  case uploadEnd(CaseNumber, String)
  case uploadCancel(CaseNumber, String)
  /// The reader of one document.
  case document(CaseNumber, String)
  /// The picture of a page, counted from 1.
  case documentPage(CaseNumber, String, Int)
  /// The file as it was sent.
  case documentFile(CaseNumber, String)
  case documentNote(CaseNumber, String)
  /// The threads of a case.
  case threads(CaseNumber)
  case thread(CaseNumber, Int)
  /// An attachment of a thread; of thread 0 while it waits in a new one.
  case attachment(CaseNumber, Int, String)
  case attachmentPage(CaseNumber, Int, String, Int)
  case attachmentFile(CaseNumber, Int, String)
  /// The organisation's threads in all cases.
  case inbox
  /// The statement that was sent; before that, to those who write it, the way to the draft.
  case statement(CaseNumber)
  case statementSection(CaseNumber, section: String)
  case statementHistory(CaseNumber, section: String)
  case statementReview(CaseNumber)
  case statementQuestion(CaseNumber)
  case statementAnswer(CaseNumber)
  case statementPrint(CaseNumber)
  case statementPDF(CaseNumber)
  /// Where a mentor passes a statement.
  case statementMentor(CaseNumber)
  /// The summons to the visits that the query names.
  case summons(CaseNumber)
  case summonsPrint(CaseNumber)
  case summonsPDF(CaseNumber)
  /// The insured person's own pages.
  case ownCases
  case ownCase(CaseNumber)
  case ownReads(CaseNumber)
  /// Where she says that she cannot come to a visit.
  case ownVisit(CaseNumber, Int)
  /// Where she asks for another time for it.
  case ownMove(CaseNumber, Int)
  /// Where she sends documents of her own.
  case ownSending(CaseNumber)
  case ownRating(CaseNumber)
  /// Where she opposes that the statement is handed over, or takes it back.
  case ownOpposition(CaseNumber)
  /// The visit for her own calendar.
  case ownCalendar(CaseNumber, Int)
  case newRequest(step: String)
  case order(CaseNumber, step: String)
  case settings
  /// A performer's calendar, publishing of times, forecast and competence.
  case planning
  case capacity
  case forecast
  case competence
  /// A performer in a region's settings; `SiteAddress.newPerformer` for one that is added.
  case performer(String)
  /// The directory of health care, one of its units, and what differs between two copies.
  case directory
  case directoryUnit(String)
  case directoryChanges
  /// The follow-up of certificates: overview, a measure's figures as page and file, and methods.
  case followUp
  case measure(String)
  case measureFile(String, String)
  case methods
  case method(String)
  /// Where files are taken in for the follow-up, what became of one import, as a page and a file,
  /// and where it is gone on with, stopped, or an edition asked for.
  case imports
  case importResult(Int)
  case importFile(Int)
  case importResume(Int)
  case importCancel(Int)
  case newEdition
  /// How good what was delivered is, as a page and a file.
  case quality
  case qualityFile
  case rules
  case rule(String)
  case calendar
  case help
  case accessibility
  case privacy
  case gallery
  case account
  case clock
  case live
  case asset(String)
  case health(String)
  case api(String)

  /// The path, segment by segment.
  private var path: [String] {
    switch self {
    case .home: []
    case .signIn: ["logga-in"]
    case .signOut: ["logga-ut"]
    case .switchOffice: ["uppdrag"]
    case .language: ["sprak"]
    case .tasks: ["att-gora"]
    case .cases: ["arenden"]
    case .casesExport: ["arenden.csv"]
    case .search: ["sok"]
    case .assessment(let id): ["arenden", id.description]
    case .action(let id, let kind): ["arenden", id.description, "gor", kind.rawValue]
    case .receipt(let id): ["arenden", id.description, "kvitto"]
    case .draw(let id): ["arenden", id.description, "lottning"]
    case .readers(let id): ["arenden", id.description, "lasningar"]
    case .documents, .documentSearch, .unsentDocuments, .uploadForm, .uploads, .upload,
      .uploadEnd, .uploadCancel, .document, .documentPage, .documentFile, .documentNote:
      documentPath
    case .threads, .thread, .attachment, .attachmentPage, .attachmentFile: threadPath
    case .inbox: ["meddelanden"]
    case .statement(let id): ["arenden", id.description, "utlatande"]
    case .statementSection(let id, let section):
      ["arenden", id.description, "utlatande", "avsnitt", section]
    case .statementHistory(let id, let section):
      ["arenden", id.description, "utlatande", "historik", section]
    case .statementReview(let id): ["arenden", id.description, "utlatande", "granska"]
    case .statementQuestion(let id): ["arenden", id.description, "utlatande", "fraga"]
    case .statementAnswer(let id): ["arenden", id.description, "utlatande", "svar"]
    case .statementPrint(let id): ["arenden", id.description, "utlatande", "utskrift"]
    case .statementPDF(let id): ["arenden", id.description, "utlatande.pdf"]
    case .statementMentor(let id): ["arenden", id.description, "utlatande", "mentor"]
    case .summons(let id): ["arenden", id.description, "kallelse"]
    case .summonsPrint(let id): ["arenden", id.description, "kallelse", "utskrift"]
    case .summonsPDF(let id): ["arenden", id.description, "kallelse.pdf"]
    case .ownCases, .ownCase, .ownReads, .ownVisit, .ownMove, .ownCalendar, .ownSending,
      .ownOpposition, .ownRating:
      ownPath
    case .newRequest(let step): ["ny-begaran", step]
    case .order(let id, let step): ["arenden", id.description, "bestall", step]
    case .settings: ["installningar"]
    case .planning: ["planering"]
    case .capacity: ["planering", "tider"]
    case .forecast: ["planering", "prognos"]
    case .competence: ["kompetens"]
    case .performer(let id): ["installningar", "utforare", id]
    case .directory: ["vardenheter"]
    case .directoryUnit(let id): ["vardenheter", "enhet", id]
    case .directoryChanges: ["vardenheter", "andringar"]
    case .followUp, .measure, .measureFile, .methods, .method, .imports, .importResult,
      .importFile, .importResume, .importCancel, .newEdition, .quality, .qualityFile:
      ["uppfoljning"] + followUpPath
    case .rules: ["regler"]
    case .rule(let id): ["regler", id]
    case .calendar: ["kalender"]
    case .help: ["hjalp"]
    case .accessibility: ["tillganglighet"]
    case .privacy: ["personuppgifter"]
    case .gallery: ["design"]
    case .account: ["konto"]
    case .clock: ["tid"]
    case .live: ["live"]
    case .asset(let name): ["assets", name]
    case .health(let name): ["health", name]
    case .api(let name): ["api", "v1", name]
    }
  }

  /// The path below the follow-up of certificates.
  private var followUpPath: [String] {
    switch self {
    case .measure(let id): ["matt", id]
    case .measureFile(let id, let format): ["matt", id, "fil", format]
    case .methods: ["metod"]
    case .method(let id): ["metod", id]
    case .imports: ["inlasning"]
    case .importResult(let id): ["inlasning", "\(id)"]
    case .importFile(let id): ["inlasning", "\(id)", "resultat.csv"]
    case .importResume(let id): ["inlasning", "\(id)", "fortsatt"]
    case .importCancel(let id): ["inlasning", "\(id)", "avbryt"]
    case .newEdition: ["inlasning", "utgava"]
    case .quality: ["datakvalitet"]
    case .qualityFile: ["datakvalitet.csv"]
    default: []
    }
  }

  /// The path of one of the insured person's own pages.
  private var ownPath: [String] {
    switch self {
    case .ownCases: ["min-utredning"]
    case .ownCase(let id): ["min-utredning", id.description]
    case .ownReads(let id): ["min-utredning", id.description, "lasningar"]
    case .ownVisit(let id, let visit): ["min-utredning", id.description, "besok", "\(visit)"]
    case .ownMove(let id, let visit):
      ["min-utredning", id.description, "besok", "\(visit)", "annan-tid"]
    case .ownCalendar(let id, let visit):
      ["min-utredning", id.description, "besok", "\(visit)", "kalender.ics"]
    case .ownSending(let id): ["min-utredning", id.description, "skicka"]
    case .ownOpposition(let id): ["min-utredning", id.description, "utlatandet"]
    case .ownRating(let id): ["min-utredning", id.description, "sjalvskattning"]
    default: []
    }
  }

  /// The path of an address below a case's documents.
  private var threadPath: [String] {
    func below(_ id: CaseNumber, _ rest: String...) -> [String] {
      ["arenden", id.description, "samtal"] + rest
    }
    switch self {
    case .threads(let id): return below(id)
    case .thread(let id, let thread): return below(id, "\(thread)")
    case .attachment(let id, let thread, let file):
      return below(id, "\(thread)", "bilagor", file)
    case .attachmentPage(let id, let thread, let file, let page):
      return below(id, "\(thread)", "bilagor", file, "sidor", "\(page)")
    case .attachmentFile(let id, let thread, let file):
      return below(id, "\(thread)", "bilagor", file, "fil")
    default: return []
    }
  }

  private var documentPath: [String] {
    func below(_ id: CaseNumber, _ rest: String...) -> [String] {
      ["arenden", id.description, "handlingar"] + rest
    }
    switch self {
    case .documents(let id): return below(id)
    case .documentSearch(let id): return below(id, "sok")
    case .unsentDocuments(let id): return below(id, "osanda")
    case .uploadForm(let id): return below(id, "filer")
    case .uploads(let id): return below(id, "uppladdningar")
    case .upload(let id, let upload): return below(id, "uppladdningar", upload)
    case .uploadEnd(let id, let upload): return below(id, "uppladdningar", upload, "klar")
    case .uploadCancel(let id, let upload): return below(id, "uppladdningar", upload, "avbryt")
    case .document(let id, let document): return below(id, document)
    case .documentPage(let id, let document, let page):
      return below(id, document, "sidor", "\(page)")
    case .documentFile(let id, let document): return below(id, document, "fil")
    case .documentNote(let id, let document): return below(id, document, "anteckning")
    default: return []
    }
  }

  /// What stands in the place of an HSA-id for a performer that is to be added.
  static let newPerformer = "ny"

  /// The link.
  var href: Href { Href(path: path) }

  /// The link with query values, and a place on the page.
  func href(_ query: [(String, String)], fragment: String? = nil) -> Href {
    Href(path: path, query: query, fragment: fragment)
  }

  /// Route patterns. A pattern names its variable parts as `SiteParameter` does.
  enum Pattern {
    static let assessment = "arenden/:id"
    static let action = "arenden/:id/gor/:action"
    static let receipt = "arenden/:id/kvitto"
    static let draw = "arenden/:id/lottning"
    static let readers = "arenden/:id/lasningar"
    static let documents = "arenden/:id/handlingar"
    static let documentSearch = documents + "/sok"
    static let unsentDocuments = documents + "/osanda"
    static let uploadForm = documents + "/filer"
    static let uploads = documents + "/uppladdningar"
    static let upload = uploads + "/:upload"
    static let uploadEnd = upload + "/klar"
    static let uploadCancel = upload + "/avbryt"
    static let document = documents + "/:document"
    static let documentPage = document + "/sidor/:page"
    static let documentFile = document + "/fil"
    static let documentNote = document + "/anteckning"
    static let threads = "arenden/:id/samtal"
    static let thread = "arenden/:id/samtal/:thread"
    static let attachment = "arenden/:id/samtal/:thread/bilagor/:attachment"
    static let attachmentPage = "arenden/:id/samtal/:thread/bilagor/:attachment/sidor/:page"
    static let attachmentFile = "arenden/:id/samtal/:thread/bilagor/:attachment/fil"
    static let statement = "arenden/:id/utlatande"
    static let statementSection = "arenden/:id/utlatande/avsnitt/:section"
    static let statementHistory = "arenden/:id/utlatande/historik/:section"
    static let statementReview = "arenden/:id/utlatande/granska"
    static let statementQuestion = "arenden/:id/utlatande/fraga"
    static let statementAnswer = "arenden/:id/utlatande/svar"
    static let statementPrint = "arenden/:id/utlatande/utskrift"
    static let statementPDF = "arenden/:id/utlatande.pdf"
    static let statementMentor = "arenden/:id/utlatande/mentor"
    static let summons = "arenden/:id/kallelse"
    static let summonsPrint = "arenden/:id/kallelse/utskrift"
    static let summonsPDF = "arenden/:id/kallelse.pdf"
    static let ownCase = "min-utredning/:id"
    static let ownReads = "min-utredning/:id/lasningar"
    static let ownVisit = "min-utredning/:id/besok/:visit"
    static let ownMove = "min-utredning/:id/besok/:visit/annan-tid"
    static let ownCalendar = "min-utredning/:id/besok/:visit/kalender.ics"
    static let ownSending = "min-utredning/:id/skicka"
    static let ownOpposition = "min-utredning/:id/utlatandet"
    static let ownRating = "min-utredning/:id/sjalvskattning"
    static let newRequest = "ny-begaran/:step"
    static let order = "arenden/:id/bestall/:step"
    static let rule = "regler/:rule"
    static let directoryUnit = "vardenheter/enhet/:unit"
    static let performer = "installningar/utforare/:performer"
    static let measure = "uppfoljning/matt/:measure"
    static let measureFile = "uppfoljning/matt/:measure/fil/:format"
    static let method = "uppfoljning/metod/:measure"
    static let importResult = "uppfoljning/inlasning/:import"
    static let importFile = importResult + "/resultat.csv"
    static let importResume = importResult + "/fortsatt"
    static let importCancel = importResult + "/avbryt"
    static let asset = "assets/:name"
    static let health = "health/:name"
  }

  /// The pattern of an address without variable parts.
  var pattern: String { path.joined(separator: "/") }
}
