// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// A step cannot be skipped, and the law's order is kept.
@Suite struct `The law's order` {
  @Test func `5 § there is no order before the region has told who will perform`() throws {
    var story = CaseStory()
    try story.request()
    try story.inform()
    #expect(throws: Refusal(.noPerformer)) { try story.order() }
  }

  @Test func `6 § there is no order on the page before the insured has been informed`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    #expect(throws: Refusal(.notInformed)) { try story.order() }
    #expect(story.view(Cast.officer)?.action(.placeOrder)?.refusal?.code == .notInformed)
    #expect(story.tasks(Cast.officer) == [.recordInformed])
  }

  @Test func `6 § a contract order is taken in, and the information stays a task`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.perform(.placeOrder(Statements.order(to: Cast.p1)), as: Cast.contract)
    #expect(story.status(.performer(Cast.p1)) == .orderReceived)
    #expect(story.tasks(Cast.officer) == [.recordInformed])
    try story.giveBack(.incomplete)
    // It cannot be sent anew on the page before the information is there.
    #expect(story.tasks(Cast.officer) == [.recordInformed])
    try story.inform()
    #expect(story.tasks(Cast.officer) == [.resendOrder])
  }

  @Test func `6 § förordningen a part of the underlag that is missing is explained on the page`()
    throws
  {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    var order = Statements.order(to: Cast.p1)
    order.documents = DocumentList(Array((Statements.underlag.items ?? []).dropFirst()))
    let refusal = Refusal(
      .partUnexplained, field: "documents.absent.medicinska-handlingar")
    #expect(story.refusal(.placeOrder(order), as: Cast.officer) == refusal)
    #expect(story.refusal(.placeOrder(order), as: Cast.contract) == nil)
  }

  @Test func `an order of another performer than the chosen one is refused`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    #expect(
      story.refusal(.placeOrder(Statements.order(to: Cast.p2)), as: Cast.officer)
        == Refusal(.wrongPerformer, field: "performer"))
  }

  @Test func `the address of a protected person is not passed on`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    var order = Statements.order(to: Cast.p1)
    order.identity.protected = true
    #expect(
      story.refusal(.placeOrder(order), as: Cast.officer)
        == Refusal(.addressProtected, field: "identity.address"))
    order.identity.address = nil
    order.identity.phone = nil
    #expect(story.refusal(.placeOrder(order), as: Cast.officer) == nil)
  }

  @Test func `nothing is booked before the order is taken on`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    #expect(throws: Refusal(.noOrder)) { try story.book() }
    try story.order()
    #expect(throws: Refusal(.orderNotAccepted)) { try story.book() }
    try story.accept()
    try story.book()
  }

  @Test func `5 § förordningen an extension is proposed by the doctor on a complete underlag`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    #expect(throws: Refusal(.notComplete)) { try story.propose() }
    try story.complete()
    #expect(throws: Refusal(.noDoctor)) { try story.propose() }
    try story.appointDoctor()
    #expect(throws: Refusal(.notSupplementary, field: "professions")) {
      try story.propose([.doctor])
    }
    try story.propose()
    #expect(throws: Refusal(.extensionUndecided)) { try story.propose([.physiotherapist]) }
    #expect(throws: Refusal(.professionNotProposed, field: "approved")) {
      try story.approve(1, [.physiotherapist])
    }
  }

  @Test func `an order that allows no extension is not extended`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    var order = Statements.order(to: Cast.p1)
    order.extensionAllowed = false
    try story.perform(.placeOrder(order), as: Cast.officer)
    try story.accept()
    try story.complete()
    try story.appointDoctor()
    #expect(throws: Refusal(.extensionNotAllowed)) { try story.propose() }
  }

  @Test func `8 § the statement waits for underlag, doctor, examination and every visit`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    #expect(throws: Refusal(.notComplete)) { try story.sendStatement() }
    try story.complete()
    #expect(throws: Refusal(.noDoctor)) { try story.sendStatement() }
    try story.appointDoctor()
    #expect(throws: Refusal(.doctorVisitMissing)) { try story.sendStatement() }
    try story.book()
    try story.perform(visit: 1)
    try story.book()
    #expect(throws: Refusal(.visitsOpen)) { try story.sendStatement() }
    try story.cancel(visit: 2, by: .agencyDecision)
    try story.sendStatement()
    #expect(throws: Refusal(.statementSent)) { try story.sendStatement() }
  }

  @Test func `a case ends as completed only when nothing is under way`() throws {
    var story = CaseStory()
    try story.untilExamined()
    #expect(throws: Refusal(.endReasonUnfit, field: "reason")) { try story.end() }
    try story.sendStatement()
    try story.arrive()
    try story.requestSupplement()
    #expect(throws: Refusal(.endReasonUnfit, field: "reason")) { try story.end() }
    // A supplement that never comes does not keep the case open for ever.
    #expect(
      story.refusal(.endAssessment(AssessmentEnded(reason: .aborted)), as: Cast.officer) == nil)
    try story.supplement()
    try story.end()
    #expect(throws: Refusal(.caseEnded)) { try story.requestSupplement() }
  }

  @Test func `12 § a performer with a conflict of interest is not chosen again`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.reportConflict()
    #expect(story.status(.fk) == .reallocation)
    #expect(throws: Refusal(.performerConflicted, field: "performer")) {
      try story.allocate(Cast.p1)
    }
    #expect(throws: Refusal(.performerConflicted, field: "performers")) {
      try story.inquire([Cast.p1])
    }
  }

  @Test func `12 § a conflict told in an answer is remembered when the request comes anew`()
    throws
  {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1])
    try story.answer(Cast.p1, accepts: false, conflict: true)
    try story.decline()
    try story.request()
    #expect(story.status(Cast.region) == .requested)
    #expect(throws: Refusal(.performerConflicted, field: "performer")) {
      try story.allocate(Cast.p1)
    }
    try story.allocate(Cast.p2)
  }

  @Test func `a performer answers for itself and for nobody else`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1, Cast.p2])
    let answer = Command.answerInquiry(InquiryAnswered(performer: Cast.p2, accepts: true))
    #expect(
      story.refusal(answer, as: Cast.administrator(Cast.p1))
        == Refusal(.wrongPerformer, field: "performer"))
    #expect(story.refusal(answer, as: Cast.administrator(Cast.p2)) == nil)
  }

  @Test func `a deviation concerns a visit that exists, whoever reports it`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    for actor in [Cast.officer, Cast.coordinator, story.performer] {
      #expect(throws: Refusal(.noVisit)) { try story.reportDeviation(by: actor, visit: 9) }
      try story.reportDeviation(by: actor, visit: nil)
    }
  }

  @Test func `an examiner who is no doctor reports visits and nothing else`() throws {
    var story = CaseStory()
    try story.untilExamined()
    try story.propose()
    try story.approve()
    try story.book(.psychologist)
    story.wait(days: 11)
    let examiner = Cast.actor(.performer(Cast.p1), .examiner(.psychologist))
    let report = Command.reportVisit(.performed(VisitPerformed(number: 2)))
    #expect(story.refusal(report, as: examiner) == nil)
    try story.perform(report, as: examiner)
    let send = Command.sendStatement(StatementSent(day: story.today))
    #expect(story.refusal(send, as: examiner) == Refusal(.wrongFunction))
    let doctor = Cast.actor(.performer(Cast.p1), .examiner(.doctor))
    #expect(story.refusal(send, as: doctor) == nil)
  }

  @Test func `the insured sees the case and acts in it only on visits of her own to come`() throws {
    var story = CaseStory()
    try story.untilArrived()
    let view = try #require(story.view(Cast.insured))
    #expect(view.tasks.isEmpty && view.actions.allSatisfy { !$0.isAllowed })
    for kind in ActionKind.allCases {
      let permission = story.state.permission(
        kind, actor: Cast.insured, context: story.context)
      let code: RefusalCode =
        switch kind {
        case .cancelVisit, .requestVisitMove: .noVisit
        case .addDocuments, .giveSelfRating, .recordOpposition: .statementSent
        case .withdrawOpposition: .noOpposition
        default: .wrongParty
        }
      #expect(permission.refusal == Refusal(code), "\(kind)")
    }
  }

  @Test func `a visit that had begun is still reported by the performer that lost the case`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.book(inDays: 1)
    try story.book(inDays: 9)
    story.wait(days: 2)
    try story.withdraw()
    #expect(story.state.visit(1)?.outcome == .booked)
    #expect(story.state.visit(2)?.outcome == .lapsed)
    try story.allocate(Cast.p2)
    let former = Cast.administrator(Cast.p1)
    #expect(story.view(former)?.status == .visitToReport)
    #expect(story.tasks(former) == [.reportVisit])
    let missed = VisitMissed(number: 1, cause: .absent, reason: "Hemligt")
    try story.perform(.reportVisit(.missed(missed)), as: former)
    #expect(story.view(former)?.status == .assignmentLost)
    // The present performer is told nothing of it and has nothing to wait for.
    #expect(story.history.last?.audience[.performer(Cast.p2)] == nil)
    #expect(story.status(.performer(Cast.p2)) == .awaitingOrder)
    #expect(story.status(.fk) == .awaitingOrder)
  }

  @Test func `what is told to have happened lies within the case`() throws {
    var story = CaseStory()
    try story.request()
    for day in ["0001-01-01", "1990-01-01", "2025-02-28"] {
      let informed = InsuredInformed(day: Day(day)!, channel: .letter, invitedToAdd: true)
      let refusal = story.refusal(.recordInformed(informed), as: Cast.officer)
      #expect(refusal?.code == .tooEarly && refusal?.field == "day", "\(day)")
    }
    let long = Instant(day: Day("0001-01-01")!, time: TimeOfDay("00:00")!)
    story = CaseStory()
    try story.untilAccepted()
    let report = DeviationReport(visit: nil, cause: .care, time: long, missed: false)
    #expect(
      story.refusal(.reportDeviation(report), as: story.performer)?.code == .tooEarly)
  }

  @Test func `a character that no message can carry is refused by its field`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    let question = Command.requestOrderSupplement(parts: [], question: "a\u{0}b")
    let refusal = story.refusal(question, as: story.performer)
    #expect(refusal?.code == .controlCharacter && refusal?.field == "question")
    for text in ["å\n\t", "😀", "\u{E000}\u{FFFD}"] { #expect(text.isWritable) }
    for text in ["\u{B}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"] { #expect(!text.isWritable) }
  }
}
