// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// Writing a statement together, and nobody else seeing that it is written.
@Suite struct StatementWritingTests {
  /// Everybody who must get nothing of a draft, and what each is told.
  private static let others: [(Actor, RefusalCode)] = [
    (Cast.officer, .notFound), (Cast.insured, .notFound), (Cast.coordinator, .notFound),
    (Cast.otherCoordinator, .notFound), (Cast.administrator(Cast.p2), .notFound),
    (Cast.actor(.performer(Cast.p2), .examiner(.doctor), "p1-lakare"), .notFound),
    (Cast.administrator(), .statementWritersOnly), (Cast.colleague, .statementWritersOnly),
    (Cast.actor(.performer(Cast.p1), .performerAdministrator, "p1-lakare"), .statementWritersOnly),
  ]

  @Test(arguments: TestEngine.all)
  func `what is saved is there for the others who write, also after a restart`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      let first = try await stage.save(id, "summary.text", "Halv men", sitting: "a")
      #expect(first.fields["summary.text"]?.revision == 1 && first.conflicts.isEmpty)
      stage.time.move(minutes: 1)
      try await stage.save(
        id, "psychologist.interview", "Rad ett\r\nrad två", by: Cast.psychologist)
      try await stage.save(id, "summary.text", "Halv mening, hel", base: 1, sitting: "a")
      // Nothing new is no saving.
      try await stage.save(id, "summary.text", "Halv mening, hel", base: 3, sitting: "a")
      let other = try await stage.opened()
      let work = try await other.statementWork(in: id, for: Cast.psychologist)
      await other.close()
      #expect(work.draft.revision == 3)
      #expect(work.draft.field("summary.text").text == "Halv mening, hel")
      #expect(work.draft.field("summary.text").history.map(\.text).first == "Halv men")
      #expect(work.draft.field("psychologist.interview").text == "Rad ett\nrad två")
      #expect(
        work.draft.field("psychologist.interview").current?.writer.profession == .psychologist)
      #expect(work.sections.map(\.id).contains("psychologist"))
      #expect(!work.sections.map(\.id).contains("physiotherapist"))
    }
  }

  @Test func `a saving has one text for each field`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.examinedCase()
      let many = (0..<2).map { FieldSaving(key: "summary.text", text: "nr \($0)", base: 0) }
      #expect(
        try await refusal {
          try await stage.service.saveStatement(many, sitting: "s", in: id, by: Cast.doctor)
        }?.field == "summary.text")
    }
  }

  @Test func `those who do not write are not told of a draft by the log of reads`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.examinedCase()
      for turn in 0..<30 {
        try await stage.save(id, "summary.text", "Mening \(turn)", base: turn)
        _ = try await stage.service.statementWork(in: id, for: Cast.doctor)
      }
      func drafts(_ actor: Actor) async throws -> Int {
        try await stage.service.readers(of: id, for: actor)
          .filter { $0.action == SamsynService.draftAction && !$0.isRefused }.count
      }
      // To write for a while is one read.
      #expect(try await drafts(Cast.doctor) == 1)
      #expect(try await drafts(Cast.psychologist) == 1)
      #expect(try await drafts(Cast.administrator()) == 0)
      #expect(try await drafts(Cast.colleague) == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `two who write at once lose nothing, and both are told`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      try await stage.fill(id)
      let base = try await stage.service.statementWork(in: id, for: Cast.doctor)
        .draft.field("summary.text").revision
      let mine = try await stage.save(id, "summary.text", "min", base: base, sitting: "a")
      let yours = try await stage.save(id, "summary.text", "din", base: base, sitting: "b")
      #expect(mine.conflicts == [] && yours.conflicts == ["summary.text"])
      let field = try #require(yours.fields["summary.text"])
      #expect(field.text == "min" && field.competing.map(\.text) == ["din"])
      #expect(
        try await refusal { try await stage.sign(id) }?.code == .statementIncomplete)
      try await stage.save(
        id, "summary.text", "min och din", base: field.revision,
        settles: field.competing.map(\.number), sitting: "a")
      try await stage.sign(id)
    }
  }

  @Test(arguments: TestEngine.all)
  func `savings that really come at once are all kept, in one unbroken row`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask {
            for turn in 0..<6 {
              try await stage.save(
                id, "summary.text", "skribent \(writer) gång \(turn)", sitting: "s\(writer)")
            }
          }
        }
        try await group.waitForAll()
      }
      let draft = try await stage.service.statementWork(in: id, for: Cast.doctor).draft
      let field = draft.field("summary.text")
      #expect(field.history.count == 24 && draft.revision == 24)
      let last = Set([field.text] + field.competing.map(\.text))
      #expect(last == Set((0..<4).map { "skribent \($0) gång 5" }))
    }
  }

  @Test func `nobody else sees a byte of a draft, before it is sent or after`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.examinedCase()
      try await stage.fill(id)
      for isSent in [false, true] {
        if isSent { try await stage.sign(id) }
        for (actor, code) in Self.others {
          let attempts: [() async throws -> Void] = [
            { _ = try await stage.service.statementWork(in: id, for: actor) },
            { _ = try await stage.service.statementToSign(in: id, for: actor) },
            { _ = try await stage.service.supplementToSign(in: id, for: actor) },
            { try await stage.save(id, "summary.text", "intrång", by: actor) },
            { try await stage.sign(id, by: actor) },
            { try await stage.service.signSupplement("x", in: id, by: actor) },
          ]
          for attempt in attempts {
            #expect(try await refusal(attempt)?.code == code, "\(actor.person)")
          }
          guard !isSent else { continue }
          let view = try? await stage.service.view(id, for: actor)
          let events = try (view?.events ?? []).map {
            String(decoding: try JSONEncoder().encode($0.event), as: UTF8.self)
          }
          #expect(!events.joined().contains("Hemligt"))
        }
      }
      // The attempts stand in the log, with nothing shown.
      let reads = try await stage.service.readers(of: id, for: Cast.officer)
      #expect(reads.contains { $0.action == "statement-draft" && $0.isRefused })
    }
  }

  @Test func `no row of the database holds a word of it in the clear`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.examinedCase()
      try await stage.save(id, "summary.text", "Ordkontroll")
      guard case .sqlite(let path) = stage.address else { return }
      for ending in ["", "-wal"] {
        let data = FileManager.default.contents(atPath: path + ending) ?? Data()
        #expect(data.range(of: Data("Ordkontroll".utf8)) == nil)
      }
    }
  }

  @Test func `a section of others, an unknown field and an impossible text are refused whole`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let id = try await stage.examinedCase()
      let long = String(repeating: "a", count: StatementLimit.textLength + 1)
      let wrong: [(Actor, String, String, RefusalCode)] = [
        (Cast.psychologist, "summary.text", "x", .sectionOfOthers),
        (Cast.doctor, "summary.nothing", "x", .statementFieldUnknown),
        (Cast.doctor, "supplement.1.all", "x", .noSupplement),
        (Cast.doctor, "summary.text", long, .tooLong),
        (Cast.doctor, "summary.text", "a\u{7}", .controlCharacter),
      ]
      for (actor, key, text, code) in wrong {
        let found = try await refusal { try await stage.save(id, key, text, by: actor) }
        #expect(found?.code == code && found?.field == key)
      }
      #expect(
        try await stage.service.statementWork(in: id, for: Cast.doctor).draft.revision == 0)
    }
  }

  @Test func `a performer that lost the assignment takes its draft with it`() async throws {
    try await withStage(.sqlite) { stage in
      let (id, _) = try await stage.documentCase()
      try await stage.save(id, "summary.text", "Hemligt")
      try await stage.perform(
        .withdrawAllocation(reason: "Sjukdom"), in: id, by: Cast.coordinator)
      #expect(
        try await refusal {
          try await stage.service.statementWork(in: id, for: Cast.doctor)
        }?.code == .notFound)
      try await stage.allocate(id, to: Cast.p2)
      try await stage.order(id, to: Cast.p2)
      try await stage.accept(id, by: Cast.p2)
      let doctor = Cast.actor(.performer(Cast.p2), .examiner(.doctor), "p2-lakare")
      try await stage.perform(
        .appointDoctor(DoctorAppointed(name: "Ny", person: doctor.person)), in: id,
        by: Cast.administrator(Cast.p2))
      let work = try await stage.service.statementWork(in: id, for: doctor)
      #expect(work.draft.revision == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a crash at any step of a saving leaves the draft as it was`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      var crashes = 0
      for statement in 1...20 {
        let before = try await stage.service.statementWork(in: id, for: Cast.doctor).draft
        let saving = FieldSaving(
          key: "summary.text", text: "rad \(statement)", base: before.revision)
        stage.faults.arm(beforeStatement: statement)
        do throws(ServiceError) {
          _ = try await stage.service.saveStatement([saving], sitting: "a", in: id, by: Cast.doctor)
        } catch {
          #expect(error == .fault(StoreError.injectedFault.code))
          crashes += 1
          stage.faults.disarm()
          let work = try await stage.service.statementWork(in: id, for: Cast.doctor)
          #expect(work.draft.revision == before.revision)
          #expect(work.draft.field("summary.text").text == before.field("summary.text").text)
        }
        stage.faults.disarm()
        _ = try await stage.service.saveStatement([saving], sitting: "a", in: id, by: Cast.doctor)
        let after = try await stage.service.statementWork(in: id, for: Cast.doctor).draft
        #expect(after.field("summary.text").text == saving.text)
        #expect(after.revision == before.revision + 1)
      }
      #expect(crashes > 3)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a crash at any step of signing signs nothing, and the draft can still be signed`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.examinedCase()
      try await stage.fill(id)
      let digest = try await stage.service.statementToSign(in: id, for: Cast.doctor).digest
      var (crashes, isSigned) = (0, false)
      while !isSigned && crashes < 200 {
        stage.faults.arm(beforeStatement: crashes + 1)
        do throws(ServiceError) {
          _ = try await stage.service.signStatement(digest, in: id, by: Cast.doctor)
          isSigned = true
        } catch {
          #expect(error == .fault(StoreError.injectedFault.code))
          crashes += 1
        }
        stage.faults.disarm()
        if isSigned { continue }
        let again = try await stage.service.statementToSign(in: id, for: Cast.doctor)
        #expect(again.digest == digest && again.work.view.state.statement == nil)
      }
      #expect(isSigned && crashes > 3, "\(crashes)")
      #expect(try await stage.service.verifyStatement(in: id).isSound)
      let sent = try await stage.service.sentStatement(in: id, for: Cast.officer)
      #expect(sent.signed.digest == digest)
    }
  }
}
