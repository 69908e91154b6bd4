// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

/// A generator that gives the same numbers for the same seed.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct `A statement that several people write` {
  private typealias Fixture = StatementFixture
  private let key = "summary.text"

  @Test func `a saving on what stood becomes what stands, and the history keeps all`() {
    let draft = StatementDraft([
      Fixture.edit(1, key, "ett"), Fixture.edit(2, key, "två", base: 1),
      Fixture.edit(3, key, "tre", base: 2, by: Fixture.psychologist),
    ])
    let field = draft.field(key)
    #expect(field.text == "tre" && field.revision == 3 && field.competing.isEmpty)
    #expect(field.history.map(\.text) == ["ett", "två", "tre"])
    #expect(field.history.map(\.writer.person) == ["p1-lakare", "p1-lakare", "p1-psykolog"])
  }

  @Test func `two who wrote at once both keep their words, until one has dealt with them`() {
    var draft = StatementDraft([
      Fixture.edit(1, key, "början"), Fixture.edit(2, key, "den enas", base: 1),
      Fixture.edit(3, key, "den andras", base: 1, by: Fixture.psychologist),
    ])
    #expect(draft.field(key).text == "den enas")
    #expect(draft.field(key).competing.map(\.text) == ["den andras"])
    // The other goes on writing in her page: hers is still one text, and still beside.
    draft.apply(Fixture.edit(4, key, "den andras, mer", base: 1, by: Fixture.psychologist))
    #expect(draft.field(key).competing.map(\.text) == ["den andras, mer"])
    draft.apply(Fixture.edit(5, key, "bådas", base: 2, settles: [4]))
    #expect(draft.field(key).text == "bådas" && draft.field(key).competing.isEmpty)
    #expect(draft.field(key).history.count == 5)
  }

  @Test func `a page whose answers were lost goes on over its own savings`() {
    let draft = StatementDraft([
      Fixture.edit(1, key, "a"), Fixture.edit(2, key, "ab"), Fixture.edit(3, key, "abc"),
    ])
    #expect(draft.field(key).text == "abc" && draft.field(key).competing.isEmpty)
  }

  @Test func `two people are two writers, whatever they call their pages`() {
    let draft = StatementDraft([
      Fixture.edit(1, key, "psykologens", by: Fixture.psychologist, sitting: "s"),
      Fixture.edit(2, key, "läkarens", sitting: "s"),
    ])
    #expect(draft.field(key).text == "psykologens")
    #expect(draft.field(key).competing.map(\.text) == ["läkarens"])
  }

  @Test func `a number of a question is written in one way`() {
    #expect(SupplementKey.parts("supplement.1.history")?.number == 1)
    for key in ["supplement.01.history", "supplement.+1.history", "supplement.1"] {
      #expect(SupplementKey.parts(key) == nil)
    }
  }

  @Test func `one person in two windows is two writers`() {
    let draft = StatementDraft([
      Fixture.edit(1, key, "fönster ett", sitting: "s1"),
      Fixture.edit(2, key, "fönster två", sitting: "s2"),
    ])
    #expect(draft.field(key).text == "fönster ett")
    #expect(draft.field(key).competing.map(\.text) == ["fönster två"])
  }

  @Test(arguments: UInt64(1)...60)
  func `however people's savings fall between each other, no text is lost unseen`(
    _ seed: UInt64
  ) {
    var random = Seeded(state: seed)
    let writers = [Fixture.doctor, Fixture.psychologist, Fixture.stranger]
    // What each writer's page last was told: the revision and what competes.
    var known = [Int](repeating: 0, count: writers.count)
    var seen = [Set<Int>](repeating: [], count: writers.count)
    var draft = StatementDraft()
    for number in 1...80 {
      let who = Int.random(in: 0..<writers.count, using: &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        known[who] = draft.field(key).revision
        seen[who] = Set(draft.field(key).competing.map(\.number))
      }
      let settles = Int.random(in: 0..<4, using: &random) == 0 ? seen[who].sorted() : []
      draft.apply(
        Fixture.edit(
          number, key, "text \(number)", base: known[who], settles: settles, by: writers[who]))
      if Int.random(in: 0..<2, using: &random) == 0 {
        known[who] = draft.field(key).revision
      }
    }
    let field = draft.field(key)
    #expect(field.history.count == 80)
    // Every text is the one that stands, stands beside it, was followed by its own page's next, or
    // was followed by somebody who had it before her.
    let beside = Set(field.competing.map(\.number))
    for edit in field.history where edit.number != field.revision && !beside.contains(edit.number) {
      let isFollowed = field.history.contains { later in
        later.number > edit.number
          && (later.sitting == edit.sitting || later.base >= edit.number
            || later.settles.contains(edit.number))
      }
      #expect(isFollowed, "seed \(seed), saving \(edit.number)")
    }
  }

  @Test func `a later saving never takes the place of one that its writer had not seen`() {
    var random = Seeded(state: 7)
    for _ in 0..<200 {
      var draft = StatementDraft([Fixture.edit(1, key, "grund")])
      let base = Int.random(in: 0...1, using: &random)
      draft.apply(Fixture.edit(2, key, "min", base: 1))
      draft.apply(Fixture.edit(3, key, "din", base: base, by: Fixture.psychologist))
      let texts = [draft.field(key).text] + draft.field(key).competing.map(\.text)
      #expect(Set(texts) == ["min", "din"])
    }
  }
}
