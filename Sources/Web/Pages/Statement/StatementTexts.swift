// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the pages about the statement.
enum StatementPageTexts {
  static let write = Bilingual(sv: "Skriv utlåtande", en: "Write the statement")
  static let statement = Bilingual(sv: "Utlåtande", en: "Statement")
  static let history = Bilingual(sv: "Historik", en: "History")
  static let review = Bilingual(sv: "Läs igenom och signera", en: "Read through and sign")
  static let change = Bilingual(sv: "Ändra", en: "Change")
  static let question = Bilingual(sv: "Ställ frågor om utlåtandet", en: "Ask about the statement")
  static let answer = Bilingual(sv: "Svara på frågor", en: "Answer questions")
  static let sections = Bilingual(sv: "Avsnitt i utlåtandet", en: "Sections of the statement")
  static let save = Bilingual(sv: "Spara", en: "Save")
  static let saveAndNext = Bilingual(sv: "Spara och gå vidare", en: "Save and go on")
  static let savedAt = Bilingual(sv: "Sparat", en: "Saved")
  static let notSavedYet = Bilingual(sv: "Inget är skrivet än", en: "Nothing is written yet")
  static let saving = Bilingual(sv: "Sparar …", en: "Saving …")
  static let notSaved = Bilingual(
    sv: "Inte sparat. Det du har skrivit står kvar här, och sparas när det går.",
    en: "Not saved. What you wrote remains here, and is saved when it can be.")
  static let signInAgain = Bilingual(
    sv: "Inte sparat: du är utloggad. Tryck på Spara, så får du logga in och inget går förlorat.",
    en: "Not saved: you are signed out. Press Save to sign in again; nothing is lost.")
  static let conflictNow = Bilingual(
    sv: "Någon annan har skrivit här samtidigt. Båda texterna är sparade. Tryck på Spara för att "
      + "jämföra.",
    en: "Somebody else wrote here at the same time. Both texts are saved. Press Save to compare.")
  static let untyped = Bilingual(
    sv: "Det du skriver sparas medan du skriver, och stannar hos er tills det signeras.",
    en: "What you write is saved while you write, and stays with you until it is signed.")
  static let read = Bilingual(sv: "Du kan läsa men inte skriva här.", en: "You can only read here.")
  static let nothingMissing = Bilingual(sv: "Inget saknas", en: "Nothing is missing")
  static let missing = CountText(
    one: Bilingual(sv: "sak saknas", en: "thing is missing"),
    many: Bilingual(sv: "saker saknas", en: "things are missing"))
  static let underlag = Bilingual(sv: "Underlaget", en: "The documents")
  static let noDocuments = Bilingual(
    sv: "Inga handlingar är listade i beställningen.", en: "The order lists no documents.")
  static let page = CountText(
    one: Bilingual(sv: "sida", en: "page"), many: Bilingual(sv: "sidor", en: "pages"))
  static let aboutForm = Bilingual(sv: "Om formuläret", en: "About the form")
  static let levelWords = Bilingual(
    sv: "Orden för nivå 1–3 är Samsyns egna. Källan namnger bara 0 och 4.",
    en: "The words for levels 1–3 are Samsyn's own. The source names only 0 and 4.")
  static let both = Bilingual(
    sv: "Två har skrivit samtidigt. Båda texterna finns kvar.",
    en: "Two wrote at the same time. Both texts remain.")
  static let alsoWritten = Bilingual(sv: "skrev också,", en: "also wrote,")
  static let dealt = Bilingual(
    sv: "Jag har fört in det som ska vara med. Ta bort den andra texten.",
    en: "I have put in what is to stay. Take the other text away.")
  static let ownRating = Bilingual(sv: "Egen skattning", en: "Own rating")
  static let noted = Bilingual(sv: "Antecknad skattning", en: "Rating written down")
  static let ownRatingWritten = Bilingual(
    sv: "Egen skattning, antecknad av utredaren", en: "Own rating, written down by the examiner")
  static let writtenBefore = Bilingual(
    sv: "Den gäller i stället för det som utredaren hade antecknat:",
    en: "It counts instead of what the examiner had written down:")
  static let examinersLevel = Bilingual(sv: "Utredarens nivå", en: "The examiner's level")
  static let notGraded = Bilingual(sv: "Inte graderad", en: "Not graded")
  static let difference = Bilingual(
    sv: "Skattningen skiljer sig. Förklara skillnaden i grunden.",
    en: "The ratings differ. Explain the difference in the grounds.")
  static let done = Bilingual(sv: "Klar", en: "Done")
  static let begun = Bilingual(sv: "Påbörjad", en: "Begun")
  static let notBegun = Bilingual(sv: "Inte börjad", en: "Not begun")
  static let unanswered = Bilingual(sv: "Inte besvarad", en: "Not answered")
  static let addRow = Bilingual(
    sv: "Fler rader kommer när du sparar.", en: "More rows come when you save.")
  static let row = Bilingual(sv: "Rad", en: "Row")
  static let otherWay = Bilingual(
    sv: "Har utlåtandet skickats på ett annat sätt?", en: "Was the statement sent another way?")
  static let markSent = Bilingual(
    sv: "Registrera att det är skickat", en: "Record that it was sent")
  static let showHistory = Bilingual(sv: "Vem skrev vad, och när", en: "Who wrote what, and when")
}

/// The words about reading, signing and asking.
enum StatementReadTexts {
  static let signAndSend = Bilingual(sv: "Signera och skicka", en: "Sign and send")
  static let signing = Bilingual(sv: "Signera", en: "Sign")
  static let signLead = Bilingual(
    sv: "När du signerar fryses texten och skickas. Försäkringskassan och den försäkrade läser "
      + "den genast; regionen får bara veta att den är skickad. Den kan sedan inte ändras, bara "
      + "få tillägg.",
    en: "When you sign, the text is frozen and sent. Försäkringskassan and the insured read it at "
      + "once; the region is only told that it was sent. It cannot be changed after that, only "
      + "added to.")
  static let digest = Bilingual(sv: "Kontrollsumma", en: "Checksum")
  static let cannotSign = Bilingual(
    sv: "Kan inte signeras än, därför att", en: "Cannot be signed yet, because")
  static let assignment = Bilingual(sv: "Uppdraget", en: "The assignment")
  static let name = Bilingual(sv: "Namn", en: "Name")
  static let personNumber = Bilingual(sv: "Personnummer", en: "Personal identity number")
  static let caseNumber = Bilingual(sv: "Ärende", en: "Case")
  static let agencyNumber = Bilingual(
    sv: "Försäkringskassans nummer", en: "Försäkringskassan's number")
  static let purpose = Bilingual(sv: "Syfte", en: "Purpose")
  static let performer = Bilingual(sv: "Utförare", en: "Performer")
  static let doctor = Bilingual(sv: "Ansvarig läkare", en: "Responsible doctor")
  static let complete = Bilingual(sv: "Underlaget komplett", en: "Documents complete")
  static let visits = Bilingual(sv: "Undersökningar", en: "Examinations")
  static let writtenBy = Bilingual(sv: "Skrivet av", en: "Written by")
  static let ability = Bilingual(sv: "Område", en: "Area")
  static let signedBy = Bilingual(sv: "Signerat av", en: "Signed by")
  static let signedAt = Bilingual(sv: "Signerat", en: "Signed")
  static let arrived = Bilingual(sv: "Kom in", en: "Arrived")
  static let sound = Bilingual(
    sv: "Innehåll och signatur är kontrollerade: inget har ändrats sedan det signerades.",
    en: "Content and signature are checked: nothing has changed since it was signed.")
  static let unsound = Bilingual(
    sv: "Innehåll eller signatur stämmer inte. Lita inte på texten, och kontakta driften.",
    en: "Content or signature does not hold. Do not rely on the text; contact operations.")
  static let signature = Bilingual(sv: "Signatur", en: "Signature")
  static let method = Bilingual(
    sv: "Signerat med Samsyns egen nyckel: den intygar att läkaren var inloggad.",
    en: "Signed with Samsyn's own key: it vouches that the doctor was signed in.")
  static let printPage = Bilingual(sv: "Utskriftssida", en: "Print page")
  static let pdf = Bilingual(sv: "Hämta PDF", en: "Get PDF")
  static let noPDF = Bilingual(
    sv: "PDF kan inte göras här (WeasyPrint är inte installerat). Utskriftssidan går att skriva "
      + "ut.",
    en: "No PDF can be made here (WeasyPrint is not installed). The print page can be printed.")
  static let asked = Bilingual(sv: "Frågat", en: "Asked")
  static let whole = Bilingual(sv: "Hela utlåtandet", en: "The whole statement")
  static let noAnswer = Bilingual(sv: "Inget svar än.", en: "No answer yet.")
  static let answeredElsewhere = Bilingual(
    sv: "Svaret har skickats på ett annat sätt.", en: "The answer was sent another way.")
  static let addition = Bilingual(sv: "Tillägg", en: "Addition")
  static let askLead = Bilingual(
    sv: "Skriv i de avsnitt som frågan gäller. Utföraren och regionen får veta att en "
      + "komplettering är begärd; bara utföraren läser frågorna.",
    en: "Write in the sections that you ask about. The performer and the region are told that a "
      + "supplement is requested; only the performer reads the questions.")
  static let askAbout = Bilingual(sv: "Fråga om", en: "Question about")
  static let answerBy = Bilingual(sv: "Svar senast", en: "Answer by")
  static let sendQuestions = Bilingual(sv: "Skicka frågorna", en: "Send the questions")
  static let nothingAsked = Bilingual(
    sv: "Skriv en fråga om minst ett avsnitt", en: "Write a question about at least one section")
  static let answerLead = Bilingual(
    sv: "Svaren blir tillägg med egen signatur. Utlåtandet ändras inte.",
    en: "The answers become additions with a signature of their own. The statement does not "
      + "change.")
  static let yourAnswer = Bilingual(sv: "Svar", en: "Answer")
  static let saveAndReview = Bilingual(sv: "Spara och läs igenom", en: "Save and read through")
  static let draftNote = Bilingual(
    sv: "Utkast. Ingen utanför utredningen kan se det.",
    en: "Draft. Nobody outside the assessment can see it.")
  static let contents = Bilingual(sv: "Innehåll", en: "Contents")
}

extension StatementFault {
  /// What is wrong, to stand after the field's title.
  var text: Bilingual {
    switch self {
    case .missing: Bilingual(sv: "saknas", en: "is missing")
    case .tooLong: Bilingual(sv: "är för långt", en: "is too long")
    case .notADay:
      Bilingual(sv: "är inget datum. Skriv åååå-mm-dd", en: "is no date. Write yyyy-mm-dd")
    case .notANumber: Bilingual(sv: "är inget tal", en: "is no number")
    case .outsideRange: Bilingual(sv: "ligger utanför gränserna", en: "is out of range")
    case .notAChoice: Bilingual(sv: "är inget av svaren", en: "is none of the answers")
    case .notALevel: Bilingual(sv: "är ingen nivå", en: "is no level")
    case .notAnICFCode:
      Bilingual(
        sv: "har en rad som inte är en ICF-kod. Skriv som b710.2",
        en: "has a line that is no ICF code. Write as b710.2")
    case .tooManyCodes: Bilingual(sv: "har för många koder", en: "has too many codes")
    case .rowIncomplete:
      Bilingual(sv: "har en rad som inte är ifylld", en: "has a row that is not filled in")
    case .tooManyRows: Bilingual(sv: "har för många rader", en: "has too many rows")
    case .documentUnknown:
      Bilingual(sv: "nämner en handling som inte finns", en: "names a document that is not there")
    case .unreadableCharacter:
      Bilingual(
        sv: "har ett tecken som inte går att skicka", en: "has a character that cannot be sent")
    case .conflict:
      Bilingual(sv: "har två texter att välja mellan", en: "has two texts to choose between")
    }
  }
}
