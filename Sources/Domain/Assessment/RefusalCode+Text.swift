// SPDX-License-Identifier: Apache-2.0

extension RefusalCode {
  /// The sentence shown to the person who was refused. `#` stands for a day or a number.
  var template: Bilingual {
    switch self {
    case .wrongParty:
      Bilingual(
        sv: "Det här kan din part inte göra i ärendet.",
        en: "Your party cannot do this in the case.")
    case .wrongFunction:
      Bilingual(
        sv: "Din roll får inte göra det här. En kollega med en annan roll kan göra det.",
        en: "Your role may not do this. A colleague with another role can.")
    case .caseEnded:
      Bilingual(
        sv: "Ärendet är avslutat.",
        en: "The case has ended.")
    case .alreadyRequested:
      Bilingual(
        sv: "Begäran är redan skickad till regionen.",
        en: "The request has already been sent to the region.")
    case .noRequest:
      Bilingual(
        sv: "Det finns ingen begäran att svara på.",
        en: "There is no request to answer.")
    case .requestDeclined:
      Bilingual(
        sv: "Regionen har svarat att den inte kan utföra utredningen. Försäkringskassan kan "
          + "begära på nytt eller avsluta.",
        en: "The region has answered that it cannot provide the assessment. "
          + "Försäkringskassan can request anew or end the case.")
    case .alreadyAllocated:
      Bilingual(
        sv: "En utförare är redan vald.",
        en: "A performer has already been chosen.")
    case .noPerformer:
      Bilingual(
        sv: "Regionen har inte meddelat vem som ska utföra utredningen (5 § lag 2018:744).",
        en: "The region has not told who will perform the assessment (Act 2018:744, section 5).")
    case .performerConflicted:
      Bilingual(
        sv: "Utföraren har anmält jäv i ärendet och kan inte väljas.",
        en: "The performer has reported a conflict of interest in the case and cannot be chosen.")
    case .performerUnknown:
      Bilingual(
        sv: "Utföraren finns inte bland regionens utförare.",
        en: "The performer is not among the region's performers.")
    case .noPerformersChosen:
      Bilingual(
        sv: "Välj minst en utförare.",
        en: "Choose at least one performer.")
    case .inquiryOpen:
      Bilingual(
        sv: "En av utförarna har redan en obesvarad förfrågan i ärendet.",
        en: "One of the performers already has an unanswered inquiry in the case.")
    case .noInquiry:
      Bilingual(
        sv: "Utföraren har ingen förfrågan att svara på.",
        en: "The performer has no inquiry to answer.")
    case .inquiryAnswered:
      Bilingual(
        sv: "Förfrågan är redan besvarad.",
        en: "The inquiry has already been answered.")
    case .inquiryClosed:
      Bilingual(
        sv: "Regionen har stängt förfrågan.",
        en: "The region has closed the inquiry.")
    case .inquiryNotAccepted:
      Bilingual(
        sv: "Utföraren har inte tackat ja till förfrågan.",
        en: "The performer has not accepted the inquiry.")
    case .drawNotCommitted:
      Bilingual(
        sv: "Ingen hemlighet är fastlagd för lottning i ärendet.",
        en: "No secret has been committed for a draw in the case.")
    case .drawInvalid:
      Bilingual(
        sv: "Lottningen stämmer inte med det som lades fast när begäran kom in.",
        en: "The draw does not agree with what was committed when the request came in.")
    case .drawEmpty:
      Bilingual(
        sv: "Ingen av utförarna har en ledig plats att lotta om.",
        en: "None of the performers has a free place to draw for.")
    case .alreadyInformed:
      Bilingual(
        sv: "Informationen är redan registrerad. Rätta händelsen om något är fel.",
        en: "The information has already been recorded. Correct the event if something is wrong.")
    case .notInformed:
      Bilingual(
        sv: "Den försäkrade ska först informeras om utredningen (6 § lag 2018:744). "
          + "Registrera när det skedde.",
        en: "The insured must first be informed of the assessment (Act 2018:744, section "
          + "6). Record when that was done.")
    case .alreadyOrdered:
      Bilingual(
        sv: "Beställningen är redan skickad.",
        en: "The order has already been sent.")
    case .noOrder:
      Bilingual(
        sv: "Det finns ingen beställning.",
        en: "There is no order.")
    case .wrongPerformer:
      Bilingual(
        sv: "Beställningen gäller en annan utförare än den som regionen har valt.",
        en: "The order names another performer than the one the region chose.")
    case .orderAccepted:
      Bilingual(
        sv: "Beställningen är redan mottagen.",
        en: "The order has already been accepted.")
    case .orderReturned:
      Bilingual(
        sv: "Beställningen är återsänd till Försäkringskassan.",
        en: "The order has been returned to Försäkringskassan.")
    case .orderNotAccepted:
      Bilingual(
        sv: "Utföraren har inte tagit emot beställningen.",
        en: "The performer has not accepted the order.")
    case .nothingChanged:
      Bilingual(
        sv: "Ingenting är ändrat. Ange vad som ska ändras i beställningen.",
        en: "Nothing has been changed. State what is to be changed in the order.")
    case .languageWithoutNeed:
      Bilingual(
        sv: "Ett språk är angivet men inget behov av tolk.",
        en: "A language is stated but no need for an interpreter.")
    case .noOpenQuestion:
      Bilingual(
        sv: "Det finns ingen obesvarad fråga om underlaget.",
        en: "There is no unanswered question about the documents.")
    case .questionOpen:
      Bilingual(
        sv: "En fråga om underlaget är ännu inte besvarad av Försäkringskassan.",
        en: "Försäkringskassan has not yet answered a question about the documents.")
    case .alreadyComplete:
      Bilingual(
        sv: "Underlaget är redan angivet som komplett. Rätta händelsen om dagen är fel.",
        en: "The documents are already stated as complete. Correct the event if the day is wrong.")
    case .notComplete:
      Bilingual(
        sv: "Utföraren har inte angett att underlaget är komplett.",
        en: "The performer has not stated that the documents are complete.")
    case .noDoctor:
      Bilingual(
        sv: "En ansvarig läkare ska först utses (8 § lag 2018:744).",
        en: "A responsible doctor must first be appointed (Act 2018:744, section 8).")
    case .extensionNotApproved:
      Bilingual(
        sv: "Yrket får bokas först när Försäkringskassan har godkänt utvidgningen (5 § "
          + "förordning 2018:1633).",
        en: "The profession may be booked only when Försäkringskassan has approved the "
          + "extension (Ordinance 2018:1633, section 5).")
    case .extensionNotAllowed:
      Bilingual(
        sv: "Försäkringskassan har i beställningen angett att utredningen inte får utvidgas.",
        en: "Försäkringskassan has stated in the order that the assessment may not be extended.")
    case .extensionUndecided:
      Bilingual(
        sv: "Försäkringskassan har inte beslutat om den utvidgning som redan är föreslagen.",
        en: "Försäkringskassan has not decided on the extension already proposed.")
    case .noExtensionProposed:
      Bilingual(
        sv: "Det finns ingen föreslagen utvidgning att besluta om.",
        en: "There is no proposed extension to decide on.")
    case .noApprovedExtension:
      Bilingual(
        sv: "Det finns ingen godkänd utvidgning utan ny sista dag.",
        en: "There is no approved extension without a new last day.")
    case .professionNotProposed:
      Bilingual(
        sv: "Ett av yrkena är inte föreslaget.",
        en: "One of the professions was not proposed.")
    case .noProfession:
      Bilingual(
        sv: "Välj minst ett yrke.",
        en: "Choose at least one profession.")
    case .notSupplementary:
      Bilingual(
        sv: "En utvidgning gäller psykolog, fysioterapeut eller arbetsterapeut.",
        en: "An extension concerns a psychologist, physiotherapist or occupational therapist.")
    case .beyondExtensionLimit:
      Bilingual(
        sv: "Sista dagen får flyttas till högst # när utredningen utvidgas (8 § förordning "
          + "2018:1633).",
        en: "An extension may move the last day to # at most (Ordinance 2018:1633, section 8).")
    case .extensionLimitUnknown:
      Bilingual(
        sv: "Det går inte att räkna ut hur långt fristen får förlängas, eftersom ingen känd "
          + "regel gäller för dagen.",
        en: "How far the time may be extended cannot be computed, since no known rule "
          + "covers the day.")
    case .notLater:
      Bilingual(
        sv: "Den nya sista dagen ska vara senare än den nuvarande, #.",
        en: "The new last day must be later than the present one, #.")
    case .deferralOpen:
      Bilingual(
        sv: "Försäkringskassan har inte svarat på den begäran om anstånd som redan är skickad.",
        en: "Försäkringskassan has not answered the request for deferral already sent.")
    case .noDeferral:
      Bilingual(
        sv: "Det finns ingen obesvarad begäran om anstånd.",
        en: "There is no unanswered request for deferral.")
    case .noVisit:
      Bilingual(
        sv: "Besöket finns inte i ärendet.",
        en: "The visit does not exist in the case.")
    case .visitNotBooked:
      Bilingual(
        sv: "Besöket är redan redovisat eller avbokat.",
        en: "The visit has already been reported or cancelled.")
    case .visitNotStarted:
      Bilingual(
        sv: "Besöket har inte börjat än. Det kan redovisas när tiden har passerat.",
        en: "The visit has not begun yet. It can be reported when its time has passed.")
    case .visitsOpen:
      Bilingual(
        sv: "Varje bokat besök ska först redovisas eller avbokas.",
        en: "Every booked visit must first be reported or cancelled.")
    case .doctorVisitMissing:
      Bilingual(
        sv: "Inget besök hos läkare är genomfört (5 § förordning 2018:1633).",
        en: "No visit to a doctor has taken place (Ordinance 2018:1633, section 5).")
    case .visitPerformed:
      Bilingual(
        sv: "Ett besök är redan genomfört, så tilldelningen kan inte återtas.",
        en: "A visit has already taken place, so the allocation cannot be withdrawn.")
    case .endBeforeStart:
      Bilingual(
        sv: "Besöket slutar innan det börjar.",
        en: "The visit ends before it begins.")
    case .visitBegun:
      Bilingual(sv: "Besöket har redan börjat.", en: "The visit has already begun.")
    case .visitToBeCancelled:
      Bilingual(
        sv: "Besöket ska ställas in, så det kan inte få en annan tid.",
        en: "The visit is to be cancelled and cannot get another time.")
    case .moveAlreadyAsked:
      Bilingual(
        sv: "En annan tid är redan önskad och har inte fått svar.",
        en: "Another time has been asked for already and has not been answered.")
    case .moveNotAsked:
      Bilingual(
        sv: "Ingen har bett om en annan tid för besöket.",
        en: "Nobody has asked for another time for the visit.")
    case .cancelledAfterStart:
      Bilingual(
        sv: "Återbudet kom efter att besöket började. Redovisa i stället att den försäkrade "
          + "uteblev.",
        en: "The cancellation came after the visit began. Report instead that the insured "
          + "did not attend.")
    case .noDeviation:
      Bilingual(
        sv: "Det finns ingen avvikelse att besluta om.",
        en: "There is no deviation to decide on.")
    case .statementSent:
      Bilingual(
        sv: "Utlåtandet är redan skickat.",
        en: "The statement has already been sent.")
    case .statementArrived:
      Bilingual(
        sv: "Utlåtandet har redan kommit in till Försäkringskassan.",
        en: "The statement has already reached Försäkringskassan.")
    case .statementNotArrived:
      Bilingual(
        sv: "Utlåtandet har inte kommit in till Försäkringskassan.",
        en: "The statement has not reached Försäkringskassan.")
    case .supplementUnderWay:
      Bilingual(
        sv: "En begärd komplettering av utlåtandet har inte kommit in.",
        en: "A requested supplement of the statement has not arrived.")
    case .noSupplement:
      Bilingual(
        sv: "Det finns ingen begärd komplettering av utlåtandet.",
        en: "There is no requested supplement of the statement.")
    case .supplementSent:
      Bilingual(
        sv: "Kompletteringen är redan skickad.",
        en: "The supplement has already been sent.")
    case .supplementWindowPassed:
      Bilingual(
        sv: "Sista dagen för kompletteringsbegäran var #.",
        en: "The last day for a supplement request was #.")
    case .endReasonUnfit:
      Bilingual(
        sv: "Den orsaken passar inte ärendets läge.",
        en: "That reason does not fit the state of the case.")
    case .noSuchEvent:
      Bilingual(
        sv: "Händelsen finns inte i ärendet.",
        en: "The event does not exist in the case.")
    case .notYourEvent:
      Bilingual(
        sv: "Bara den part som skrev händelsen kan rätta den.",
        en: "Only the party that wrote the event can correct it.")
    case .notCorrectable:
      Bilingual(
        sv: "Den här händelsen kan inte rättas. Gör i stället det som ska gälla.",
        en: "This event cannot be corrected. Do instead what is to apply.")
    case .alreadyCorrected:
      Bilingual(
        sv: "Händelsen är redan rättad. Rätta rättelsen genom att rätta samma händelse på "
          + "nytt med rätt uppgift.",
        en: "The event has already been corrected. Correct the same event again with the "
          + "right information.")
    case .hasConsequences:
      Bilingual(
        sv: "Händelsen kan inte tas bort eftersom senare händelser bygger på den. Ange rätt "
          + "uppgift i stället.",
        en: "The event cannot be removed since later events build on it. State the right "
          + "information instead.")
    case .missing:
      Bilingual(
        sv: "Uppgiften saknas.",
        en: "This is missing.")
    case .tooLong:
      Bilingual(
        sv: "Texten är för lång. Högst # tecken.",
        en: "The text is too long. At most # characters.")
    case .controlCharacter:
      Bilingual(
        sv: "Texten har ett tecken som inte kan skickas. Ta bort det eller skriv om stycket.",
        en: "The text has a character that cannot be sent. Remove it or write it again.")
    case .dayInFuture:
      Bilingual(
        sv: "Dagen ligger i framtiden. Ange en dag till och med i dag.",
        en: "The day lies in the future. State a day up to and including today.")
    case .dayInPast:
      Bilingual(
        sv: "Dagen har redan passerat.",
        en: "The day has already passed.")
    case .tooEarly:
      Bilingual(
        sv: "Dagen ligger före #, då det tidigast kan ha skett.",
        en: "The day lies before #, the earliest it can have happened.")
    case .summonsAfterVisit:
      Bilingual(
        sv: "Kallelsen ligger efter besöket.",
        en: "The summons lies after the visit.")
    case .outOfRange:
      Bilingual(
        sv: "Värdet ligger utanför det möjliga.",
        en: "The value lies outside what is possible.")
    case .partUnexplained:
      Bilingual(
        sv: "En del av underlaget saknas utan att skälet är angivet (6 § förordning 2018:1633).",
        en: "A part of the documents is missing without a stated reason (Ordinance "
          + "2018:1633, section 6).")
    case .addressProtected:
      Bilingual(
        sv: "Adress och telefon får inte lämnas för en person med skyddade uppgifter.",
        en: "Address and telephone may not be given for a person with protected identity.")
    case .tooMany:
      Bilingual(
        sv: "Listan är för lång. Högst #.",
        en: "The list is too long. At most #.")
    case .staleVersion:
      Bilingual(
        sv: "Någon har ändrat ärendet sedan du öppnade sidan. Läs det nya och försök igen.",
        en: "Somebody has changed the case since you opened the page. Read what is new and "
          + "try again.")
    case .notFound:
      Bilingual(
        sv: "Ärendet finns inte, eller så har det inte skickats till din organisation.",
        en: "The case does not exist, or has not been sent to your organisation.")
    case .alreadyNoticed:
      Bilingual(
        sv: "Påminnelsen är redan skickad.",
        en: "The reminder has already been sent.")
    case .keyReused:
      Bilingual(
        sv: "Det här har redan skickats en gång med andra uppgifter, och de gäller. Inget mer har "
          + "gjorts. Öppna ärendet på nytt för att ändra något.",
        en: "This has already been sent once with other information, which applies. Nothing more "
          + "has been done. Open the case anew to change something.")
    case .messageNotDead:
      Bilingual(
        sv: "Meddelandet är inte uppgivet. Bara ett uppgivet meddelande kan skickas om.",
        en: "The message is not dead. Only a dead message can be sent again.")
    case .messageSettled:
      Bilingual(
        sv: "Meddelandet är redan levererat eller avskrivet.",
        en: "The message has already been delivered or abandoned.")
    case .caseNotEnded:
      Bilingual(
        sv: "Ärendet pågår. Bara ett avslutat ärende kan gallras.",
        en: "The case is running. Only an ended case can be disposed of.")
    case .caseDisposed:
      Bilingual(
        sv: "Ärendet är gallrat. Bara dess nummer och datum finns kvar.",
        en: "The case has been disposed of. Only its number and dates remain.")
    case .documentEmpty: DocumentRefusalTexts.documentEmpty
    case .documentTooLarge: DocumentRefusalTexts.documentTooLarge
    case .documentWrongKind: DocumentRefusalTexts.documentWrongKind
    case .documentOffice: DocumentRefusalTexts.documentOffice
    case .documentArchive: DocumentRefusalTexts.documentArchive
    case .documentPhonePicture: DocumentRefusalTexts.documentPhonePicture
    case .documentEncrypted: DocumentRefusalTexts.documentEncrypted
    case .documentBroken: DocumentRefusalTexts.documentBroken
    case .documentTooManyPages: DocumentRefusalTexts.documentTooManyPages
    case .documentUnreadableText: DocumentRefusalTexts.documentUnreadableText
    case .documentTooDemanding: DocumentRefusalTexts.documentTooDemanding
    case .documentInfected: DocumentRefusalTexts.documentInfected
    case .documentCheckUnavailable: DocumentRefusalTexts.documentCheckUnavailable
    case .documentsTooMany: DocumentRefusalTexts.documentsTooMany
    case .documentOffset: DocumentRefusalTexts.documentOffset
    case .documentIncomplete: DocumentRefusalTexts.documentIncomplete
    case .documentUnknown: DocumentRefusalTexts.documentUnknown
    case .documentSent: DocumentRefusalTexts.documentSent
    case .documentTwice: DocumentRefusalTexts.documentTwice
    case .documentNotAsSent: DocumentRefusalTexts.documentNotAsSent
    case .documentPageUnknown: DocumentRefusalTexts.documentPageUnknown
    case .documentReadersOnly: DocumentRefusalTexts.documentReadersOnly
    case .assignmentOver: DocumentRefusalTexts.assignmentOver
    case .nothingToSend: DocumentRefusalTexts.nothingToSend
    case .alreadyAppointed: DocumentRefusalTexts.alreadyAppointed
    case .notAppointed: DocumentRefusalTexts.notAppointed
    case .notResponsibleDoctor: DocumentRefusalTexts.notResponsibleDoctor
    case .examinerUnknown: DocumentRefusalTexts.examinerUnknown
    case .noThread: ConversationRefusalTexts.noThread
    case .noParticipant: ConversationRefusalTexts.noParticipant
    case .notInCase: ConversationRefusalTexts.notInCase
    case .noLongerParty: ConversationRefusalTexts.noLongerParty
    case .nobodyToRead: ConversationRefusalTexts.nobodyToRead
    case .notOnCase: ConversationRefusalTexts.notOnCase
    case .agencyAndPerformerOnly: ConversationRefusalTexts.agencyAndPerformerOnly
    case .insuredNotWithRegion: ConversationRefusalTexts.insuredNotWithRegion
    case .noDocument: ConversationRefusalTexts.noDocument
    case .alreadySettled: ConversationRefusalTexts.alreadySettled
    case .notColleague: ConversationRefusalTexts.notColleague
    case .statementWritersOnly: StatementRefusalTexts.statementWritersOnly
    case .sectionOfOthers: StatementRefusalTexts.sectionOfOthers
    case .sectionUnknown: StatementRefusalTexts.sectionUnknown
    case .sectionTwice: StatementRefusalTexts.sectionTwice
    case .signerOnly: StatementRefusalTexts.signerOnly
    case .statementIncomplete: StatementRefusalTexts.statementIncomplete
    case .statementChanged: StatementRefusalTexts.statementChanged
    case .statementFieldUnknown: StatementRefusalTexts.statementFieldUnknown
    case .statementNotHere: StatementRefusalTexts.statementNotHere
    case .statementTooManyEdits: StatementRefusalTexts.statementTooManyEdits
    case .statementPDFMissing: StatementRefusalTexts.statementPDFMissing
    case .statementReleased: StatementRefusalTexts.statementReleased
    case .insuredOpposes: StatementRefusalTexts.insuredOpposes
    case .noOpposition: StatementRefusalTexts.noOpposition
    case .opposedHerself: StatementRefusalTexts.opposedHerself
    case .insuredUnknown: RepresentativeRefusalTexts.insuredUnknown
    case .noRepresentative: RepresentativeRefusalTexts.noRepresentative
    case .alreadyRepresents: RepresentativeRefusalTexts.alreadyRepresents
    case .representsHerself: RepresentativeRefusalTexts.representsHerself
    case .measureUnknown: FollowUpRefusalTexts.measureUnknown
    case .measureSupplied: FollowUpRefusalTexts.measureSupplied
    case .noEdition: FollowUpRefusalTexts.noEdition
    case .dimensionUnfit: FollowUpRefusalTexts.dimensionUnfit
    case .dimensionsTooMany: FollowUpRefusalTexts.dimensionsTooMany
    case .daysReversed: FollowUpRefusalTexts.daysReversed
    case .tableTooLong: FollowUpRefusalTexts.tableTooLong
    case .contentOnly: FollowUpRefusalTexts.contentOnly
    case .unitOfOthers: FollowUpRefusalTexts.unitOfOthers
    case .analystsOnly: FollowUpRefusalTexts.analystsOnly
    case .importsTooMany: FollowUpRefusalTexts.importsTooMany
    case .importNotStopped: FollowUpRefusalTexts.importNotStopped
    case .licenceMissing: PerformerRefusalTexts.licenceMissing
    case .trainingMissing: PerformerRefusalTexts.trainingMissing
    case .mentorNeeded: PerformerRefusalTexts.mentorNeeded
    case .mentorOnly: PerformerRefusalTexts.mentorOnly
    case .recordUnknown: PerformerRefusalTexts.recordUnknown
    case .capacityUnknown: PerformerRefusalTexts.capacityUnknown
    case .forecastUnknown: PerformerRefusalTexts.forecastUnknown
    }
  }
}
