// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the page of documents.
enum DocumentsTexts {
  static let title = Bilingual(sv: "Handlingar", en: "Documents")
  static let lead = Bilingual(
    sv: "Allt underlag som har skickats i ärendet, i den ordning det skickades.",
    en: "All documents that were sent in the case, in the order they were sent.")
  static let byPost = Bilingual(sv: "Kommer med post", en: "Comes by post")
  static let leftOut = Bilingual(
    sv: "Inte med i den senaste beställningen", en: "Not in the latest order")
  static let closed = Bilingual(
    sv: "Du kan inte öppna handlingarna.", en: "You cannot open the documents.")
  static let none = Bilingual(
    sv: "Inga handlingar är skickade än", en: "No document has been sent yet")
  static let noneText = Bilingual(
    sv: "Handlingarna följer med Försäkringskassans beställning och visas här när den är skickad.",
    en: "The documents go with Försäkringskassan's order and show here when it is sent.")
  static let noneToSend = Bilingual(
    sv: "Ladda upp filerna nedan. De skickas först med beställningen.",
    en: "Upload the files below. They are sent only with the order.")
  static let search = Bilingual(
    sv: "Sök i handlingarnas text", en: "Search the documents' text")
  static let find = Bilingual(sv: "Sök", en: "Search")
  static let open = Bilingual(sv: "Öppna", en: "Open")
  static let document = Bilingual(sv: "Handling", en: "Document")

  // Not sent yet.
  static let unsent = Bilingual(sv: "Inte skickade än", en: "Not sent yet")
  static let unsentLead = Bilingual(
    sv: "Filerna lämnar inte Försäkringskassan förrän du skickar dem.",
    en: "The files do not leave Försäkringskassan until you send them.")
  static let ownUnsentLead = Bilingual(
    sv: "Ingen annan ser filerna förrän du skickar dem.",
    en: "Nobody else sees the files until you send them.")
  static let sendOwn = Bilingual(sv: "Gå vidare och skicka", en: "Go on and send")
  static let nothingUnsent = Bilingual(
    sv: "Inga uppladdade filer väntar.", en: "No uploaded files are waiting.")
  static let save = Bilingual(sv: "Spara uppgifterna", en: "Save")
  static let up = Bilingual(sv: "Flytta upp", en: "Move up")
  static let down = Bilingual(sv: "Flytta ner", en: "Move down")
  static let remove = Bilingual(sv: "Ta bort", en: "Remove")
  static let preview = Bilingual(sv: "Förhandsgranska", en: "Preview")
  static let sendWithOrder = Bilingual(
    sv: "Skicka med beställningen", en: "Send with the order")
  static let sendWithAnswer = Bilingual(
    sv: "Skicka med svaret på utförarens fråga", en: "Send with the answer to the question")
  static let saved = Bilingual(sv: "Uppgifterna är sparade.", en: "Saved.")

  static let wasSent = Bilingual(sv: "Skickad tidigare", en: "Sent before")

  // Uploading.
  static let unfinished = Bilingual(sv: "Avbrutna uppladdningar", en: "Interrupted uploads")
  static let unfinishedHint = Bilingual(
    sv: "Välj samma fil igen så fortsätter den där den var. Utan skript skickas hela filen om.",
    en: "Choose the same file again and it goes on where it was. Without script the whole file "
      + "is sent anew.")
  static let upload = Bilingual(sv: "Ladda upp filer", en: "Upload files")
  static let files = Bilingual(sv: "Välj en eller flera filer", en: "Choose one or more files")
  static let filesHint = Bilingual(
    sv: "PDF, JPEG, PNG eller ren text, högst 100 MB per fil. Varje fil kontrolleras.",
    en: "PDF, JPEG, PNG or plain text, at most 100 MB each. Every file is checked.")
  static let noScan = Bilingual(
    sv: "En fil som ingen viruskontroll har sett märks så.",
    en: "A file that no virus check has seen is marked so.")
  static let send = Bilingual(sv: "Ladda upp", en: "Upload")
  static let noFile = Bilingual(
    sv: "Välj en eller flera filer: välj minst en fil",
    en: "Choose one or more files: choose at least one")
  static let refusedLead = Bilingual(
    sv: "De här filerna togs inte emot:", en: "These files were not taken:")

  static func received(_ received: Int, of size: Int) -> Bilingual {
    let share = size > 0 ? received * 100 / size : 0
    return Bilingual(sv: "\(share) % har kommit fram", en: "\(share) % has arrived")
  }

  static func taken(_ count: Int) -> Bilingual {
    Bilingual(
      sv: count == 1 ? "1 fil är uppladdad." : "\(count) filer är uppladdade.",
      en: count == 1 ? "1 file is uploaded." : "\(count) files are uploaded.")
  }

  /// The words that the script needs, by the name of the attribute they stand in.
  enum Script {
    static let drop = Bilingual(
      sv: "Dra filer hit, eller välj dem ovan", en: "Drag files here, or choose them above")
    static let waiting = Bilingual(sv: "Väntar", en: "Waiting")
    static let sending = Bilingual(sv: "Laddar upp", en: "Uploading")
    static let checking = Bilingual(sv: "Kontrolleras", en: "Being checked")
    static let done = Bilingual(sv: "Klar", en: "Done")
    static let lost = Bilingual(
      sv: "Ingen kontakt. Försöker igen.", en: "No connection. Trying again.")
    static let failed = Bilingual(
      sv: "Gick inte att ladda upp. Försök igen.", en: "Could not be uploaded. Try again.")
    static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
    static let cancelled = Bilingual(sv: "Avbruten", en: "Cancelled")
    static let again = Bilingual(
      sv: "Avbröts. Välj samma fil igen så fortsätter den där den var.",
      en: "Was interrupted. Choose the same file again and it goes on where it was.")
    static let allDone = Bilingual(
      sv: "Alla filer är klara.", en: "All files are done.")
  }
}
