// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Testing

@testable import Service
@testable import Web

/// The insured person's own pages and her summons.
@Suite struct InsuredPageTests {
  /// A case with a doctor's visit in ten days, summoned to by letter today.
  static func summoned(
    _ site: SiteFixture, inDays days: Int = 10
  ) async throws -> CaseNumber {
    let id = try await site.startedCase()
    let start = Instant(day: site.today.adding(days: days), time: TimeOfDay("09:30")!)
    try await site.perform(
      .bookVisit(
        VisitBooking(
          profession: .doctor, start: start, place: "Provgatan 1, Linköping",
          examiner: "Sixten Provberg", interpreterBooked: true,
          summons: Summons(day: site.today, channel: .letter))), in: id, by: .performer)
    return id
  }

  private static func addresses(_ id: CaseNumber) -> [Href] {
    [
      SiteAddress.ownCase(id).href, SiteAddress.ownReads(id).href,
      SiteAddress.ownVisit(id, 1).href, SiteAddress.ownMove(id, 1).href,
      SiteAddress.ownCalendar(id, 1).href, SiteAddress.ownOpposition(id).href,
      SiteAddress.summons(id).href,
      SiteAddress.summonsPrint(id).href, SiteAddress.summonsPDF(id).href,
    ]
  }

  @Test func `she sees her visit, how far it has come, and who has her information`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      try await site.registerProxy(in: id)
      _ = try await site.service.view(id, for: SiteFixture.Person.officer.actor)
      for member in [SiteFixture.herself, SiteFixture.proxy] {
        let visitor = try await Visitor(site, member)
        let first = try await visitor.get(SiteAddress.ownCases.href)
        #expect(first.headers[.location] == SiteAddress.ownCase(id).href.description)
        let page = try await visitor.get(SiteAddress.ownCase(id).href).text
        for text in [
          "Min utredning", "torsdag 14 maj", "Sixten Provberg", "Provgatan 1",
          "Enheten EKEN", "4 handlingar, 8 sidor", "Namn fk-ebba", "Tolk är bokad",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains("ombud eller ställföreträdare. Det") == (member == SiteFixture.proxy))
        #expect(PageCheck(page).faults == [])
        let reads = try await visitor.get(SiteAddress.ownReads(id).href).text
        #expect(reads.contains("Namn fk-ebba"))
        let old = try await visitor.get(SiteAddress.assessment(id).href)
        #expect(old.headers[.location] == SiteAddress.ownCase(id).href.description)
      }
    }
  }

  @Test func `another insured person gets the same as for a case that is missing`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let missing = try CaseNumber("AFU-2026-9999")
      let other = try await Visitor(site, SiteFixture.somebodyElse)
      let none = try await other.get(SiteAddress.ownCases.href).text
      #expect(none.contains("Du har ingen utredning här") && !none.contains(id.description))
      for (address, absent) in zip(
        Self.addresses(id)
          + [SiteAddress.documents(id).href, SiteAddress.statement(id).href],
        Self.addresses(missing)
          + [SiteAddress.documents(missing).href, SiteAddress.statement(missing).href])
      {
        let answer = try await other.get(address)
        let same = try await other.get(absent)
        #expect(answer.status == .notFound && same.status == .notFound, "\(address)")
        for secret in [SiteFixture.Secret.lastName, "Provgatan", "Sixten"] {
          #expect(!answer.text.contains(secret), "\(address)")
        }
      }
      let cancel = try await other.post(
        SiteAddress.ownVisit(id, 1).href, [OwnVisitForm.key: [FormKey.new()]])
      #expect(cancel.status == .notFound)
      let bearer: HTTPFields = [.authorization: "Bearer \(other.session.token)"]
      for path in ["", "/events", "/documents", "/statement", "/threads"] {
        let answer = try await site.send(.get, "/assessments/\(id)\(path)", headers: bearer)
        #expect(answer.status == .notFound, "\(path)")
      }
      let list = try await site.send(.get, "/assessments", headers: bearer)
      #expect(!list.text.contains(id.description))
      // Asked for as a party, without saying who, the insured are given nothing.
      let service = site.service
      let events = try await service.read { connection in
        try CaseHistory(connection, service.keyring).load(id, for: Party.insured)
      }
      #expect(events.isEmpty)
    }
  }

  @Test func `her own pages are nobody else's`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      for person in SiteFixture.Person.allCases {
        let visitor = try await Visitor(site, person)
        for address in [SiteAddress.ownCases.href] + Self.addresses(id).prefix(5) {
          #expect(try await visitor.get(address).status == .notFound, "\(person) \(address)")
        }
      }
    }
  }

  @Test func `she is not told what was not sent to her`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.requestedCase()
      try await site.perform(
        .sendInquiries(
          performers: [SiteFixture.vide], answerBy: site.today.adding(days: 3), message: nil),
        in: id, by: .coordinator)
      _ = try await site.service.view(id, for: SiteFixture.Person.otherPerformer.actor)
      let visitor = try await Visitor(site, SiteFixture.herself)
      for address in [SiteAddress.ownCase(id).href, SiteAddress.ownReads(id).href] {
        let page = try await visitor.get(address).text
        #expect(!page.contains("vide-greta") && !page.contains("VIDE"))
        #expect(!page.contains(SiteFixture.Secret.assess))
      }
    }
  }

  @Test func `she cancels in time, once, and is told what a late cancellation is`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let address = SiteAddress.ownVisit(id, 1).href
      let form = try await visitor.get(address).text
      #expect(form.contains("tisdag 12 maj 2026 kl. 09.30"))
      #expect(PageCheck(form).faults == [])
      var fields = Visitor.hidden(form)
      fields[OwnVisitForm.reason] = [String(repeating: "a", count: CaseLimit.textLength + 1)]
      #expect(try await visitor.post(address, fields).status == .unprocessableContent)
      fields[OwnVisitForm.reason] = ["Gärna en eftermiddag"]
      // A page from before the visit was moved cancels nothing.
      let stale = try await visitor.post(address, fields.merging([OwnVisitForm.time: ["1"]]) { $1 })
      #expect(stale.status == .conflict && stale.text.contains("fått en annan tid"))
      let sent = try await visitor.post(address, fields)
      #expect(sent.status == .seeOther)
      #expect(try await visitor.post(address, fields).status == .seeOther)
      let page = try await visitor.get(SiteAddress.ownCase(id).href([("gjort", "avbokat")])).text
      #expect(page.contains("Besöket är avbokat") && page.contains("Avbokat av dig"))
      let told = try await site.service.view(id, for: SiteFixture.Person.performer.actor)
      let visit = try #require(told.state.visit(1))
      let said = VisitCancelled(
        number: 1, cause: .insured, reached: site.time.now, reason: "Gärna en eftermiddag")
      #expect(visit.outcome == .cancelled(said))
      #expect(told.state.deviations.isEmpty)
      let region = try await site.service.view(id, for: SiteFixture.Person.coordinator.actor)
      guard case .cancelled(let facts) = region.state.visit(1)?.outcome else {
        Issue.record("the region is told")
        return
      }
      #expect(facts.reason == nil)
    }
  }

  @Test func `she asks for another time, and the performer says no or moves the visit`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let address = SiteAddress.ownMove(id, 1).href
      let form = try await visitor.get(address).text
      #expect(PageCheck(form).faults == [])
      var fields = Visitor.hidden(form)
      let empty = try await visitor.post(address, fields)
      #expect(empty.status == .unprocessableContent)
      #expect(empty.text.contains("Fel: ") && empty.text.contains("errors-title"))
      fields[OwnVisitForm.reason] = ["Helst en fredag"]
      #expect(try await visitor.post(address, fields).status == .seeOther)
      #expect(try await visitor.post(address, fields).status == .seeOther)
      let again = try await visitor.get(address)
      #expect(again.status != .ok && again.text.contains("redan önskad"))
      let own = SiteAddress.ownCase(id).href([("gjort", "onskat")])
      let waiting = try await visitor.get(own).text
      #expect(waiting.contains("Önskemålet är skickat") && waiting.contains("inte svarat än"))
      let told = try await site.service.view(id, for: SiteFixture.Person.performer.actor)
      #expect(told.tasks.contains { $0.code == .answerMoveRequest && $0.subject == 1 })
      let performer = try await Visitor(site, .performer)
      for address in [
        SiteAddress.assessment(id).href, SiteAddress.action(id, .moveVisit).href([("nr", "1")]),
        SiteAddress.action(id, .declineVisitMove).href([("nr", "1")]),
      ] { #expect(try await performer.get(address).text.contains("Helst en fredag")) }
      for person in [SiteFixture.Person.coordinator, .otherPerformer] {
        let other = try await Visitor(site, person)
        let page = try await other.get(SiteAddress.assessment(id).href).text
        #expect(!page.contains("Helst en fredag"), "\(person)")
      }
      try await site.perform(
        .declineVisitMove(VisitMoveDeclined(number: 1, reason: "Läkaren är bara här då")),
        in: id, by: .performer)
      let refused = try await visitor.get(SiteAddress.ownCase(id).href).text
      #expect(refused.contains("Läkaren är bara här då") && refused.contains("annan-tid"))
      try await site.registerProxy(in: id)
      try await site.service.execute(
        .requestVisitMove(VisitMoveRequested(number: 1, wishes: "Annars en torsdag")), in: id,
        by: SiteFixture.proxy.actor())
      let start = Instant(day: site.today.adding(days: 17), time: TimeOfDay("13:00")!)
      try await site.perform(
        .moveVisit(
          VisitMoved(
            number: 1, start: start, end: nil, place: "Provgatan 1", interpreterBooked: true,
            reason: nil)), in: id, by: .performer)
      let moved = try await site.service.view(id, for: SiteFixture.herself.actor())
      #expect(moved.state.visit(1)?.moveRequest == nil && moved.state.visit(1)?.start == start)
    }
  }

  @Test func `nobody asks for another time for a visit of somebody else's`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let asked = Command.requestVisitMove(VisitMoveRequested(number: 1, wishes: "Fredag"))
      for actor in SiteFixture.Person.allCases.map(\.actor) + [SiteFixture.somebodyElse.actor()] {
        await #expect(throws: ServiceError.self) {
          try await site.service.execute(asked, in: id, by: actor)
        }
      }
      let view = try await site.service.view(id, for: SiteFixture.Person.performer.actor)
      #expect(view.state.visit(1)?.moveRequest == nil)
    }
  }

  @Test func `she rates herself, and the examiner has her levels beside her own`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let address = SiteAddress.ownRating(id).href
      let form = try await visitor.get(address).text
      #expect(PageCheck(form).faults == [])
      let definition = try #require(site.service.statementDefinition(on: site.today))
      let abilities = definition.ratedAbilities
      #expect(abilities.count == 8)
      #expect(abilities.allSatisfy { form.contains($0.group.title?.sv ?? "?") })
      var fields = Visitor.hidden(form)
      let empty = try await visitor.post(address, fields)
      #expect(empty.status == .unprocessableContent && empty.text.contains("errors-title"))
      let key = abilities[1].own.key
      fields[key] = ["9"]
      #expect(try await visitor.post(address, fields).status == .unprocessableContent)
      fields[key] = ["3"]
      #expect(try await visitor.post(address, fields).status == .seeOther)
      let page = try await visitor.get(SiteAddress.ownCase(id).href([("gjort", "skattat")])).text
      #expect(page.contains("Din självskattning är lämnad"))
      for person in SiteFixture.Person.allCases {
        let view = try? await site.service.view(id, for: person.actor)
        let levels = view?.state.selfRating?.given.levels
        let isTold = person == .officer || person.member.party == .performer(SiteFixture.eken)
        #expect((levels != nil) == isTold, "\(person)")
        let session = try await site.session(person)
        let events = try await site.send(
          .get, "/assessments/\(id)/events",
          headers: [.authorization: "Bearer \(session.token)"])
        #expect(!events.text.contains(key), "\(person)")
      }
      let told = try await site.service.view(id, for: SiteFixture.Person.doctor.actor)
      let setting = told.state.statementSetting
      let own = try #require(definition.field(key))
      #expect(setting.text(own, StatementDraft()) == "3")
      let other = try await Visitor(site, SiteFixture.somebodyElse)
      #expect(try await other.get(address).status == .notFound)
    }
  }

  @Test func `she sends documents of her own, as she was shown them, once`() async throws {
    try await SiteFixture.with { site in
      let early = try await site.allocatedCase()
      let actor = SiteFixture.herself.actor()
      await #expect(throws: ServiceError.self) {
        try await site.service.beginUpload(in: early, name: "brev.txt", size: 9, by: actor)
      }
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let documents = try await visitor.get(SiteAddress.documents(id).href).text
      #expect(documents.contains("Välj en eller flera filer"))
      #expect(!documents.contains("lämnar inte Försäkringskassan"))
      let begun = try await site.service.beginUpload(
        in: id, name: "brev.txt", size: SampleFiles.text.count, by: actor)
      await #expect(throws: ServiceError.self) {
        try await site.service.upload(
          begun.id, in: id, offset: 0, bytes: SampleFiles.text,
          by: SiteFixture.somebodyElse.actor())
      }
      _ = try await site.service.upload(
        begun.id, in: id, offset: 0, bytes: SampleFiles.text, by: actor)
      let file = try await site.service.finishUpload(begun.id, in: id, by: actor)
      for person in SiteFixture.Person.allCases {
        let unsent = try? await site.service.unsentDocuments(in: id, by: person.actor)
        #expect(unsent?.isEmpty != false, "\(person)")
        let reader = try await Visitor(site, person)
        let address = SiteAddress.document(id, file.id).href
        #expect(try await reader.get(address).status == .notFound, "\(person)")
      }
      let address = SiteAddress.ownSending(id).href
      let form = try await visitor.get(address).text
      #expect(form.contains("brev") && form.contains("Enheten EKEN"))
      #expect(PageCheck(form).faults == [])
      var fields = Visitor.hidden(form)
      fields[SentDocuments.field] = ["another list"]
      #expect(try await visitor.post(address, fields).status == .unprocessableContent)
      fields = Visitor.hidden(form)
      #expect(try await visitor.post(address, fields).status == .seeOther)
      #expect(try await visitor.post(address, fields).status == .seeOther)
      let own = try await visitor.get(SiteAddress.ownCase(id).href([("gjort", "skickat")])).text
      #expect(own.contains("Dina handlingar är skickade"))
      let doctor = try await site.service.view(id, for: SiteFixture.Person.doctor.actor)
      #expect(doctor.state.order?.documents.items?.last?.kind == .fromInsured)
      #expect(doctor.readableDocuments.map(\.id) == [file.id])
      let region = try await site.service.view(id, for: SiteFixture.Person.coordinator.actor)
      #expect(region.state.order?.documents.items == nil)
      #expect(region.state.order?.documents.count == 5)
      let officer = try await Visitor(site, .officer)
      let read = try await officer.get(SiteAddress.document(id, file.id).href)
      #expect(read.status == .ok && read.text.contains("Jag orkar"))
      let closed = try await Visitor(site, .coordinator)
        .get(SiteAddress.document(id, file.id).href)
      #expect(closed.status == .notFound)
    }
  }

  @Test func `she writes to those who assess her, and reads what they answer`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let address = SiteAddress.threads(id).href
      let form = try await visitor.get(address).text
      #expect(form.contains("ring i stället") && !form.contains("organisation"))
      #expect(!form.contains("region:") && form.contains("performer:"))
      #expect(PageCheck(form).faults == [])
      var fields = Visitor.hidden(form)
      fields[ThreadField.participants] = ["performer:\(SiteFixture.eken.text)"]
      fields[ThreadField.subject] = ["Parkering"]
      fields[ThreadField.text] = ["Finns det en plats nära ingången?"]
      #expect(try await visitor.post(address, fields).status == .seeOther)
      let performer = SiteFixture.Person.performer.actor
      try await site.service.converse(
        .sendMessage(thread: 1, text: "Ja, till vänster", after: 1), in: id, by: performer)
      #expect(
        try await visitor.get(SiteAddress.ownCase(id).href).text.contains("Nytt att läsa"))
      let thread = try await visitor.get(SiteAddress.thread(id, 1).href).text
      #expect(thread.contains("Ja, till vänster") && !thread.contains("hos-oss"))
      #expect(
        try await !visitor.get(SiteAddress.ownCase(id).href).text.contains("Nytt att läsa"))
      let other = try await Visitor(site, SiteFixture.somebodyElse)
      for hidden in [address, SiteAddress.thread(id, 1).href] {
        #expect(try await other.get(hidden).status == .notFound)
      }
      let inbox = try await other.get(SiteAddress.inbox.href)
      #expect(!inbox.text.contains("Parkering"))
      for person in [SiteFixture.Person.officer, .coordinator, .otherPerformer] {
        let reader = try await Visitor(site, person)
        #expect(try await reader.get(SiteAddress.thread(id, 1).href).status == .notFound)
      }
    }
  }

  @Test func `she opposes that the statement is handed over, and takes it back`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let address = SiteAddress.ownOpposition(id).href
      let mine = try await visitor.get(SiteAddress.ownCase(id).href).text
      #expect(mine.contains(address.description))
      let form = try await visitor.get(address).text
      #expect(PageCheck(form).faults == [] && form.contains("men inte varför"))
      let fields = Visitor.hidden(form)
      let again = Visitor.hidden(try await visitor.get(address).text)
      #expect(try await visitor.post(address, fields).status == .seeOther)
      // Sent twice, and from a page that was open beside, it is said once and means what it said.
      for stale in [fields, again] {
        let answer = try await visitor.post(address, stale)
        #expect(answer.headers[.location]?.contains("lamnas-inte") == true)
      }
      let said = try await visitor.get(
        SiteAddress.ownCase(id).href([("gjort", "lamnas-inte")])
      ).text
      #expect(said.contains("Du har sagt att utlåtandet inte ska lämnas"))
      #expect(said.contains(OwnOppositionTexts.opposed.sv))
      for person in [SiteFixture.Person.officer, .coordinator, .performer] {
        let view = try await site.service.view(id, for: person.actor)
        #expect(view.state.opposition?.day == site.today, "\(person)")
      }
      let officer = try await Visitor(site, .officer)
      #expect(
        try await officer.get(SiteAddress.assessment(id).href).text
          .contains("motsätter sig att utlåtandet lämnas"))
      let back = try await visitor.get(address).text
      #expect(back.contains(OwnOppositionTexts.withdraw.sv) && PageCheck(back).faults == [])
      #expect(try await visitor.post(address, Visitor.hidden(back)).status == .seeOther)
      let view = try await site.service.view(id, for: SiteFixture.Person.performer.actor)
      #expect(view.state.opposition == nil)
      for person in [SiteFixture.Person.officer, .performer, .otherPerformer] {
        #expect(try await Visitor(site, person).get(address).status == .notFound)
      }
      let other = try await Visitor(site, SiteFixture.somebodyElse)
      #expect(try await other.get(address).status == .notFound)
      #expect(try await other.post(address, fields).status == .notFound)
    }
  }

  @Test func `her calendar gets the time and the place and nothing else`() async throws {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let file = try await visitor.get(SiteAddress.ownCalendar(id, 1).href)
      #expect(file.headers[.contentType] == "text/calendar; charset=utf-8")
      let lines = file.text.split(separator: "\r\n").map(String.init)
      #expect(lines.contains("DTSTART:20260514T073000Z"))
      #expect(lines.contains("LOCATION:Provgatan 1\\, Linköping"))
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      for secret in ["Sixten", "Tolvan", "läkare", "utredning", SiteFixture.Secret.number] {
        #expect(!file.text.contains(secret), "\(secret)")
      }
      #expect(try await visitor.get(SiteAddress.ownCalendar(id, 9).href).status == .notFound)
    }
  }

  @Test func `a late cancellation by herself is a deviation, and a begun visit is not hers`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await Self.summoned(site, inDays: 1)
      let actor = SiteFixture.herself.actor()
      func cancel(_ cause: CancellationCause) -> Command {
        .cancelVisit(
          VisitCancelled(number: 1, cause: cause, reached: site.time.now, reason: nil))
      }
      await #expect(throws: ServiceError.self) {
        try await site.service.execute(cancel(.performer), in: id, by: actor)
      }
      await #expect(throws: ServiceError.self) {
        try await site.service.execute(
          .cancelVisit(
            VisitCancelled(number: 1, cause: .insured, reached: site.time.now, reason: nil)),
          in: id, by: SiteFixture.somebodyElse.actor())
      }
      try await site.service.execute(cancel(.insured), in: id, by: actor)
      let told = try await site.service.view(id, for: SiteFixture.Person.officer.actor)
      #expect(told.state.deviations.map(\.reported.cause) == [.insured])
      let second = try await Self.summoned(site, inDays: 1)
      site.time.move(days: 2)
      let visitor = try await Visitor(site, SiteFixture.herself)
      let form = try await visitor.get(SiteAddress.ownVisit(second, 1).href)
      #expect(form.status != .ok && form.status.code < 500)
    }
  }
}
