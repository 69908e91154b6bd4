// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import Service
@testable import Web

/// The pages where a statement is written, signed and read.
@Suite struct StatementPageTests {
  private static let secret = "Hemlig bedömning"

  /// A case that the doctor has examined.
  private static func examined(_ site: SiteFixture) async throws -> CaseNumber {
    let id = try await site.orderedCase()
    try await site.perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
    try await site.perform(
      .confirmComplete(UnderlagCompleted(day: site.today)), in: id, by: .performer)
    try await site.perform(
      .appointDoctor(
        DoctorAppointed(
          name: SiteFixture.Person.doctor.member.name,
          person: SiteFixture.Person.doctor.rawValue)), in: id,
      by: .performer)
    try await site.perform(
      .bookVisit(
        VisitBooking(profession: .doctor, start: site.time.now.adding(minutes: 5), place: "Rum")),
      in: id, by: .performer)
    site.time.move(minutes: 60)
    try await site.perform(
      .reportVisit(.performed(VisitPerformed(number: 1))), in: id, by: .performer)
    return id
  }

  /// Fills in what is required, by the interface.
  private static func fill(_ site: SiteFixture, _ id: CaseNumber) async throws
    -> StatementDraftJSON
  {
    let draft = try await site.send(
      .get, "/assessments/\(id)/statement/draft", as: .doctor
    ).json(StatementDraftJSON.self)
    let fields = draft.gaps.map { gap in
      let isLevel = gap.field.hasSuffix(".level")
      let text = isLevel ? "2" : gap.field == "basis.documents" ? "1" : "\(secret) \(gap.field)"
      return StatementSaveRequest.Field(key: gap.field, text: text, base: 0)
    }
    let request = StatementSaveRequest(sitting: "fyll", fields: fields)
    let json = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let saved = try await site.send(
      .post, "/assessments/\(id)/statement/draft", as: .doctor, json: json)
    #expect(saved.status == .ok)
    return try saved.json()
  }

  private static func addresses(_ id: CaseNumber) -> [Href] {
    [
      SiteAddress.statement(id).href, SiteAddress.statementSection(id, section: "summary").href,
      SiteAddress.statementHistory(id, section: "summary").href,
      SiteAddress.statementReview(id).href, SiteAddress.statementQuestion(id).href,
      SiteAddress.statementAnswer(id).href, SiteAddress.statementPrint(id).href,
      SiteAddress.statementPDF(id).href,
    ]
  }

  @Test func `no page and no answer shows a draft to anybody who does not write it`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      _ = try await Self.fill(site, id)
      for person in SiteFixture.Person.allCases where person != .doctor {
        let visitor = try await Visitor(site, person)
        for address in Self.addresses(id) + [SiteAddress.assessment(id).href] {
          let answer = try await visitor.get(address)
          #expect(!answer.text.contains(Self.secret), "\(person) \(address)")
          #expect(answer.status.code < 500)
        }
        for path in ["", "/statement", "/statement/draft", "/events"] {
          let answer = try await site.send(.get, "/assessments/\(id)\(path)", as: person)
          #expect(!answer.text.contains(Self.secret), "\(person) \(path)")
        }
        let own = person == .performer || person == .psychologist
        let draft = try await site.send(.get, "/assessments/\(id)/statement/draft", as: person)
        #expect(draft.status == (own ? .forbidden : .notFound), "\(person)")
        let json = #"{"digest":"x"}"#
        let sign = try await site.send(
          .post, "/assessments/\(id)/statement/signature", as: person, json: json)
        #expect(sign.status == draft.status)
      }
      let nobody = try await site.send(.get, "/assessments/\(id)/statement/draft")
      #expect(nobody.status == .unauthorized)
    }
  }

  @Test func `a section is saved by its button, without script, and says when`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let doctor = try await Visitor(site, .doctor)
      let address = SiteAddress.statementSection(id, section: "feedback").href
      var fields = Visitor.hidden(try await doctor.get(address).text)
      fields["feedback.comment"] = ["Rad ett\r\nrad två"]
      fields["feedback.day"] = ["i dag"]
      let sent = try await doctor.post(address, fields)
      #expect(sent.status == .seeOther)
      let page = try await doctor.get(address).text
      #expect(page.contains("Rad ett\nrad två") && page.contains("Sparat kl."))
      #expect(page.contains("value=\"\(site.today)\""))
      #expect(PageCheck(page).faults == [])
      // The same form once more, from the window where the first saving is not known.
      fields["feedback.comment"] = ["Något annat"]
      fields[StatementForm.sitting] = ["annat fönster"]
      _ = try await doctor.post(address, fields)
      let both = try await doctor.get(address).text
      #expect(both.contains("Något annat") && both.contains("rad två"))
      #expect(both.contains("Två har skrivit samtidigt"))
      var settled = Visitor.hidden(both)
      settled["feedback.comment"] = ["Båda"]
      settled[StatementFieldView.settles + "feedback.comment"] = ["3"]
      _ = try await doctor.post(address, settled)
      let one = try await doctor.get(address).text
      #expect(one.contains("Båda") && !one.contains("Två har skrivit samtidigt"))
      let history = try await doctor.get(SiteAddress.statementHistory(id, section: "feedback").href)
      for text in ["rad två", "Något annat", "Båda"] { #expect(history.text.contains(text)) }
    }
  }

  @Test func `the script is told the time and the revisions, and a refusal in words`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let doctor = try await Visitor(site, .doctor)
      let address = SiteAddress.statementSection(id, section: "summary").href
      var fields = Visitor.hidden(try await doctor.get(address).text)
      fields["summary.text"] = ["Så här"]
      let answer = try await doctor.post(address, fields, accept: "application/json")
      #expect(answer.headers[.contentType] == "application/json")
      #expect(answer.text == #"{"at":"kl. 10.00","conflicts":[],"revisions":{"summary.text":1}}"#)
      fields["summary.text"] = [String(repeating: "a", count: StatementLimit.textLength + 1)]
      let refused = try await doctor.post(address, fields, accept: "application/json")
      #expect(refused.status == .unprocessableContent && refused.text.contains("too-long"))
      let page = try await doctor.post(address, fields)
      #expect(page.status == .unprocessableContent)
      // What was typed is still there to be shortened.
      #expect(page.text.contains(String(repeating: "a", count: 100)))
      #expect(page.text.contains("<title>Fel: "))
    }
  }

  @Test func `it is read through, signed, read by those it is for, asked about and answered`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let doctor = try await Visitor(site, .doctor)
      let review = SiteAddress.statementReview(id).href
      let before = try await doctor.get(review).text
      #expect(before.contains("Kan inte signeras än") && !before.contains("name=\"digest\""))
      let draft = try await Self.fill(site, id)
      let ready = try await doctor.get(review).text
      #expect(ready.contains(Self.secret) && ready.contains("Inget saknas"))
      #expect(PageCheck(ready).faults == [])
      let wrong = try await doctor.post(review, ["digest": ["0"]].with(Visitor.hidden(ready)))
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("har ändrats sedan"))
      let signed = try await doctor.post(review, Visitor.hidden(ready))
      #expect(signed.status == .seeOther)
      #expect(signed.headers[.location]?.contains("kvitto") == true)

      let statement = SiteAddress.statement(id).href
      let officer = try await Visitor(site, .officer)
      let read = try await officer.get(statement).text
      #expect(read.contains(Self.secret) && read.contains("Tolvansdotter"))
      #expect(read.contains(draft.digest ?? "-") && read.contains("inget har ändrats"))
      #expect(PageCheck(read).faults == [])
      let json = try await site.send(.get, "/assessments/\(id)/statement", as: .officer)
        .json(SentStatementJSON.self)
      #expect(json.isSound && json.digest == draft.digest)
      for person in [
        SiteFixture.Person.coordinator, .otherCoordinator, .performer, .otherPerformer,
        .psychologist,
      ] {
        for address in Self.addresses(id) {
          let answer = try await Visitor(site, person).get(address)
          #expect(!answer.text.contains(Self.secret), "\(person) \(address)")
        }
      }
      let print = try await officer.get(SiteAddress.statementPrint(id).href).text
      #expect(print.contains(Self.secret) && print.contains("<html lang=\"sv\""))

      let question = SiteAddress.statementQuestion(id).href
      var ask = Visitor.hidden(try await officer.get(question).text)
      #expect(try await officer.post(question, ask).status == .unprocessableContent)
      ask["fraga-summary"] = ["Vad menas?"]
      #expect(try await officer.post(question, ask).status == .seeOther)
      // Who put the question and who is to answer it read it on the case's page.
      for visitor in [officer, doctor] {
        let page = try await visitor.get(SiteAddress.assessment(id).href).text
        #expect(page.contains("Vad menas?") && !page.contains("har inte skickats till er här"))
      }
      let answer = SiteAddress.statementAnswer(id).href
      var reply = Visitor.hidden(try await doctor.get(answer).text)
      reply["supplement.1.summary"] = ["Så här menas det."]
      #expect(try await doctor.post(answer, reply).status == .seeOther)
      let page = try await doctor.get(answer).text
      #expect(PageCheck(page).faults == [])
      let digest = try #require(page.firstMatch(of: #/name="digest" value="([0-9a-f]{64})"/#)?.1)
      let sent = try await doctor.post(
        answer, Visitor.hidden(page).with(["digest": [String(digest)]]))
      #expect(sent.status == .seeOther && sent.headers[.location]?.contains("kvitto") == true)
      let after = try await officer.get(statement).text
      #expect(after.contains("Så här menas det.") && after.contains("Vad menas?"))
      #expect(after.contains(draft.digest ?? "-"))
    }
  }

  @Test func `paper and lines say what the page says, also of what was answered another way`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      _ = try await Self.fill(site, id)
      let held = FieldSaving(key: "feedback.held", text: "not-held", base: 0)
      _ = try await site.service.saveStatement(
        [held], sitting: "möte", in: id, by: SiteFixture.Person.doctor.actor)
      let doctor = SiteFixture.Person.doctor.actor
      let digest = try await site.service.statementToSign(in: id, for: doctor).digest
      try await site.service.signStatement(digest, in: id, by: doctor)
      let asked = [SectionQuestion(section: "summary", question: "Vad menas?")]
      try await site.perform(
        .requestStatementSupplement(question: nil, answerBy: nil, sections: asked), in: id,
        by: .officer)
      func texts() async throws -> [String] {
        let officer = try await Visitor(site, .officer)
        let sent = try await site.service.sentStatement(
          in: id, for: SiteFixture.Person.officer.actor)
        return [
          try await officer.get(SiteAddress.statement(id).href).text,
          try await officer.get(SiteAddress.statementPrint(id).href).text,
          StatementPrint(sent, .sv).lines().joined(separator: "\n"),
        ]
      }
      for text in try await texts() {
        for words in ["Vad menas?", "Inget svar än.", "2 – Måttlig", "Har inte hållits"] {
          #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("not-held"))
      }
      try await site.perform(
        .sendStatementSupplement(number: 1, day: site.today), in: id, by: .performer)
      for text in try await texts() {
        #expect(text.contains("Svaret har skickats på ett annat sätt."))
        #expect(!text.contains("Inget svar än."))
      }
    }
  }

  @Test func `the underlag is turned beside the section, and what is typed is saved on the way`()
    async throws
  {
    try await SiteFixture.with { site in
      let (id, documents) = try await site.readableCase()
      try await site.perform(
        .appointDoctor(
          DoctorAppointed(
            name: SiteFixture.Person.doctor.member.name,
            person: SiteFixture.Person.doctor.rawValue)), in: id, by: .performer)
      let file = try #require(documents[0].file).id
      let doctor = try await Visitor(site, .doctor)
      #expect(
        try await doctor.get(SiteAddress.assessment(id).href).text
          .contains("href=\"\(SiteAddress.statement(id).href)\""))
      let section = SiteAddress.statementSection(id, section: "summary").href
      let alone = try await doctor.get(section).text
      #expect(alone.contains("name=\"visa\" value=\"\(file).1\"") && !alone.contains("sheet-page"))
      let opened = try await doctor.post(
        section,
        Visitor.hidden(alone).with(["summary.text": ["Halv mening"], "visa": ["\(file).1"]]))
      #expect(opened.status == .seeOther)
      let beside = try await doctor.follow(opened).text
      #expect(PageCheck(beside).faults == [])
      #expect(beside.contains("Journalens ord") && beside.contains("Halv mening"))
      #expect(beside.contains(SiteAddress.documentPage(id, file, 1).href.description))
      // What is saved without turning leaves the page where it is.
      let saved = try await doctor.post(
        section, Visitor.hidden(beside).with(["summary.text": ["Hel mening"]]))
      #expect(saved.headers[.location]?.contains("\(file).1") == true)
      let next = try await doctor.follow(saved).text
      #expect(next.contains("name=\"visa\" value=\"\(file).2\""))
      let away = try await doctor.post(
        section, Visitor.hidden(next).with(["summary.text": ["Hel mening"], "visa": ["nej"]]))
      #expect(!(try await doctor.follow(away).text.contains("sheet-page")))
      // A document of another case, or none, is no reason to lose the section.
      for strange in [String(repeating: "a", count: 32) + ".1", "x", "\(file).0", "\(file).999"] {
        let page = try await doctor.get(
          SiteAddress.statementSection(id, section: "summary").href([("underlag", strange)]))
        #expect(page.status == .ok && page.text.contains("Hel mening"))
      }
    }
  }

  @Test func `her own level is told apart from one that an examiner wrote down for her`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let definition = try #require(site.service.statementDefinition(on: site.today))
      let group = try #require(definition.section("abilities")?.groups.first)
      let levels = try #require(group.levels)
      let doctor = try await Visitor(site, .doctor)
      let address = SiteAddress.statementSection(id, section: "abilities").href
      let empty = try await doctor.get(address).text
      #expect(empty.contains("name=\"\(levels.own.key)\""))
      var fields = Visitor.hidden(empty)
      fields[levels.own.key] = ["1"]
      #expect(try await doctor.post(address, fields).status == .seeOther)
      let written = try await doctor.get(address).text
      #expect(written.contains("Egen skattning, antecknad av utredaren"))
      #expect(!written.contains("Egen skattning från den försäkrade"))
      try await site.service.execute(
        .giveSelfRating(SelfRatingGiven(form: definition.name, levels: [levels.own.key: 3])),
        in: id, by: SiteFixture.herself.actor())
      let page = try await doctor.get(address).text
      let day = site.today.shortWords.sv
      #expect(page.contains("Egen skattning från den försäkrade, \(day): 3 – Stor"))
      #expect(page.contains("som utredaren hade antecknat: 1 – Lätt"))
      #expect(!page.contains("name=\"\(levels.own.key)\""))
      #expect(PageCheck(page).faults == [])
      let state = try await site.service.view(id, for: SiteFixture.Person.doctor.actor).state
      #expect(state.statementSetting.ownLevel(levels.own) == 3)
      #expect(state.statementSetting.ownLevel(levels.examiner) == nil)
    }
  }

  @Test func `the signed statement says whose each level of her own is, on page, paper and lines`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let definition = try #require(site.service.statementDefinition(on: site.today))
      let groups = try #require(definition.section("abilities")?.groups)
      let (hers, noted) = (
        try #require(groups.first?.levels).own, try #require(groups.last?.levels).own
      )
      let doctor = SiteFixture.Person.doctor.actor
      _ = try await Self.fill(site, id)
      _ = try await site.service.saveStatement(
        [FieldSaving(key: noted.key, text: "1", base: 0)], sitting: "möte", in: id, by: doctor)
      try await site.service.execute(
        .giveSelfRating(SelfRatingGiven(form: definition.name, levels: [hers.key: 3])),
        in: id, by: SiteFixture.herself.actor())
      let review = try await Visitor(site, .doctor).get(SiteAddress.statementReview(id).href).text
      let digest = try await site.service.statementToSign(in: id, for: doctor).digest
      try await site.service.signStatement(digest, in: id, by: doctor)
      let day = "Egen skattning från den försäkrade, \(DateText(.sv).text(site.today, .full))"
      for actor in [
        doctor, SiteFixture.Person.officer.actor, SiteFixture.herself.actor(),
      ] {
        let sent = try await site.service.sentStatement(in: id, for: actor)
        let lines = StatementPrint(sent, .sv).lines()
        #expect(lines.contains { $0.hasSuffix("\(day): 3 – Stor") }, "\(actor.party)")
        #expect(lines.contains { $0.hasSuffix("antecknad av utredaren: 1 – Lätt") })
      }
      let officer = try await Visitor(site, .officer)
      let pages = [
        review, try await officer.get(SiteAddress.statement(id).href).text,
        try await officer.get(SiteAddress.statementPrint(id).href).text,
      ]
      for page in pages {
        #expect(page.contains("<dt>\(day)</dt>"))
        #expect(page.contains("<dt>Egen skattning, antecknad av utredaren</dt>"))
        #expect(PageCheck(page).faults == [])
      }
    }
  }

  @Test func `both languages have all words`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.examined(site)
      let doctor = try await Visitor(site, .doctor)
      _ = try await Self.fill(site, id)
      for language in Language.allCases {
        try await site.service.setLanguage(language, in: doctor.session)
        for section in ["abilities", "basis", "feedback"] {
          let page = try await doctor.get(
            SiteAddress.statementSection(id, section: section).href
          ).text
          #expect(PageCheck(page).faults == [], "\(section) \(language)")
        }
      }
    }
  }
}

extension [String: [String]] {
  fileprivate func with(_ other: [String: [String]]) -> [String: [String]] {
    other.merging(self) { _, own in own }
  }
}
