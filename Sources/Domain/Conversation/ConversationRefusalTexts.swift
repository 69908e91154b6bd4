// SPDX-License-Identifier: Apache-2.0

/// What is said of threads and messages that cannot be read or written. `RefusalCode.template`
/// names each of them, so that none can be missing.
enum ConversationRefusalTexts {
  static let noThread = Bilingual(
    sv: "Tråden finns inte, eller så har den inte skickats till din organisation.",
    en: "The thread does not exist, or has not been sent to your organisation.")
  static let noParticipant = Bilingual(
    sv: "Välj minst en part att skriva till.",
    en: "Choose at least one party to write to.")
  static let notInCase = Bilingual(
    sv: "Det går bara att skriva till dem som är parter i ärendet nu.",
    en: "Only those who are parties of the case now can be written to.")
  static let noLongerParty = Bilingual(
    sv: "Din organisation är inte längre part i ärendet. Det som har skickats till er kan ni "
      + "läsa, men inte svara på.",
    en: "Your organisation is no longer a party of the case. What was sent to you can be "
      + "read but not answered.")
  static let nobodyToRead = Bilingual(
    sv: "De andra i tråden är inte längre parter i ärendet, så ingen skulle få meddelandet. "
      + "Börja en ny tråd.",
    en: "The others in the thread are no longer parties of the case, so nobody would get the "
      + "message. Begin a new thread.")
  static let notOnCase = Bilingual(
    sv: "Bara de som arbetar med ärendet kan läsa dess meddelanden (13 § lag 2018:744). "
      + "Administratören kan lämna över en tråd till dig.",
    en: "Only those who work on the case can read its messages (Act 2018:744, section 13). "
      + "The administrator can hand a thread over to you.")
  static let agencyAndPerformerOnly = Bilingual(
    sv: "Regionen får inte ta del av handlingar och utlåtande. Skriv bara till "
      + "Försäkringskassan och utföraren, eller om ärendet i stort.",
    en: "The region may not be told of documents and statement. Write to Försäkringskassan "
      + "and the performer only, or about the case in general.")
  static let insuredNotWithRegion = Bilingual(
    sv: "Regionen och den försäkrade skriver inte till varandra. Välj en av dem.",
    en: "The region and the insured do not write to each other. Choose one of them.")
  static let noDocument = Bilingual(
    sv: "Handlingen finns inte i ärendet.",
    en: "There is no such document in the case.")
  static let alreadySettled = Bilingual(
    sv: "Tråden är redan klarmarkerad.",
    en: "The thread is already marked as settled.")
  static let notColleague = Bilingual(
    sv: "Personen arbetar inte i din organisation.",
    en: "The person does not work at your organisation.")
}
