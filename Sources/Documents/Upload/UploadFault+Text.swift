// SPDX-License-Identifier: Apache-2.0
import Domain

extension UploadFault {
  /// The sentence for the person who sent the form. Faults that only a program can cause share
  /// one sentence; the code tells them apart.
  public var text: Bilingual {
    switch self {
    case .limit(let limit): limit.text
    case .truncated:
      Bilingual(
        sv: "Överföringen bröts innan allt hade kommit fram. Försök igen.",
        en: "The transfer was interrupted before everything had arrived. Try again.")
    case .textEncoding:
      Bilingual(
        sv: "Ett namn eller en text i formuläret kunde inte läsas. Den ska vara i UTF-8.",
        en: "A name or a text in the form could not be read. It must be in UTF-8.")
    case .fileWithoutName:
      Bilingual(
        sv: "En fil saknar namn. Välj filen på nytt.",
        en: "A file has no name. Choose the file again.")
    case .contentType, .boundary, .lineEnd, .headerFolded, .controlCharacter, .headerForm,
      .disposition, .transferEncoding, .delimiter, .finished:
      Bilingual(
        sv: "Formuläret kom inte fram som en webbläsare skickar det. Ladda om sidan och försök"
          + " igen.",
        en: "The form did not arrive as a browser sends it. Reload the page and try again.")
    }
  }
}

extension UploadLimit {
  /// What was too much, as a sentence.
  var text: Bilingual {
    switch self {
    case .parts:
      Bilingual(
        sv: "Formuläret har för många fält och filer. Skicka filerna i flera omgångar.",
        en: "The form has too many fields and files. Send the files in several rounds.")
    case .header, .name:
      Bilingual(
        sv: "Ett namn i formuläret är för långt. Ge filen ett kortare namn och försök igen.",
        en: "A name in the form is too long. Give the file a shorter name and try again.")
    case .field:
      Bilingual(
        sv: "En text i formuläret är för lång. Korta den och försök igen.",
        en: "A text in the form is too long. Shorten it and try again.")
    case .file:
      Bilingual(
        sv: "En fil är för stor. Dela den i flera filer eller spara den med lägre upplösning.",
        en: "A file is too large. Split it into several files or save it in lower resolution.")
    case .total:
      Bilingual(
        sv: "Filerna är för stora tillsammans. Skicka dem i flera omgångar.",
        en: "The files are too large together. Send them in several rounds.")
    }
  }
}
