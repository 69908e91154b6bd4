// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// What was said wrongly is corrected by saying it again; nothing is overwritten.
@Suite struct `Corrections` {
  private func correct(
    _ kind: EventKind, in story: inout CaseStory, by actor: Actor, to command: Command?
  ) throws {
    let version = story.version(of: kind)
    try story.perform(
      .correct(version: version, reason: "Fel", command.map { .command($0) }), as: actor)
  }

  @Test func `a corrected day of the complete underlag moves the last day for everybody`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    story.wait(days: 2)
    try story.complete(Day("2026-03-02")!)
    let before = story.now
    story.wait(days: 1)
    try correct(
      .underlagCompleted, in: &story, by: story.performer,
      to: .confirmComplete(UnderlagCompleted(day: Day("2026-03-04")!)))
    for actor in [Cast.officer, Cast.coordinator, story.performer, Cast.insured] {
      let view = try #require(story.view(actor))
      #expect(view.deadline.last == Day("2026-04-10"))
      // The wrong event stands where it stood, with what corrected it.
      #expect(view.correctedBy[story.version(of: .underlagCompleted)] != nil)
      // And what was known then can still be seen.
      #expect(story.view(actor, asOf: before)?.deadline.last == Day("2026-04-08"))
    }
  }

  @Test func `a cancellation that never happened is taken back and the visit is booked again`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    try story.book()
    try story.cancel(visit: 1, by: .performer)
    try correct(.visitCancelled, in: &story, by: story.performer, to: nil)
    #expect(story.state.visit(1)?.isBooked == true)
  }

  @Test func `what others have built on cannot be taken back`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.book()
    try story.cancel(visit: 1, by: .performer)
    try story.book()
    #expect(throws: Refusal(.hasConsequences)) {
      try correct(.visitCancelled, in: &story, by: story.performer, to: nil)
    }
  }

  @Test func `a visit reported as performed is corrected to missed`() throws {
    var story = CaseStory()
    try story.untilExamined()
    #expect(story.status(.fk) == .statementToWrite)
    let missed = VisitMissed(number: 1, cause: .absent, reason: nil)
    try correct(
      .visitPerformed, in: &story, by: story.performer, to: .reportVisit(.missed(missed)))
    #expect(story.state.visit(1)?.outcome == .missed(missed))
    #expect(story.status(.fk) == .visitToBook)
  }

  @Test func `a report of one visit is not corrected to a report of another`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.book()
    try story.book()
    try story.perform(visit: 1)
    let other = Command.reportVisit(.performed(VisitPerformed(number: 2)))
    #expect(throws: Refusal(.notCorrectable)) {
      try correct(.visitPerformed, in: &story, by: story.performer, to: other)
    }
  }

  @Test func `an ending by mistake is taken back and the case goes on`() throws {
    var story = CaseStory()
    try story.untilExamined()
    try story.end(.aborted)
    #expect(story.status(Cast.region) == .ended)
    try correct(.assessmentEnded, in: &story, by: Cast.officer, to: nil)
    #expect(story.status(Cast.region) == .statementToWrite)
    try story.sendStatement()
  }

  @Test func `only the party that said it corrects it`() throws {
    var story = CaseStory()
    try story.untilExamined()
    #expect(throws: Refusal(.notYourEvent)) {
      try correct(
        .underlagCompleted, in: &story, by: Cast.officer,
        to: .confirmComplete(UnderlagCompleted(day: Day("2026-03-02")!)))
    }
  }

  @Test func `an allocation is withdrawn and not corrected`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    #expect(throws: Refusal(.notCorrectable)) {
      try correct(.performerAllocated, in: &story, by: Cast.coordinator, to: nil)
    }
  }

  @Test func `the replacement is judged as the command that should have been given then`()
    throws
  {
    var story = CaseStory()
    try story.untilAccepted()
    story.wait(days: 2)
    try story.complete()
    #expect(throws: Refusal(.tooEarly, field: "day", values: ["2026-03-02"])) {
      try correct(
        .underlagCompleted, in: &story, by: story.performer,
        to: .confirmComplete(UnderlagCompleted(day: Day("2026-03-01")!)))
    }
  }

  @Test func `a replacement is judged by earlier events as they have been corrected`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    story.wait(days: 5)
    try story.complete(Day("2026-03-02")!)
    try story.appointDoctor()
    try story.book(inDays: 0)
    try story.perform(visit: 1)
    try story.sendStatement()
    try correct(
      .underlagCompleted, in: &story, by: story.performer,
      to: .confirmComplete(UnderlagCompleted(day: Day("2026-03-06")!)))
    #expect(throws: Refusal(.tooEarly, field: "day", values: ["2026-03-06"])) {
      try correct(
        .statementSent, in: &story, by: story.performer,
        to: .sendStatement(StatementSent(day: Day("2026-03-05")!)))
    }
  }
}
