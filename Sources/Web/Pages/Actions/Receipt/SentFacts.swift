// SPDX-License-Identifier: Apache-2.0
import Domain

/// What an event says, line by line, as it was sent.
enum SentFacts {
  /// - Parameter name: what an organisation is called, where it is known.
  static func lines(
    _ event: AssessmentEvent, name: (HSAID) -> String?
  ) -> [(term: Bilingual, value: Bilingual)] {
    var facts = FactLines()
    switch event {
    case .performerRequested(let request): facts.add(request, name)
    case .insuredRegistered(let registered):
      facts.add(Words.person, registered.identity.fullName)
      facts.add(Words.number, registered.identity.number.description)
    case .requestDeclined(let declined): facts.add(Words.reason, declined.reason)
    case .inquirySent(let inquiry):
      facts.add(Words.performer, name(inquiry.performer) ?? inquiry.performer.text)
      facts.add(Words.answerBy, inquiry.answerBy)
      facts.add(Words.message, inquiry.message)
    case .inquiryAnswered(let answer): facts.add(answer)
    case .inquiryClosed(let closing):
      facts.add(Words.performer, name(closing.performer) ?? closing.performer.text)
      facts.add(Words.cause, VocabularyTexts.text(closing.cause))
    case .performerAllocated(let allocation):
      facts.add(Words.performer, allocation.unit.name)
      facts.add(Words.method, VocabularyTexts.text(allocation.method))
      facts.add(Words.comment, allocation.comment)
    case .allocationWithdrawn(let withdrawn): facts.add(Words.reason, withdrawn.reason)
    case .conflictReported(let conflict): facts.add(Words.reason, conflict.reason)
    case .orderPlaced(let order): facts.add(order, name)
    case .orderUpdated(let update): facts.add(update)
    case .corrected(let correction):
      facts.add(Words.reason, correction.reason)
      if let replacement = correction.replacement {
        facts.lines += lines(replacement, name: name)
      } else {
        facts.add(Words.correction, Words.removed)
      }
    default: facts.addCourse(event)
    }
    return facts.lines
  }
}

/// Collects the lines; what is not said gets none.
struct FactLines {
  var lines: [(term: Bilingual, value: Bilingual)] = []

  mutating func add(_ term: Bilingual, _ value: Bilingual?) {
    if let value { lines.append((term, value)) }
  }

  mutating func add(_ term: Bilingual, _ text: String?) { add(term, text.map(Said.name)) }
  mutating func add(_ term: Bilingual, _ day: Day?) { add(term, day.map(Said.day)) }
  mutating func add(_ term: Bilingual, _ moment: Instant?) { add(term, moment.map(Said.moment)) }
  mutating func add(_ term: Bilingual, _ answer: Bool?) {
    add(term, answer.map(VocabularyTexts.text))
  }

  mutating func add(_ request: PerformerRequested, _ name: (HSAID) -> String?) {
    add(Words.region, name(request.region) ?? request.region.text)
    add(Words.assess, request.assess)
    add(Words.town, request.need.town.isEmpty ? nil : request.need.town)
    add(Words.interpreter, Said.interpreter(request.need.interpreter))
    add(Words.needs, request.need.specialNeeds)
    for performer in request.need.earlierPerformers {
      add(Words.earlier, name(performer) ?? performer.text)
    }
    add(Words.answerBy, request.answerBy)
    add(Words.officer, Said.officer(request.officer))
    add(Words.agencyNumber, request.agencyNumber)
    add(Words.comment, request.comment)
  }

  mutating func add(_ answer: InquiryAnswered) {
    add(Words.accepts, answer.accepts)
    add(Words.start, answer.startDay)
    add(Words.reason, answer.reason)
    if answer.conflict { add(Words.conflict, true) }
    add(Words.comment, answer.comment)
  }

  mutating func add(_ order: OrderPlaced, _ name: (HSAID) -> String?) {
    add(Words.performer, name(order.performer) ?? order.performer.text)
    add(Words.person, order.identity.fullName)
    add(Words.number, order.identity.number.description)
    add(Words.address, order.identity.address)
    add(Words.phone, order.identity.phone)
    add(Words.purpose, order.purpose)
    add(Words.background, order.background)
    add(Words.planned, order.plannedActions)
    add(Words.extensionAllowed, order.extensionAllowed)
    add(Words.interpreter, Said.interpreter(order.interpreter))
    add(Words.needs, order.specialNeeds)
    add(order.documents)
    add(Words.officer, Said.officer(order.officer))
    add(Words.lastDay, order.lastDay)
    add(Words.comment, order.comment)
  }

  mutating func add(_ update: OrderUpdated) {
    add(Words.interpreter, update.interpreter.map(Said.interpreter))
    add(Words.needs, update.specialNeeds)
    add(Words.officer, update.officer.map(Said.officer))
    add(Words.comment, update.comment)
  }

  mutating func add(_ documents: DocumentList) {
    if documents.items == nil {
      add(
        Words.documents,
        Bilingual(sv: Words.amount(documents, .sv), en: Words.amount(documents, .en)))
    }
    for item in documents.items ?? [] {
      let dated = item.dated.map { ", \($0)" } ?? ""
      add(
        VocabularyTexts.text(item.kind),
        Bilingual(
          sv: "\(item.title)\(dated), \(item.pages) sid.",
          en: "\(item.title)\(dated), \(item.pages) p."))
    }
    for part in documents.absent ?? [] {
      add(
        VocabularyTexts.text(part.kind),
        Bilingual(sv: "Skickas inte: \(part.reason)", en: "Not sent: \(part.reason)"))
    }
  }

  mutating func add(_ professions: [Profession], _ term: Bilingual) {
    for profession in professions { add(term, VocabularyTexts.text(profession)) }
  }
}

/// The terms of what was sent.
enum Words {
  private static let documentCount = CountText(
    one: Bilingual(sv: "handling", en: "document"),
    many: Bilingual(sv: "handlingar", en: "documents"))
  private static let pageCount = CountText(
    one: Bilingual(sv: "sida", en: "page"), many: Bilingual(sv: "sidor", en: "pages"))

  /// `4 handlingar, 31 sidor`
  static func amount(_ documents: DocumentList, _ language: Language) -> String {
    documentCount.text(documents.count, language) + ", "
      + pageCount.text(documents.pages, language)
  }

  static let reason = Bilingual(sv: "Skäl", en: "Reason")
  static let comment = Bilingual(sv: "Kommentar", en: "Comment")
  static let message = Bilingual(sv: "Meddelande", en: "Message")
  static let cause = Bilingual(sv: "Orsak", en: "Cause")
  static let day = Bilingual(sv: "Dag", en: "Day")
  static let moment = Bilingual(sv: "Tid", en: "Time")
  static let answerBy = Bilingual(sv: "Svar senast", en: "Answer by")
  static let performer = Bilingual(sv: "Utförare", en: "Performer")
  static let region = Bilingual(sv: "Region", en: "Region")
  static let method = Bilingual(sv: "Sätt att välja", en: "Way of choosing")
  static let assess = Bilingual(sv: "Vad ska bedömas", en: "What is to be assessed")
  static let town = Bilingual(sv: "Ort", en: "Town")
  static let interpreter = Bilingual(sv: "Tolk", en: "Interpreter")
  static let needs = Bilingual(sv: "Särskilda behov", en: "Special needs")
  static let earlier = Bilingual(sv: "Tidigare utförare", en: "Earlier performer")
  static let officer = Bilingual(sv: "Handläggare", en: "Case officer")
  static let agencyNumber = Bilingual(
    sv: "Försäkringskassans ärendenummer", en: "Försäkringskassan's case number")
  static let accepts = Bilingual(sv: "Tackar ja", en: "Accepts")
  static let start = Bilingual(sv: "Kan börja", en: "Can begin")
  static let conflict = Bilingual(sv: "Jäv", en: "Conflict of interest")
  static let person = Bilingual(sv: "Namn", en: "Name")
  static let number = Bilingual(sv: "Personnummer", en: "Personal number")
  static let documents = Bilingual(sv: "Underlag", en: "Documents")
  static let address = Bilingual(sv: "Adress", en: "Address")
  static let phone = Bilingual(sv: "Telefon", en: "Telephone")
  static let purpose = Bilingual(sv: "Syfte", en: "Purpose")
  static let background = Bilingual(sv: "Bakgrund", en: "Background")
  static let planned = Bilingual(sv: "Planerade åtgärder", en: "Planned actions")
  static let extensionAllowed = Bilingual(sv: "Utvidgning får föreslås", en: "Extension allowed")
  static let lastDay = Bilingual(sv: "Sista dag", en: "Last day")
  static let correction = Bilingual(sv: "Rättelse", en: "Correction")
  static let removed = Bilingual(sv: "Uppgiften tas bort", en: "Removed")
  static let channel = Bilingual(sv: "Sätt", en: "Way")
  static let invited = Bilingual(
    sv: "Har fått lämna egna uppgifter", en: "Invited to add information")
  static let question = Bilingual(sv: "Fråga", en: "Question")
  static let part = Bilingual(sv: "Del av underlaget", en: "Part of the documents")
  static let answer = Bilingual(sv: "Svar", en: "Answer")
  static let doctor = Bilingual(sv: "Läkare", en: "Doctor")
  static let profession = Bilingual(sv: "Undersökning hos", en: "Examination by")
  static let begins = Bilingual(sv: "Börjar", en: "Begins")
  static let ends = Bilingual(sv: "Slutar", en: "Ends")
  static let place = Bilingual(sv: "Plats", en: "Place")
  static let examiner = Bilingual(sv: "Utredare", en: "Examiner")
  static let interpreterBooked = Bilingual(sv: "Tolk bokad", en: "Interpreter booked")
  static let tookPart = Bilingual(sv: "Tolken medverkade", en: "The interpreter took part")
  static let minutes = Bilingual(sv: "Tolkens tid i minuter", en: "Interpreter's minutes")
  static let summons = Bilingual(sv: "Kallelse skickad", en: "Summons sent")
  static let reached = Bilingual(sv: "Nådde utföraren", en: "Reached the performer")
  static let missed = Bilingual(sv: "Personen uteblev", en: "The person did not come")
  static let description = Bilingual(sv: "Beskrivning", en: "Description")
  static let keep = Bilingual(sv: "Ska genomföras", en: "Is to take place")
  static let cancel = Bilingual(sv: "Ska avbokas", en: "Is to be cancelled")
  static let approved = Bilingual(sv: "Godkänd", en: "Approved")
  static let decision = Bilingual(sv: "Beslut", en: "Decision")
  static let refused = Bilingual(sv: "Avslag", en: "Refused")
  static let expected = Bilingual(sv: "Väntas framme", en: "Expected")
  static let proposed = Bilingual(sv: "Föreslagen dag", en: "Proposed day")
}
