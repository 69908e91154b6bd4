// SPDX-License-Identifier: Apache-2.0
import Domain

/// What is said of files that go with messages.
enum AttachmentTexts {
  static let title = Bilingual(sv: "Bilagor", en: "Attachments")
  static let one = Bilingual(sv: "Bilaga", en: "Attachment")
  static let waiting = Bilingual(
    sv: "Det här går med meddelandet:", en: "This goes with the message:")
  static let choose = Bilingual(sv: "Bifoga filer", en: "Attach files")
  static let hint = Bilingual(
    sv: "PDF, bild (PNG, JPEG) eller text, högst 100 MB per fil och tio filer. Alla i tråden kan "
      + "öppna dem: bifoga inget om hälsa där regionen är med.",
    en: "PDF, picture (PNG, JPEG) or text, at most 100 MB for a file and ten files. Everybody in "
      + "the thread can open them: attach nothing about health where the region takes part.")
  static let attach = Bilingual(sv: "Bifoga valda filer", en: "Attach the chosen files")
  static let remove = Bilingual(sv: "Ta bort", en: "Take away")
  static let refusedLead = Bilingual(
    sv: "En eller flera filer bifogades inte. Resten finns kvar.",
    en: "One or more files were not attached. The rest is kept.")
  static let noFile = Bilingual(
    sv: "Välj en fil först.", en: "Choose a file first.")
  static let notAttached = Bilingual(
    sv: "Meddelandet är inte skickat. Du har valt en fil som inte är bifogad: välj den igen och "
      + "tryck på Bifoga valda filer, eller skicka utan den.",
    en: "The message is not sent. You have chosen a file that is not attached: choose it again "
      + "and press Attach the chosen files, or send without it.")
  static let download = Bilingual(sv: "Hämta filen", en: "Download the file")
  static let back = Bilingual(sv: "Tillbaka till meddelandet", en: "Back to the message")

  static func page(_ number: Int, of pages: Int) -> Bilingual {
    Bilingual(sv: "Sida \(number) av \(pages)", en: "Page \(number) of \(pages)")
  }

  static func picture(_ number: Int, of pages: Int, _ name: String) -> Bilingual {
    Bilingual(
      sv: "Bild av sida \(number) av \(pages) i \(name)",
      en: "Picture of page \(number) of \(pages) in \(name)")
  }

  static func pageTitle(_ id: CaseNumber) -> Bilingual {
    Bilingual(sv: "Bilaga, \(id)", en: "Attachment, \(id)")
  }
}
