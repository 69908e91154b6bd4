// SPDX-License-Identifier: Apache-2.0

import Domain

extension MessageFault.Code {
  /// The reason for people.
  public var reason: Bilingual {
    switch self {
    case .xmlTooLarge: Self.xmlTooLargeReason
    case .xmlDocumentType: Self.xmlDocumentTypeReason
    case .xmlEncoding: Self.xmlEncodingReason
    case .xmlMalformed: Self.xmlMalformedReason
    case .xmlTooComplex: Self.xmlTooComplexReason
    case .soapVersion: Self.soapVersionReason
    case .envelopeStructure: Self.envelopeStructureReason
    case .headerNotUnderstood: Self.headerNotUnderstoodReason
    case .addressMissing: Self.addressMissingReason
    case .unknownMessage: Self.unknownMessageReason
    case .unknownNamespace: Self.unknownNamespaceReason
    case .notReceivedHere: Self.notReceivedHereReason
    case .contractVersion: Self.contractVersionReason
    case .elementMissing: Self.elementMissingReason
    case .elementRepeated: Self.elementRepeatedReason
    case .elementOrder: Self.elementOrderReason
    case .elementUnexpected: Self.elementUnexpectedReason
    case .elementNamespace: Self.elementNamespaceReason
    case .attributeUnexpected: Self.attributeUnexpectedReason
    case .contentUnexpected: Self.contentUnexpectedReason
    case .valueEmpty: Self.valueEmptyReason
    case .textTooLong: Self.textTooLongReason
    case .notABoolean: Self.notABooleanReason
    case .notADate: Self.notADateReason
    case .noSuchDate: Self.noSuchDateReason
    case .notATime: Self.notATimeReason
    case .noSuchTime: Self.noSuchTimeReason
    case .endBeforeStart: Self.endBeforeStartReason
    case .codeSystemUnknown: Self.codeSystemUnknownReason
    case .codeUnknown: Self.codeUnknownReason
    case .codeNotAccepted: Self.codeNotAcceptedReason
    case .rootUnknown: Self.rootUnknownReason
    case .notAnHSAID: Self.notAnHSAIDReason
    case .personalIdentityForm: Self.personalIdentityFormReason
    case .personalIdentityInvalid: Self.personalIdentityInvalidReason
    case .personalIdentityKind: Self.personalIdentityKindReason
    case .languageWithoutNeed: Self.languageWithoutNeedReason
    case .languageMissing: Self.languageMissingReason
    case .nothingUpdated: Self.nothingUpdatedReason
    }
  }

  private static let xmlTooLargeReason = Bilingual(
    sv: "Dokumentet är för stort.",
    en: "The document is too large.")
  private static let xmlDocumentTypeReason = Bilingual(
    sv: "Dokumentet har en dokumenttypsdeklaration. Sådana läses inte.",
    en: "The document has a document type declaration. None is read.")
  private static let xmlEncodingReason = Bilingual(
    sv: "Dokumentet är varken riktig UTF-8 eller riktig UTF-16.",
    en: "The document is neither right UTF-8 nor right UTF-16.")
  private static let xmlMalformedReason = Bilingual(
    sv: "Dokumentet är inte välformad XML, eller är avhugget.",
    en: "The document is not well-formed XML, or is cut off.")
  private static let xmlTooComplexReason = Bilingual(
    sv: "Dokumentet har för många eller för djupt liggande delar.",
    en: "The document has too many or too deeply nested parts.")
  private static let soapVersionReason = Bilingual(
    sv: "Kuvertet ska följa SOAP 1.1.",
    en: "The envelope must follow SOAP 1.1.")
  private static let envelopeStructureReason = Bilingual(
    sv: "Kuvertet ska ha en kropp med precis ett innehåll, och högst ett huvud före den.",
    en: "The envelope must have one body with exactly one content, and at most one header.")
  private static let headerNotUnderstoodReason = Bilingual(
    sv: "Huvudet kräver att något förstås som inte förstås här.",
    en: "The header demands understanding of something that is not understood here.")
  private static let addressMissingReason = Bilingual(
    sv: "Den logiska adressen saknas.",
    en: "The logical address is missing.")
  private static let unknownMessageReason = Bilingual(
    sv: "Dokumentet är inget av kontraktets meddelanden.",
    en: "The document is none of the contract's messages.")
  private static let unknownNamespaceReason = Bilingual(
    sv: "Meddelandet har en annan namnrymd än kontraktets.",
    en: "The message has another namespace than the contract's.")
  private static let notReceivedHereReason = Bilingual(
    sv: "Meddelandet går åt andra hållet och tas inte emot här.",
    en: "The message goes the other way and is not received here.")
  private static let contractVersionReason = Bilingual(
    sv: "Beställningen följer kontraktets version 1.0.0, som inte omfattar "
      + "försäkringsmedicinska utredningar. Här används RC7.",
    en: "The order follows version 1.0.0 of the contract, which does not cover "
      + "insurance-medicine assessments. RC7 is used here.")
  private static let elementMissingReason = Bilingual(
    sv: "En obligatorisk uppgift saknas.",
    en: "A mandatory element is missing.")
  private static let elementRepeatedReason = Bilingual(
    sv: "Uppgiften står mer än en gång.", en: "The element stands more than once.")
  private static let elementOrderReason = Bilingual(
    sv: "Uppgiften står inte i kontraktets ordning.",
    en: "The element is not in the contract's order.")
  private static let elementUnexpectedReason = Bilingual(
    sv: "Här finns en uppgift som kontraktet inte har på denna plats.",
    en: "Here is an element that the contract does not have in this place.")
  private static let elementNamespaceReason = Bilingual(
    sv: "Uppgiften har fel namnrymd.", en: "The element has the wrong namespace.")
  private static let attributeUnexpectedReason = Bilingual(
    sv: "Uppgiften har ett attribut som kontraktet inte har.",
    en: "The element has an attribute that the contract does not have.")
  private static let contentUnexpectedReason = Bilingual(
    sv: "Här blandas text och element på ett sätt som kontraktet inte tillåter.",
    en: "Here text and elements are mixed in a way that the contract does not allow.")
  private static let valueEmptyReason = Bilingual(
    sv: "En obligatorisk uppgift är tom.",
    en: "A mandatory element is empty.")
  private static let textTooLongReason = Bilingual(
    sv: "Texten är för lång.",
    en: "The text is too long.")
  private static let notABooleanReason = Bilingual(
    sv: "Värdet är inget ja eller nej.",
    en: "The value is no yes or no.")
  private static let notADateReason = Bilingual(
    sv: "Datumet skrivs inte ÅÅÅÅMMDD.",
    en: "The date is not written YYYYMMDD.")
  private static let noSuchDateReason = Bilingual(
    sv: "Datumet finns inte.",
    en: "There is no such date.")
  private static let notATimeReason = Bilingual(
    sv: "Tidpunkten skrivs inte ÅÅÅÅMMDDttmmss.",
    en: "The time is not written YYYYMMDDhhmmss.")
  private static let noSuchTimeReason = Bilingual(
    sv: "Tidpunkten finns inte.",
    en: "There is no such time.")
  private static let endBeforeStartReason = Bilingual(
    sv: "Slutet kommer före början.",
    en: "The end comes before the start.")
  private static let codeSystemUnknownReason = Bilingual(
    sv: "Kodsystemet är inte kontraktets.",
    en: "The code system is not the contract's.")
  private static let codeUnknownReason = Bilingual(
    sv: "Koden finns inte i kodsystemet.",
    en: "The code is not in the code system.")
  private static let codeNotAcceptedReason = Bilingual(
    sv: "Koden är känd men gäller inte försäkringsmedicinska utredningar.",
    en: "The code is known but does not concern insurance-medicine assessments.")
  private static let rootUnknownReason = Bilingual(
    sv: "Identifierarens serie (root) är inte kontraktets.",
    en: "The identifier's series (root) is not the contract's.")
  private static let notAnHSAIDReason = IdentityFault.notAnHSAID.reason
  private static let personalIdentityFormReason = Bilingual(
    sv: "Personnumret ska vara tolv siffror utan skiljetecken.",
    en: "The personal number must be twelve digits without separator.")
  private static let personalIdentityInvalidReason = Bilingual(
    sv: "Personnumret är inte giltigt.",
    en: "The personal number is not valid.")
  private static let personalIdentityKindReason = Bilingual(
    sv: "Serien (root) och numret är inte av samma slag: personnummer eller samordningsnummer.",
    en: "The series (root) and the number differ in kind: personal or coordination number.")
  private static let languageWithoutNeedReason = Bilingual(
    sv: "Ett tolkspråk är angivet fast tolk inte behövs.",
    en: "A language is given although no interpreter is needed.")
  private static let languageMissingReason = Bilingual(
    sv: "Tolk behövs, men språket saknas.",
    en: "An interpreter is needed, but the language is missing.")
  private static let nothingUpdatedReason = Bilingual(
    sv: "Meddelandet ändrar ingenting.", en: "The message changes nothing.")
}
