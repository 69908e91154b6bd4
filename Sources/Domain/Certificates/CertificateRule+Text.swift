// SPDX-License-Identifier: Apache-2.0

extension CertificateRule {
  /// What the rule demands, in one sentence.
  public var text: Bilingual {
    switch self {
    case .knownQuestions:
      Bilingual(
        sv: "Bara frågor som hör till läkarintyget besvaras: 1, 6, 17, 19, 20, 25–29, 32–35, "
          + "37, 39, 40, 44 och 9000–9999.",
        en: "Only questions of the certificate are answered: 1, 6, 17, 19, 20, 25–29, 32–35, "
          + "37, 39, 40, 44 and 9000–9999.")
    case .numberOfAnswers:
      Bilingual(
        sv: "Diagnosen står en gång, nedsättningen en till fyra gånger, och övriga frågor "
          + "besvaras inte oftare än formuläret tillåter.",
        en: "The diagnosis stands once, the reduction one to four times, and other questions are "
          + "answered no more often than the form allows.")
    case .requiredAnswers:
      Bilingual(
        sv: "Grund, sysselsättning, funktionsnedsättning, aktivitetsbegränsning, prognos och "
          + "åtgärder finns, om det inte gäller smittskydd.",
        en: "Basis, occupation, disability, restriction of activity, prognosis and measures are "
          + "there, unless it is about communicable disease.")
    case .requiredUnlessInfection:
      Bilingual(
        sv: "Samma svar krävs när frågan om smittskydd finns men inte är besvarad med ja.",
        en: "The same answers are required where the question about communicable disease stands "
          + "and the answer is not yes.")
    case .instances:
      Bilingual(
        sv: "Svar på 1, 28, 32 och 40 har ett instansnummer, och inget är mindre än 1.",
        en: "Answers to 1, 28, 32 and 40 have one instance number, and none is below 1.")
    case .partsOfAnswers:
      Bilingual(
        sv: "Varje svar har sina obligatoriska delsvar en gång och inga okända.",
        en: "Every answer has its required parts once and no unknown ones.")
    case .basis:
      Bilingual(
        sv: "Grunden är en känd kod som står en gång och har ett datum; annan grund beskrivs, "
          + "och bara den.",
        en: "The basis is a known code that stands once and has a date; another basis is "
          + "described, and only that.")
    case .occupation:
      Bilingual(
        sv: "Sysselsättningen är en känd kod som står en gång; yrke anges om och bara om det "
          + "gäller nuvarande arbete.",
        en: "The occupation is a known code that stands once; the work is told if and only if it "
          + "is the present work.")
    case .diagnosisSystem:
      Bilingual(
        sv: "Diagnosens kodsystem är ICD-10-SE eller KSH97-P.",
        en: "The list of the diagnosis is ICD-10-SE or KSH97-P.")
    case .diagnosisCode:
      Bilingual(
        sv: "Diagnoskoden är en bokstav, två siffror och därefter bokstäver, siffror eller "
          + "bindestreck, högst fem tecken; F och Z73 har minst fyra.",
        en: "The diagnosis code is a letter, two digits and then letters, digits or hyphens, at "
          + "most five characters; F and Z73 have at least four.")
    case .diagnosisPairs:
      Bilingual(
        sv: "Diagnosens text och kod följs åt, en tredje diagnos kräver en andra, och alla har "
          + "samma kodsystem.",
        en: "Text and code of a diagnosis come together, a third diagnosis needs a second, and "
          + "all are from the same list.")
    case .texts:
      Bilingual(
        sv: "En fri text är inte tom och innehåller inga element.",
        en: "A free text is not empty and has no elements in it.")
    case .degreesAndDays:
      Bilingual(
        sv: "Varje grad är en känd kod som står högst en gång, med verkliga datum där den första "
          + "dagen inte är efter den sista.",
        en: "Every degree is a known code that stands at most once, with real dates of which the "
          + "first is not after the last.")
    case .overlap:
      Bilingual(
        sv: "Perioder överlappar inte varandra; en gemensam gränsdag är tillåten.",
        en: "Periods do not overlap; one shared day at the boundary is allowed.")
    case .workingHours:
      Bilingual(
        sv: "Frågan om arbetstidens förläggning besvaras vid deltid och bara då; den motiveras "
          + "om och bara om svaret är ja.",
        en: "The question about working hours is answered for part-time and only then; it is "
          + "motivated if and only if the answer is yes.")
    case .prognosis:
      Bilingual(
        sv: "Prognosen är en känd kod; antal dagar anges om och bara om den kräver det.",
        en: "The prognosis is a known code; the number of days is told if and only if it needs "
          + "one.")
    case .measures:
      Bilingual(
        sv: "Åtgärder är kända koder som står en gång var; 'inte aktuellt' står ensamt och utan "
          + "beskrivning.",
        en: "Measures are known codes, each once; 'not relevant' stands alone and without a "
          + "description.")
    case .contact:
      Bilingual(
        sv: "Skälet till kontakt anges inte när kontakt inte önskas.",
        en: "The reason for contact is not told when no contact is wanted.")
    case .additionalQuestions:
      Bilingual(
        sv: "En tilläggsfråga besvaras en gång, med ett delsvar.",
        en: "An additional question is answered once, with one part.")
    case .codedValues:
      Bilingual(
        sv: "Ett kodat värde har ett kodsystem och en kod; ett ja eller nej är true, false, 1 "
          + "eller 0.",
        en: "A coded value has one code system and one code; a yes or no is true, false, 1 or 0.")
    case .form:
      Bilingual(
        sv: "Meddelandet följer schemat för RegisterCertificate.",
        en: "The message follows the schema of RegisterCertificate.")
    }
  }
}

extension CertificateNote {
  /// The note for people.
  public var text: Bilingual {
    switch kind {
    case .oldSignaturePlace:
      Bilingual(
        sv: "Underskriften står direkt i intyget, som i äldre intyg.",
        en: "The signature stands directly in the certificate, as in older ones.")
    case .hyphenInID:
      Bilingual(sv: "Personnumret har bindestreck.", en: "The personal number has a hyphen.")
    case .unknownQuestion:
      Bilingual(
        sv: "En tilläggsfråga vars text inte är känd är besvarad.",
        en: "An additional question whose text is not known is answered.")
    case .form:
      Bilingual(
        sv: "Meddelandet avviker från schemat.", en: "The message departs from the schema.")
    case .backwardPeriod:
      Bilingual(
        sv: "En period slutar innan den börjar och räknas inte.",
        en: "A period ends before it begins and is not counted.")
    }
  }
}

extension CertificateRemark {
  /// The remark for people.
  public var text: Bilingual {
    switch self {
    case .notVerified:
      Bilingual(
        sv: "Läsningen är inte prövad på denna version av frågorna.",
        en: "The reading has not been tried on this version of the questions.")
    case .invalidPerson:
      Bilingual(
        sv: "Personens nummer är inte giltigt.", en: "The person's number is not valid.")
    case .otherRegister:
      Bilingual(
        sv: "Numret är av annat slag än meddelandet säger.",
        en: "The number is of another kind than the message says.")
    case .farEnd:
      Bilingual(
        sv: "Sjukskrivningen slutar mer än två år efter att intyget skrevs under.",
        en: "The sick leave ends more than two years after the certificate was signed.")
    case .sharedDay:
      Bilingual(sv: "Två perioder delar en dag.", en: "Two periods share a day.")
    case .farStart:
      Bilingual(
        sv: "Sjukskrivningen börjar mer än två år innan intyget skrevs under, eller för mycket "
          + "länge sedan.",
        en: "The sick leave begins more than two years before the certificate was signed, or very "
          + "long ago.")
    case .noSigningTime:
      Bilingual(
        sv: "Intyget säger inte när det skrevs under.",
        en: "The certificate does not say when it was signed.")
    case .strangeRelation:
      Bilingual(
        sv: "Intyget har en relation av okänt slag till ett annat intyg.",
        en: "The certificate has a relation of an unknown kind to another.")
    case .ownRelation:
      Bilingual(
        sv: "Intyget har en relation till sig självt.",
        en: "The certificate has a relation to itself.")
    case .repeatedQuestion:
      Bilingual(
        sv: "Tilläggsfrågan 9000 är besvarad två gånger.",
        en: "The additional question 9000 is answered twice.")
    case .lastDayOnAnswer:
      Bilingual(
        sv: "Ett svar från vården har en sista dag för svar.",
        en: "An answer from care has a last day for answer.")
    }
  }
}
