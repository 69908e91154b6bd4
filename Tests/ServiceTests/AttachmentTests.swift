// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

extension Stage {
  @discardableResult
  func attach(
    _ bytes: [UInt8] = Stage.pdf(), named name: String = "karta.pdf",
    to place: MessagePlace = .newThread, in id: CaseNumber, by actor: Actor = Cast.officer
  ) async throws -> MessageAttachment {
    try await service.attach(
      [.success(bytes)], named: name, size: bytes.count, to: place, in: id, by: actor)
  }

  func begin(
    with files: [String], in id: CaseNumber, participants: Set<Party> = [.performer(Cast.p1)]
  ) async throws {
    try await service.converse(
      .openThread(
        ThreadOpening(
          subject: "Karta", participants: participants, text: "Se bilagan",
          attachments: files)), in: id, by: Cast.officer)
  }

  func opens(
    _ file: String, _ place: MessagePlace = .answer(thread: 1), in id: CaseNumber, _ actor: Actor
  ) async throws -> [UInt8]? {
    let code = try await refusal {
      _ = try await service.attachmentText(file, of: place, in: id, for: actor)
    }?.code
    if let code {
      #expect([.noThread, .notFound, .notOnCase, .documentUnknown].contains(code))
      // The picture of a page and the file itself say the same.
      let others = [
        try await refusal {
          _ = try await service.attachmentPage(
            file, page: 1, width: 400, of: place, in: id, for: actor)
        }?.code,
        try await refusal {
          _ = try await service.openAttachment(file, of: place, in: id, for: actor)
        }?.code,
      ]
      #expect(others == [code, code])
      return nil
    }
    var bytes: [UInt8] = []
    let opened = try await service.openAttachment(file, of: place, in: id, for: actor)
    for try await piece in opened.content { bytes += piece }
    return bytes
  }
}

@Suite struct `Attachments of messages` {
  @Test(arguments: TestEngine.all)
  func `the readers of the thread open an attachment, and nobody else`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let bytes = Stage.pdf("Karta", pages: 2)
      let attached = try await stage.attach(bytes, in: id)
      let file = attached.file.id
      #expect(attached.name == "karta.pdf" && attached.file.pages == 2)
      let colleague = Cast.actor(.fk, .caseOfficer, "fk-2")
      let examiner = Cast.actor(.performer(Cast.p1), .examiner(.psychologist), "p1-psy")
      let outside = [
        Cast.coordinator, Cast.otherCoordinator, Cast.administrator(Cast.p2), Cast.insured,
        Cast.actor(.performer(Cast.p2), .examiner(.doctor), "p2-doc"),
        Cast.actor(.insured, .insured, Cast.account(Cast.number("191301019236"))), examiner,
      ]
      // Before it is sent it is the writer's own.
      #expect(try await stage.opens(file, .newThread, in: id, Cast.officer) == bytes)
      for actor in [colleague, Cast.administrator()] + outside {
        #expect(try await stage.opens(file, .newThread, in: id, actor) == nil)
      }
      try await stage.begin(with: [file], in: id)
      for actor in [Cast.officer, colleague, Cast.administrator()] {
        #expect(try await stage.opens(file, in: id, actor) == bytes)
        let message = try await stage.service.thread(1, in: id, for: actor).thread.messages[0]
        #expect(message.attachments == [attached])
      }
      for actor in outside {
        #expect(try await stage.opens(file, in: id, actor) == nil)
        #expect(try await stage.opens(file, .newThread, in: id, actor) == nil)
        let code = try await refusal {
          try await stage.service.openDocument(file, in: id, for: actor)
        }?.code
        #expect(code != nil)
      }

      let log = try await stage.service.readers(of: id, for: Cast.administrator())
      #expect(log.contains { $0.action == "attachment" && $0.document == file && !$0.isRefused })
      #expect(log.contains { $0.person == examiner.person && $0.isRefused })
    }
  }

  @Test(arguments: TestEngine.all)
  func `an attachment is no document of the case`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let attached = try await stage.attach(in: id)
      try await stage.begin(with: [attached.file.id], in: id)
      for actor in [Cast.officer, Cast.administrator()] {
        let list = try await stage.service.documents(in: id, for: actor).map(\.id)
        #expect(!list.contains(attached.file.id))
        let code = try await refusal {
          try await stage.service.openDocument(attached.file.id, in: id, for: actor)
        }?.code
        #expect(code != nil)
      }
      let unsent = try await stage.service.unsentDocuments(in: id, by: Cast.officer)
      #expect(!unsent.contains { $0.id == attached.file.id })
    }
  }

  @Test(arguments: TestEngine.all)
  func `a crash at any statement leaves the message with its attachments, or neither`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let attached = try await stage.attach(in: id)
      var isSent = false
      for statement in 1...80 where !isSent {
        stage.faults.arm(beforeStatement: statement)
        do {
          try await stage.begin(with: [attached.file.id], in: id)
          isSent = true
        } catch {
          let threads = try await stage.service.conversation(id, for: Cast.officer).threads
          #expect(threads.isEmpty)
          let waiting = try await stage.service.attachments(
            waiting: .newThread, in: id, by: Cast.officer)
          #expect(waiting == [attached], "\(statement)")
        }
        stage.faults.disarm()
      }
      #expect(isSent)
      let threads = try await stage.service.conversation(id, for: Cast.officer).threads
      #expect(threads.map { $0.thread.messages[0].attachments } == [[attached]])
      #expect(
        try await stage.service.attachments(waiting: .newThread, in: id, by: Cast.officer)
          .isEmpty)
    }
  }

  @Test func `a broken file is refused and leaves nothing, and the others wait`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let attached = try await stage.attach(in: id)
      for (bytes, code) in [
        (Array("%PDF-1.7 trasig".utf8), RefusalCode.documentBroken),
        ([UInt8](repeating: 0xFE, count: 40), .documentUnreadableText),
        (Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 40), .documentArchive),
      ] {
        let found = try await refusal {
          try await stage.attach(bytes, named: "trasig.pdf", in: id)
        }?.code
        #expect(found == code)
      }
      #expect(try await refusal { try await stage.attach([], in: id) }?.code == .documentEmpty)
      #expect(
        try await stage.service.attachments(waiting: .newThread, in: id, by: Cast.officer)
          == [attached])
      // Who cannot write cannot attach.
      for actor in [Cast.administrator(Cast.p2), Cast.otherCoordinator] {
        #expect(try await refusal { try await stage.attach(in: id, by: actor) } != nil)
      }
      #expect(
        try await refusal {
          try await stage.attach(to: .answer(thread: 1), in: id, by: Cast.coordinator)
        }?.code == .noThread)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is taken away is not sent, and what was sent stays`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let gone = try await stage.attach(in: id).file.id
      try await stage.service.removeAttachment(gone, from: .newThread, in: id, by: Cast.officer)
      #expect(
        try await refusal { try await stage.begin(with: [gone], in: id) }?.code
          == .documentNotAsSent)
      let kept = try await stage.attach(in: id)
      try await stage.begin(with: [kept.file.id], in: id)
      // The same bytes in an answer are the same file, which taking away does not take back.
      let again = try await stage.attach(named: "igen.pdf", to: .answer(thread: 1), in: id)
      #expect(again.file == kept.file && again.name == "igen.pdf")
      try await stage.service.removeAttachment(
        again.file.id, from: .answer(thread: 1), in: id, by: Cast.officer)
      #expect(try await stage.opens(kept.file.id, in: id, Cast.administrator()) != nil)
      // Another's file cannot be sent.
      let hers = try await stage.attach(
        Stage.pdf("Annan"), to: .answer(thread: 1), in: id, by: Cast.administrator())
      let code = try await refusal {
        try await stage.service.converse(
          .sendMessage(thread: 1, text: "Hej", after: nil, attachments: [hers.file.id]), in: id,
          by: Cast.officer)
      }?.code
      #expect(code == .documentNotAsSent)
    }
  }
}
