// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@Suite struct `The insured's word on the statement` {
  private typealias Fixture = StatementFixture

  @Test func `a statement she opposes stays, and all are told but not why`() throws {
    var story = try Fixture().story
    let day = story.today
    try story.perform(
      .recordOpposition(InsuredOpposed(day: day, note: "Ringde och var orolig")),
      as: story.performer)
    #expect(
      story.refusal(.sendStatement(StatementSent(day: day)), as: story.performer)?.code
        == .insuredOpposes)
    #expect(
      story.state.signingRefusal(Fixture.doctor, story.context) == Refusal(.insuredOpposes))
    // It is still written: she may change her mind.
    #expect(story.state.writingRefusal(Fixture.form.sections[0], Fixture.doctor) == nil)
    for actor in [Cast.officer, Cast.coordinator] {
      #expect(story.view(actor)?.state.opposition == InsuredOpposed(day: day))
    }
    for actor in [story.performer, Cast.insured] {
      #expect(story.view(actor)?.state.opposition?.note == "Ringde och var orolig")
    }
    #expect(story.tasks(Cast.officer).contains(.considerOpposition))
    #expect(!story.tasks(story.performer).contains(.sendStatement))
    for party in [Party.fk, .performer(Cast.p1)] {
      #expect(story.status(party) == .statementOpposed)
    }
    #expect(
      story.refusal(.recordOpposition(InsuredOpposed(day: day)), as: story.performer)?.code
        == .insuredOpposes)
  }

  @Test func `she may change her mind, and the statement goes as if she had never opposed`() throws
  {
    var story = try Fixture().story
    let first = story.today
    try story.perform(.recordOpposition(InsuredOpposed(day: first)), as: story.performer)
    story.wait(days: 1)
    #expect(
      story.refusal(
        .withdrawOpposition(OppositionWithdrawn(day: first.adding(days: -1))), as: story.performer
      )?.field == "day")
    try story.perform(
      .withdrawOpposition(OppositionWithdrawn(day: story.today)), as: story.performer)
    #expect(
      story.refusal(
        .withdrawOpposition(OppositionWithdrawn(day: story.today)), as: story.performer)?
        .code == .noOpposition)
    #expect(!story.tasks(Cast.officer).contains(.considerOpposition))
    try story.perform(.sendStatement(StatementSent(day: story.today)), as: story.performer)
    #expect(
      story.refusal(.recordOpposition(InsuredOpposed(day: story.today)), as: story.performer)?.code
        == .statementSent)
  }

  @Test func `only the performer that has the assignment records it, and not of the future`() throws
  {
    let story = try Fixture().story
    let command = Command.recordOpposition(InsuredOpposed(day: story.today))
    for actor in [Cast.officer, Cast.coordinator, Cast.administrator(Cast.p2)] {
      #expect(story.refusal(command, as: actor)?.code == .wrongParty)
    }
    #expect(story.refusal(command, as: Fixture.psychologist)?.code == .wrongFunction)
    let tomorrow = InsuredOpposed(day: story.today.adding(days: 1))
    #expect(story.refusal(.recordOpposition(tomorrow), as: story.performer)?.field == "day")
  }

  @Test func `what she has said herself nobody takes back for her, and nothing arrives`() throws {
    var story = try Fixture().story
    try story.perform(.recordOpposition(InsuredOpposed(day: story.today)), as: Cast.insured)
    let back = Command.withdrawOpposition(OppositionWithdrawn(day: story.today))
    for actor in [story.performer, Fixture.doctor] {
      #expect(story.refusal(back, as: actor)?.code == .opposedHerself)
    }
    #expect(
      story.refusal(.recordStatementArrival(StatementArrived(day: story.today)), as: Cast.officer)?
        .code == .insuredOpposes)
    try story.perform(back, as: Cast.insured)
    #expect(story.state.opposition == nil)
  }

  @Test func `a mistaken record of it is taken back`() throws {
    var story = try Fixture().story
    try story.perform(.recordOpposition(InsuredOpposed(day: story.today)), as: story.performer)
    try story.perform(
      .correct(version: story.version(of: .insuredOpposed), reason: "Fel ärende", nil),
      as: story.performer)
    #expect(story.state.opposition == nil)
    #expect(story.view(Cast.officer)?.state.opposition == nil)
  }
}

@Suite struct `A statement that is released to the insured` {
  private typealias Fixture = StatementFixture

  private func sent(awaitsRelease: Bool?) throws -> CaseStory {
    var story = try Fixture().story
    let statement = StatementSent(
      day: story.today, signed: MaximalEvents.signedStatement("s"), awaitsRelease: awaitsRelease)
    try story.perform(.sendStatement(statement), as: Fixture.doctor)
    return story
  }

  @Test func `she reads it at once where nothing else is said`() throws {
    let story = try sent(awaitsRelease: nil)
    #expect(story.view(Cast.insured)?.state.statement?.signed != nil)
    #expect(story.refusal(.releaseStatement, as: Fixture.doctor)?.code == .statementReleased)
  }

  @Test func `where the performer goes through it first, she is told that it was sent`() throws {
    var story = try sent(awaitsRelease: true)
    let hers = try #require(story.view(Cast.insured)?.state.statement)
    #expect(hers.sentDay == story.today && hers.signed == nil && hers.isKeptFromInsured)
    #expect(story.view(Cast.officer)?.state.statement?.signed != nil)
    #expect(story.tasks(story.performer).contains(.releaseStatement))
    // Answers that follow meanwhile are kept with it.
    try story.perform(
      .requestStatementSupplement(question: "Vad?", answerBy: nil), as: Cast.officer)
    try story.perform(
      .sendStatementSupplement(
        number: 1, day: story.today, signed: MaximalEvents.signedSupplement("a")),
      as: Fixture.doctor)
    #expect(story.view(Cast.insured)?.state.statement?.supplements.first?.signed == nil)

    for actor in [story.performer, Fixture.otherDoctor, Fixture.psychologist] {
      #expect(story.refusal(.releaseStatement, as: actor) != nil)
    }
    try story.perform(.releaseStatement, as: Fixture.doctor)
    let released = try #require(story.view(Cast.insured)?.state.statement)
    #expect(released.signed == story.state.statement?.signed && !released.isKeptFromInsured)
    #expect(released.supplements.first?.signed != nil)
    #expect(!story.tasks(story.performer).contains(.releaseStatement))
    #expect(story.view(Cast.coordinator)?.state.statement?.signed == nil)
  }

  @Test func `it can be released when the case has ended, and what follows is not kept`() throws {
    var story = try sent(awaitsRelease: true)
    try story.perform(.releaseStatement, as: Fixture.doctor)
    try story.perform(
      .requestStatementSupplement(question: "Vad?", answerBy: nil), as: Cast.officer)
    try story.perform(
      .sendStatementSupplement(
        number: 1, day: story.today, signed: MaximalEvents.signedSupplement("a")),
      as: Fixture.doctor)
    #expect(story.view(Cast.insured)?.state.statement?.supplements.first?.signed != nil)

    var ended = try sent(awaitsRelease: true)
    try ended.perform(.endAssessment(AssessmentEnded(reason: .completed)), as: Cast.officer)
    #expect(ended.tasks(ended.performer).contains(.releaseStatement))
    try ended.perform(.releaseStatement, as: Fixture.doctor)
    #expect(ended.view(Cast.insured)?.state.statement?.signed != nil)
  }
}

@Suite struct `What is asked about a statement` {
  private typealias Fixture = StatementFixture

  @Test func `it is read by those who may read the statement, the others know of it`() throws {
    var story = try Fixture().story
    try story.perform(
      .sendStatement(
        StatementSent(day: story.today, signed: MaximalEvents.signedStatement("s"))),
      as: Fixture.doctor)
    let section = "<s.section>"
    try story.perform(
      .requestStatementSupplement(
        question: nil, answerBy: nil,
        sections: [SectionQuestion(section: section, question: "Hemlig fråga?")]),
      as: Cast.officer)
    for actor in [Fixture.doctor, Fixture.psychologist, Cast.officer] {
      let view = try #require(story.view(actor))
      #expect(
        view.state.statement?.supplements.first?.questions.map(\.question) == ["Hemlig fråga?"])
    }
    for actor in [story.performer, Fixture.stranger, Cast.coordinator, Cast.insured] {
      let view = try #require(story.view(actor))
      #expect(view.state.statement?.supplements.count == 1)
      #expect(!"\(view.events)\(view.state)".contains("Hemlig fråga?"), "\(actor.party)")
    }
    #expect(story.tasks(story.performer).contains(.answerSupplement))
  }
}
