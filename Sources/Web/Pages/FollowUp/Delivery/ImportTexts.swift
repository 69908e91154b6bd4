// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the pages where files are taken in.
enum ImportTexts {
  static let title = Bilingual(sv: "Inläsning", en: "Import")
  static let linkNote = Bilingual(
    sv: "läs in filer och gör en ny utgåva", en: "take in files and make a new edition")
  static let lead = Bilingual(
    sv: "Läs in läkarintyg och meddelanden om dem. Det som räknas står under pseudonym, och "
      + "originalen förvaras förseglade.",
    en: "Take in certificates and messages about them. What is counted stands under a pseudonym, "
      + "and the originals are kept sealed.")

  // The form.

  static let take = Bilingual(sv: "Läs in filer", en: "Take in files")
  static let files = Bilingual(sv: "Filer", en: "Files")
  static let filesHint = Bilingual(
    sv: "XML, eller zip-arkiv med XML: läkarintyg för sjukpenning (FK 7804 och FK 7263), "
      + "makuleringar och meddelanden. Välj gärna flera. Högst 100 MB per fil, 200 filer och "
      + "210 MB åt gången.",
    en: "XML, or zip archives with XML: certificates for sickness benefit (FK 7804 and FK 7263), "
      + "revocations and messages. Choose several if you like. At most 100 MB each, 200 files and "
      + "210 MB at a time.")
  static let again = Bilingual(
    sv: "Ordningen spelar ingen roll, och det som redan finns känns igen. Filer i andra format "
      + "avvisas innan något har lästs in.",
    en: "The order does not matter, and what is there already is recognised. Files of other kinds "
      + "are refused before anything is taken in.")
  static let noFile = Bilingual(sv: "Välj minst en fil", en: "Choose at least one file")
  static let refusedLead = Bilingual(
    sv: "Inget har lästs in. Ta bort de här filerna och välj de andra på nytt:",
    en: "Nothing was taken in. Leave these files out and choose the others again:")
  static let refusedSummary = Bilingual(
    sv: "Filer: ta bort dem som inte går att läsa in",
    en: "Files: leave out those that cannot be taken in")
  static let tooLarge = Bilingual(
    sv: "En fil är större än 100 MB. Dela upp den i flera zip-arkiv.",
    en: "A file is larger than 100 MB. Divide it into several zip archives.")
  static let tooLargeTogether = Bilingual(
    sv: "Filerna är större än 210 MB tillsammans. Läs in dem i flera omgångar.",
    en: "The files are larger than 210 MB together. Take them in in several rounds.")
  static let tooMany = Bilingual(
    sv: "Det är fler än 200 filer. Lägg dem i ett zip-arkiv.",
    en: "There are more than 200 files. Put them in a zip archive.")
  static let noRoom = Bilingual(
    sv: "Det finns inte plats för filerna just nu. Försök igen om en stund.",
    en: "There is no room for the files just now. Try again in a while.")

  static func fault(_ fault: ImportFileFault) -> Bilingual {
    switch fault {
    case .empty: Bilingual(sv: "Filen är tom.", en: "The file is empty.")
    case .otherKind:
      Bilingual(
        sv: "Filen är varken XML eller ett zip-arkiv.",
        en: "The file is neither XML nor a zip archive.")
    }
  }

  // What is under way.

  static let underWay = Bilingual(sv: "Pågår och väntar", en: "Under way and waiting")
  static let progress = Bilingual(sv: "Så långt har det kommit", en: "How far it has come")
  static let waiting = Bilingual(sv: "Väntar på sin tur", en: "Waits for its turn")
  static let running = Bilingual(sv: "Pågår", en: "Under way")
  static let receiving = Bilingual(sv: "Filerna kommer in", en: "The files are coming in")
  static let done = Bilingual(sv: "Klar", en: "Done")
  static let stopped = Bilingual(sv: "Stannade", en: "Stopped")
  static let cancelled = Bilingual(sv: "Avbruten", en: "Ended")
  static let documentsDone = Bilingual(sv: "Handlingar lästa", en: "Documents read")
  static let personsDone = Bilingual(sv: "Personer lästa", en: "Persons read")
  static let rate = Bilingual(sv: "Takt", en: "Rate")
  static let timeLeft = Bilingual(sv: "Tid kvar", en: "Time left")
  static let unknown = Bilingual(sv: "går inte att säga än", en: "cannot be told yet")
  static let refreshes = Bilingual(
    sv: "Sidan hämtas på nytt av sig själv medan arbetet pågår. Du kan lämna den.",
    en: "The page is fetched anew by itself while the work goes on. You can leave it.")
  static let keepStill = Bilingual(sv: "Håll sidan stilla", en: "Keep the page still")
  static let isStill = Bilingual(
    sv: "Sidan hålls stilla.", en: "The page is kept still.")
  static let refreshAgain = Bilingual(sv: "Hämta på nytt", en: "Fetch anew")
  static let show = Bilingual(sv: "Visa", en: "Show")
  static let resume = Bilingual(sv: "Fortsätt", en: "Go on")
  static let cancel = Bilingual(sv: "Avbryt inläsningen", en: "End the import")
  static let cancelEdition = Bilingual(sv: "Avbryt utgåvan", en: "End the edition")

  static let stoppedLead = Bilingual(sv: "Arbetet har stannat.", en: "The work has stopped.")
  static let stoppedText = Bilingual(
    sv: "Det som hann läsas finns kvar. Fortsätt, så läses resten; det görs inom sju dagar. Står "
      + "det still igen: tala med driften och nämn koden",
    en: "What was read is there. Go on, and the rest is read; do so within seven days. If it stops "
      + "again, talk to the operator and mention the code")
  static let cancelledLead = Bilingual(sv: "Arbetet avbröts.", en: "The work was ended.")
  static let cancelledText = Bilingual(
    sv: "Det som hann läsas finns kvar. Läs in filerna på nytt för att ta in resten.",
    en: "What was read is there. Take the files in again to get the rest.")
  static let afterRestart = Bilingual(
    sv: "Stängs Samsyn av fortsätter arbetet inom en halv minut efter nästa start.",
    en: "Should Samsyn be stopped, the work goes on within half a minute of the next start.")

  static func documentsASecond(_ number: Int) -> Bilingual {
    Bilingual(sv: "\(number) i sekunden", en: "\(number) a second")
  }

  static func left(_ seconds: Double) -> Bilingual {
    let minutes = Int((seconds / 60).rounded(.up))
    if seconds < 10 { return Bilingual(sv: "några sekunder", en: "some seconds") }
    if minutes <= 1 { return Bilingual(sv: "mindre än en minut", en: "less than a minute") }
    if minutes <= 90 {
      return Bilingual(sv: "omkring \(minutes) minuter", en: "about \(minutes) minutes")
    }
    let hours = Int((seconds / 3600).rounded(.up))
    return Bilingual(sv: "omkring \(hours) timmar", en: "about \(hours) hours")
  }

  static func number(_ id: Int, _ kind: FollowUpWorkKind) -> Bilingual {
    switch kind {
    case .upload: Bilingual(sv: "Inläsning \(id)", en: "Import \(id)")
    case .edition: Bilingual(sv: "Ny utgåva", en: "New edition")
    }
  }
}
