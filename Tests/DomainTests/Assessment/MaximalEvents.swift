// SPDX-License-Identifier: Apache-2.0

import Domain

/// One example of every event with everything filled in. Each text says where it stands, such
/// as `<orderPlaced.purpose>`, so that it can be found again wherever it was sent.
struct MaximalEvents {
  static let earlierPerformer = try! HSAID("SE2321000016-EARLIER")
  private static let day = Day("2026-03-02")!
  private static let instant = Instant(day: day, time: TimeOfDay("09:00")!)

  static var all: [AssessmentEvent] {
    request + allocation + order + reception + visits + time + statement
  }

  private static func mark(_ place: String) -> String { "<\(place)>" }

  private static func officer(_ kind: String) -> CaseOfficer {
    CaseOfficer(
      name: mark("\(kind).officer.name"), phone: mark("\(kind).officer.phone"),
      email: mark("\(kind).officer.email"), office: mark("\(kind).officer.office"))
  }

  private static func need(_ kind: String) -> AllocationNeed {
    AllocationNeed(
      town: mark("\(kind).need.town"),
      interpreter: Interpreter(
        needed: true, language: mark("\(kind).need.interpreter.language")),
      specialNeeds: mark("\(kind).need.specialNeeds"), earlierPerformers: [earlierPerformer])
  }

  private static func identity(_ kind: String) -> InsuredIdentity {
    InsuredIdentity(
      number: Cast.person, firstName: mark("\(kind).identity.firstName"),
      lastName: mark("\(kind).identity.lastName"), address: mark("\(kind).identity.address"),
      phone: mark("\(kind).identity.phone"))
  }

  private static func documents(_ kind: String) -> DocumentList {
    DocumentList(
      [
        SupportingDocument(
          kind: .medical, title: mark("\(kind).documents.items.title"), dated: day, pages: 3,
          file: DocumentFile(
            id: mark("\(kind).documents.items.file.id"), mediaType: .pdf, bytes: 3000, pages: 3,
            sha256: mark("\(kind).documents.items.file.sha256"), scan: .clean))
      ],
      absent: [AbsentPart(kind: .other, reason: mark("\(kind).documents.absent.reason"))])
  }

  private static var request: [AssessmentEvent] {
    [
      .performerRequested(
        PerformerRequested(
          assess: mark("performerRequested.assess"), region: Cast.regionID, answerBy: day,
          need: need("performerRequested"), officer: officer("performerRequested"),
          comment: mark("performerRequested.comment"),
          agencyNumber: mark("performerRequested.agencyNumber"))),
      .insuredRegistered(InsuredRegistered(identity: identity("insuredRegistered"))),
      .representativeRegistered(
        RepresentativeRegistered(
          number: 1,
          RepresentativeRegistration(
            kind: .proxy, name: mark("representativeRegistered.name"),
            identity: Cast.otherPerson, from: day, through: day,
            basis: mark("representativeRegistered.basis"),
            covers: mark("representativeRegistered.covers")))),
      .representativeDisclosed(
        RepresentativeDisclosed(
          number: 1, kind: .proxy, name: mark("representativeDisclosed.name"), from: day,
          through: day)),
      .representativeEnded(RepresentativeEnded(number: 1)),
      .drawCommitted(DrawCommitted(commitment: mark("drawCommitted.commitment"))),
      .requestDeclined(RequestDeclined(reason: mark("requestDeclined.reason"))),
    ]
  }

  private static var allocation: [AssessmentEvent] {
    let place = "performerAllocated"
    let unit = UnitContact(
      id: Cast.p1, name: mark("\(place).unit.name"), providerID: Cast.p1,
      providerName: mark("\(place).unit.providerName"), address: mark("\(place).unit.address"),
      postalCode: mark("\(place).unit.postalCode"), town: mark("\(place).unit.town"),
      phone: mark("\(place).unit.phone"), email: mark("\(place).unit.email"))
    let draw = DrawRecord(
      candidates: [
        DrawCandidate(
          performer: Cast.p1, name: mark("\(place).draw.candidates.name"), freePlaces: 1)
      ], commitment: mark("\(place).draw.commitment"), secret: mark("\(place).draw.secret"),
      seed: mark("\(place).draw.seed"))
    return [
      .inquirySent(
        InquirySent(
          performer: Cast.p1, region: Cast.regionID, kind: .afu, answerBy: day,
          message: mark("inquirySent.message"), need: need("inquirySent"))),
      .inquiryAnswered(
        InquiryAnswered(
          performer: Cast.p1, accepts: false, startDay: day,
          reason: mark("inquiryAnswered.reason"), comment: mark("inquiryAnswered.comment"))),
      .inquiryClosed(InquiryClosed(performer: Cast.p1, cause: .withdrawn)),
      .performerAllocated(
        PerformerAllocated(
          unit: unit, region: Cast.regionID, kind: .afu, method: .draw, need: need(place),
          comment: mark("\(place).comment"), draw: draw)),
      .allocationWithdrawn(
        AllocationWithdrawn(performer: Cast.p1, reason: mark("allocationWithdrawn.reason"))),
      .conflictReported(
        ConflictReported(performer: Cast.p1, reason: mark("conflictReported.reason"))),
    ]
  }

  private static var order: [AssessmentEvent] {
    [
      .insuredInformed(InsuredInformed(day: day, channel: .letter, invitedToAdd: true)),
      .orderPlaced(
        OrderPlaced(
          performer: Cast.p1, identity: identity("orderPlaced"),
          purpose: mark("orderPlaced.purpose"), background: mark("orderPlaced.background"),
          plannedActions: mark("orderPlaced.plannedActions"), extensionAllowed: true,
          interpreter: Interpreter(
            needed: true, language: mark("orderPlaced.interpreter.language")),
          specialNeeds: mark("orderPlaced.specialNeeds"), officer: officer("orderPlaced"),
          documents: documents("orderPlaced"), documentsByPost: true, lastDay: day,
          comment: mark("orderPlaced.comment"),
          agencyNumber: mark("orderPlaced.agencyNumber"))),
      .orderUpdated(
        OrderUpdated(
          interpreter: Interpreter(
            needed: true, language: mark("orderUpdated.interpreter.language")),
          specialNeeds: mark("orderUpdated.specialNeeds"), officer: officer("orderUpdated"),
          documentsByPost: true, comment: mark("orderUpdated.comment"))),
    ]
  }

  private static var reception: [AssessmentEvent] {
    [
      .orderAccepted(OrderAccepted(comment: mark("orderAccepted.comment"))),
      .orderReturned(
        OrderReturned(
          performer: Cast.p1, cause: .incomplete, reason: mark("orderReturned.reason"))),
      .orderSupplementRequested(
        OrderSupplementRequested(
          number: 1, parts: [.medical], question: mark("orderSupplementRequested.question"))),
      .orderSupplemented(
        OrderSupplemented(
          number: 1, documents: documents("orderSupplemented"),
          answer: mark("orderSupplemented.answer"))),
      .insuredDocumentsAdded(
        InsuredDocumentsAdded(documents: documents("insuredDocumentsAdded"))),
      .selfRatingGiven(
        SelfRatingGiven(form: mark("selfRatingGiven.form"), levels: ["own": 3])),
      .underlagCompleted(UnderlagCompleted(day: day)),
      .doctorAppointed(
        DoctorAppointed(
          name: mark("doctorAppointed.name"), person: mark("doctorAppointed.person"))),
      .examinerAppointed(
        ExaminerAppointed(
          profession: .psychologist, person: mark("examinerAppointed.person"),
          name: mark("examinerAppointed.name"))),
      .examinerReleased(
        ExaminerReleased(
          profession: .psychologist, person: mark("examinerReleased.person"),
          name: mark("examinerReleased.name"))),
    ]
  }

  private static var visits: [AssessmentEvent] {
    let summons = Summons(day: day, channel: .letter)
    return [
      .visitBooked(
        VisitBooked(
          number: 1, profession: .doctor, start: instant, end: instant,
          place: mark("visitBooked.place"), examiner: mark("visitBooked.examiner"),
          interpreterBooked: true, summons: summons)),
      .visitMoved(
        VisitMoved(
          number: 1, start: instant, end: instant, place: mark("visitMoved.place"),
          interpreterBooked: true, reason: mark("visitMoved.reason"))),
      .visitMoveRequested(
        VisitMoveRequested(number: 1, wishes: mark("visitMoveRequested.wishes"))),
      .visitMoveDeclined(
        VisitMoveDeclined(number: 1, reason: mark("visitMoveDeclined.reason"))),
      .summonsSent(SummonsSent(number: 1, summons: summons)),
      .visitCancelled(
        VisitCancelled(
          number: 1, cause: .insured, reached: instant, reason: mark("visitCancelled.reason"))),
      .visitPerformed(
        VisitPerformed(number: 1, interpreterTookPart: true, interpreterMinutes: 60)),
      .visitMissed(
        VisitMissed(number: 1, cause: .absent, reason: mark("visitMissed.reason"))),
      .deviationReported(
        DeviationReported(
          number: 1, visit: 1, cause: .insured, time: instant, missed: true,
          description: mark("deviationReported.description"))),
      .remainingVisitsDecided(
        RemainingVisitsDecided(
          deviation: 1, keep: [1], cancel: [2],
          comment: mark("remainingVisitsDecided.comment"))),
    ]
  }

  private static var time: [AssessmentEvent] {
    [
      .extensionProposed(
        ExtensionProposed(
          number: 1, professions: [.psychologist], doctor: mark("extensionProposed.doctor"),
          reason: mark("extensionProposed.reason"))),
      .extensionDecided(
        ExtensionDecided(
          number: 1, approved: [.psychologist], lastDay: day,
          reason: mark("extensionDecided.reason"))),
      .extensionDayStated(ExtensionDayStated(lastDay: day)),
      .delayRiskReported(
        DelayRiskReported(reason: mark("delayRiskReported.reason"), expectedDay: day)),
      .delayNotified(DelayNotified(reason: mark("delayNotified.reason"), expectedDay: day)),
      .deferralRequested(
        DeferralRequested(
          number: 1, reason: mark("deferralRequested.reason"), proposedDay: day)),
      .deferralDecided(
        DeferralDecided(number: 1, lastDay: day, reason: mark("deferralDecided.reason"))),
    ]
  }

  private static var statement: [AssessmentEvent] {
    let notice = DeadlineNoticed(
      task: .sendStatement, dueDay: day, party: .performer(Cast.p1))
    return [
      .insuredOpposed(InsuredOpposed(day: day, note: mark("insuredOpposed.note"))),
      .oppositionWithdrawn(OppositionWithdrawn(day: day)),
      .statementSent(
        StatementSent(
          day: day, signed: signedStatement("statementSent.signed"), awaitsRelease: false)),
      .statementArrived(StatementArrived(day: day, lastSupplementRequestDay: day)),
      .statementSupplementRequested(
        StatementSupplementRequested(
          number: 1, question: mark("statementSupplementRequested.question"), answerBy: day,
          sections: [
            SectionQuestion(
              section: mark("statementSupplementRequested.sections.section"),
              question: mark("statementSupplementRequested.sections.question"))
          ])),
      .statementSupplementSent(
        StatementSupplementSent(
          number: 1, day: day,
          signed: signedSupplement("statementSupplementSent.signed"))),
      .statementSupplementArrived(
        StatementSupplementArrived(number: 1, day: day, lastSupplementRequestDay: day)),
      .statementReleased(
        StatementReleased(
          signed: signedStatement("statementReleased.signed"),
          supplements: [
            StatementSupplementSent(
              number: 1, day: day,
              signed: signedSupplement("statementReleased.supplements.signed"))
          ])),
      .reminded(notice),
      .deadlinePassed(notice),
      .assessmentEnded(
        AssessmentEnded(reason: .aborted, comment: mark("assessmentEnded.comment"))),
    ]
  }
}

/// The texts in a value, each with the names of the fields that lead to it.
struct FoundTexts {
  /// Field path without positions in lists, and the text as it is sent.
  private(set) var texts: [(path: String, text: String)] = []
  /// Fields that were left empty.
  private(set) var empty: [String] = []

  init(in event: AssessmentEvent) {
    walk(event.payload, event.kind.rawValue)
  }

  private mutating func walk(_ value: Any, _ path: String) {
    switch value {
    case let text as String: texts.append((path, text))
    case let number as PersonalIdentityNumber: texts.append((path, number.digits12))
    case let id as HSAID:
      // Which unit and region is no secret among those that are sent the event.
      if path.hasSuffix("earlierPerformers") { texts.append((path, id.text)) }
    case is Day, is Instant: break
    default: walk(fieldsOf: value, path)
    }
  }

  private mutating func walk(fieldsOf value: Any, _ path: String) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional && mirror.children.isEmpty { empty.append(path) }
    if mirror.displayStyle == .collection && mirror.children.isEmpty { empty.append(path) }
    let isTransparent =
      mirror.displayStyle == .optional || mirror.displayStyle == .collection
    for child in mirror.children {
      let name = isTransparent ? path : "\(path).\(child.label ?? "")"
      walk(child.value, name)
    }
  }
}
