// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Testing

/// Who is told what. The table is written by hand from law and agreement, and not taken from
/// the code that it tests.
///
/// For each event: who writes it here, then what Försäkringskassan, the region, the performer
/// and the insured get of it. Below stand the texts in it: those with + are facts, those with -
/// are told only to who gets the full event.
private let audienceTable = """
  performerRequested            fk        full  full  -     facts
    + need.town need.interpreter.language officer.name officer.phone officer.email
    + officer.office
    - assess comment agencyNumber need.specialNeeds need.earlierPerformers
  insuredRegistered             fk        full  -     -     full
    + identity.number identity.firstName identity.lastName identity.address identity.phone
  representativeRegistered      fk        full  -     -     facts
    + name basis covers
    - identity
  representativeDisclosed       fk        full  -     full  full
    + name
  representativeEnded           fk        full  -     full  full
  drawCommitted                 region    full  full  -     full
    + commitment
  requestDeclined               region    full  full  -     facts
    - reason
  inquirySent                   region    -     full  full  -
    + message need.town need.interpreter.language need.specialNeeds need.earlierPerformers
  inquiryAnswered               performer -     full  full  -
    + reason comment
  inquiryClosed                 region    -     full  full  -
  performerAllocated            region    full  full  full  facts
    + unit.name unit.providerName unit.address unit.postalCode unit.town unit.phone unit.email
    + need.town need.interpreter.language draw.candidates.name draw.commitment draw.secret
    + draw.seed
    - comment need.specialNeeds need.earlierPerformers
  allocationWithdrawn           region    full  full  full  facts
    - reason
  conflictReported              performer full  full  full  facts
    - reason
  insuredInformed               fk        full  full  full  full
  orderPlaced                   fk        full  facts full  full
    + identity.number identity.firstName identity.lastName interpreter.language officer.name
    + officer.phone officer.email officer.office agencyNumber
    - identity.address identity.phone purpose background plannedActions specialNeeds
    - documents.items.title documents.items.file.id documents.items.file.sha256
    - documents.absent.reason comment
  orderUpdated                  fk        full  facts full  facts
    + interpreter.language officer.name officer.phone officer.email officer.office
    - specialNeeds comment
  orderAccepted                 performer full  facts full  facts
    - comment
  orderReturned                 performer full  facts full  facts
    - reason
  orderSupplementRequested      performer full  facts full  -
    - question
  orderSupplemented             fk        full  facts full  full
    - documents.items.title documents.items.file.id documents.items.file.sha256
    - documents.absent.reason answer
  insuredDocumentsAdded         insured   full  facts full  full
    - documents.items.title documents.items.file.id documents.items.file.sha256
    - documents.absent.reason
  selfRatingGiven               insured   full  -     full  full
    + form
    - levels..key
  underlagCompleted             performer full  full  full  full
  doctorAppointed               performer full  full  full  full
    + name person
  examinerAppointed             performer facts facts full  full
    - name person
  examinerReleased              performer facts facts full  full
    - name person
  visitBooked                   performer full  full  full  full
    + place examiner
  visitMoved                    performer full  facts full  full
    + place
    - reason
  visitMoveRequested            insured   full  facts full  full
    - wishes
  visitMoveDeclined             performer full  facts full  full
    - reason
  summonsSent                   performer full  full  full  full
  visitCancelled                performer full  facts full  full
    - reason
  visitPerformed                performer full  full  full  full
  visitMissed                   performer full  facts full  full
    - reason
  deviationReported             performer full  facts full  -
    - description
  remainingVisitsDecided        fk        full  facts full  facts
    - comment
  extensionProposed             performer full  facts full  facts
    + doctor
    - reason
  extensionDecided              fk        full  facts full  facts
    - reason
  extensionDayStated            fk        full  full  full  full
  delayRiskReported             performer -     full  full  -
    + reason
  delayNotified                 region    full  full  facts -
    - reason
  deferralRequested             region    full  full  facts -
    - reason
  deferralDecided               fk        full  full  full  facts
    - reason
  insuredOpposed                performer facts facts full  full
    - note
  oppositionWithdrawn           performer full  full  full  full
  statementReleased             performer -     -     full  full
    - signed.content.form signed.content.head.agencyNumber
    - signed.content.head.personNumber signed.content.head.name
    - signed.content.head.purpose signed.content.head.performer
    - signed.content.head.doctor signed.content.head.visits.examiner
    - signed.content.parts.section signed.content.parts.entries.field
    - signed.content.parts.entries.value.text signed.content.parts.writers.person
    - signed.content.parts.writers.name signed.digest signed.signature.method
    - signed.signature.person signed.signature.name signed.signature.key
    - signed.signature.value signed.draftHash supplements.signed.content.statement
    - supplements.signed.content.additions.section
    - supplements.signed.content.additions.question
    - supplements.signed.content.additions.answer
    - supplements.signed.content.additions.writers.person
    - supplements.signed.content.additions.writers.name supplements.signed.digest
    - supplements.signed.signature.method supplements.signed.signature.person
    - supplements.signed.signature.name supplements.signed.signature.key
    - supplements.signed.signature.value
  statementSent                 performer full  facts full  full
    - signed.content.form signed.content.head.agencyNumber signed.content.head.personNumber
    - signed.content.head.name signed.content.head.purpose signed.content.head.performer
    - signed.content.head.doctor signed.content.head.visits.examiner
    - signed.content.parts.section signed.content.parts.entries.field
    - signed.content.parts.entries.value.text signed.content.parts.writers.person
    - signed.content.parts.writers.name signed.digest signed.signature.method
    - signed.signature.person signed.signature.name signed.signature.key
    - signed.signature.value signed.draftHash
  statementArrived              fk        full  full  full  full
  statementSupplementRequested  fk        full  facts full  facts
    - question sections.section sections.question
  statementSupplementSent       performer full  facts full  full
    - signed.content.statement signed.content.additions.section
    - signed.content.additions.question signed.content.additions.answer
    - signed.content.additions.writers.person signed.content.additions.writers.name
    - signed.digest signed.signature.method signed.signature.person signed.signature.name
    - signed.signature.key signed.signature.value
  statementSupplementArrived    fk        full  full  full  full
  reminded                      performer -     -     full  -
  deadlinePassed                performer -     -     full  -
  assessmentEnded               fk        full  facts full  facts
    - comment
  """

private struct AudienceLine {
  let kind: String
  let author: Party
  let told: [Party: String]
  var facts: Set<String> = []
  var rest: Set<String> = []

  init(_ words: [String]) {
    kind = words[0]
    author = ["fk": Party.fk, "region": Cast.region][words[1]] ?? .performer(Cast.p1)
    told = [
      .fk: words[2], Cast.region: words[3], .performer(Cast.p1): words[4], .insured: words[5],
    ]
  }

  static let all: [AudienceLine] = {
    var lines: [AudienceLine] = []
    for line in audienceTable.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "+": lines[lines.count - 1].facts.formUnion(words.dropFirst())
      case "-": lines[lines.count - 1].rest.formUnion(words.dropFirst())
      default: lines.append(AudienceLine(words))
      }
    }
    return lines
  }()
}

@Suite struct `Disclosure` {
  private func json(_ event: AssessmentEvent) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(event), as: UTF8.self)
  }

  @Test func `the table names every event and every text in it`() throws {
    let kinds = Set(EventKind.allCases.map(\.rawValue)).subtracting(["corrected"])
    #expect(Set(AudienceLine.all.map(\.kind)) == kinds)
    #expect(AudienceLine.all.count == kinds.count)
    for line in AudienceLine.all {
      let event = try #require(MaximalEvents.all.first { $0.kind.rawValue == line.kind })
      let found = FoundTexts(in: event)
      #expect(found.empty.isEmpty, "\(found.empty) have no example")
      let paths = found.texts.map { String($0.path.dropFirst(line.kind.count + 1)) }
      #expect(Set(paths) == line.facts.union(line.rest), "\(line.kind)")
      #expect(line.facts.isDisjoint(with: line.rest))
    }
  }

  @Test func `each party gets exactly the texts that the table allows it`() throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    let strangers: [Party] = [.performer(Cast.p2), Cast.otherRegion]
    for line in AudienceLine.all {
      let event = try #require(MaximalEvents.all.first { $0.kind.rawValue == line.kind })
      let recorded = RecordedEvent(
        version: 3, author: Cast.actor(line.author, .system),
        audience: event.audience(in: story.state, author: line.author), at: story.now,
        event: event)
      let texts = FoundTexts(in: event).texts
      for party in line.told.keys.map({ $0 }) + strangers {
        let sent = recorded.disclosed(to: party)
        let allowed =
          switch line.told[party] {
          case "full": line.facts.union(line.rest)
          case "facts": line.facts
          default: Set<String>()
          }
        #expect((sent == nil) == (["-", nil].contains(line.told[party])), "\(line.kind) \(party)")
        let text = try sent.map { try json($0.event) } ?? ""
        let found = texts.filter { text.contains($0.text) }
          .map { String($0.path.dropFirst(line.kind.count + 1)) }
        #expect(Set(found) == allowed, "\(line.kind) to \(party.role)")
      }
    }
  }

  @Test func `every event is read back as it was written, in full and as facts`() throws {
    for event in MaximalEvents.all {
      for form in [event, event.facts] {
        let data = try JSONEncoder().encode(form)
        #expect(try JSONDecoder().decode(AssessmentEvent.self, from: data) == form)
      }
      #expect(event.facts.facts == event.facts)
      #expect(event.facts.kind == event.kind)
    }
  }

  @Test func `who the insured is reaches region and performer with the order and not before`()
    throws
  {
    var story = CaseStory()
    try story.perform(
      .requestPerformer(Statements.request(), insured: Statements.identity),
      as: Cast.officer)
    try story.inquire([Cast.p1, Cast.p2])
    try story.answer(Cast.p1, accepts: true)
    try story.allocate(Cast.p1, .inquiry)
    try story.inform()
    let told = [Cast.coordinator, Cast.administrator(Cast.p1)]
    for actor in told {
      #expect(try names(in: story, actor) == [])
      #expect(story.view(actor)?.state.insured == nil)
    }
    try story.order()
    #expect(try names(in: story, Cast.coordinator) == ["191212121212", "Tolvansson"])
    #expect(
      try names(in: story, Cast.administrator(Cast.p1))
        == ["191212121212", "Storgatan", "Tolvansson"])
    #expect(try names(in: story, Cast.administrator(Cast.p2)) == [])
  }

  private func names(in story: CaseStory, _ actor: Actor) throws -> [String] {
    let sent = try (story.view(actor)?.events ?? []).map { try json($0.event) }.joined()
    return ["191212121212", "Storgatan", "Tolvansson"].filter { sent.contains($0) }
  }

  @Test func `a performer that was asked and not chosen is sent its inquiry and nothing more`()
    throws
  {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1, Cast.p2])
    try story.answer(Cast.p2, accepts: true)
    try story.allocate(Cast.p1)
    try story.inform()
    try story.order()
    try story.accept()
    try story.end(.aborted)
    let view = try #require(story.view(Cast.administrator(Cast.p2)))
    #expect(view.events.map(\.event.kind) == [.inquirySent, .inquiryAnswered, .inquiryClosed])
    #expect(view.status == .inquiryClosed)
    #expect(view.actions.allSatisfy { !$0.isAllowed || $0.kind == .correct })
    // It is not told that the case has ended either.
    #expect(view.action(.answerInquiry)?.refusal == Refusal(.inquiryClosed))
  }

  @Test func `Försäkringskassan is not told whom the region asks, also when it ends the case`()
    throws
  {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1, Cast.p2])
    try story.end(.noOrder)
    let kinds = story.view(Cast.officer)?.events.map(\.event.kind)
    #expect(kinds == [.performerRequested, .assessmentEnded])
    #expect(story.status(.performer(Cast.p1)) == .inquiryClosed)
  }

  @Test(arguments: ["withdrawn", "conflict", "returned"])
  func `a performer that has lost the case keeps what it was sent and gets nothing more`(
    _ way: String
  ) throws {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    try story.inform()
    try story.order()
    switch way {
    case "withdrawn": try story.withdraw()
    case "conflict": try story.reportConflict()
    default: try story.giveBack(.cannotPerform)
    }
    let former = Cast.administrator(Cast.p1)
    let before = try #require(story.view(former))
    #expect(before.status == .assignmentLost)
    try story.allocate(Cast.p2)
    try story.order()
    try story.accept()
    try story.complete()
    try story.appointDoctor()
    try story.book()
    try story.perform(visit: 1)
    try story.sendStatement()
    try story.arrive()
    try story.end()
    let after = try #require(story.view(former))
    #expect(after.events == before.events && after.state == before.state)
    #expect(after.tasks.isEmpty)
    // The new one has not been sent what the former one wrote or got.
    let new = try #require(story.view(Cast.administrator(Cast.p2)))
    #expect(new.events.first?.event.kind == .performerAllocated)
    #expect(new.events.allSatisfy { $0.version > before.events.last?.version ?? 0 })
  }

  @Test func `a second region is told nothing of the first, and the first nothing more`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1])
    try story.decline()
    let before = try #require(story.view(Cast.coordinator)?.events)
    try story.request(to: Cast.otherRegionID)
    #expect(story.view(Cast.coordinator)?.events == before)
    let second = try #require(story.view(Cast.otherCoordinator))
    #expect(second.events.map(\.event.kind) == [.performerRequested])
    #expect(second.status == .requested)
    #expect(second.state.drawCommitment == nil)
    let allocate = Command.allocate(
      Statements.unit(Cast.p3), method: .direct, draw: nil, comment: nil)
    #expect(story.refusal(allocate, as: Cast.coordinator) == Refusal(.wrongParty))
    try story.perform(allocate, as: Cast.otherCoordinator)
    #expect(story.view(Cast.coordinator)?.events == before)
  }

  @Test func `a correction reaches those who were sent the wrong event, and tells no one more`()
    throws
  {
    var story = CaseStory()
    try story.untilExamined()
    let missed = VisitMissed(number: 1, cause: .absent, reason: "<missed>")
    let instead = Command.Replacement.command(.reportVisit(.missed(missed)))
    try story.perform(
      .correct(
        version: story.version(of: .visitPerformed), reason: "<why>", instead),
      as: story.performer)
    let texts = ["<missed>", "<why>"]
    for (actor, expected) in [
      (Cast.officer, texts), (Cast.coordinator, []), (story.performer, texts),
      (Cast.insured, texts),
    ] {
      let sent = try #require(story.view(actor)?.events.last)
      #expect(sent.event.kind == .corrected)
      let text = try json(sent.event)
      #expect(texts.filter { text.contains($0) } == expected, "\(actor.party.role)")
      // Every party's case stands where it should.
      #expect(story.status(actor.party) == .visitToBook)
    }
    #expect(story.view(Cast.administrator(Cast.p2)) == nil)
  }

  @Test func `a correction after the case was lost does not reach the former performer`() throws {
    var story = CaseStory()
    try story.untilAccepted()
    let informed = story.version(of: .insuredInformed)
    try story.reportDeviation(by: Cast.officer, visit: nil)
    let reported = story.version(of: .deviationReported)
    try story.withdraw()
    try story.allocate(Cast.p2)
    try story.perform(
      .correct(
        version: informed, reason: "Fel",
        .command(
          .recordInformed(
            InsuredInformed(day: story.today, channel: .meeting, invitedToAdd: true)))),
      as: Cast.officer)
    let report = DeviationReport(visit: nil, cause: .agency, time: story.now)
    try story.perform(
      .correct(version: reported, reason: "Fel", .command(.reportDeviation(report))),
      as: Cast.officer)
    for version in [story.history.count - 1, story.history.count] {
      let audience = story.history[version - 1].audience
      #expect(audience[.performer(Cast.p1)] == nil)
      #expect(audience[.performer(Cast.p2)] == nil)
      #expect(audience[Cast.region] != nil)
    }
  }
}
