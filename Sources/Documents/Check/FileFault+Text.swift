// SPDX-License-Identifier: Apache-2.0
import Domain

extension FileFault {
  /// The sentence for the person who chose the file: what is wrong and what to do.
  public var text: Bilingual {
    switch self {
    case .empty:
      Bilingual(
        sv: "Filen är tom. Kontrollera att du valde rätt fil.",
        en: "The file is empty. Check that you chose the right file.")
    case .tooLarge(let bytesMax):
      Bilingual(
        sv: "Filen är för stor. Högst \(bytesMax / 1_048_576) MB tas emot. Dela den i flera filer"
          + " eller spara den med lägre upplösning.",
        en: "The file is too large. At most \(bytesMax / 1_048_576) MB is accepted. Split it into"
          + " several files or save it in lower resolution.")
    case .wrongKind(let kind): kind.text
    case .encrypted:
      Bilingual(
        sv: "PDF-filen är krypterad eller skyddad med lösenord. Spara den utan skydd och ladda"
          + " upp den igen.",
        en: "The PDF file is encrypted or protected by a password. Save it without protection"
          + " and upload it again.")
    case .broken(let kind): FileFault.broken(kind)
    case .tooManyPages(let pagesMax):
      Bilingual(
        sv: "Filen har fler än \(pagesMax) sidor. Dela den i flera filer.",
        en: "The file has more than \(pagesMax) pages. Split it into several files.")
    case .textEncoding:
      Bilingual(
        sv: "Textfilen är inte sparad i UTF-8, så å, ä och ö kan bli fel. Spara den som UTF-8"
          + " eller som PDF.",
        en: "The text file is not saved in UTF-8, so that å, ä and ö may come out wrong. Save it"
          + " as UTF-8 or as PDF.")
    case .noSuchPage:
      Bilingual(sv: "Filen har ingen sådan sida.", en: "The file has no such page.")
    case .tooDemanding:
      Bilingual(
        sv: "Filen tar för lång tid eller för mycket minne att kontrollera. Skriv ut den till en"
          + " ny PDF-fil och ladda upp den.",
        en: "The file takes too long or too much memory to check. Print it to a new PDF file and"
          + " upload that.")
    case .toolMissing, .storage, .cancelled:
      Bilingual(
        sv: "Filen kunde inte kontrolleras just nu. Det beror inte på filen. Försök igen om en"
          + " stund.",
        en: "The file could not be checked just now. The file is not the cause. Try again in a"
          + " while.")
    }
  }

  private static func broken(_ kind: FileKind) -> Bilingual {
    switch kind {
    case .pdf:
      Bilingual(
        sv: "PDF-filen är skadad eller ofullständig. Öppna den, spara den på nytt och ladda upp"
          + " den igen.",
        en: "The PDF file is damaged or incomplete. Open it, save it anew and upload it again.")
    case .png, .jpeg, .text:
      Bilingual(
        sv: "Bilden är skadad, ofullständig eller större än 20 000 bildpunkter åt något håll."
          + " Öppna den, spara den på nytt och ladda upp den igen.",
        en: "The picture is damaged, incomplete or larger than 20,000 pixels in some direction."
          + " Open it, save it anew and upload it again.")
    }
  }
}

extension WrongKind {
  /// What the file is, and how to make one that is taken.
  public var text: Bilingual {
    switch self {
    case .docx, .openDocument, .oldOffice, .rtf:
      Bilingual(
        sv: "Filen är ett dokument från ett ordbehandlings- eller kontorsprogram. Öppna den där,"
          + " välj Spara som PDF och ladda upp PDF-filen.",
        en: "The file is a document of a word processor or office program. Open it there, choose"
          + " Save as PDF and upload the PDF file.")
    case .xlsx:
      Bilingual(
        sv: "Filen är ett kalkylark. Öppna det, välj Spara som PDF och ladda upp PDF-filen.",
        en: "The file is a spreadsheet. Open it, choose Save as PDF and upload the PDF file.")
    case .pptx:
      Bilingual(
        sv: "Filen är en presentation. Öppna den, välj Spara som PDF och ladda upp PDF-filen.",
        en: "The file is a presentation. Open it, choose Save as PDF and upload the PDF file.")
    case .zip:
      Bilingual(
        sv: "Filen är ett zip-arkiv. Packa upp det och ladda upp filerna var för sig.",
        en: "The file is a zip archive. Unpack it and upload the files one by one.")
    case .heic:
      Bilingual(
        sv: "Bilden är i telefonens format HEIC. Dela eller spara den som JPEG och ladda upp den.",
        en: "The picture is in the telephone format HEIC. Share or save it as JPEG and upload it.")
    case .tiff:
      Bilingual(
        sv: "Bilden är i formatet TIFF. Spara den som PDF och ladda upp PDF-filen.",
        en: "The picture is in the format TIFF. Save it as PDF and upload the PDF file.")
    case .html:
      Bilingual(
        sv: "Filen är en sparad webbsida. Skriv ut sidan till PDF och ladda upp PDF-filen.",
        en: "The file is a saved web page. Print the page to PDF and upload the PDF file.")
    case .unknown:
      Bilingual(
        sv: "Filen är av en sort som inte tas emot. Ladda upp PDF, JPEG, PNG eller ren text.",
        en: "The file is of a kind that is not accepted. Upload PDF, JPEG, PNG or plain text.")
    }
  }
}
