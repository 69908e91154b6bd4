// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@Suite struct `What stands in a statement's field` {
  private let documents = [
    SupportingDocument(kind: .medical, title: "Journal", dated: Day("2026-01-02"), pages: 4),
    SupportingDocument(kind: .selfRating, title: "Självskattning", dated: nil, pages: 6),
  ]

  private func read(
    _ kind: StatementFieldKind, _ text: String
  ) -> Result<StatementValue?, StatementFault> {
    let title = Bilingual(sv: "f", en: "f")
    let field = StatementField(
      key: "s.f", title: title, help: nil, kind: kind, isRequired: true)
    do throws(StatementFault) {
      return .success(try field.value(text, documents: documents))
    } catch { return .failure(error) }
  }

  private static let options = ["a", "b"].map {
    StatementOption(id: $0, title: Bilingual(sv: $0, en: $0))
  }

  @Test(arguments: [
    (StatementFieldKind.text(maxLength: 5), "  ord \n", StatementValue.text("ord")),
    (.day, "20260312", .day(Day("2026-03-12")!)),
    (.number(1...9), " 9", .number(9)),
    (.choice(options), "b", .choice("b")),
    (.grade, "4", .grade(4)), (.ownGrade, "0", .grade(0)),
    (
      .icf, "b710.2 Rörlighet i led\n\nD430",
      .icf([
        ICFCode(code: "b710", qualifier: 2, note: "Rörlighet i led"),
        ICFCode(code: "d430", qualifier: nil, note: nil),
      ])
    ),
    (.rows(options), "AWP-FK\tgod\nUSUFF\tlåg", .rows([["AWP-FK", "god"], ["USUFF", "låg"]])),
  ])
  func `right text is read`(
    _ kind: StatementFieldKind, _ text: String, _ value: StatementValue
  ) {
    #expect(read(kind, text) == .success(value))
    #expect(read(kind, " \n") == .success(nil))
  }

  @Test func `documents are named as they were sent`() {
    let read = read(.documents, "2 1 2")
    #expect(
      read
        == .success(
          .documents([
            ReadDocument(
              number: 1, title: "Journal", dated: Day("2026-01-02"), pages: 4, sha256: nil),
            ReadDocument(number: 2, title: "Självskattning", dated: nil, pages: 6, sha256: nil),
          ])))
  }

  @Test(arguments: [
    (StatementFieldKind.text(maxLength: 5), "sex tecken", StatementFault.tooLong),
    (.text(maxLength: 5), "a\u{0}b", .unreadableCharacter),
    (.day, "2026-02-30", .notADay), (.day, "i våras", .notADay),
    (.number(1...9), "10", .outsideRange), (.number(1...9), "nio", .notANumber),
    (.choice(options), "c", .notAChoice),
    (.ownGrade, "5", .notALevel),
    (.grade, "5", .notALevel), (.grade, "-1", .notALevel), (.grade, "mycket", .notALevel),
    (.icf, "x710", .notAnICFCode), (.icf, "b710.7", .notAnICFCode), (.icf, "b", .notAnICFCode),
    (.icf, "rörlighet", .notAnICFCode), (.icf, "b710.22", .notAnICFCode),
    (.icf, String(repeating: "b710\n", count: 31), .tooManyCodes),
    (.rows(options), "bara ett", .rowIncomplete), (.rows(options), "a\t ", .rowIncomplete),
    (.rows(options), String(repeating: "a\tb\n", count: 51), .tooManyRows),
    (.documents, "3", .documentUnknown), (.documents, "ett", .documentUnknown),
    (.documents, "0", .documentUnknown),
  ])
  func `wrong text has its own fault`(
    _ kind: StatementFieldKind, _ text: String, _ fault: StatementFault
  ) {
    #expect(read(kind, text) == .failure(fault))
  }
}

@Suite struct `What is missing in a statement` {
  private typealias Fixture = StatementFixture

  @Test func `an empty one lacks every required field, and a whole one nothing`() throws {
    let setting = try Fixture().story.state.statementSetting
    let required = Fixture.form.sections.filter { $0.need == .always }.flatMap(\.fields)
      .filter(\.isRequired)
    let gaps = Fixture.form.gaps(StatementDraft(), setting)
    #expect(gaps.map(\.field) == required.map(\.key))
    #expect(gaps.allSatisfy { $0.fault == .missing })
    #expect(Fixture.form.gaps(Fixture.whole, setting).isEmpty)
  }

  @Test func `a psychologist who has examined must have written, one who has not need not`()
    throws
  {
    let fixture = try Fixture()
    let plain = fixture.story.state.statementSetting
    let examined = StatementSetting(
      documents: plain.documents, examined: [.doctor, .psychologist])
    let gaps = Fixture.form.gaps(Fixture.whole, examined)
    #expect(gaps.map(\.field) == ["psychologist.interview", "psychologist.findings"])
    // What was written without a visit belongs too, and is then checked.
    var draft = Fixture.whole
    draft.apply(
      Fixture.edit(draft.revision + 1, "psychologist.tests", "bara namn", by: Fixture.psychologist))
    #expect(Fixture.form.gaps(draft, plain).map(\.fault) == [.rowIncomplete])
  }

  @Test func `two texts that nobody has chosen between are a gap`() throws {
    let setting = try Fixture().story.state.statementSetting
    var draft = Fixture.whole
    let before = draft.field("summary.text").revision
    draft.apply(
      Fixture.edit(
        draft.revision + 1, "summary.text", "en annan", base: 0, by: Fixture.otherDoctor))
    #expect(draft.field("summary.text").revision == before)
    #expect(Fixture.form.gaps(draft, setting).map(\.fault) == [.conflict])
  }
}
