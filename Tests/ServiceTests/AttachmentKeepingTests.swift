// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Testing

@testable import Service

/// How long attachments are kept, what is checked of them, and who is told of their readers.
@Suite struct AttachmentKeepingTests {
  @Test(arguments: TestEngine.all)
  func `what waits goes with the draft that nobody has touched for long`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let sent = try await stage.attach(Stage.pdf("Skickad"), in: id)
      try await stage.begin(with: [sent.file.id], in: id)
      // What was sent waits again in an answer, beside what was never sent.
      for text in ["Skickad", "Aldrig"] {
        try await stage.attach(Stage.pdf(text), to: .answer(thread: 1), in: id)
      }
      let never = try await stage.attach(Stage.pdf("Ny"), in: id)
      let waits = { @Sendable (place: MessagePlace) in
        try await stage.service.attachments(waiting: place, in: id, by: Cast.officer)
      }
      stage.time.move(days: KeepingTime.draftDays)
      try await stage.service.tick()
      #expect(try await waits(.answer(thread: 1)).count == 2)
      // Somebody goes on with the new thread, and another file comes to it.
      try await stage.service.saveDraft(
        FormDraft(fields: ["text": ["Hej"]]), kind: MessagePlace.newThread.draftKind, in: id,
        by: Cast.officer)
      try await stage.attach(Stage.pdf("Mer"), in: id)
      stage.time.move(days: 1)
      try await stage.service.tick()
      #expect(try await waits(.answer(thread: 1)).isEmpty)
      #expect(try await waits(.newThread).count == 2)
      let draft = try await stage.service.draft(
        kind: MessagePlace.newThread.draftKind, in: id, by: Cast.officer)
      #expect(draft == FormDraft(fields: ["text": ["Hej"]]))
      stage.time.move(days: KeepingTime.draftDays)
      try await stage.service.tick()
      #expect(try await waits(.newThread).isEmpty)
      let kept = try await stage.service.read {
        try DocumentStore($0, stage.keyring).list(ConversationHistory.stream(id)).map(\.id)
      }
      #expect(kept == [sent.file.id] && never.file.id != sent.file.id)
      #expect(try await stage.opens(sent.file.id, in: id, Cast.administrator()) != nil)
    }
  }

  @Test func `attachments that are left behind have a draft to go with`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      let kind = MessagePlace.newThread.draftKind
      let left = try await stage.attach(in: id)
      try await stage.service.removeDraft(kind: kind, in: id, by: Cast.officer)
      #expect(
        try await stage.service.draft(kind: kind, in: id, by: Cast.officer) == FormDraft())
      try await stage.service.removeAttachment(
        left.file.id, from: .newThread, in: id, by: Cast.officer)
      try await stage.service.removeDraft(kind: kind, in: id, by: Cast.officer)
      #expect(try await stage.service.draft(kind: kind, in: id, by: Cast.officer) == nil)
    }
  }

  @Test(arguments: [MessagePlace.newThread, .answer(thread: 1), .answer(thread: 412)])
  func `the kind of a draft tells its place`(place: MessagePlace) {
    #expect(MessagePlace(draftKind: place.draftKind) == place)
    for other in ["request", "samtal.", "samtal.x", "samtalet", ""] {
      #expect(MessagePlace(draftKind: other) == nil)
    }
  }

  @Test func `verification finds an attachment that is gone, and one that is damaged`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      var files: [String] = []
      for text in ["Ett", "Två"] {
        files.append(try await stage.attach(Stage.pdf(text), in: id).file.id)
      }
      try await stage.begin(with: files, in: id)
      #expect(try await stage.service.verifyDocuments().isSound)
      let (gone, damaged) = (files[0], files[1])
      try await stage.service.write { connection in
        try connection.execute("DELETE FROM document WHERE id = ?", [.text(gone)])
        try connection.execute(
          "UPDATE document_chunk SET sealed = ? WHERE document = ?",
          [.blob([UInt8](repeating: 1, count: 40)), .text(damaged)])
      }
      let report = try await stage.service.verifyDocuments()
      #expect(report.faultCount == 2)
      #expect(Set(report.faults) == [.missing(id: gone), .contentBroken(id: damaged)])
    }
  }

  @Test(arguments: TestEngine.all)
  func `the insured is told who opened what was attached for her, and of nothing else`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let (performer, administrator) = (Party.performer(Cast.p1), Cast.administrator())
      let hers = try await stage.attach(Stage.pdf("Hennes"), named: "karta.pdf", in: id)
      // Looked at before it was sent, which is the writer's own.
      _ = try await stage.opens(hers.file.id, .newThread, in: id, Cast.officer)
      stage.time.move(minutes: 20)
      try await stage.begin(with: [hers.file.id], in: id, participants: [performer, .insured])
      let theirs = try await stage.attach(Stage.pdf("Deras"), in: id)
      try await stage.begin(with: [theirs.file.id], in: id, participants: [performer])
      // The same bytes to her and, in another thread, to the performer.
      let both = try await stage.attach(Stage.pdf("Bägge"), named: "skiss.pdf", in: id)
      try await stage.begin(with: [both.file.id], in: id, participants: [.insured])
      try await stage.attach(Stage.pdf("Bägge"), in: id)
      try await stage.begin(with: [both.file.id], in: id, participants: [performer])
      for (file, thread) in [(hers, 1), (theirs, 2), (both, 4)] {
        let bytes = try await stage.opens(
          file.file.id, .answer(thread: thread), in: id, administrator)
        #expect(bytes != nil)
      }
      _ = try await stage.opens(both.file.id, .answer(thread: 3), in: id, Cast.insured)
      _ = try await stage.opens(hers.file.id, in: id, Cast.coordinator)

      let told = try await stage.service.ownReaders(of: id, for: Cast.insured)
        .filter { $0.entry.action == "attachment" }
      #expect(
        Set(told.map { "\($0.entry.person) \($0.entry.title ?? "")" }) == [
          "\(Cast.insured.person) skiss.pdf", "\(administrator.person) karta.pdf",
        ])
      let other = Cast.actor(.insured, .insured, Cast.account(Cast.number("191301019236")))
      for actor in [other, Cast.officer, administrator, Cast.coordinator] {
        let code = try await refusal {
          _ = try await stage.service.ownReaders(of: id, for: actor)
        }?.code
        #expect(code == .notFound)
      }
    }
  }
}
