// SPDX-License-Identifier: Apache-2.0

/// The sentences about writing, signing and reading statements.
enum StatementRefusalTexts {
  static let statementWritersOnly = Bilingual(
    sv: "Utkastet läses och skrivs av den ansvariga läkaren och de utsedda utredarna i "
      + "ärendet.",
    en: "The draft is read and written by the responsible doctor and the examiners appointed "
      + "in the case.")
  static let sectionOfOthers = Bilingual(
    sv: "Avsnittet skrivs av en annan profession eller av den ansvariga läkaren.",
    en: "The section is written by another profession or by the responsible doctor.")
  static let sectionUnknown = Bilingual(
    sv: "Utlåtandet har inget sådant avsnitt.", en: "The statement has no such section.")
  static let sectionTwice = Bilingual(
    sv: "Ställ en fråga per avsnitt.", en: "Ask one question for each section.")
  static let signerOnly = Bilingual(
    sv: "Bara den ansvariga läkaren, inloggad på sitt eget konto, kan signera.",
    en: "Only the responsible doctor, signed in with her own account, can sign.")
  static let statementIncomplete = Bilingual(
    sv: "# saker saknas eller behöver rättas innan det går att signera.",
    en: "# things are missing or need mending before it can be signed.")
  static let statementChanged = Bilingual(
    sv: "Utlåtandet har ändrats sedan du läste igenom det. Läs igenom det igen och signera "
      + "sedan.",
    en: "The statement has changed since you read it through. Read it again, then sign.")
  static let statementFieldUnknown = Bilingual(
    sv: "Formuläret har inget sådant fält.", en: "The form has no such field.")
  static let statementNotHere = Bilingual(
    sv: "Det finns inget utlåtande att läsa här: det är inte skickat, eller så skickades "
      + "det på ett annat sätt.",
    en: "There is no statement to read here: it is not sent, or it was sent another way.")
  static let statementTooManyEdits = Bilingual(
    sv: "Utkastet har sparats för många gånger. Det som står där finns kvar och kan "
      + "signeras.",
    en: "The draft has been saved too many times. What stands there remains and can be "
      + "signed.")
  static let statementPDFMissing = Bilingual(
    sv: "PDF kan inte göras här: programmet WeasyPrint är inte installerat på servern. "
      + "Använd utskriftssidan.",
    en: "A PDF cannot be made here: the program WeasyPrint is not installed on the server. "
      + "Use the print page.")
  static let statementReleased = Bilingual(
    sv: "Den försäkrade kan redan läsa utlåtandet.",
    en: "The insured can already read the statement.")
  static let insuredOpposes = Bilingual(
    sv: "Den försäkrade motsätter sig att utlåtandet lämnas. Det stannar hos utföraren.",
    en: "The insured opposes that the statement is handed over. It stays at the performer.")
  static let noOpposition = Bilingual(
    sv: "Ingen invändning mot att utlåtandet lämnas är registrerad.",
    en: "No opposition to handing over the statement is recorded.")
  static let opposedHerself = Bilingual(
    sv: "Den försäkrade har själv sagt på sina sidor att utlåtandet inte ska lämnas. Det kan "
      + "bara den försäkrade ta tillbaka, och det görs där.",
    en: "The insured has said on her or his own pages that the statement is not to be handed "
      + "over. Only the insured can take that back, and it is done there.")
}
