// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Web

/// What the check pages promise is what the audience table and the redaction do.
@Suite struct CheckedMatterTests {
  private let order = OrderPlaced(
    performer: try! HSAID("SE0000000000-P1"),
    identity: InsuredIdentity(
      number: try! PersonalIdentityNumber("191212121212", on: .latest), firstName: "Tolvan",
      lastName: "Tolvansson", address: "Vägen 1", phone: "070-000 00 00"),
    purpose: "Syfte", background: "Bakgrund", extensionAllowed: true,
    interpreter: Interpreter(needed: true, language: "Finska"), specialNeeds: "Hiss",
    officer: CaseOfficer(name: "Handläggare Ett", phone: "010-000 00 00"),
    documents: DocumentList([
      SupportingDocument(kind: DocumentKind.allCases[0], title: "Intyg", dated: nil, pages: 2)
    ]))

  /// What is left in the facts, in the order of the page's rows.
  private var inFacts: [Bilingual] {
    let facts = order.facts
    func told(_ isThere: Bool) -> Bilingual {
      isThere ? DisclosureTexts.all : DisclosureTexts.nothing
    }
    let counted = facts.documents.items == nil && facts.documents.count == order.documents.count
    return [
      told(
        facts.identity.fullName == order.identity.fullName
          && facts.identity.number == order.identity.number),
      told(facts.identity.address != nil || facts.identity.phone != nil),
      told(facts.purpose != nil || facts.background != nil || facts.specialNeeds != nil),
      counted ? DisclosureTexts.count : told(facts.documents.items != nil),
      told(facts.interpreter == order.interpreter && facts.officer == order.officer),
    ]
  }

  @Test(arguments: PartyRole.allCases)
  func `the order's check page says what each party is sent`(role: PartyRole) {
    let expected: [Bilingual] =
      switch EventKind.orderPlaced.audienceRow.disclosure(to: role) {
      case .full: OrderTexts.disclosure.map { _ in DisclosureTexts.all }
      case .facts: inFacts
      case nil: OrderTexts.disclosure.map { _ in DisclosureTexts.nothing }
      }
    #expect(OrderTexts.disclosure.map { $0.told(role) } == expected)
  }

  @Test func `the request's check page tells the region of the case but not of the person`() {
    let told = RequestTexts.disclosure.map { $0.told(.region) }
    #expect(told == [DisclosureTexts.all, DisclosureTexts.nothing, DisclosureTexts.nothing])
    let performer = RequestTexts.disclosure.map { $0.told(.performer) }
    #expect(performer.allSatisfy { $0 == DisclosureTexts.nothing })
    let insured = RequestTexts.disclosure.map { $0.told(.insured) }
    #expect(
      insured == [DisclosureTexts.happened, DisclosureTexts.all, DisclosureTexts.nothing])
  }
}
