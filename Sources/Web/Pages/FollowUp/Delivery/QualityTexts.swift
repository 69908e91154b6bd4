// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// The words of the page of data quality.
enum QualityTexts {
  static let title = Bilingual(sv: "Datakvalitet", en: "Data quality")
  static let linkNote = Bilingual(
    sv: "vad som avvisades, vad som väntar och vad som inte gick att koppla",
    en: "what was rejected, what waits and what could not be tied")
  static let lead = Bilingual(
    sv: "Vad blev det av handlingarna som kom in? Måtten räknar bara dem som är godkända.",
    en: "What became of the documents that came in? Measures count only those that are accepted.")
  static let scope = Bilingual(sv: "Vems handlingar", en: "Whose documents")
  static let everything = Bilingual(sv: "Alla handlingar", en: "All documents")
  static let none = Bilingual(sv: "Det finns inget att visa än", en: "There is nothing to show yet")
  static let noneText = Bilingual(
    sv: "Datakvaliteten hör till en utgåva. Den visas när en utgåva har gjorts.",
    en: "Data quality belongs to an edition. It is shown when an edition has been made.")

  static let documents = Bilingual(sv: "handlingar", en: "documents")
  static let accepted = Bilingual(sv: "godkända", en: "accepted")
  static let noted = Bilingual(sv: "godkända med anmärkning", en: "accepted with notes")
  static let rejected = Bilingual(sv: "avvisade", en: "rejected")
  static let waiting = Bilingual(sv: "väntar på sitt intyg", en: "wait for their certificate")
  static let unlinked = Bilingual(
    sv: "utan vårdenhet", en: "without a care unit")

  static let rules = Bilingual(sv: "Avvisade enligt regel", en: "Rejected by rule")
  static let rulesNote = Bilingual(
    sv: "En handling kan bryta mot flera regler.", en: "A document may break several rules.")
  static let rule = Bilingual(sv: "Regel", en: "Rule")
  static let demands = Bilingual(sv: "Vad den kräver", en: "What it demands")
  static let count = Bilingual(sv: "Handlingar", en: "Documents")
  static let share = Bilingual(sv: "Andel", en: "Share")
  static let unbroken = Bilingual(
    sv: "Ingen handling är avvisad enligt", en: "No document is rejected by")
  static let formOnly = Bilingual(
    sv: "L21 ger bara anmärkning.", en: "L21 only gives a note.")
  static let nothingRejected = Bilingual(
    sv: "Ingen handling är avvisad enligt någon regel.", en: "No document is rejected by any rule.")

  static let notFollowed = Bilingual(
    sv: "Avvisade av andra skäl", en: "Rejected for other reasons")
  static let lost = Bilingual(sv: "Gick inte att läsa", en: "Could not be read")
  static let lostText = Bilingual(
    sv: "De här handlingarna är förlorade för uppföljningen tills de kommer in på nytt.",
    en: "These documents are lost to the follow-up until they come in again.")
  static let reason = Bilingual(sv: "Skäl", en: "Reason")
  static let notes = Bilingual(sv: "Anmärkningar", en: "Notes")
  static let notesText = Bilingual(
    sv: "Handlingarna är äkta men ofullkomliga. De räknas.",
    en: "The documents are genuine but imperfect. They are counted.")
  static let note = Bilingual(sv: "Anmärkning", en: "Note")
  static let nothingLost = Bilingual(
    sv: "Alla handlingar gick att läsa.", en: "All documents could be read.")
  static let nothingNoted = Bilingual(
    sv: "Ingen handling har en anmärkning.", en: "No document has a note.")

  static let waitingTitle = Bilingual(
    sv: "Väntar på sitt intyg", en: "Waiting for their certificate")
  static let waitingText = Bilingual(
    sv: "Meddelanden och makuleringar som rör ett intyg som inte har kommit in. De börjar räknas "
      + "när det gör det.",
    en: "Messages and revocations about a certificate that has not come in. They begin to count "
      + "when it does.")
  static let nothingWaiting = Bilingual(
    sv: "Inget meddelande och ingen makulering väntar.", en: "No message or revocation waits.")
  static let kind = Bilingual(sv: "Slag", en: "Kind")

  static let ties = Bilingual(sv: "Koppling till vårdenhet", en: "Ties to care units")
  static let tiesText = Bilingual(
    sv: "Av alla godkända intyg i landet. Kopplingen görs genom katalogen HSA som den såg ut när "
      + "intyget skrevs under, aldrig genom namn.",
    en: "Of all accepted certificates in the country. They are tied by the directory HSA as it was "
      + "when the certificate was signed, never by name.")
  static let tie = Bilingual(sv: "Koppling", en: "Tie")
  static let certificates = Bilingual(sv: "Intyg", en: "Certificates")
  static let noTies = Bilingual(
    sv: "Utgåvan har inga intyg.", en: "The edition has no certificates.")

  static let months = Bilingual(
    sv: "Per månad som intyget skrevs under", en: "By month of signing")
  static let monthsChart = Bilingual(
    sv: "Andel avvisade per månad", en: "Share rejected by month")
  static let month = Bilingual(sv: "Månad", en: "Month")
  static let unknownMonth = Bilingual(sv: "Okänd", en: "Unknown")
  static let monthsText = Bilingual(
    sv: "Andel avvisade av läkarintygen. När dagen inte gick att läsa räknas handlingen som okänd.",
    en: "Share rejected of the certificates. Where the day could not be read the document counts "
      + "as unknown.")
  static let imports = Bilingual(sv: "Per inläsning", en: "By import")

  static let hiddenNote = Bilingual(
    sv: "Dolt: några men färre än fem, eller ett tal som fler sådana kunde räknas ut ur. Per månad "
      + "och per inläsning visas bara för analytiker.",
    en: "Hidden: some but fewer than five, or a number from which such could be worked out. By "
      + "month and by import is shown to analysts only.")
  static let analystNote = Bilingual(
    sv: "Du är analytiker och ser alla antal. För andra döljs små tal.",
    en: "You are an analyst and see all counts. For others small numbers are hidden.")

  static let section = Bilingual(sv: "Avsnitt", en: "Section")
  static let code = Bilingual(sv: "Kod", en: "Code")
  static let meaning = Bilingual(sv: "Betydelse", en: "Meaning")
  static let sum = Bilingual(sv: "Summa", en: "Sum")

  static func monthsSummary(_ first: String, _ last: String, _ from: String, _ to: String)
    -> Bilingual
  {
    Bilingual(
      sv: "Från \(first) i \(from) till \(last) i \(to).",
      en: "From \(first) in \(from) to \(last) in \(to).")
  }

  static func tiesSummary(_ tied: String) -> Bilingual {
    Bilingual(
      sv: "\(tied) av intygen är kopplade till en vårdenhet.",
      en: "\(tied) of the certificates are tied to a care unit.")
  }
}
