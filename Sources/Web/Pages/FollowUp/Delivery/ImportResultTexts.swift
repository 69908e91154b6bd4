// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words about what became of documents, and about editions.
enum ImportResultTexts {
  static let result = Bilingual(sv: "Handlingarna", en: "The documents")
  static let allDone = Bilingual(sv: "Inläsningen är klar.", en: "The import is done.")
  static let accepted = Bilingual(sv: "godkända", en: "accepted")
  static let noted = Bilingual(sv: "med anmärkning", en: "with notes")
  static let rejected = Bilingual(sv: "avvisade", en: "rejected")
  static let known = Bilingual(sv: "fanns redan", en: "known already")
  static let passedOver = Bilingual(sv: "andra filer", en: "other files")
  static let all = Bilingual(sv: "alla", en: "all")
  static let showWhich = Bilingual(sv: "Visa handlingar", en: "Show documents")

  static let number = Bilingual(sv: "Nr", en: "No.")
  static let file = Bilingual(sv: "Fil", en: "File")
  static let outcome = Bilingual(sv: "Utfall", en: "Outcome")
  static let kind = Bilingual(sv: "Slag", en: "Kind")
  static let reasons = Bilingual(sv: "Regler och ställen", en: "Rules and places")
  static let noNames = Bilingual(
    sv: "Filnamn kan innehålla personnummer. De visas bara för den som läste in filerna.",
    en: "File names may hold personal numbers. They are shown only to whoever took in the files.")
  static let namesKept = Bilingual(
    sv: "Filnamnen visas bara för dig, och listan finns kvar i 30 dagar.",
    en: "The file names are shown to you alone, and the list is kept for 30 days.")
  static let noneLeft = Bilingual(
    sv: "Listan över handlingar finns inte kvar. Antalen gör det.",
    en: "The list of documents is no longer kept. The counts are.")
  static let noneSuch = Bilingual(
    sv: "Ingen handling har det utfallet.", en: "No document has that outcome.")
  static let download = Bilingual(sv: "Hämta som CSV", en: "Download as CSV")

  static func outcome(_ outcome: ImportedOutcome) -> Bilingual {
    switch outcome {
    case .accepted: Bilingual(sv: "Godkänd", en: "Accepted")
    case .acceptedWithNotes: Bilingual(sv: "Godkänd med anmärkning", en: "Accepted with notes")
    case .rejected: Bilingual(sv: "Avvisad", en: "Rejected")
    case .known: Bilingual(sv: "Fanns redan", en: "Known already")
    case .passedOver: Bilingual(sv: "Annan sorts fil", en: "Another kind of file")
    }
  }

  static func kind(_ kind: ImportedKind, type: String?) -> Bilingual {
    switch kind {
    case .certificate:
      Bilingual(
        sv: "Läkarintyg" + (type.map { ", \($0)" } ?? ""),
        en: "Certificate" + (type.map { ", \($0)" } ?? ""))
    case .toCare:
      Bilingual(
        sv: "Meddelande till vården", en: "Message to care")
    case .toRecipient:
      Bilingual(
        sv: "Meddelande från vården", en: "Message from care")
    case .revocation: Bilingual(sv: "Makulering", en: "Revocation")
    case .none: Bilingual(sv: "Okänt", en: "Unknown")
    }
  }

  // The journal.

  static let earlier = Bilingual(sv: "Tidigare inläsningar", en: "Earlier imports")
  static let noneEarlier = Bilingual(sv: "Inget är inläst än", en: "Nothing is taken in yet")
  static let noneEarlierText = Bilingual(
    sv: "Här står varje inläsning, vem som gjorde den och vad som blev av handlingarna.",
    en: "Every import stands here, whose it was and what became of the documents.")
  static let begun = Bilingual(sv: "Påbörjad", en: "Begun")
  static let by = Bilingual(sv: "Av", en: "By")
  static let documents = Bilingual(sv: "Handlingar", en: "Documents")
  static let state = Bilingual(sv: "Läge", en: "State")
  static let own = Bilingual(sv: "din organisation", en: "your organisation")
  static let yourself = Bilingual(sv: "dig", en: "you")
  static let agency = Bilingual(sv: "Försäkringskassan", en: "Försäkringskassan")
  static let region = Bilingual(sv: "en region", en: "a region")
  static let operation = Bilingual(sv: "driften", en: "the operator")
  static let notEnded = Bilingual(sv: "Pågår eller bröts", en: "Goes on or was broken off")

  // Editions.

  static let edition = Bilingual(sv: "Utgåva", en: "Edition")
  static let editionLead = Bilingual(
    sv: "Måtten läses ur en utgåva. En ny gör att det som har lästs in räknas; äldre utgåvor "
      + "ändras inte.",
    en: "Measures are read from an edition. A new one lets what has been taken in count; older "
      + "editions do not change.")
  static let noEdition = Bilingual(
    sv: "Ingen utgåva är gjord än.", en: "No edition has been made yet.")
  static let makeEdition = Bilingual(sv: "Gör en ny utgåva", en: "Make a new edition")
  static let noEditionHere = Bilingual(
    sv: "Utgåvor görs av driften på den här installationen.",
    en: "Editions are made by the operator on this installation.")
  static let nothingNew = Bilingual(
    sv: "Inget nytt har kommit sedan utgåvan gjordes.",
    en: "Nothing new has come since the edition was made.")
  static let editionMade = Bilingual(sv: "Utgåvan är gjord.", en: "The edition is made.")
  static let editionSame = Bilingual(
    sv: "Det fanns inget nytt. Den senaste utgåvan gäller.",
    en: "There was nothing new. The latest edition stands.")
  static let sinceLast = Bilingual(
    sv: "Ändrat mot förra utgåvan", en: "Changed since the last edition")
  static let firstEdition = Bilingual(
    sv: "Det är den första utgåvan.", en: "It is the first edition.")
  static let toFollowUp = Bilingual(sv: "Till uppföljningen", en: "To the follow-up")

  static func newDocuments(_ count: Int) -> Bilingual {
    count == 1
      ? Bilingual(
        sv: "1 handling har kommit sedan dess.", en: "1 document has come since.")
      : Bilingual(
        sv: "\(CountText.grouped(count)) handlingar har kommit sedan dess.",
        en: "\(CountText.grouped(count)) documents have come since.")
  }
}
