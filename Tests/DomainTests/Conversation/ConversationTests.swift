// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

private typealias Story = ConversationStory

private let performer = Party.performer(Cast.p1)
private let administrator = Cast.administrator(Cast.p1)
private let stranger = Cast.administrator(Cast.p2)

private func examiner(_ profession: Profession, _ name: String) -> Actor {
  Actor(party: performer, person: name, name: name, function: .examiner(profession))
}

@Suite struct `Who is sent what in a conversation` {
  /// With whom Försäkringskassan begins a thread, and who can read it then.
  private static let cases: [(participants: Set<Party>, readers: Set<Party>)] = [
    ([performer], [.fk, performer]),
    ([Cast.region], [.fk, Cast.region]),
    ([Cast.region, performer], [.fk, Cast.region, performer]),
  ]

  @Test(arguments: cases)
  func `only those who take part can read`(
    participants: Set<Party>, readers: Set<Party>
  ) throws {
    var story = try Story.accepted()
    try story.say(Story.opening(with: participants), as: Cast.officer)
    try story.say(.sendMessage(thread: 1, text: "Mer", after: nil), as: Cast.officer)
    try story.say(.settleThread(1), as: Cast.officer)
    for actor in [
      Cast.officer, Cast.coordinator, Cast.otherCoordinator, administrator, stranger, Cast.insured,
    ] {
      let isReader = readers.contains(actor.party)
      #expect(story.texts(actor) == (isReader ? [["Fråga", "Mer"]] : []), "\(actor.party)")
      #expect(story.history.allSatisfy { $0.audience.contains(actor.party) == isReader })
      if !isReader {
        for command in [
          ConversationCommand.sendMessage(thread: 1, text: "Hej", after: nil),
          .markRead(thread: 1, through: 1), .settleThread(1), .assignThread(1, to: nil),
        ] { #expect(story.refusal(command, as: actor) == .noThread) }
      }
    }
  }

  @Test func `nobody outside the case can be written to`() throws {
    var story = try Story.accepted()
    let outside: [Party] = [
      Cast.otherRegion, .performer(Cast.p2),
    ]
    for party in outside {
      #expect(story.refusal(Story.opening(with: [party]), as: Cast.officer) == .notInCase)
      #expect(
        story.refusal(Story.opening(with: [performer, party]), as: Cast.officer) == .notInCase)
    }
    #expect(story.refusal(Story.opening(with: []), as: Cast.officer) == .noParticipant)
    #expect(story.refusal(Story.opening(with: [.fk]), as: Cast.officer) == .noParticipant)
    #expect(story.refusal(Story.opening(with: [.fk]), as: stranger) == .noLongerParty)
    #expect(story.view(Cast.officer).correspondents == [Cast.region, performer, .insured])
    try story.say(Story.opening(with: [.fk]), as: administrator)
    #expect(story.texts(Cast.officer) == [["Fråga"]])
  }

  @Test func `the insured writes to who assesses her and to Försäkringskassan, not to the region`()
    throws
  {
    var story = try Story.accepted()
    #expect(story.view(Cast.insured).correspondents == [.fk, performer])
    #expect(story.view(Cast.coordinator).correspondents == [.fk, performer])
    #expect(
      story.refusal(Story.opening(with: [Cast.region]), as: Cast.insured)
        == .insuredNotWithRegion)
    #expect(
      story.refusal(Story.opening(with: [.insured]), as: Cast.coordinator)
        == .insuredNotWithRegion)
    #expect(
      story.refusal(Story.opening(with: [.insured, Cast.region]), as: Cast.officer)
        == .insuredNotWithRegion)
    try story.say(Story.opening(with: [performer]), as: Cast.insured)
    #expect(story.texts(administrator) == [["Fråga"]])
    #expect(story.texts(Cast.officer) == [] && story.texts(Cast.coordinator) == [])
    var early = CaseStory()
    try early.request()
    try early.allocate(Cast.p1)
    #expect(
      Story(early).refusal(Story.opening(with: [.insured]), as: Cast.officer) == .notInCase)
  }

  @Test func `a performer that was only asked is no party`() throws {
    var story = CaseStory()
    try story.request()
    try story.inquire([Cast.p1])
    let conversation = Story(story)
    #expect(
      conversation.refusal(Story.opening(with: [Cast.region]), as: administrator)
        == .noLongerParty)
    #expect(
      conversation.refusal(Story.opening(with: [performer]), as: Cast.coordinator) == .notInCase)
  }

  @Test func `a performer that loses the case keeps what it was sent and can write nothing`()
    throws
  {
    var story = CaseStory()
    try story.request()
    try story.allocate(Cast.p1)
    var talk = Story(story)
    try talk.say(Story.opening(with: [Cast.region, performer], "Före"), as: Cast.officer)
    try talk.say(Story.opening(with: [performer], "Bara oss"), as: Cast.officer)
    try talk.assessment.withdraw()
    try talk.say(.sendMessage(thread: 1, text: "Efter", after: nil), as: Cast.officer)
    #expect(Set(talk.texts(administrator)) == [["Före"], ["Bara oss"]])
    #expect(talk.texts(Cast.coordinator) == [["Före", "Efter"]])
    for command in [
      ConversationCommand.sendMessage(thread: 1, text: "Hej", after: nil), .settleThread(1),
      .assignThread(1, to: nil), Story.opening(with: [.fk]),
    ] { #expect(talk.refusal(command, as: administrator) == .noLongerParty) }
    // It may read, and nobody is told so any more.
    #expect(try talk.say(.markRead(thread: 1, through: 1), as: administrator).isEmpty)
    #expect(talk.view(administrator).thread(1)?.writing?.code == .noLongerParty)
    // A thread with it alone has nobody left to read.
    #expect(
      talk.refusal(.sendMessage(thread: 2, text: "Hej", after: nil), as: Cast.officer)
        == .nobodyToRead)
    #expect(talk.view(Cast.officer).thread(1)?.former == [performer])
    // Back in the case it is sent what is written from then on.
    try talk.assessment.allocate(Cast.p1)
    try talk.say(.sendMessage(thread: 1, text: "Åter", after: 2), as: Cast.officer)
    #expect(talk.texts(administrator).contains(["Före", "Åter"]))
    #expect(
      talk.refusal(.sendMessage(thread: 1, text: "Tack", after: 3), as: administrator) == nil)
  }

  @Test func `the region is not written to about documents and statement`() throws {
    var story = try Story.accepted()
    story.documents = ["d1"]
    for matter in [ThreadMatter.document("d1"), .section("formagor")] {
      #expect(
        story.refusal(Story.opening(with: [Cast.region], matter: matter), as: Cast.officer)
          == .agencyAndPerformerOnly)
      #expect(
        story.refusal(Story.opening(with: [performer], matter: matter), as: Cast.officer) == nil)
    }
    #expect(
      story.refusal(
        Story.opening(with: [performer], matter: .document("d2")), as: Cast.officer)
        == .noDocument)
    #expect(
      story.refusal(Story.opening(with: [performer], matter: .visit(1)), as: Cast.officer)
        == .noVisit)
    try story.say(Story.opening(with: [performer], matter: .document("d1")), as: Cast.officer)
  }
}

@Suite struct `Who of an organisation can read` {
  @Test func `at a performer those who work on the case, and those it is handed to`() throws {
    var story = try Story.accepted()
    try story.assessment.complete()
    let doctor = examiner(.doctor, "Läkare A")
    let otherDoctor = examiner(.doctor, "Läkare B")
    let psychologist = examiner(.psychologist, "Psykolog A")
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    // Until a doctor is appointed any of the unit's doctors may become it.
    #expect(story.texts(doctor).count == 1 && story.texts(otherDoctor).count == 1)
    try story.assessment.perform(
      .appointDoctor(DoctorAppointed(name: doctor.name)), as: administrator)
    #expect(story.texts(administrator).count == 1 && story.texts(doctor).count == 1)
    for outside in [otherDoctor, psychologist] {
      #expect(story.texts(outside).isEmpty)
      #expect(
        story.refusal(.sendMessage(thread: 1, text: "Hej", after: nil), as: outside)
          == .notOnCase)
      #expect(story.refusal(Story.opening(with: [.fk]), as: outside) == .notOnCase)
    }
    let assignee = Assignee(person: psychologist.person, name: psychologist.name)
    try story.say(.assignThread(1, to: assignee), as: administrator)
    #expect(story.texts(psychologist).count == 1)
    #expect(
      story.refusal(.sendMessage(thread: 1, text: "Hej", after: nil), as: psychologist) == nil)
    try story.say(.assignThread(1, to: nil), as: administrator)
    #expect(story.texts(psychologist).isEmpty)
  }

  @Test func `an appointed examiner reads until she is released`() throws {
    var story = try Story.accepted()
    let psychologist = examiner(.psychologist, "Psykolog A")
    let doctor = examiner(.doctor, "Läkare A")
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    try story.assessment.perform(
      .appointDoctor(DoctorAppointed(name: "Läkare B", person: doctor.person)),
      as: administrator)
    try story.assessment.perform(
      .appointExaminer(
        person: psychologist.person, name: psychologist.name, profession: .psychologist),
      as: administrator)
    #expect(story.texts(psychologist).count == 1)
    // The account says who the doctor is, not the name.
    #expect(story.texts(doctor).count == 1)
    #expect(story.texts(examiner(.doctor, "Läkare B")).isEmpty)
    try story.assessment.perform(
      .releaseExaminer(person: psychologist.person), as: administrator)
    #expect(story.texts(psychologist).isEmpty)
  }

  @Test func `who answers for a thread stays within the organisation`() throws {
    var story = try Story.accepted()
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    let assignee = Assignee(person: "a", name: "A")
    let told = try story.say(.assignThread(1, to: assignee), as: administrator)
    #expect(told.map(\.audience) == [[performer]])
    #expect(story.view(administrator).thread(1)?.assignee == assignee)
    #expect(story.view(Cast.officer).thread(1)?.assignee == nil)
    #expect(try story.say(.assignThread(1, to: assignee), as: administrator).isEmpty)
  }
}

@Suite struct `Reading, answering and settling` {
  @Test func `a message is unread until somebody of the party has read it`() throws {
    var story = try Story.accepted()
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    try story.say(.sendMessage(thread: 1, text: "Mer", after: 1), as: Cast.officer)
    func unread(_ actor: Actor) -> [Int]? {
      story.view(actor).thread(1)?.unread.map(\.number)
    }
    #expect(unread(administrator) == [1, 2] && unread(Cast.officer) == [])
    try story.say(.markRead(thread: 1, through: 1), as: administrator)
    #expect(unread(administrator) == [2])
    try story.say(.markRead(thread: 1, through: 2), as: administrator)
    #expect(unread(administrator) == [])
    let marks = try #require(story.view(Cast.officer).thread(1)).thread.reads
    #expect(marks.map(\.party) == [performer] && marks.map(\.through) == [2])
    #expect(marks.map(\.name) == [administrator.name])
    // What is read already, or is one's own, is no news to anybody.
    #expect(try story.say(.markRead(thread: 1, through: 2), as: administrator).isEmpty)
    #expect(try story.say(.markRead(thread: 1, through: 2), as: Cast.officer).isEmpty)
    #expect(story.refusal(.markRead(thread: 1, through: 3), as: administrator) == .outOfRange)
  }

  @Test func `the last word of another asks for an answer until the thread is settled`() throws {
    var story = try Story.accepted()
    func awaits(_ actor: Actor) -> Bool? { story.view(actor).thread(1)?.awaitsAnswer }
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    #expect(awaits(administrator) == true && awaits(Cast.officer) == false)
    try story.say(.sendMessage(thread: 1, text: "Svar", after: 1), as: administrator)
    #expect(awaits(administrator) == false && awaits(Cast.officer) == true)
    try story.say(.settleThread(1), as: Cast.officer)
    #expect(awaits(administrator) == false && awaits(Cast.officer) == false)
    #expect(story.refusal(.settleThread(1), as: administrator) == .alreadySettled)
    try story.say(.sendMessage(thread: 1, text: "En sak till", after: 2), as: administrator)
    #expect(awaits(Cast.officer) == true)
    #expect(story.view(Cast.officer).thread(1)?.thread.settled == nil)
  }

  @Test func `who has not seen the last message is not let past it`() throws {
    var story = try Story.accepted()
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    try story.say(.sendMessage(thread: 1, text: "Mer", after: 1), as: Cast.officer)
    let late = ConversationCommand.sendMessage(thread: 1, text: "Svar", after: 1)
    #expect(story.refusal(late, as: administrator) == .staleVersion)
  }

  @Test func `texts have limits and no marks that cannot be sent`() throws {
    let story = try Story.accepted()
    func code(subject: String = "Tider", text: String = "Fråga") -> RefusalCode? {
      story.refusal(
        .openThread(ThreadOpening(subject: subject, participants: [performer], text: text)),
        as: Cast.officer)
    }
    #expect(code() == nil)
    #expect(code(subject: "  ") == .missing && code(text: "\n") == .missing)
    #expect(code(subject: String(repeating: "å", count: 120)) == nil)
    #expect(code(subject: String(repeating: "å", count: 121)) == .tooLong)
    #expect(code(text: String(repeating: "å", count: 4001)) == .tooLong)
    #expect(code(text: "a\u{0}b") == .controlCharacter)
    #expect(code(subject: "två\nrader") == .controlCharacter)
  }

  @Test func `time never goes back within a conversation`() throws {
    var story = try Story.accepted()
    try story.say(Story.opening(with: [performer]), as: Cast.officer)
    story.assessment.now = story.assessment.now.adding(hours: -5)
    try story.say(.sendMessage(thread: 1, text: "Svar", after: 1), as: administrator)
    #expect(zip(story.history, story.history.dropFirst()).allSatisfy { $0.at <= $1.at })
  }

  @Test(arguments: ["case", "visit:1", "document:9f-A", "section:del-3"])
  func `what a thread is about is read as it is written`(text: String) {
    #expect(ThreadMatter(text)?.description == text)
  }

  @Test(arguments: ["", "visit:", "visit:0", "visit:x", "document:å", "document:a b", "person:1"])
  func `anything else is no matter`(text: String) { #expect(ThreadMatter(text) == nil) }
}
