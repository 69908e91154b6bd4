// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// The last day in the life of a case. In 2026 Good Friday is 3 April and May Day a Friday.
@Suite struct `The last day in the life of a case` {
  private let ordinary = Day("2026-04-08")!
  private let limit = Day("2026-05-07")!

  private func completed() throws -> CaseStory {
    var story = CaseStory()
    try story.untilAccepted()
    try story.complete()
    try story.appointDoctor()
    return story
  }

  @Test func `8 § 25 vardagar begin when the performer has the complete underlag`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    #expect(story.deadline.last == nil)
    try story.complete()
    #expect(story.deadline.last == ordinary)
    for actor in [Cast.officer, Cast.coordinator, story.performer, Cast.insured] {
      #expect(story.view(actor)?.deadline.last == ordinary)
    }
    #expect(story.view(Cast.officer)?.daysLeft == 25)
  }

  @Test func `the underlag cannot be complete in the future or before the order`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    let tomorrow = story.today.adding(days: 1)
    #expect(throws: Refusal(.dayInFuture, field: "day")) { try story.complete(tomorrow) }
    #expect(throws: Refusal(.tooEarly, field: "day", values: ["2026-03-02"])) {
      try story.complete(story.today.adding(days: -1))
    }
  }

  @Test func `a day stated in the order binds, and the computed one stays beside it`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    try story.order(lastDay: Day("2026-04-15")!)
    try story.accept()
    try story.complete()
    #expect(story.deadline.last == Day("2026-04-15"))
    #expect(story.deadline.base == ordinary)
    #expect(story.deadline.differs)
  }

  @Test func `an order that is sent anew replaces the last day of the returned one`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    try story.order(lastDay: Day("2026-04-15")!)
    try story.giveBack(.incomplete)
    #expect(story.status(.fk) == .orderReturned)
    try story.order()
    #expect(story.deadline.last == nil)
  }

  @Test func `approving an extension does not by itself move the day`() throws {
    var story = try completed()
    try story.propose()
    try story.approve()
    #expect(story.deadline.last == ordinary)
  }

  @Test func `an extension may reach 20 vardagar after the ordinary day and not one more`()
    throws
  {
    var story = try completed()
    try story.propose()
    let beyond = Refusal(.beyondExtensionLimit, field: "lastDay", values: ["2026-05-07"])
    #expect(throws: beyond) { try story.approve(lastDay: limit.adding(days: 1)) }
    try story.approve(lastDay: limit)
    #expect(story.deadline.last == limit)
  }

  @Test func `several extensions share the 20 vardagar`() throws {
    var story = try completed()
    try story.propose()
    try story.approve(lastDay: Day("2026-04-20")!)
    try story.propose([.physiotherapist])
    #expect(throws: Refusal.self) {
      try story.approve(2, [.physiotherapist], lastDay: limit.adding(days: 1))
    }
    try story.approve(2, [.physiotherapist], lastDay: limit)
    #expect(story.deadline.last == limit)
    // There is no room for more, and the button says so.
    try story.propose([.occupationalTherapist])
    try story.approve(3, [.occupationalTherapist])
    #expect(
      story.view(Cast.officer)?.action(.stateExtensionDay)?.refusal
        == Refusal(.beyondExtensionLimit, values: ["2026-05-07"]))
  }

  @Test func `a deferral has no longest length and is seen by all`() throws {
    var story = try completed()
    try story.requestDeferral(proposed: Day("2026-06-01")!)
    #expect(story.status(.fk) == .deferralToDecide)
    let far = Day("2027-01-29")!
    try story.perform(
      .decideDeferral(DeferralDecided(number: 1, lastDay: far)), as: Cast.officer)
    for actor in [Cast.officer, Cast.coordinator, story.performer, Cast.insured] {
      #expect(story.view(actor)?.deadline.last == far)
    }
  }

  @Test func `a refused deferral leaves the day and needs a reason`() throws {
    var story = try completed()
    try story.requestDeferral()
    let without = Command.decideDeferral(DeferralDecided(number: 1, lastDay: nil))
    #expect(story.refusal(without, as: Cast.officer) == Refusal(.missing, field: "reason"))
    try story.perform(
      .decideDeferral(DeferralDecided(number: 1, lastDay: nil, reason: "Nej")),
      as: Cast.officer)
    #expect(story.deadline.last == ordinary)
    #expect(story.status(.fk) == .visitToBook)
  }

  @Test func `a new day in UpdateOrder is a deferral when no extension is approved`() throws {
    var story = try completed()
    try story.propose()
    try story.updateOrder(lastDay: Day("2026-04-20")!)
    #expect(story.history.last?.event.kind == .deferralDecided)
  }

  @Test func `a new day in UpdateOrder is the extension's when one is approved and undated`()
    throws
  {
    var story = try completed()
    try story.propose()
    try story.approve()
    try story.updateOrder(lastDay: limit)
    #expect(story.history.last?.event.kind == .extensionDayStated)
    // The next one is a deferral: the extension has its day.
    try story.updateOrder(lastDay: limit.adding(days: 1))
    #expect(story.history.last?.event.kind == .deferralDecided)
  }

  @Test func `a new day in UpdateOrder beyond the extension's limit is a deferral`() throws {
    var story = try completed()
    try story.propose()
    try story.approve()
    try story.updateOrder(lastDay: limit.adding(days: 1))
    #expect(story.history.last?.event.kind == .deferralDecided)
  }

  @Test func `a new day in UpdateOrder answers the region's request for deferral`() throws {
    var story = try completed()
    try story.requestDeferral()
    try story.updateOrder(lastDay: Day("2026-04-20")!)
    #expect(story.state.deferrals.first?.decided?.lastDay == Day("2026-04-20"))
    #expect(story.status(Cast.region) == .visitToBook)
  }

  @Test func `a new day must be later than the present one`() throws {
    var story = try completed()
    #expect(throws: Refusal(.notLater, field: "lastDay", values: ["2026-04-08"])) {
      try story.updateOrder(lastDay: ordinary)
    }
  }

  @Test func `an unanswered inquiry becomes the region's turn when its day has passed`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1], answerBy: Day("2026-03-05")!)
    story.wait(until: Day("2026-03-05")!, "23:59")
    #expect(story.status(Cast.region) == .inquiring)
    #expect(
      story.view(Cast.coordinator)?.state.recheck(after: story.now)?.day == Day("2026-03-06"))
    story.wait(until: Day("2026-03-06")!, "00:00")
    #expect(story.status(Cast.region) == .noPerformerFound)
    // A late yes is still a yes.
    try story.answer(Cast.p1, accepts: true)
    #expect(story.status(Cast.region) == .answersToChoose)
  }

  @Test(arguments: [(0, false), (1, true)])
  func `FKFS 2019-1 4 § a cancellation is late when less than 48 hours are left`(
    _ late: (milliseconds: Int64, deviates: Bool)
  ) throws {
    var story = try completed()
    try story.book()
    let start = try #require(story.state.visit(1)?.start)
    story.now = start.adding(hours: -48).adding(milliseconds: late.milliseconds)
    try story.cancel(visit: 1, by: .insured)
    #expect(story.state.deviations.isEmpty == !late.deviates)
    #expect(story.status(.fk) == (late.deviates ? .deviationToDecide : .visitToBook))
  }

  @Test func `the 48 hours are elapsed hours also over the change to summer time`() throws {
    var story = try completed()
    let start = Instant(day: Day("2026-03-30")!, time: TimeOfDay("10:00")!)
    try story.perform(
      .bookVisit(VisitBooking(profession: .doctor, start: start, place: "Rum 1")),
      as: story.performer)
    story.wait(until: Day("2026-03-28")!, "09:00")
    var inTime = story
    try inTime.cancel(visit: 1, by: .insured)
    #expect(inTime.state.deviations.isEmpty)
    story.wait(until: Day("2026-03-28")!, "09:01")
    try story.cancel(visit: 1, by: .insured)
    #expect(story.state.deviations.count == 1)
  }

  @Test func `a cancellation by the insured after the visit began is a missed visit`() throws {
    var story = try completed()
    try story.book()
    story.wait(days: 11)
    #expect(throws: Refusal(.cancelledAfterStart, field: "reached")) {
      try story.cancel(visit: 1, by: .insured)
    }
  }
}
