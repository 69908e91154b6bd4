// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the insured person's own pages: short sentences, no terms of the trade.
enum OwnTexts {
  static let title = Bilingual(sv: "Min utredning", en: "My assessment")
  static let lead = Bilingual(
    sv: "Här ser du din utredning steg för steg, och vem som har fått dina uppgifter. Ärende",
    en: "Here you see your assessment step by step, and who has your information. Case")
  static let several = Bilingual(sv: "Mina utredningar", en: "My assessments")
  static let none = Bilingual(sv: "Du har ingen utredning här", en: "You have no assessment here")
  static let noneText = Bilingual(
    sv: "När Försäkringskassan ber om en utredning av dig visas den här.",
    en: "When Försäkringskassan asks for an assessment of you, it is shown here.")
  static let representative = Bilingual(
    sv: "Du läser som registrerat ombud eller ställföreträdare. Det du gör här antecknas i ditt "
      + "namn.",
    en: "You read as a registered representative. What you do here is recorded in your name.")
  static let nextVisit = Bilingual(sv: "Ditt nästa besök", en: "Your next visit")
  static let visits = Bilingual(sv: "Dina besök", en: "Your visits")
  static let noVisit = Bilingual(
    sv: "Inget besök är bokat just nu. Du får en kallelse när det finns en tid.",
    en: "No visit is booked now. You get a summons when there is a time.")
  static let allSummons = Bilingual(
    sv: "Läs en kallelse till alla besöken", en: "Read one summons to all the visits")
  static let readSummons = Bilingual(sv: "Läs kallelsen", en: "Read the summons")
  static let cannotCome = Bilingual(sv: "Jag kan inte komma", en: "I cannot come")
  static let summoned = Bilingual(sv: "Kallelsen skickades", en: "Summons sent")
  static let earlier = Bilingual(sv: "Tidigare och avbokade besök", en: "Earlier visits")
  static let toBeCancelled = Bilingual(
    sv: "Försäkringskassan har bestämt att det här besöket ska ställas in.",
    en: "Försäkringskassan has decided that this visit is to be cancelled.")
  static let way = Bilingual(
    sv: "Så långt har utredningen kommit", en: "How far the assessment has come")
  static let done = Bilingual(sv: "klart", en: "done")
  static let who = Bilingual(sv: "Vem har fått dina uppgifter", en: "Who has your information")
  static let whoLead = Bilingual(
    sv: "Varje part ser bara det som har skickats till den.",
    en: "Each party sees only what has been sent to it.")
  static let which = Bilingual(sv: "Se vilka", en: "See which")
  static let allReads = Bilingual(
    sv: "Se hela listan över vem som har läst", en: "See the whole list of who has read")
  static let agencyHas = Bilingual(
    sv: "Har beställt utredningen och vet när besöken är. Får utlåtandet när det är klart.",
    en: "Has ordered the assessment and knows when the visits are. Gets the statement.")
  static let regionHas = Bilingual(
    sv: "Har fått datum, platser och vilka yrken du träffar. Inga medicinska uppgifter.",
    en: "Has dates, places and which professions you meet. No medical information.")
  static let nothingYet = Bilingual(
    sv: "Har inte fått några uppgifter om vem du är än.",
    en: "Has not yet been told who you are.")
  static let papers = Bilingual(sv: "Dina handlingar", en: "Your documents")
  static let handedOver = Bilingual(
    sv: "Det Försäkringskassan har lämnat ut", en: "What Försäkringskassan has handed over")
  static let statement = Bilingual(sv: "Utlåtandet", en: "The statement")
  static let readsTitle = Bilingual(sv: "Vem har läst", en: "Who has read")
  static let readsLead = Bilingual(
    sv: "Varje gång någon öppnar din utredning antecknas det. Senast står först.",
    en: "Each time somebody opens your assessment it is noted. The latest comes first.")
  static let whole = Bilingual(sv: "Din utredning", en: "Your assessment")
  /// In what capacity somebody read.
  static func reader(_ read: OwnRead) -> Bilingual {
    if let kind = read.representative { return kind.label }
    let title = read.entry.party?.role.title ?? Bilingual(sv: "", en: "")
    return read.entry.party == .insured
      ? Bilingual(sv: title.sv.lowercased(), en: title.en.lowercased()) : title
  }
  static let unnamed = Bilingual(sv: "Namn saknas", en: "Name not known")
  static let cancelled = Bilingual(
    sv: "Besöket är avbokat. De som utreder dig och Försäkringskassan har fått veta det.",
    en: "The visit is cancelled. Those who assess you and Försäkringskassan have been told.")
  static let reason = Bilingual(
    sv: "Varför kan du inte komma?", en: "Why can you not come?")
  static let reasonHint = Bilingual(
    sv: "Det läses av de som utreder dig och av Försäkringskassan.",
    en: "It is read by those who assess you and by Försäkringskassan.")
  static let anotherTime = Bilingual(sv: "Be om en annan tid", en: "Ask for another time")
  static let wishes = Bilingual(
    sv: "Vilka dagar och tider passar dig?", en: "Which days and times suit you?")
  static let askForTime = Bilingual(sv: "Skicka önskemålet", en: "Send the wish")
  static let rather = Bilingual(
    sv: "Kan du komma en annan dag?", en: "Can you come another day?")
  static let timeStands = Bilingual(
    sv: "Tiden gäller tills du har fått en ny.", en: "The time stands until you get a new one.")
  static let timeStandsText = Bilingual(
    sv: "De som utreder dig svarar här. Att be om en annan tid är inte ett återbud.",
    en: "Those who assess you answer here. To ask for another time is not to cancel.")
  static let asked = Bilingual(
    sv: "Önskemålet är skickat. Tiden gäller tills du har fått en ny.",
    en: "Your wish is sent. The time stands until you get a new one.")
  static let messages = Bilingual(
    sv: "Läs och skriv meddelanden", en: "Read and write messages")

  static let unread = Bilingual(sv: "Nytt att läsa", en: "New to read")

  static let calendar = Bilingual(sv: "Lägg i kalendern", en: "Add to calendar")
  static let calendarTitle = Bilingual(sv: "Besök", en: "Visit")
  static let cancelVisit = Bilingual(sv: "Avboka besöket", en: "Cancel the visit")
  static let keep = Bilingual(sv: "Behåll tiden", en: "Keep the time")

  static func performerHas(_ documents: Int, _ pages: Int) -> Bilingual {
    Bilingual(
      sv: "Har fått underlaget om dig: \(documents) "
        + "\(documents == 1 ? "handling" : "handlingar"), "
        + "\(pages) \(pages == 1 ? "sida" : "sidor").",
      en: "Has the documents about you: \(documents), "
        + "\(pages) \(pages == 1 ? "page" : "pages").")
  }

  static func read(by names: [String], _ last: Instant?) -> Bilingual {
    guard let last, !names.isEmpty else {
      return Bilingual(sv: "Ingen har läst än.", en: "Nobody has read yet.")
    }
    let shown = names.prefix(4).joined(separator: ", ")
    let more = names.count - 4
    return Bilingual(
      sv: "Läst av \(shown)\(more > 0 ? " och \(more) till" : ""). Senast \(last.words.sv).",
      en: "Read by \(shown)\(more > 0 ? " and \(more) more" : ""). Latest \(last.words.en).")
  }

  static func summonsTo(_ profession: Bilingual) -> Bilingual {
    Bilingual(
      sv: "Kallelse till \(profession.sv.lowercased())",
      en: "Summons: \(profession.en.lowercased())")
  }

  static let hasMoved = Bilingual(
    sv: "Besöket har fått en annan tid sedan sidan visades. Läs den nya tiden och svara sedan.",
    en: "The visit has been given another time since the page was shown. Read it, then answer.")

  static func noStatement(_ isSentOtherWay: Bool) -> Bilingual {
    isSentOtherWay
      ? Bilingual(
        sv: "det har skickats på ett annat sätt. Fråga din handläggare.",
        en: "it was sent another way. Ask your case officer.")
      : Bilingual(
        sv: "finns här så snart läkaren har skrivit under och skickat det.",
        en: "it is here as soon as the doctor has signed and sent it.")
  }

  static func outcome(_ outcome: Visit.Outcome) -> Bilingual {
    switch outcome {
    case .booked: Bilingual(sv: "Inte redovisat än.", en: "Not reported yet.")
    case .performed: Bilingual(sv: "Genomfört.", en: "Carried out.")
    case .missed: Bilingual(sv: "Blev inte av.", en: "Did not take place.")
    case .cancelled(let cancelled):
      cancelled.cause == .insured
        ? Bilingual(sv: "Avbokat av dig.", en: "Cancelled by you.")
        : Bilingual(
          sv: "Inställt. Det var inte du som avbokade.", en: "Cancelled, and not by you.")
    case .lapsed: Bilingual(sv: "Togs bort.", en: "Taken away.")
    }
  }

  static func limit(_ last: String, isPast: Bool) -> Bilingual {
    isPast
      ? Bilingual(
        sv: "Ett återbud nu räknas som sent: gränsen var \(last).",
        en: "A cancellation now counts as late: the limit was \(last).")
      : Bilingual(
        sv: "Lämna återbud senast \(last), så räknas det inte som sent.",
        en: "Cancel no later than \(last), and it does not count as late.")
  }

  static func soon(_ unit: String, _ phone: String) -> Bilingual {
    Bilingual(
      sv: "Är det bråttom? Ring \(unit), \(phone).",
      en: "Is it urgent? Call \(unit), \(phone).")
  }

  /// How it stands with another time that she has asked for.
  static func move(_ request: VisitMoveRequest) -> (tone: Tone, lead: Bilingual, text: Bilingual) {
    let day = request.at.day.shortWords
    let lead = Bilingual(
      sv: "Du bad om en annan tid \(day.sv).", en: "You asked for another time on \(day.en).")
    guard let declined = request.declined else {
      return (
        .note, lead,
        Bilingual(
          sv: "De som utreder dig har inte svarat än. Tiden gäller tills dess.",
          en: "Those who assess you have not answered yet. The time stands until then.")
      )
    }
    let reason = declined.reason ?? ""
    return (
      .soon, lead,
      Bilingual(
        sv: "Besöket går inte att flytta. De skriver: \(reason)",
        en: "The visit cannot be moved. They write: \(reason)")
    )
  }
}
