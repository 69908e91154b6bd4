// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// Who acts for the insured: registered and ended by Försäkringskassan, told to those who need it.
@Suite struct RepresentativeTests {
  private static func register(
    _ story: CaseStory, _ days: Int = 0, through: Int? = nil
  ) -> Command {
    .registerRepresentative(
      Statements.representative(
        from: story.today.adding(days: days), through: through.map { story.today.adding(days: $0) })
    )
  }

  @Test func `only Försäkringskassan's own people register and end`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    let register = Self.register(story)
    let end = Command.endRepresentative(RepresentativeEnded(number: 1))
    let others = [
      Cast.coordinator, story.performer, Cast.actor(.performer(Cast.p1), .examiner(.doctor)),
      Cast.administrator(Cast.p2), Cast.insured,
    ]
    for actor in others { #expect(story.refusal(register, as: actor) == Refusal(.wrongParty)) }
    let system = Cast.actor(.fk, .system)
    #expect(story.refusal(register, as: system) == Refusal(.wrongFunction))
    #expect(story.refusal(end, as: Cast.officer) == Refusal(.noRepresentative))
    try story.perform(register, as: Cast.officer)
    for actor in others { #expect(story.refusal(end, as: actor) == Refusal(.wrongParty)) }
    #expect(story.refusal(end, as: Cast.actor(.fk, .agencyCoordinator)) == nil)
    try story.perform(end, as: Cast.officer)
    #expect(story.refusal(end, as: Cast.officer) == Refusal(.noRepresentative))
  }

  @Test func `the performer is told with the order, and the region never`() throws {
    var story = CaseStory()
    try story.perform(
      .requestPerformer(Statements.request(), insured: Statements.identity), as: Cast.officer)
    try story.allocate(Cast.p1)
    try story.perform(Self.register(story), as: Cast.officer)
    for actor in [Cast.coordinator, Cast.administrator(Cast.p1)] {
      #expect(story.view(actor)?.state.representatives.isEmpty == true)
    }
    let hers = try #require(story.view(Cast.insured)?.state.representatives.first)
    #expect(hers.name == "Ombud Ett" && hers.identity == nil && hers.basis == "Fullmakt")
    try story.inform()
    try story.order()
    #expect(story.view(Cast.coordinator)?.state.representatives.isEmpty == true)
    let told = try #require(
      story.view(Cast.administrator(Cast.p1))?.state.representatives.first)
    #expect(told.name == "Ombud Ett" && told.identity == nil && told.basis == nil)
    #expect(story.state.representatives.map(\.identity) == [Cast.otherPerson])
    try story.perform(
      .endRepresentative(RepresentativeEnded(number: 1)), as: Cast.officer)
    #expect(
      story.view(Cast.administrator(Cast.p1))?.state.representatives.first?.endedAt != nil)
  }

  @Test func `a performer that was never told is not told of the end`() throws {
    var story = CaseStory()
    try story.perform(
      .requestPerformer(Statements.request(), insured: Statements.identity), as: Cast.officer)
    try story.allocate(Cast.p1)
    try story.perform(Self.register(story), as: Cast.officer)
    try story.perform(.endRepresentative(RepresentativeEnded(number: 1)), as: Cast.officer)
    let told = story.view(Cast.administrator(Cast.p1))?.events.map(\.event.kind) ?? []
    #expect(!told.contains(.representativeEnded))
    try story.inform()
    try story.order()
    #expect(!story.history.contains { $0.event.kind == .representativeDisclosed })
  }

  @Test func `it is in force from its first day through its last`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    try story.perform(Self.register(story, 2, through: 4), as: Cast.officer)
    let one = try #require(story.state.representatives.first)
    let days = (0...6).map { one.isInForce(on: story.today.adding(days: $0)) }
    #expect(days == [false, false, true, true, true, false, false])
  }

  @Test func `each fault is told by its field`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    var stated = Statements.representative(from: story.today)
    func field() -> String? {
      story.refusal(.registerRepresentative(stated), as: Cast.officer)?.field
    }
    stated.name = " "
    #expect(field() == "name")
    stated = Statements.representative(from: story.today, Cast.person)
    #expect(
      story.refusal(.registerRepresentative(stated), as: Cast.officer)
        == Refusal(.representsHerself, field: "identity"))
    stated = Statements.representative(from: story.today, through: story.today.adding(days: -1))
    #expect(field() == "through")
    stated = Statements.representative(
      from: story.today.adding(days: 3), through: story.today.adding(days: 2))
    #expect(field() == "through")
    stated = Statements.representative(from: story.today.adding(days: 9999))
    #expect(field() == "from")
    stated = Statements.representative(from: story.today)
    stated.basis = ""
    #expect(field() == "basis")
    try story.perform(Self.register(story, through: 5), as: Cast.officer)
    #expect(
      story.refusal(Self.register(story, 5), as: Cast.officer)
        == Refusal(.alreadyRepresents, field: "identity"))
    #expect(story.refusal(Self.register(story, 6), as: Cast.officer) == nil)
  }

  @Test func `after the end of the case it can still be registered and ended`() throws {
    var story = CaseStory()
    try story.untilArrived()
    try story.perform(.endAssessment(AssessmentEnded(reason: .completed)), as: Cast.officer)
    try story.perform(Self.register(story), as: Cast.officer)
    try story.perform(.endRepresentative(RepresentativeEnded(number: 1)), as: Cast.officer)
  }
}
