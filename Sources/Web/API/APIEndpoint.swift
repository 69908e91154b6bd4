// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird

/// Every operation of the JSON interface. The raw value is the operation's id in the OpenAPI
/// document; a test holds that both name the same methods and paths.
enum APIEndpoint: String, CaseIterable, Sendable {
  case beginSession
  case listAssessments
  case requestAssessment
  case showAssessment
  case listEvents
  case giveCommand
  case listDocuments
  case readContent
  case showDraw
  case listThreads
  case openThread
  case showThread
  case sendMessage
  case listAttachments
  case attachFile
  case readAttachment
  case removeAttachment
  case showStatement
  case showStatementDraft
  case saveStatementDraft
  case signStatement
  case listTasks
  case showCapacity
  case publishCapacity
  case showCompetence
  case registerCompetence
  case setCompetencePolicy
  case setReleaseStep
  case resolveUnit
  case showUnit
  case listMeasures
  case showMeasure
  case showMeasureValues
  case searchAssessments
  case listRules
  case showRule
  case openDocument
  case readDocument

  /// First part of every address.
  static let base = "/api/v1"

  var method: HTTPRequest.Method {
    switch self {
    case .beginSession, .requestAssessment, .giveCommand, .searchAssessments, .openThread,
      .sendMessage, .attachFile, .saveStatementDraft, .signStatement, .publishCapacity,
      .registerCompetence, .setCompetencePolicy, .setReleaseStep:
      .post
    case .removeAttachment: .delete
    default: .get
    }
  }

  /// The path after the base; variable parts begin with a colon.
  var pattern: String {
    switch self {
    case .beginSession: "/sessions"
    case .listAssessments, .requestAssessment: "/assessments"
    case .showAssessment: "/assessments/:id"
    case .listEvents: "/assessments/:id/events"
    case .giveCommand: "/assessments/:id/commands"
    case .listDocuments: "/assessments/:id/documents"
    case .readContent: "/assessments/:id/documents/:document/content"
    case .showDraw: "/assessments/:id/draw"
    case .listThreads, .openThread: "/assessments/:id/threads"
    case .showThread: "/assessments/:id/threads/:thread"
    case .sendMessage: "/assessments/:id/threads/:thread/messages"
    case .listAttachments, .attachFile: "/assessments/:id/threads/:thread/attachments"
    case .readAttachment, .removeAttachment:
      "/assessments/:id/threads/:thread/attachments/:attachment"
    case .showStatement: "/assessments/:id/statement"
    case .showStatementDraft, .saveStatementDraft: "/assessments/:id/statement/draft"
    case .signStatement: "/assessments/:id/statement/signature"
    case .listTasks: "/tasks"
    case .showCapacity, .publishCapacity: "/capacity"
    case .showCompetence: "/competence"
    case .registerCompetence: "/competence/records"
    case .setCompetencePolicy: "/competence/policy"
    case .setReleaseStep: "/competence/release-step"
    case .resolveUnit: "/directory/units/:unit/care-unit"
    case .showUnit: "/directory/units/:unit"
    case .listMeasures: "/measures"
    case .showMeasure: "/measures/:measure"
    case .showMeasureValues: "/measures/:measure/values"
    case .searchAssessments: "/search"
    case .listRules: "/rules"
    case .showRule: "/rules/:rule"
    case .openDocument: "/openapi.yaml"
    case .readDocument: "/docs"
    }
  }

  /// Whether only a signed-in person gets an answer.
  var needsSession: Bool {
    switch self {
    case .beginSession, .listRules, .showRule, .openDocument, .readDocument: false
    default: true
    }
  }

  /// The query parameters it takes; any other is refused, so that a slip is not passed over.
  var parameters: Set<String> {
    switch self {
    case .listAssessments: Set(ListParameter.allCases.map(\.rawValue))
    case .listTasks: ["cursor", "limit"]
    case .showAssessment: ["asOf"]
    case .showCapacity: ["from", "weeks"]
    case .listEvents: ["after"]
    case .showRule, .resolveUnit: ["on"]
    case .showMeasureValues: ["purpose", "by", "from", "to", "where", "cases", "adjusted"]
    default: []
    }
  }

  /// Whether a path, without the base, is one of this operation's.
  func matches(_ path: some StringProtocol) -> Bool {
    let parts = path.split(separator: "/")
    let mine = pattern.split(separator: "/")
    return parts.count == mine.count
      && zip(parts, mine).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
  }

  /// What it does, in a line.
  var summary: Bilingual {
    switch self {
    case .beginSession:
      Bilingual(
        sv: "Loggar in en av demonstrationens personer och ger en nyckel",
        en: "Signs one of the demonstration's people in and gives a token")
    case .listAssessments: Bilingual(sv: "Partens ärenden", en: "The party's cases")
    case .requestAssessment:
      Bilingual(
        sv: "Försäkringskassan begär utförare; ärendet får sitt nummer",
        en: "Försäkringskassan requests a performer; the case gets its number")
    case .showAssessment:
      Bilingual(sv: "Ett ärende som parten ser det", en: "A case as the party sees it")
    case .listEvents:
      Bilingual(
        sv: "Händelserna som har skickats till parten", en: "The events sent to the party")
    case .giveCommand:
      Bilingual(sv: "Gör något i ett ärende", en: "Does something in a case")
    case .listDocuments:
      Bilingual(
        sv: "Handlingarna med filer som har skickats till parten",
        en: "The documents with files that were sent to the party")
    case .readContent:
      Bilingual(
        sv: "En handlings fil, för den som får öppna den",
        en: "A document's file, for whoever may open it")
    case .showDraw:
      Bilingual(
        sv: "Spelar upp lottningen av utförare på nytt", en: "Replays the draw of a performer")
    case .listThreads, .openThread, .showThread, .sendMessage: threadSummary
    case .listAttachments, .attachFile, .readAttachment, .removeAttachment: attachmentSummary
    case .showStatement:
      Bilingual(
        sv: "Utlåtandet som har skickats, med tillägg",
        en: "The statement that was sent, with additions")
    case .showStatementDraft:
      Bilingual(
        sv: "Utkastet, för dem som skriver det", en: "The draft, for those who write it")
    case .saveStatementDraft:
      Bilingual(sv: "Sparar fält i utkastet", en: "Saves fields of the draft")
    case .signStatement:
      Bilingual(
        sv: "Signerar och skickar utlåtandet eller svaren på en fråga",
        en: "Signs and sends the statement, or the answers to a question")
    case .listTasks: Bilingual(sv: "Partens uppgifter", en: "The party's tasks")
    case .showCapacity: Bilingual(sv: "Utförarens planering", en: "The performer's plan")
    case .publishCapacity: Bilingual(sv: "Publicerar lediga tider", en: "Publishes times")
    case .showCompetence, .registerCompetence, .setCompetencePolicy, .setReleaseStep:
      competenceSummary
    case .resolveUnit: DirectoryTexts.resolveUnit
    case .showUnit: DirectoryTexts.showUnit
    case .listMeasures, .showMeasure, .showMeasureValues: measureSummary
    case .searchAssessments:
      Bilingual(
        sv: "Söker på helt ärendenummer eller personnummer",
        en: "Searches by a whole case number or personal identity number")
    case .listRules: Bilingual(sv: "Alla regler", en: "All rules")
    case .showRule:
      Bilingual(sv: "En regel, som den gäller en dag", en: "A rule, as it applies on a day")
    case .openDocument: Bilingual(sv: "Beskrivning i OpenAPI 3.1", en: "OpenAPI 3.1 document")
    case .readDocument: Bilingual(sv: "Den här sidan", en: "This page")
    }
  }

  private var measureSummary: Bilingual {
    switch self {
    case .listMeasures:
      Bilingual(sv: "Alla mått i uppföljningen", en: "Every measure of the follow-up")
    case .showMeasure:
      Bilingual(sv: "Ett mått: vad det räknar", en: "A measure: what it counts")
    default:
      Bilingual(
        sv: "Ett måtts värden, som parten får se dem",
        en: "A measure's figures, as the party may see them")
    }
  }

  private var threadSummary: Bilingual {
    switch self {
    case .listThreads:
      Bilingual(
        sv: "Trådarna i ett ärende som de har skickats till parten",
        en: "The threads of a case as they were sent to the party")
    case .openThread:
      Bilingual(
        sv: "Börjar en tråd med ett första meddelande",
        en: "Begins a thread with a first message")
    case .showThread:
      Bilingual(
        sv: "En tråd med meddelanden och läskvitton",
        en: "A thread with its messages and read marks")
    default:
      Bilingual(sv: "Skickar ett meddelande i en tråd", en: "Sends a message in a thread")
    }
  }

  private var attachmentSummary: Bilingual {
    switch self {
    case .listAttachments:
      Bilingual(
        sv: "Egna bilagor som väntar på att skickas",
        en: "One's own attachments that wait to be sent")
    case .attachFile:
      Bilingual(
        sv: "Tar emot och kontrollerar en fil som ska följa med ett meddelande",
        en: "Takes and checks a file that is to go with a message")
    case .readAttachment:
      Bilingual(
        sv: "En bilagas fil, för den som läser tråden",
        en: "An attachment's file, for whoever reads the thread")
    default:
      Bilingual(
        sv: "Tar bort en bilaga som inte är skickad",
        en: "Takes an attachment away that was not sent")
    }
  }

  private var competenceSummary: Bilingual {
    switch self {
    case .showCompetence:
      Bilingual(sv: "Utförarens kompetensregister", en: "The performer's register of competence")
    case .registerCompetence:
      Bilingual(
        sv: "Registrerar eller rättar en uppgift om kompetens",
        en: "Registers or corrects a record of competence")
    case .setCompetencePolicy:
      Bilingual(
        sv: "Bestämmer vad som krävs av den som utses",
        en: "Sets what is asked of those who are appointed")
    default:
      Bilingual(
        sv: "Bestämmer om utlåtanden gås igenom innan den försäkrade läser dem",
        en: "Sets whether statements are gone through before the insured reads them")
    }
  }
}

/// What a list of cases can be asked for.
enum ListParameter: String, CaseIterable {
  case state, status, nextActor, performer, dueFrom, dueTo, deviations, sort, order, cursor, limit
}
