// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// What each party sees of the ordinary course, step by step.
@Suite struct `Where a case stands` {
  private static let table = """
    step       fk                region            performer         insured           next
    request    requested         requested         -                 requested         region
    inquire    requested         inquiring         inquiryReceived   requested         performer
    answer     requested         answersToChoose   inquiryAnswered   requested         region
    allocate   awaitingOrder     awaitingOrder     awaitingOrder     awaitingOrder     fk
    inform     awaitingOrder     awaitingOrder     awaitingOrder     awaitingOrder     fk
    order      orderReceived     orderReceived     orderReceived     orderReceived     performer
    accept     awaitingDocuments awaitingDocuments awaitingDocuments awaitingDocuments performer
    ask        questionToAgency  questionToAgency  questionToAgency  awaitingDocuments fk
    tell       awaitingDocuments awaitingDocuments awaitingDocuments awaitingDocuments performer
    complete   visitToBook       visitToBook       visitToBook       visitToBook       performer
    doctor     visitToBook       visitToBook       visitToBook       visitToBook       performer
    book       visitBooked       visitBooked       visitBooked       visitBooked       performer
    wait       visitToReport     visitToReport     visitToReport     visitToReport     performer
    report     statementToWrite  statementToWrite  statementToWrite  statementToWrite  performer
    propose    extensionToDecide extensionToDecide extensionToDecide extensionToDecide fk
    approve    extensionToBook   extensionToBook   extensionToBook   extensionToBook   performer
    book-psych visitBooked       visitBooked       visitBooked       visitBooked       performer
    cancel     deviationToDecide deviationToDecide deviationToDecide extensionToBook   fk
    decide     extensionToBook   extensionToBook   extensionToBook   extensionToBook   performer
    defer      deferralToDecide  deferralToDecide  deferralToDecide  extensionToBook   fk
    grant      extensionToBook   extensionToBook   extensionToBook   extensionToBook   performer
    send       statementSent     statementSent     statementSent     statementSent     fk
    arrive     statementArrived  statementArrived  statementArrived  statementArrived  fk
    question   supplementToWrite supplementToWrite supplementToWrite supplementToWrite performer
    answer-it  supplementSent    supplementSent    supplementSent    supplementSent    fk
    receive    statementArrived  statementArrived  statementArrived  statementArrived  fk
    end        ended             ended             ended             ended             -
    """

  @Test func `every party sees the same standing as far as it was sent the same`() throws {
    var story = CaseStory()
    for line in `Where a case stands`.table.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      try take(words[0], &story)
      let parties: [Party] = [.fk, Cast.region, .performer(Cast.p1), .insured]
      let seen = parties.map { story.status($0)?.rawValue ?? "-" }
      #expect(seen == Array(words[1...4]), "after \(words[0])")
      let next = story.view(Cast.coordinator)?.nextActor
      #expect(next?.rawValue ?? "-" == words[5], "after \(words[0])")
    }
  }

  @Test func `a clock that was set back hides nothing that was sent`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1, .direct)
    story.wait(days: -7)
    #expect(story.view(Cast.officer)?.events.count == story.history.count)
    #expect(story.status(Cast.region) == .awaitingOrder)
    #expect(story.view(Cast.coordinator, asOf: story.now) == nil)
    try story.inform()
    #expect(story.history.last?.at == story.history[0].at)
  }

  @Test func `a look back offers the tasks and actions of that day, not those of today`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.appointDoctor()
    try story.book(inDays: 10)
    let before = story.now.adding(hours: 1)
    story.wait(days: 11)
    let now = try #require(story.view(story.performer))
    #expect(now.tasks.map(\.code).contains(.reportVisit))
    #expect(now.action(.reportVisit)?.isAllowed == true)
    let then = try #require(now.asOf(before))
    #expect(!then.tasks.map(\.code).contains(.reportVisit))
    #expect(then.action(.reportVisit)?.isAllowed == false)
    #expect(then.permission(.reportVisit, subject: 1).refusal?.code == .visitNotStarted)
    #expect(then.daysLeft == 25 && then.context.now == before)
  }

  private func take(_ step: String, _ story: inout CaseStory) throws {
    switch step {
    case "request": try story.request()
    case "inquire": try story.inquire([Cast.p1])
    case "answer": try story.answer(Cast.p1, accepts: true)
    case "allocate": try story.allocate(Cast.p1, .inquiry)
    case "inform": try story.inform()
    case "order": try story.order()
    case "accept": try story.accept()
    case "ask":
      try story.perform(
        .requestOrderSupplement(parts: [.medical], question: "Var är journalen?"),
        as: story.performer)
    case "tell":
      let answer = OrderSupplemented(number: 1, documents: Statements.underlag, answer: nil)
      try story.perform(.answerOrderSupplement(answer), as: Cast.officer)
    case "complete": try story.complete()
    case "doctor": try story.appointDoctor()
    case "book": try story.book()
    case "wait": story.wait(days: 11)
    case "report": try story.perform(visit: 1)
    default: try takeLater(step, &story)
    }
  }

  private func takeLater(_ step: String, _ story: inout CaseStory) throws {
    switch step {
    case "propose": try story.propose()
    case "approve": try story.approve()
    case "book-psych": try story.book(.psychologist)
    case "cancel": try story.cancel(visit: 2, by: .performer)
    case "decide": try story.decideRemaining(keep: [])
    case "defer": try story.requestDeferral()
    case "grant":
      let granted = DeferralDecided(number: 1, lastDay: story.today.adding(days: 60))
      try story.perform(.decideDeferral(granted), as: Cast.officer)
    case "send": try story.sendStatement()
    case "arrive": try story.arrive()
    case "question": try story.requestSupplement()
    case "answer-it":
      try story.perform(
        .sendStatementSupplement(number: 1, day: story.today), as: story.performer)
    case "receive":
      try story.perform(
        .recordSupplementArrival(number: 1, day: story.today, lastSupplementRequestDay: nil),
        as: Cast.officer)
    case "end": try story.end()
    default: Issue.record("no such step: \(step)")
    }
  }
}
