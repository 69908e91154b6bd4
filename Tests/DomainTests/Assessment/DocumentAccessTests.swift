// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Testing

private let file = DocumentFile(
  id: String(repeating: "0a", count: 16), mediaType: .pdf, bytes: 3_141_592, pages: 4,
  sha256: String(repeating: "0123456789abcdef", count: 4), scan: .clean)

private let later = DocumentFile(
  id: String(repeating: "0b", count: 16), mediaType: .text, bytes: 999, pages: 1,
  sha256: String(repeating: "f", count: 64), scan: .unchecked)

private func examiner(_ person: String, _ profession: Profession = .psychologist) -> Actor {
  Actor(
    party: .performer(Cast.p1), person: person, name: "Utredare \(person)",
    function: .examiner(profession))
}

/// The documents of an order, the first with a file.
private func order(_ first: DocumentFile? = file, to performer: HSAID = Cast.p1) -> OrderPlaced {
  var order = Statements.order(to: performer)
  order.documents = DocumentList(
    DocumentKind.allCases.enumerated().map { index, kind in
      SupportingDocument(
        kind: kind, title: "Handling \(index + 1)", dated: nil, pages: 2,
        file: index == 0 ? first : nil)
    })
  return order
}

private func ordered(_ placed: OrderPlaced = order()) throws -> CaseStory {
  var story = CaseStory()
  try story.request()
  try story.allocate(Cast.p1)
  try story.inform()
  try story.perform(.placeOrder(placed), as: Cast.officer)
  return story
}

extension CaseStory {
  fileprivate mutating func ask() throws(Refusal) {
    try perform(.requestOrderSupplement(parts: [.other], question: "Mer?"), as: performer)
  }
}

@Suite struct `Documents with files` {
  @Test func `a file's pages are the document's, whatever is stated`() throws {
    let document = SupportingDocument(
      kind: .medical, title: "T", dated: nil, pages: 77, file: file)
    #expect(document.pages == 4)
    let json = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(SupportingDocument.self, from: json) == document)
    let lying = String(decoding: json, as: UTF8.self)
      .replacing("\"pages\":4,\"t", with: "\"pages\":9,\"t")
    let read = try JSONDecoder().decode(SupportingDocument.self, from: Data(lying.utf8))
    #expect(read.pages == 4)
  }

  @Test func `a document that was listed before there were files is read as it was`() throws {
    let old = #"{"kind":"medicinska-handlingar","title":"Journal","pages":3}"#
    let read = try JSONDecoder().decode(SupportingDocument.self, from: Data(old.utf8))
    #expect(read.file == nil && read.pages == 3)
  }

  @Test func `the event says pages, size and the beginning of the checksum`() throws {
    let story = try ordered()
    let event = try #require(story.history.last?.event)
    let text = event.text().details.map(\.value)
    let told = text.contains {
      $0.sv == "Handling 1, 4 sidor, 3,1 MB, kontrollsumma 0123 4567 89ab"
        && $0.en.contains("4 pages, 3.1 MB, checksum 0123 4567 89ab")
    }
    #expect(told, "\(text)")
    #expect(later.sizeText.sv == "999 byte")
  }

  @Test func `a file that is not well formed, or stands twice, is refused`() throws {
    var bad = file
    bad.sha256 = "0123"
    for (placed, code) in [
      (order(bad), RefusalCode.documentNotAsSent),
      (
        {
          var twice = order()
          let items = twice.documents.items ?? []
          twice.documents = DocumentList(items + [items[0]])
          return twice
        }(), .documentTwice
      ),
    ] {
      var story = CaseStory()
      try story.request()
      try story.allocate(Cast.p1)
      try story.inform()
      #expect(story.refusal(.placeOrder(placed), as: Cast.officer)?.code == code)
    }
  }

  @Test func `the newest sending is last, and a sent file is not sent once more`() throws {
    var story = try ordered()
    try story.accept()
    try story.ask()
    let again = DocumentList([
      SupportingDocument(kind: .other, title: "Igen", dated: nil, pages: 1, file: file)
    ])
    let answer = OrderSupplemented(number: 1, documents: again, answer: nil)
    #expect(
      story.refusal(.answerOrderSupplement(answer), as: Cast.officer)
        == Refusal(.documentSent, field: "documents"))
    let more = DocumentList([
      SupportingDocument(kind: .other, title: "Mer", dated: nil, pages: 1, file: later)
    ])
    try story.perform(
      .answerOrderSupplement(OrderSupplemented(number: 1, documents: more, answer: nil)),
      as: Cast.officer)
    let view = try #require(story.view(story.performer))
    #expect(view.readableDocuments.map(\.id) == [file.id, later.id])
    #expect(view.readableDocuments.map(\.document.title) == ["Handling 1", "Mer"])
    #expect(view.readableDocuments.allSatisfy { !$0.isLeftOut && $0.sender.party == .fk })
    #expect(story.view(Cast.officer)?.readableDocuments.count == 2)
    #expect(story.view(Cast.insured)?.readableDocuments.count == 2)
    #expect(story.view(Cast.coordinator)?.readableDocuments.isEmpty == true)
  }

  @Test func `what a later order leaves out stays readable and is shown as left out`() throws {
    var story = try ordered()
    try story.perform(.returnOrder(.incomplete, reason: "Fel"), as: story.performer)
    try story.perform(.placeOrder(order(later)), as: Cast.officer)
    let documents = try #require(story.view(story.performer)).readableDocuments
    #expect(documents.map(\.id) == [file.id, later.id])
    #expect(documents.map(\.isLeftOut) == [true, false])
  }
}

@Suite struct `Who opens documents` {
  @Test func `at a performer only the responsible doctor and the appointed open them`() throws {
    var story = try ordered()
    let doctor = examiner("lakare-1", .doctor)
    let psychologist = examiner("psykolog-1")
    func access(_ actor: Actor) throws -> RefusalCode? {
      try #require(story.view(actor)).documentAccess?.code
    }
    try story.accept()
    for actor in [story.performer, doctor, psychologist] {
      #expect(try access(actor) == .documentReadersOnly)
      #expect(try #require(story.view(actor)).readableDocuments.count == 1)
    }
    // A doctor appointed by name has no account that could open anything.
    try story.perform(.appointDoctor(DoctorAppointed(name: "Läkare")), as: story.performer)
    #expect(try access(doctor) == .documentReadersOnly)
    try story.perform(
      .appointDoctor(DoctorAppointed(name: "Läkare", person: doctor.person)),
      as: story.performer)
    #expect(try access(doctor) == nil)
    #expect(try access(psychologist) == .documentReadersOnly)
    try story.perform(
      .appointExaminer(person: "psykolog-1", name: "Psykolog", profession: .psychologist),
      as: doctor)
    #expect(try access(psychologist) == nil)
    // An administrator opens nothing, also with the account of somebody who may.
    let disguised = Actor(
      party: psychologist.party, person: psychologist.person, name: "A",
      function: .performerAdministrator)
    #expect(try access(disguised) == .documentReadersOnly)
    try story.perform(.releaseExaminer(person: "psykolog-1"), as: story.performer)
    #expect(try access(psychologist) == .documentReadersOnly)
    #expect(try access(Cast.officer) == nil && access(Cast.insured) == nil)
  }

  @Test func `a performer that lost the case opens nothing, and the next one not by its people`()
    throws
  {
    var story = try ordered()
    try story.accept()
    let doctor = examiner("lakare-1", .doctor)
    try story.perform(
      .appointDoctor(DoctorAppointed(name: "Läkare", person: doctor.person)),
      as: story.performer)
    try story.perform(
      .appointExaminer(person: "psykolog-1", name: "P", profession: .psychologist),
      as: story.performer)
    let former = story.performer
    try story.withdraw()
    let view = try #require(story.view(doctor))
    #expect(view.readableDocuments.count == 1)
    #expect(view.documentAccess == Refusal(.assignmentOver))
    #expect(story.view(former)?.documentAccess == Refusal(.assignmentOver))
    try story.allocate(Cast.p2)
    #expect(story.state.examiners.isEmpty && story.state.doctor == nil)
    #expect(story.view(Cast.administrator(Cast.p2))?.readableDocuments.isEmpty == true)
  }

  @Test func `examiners are appointed once, by administrator or responsible doctor`() throws {
    var story = try ordered()
    let appoint = Command.appointExaminer(
      person: "psykolog-1", name: "Psykolog", profession: .psychologist)
    #expect(story.refusal(appoint, as: story.performer) == Refusal(.orderNotAccepted))
    try story.accept()
    let doctor = examiner("lakare-1", .doctor)
    #expect(story.refusal(appoint, as: doctor) == Refusal(.notResponsibleDoctor))
    #expect(story.refusal(appoint, as: examiner("psykolog-1")) == Refusal(.wrongFunction))
    #expect(
      story.refusal(appoint, as: Cast.administrator(Cast.p2)) == Refusal(.wrongParty))
    #expect(story.refusal(appoint, as: Cast.officer) == Refusal(.wrongParty))
    try story.perform(appoint, as: story.performer)
    #expect(
      story.refusal(appoint, as: story.performer) == Refusal(.alreadyAppointed, field: "person"))
    #expect(
      story.refusal(.releaseExaminer(person: "x"), as: story.performer)
        == Refusal(.notAppointed, field: "person"))
    // Försäkringskassan and the region are told that a psychologist takes part, and no more.
    for reader in [Cast.officer, Cast.coordinator] {
      let told = try #require(story.view(reader)?.state.examiners.first)
      #expect(told.profession == .psychologist && told.person == nil && told.name == nil)
      #expect(
        story.view(reader)?.events.last?.event.text().title.sv == "Utredare utsedd: psykolog")
    }
    #expect(story.view(Cast.insured)?.state.examiners.first?.name == "Psykolog")
    try story.perform(.releaseExaminer(person: "psykolog-1"), as: story.performer)
    for reader in [Cast.officer, Cast.coordinator, story.performer] {
      #expect(story.view(reader)?.state.examiners.isEmpty == true)
    }
  }

  @Test func `documents are put in while there is something to send, by Försäkringskassan`() throws
  {
    var story = CaseStory()
    try story.request()
    func access(_ actor: Actor) throws -> RefusalCode? {
      try #require(story.view(actor)).state.uploadAccess(of: actor)?.code
    }
    #expect(try access(Cast.officer) == nil)
    #expect(try access(Cast.coordinator) == .wrongParty)
    #expect(try access(Cast.insured) == .noOrder)
    try story.allocate(Cast.p1)
    try story.inform()
    try story.perform(.placeOrder(order()), as: Cast.officer)
    #expect(try access(Cast.officer) == .nothingToSend)
    #expect(try access(Cast.insured) == nil)
    #expect(try access(story.performer) == .wrongParty)
    try story.accept()
    try story.ask()
    #expect(try access(Cast.officer) == nil)
    try story.perform(.endAssessment(AssessmentEnded(reason: .aborted)), as: Cast.officer)
    #expect(try access(Cast.officer) == .caseEnded)
    #expect(try access(Cast.insured) == .caseEnded)
  }
}
