// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@Suite struct `Who writes and signs a statement` {
  private typealias Fixture = StatementFixture

  private static let outsiders: [Actor] = [
    Cast.officer, Cast.coordinator, Cast.otherCoordinator, Cast.insured,
    Cast.administrator(Cast.p2), Cast.contract,
    Actor(
      party: .performer(Cast.p2), person: "p1-lakare", name: "Läkare",
      function: .examiner(.doctor)),
  ]

  @Test func `each section is open to its owners among the appointed, and to the responsible`()
    throws
  {
    let state = try Fixture().story.state
    for section in Fixture.form.sections {
      #expect(state.writingRefusal(section, Fixture.doctor) == nil)
      let isHers = section.owners.contains(.psychologist)
      #expect(
        state.writingRefusal(section, Fixture.psychologist)
          == (isHers ? nil : Refusal(.sectionOfOthers)))
      for actor in [Fixture.stranger, Fixture.otherDoctor, Cast.administrator(Cast.p1)] {
        #expect(state.writingRefusal(section, actor) == Refusal(.statementWritersOnly))
      }
      for actor in Self.outsiders {
        #expect(state.writingRefusal(section, actor) == Refusal(.notFound))
      }
    }
  }

  @Test func `another doctor who is appointed writes the doctor's sections and signs nothing`()
    throws
  {
    var fixture = try Fixture()
    try fixture.story.perform(
      .appointExaminer(
        person: Fixture.otherDoctor.person, name: "Annan", profession: .doctor),
      as: fixture.story.performer)
    let summary = try #require(Fixture.form.section("summary"))
    let psychologist = try #require(Fixture.form.section("psychologist"))
    let state = fixture.story.state
    #expect(state.writingRefusal(summary, Fixture.otherDoctor) == nil)
    #expect(state.writingRefusal(psychologist, Fixture.otherDoctor) == Refusal(.sectionOfOthers))
    #expect(
      state.signingRefusal(Fixture.otherDoctor, fixture.story.context) == Refusal(.signerOnly))
    #expect(state.signingRefusal(Fixture.doctor, fixture.story.context) == nil)
    #expect(
      state.signingRefusal(Fixture.psychologist, fixture.story.context) == Refusal(.signerOnly))
  }

  @Test func `nobody signs before the case is ready for it`() throws {
    let fixture = try Fixture(examined: false)
    let refusal = fixture.story.state.signingRefusal(Fixture.doctor, fixture.story.context)
    #expect(refusal == Refusal(.doctorVisitMissing))
    #expect(fixture.story.state.writingRefusal(Fixture.form.sections[0], Fixture.doctor) == nil)
  }

  @Test func `signing sends, arrives the same day, freezes and cannot be corrected`() throws {
    var fixture = try Fixture()
    let signed = try fixture.signed()
    let command = Command.sendStatement(
      StatementSent(day: fixture.story.today, signed: signed))
    #expect(
      fixture.story.refusal(command, as: Cast.administrator(Cast.p1)) == Refusal(.signerOnly))
    try fixture.story.perform(command, as: Fixture.doctor)
    let state = fixture.story.state
    #expect(state.statement?.signed == signed)
    #expect(state.statement?.arrivedDay == fixture.story.today)
    for section in Fixture.form.sections {
      #expect(state.writingRefusal(section, Fixture.doctor) == Refusal(.statementSent))
    }
    let version = try #require(
      fixture.story.history.first { $0.event.kind == .statementSent }?.version)
    let correction = Command.correct(
      version: version, reason: "Fel",
      .command(.sendStatement(StatementSent(day: fixture.story.today))))
    #expect(fixture.story.refusal(correction, as: Fixture.doctor) == Refusal(.notCorrectable))
  }

  @Test func `the agency, the insured and the performer get the text, the region never`() throws {
    var fixture = try Fixture()
    try fixture.send()
    for actor in [Cast.officer, Cast.insured, Cast.administrator(Cast.p1)] {
      #expect(fixture.story.view(actor)?.state.statement?.signed != nil)
    }
    let region = try #require(fixture.story.view(Cast.coordinator))
    #expect(region.state.statement?.sentDay != nil && region.state.statement?.signed == nil)
  }

  @Test func `questions go to sections, and the answers add without changing the statement`()
    throws
  {
    var fixture = try Fixture()
    try fixture.send()
    let before = fixture.story.state.statement?.signed
    let asked = [
      SectionQuestion(section: "summary", question: "Vad menas?"),
      SectionQuestion(section: "abilities", question: "Varför 2?"),
    ]
    func ask(_ sections: [SectionQuestion]) -> Command {
      .requestStatementSupplement(question: nil, answerBy: nil, sections: sections)
    }
    let wrong = [SectionQuestion(section: "nothing", question: "Vad?")]
    #expect(fixture.story.refusal(ask(wrong), as: Cast.officer)?.code == .sectionUnknown)
    #expect(
      fixture.story.refusal(ask([asked[0], asked[0]]), as: Cast.officer)?.code == .sectionTwice)
    let blank = [SectionQuestion(section: "summary", question: " ")]
    #expect(fixture.story.refusal(ask(blank), as: Cast.officer)?.field == "sections.0.question")
    try fixture.story.perform(ask(asked), as: Cast.officer)
    let region = fixture.story.view(Cast.coordinator)?.state.statement?.supplements.first
    #expect(region?.requested.sections == nil)

    let state = fixture.story.state
    let summary = Fixture.form.section("summary")
    #expect(state.additionRefusal(1, summary, Fixture.doctor) == nil)
    #expect(state.additionRefusal(1, summary, Fixture.psychologist) == Refusal(.sectionOfOthers))
    #expect(state.additionRefusal(2, summary, Fixture.doctor) == Refusal(.noSupplement))
    let requested = try #require(state.statement?.openSupplement?.requested)
    var draft = StatementDraft([Fixture.edit(1, "supplement.1.summary", "Det här.")])
    #expect(
      throws: Refusal(
        .statementIncomplete, field: "supplement.1.abilities", values: ["1"])
    ) {
      try draft.supplement(requested, of: state)
    }
    draft.apply(Fixture.edit(2, "supplement.1.abilities", "Därför."))
    let content = try draft.supplement(requested, of: state)
    #expect(content.additions.map(\.answer) == ["Det här.", "Därför."])
    #expect(content.statement == before?.digest)
    try fixture.story.perform(
      .sendStatementSupplement(
        number: 1, day: fixture.story.today,
        signed: SignedSupplement(
          content: content, digest: "d", signature: Fixture.signature)),
      as: Fixture.doctor)
    #expect(fixture.story.state.statement?.signed == before)
    #expect(fixture.story.state.statement?.supplements.first?.arrivedDay == fixture.story.today)
  }

  @Test func `a statement marked as sent in another way still works as before`() throws {
    var fixture = try Fixture()
    try fixture.story.perform(
      .sendStatement(StatementSent(day: fixture.story.today)), as: Cast.administrator(Cast.p1))
    #expect(fixture.story.state.statement?.arrivedDay == nil)
    #expect(fixture.story.state.statement?.signed == nil)
  }
}

@Suite struct `The canonical form` {
  private typealias Fixture = StatementFixture

  /// Not a hash that keeps secrets, but one that sees every byte.
  private let hash: StatementHash = { bytes in
    var value: UInt64 = 1469
    for byte in bytes { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }
    return (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  @Test func `it is netstrings that begin with form and case`() throws {
    let content = try Fixture().content()
    let text = String(decoding: content.canonicalBytes, as: UTF8.self)
    #expect(text.hasPrefix("18:samsyn-statement-1,15:statement-afu-1,13:AFU-2026-0001,"))
    #expect(text.contains("22:abilities.memory.level,5:grade,1:2,"))
    #expect(text.hasSuffix(","))
  }

  @Test func `whatever is changed, the digest is another`() throws {
    let content = try Fixture().content()
    let digest = content.digest(hash)
    #expect(content.digest(hash) == digest)
    var changes: [StatementContent] = []
    for (place, part) in content.parts.enumerated() {
      for entry in part.entries.indices {
        var changed = content
        changed.parts[place].entries[entry].value = .text("ändrat")
        changes.append(changed)
        changed = content
        changed.parts[place].entries.remove(at: entry)
        changes.append(changed)
      }
      guard !part.writers.isEmpty else { continue }
      var changed = content
      changed.parts[place].writers = []
      changes.append(changed)
    }
    var changed = content
    changed.head.name = nil
    changes.append(changed)
    changed = content
    changed.form = "statement-afu-2"
    changes.append(changed)
    let digests = changes.map { $0.digest(hash) }
    #expect(!digests.contains(digest))
    #expect(changes.count > 50)
  }

  @Test func `texts that are parted in other places are not the same`() {
    func content(_ rows: [[String]]) -> StatementContent {
      var content = try! Fixture().content()
      content.parts[0].entries = [StatementEntry(field: "f", value: .rows(rows))]
      return content
    }
    let forms = [[["ab", "c"]], [["a", "bc"]], [["ab"], ["c"]], [["ab,1:c"]]]
    #expect(Set(forms.map { content($0).digest(hash) }).count == forms.count)
  }
}

extension StatementFixture {
  static let signature = StatementSignature(
    method: "test", person: doctor.person, name: doctor.name, at: Instant(milliseconds: 0),
    key: "", value: "")

  func content() throws -> StatementContent {
    try Self.form.content(Self.whole, of: story.state)
  }

  func signed() throws -> SignedStatement {
    SignedStatement(
      content: try content(), digest: "abc", signature: Self.signature, revision: 1,
      draftHash: "")
  }

  mutating func send() throws {
    try story.perform(
      .sendStatement(StatementSent(day: story.today, signed: try signed())), as: Self.doctor)
  }
}
