// SPDX-License-Identifier: Apache-2.0

/// What is said of files that were not taken, of documents on their way or not to be found, and of
/// who may read them. `RefusalCode.template` names each of them, so that none can be missing.
enum DocumentRefusalTexts {
  // A file that was not taken.
  static let documentEmpty = Bilingual(
    sv: "Filen är tom. Kontrollera att du valde rätt fil.",
    en: "The file is empty. Check that you chose the right file.")
  static let documentTooLarge = Bilingual(
    sv: "Filen är för stor. Högst # MB tas emot. Dela den i flera filer eller spara den med "
      + "lägre upplösning.",
    en: "The file is too large. At most # MB is accepted. Split it into several files or "
      + "save it in lower resolution.")
  static let documentWrongKind = Bilingual(
    sv: "Filen är av en sort som inte tas emot. Spara den som PDF, JPEG, PNG eller ren text "
      + "och ladda upp den igen.",
    en: "The file is of a kind that is not accepted. Save it as PDF, JPEG, PNG or plain text "
      + "and upload it again.")
  static let documentOffice = Bilingual(
    sv: "Filen är från ett ordbehandlings- eller kontorsprogram. Öppna den där, välj Spara som "
      + "PDF och ladda upp PDF-filen.",
    en: "The file is from a word processor or office program. Open it there, choose Save as "
      + "PDF and upload the PDF file.")
  static let documentArchive = Bilingual(
    sv: "Filen är ett zip-arkiv. Packa upp det och ladda upp filerna var för sig.",
    en: "The file is a zip archive. Unpack it and upload the files one by one.")
  static let documentEncrypted = Bilingual(
    sv: "PDF-filen är krypterad eller skyddad med lösenord. Spara den utan skydd och ladda "
      + "upp den igen.",
    en: "The PDF file is encrypted or protected by a password. Save it without protection "
      + "and upload it again.")
  static let documentBroken = Bilingual(
    sv: "Filen är skadad eller ofullständig. Öppna den, spara den på nytt och ladda upp den "
      + "igen.",
    en: "The file is damaged or incomplete. Open it, save it anew and upload it again.")
  static let documentTooManyPages = Bilingual(
    sv: "Filen har fler än # sidor. Dela den i flera filer.",
    en: "The file has more than # pages. Split it into several files.")
  static let documentUnreadableText = Bilingual(
    sv: "Textfilen är inte sparad i UTF-8, så å, ä och ö kan bli fel. Spara den som UTF-8 "
      + "eller som PDF.",
    en: "The text file is not saved in UTF-8, so that å, ä and ö may come out wrong. Save it "
      + "as UTF-8 or as PDF.")
  static let documentTooDemanding = Bilingual(
    sv: "Filen tar för lång tid eller för mycket minne att läsa. Skriv ut den till en ny "
      + "PDF-fil och ladda upp den.",
    en: "The file takes too long or too much memory to read. Print it to a new PDF file and "
      + "upload that.")
  static let documentInfected = Bilingual(
    sv: "Virusskyddet stoppade filen. Den är borttagen. Kontakta din it-avdelning.",
    en: "The virus scanner stopped the file. It has been removed. Contact your IT department.")
  static let documentCheckUnavailable = Bilingual(
    sv: "Filen kunde inte kontrolleras just nu. Det beror inte på filen. Den ligger kvar, "
      + "försök igen om en stund.",
    en: "The file could not be checked just now. The file is not the cause. It is kept, try "
      + "again in a while.")

  // A document on its way, or not to be found.
  static let documentPhonePicture = Bilingual(
    sv: "Bilden är i telefonens format HEIC. Dela eller spara den som JPEG och ladda upp den.",
    en: "The picture is in the telephone format HEIC. Share or save it as JPEG and upload it.")
  static let documentsTooMany = Bilingual(
    sv: "Ärendet har så många handlingar som ryms. Ta bort någon som inte är skickad.",
    en: "The case has as many documents as it can hold. Remove one that has not been sent.")
  static let documentOffset = Bilingual(
    sv: "Uppladdningen fortsätter från byte #.",
    en: "The upload goes on from byte #.")
  static let documentIncomplete = Bilingual(
    sv: "Hela filen har inte kommit fram. Fortsätt från byte #.",
    en: "The whole file has not arrived. Go on from byte #.")
  static let documentUnknown = Bilingual(
    sv: "Handlingen finns inte, eller så har den inte skickats till din organisation.",
    en: "The document does not exist, or has not been sent to your organisation.")
  static let documentSent = Bilingual(
    sv: "Handlingen är redan skickad och kan inte ändras eller tas bort.",
    en: "The document has already been sent and can be neither changed nor removed.")
  static let documentTwice = Bilingual(
    sv: "Samma fil står två gånger i listan.",
    en: "The same file stands twice in the list.")
  static let documentNotAsSent = Bilingual(
    sv: "Handlingen är inte den som laddades upp i ärendet. Öppna sidan på nytt och "
      + "kontrollera listan.",
    en: "The document is not the one that was uploaded in the case. Open the page anew and "
      + "check the list.")
  static let documentPageUnknown = Bilingual(
    sv: "Handlingen har ingen sådan sida att visa som bild.",
    en: "The document has no such page to show as a picture.")

  // Who may open, send and appoint.
  static let documentReadersOnly = Bilingual(
    sv: "Bara ansvarig läkare och utsedda utredare i ärendet får öppna handlingarna (13 § "
      + "lag 2018:744, 4 kap. 2 § patientdatalagen).",
    en: "Only the responsible doctor and the appointed examiners of the case may open the "
      + "documents (Act 2018:744, section 13; Patient Data Act, chapter 4, section 2).")
  static let assignmentOver = Bilingual(
    sv: "Utföraren har inte uppdraget längre. Listan finns kvar, men ingen får öppna "
      + "handlingarna.",
    en: "The performer no longer has the assignment. The list remains, but nobody may open "
      + "the documents.")
  static let nothingToSend = Bilingual(
    sv: "Det finns ingen beställning att skicka och ingen fråga om underlaget att svara på.",
    en: "There is no order to send and no question about the documents to answer.")
  static let alreadyAppointed = Bilingual(
    sv: "Personen är redan utsedd i ärendet.",
    en: "The person has already been appointed in the case.")
  static let notAppointed = Bilingual(
    sv: "Personen är inte utsedd i ärendet.",
    en: "The person has not been appointed in the case.")
  static let notResponsibleDoctor = Bilingual(
    sv: "Det gör administratören eller den ansvariga läkaren.",
    en: "This is done by the administrator or the responsible doctor.")
  static let examinerUnknown = Bilingual(
    sv: "Det finns ingen med det kontot och den professionen hos utföraren.",
    en: "Nobody at the performer has that account and that profession.")
}
