// SPDX-License-Identifier: Apache-2.0

import Domain

// Signed texts with every field filled in, each text with the name of its place.
extension MaximalEvents {
  static func signature(_ place: String) -> StatementSignature {
    StatementSignature(
      method: "<\(place).method>", person: "<\(place).person>", name: "<\(place).name>",
      at: Instant(milliseconds: 0), key: "<\(place).key>", value: "<\(place).value>")
  }

  static func writer(_ place: String) -> StatementWriter {
    StatementWriter(
      person: "<\(place).writer.person>", name: "<\(place).writer.name>", profession: .doctor)
  }

  static func signedStatement(_ place: String) -> SignedStatement {
    let head = StatementHead(
      assessment: Cast.number, agencyNumber: "<\(place).agencyNumber>",
      personNumber: Cast.person, name: "<\(place).name>", purpose: "<\(place).purpose>",
      performer: "<\(place).performer>", doctor: "<\(place).doctor>",
      completeDay: Day("2026-03-02"),
      visits: [
        StatementHead.Visit(
          profession: .doctor, day: Day("2026-03-12")!, examiner: "<\(place).examiner>")
      ])
    let part = StatementPart(
      section: "<\(place).section>",
      entries: [StatementEntry(field: "<\(place).field>", value: .text("<\(place).text>"))],
      writers: [writer(place)])
    return SignedStatement(
      content: StatementContent(form: "<\(place).form>", head: head, parts: [part]),
      digest: "<\(place).digest>", signature: signature("\(place).signature"), revision: 1,
      draftHash: "<\(place).draftHash>")
  }

  static func signedSupplement(_ place: String) -> SignedSupplement {
    SignedSupplement(
      content: SupplementContent(
        assessment: Cast.number, number: 1, statement: "<\(place).statement>",
        additions: [
          StatementAddition(
            section: "<\(place).section>", question: "<\(place).question>",
            answer: "<\(place).answer>", writers: [writer(place)])
        ]),
      digest: "<\(place).digest>", signature: signature("\(place).signature"))
  }
}
