// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// Intygsbeställning's life cycle had seventeen known defects. Each is a story here that must
/// end well.
@Suite struct `Defects of the predecessor do not come back` {
  @Test func `D1 a visit reported as missed leaves nothing booked and the case can end`()
    throws
  {
    var story = CaseStory()
    try story.untilExamined()
    try story.book()
    try story.miss(visit: 2)
    #expect(story.state.visits.allSatisfy { !$0.isBooked })
    try story.decideRemaining(keep: [])
    try story.sendStatement()
    try story.arrive()
    try story.end()
    #expect(story.status(.fk) == .ended)
    #expect(story.tasks(story.performer).isEmpty)
  }

  // The job that closed cases is gone: a case ends by Försäkringskassan's own act, and notices
  // are given case by case. That one case's failure stops no other is tested in the service.
  @Test func `D2 a case with a deviation is ended by its own command and needs no common job`()
    throws
  {
    var story = CaseStory()
    try story.untilArrived(window: story.today.adding(days: 30))
    try story.reportDeviation(by: story.performer, visit: 1)
    story.wait(days: 60)
    #expect(story.status(.fk) == .statementArrived)
    try story.end()
    #expect(story.status(.fk) == .ended)
  }

  @Test func `D3 a visit that FK reports as missed is decided on and then accounted for`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.appointDoctor()
    try story.book()
    story.wait(days: 11)
    try story.reportDeviation(by: Cast.officer, visit: 1, missed: true)
    #expect(story.status(.fk) == .deviationToDecide)
    try story.decideRemaining(keep: [1])
    #expect(story.status(.performer(Cast.p1)) == .visitToReport)
    try story.miss(visit: 1)
    // It was already told, so it is not told twice.
    #expect(story.state.deviations.count == 1)
    #expect(story.status(.fk) == .visitToBook)
  }

  @Test func `D4 an arrived statement stays arrived after the window and without visits`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.arrive(window: story.today.adding(days: 5))
    story.wait(days: 30)
    #expect(story.status(.fk) == .statementArrived)
    #expect(story.view(Cast.officer)?.nextActor == .fk)
  }

  @Test func `D4 a statement that has arrived without any window stays arrived`() throws {
    var story = CaseStory()
    try story.untilArrived()
    story.wait(days: 400)
    #expect(story.status(Cast.region) == .statementArrived)
  }

  @Test func `D5 when every performer has declined it is the region's turn`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1, Cast.p2])
    try story.answer(Cast.p1, accepts: false)
    #expect(story.status(Cast.region) == .inquiring)
    try story.answer(Cast.p2, accepts: false)
    #expect(story.status(Cast.region) == .noPerformerFound)
    #expect(story.view(Cast.coordinator)?.nextActor == .region)
    #expect(story.tasks(Cast.coordinator) == [.findAnotherPerformer])
  }

  @Test func `D6 a booked visit does not hide that the underlag is not complete`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.book()
    #expect(story.status(.fk) == .awaitingDocuments)
    #expect(story.tasks(story.performer).contains(.reviewDocuments))
  }

  // That reminders go out for tasks only is tested in the service.
  @Test func `D7 a declined request is FK's turn and asks nothing more of the region`()
    throws
  {
    var story = CaseStory()
    story.targets.answerRequestDays = 5
    try story.request()
    try story.decline()
    story.wait(days: 30)
    #expect(story.tasks(Cast.coordinator).isEmpty)
    #expect(story.tasks(Cast.officer) == [.requestAgain])
    try story.end(.noOrder)
    #expect(story.status(Cast.region) == .ended)
    #expect(story.status(Cast.region)?.phase == .ended)
  }

  // That lists are computed anew on that day is tested in the service.
  @Test func `D8 what time alone will change is announced by the day to look again`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.appointDoctor()
    try story.book(inDays: 10)
    let before = story.view(story.performer)
    #expect(before?.status == .visitBooked)
    let day = before?.state.recheck(after: story.now)?.day
    #expect(day == story.today.adding(days: 10))
    story.wait(days: 11)
    #expect(story.status(.performer(Cast.p1)) == .visitToReport)
  }

  // That the outbox sends each message with its own case is tested in the exchange.
  @Test func `D9 a supplement is numbered within its own case`() throws {
    var first = CaseStory()
    var second = CaseStory(id: try CaseNumber(year: 2026, serial: 2))
    try first.untilArrived()
    try second.untilArrived()
    for _ in 1...2 {
      try first.requestSupplement()
      try first.supplement()
    }
    try second.requestSupplement()
    #expect(second.state.statement?.openSupplement?.requested.number == 1)
    try first.requestSupplement()
    #expect(first.state.statement?.openSupplement?.requested.number == 3)
  }

  // That the job asks anew for each day is tested in the service.
  @Test func `D10 a moved day is reminded of anew, but the same day only once`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.appointDoctor()
    try story.remind()
    #expect(story.remindRefusal() == .alreadyNoticed)
    try story.propose()
    try story.approve(lastDay: Day("2026-04-20")!)
    try story.remind()
    #expect(story.remindRefusal() == .alreadyNoticed)
    #expect(story.state.notices.map(\.noticed.dueDay.description) == ["2026-04-08", "2026-04-20"])
    #expect(story.remindRefusal(passed: true) == nil)
  }

  @Test func `D11 a visit still booked is a task also when all dates have passed`()
    throws
  {
    var story = CaseStory()
    try story.untilExamined()
    try story.book()
    story.wait(days: 60)
    try story.arrive(window: story.today)
    story.wait(days: 60)
    #expect(story.tasks(story.performer) == [.reportVisit])
    try story.end()
    #expect(story.tasks(story.performer) == [.reportVisit])
    try story.perform(visit: 2)
    #expect(story.tasks(story.performer).isEmpty)
  }

  @Test func `D12 the need of an interpreter can be switched off after a language was set`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    let needed = Interpreter(needed: true, language: "finska")
    try story.perform(
      .updateOrder(OrderUpdated(interpreter: needed), lastDay: nil), as: Cast.officer)
    #expect(story.state.order?.placed.interpreter == needed)
    try story.perform(
      .updateOrder(OrderUpdated(interpreter: Interpreter.none), lastDay: nil),
      as: Cast.officer)
    #expect(story.view(story.performer)?.state.order?.placed.interpreter == Interpreter.none)
  }

  // That the contract message without the field is read is tested in the exchange.
  @Test func `D13 a request without a day to answer by is an ordinary request`() throws {
    var story = CaseStory()
    try story.request(answerBy: nil)
    #expect(story.status(Cast.region) == .requested)
    let task = try #require(story.view(Cast.coordinator)?.tasks.first)
    #expect(task.code == .answerRequest && task.dueDay == nil && task.basis == nil)
  }

  @Test func `D14 choosing one performer closes the inquiries to the others`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1, Cast.p2])
    try story.answer(Cast.p1, accepts: true)
    try story.allocate(Cast.p1, .inquiry)
    #expect(story.status(.performer(Cast.p2)) == .inquiryClosed)
    #expect(story.tasks(Cast.administrator(Cast.p2)).isEmpty)
    #expect(throws: Refusal(.inquiryClosed)) { try story.answer(Cast.p2, accepts: true) }
  }

  // That events, rows and outgoing messages are written in one transaction is tested in the
  // store.
  @Test func `D15 another profession's visit is refused whole before it is approved`()
    throws
  {
    var story = CaseStory()
    try story.untilExamined()
    let before = story.history
    #expect(throws: Refusal(.extensionNotApproved, field: "profession")) {
      try story.book(.psychologist)
    }
    #expect(story.history == before)
    try story.propose()
    try story.approve()
    try story.book(.psychologist)
    #expect(story.state.visits.last?.profession == .psychologist)
  }

  @Test func `D16 a supplement can be requested on the last day and not the day after`() throws {
    var story = CaseStory()
    try story.untilArrived(window: Day("2026-04-10")!)
    story.wait(until: Day("2026-04-10")!, "23:59")
    let command = Command.requestStatementSupplement(question: "Vad?", answerBy: nil)
    #expect(story.refusal(command, as: Cast.officer) == nil)
    #expect(story.view(Cast.officer)?.action(.requestStatementSupplement)?.isAllowed == true)
    story.wait(until: Day("2026-04-11")!, "00:00")
    let refusal = story.refusal(command, as: Cast.officer)
    #expect(refusal == Refusal(.supplementWindowPassed, values: ["2026-04-10"]))
    // The button says the same.
    #expect(
      story.view(Cast.officer)?.action(.requestStatementSupplement)?.refusal == refusal)
  }

  // That mail goes to the address of whom it concerns is tested in the service.
  @Test func `D17 the region tells who was chosen, and a former performer hears nothing`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.withdraw()
    let lost = story.history.count
    try story.allocate(Cast.p2)
    let allocated = try #require(story.view(Cast.administrator(Cast.p2))?.events.first)
    #expect(allocated.event.kind == .performerAllocated)
    #expect(allocated.author.party == Cast.region)
    try story.order()
    try story.accept()
    #expect(
      story.history[lost...].allSatisfy { $0.audience[.performer(Cast.p1)] == nil })
  }
}
