// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData
import Testing

@Suite struct `The statement's definition` {
  @Test func `it has the eight abilities of the method, graded 0 to 4 beside the own rating`()
    throws
  {
    let definition = try #require(try StatementDefinitionFile.load().last)
    #expect(definition.name == "statement-afu-1")
    #expect(definition.grades.map(\.level) == [0, 1, 2, 3, 4])
    let abilities = try #require(definition.section("abilities"))
    #expect(
      abilities.groups.map { $0.title?.sv ?? "" } == [
        "Fysisk styrka och rörlighet", "Fysisk uthållighet", "Syn, hörsel och tal",
        "Balans, koordination och finmotorik", "Minne, inlärning och koncentration",
        "Exekutiv funktion", "Affektiv funktion", "Psykisk uthållighet",
      ])
    for group in abilities.groups {
      #expect(group.fields.map(\.kind) == [.grade, .ownGrade, .text(maxLength: 6000), .icf])
      #expect(group.fields.map(\.isRequired) == [true, false, true, false])
    }
    #expect(definition.field("abilities.memory.level")?.kind == .grade)
    #expect(definition.section(of: "abilities.memory.level")?.id == "abilities")
  }

  @Test func `each profession has a section of its own, and only a further one's depends on it`()
    throws
  {
    let definition = try #require(try StatementDefinitionFile.load().last)
    for profession in Profession.allCases {
      let own = definition.sections.filter { $0.owners == [profession] }
      #expect(!own.isEmpty)
      #expect(own.allSatisfy { ($0.need == .examined) == (profession != .doctor) })
    }
  }

  @Test func `what is not known of the authority's form is said, and keys are unique`() throws {
    for definition in try StatementDefinitionFile.load() {
      #expect(definition.certainty != .seen)
      #expect(definition.caution.sv.contains("inte kända"))
      #expect(definition.grades.filter { $0.certainty == .seen }.map(\.level) == [0, 4])
      let keys = definition.sections.flatMap(\.fields).map(\.key)
      #expect(Set(keys).count == keys.count && keys.count > 40)
    }
  }
}

@Suite struct `A wrong definition is refused with file, section and field` {
  private static let right = """
    id: form
    version: 1
    title: {sv: "a", en: "b"}
    valid: {from: "2026-01-01"}
    source: "8 §"
    certainty: unknown
    address: "här"
    caution: {sv: "a", en: "b"}
    grades:
      - {level: 0, certainty: seen, name: {sv: "a", en: "b"}}
      - {level: 1, certainty: seen, name: {sv: "a", en: "b"}}
      - {level: 2, certainty: seen, name: {sv: "a", en: "b"}}
      - {level: 3, certainty: seen, name: {sv: "a", en: "b"}}
      - {level: 4, certainty: seen, name: {sv: "a", en: "b"}}
    sections:
      - id: one
        title: {sv: "ett", en: "one"}
        owners: [lakare]
        need: always
        certainty: seen
        groups:
          - {id: left, title: {sv: "v", en: "l"}}
          - {id: right, title: {sv: "h", en: "r"}}
        fields:
          - {id: how-many, title: {sv: "a", en: "b"}, kind: number, from: 1, to: 9, required: true}
          - id: which
            title: {sv: "a", en: "b"}
            kind: choice
            required: true
            options: [{id: x, title: {sv: "x", en: "x"}}, {id: y, title: {sv: "y", en: "y"}}]
      - id: two
        title: {sv: "två", en: "two"}
        owners: [psykolog]
        need: examined
        certainty: seen
        fields:
          - {id: words, title: {sv: "a", en: "b"}, kind: text, max: 100, required: false}

    """

  private func fault(_ text: String, name: String = "form-1.yaml") -> String? {
    do throws(RuleDataFault) {
      _ = try StatementDefinitionFile.definitions([(name, text)])
      return nil
    } catch { return error.description }
  }

  @Test func `the definition as it stands is right, with the fields of every group`() throws {
    let read = try StatementDefinitionFile.definitions([("form-1.yaml", Self.right)])
    #expect(
      read[0].sections.flatMap(\.fields).map(\.key) == [
        "one.left.how-many", "one.left.which", "one.right.how-many", "one.right.which",
        "two.words",
      ])
    #expect(read[0].field("one.left.how-many")?.kind == .number(1...9))
  }

  @Test(arguments: [
    (#"title: {sv: "ett", en: "one"}"#, #"title: {sv: "ett"}"#, "one: title.en: is missing"),
    ("id: two", "id: one", "one: id: comes twice"),
    ("{id: right, title", "{id: left, title", "one: groups.2.id: comes twice"),
    ("id: which", "id: how-many", "one: fields.2.id: comes twice"),
    ("{id: y, title", "{id: x, title", "one: options.id: comes twice"),
    ("from: 1, to: 9", "from: 9, to: 1", "one: fields.1.to: is less than from"),
    ("kind: number", "kind: many", "one: fields.1.kind: is not text, day, number"),
    ("max: 100", "max: 0", "two: fields.1.max: is not 1 to"),
    ("kind: text", "kind: ownGrade", "two: fields: have an ownGrade without one grade"),
    ("[psykolog]", "[kirurg]", "two: owners: are not professions"),
    ("need: examined", "need: maybe", "two: need: is not always or examined"),
    ("level: 3", "level: 4", "grade 3: level: is not 3"),
    ("id: two", "id: Två", "Två: id: is not letters, digits and hyphens"),
    ("version: 1", "version: 2", "version: the file is to be form-2.yaml"),
    (#"{from: "2026-01-01"}"#, #"{from: "i dag"}"#, "valid.from: is not a day or unknown"),
    ("required: false", "required: ja", "two: fields.1.required: is not true or false"),
    ("source:", "sourse:", "sourse: no such field"),
  ])
  func `each fault has its place`(_ right: String, _ wrong: String, _ says: String) throws {
    let text = Self.right.replacing(right, with: wrong, maxReplacements: 1)
    #expect(text != Self.right)
    #expect(try #require(fault(text)).contains(says))
  }
}
