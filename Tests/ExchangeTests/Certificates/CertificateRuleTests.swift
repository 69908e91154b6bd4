// SPDX-License-Identifier: Apache-2.0

import Domain
import Synthetic
import Testing

/// Every rule with what breaks it and what does not. Each change starts from a certificate that
/// follows all of them.
struct CertificateRuleTests {
  static let questions: [CertificateChange] = [
    CertificateChange("nothing") { _ in },
    CertificateChange("question 99", breaks: ["L1 svar 99"]) { $0.answers.append(.text(99, "x")) },
    CertificateChange("question 2", breaks: ["L1 svar 2"]) { $0.answers.append(.text(2, "x")) },
    CertificateChange("question 10000", breaks: ["L1 svar 10000"]) {
      $0.answers.append(.text(10000, "x"))
    },
    CertificateChange("a question that is no number", breaks: ["L1 svar"]) {
      $0.answers.append(.init("sex", [.init("6.1", .text("x"))]))
    },
    CertificateChange("no diagnosis", breaks: ["L2 svar 6"]) { $0.drop(6) },
    CertificateChange("two diagnoses as answers", breaks: ["L2 svar 6"]) {
      $0.answers.append(.diagnoses([("J069", "Förkylning")]))
    },
    CertificateChange("no reduction", breaks: ["L2 svar 32"]) { $0.drop(32) },
    CertificateChange("five bases", breaks: ["L2 svar 1", "L7 svar 1"]) {
      $0.answers += (2...5).map { .basis("TELEFONKONTAKT", "2024-03-04", instance: $0) }
    },
    CertificateChange("two texts on function", breaks: ["L2 svar 35"]) {
      $0.answers.append(.text(35, "mer"))
    },
    CertificateChange("no basis", breaks: ["L3 svar 1"]) { $0.drop(1) },
    CertificateChange("no occupation", breaks: ["L3 svar 28", "L8 svar 29"]) { $0.drop(28) },
    CertificateChange("no function", breaks: ["L3 svar 35"]) { $0.drop(35) },
    CertificateChange("no activity", breaks: ["L3 svar 17"]) { $0.drop(17) },
    CertificateChange("no prognosis", breaks: ["L3 svar 39"]) { $0.drop(39) },
    CertificateChange("no measures", breaks: ["L3 svar 40"]) { $0.drop(40) },
    CertificateChange("only diagnosis and reduction in communicable disease") {
      $0.answers = [
        .flag(27, true), .diagnoses([("A039", "Shigellos")]),
        .reduction(.full, "2024-03-04", "2024-03-17"),
      ]
    },
    CertificateChange("no basis and not communicable disease", breaks: ["L4 svar 1"]) {
      $0.answers.append(.flag(27, false))
      $0.drop(1)
    },
    CertificateChange("communicable disease told as 1") {
      $0.answers.append(.init("27", [.init("27.1", .text(" 1 "))]))
      $0.drop(1)
    },
  ]

  static let parts: [CertificateChange] = [
    CertificateChange("no instance", breaks: ["L5 svar 32"]) {
      $0.edit(32) { $0.instance = nil }
    },
    CertificateChange("instance 0", breaks: ["L5 svar 1"]) { $0.edit(1) { $0.instance = "0" } },
    CertificateChange("an instance below 1 where none is needed", breaks: ["L5 svar 29"]) {
      $0.edit(29) { $0.instance = "-1" }
    },
    CertificateChange("an instance where none is needed") { $0.edit(29) { $0.instance = "3" } },
    CertificateChange("no date", breaks: ["L6 svar 1"]) {
      $0.edit(1) { $0.parts.removeAll { $0.id == "1.2" } }
    },
    CertificateChange("no period", breaks: ["L6 svar 32"]) {
      $0.edit(32) { $0.parts.removeAll { $0.id == "32.2" } }
    },
    CertificateChange("a part twice", breaks: ["L6 svar 29"]) {
      $0.edit(29) { $0.parts.append($0.parts[0]) }
    },
    CertificateChange("a part of another question", breaks: ["L6 svar 29"]) {
      $0.edit(29) { $0.parts.append(.init("35.1", .text("x"))) }
    },
    CertificateChange("the obsolete 39.2", breaks: ["L6 svar 39"]) {
      $0.set(39, part: 2, .text("30"))
    },
    CertificateChange("an empty text", breaks: ["L12 svar 35"]) {
      $0.set(35, part: 1, .text(" \n\t "))
    },
    CertificateChange("an element in a text", breaks: ["L12 svar 17"]) {
      $0.set(17, part: 1, .markup("ont <t:date>2024-03-04</t:date>"))
    },
    CertificateChange("a text with comments and CDATA") {
      $0.set(17, part: 1, .markup("on<!-- -->t <![CDATA[<i ryggen>]]>"))
    },
    CertificateChange("an additional question") { $0.answers.append(.text(9001, "Nej")) },
    CertificateChange("an additional question twice", breaks: ["L19 svar 9001"]) {
      $0.answers += [.text(9001, "Nej"), .text(9001, "Ja")]
    },
    CertificateChange("an additional question with two parts", breaks: ["L19 svar 9001"]) {
      $0.answers.append(
        .init("9001", [.init("9001.1", .text("a")), .init("9001.2", .text("b"))]))
    },
    CertificateChange("an additional question without text", breaks: ["L12 svar 9001"]) {
      $0.answers.append(.text(9001, ""))
    },
    CertificateChange("an additional question with the part of another") {
      $0.answers.append(.init("9001", [.init("9002.7", .text("a"))]))
    },
    CertificateChange("two codes in one value", breaks: ["L20 svar 28"]) {
      $0.set(
        28, part: 1,
        .markup(
          "<t:cv><t:code>NUVARANDE_ARBETE</t:code><t:code>STUDIER</t:code>"
            + "<t:codeSystem>KV_FKMU_0002</t:codeSystem></t:cv>"))
    },
    CertificateChange("two names of a code", breaks: ["L20 svar 28"]) {
      $0.set(
        28, part: 1,
        .markup(
          "<t:cv><t:code>NUVARANDE_ARBETE</t:code><t:codeSystem>KV_FKMU_0002</t:codeSystem>"
            + "<t:displayName>a</t:displayName><t:displayName>b</t:displayName></t:cv>"))
    },
    CertificateChange("text where a code should be", breaks: ["L20 svar 39"]) {
      $0.set(39, part: 1, .text("STOR_SANNOLIKHET"))
    },
    CertificateChange("ja instead of true", breaks: ["L20 svar 34"]) {
      $0.answers.append(.text(34, "ja"))
    },
    CertificateChange("0 instead of false") { $0.answers.append(.text(34, "0")) },
  ]

  static let codes: [CertificateChange] = [
    CertificateChange("an unknown basis", breaks: ["L7 svar 1"]) {
      $0.put(1, [.basis("SPAGUBBE", "2024-03-04")])
    },
    CertificateChange("a code with white space around") {
      $0.put(1, [.basis("\n UNDERSOKNING ", "2024-03-04")])
    },
    CertificateChange("a basis in small letters", breaks: ["L7 svar 1"]) {
      $0.put(1, [.basis("undersokning", "2024-03-04")])
    },
    CertificateChange("a basis twice", breaks: ["L7 svar 1"]) {
      $0.answers.append(.basis("UNDERSOKNING", "2024-03-05", instance: 2))
    },
    CertificateChange("29 February of a common year", breaks: ["L7 svar 1"]) {
      $0.put(1, [.basis("UNDERSOKNING", "2023-02-29")])
    },
    CertificateChange("a date with a zone") {
      $0.put(1, [.basis("UNDERSOKNING", "2024-02-29+01:00")])
    },
    CertificateChange("another basis without text", breaks: ["L7 svar 1"]) {
      $0.put(1, [.basis("ANNAT", "2024-03-04")])
    },
    CertificateChange("another basis with text") {
      $0.put(1, [.basis("ANNAT", "2024-03-04", other: "Anhörig")])
    },
    CertificateChange("an examination with text", breaks: ["L7 svar 1"]) {
      $0.put(1, [.basis("UNDERSOKNING", "2024-03-04", other: "Anhörig")])
    },
    CertificateChange("an unknown occupation", breaks: ["L8 svar 28", "L8 svar 29"]) {
      $0.put(28, [.code(28, "PROGRAM", instance: 1)])
    },
    CertificateChange("an occupation twice", breaks: ["L8 svar 28"]) {
      $0.answers.append(.code(28, "NUVARANDE_ARBETE", instance: 2))
    },
    CertificateChange("present work without work", breaks: ["L8 svar 29"]) { $0.drop(29) },
    CertificateChange("studies without work") {
      $0.put(28, [.code(28, "STUDIER", instance: 1)])
      $0.drop(29)
    },
    CertificateChange("an unknown prognosis", breaks: ["L16 svar 39"]) {
      $0.put(39, [.code(39, "KANSKE")])
    },
    CertificateChange("days of a prognosis") { $0.put(39, [.prognosis(.afterDays, .ninety)]) },
    CertificateChange("a prognosis in days without days", breaks: ["L16 svar 39"]) {
      $0.put(39, [.prognosis(.afterDays)])
    },
    CertificateChange("another prognosis with days", breaks: ["L16 svar 39"]) {
      $0.put(39, [.prognosis(.unclear, .thirty)])
    },
    CertificateChange("months, which are version 2", breaks: ["L16 svar 39"]) {
      $0.put(39, [.prognosis(.afterMonths)])
    },
    CertificateChange("an unknown measure", breaks: ["L17 svar 40"]) {
      $0.put(40, [.code(40, "SEMESTER", instance: 1)])
    },
    CertificateChange("a measure twice", breaks: ["L17 svar 40"]) {
      $0.put(40, [.code(40, "ERGONOMISK", instance: 1), .code(40, "ERGONOMISK", instance: 2)])
    },
    CertificateChange("no measure beside another", breaks: ["L17 svar 40"]) {
      $0.answers.append(.code(40, "ERGONOMISK", instance: 2))
    },
    CertificateChange("no measure with a description", breaks: ["L17 svar 44"]) {
      $0.answers.append(.text(44, "x"))
    },
    CertificateChange("a measure with a description") {
      $0.put(40, [.code(40, "ERGONOMISK", instance: 1), .text(44, "Stol")])
    },
    CertificateChange("reason for contact that is not wanted", breaks: ["L18 svar 26"]) {
      $0.answers.append(.flag(26, false, "x"))
    },
    CertificateChange("reason for contact that is wanted") {
      $0.answers.append(.flag(26, true, "x"))
    },
    CertificateChange("contact without reason") { $0.answers.append(.flag(26, true)) },
  ]

  static let diagnoses: [CertificateChange] =
    ["M545", "m545", "J06", "A00-", "F32-", "F321", "Z73-", "Z731", "S4700"].map { code in
      CertificateChange("diagnosis \(code)") { $0.put(6, [.diagnoses([(code, "x")])]) }
    }
    + ["M54.5", "M5", "F32", "f32", "Z73", "545", "MM5", "M54555", "", "M54 5", "Å54"].map { code in
      CertificateChange("diagnosis \(code)", breaks: ["L10 svar 6"]) {
        $0.put(6, [.diagnoses([(code, "x")])])
      }
    } + [
      CertificateChange("another list", breaks: ["L9 svar 6"]) {
        $0.set(6, part: 2, .code(system: "1.2.3", "M545"))
      },
      CertificateChange("a list that holds the known one") {
        $0.set(6, part: 2, .code(system: "OID 1x2.752.116.1.1.1.1.3", "M545"))
      },
      CertificateChange("primary care's list") {
        $0.put(6, [.diagnoses([("A00-", "x"), ("B02", "y")], system: .ksh97p)])
      },
      CertificateChange("three") {
        $0.put(6, [.diagnoses([("M545", "x"), ("J069", "y"), ("F321", "z")])])
      },
      CertificateChange("a text without its code", breaks: ["L11 svar 6"]) {
        $0.set(6, part: 3, .text("y"))
      },
      CertificateChange("the third without the second", breaks: ["L11 svar 6"]) {
        $0.set(6, part: 5, .text("y"))
        $0.set(6, part: 6, .code(system: "1.2.752.116.1.1.1.1.3", "J069"))
      },
      CertificateChange("two lists", breaks: ["L11 svar 6"]) {
        $0.set(6, part: 3, .text("y"))
        $0.set(6, part: 4, .code(system: "1.2.752.116.1.3.1.4.1", "J069"))
      },
    ]

  static let periods: [CertificateChange] = [
    CertificateChange("two degrees") {
      $0.answers += [
        .reduction(.half, "2024-03-18", "2024-03-31", instance: 2), .flag(33, false),
      ]
    },
    CertificateChange("a shared day at the boundary") {
      $0.answers += [
        .reduction(.half, "2024-03-17", "2024-03-31", instance: 2), .flag(33, false),
      ]
    },
    CertificateChange("two shared days", breaks: ["L14 svar 32"]) {
      $0.answers += [
        .reduction(.half, "2024-03-16", "2024-03-31", instance: 2), .flag(33, false),
      ]
    },
    CertificateChange("a degree twice", breaks: ["L13 svar 32"]) {
      $0.answers.append(.reduction(.full, "2024-03-18", "2024-03-31", instance: 2))
    },
    CertificateChange("an unknown degree", breaks: ["L13 svar 32"]) {
      $0.set(32, part: 1, .code(system: "KV_FKMU_0003", "LITE"))
    },
    CertificateChange("an end before the start", breaks: ["L13 svar 32"]) {
      $0.put(32, [.reduction(.full, "2024-03-17", "2024-03-04")])
    },
    CertificateChange("one day") { $0.put(32, [.reduction(.full, "2024-02-29", "2024-02-29")]) },
    CertificateChange("no such day", breaks: ["L13 svar 32"]) {
      $0.put(32, [.reduction(.full, "2024-02-30", "2024-03-04")])
    },
    CertificateChange("an open end", breaks: ["L13 svar 32"]) {
      $0.set(
        32, part: 2, .markup("<t:datePeriod><t:start>2024-03-04</t:start></t:datePeriod>"))
    },
    CertificateChange("an end in another century") {
      $0.put(32, [.reduction(.full, "2024-03-04", "2215-03-04")])
    },
    CertificateChange("part-time without hours", breaks: ["L15 svar 33"]) {
      $0.put(32, [.reduction(.half, "2024-03-04", "2024-03-17")])
    },
    CertificateChange("hours without part-time", breaks: ["L15 svar 33"]) {
      $0.answers.append(.flag(33, false))
    },
    CertificateChange("other hours without reason", breaks: ["L15 svar 33"]) {
      $0.put(32, [.reduction(.half, "2024-03-04", "2024-03-17"), .flag(33, true)])
    },
    CertificateChange("no other hours with reason", breaks: ["L15 svar 33"]) {
      $0.put(32, [.reduction(.half, "2024-03-04", "2024-03-17"), .flag(33, false, "x")])
    },
    CertificateChange("part-time in communicable disease") {
      $0.put(32, [.reduction(.half, "2024-03-04", "2024-03-17")])
      $0.answers.append(.flag(27, true))
    },
  ]

  static let all = questions + parts + codes + diagnoses + periods

  @Test(arguments: all)
  func `a change breaks these rules and no others`(change: CertificateChange) {
    let reading = change.reading
    #expect(reading.broken == change.broken)
    #expect((reading.verdict == .rejected) == !change.broken.isEmpty)
    #expect(reading.certificate != nil)
  }

  @Test func `every rule but the form is broken by a change`() {
    let broken = Set(Self.all.flatMap(\.broken).compactMap { $0.split(separator: " ").first })
    let rules = CertificateRule.allCases.filter { $0 != .form }
    #expect(Set(rules.map(\.code)).subtracting(broken.map(String.init)).isEmpty)
    for rule in CertificateRule.allCases {
      #expect(!rule.text.sv.isEmpty && !rule.text.en.isEmpty)
    }
  }

  @Test func `version 2 needs no measures, counts in months and is not verified`() throws {
    var certificate = CertificateText.plain
    certificate.version = "2.0"
    certificate.drop(40)
    certificate.put(1, [.basis("DIGITALUNDERSOKNING", "2024-03-04")])
    certificate.put(39, [.code(39, "ATER_X_ANTAL_MANADER")])
    certificate.set(39, part: 4, .text("3"))
    certificate.answers.append(.text(44, "Anpassad arbetsplats"))
    certificate.edit(35) {
      $0.parts.append(.init("35.2", .code(system: "1.2.752.116.1.1.3.1.1", "b280")))
    }
    let reading = certificate.reading
    #expect(reading.verdict == .accepted)
    #expect(reading.remarks == [.notVerified])
    let answers = try #require(reading.certificate?.answers)
    #expect(answers.prognosis == Prognosis(kind: .afterMonths, months: 3))
    #expect(answers.function?.codes == ["b280"])
    #expect(answers.bases.first?.kind.isExamination == true)
  }

  @Test func `FK 7263 demands a reduction with a degree and real days, and nothing else`() throws {
    var certificate = CertificateText.plain
    certificate.type = "fk7263"
    certificate.answers = [
      .reduction(.half, "2015-02-01", "2015-02-10"), .text(10004, "Fritext"),
      .reduction(.half, "2015-03-01", "2015-02-20"),
    ]
    let reading = certificate.reading
    #expect(reading.verdict == .acceptedWithNotes)
    #expect(reading.notes == [CertificateNote(.backwardPeriod, at: "svar 32")])
    let read = try #require(reading.certificate)
    #expect(read.type == .fk7263)
    #expect(read.distinctDays == 10)
    #expect(read.answers.additional == [AdditionalAnswer(question: 10004, text: "Fritext")])
    certificate.answers = [.text(17, "x")]
    #expect(certificate.reading.broken == ["L2 svar 32"])
    certificate.answers = [.reduction(.half, "2015-02-01", "2015-02-31")]
    #expect(certificate.reading.broken == ["L13 svar 32"])
  }
}
