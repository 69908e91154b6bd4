// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Signing freezes and sends; what was signed is checked anew at any time.
@Suite struct StatementSigningTests {
  @Test(arguments: TestEngine.all)
  func `the doctor signs what she has read, and it is at the agency the same moment`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      #expect(
        try await refusal { try await stage.sign(id) }?.code == .statementIncomplete)
      try await stage.fill(id)
      let read = try await stage.service.statementToSign(in: id, for: Cast.doctor)
      #expect(
        try await refusal {
          try await stage.service.signStatement(read.digest, in: id, by: Cast.psychologist)
        }?.code == .signerOnly)
      // A colleague writes after she has read: what she read is not what would be sent.
      try await stage.save(
        id, "psychologist.interview", "Något nytt", by: Cast.psychologist)
      #expect(
        try await refusal {
          try await stage.service.signStatement(read.digest, in: id, by: Cast.doctor)
        }?.code == .statementChanged)
      try await stage.sign(id)
      for actor in [Cast.officer, Cast.insured, Cast.doctor, Cast.psychologist] {
        let sent = try await stage.service.sentStatement(in: id, for: actor)
        #expect(sent.signed.content.value("summary.text") == .text("Hemligt i summary.text."))
        #expect(sent.signed.content.head.personNumber == Cast.identity.number)
        #expect(sent.signed.signature.person == Cast.doctor.person)
        #expect(sent.view.state.statement?.arrivedDay == stage.today)
      }
      let parts = try await stage.service.sentStatement(in: id, for: Cast.officer)
        .signed.content.parts
      #expect(
        parts.first { $0.section == "psychologist" }?.writers.map(\.person)
          == [Cast.psychologist.person])
    }
  }

  @Test(arguments: TestEngine.all)
  func `where the performer goes through it first, the insured reads it when it is released`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      for actor in [Cast.doctor, Cast.officer, Cast.coordinator] {
        #expect(
          try await refusal {
            try await stage.service.set(ReleaseStep(isOn: true), by: actor)
          } != nil)
      }
      try await stage.service.set(ReleaseStep(isOn: true), by: Cast.administrator())
      let id = try await stage.signedCase()
      #expect(
        try await stage.service.sentStatement(in: id, for: Cast.officer).signed.digest.count == 64)
      #expect(
        try await refusal {
          try await stage.service.sentStatement(in: id, for: Cast.insured)
        }?.code == .statementNotHere)
      // Nothing that she is sent of the case has a word of it.
      let view = try await stage.service.view(id, for: Cast.insured)
      #expect(!"\(view.events)\(view.state)".contains("Hemligt i"))
      try await stage.perform(.releaseStatement, in: id, by: Cast.doctor)
      let hers = try await stage.service.sentStatement(in: id, for: Cast.insured)
      #expect(hers.isSound && hers.signed.content.value("summary.text") != nil)
      for actor in [Cast.officer, Cast.administrator(), Cast.coordinator] {
        let events = EventJSON.list(try await stage.service.view(id, for: actor))
        #expect(!"\(events)".contains("Hemligt i"), "\(actor.party)")
      }
    }
  }

  @Test func `after signing nothing can be written, and it cannot be signed again`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.signedCase()
      #expect(
        try await refusal {
          try await stage.save(id, "summary.text", "efteråt", base: 99)
        }?.code == .statementSent)
      #expect(try await refusal { try await stage.sign(id) }?.code == .statementSent)
      // A command cannot carry a text of its own making, nor be read with one.
      let signed = try await stage.service.sentStatement(in: id, for: Cast.doctor).signed
      let forged = StatementSent(day: stage.today, signed: signed, awaitsRelease: true)
      let command = Command.sendStatement(forged)
      let json = String(decoding: try JSONEncoder().encode(command), as: UTF8.self)
      #expect(!json.contains("signed") && !json.contains("awaitsRelease"))
      let data = String(decoding: try JSONEncoder().encode(forged), as: UTF8.self)
      #expect(data.contains("Hemligt i summary.text."))
      let read = try JSONDecoder().decode(
        Command.self, from: Data("{\"kind\":\"sendStatement\",\"data\":\(data)}".utf8))
      #expect(read == .sendStatement(StatementSent(day: stage.today)))
    }
  }

  @Test func `region, strangers and the performer's other people read nothing of it`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.signedCase()
      for (actor, code) in [
        (Cast.coordinator, RefusalCode.statementNotHere), (Cast.otherCoordinator, .notFound),
        (Cast.administrator(Cast.p2), .notFound),
        (Cast.administrator(), .statementWritersOnly), (Cast.colleague, .statementWritersOnly),
      ] {
        #expect(
          try await refusal {
            try await stage.service.sentStatement(in: id, for: actor)
          }?.code == code)
      }
      // The interface's events say that it was sent, and leave the text to its own place.
      for actor in [Cast.officer, Cast.administrator(), Cast.insured, Cast.coordinator] {
        let view = try await stage.service.view(id, for: actor)
        let json = try JSONEncoder().encode(EventListJSON(view))
        #expect(!String(decoding: json, as: UTF8.self).contains("Hemligt"))
        let whole = try JSONEncoder().encode(CaseJSON(view, rules: stage.service.rules))
        #expect(!String(decoding: whole, as: UTF8.self).contains("Hemligt"))
      }
    }
  }

  @Test func `a question per section is answered by an addition with its own signature`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.signedCase()
      let before = try await stage.service.sentStatement(in: id, for: Cast.officer).signed
      try await stage.perform(
        .requestStatementSupplement(
          question: nil, answerBy: nil,
          sections: [SectionQuestion(section: "summary", question: "Vad menas?")]),
        in: id, by: Cast.officer)
      #expect(
        try await refusal {
          try await stage.service.supplementToSign(in: id, for: Cast.doctor)
        }?.code == .statementIncomplete)
      try await stage.save(id, "supplement.1.summary", "Så här menas det.")
      let read = try await stage.service.supplementToSign(in: id, for: Cast.doctor)
      stage.time.move(days: 1)
      try await stage.service.signSupplement(read.digest, in: id, by: Cast.doctor)
      let sent = try await stage.service.sentStatement(in: id, for: Cast.officer)
      #expect(sent.signed == before)
      let added = try #require(sent.supplements.first?.signed)
      #expect(added.content.additions.map(\.answer) == ["Så här menas det."])
      #expect(sent.supplements.first?.arrivedDay == stage.today)
      // The insured is told the question with its answer.
      let hers = try await stage.service.sentStatement(in: id, for: Cast.insured)
      #expect(hers.supplements.first?.questions.map(\.question) == ["Vad menas?"])
      let found = try await stage.service.verifyStatement(in: id)
      #expect(found.isSound && found.signed.map(\.supplement) == [0, 1])
      #expect(
        try await refusal {
          try await stage.save(id, "supplement.1.summary", "Mer")
        }?.code == .noSupplement)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what was tampered with is seen`(engine: TestEngine) async throws {
    let changes = [
      "UPDATE statement_edit SET saved_ms = saved_ms, previous = hash WHERE number = 2",
      "UPDATE statement_edit SET hash = previous WHERE number = 3",
      "DELETE FROM statement_edit WHERE number = 4",
      "DELETE FROM statement_edit",
    ]
    for change in changes {
      try await withStage(engine) { stage in
        let id = try await stage.signedCase()
        #expect(try await stage.service.verifyStatement(in: id).isSound)
        try await stage.run(change)
        let found = try await stage.service.verifyStatement(in: id)
        #expect(!found.isSound && found.isDraftIntact == false, "\(change)")
      }
    }
    try await withStage(engine) { stage in
      let id = try await stage.signedCase()
      try await stage.run(
        "UPDATE event SET occurred_ms = occurred_ms + 1 WHERE kind = 'statementSent'")
      let found = try await stage.service.verifyStatement(in: id)
      #expect(!found.isSound && !found.isHistoryIntact)
    }
  }

  @Test func `a signature of another key, signer, time or digest is none`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.signedCase()
      let signed = try await stage.service.sentStatement(in: id, for: Cast.officer).signed
      let signer = stage.service.signer
      #expect(signer.vouches(for: signed.signature, of: signed.digest))
      let key = try Keyring(master: [UInt8](repeating: 3, count: Keyring.masterBytes)).statement
      let foreign = try await LocalSigner(key: key).sign(
        digest: signed.digest, by: Cast.doctor, at: signed.signature.at)
      #expect(!signer.vouches(for: foreign, of: signed.digest))
      #expect(!signer.vouches(for: signed.signature, of: String(signed.digest.reversed())))
      var other = signed.signature
      other.person = "p1-annan"
      #expect(!signer.vouches(for: other, of: signed.digest))
      other = signed.signature
      other.at = other.at.adding(minutes: 1)
      #expect(!signer.vouches(for: other, of: signed.digest))
      other = signed.signature
      other.value = "zz"
      #expect(!signer.vouches(for: other, of: signed.digest))
    }
  }

  @Test func `disposal takes the draft and the text with it`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.signedCase()
      try await stage.end(id)
      try await stage.service.dispose(id, reason: "Gallringsbeslut 1")
      #expect(try await stage.count("statement_edit") == 0)
      #expect(
        try await refusal {
          try await stage.service.sentStatement(in: id, for: Cast.officer)
        }?.code == .caseDisposed)
    }
  }

  @Test func `an agency that is reached by messages is not said to have read it`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      try await stage.receive(Stage.orderMessage(id))
      try await stage.accept(id)
      try await stage.perform(
        .appointDoctor(DoctorAppointed(name: "Läkare", person: Cast.doctor.person)), in: id,
        by: Cast.administrator())
      try await stage.perform(
        .confirmComplete(UnderlagCompleted(day: stage.today)), in: id, by: Cast.administrator())
      try await stage.perform(.bookVisit(stage.visit()), in: id, by: Cast.administrator())
      try await stage.examine(id)
      let work = try await stage.service.statementWork(in: id, for: Cast.doctor)
      let needed = work.gaps.map(\.field).filter { $0 != "basis.documents" }
      for key in needed {
        let field = try #require(work.definition.field(key))
        try await stage.save(id, key, Stage.text(field), sitting: key)
      }
      // Documents that came by post are in no list, so there is none to tick.
      let gaps = try await stage.service.statementWork(in: id, for: Cast.doctor).gaps
      #expect(gaps.isEmpty)
      try await stage.sign(id)
      let state = try await stage.service.view(id, for: Cast.doctor).state
      #expect(state.statement?.sentDay == stage.today && state.statement?.arrivedDay == nil)
    }
  }
}
