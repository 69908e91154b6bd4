// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

extension Stage {
  static let secret = "Hemligheten om tolv katter"

  /// A thread that Försäkringskassan has begun.
  @discardableResult
  func begin(
    _ id: CaseNumber, with participants: Set<Party> = [.performer(Cast.p1)],
    _ text: String = secret, by actor: Actor = Cast.officer, key: String? = nil
  ) async throws -> ConversationResult {
    try await service.converse(
      .openThread(
        ThreadOpening(subject: "Ämne \(Self.secret)", participants: participants, text: text)),
      in: id, by: actor, key: key)
  }

  func say(
    _ text: String, in id: CaseNumber, thread: Int = 1, by actor: Actor, key: String? = nil
  ) async throws {
    try await service.converse(
      .sendMessage(thread: thread, text: text, after: nil), in: id, by: actor, key: key)
  }

  func inbox(
    _ actor: Actor, _ filter: ThreadListFilter = .all
  ) async throws -> [ThreadListRow] {
    try await service.inbox(filter, for: actor).rows
  }
}

@Suite struct `Conversation` {
  @Test(arguments: TestEngine.all)
  func `two parties talk, and nobody else has a line of it`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let version = try await stage.service.version(of: id, for: Cast.officer)
      let begun = try await stage.begin(id)
      #expect(begun.thread == 1 && begun.message == 1 && !begun.isRepetition)
      try await stage.say("Svar", in: id, by: Cast.administrator())
      let thread = try await stage.service.thread(1, in: id, for: Cast.officer)
      #expect(thread.thread.messages.map(\.text) == [Stage.secret, "Svar"])
      // A message makes nobody's open form stale.
      #expect(try await stage.service.version(of: id, for: Cast.officer) == version)
      for actor in [
        Cast.coordinator, Cast.otherCoordinator, Cast.administrator(Cast.p2), Cast.insured,
      ] {
        let isParty = actor == Cast.coordinator
        #expect(try await stage.inbox(actor).isEmpty)
        #expect(try await stage.service.unreadThreads(for: actor) == 0)
        #expect(try await stage.service.threadSummary(in: id, for: actor) == (0, 0))
        for command in [
          ConversationCommand.sendMessage(thread: 1, text: "Hej", after: nil),
          .markRead(thread: 1, through: 1), .settleThread(1),
        ] {
          let code = try await refusal {
            try await stage.service.converse(command, in: id, by: actor)
          }?.code
          #expect(code == .noThread || (!isParty && code == .notFound))
        }
        let code = try await refusal {
          try await stage.service.thread(1, in: id, for: actor)
        }?.code
        #expect(code == .noThread || (!isParty && code == .notFound))
        let last = try await stage.service.position()
        #expect(try await stage.service.news(for: actor, after: last - 3).isNew == false)
      }
      let last = try await stage.service.position()
      #expect(try await stage.service.news(for: Cast.officer, after: last - 1).isNew)
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the inbox knows what is unread, to be answered, mine and nobody's`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      let siv = Cast.administrator()
      func count() async throws -> [Int] {
        let counts = try await stage.service.threadCounts(for: siv)
        return [counts.unread, counts.awaiting, counts.mine, counts.unassigned]
      }
      #expect(try await count() == [1, 1, 0, 1])
      #expect(try await stage.inbox(siv, .unread).first?.unread == 1)
      try await stage.service.converse(.markRead(thread: 1, through: 1), in: id, by: siv)
      try await stage.service.converse(
        .assignThread(1, to: Assignee(person: siv.person, name: siv.name)), in: id, by: siv)
      #expect(try await count() == [0, 1, 1, 0])
      #expect(try await stage.inbox(siv, .mine).first?.assignee?.name == siv.name)
      #expect(try await stage.inbox(Cast.officer, .all).first?.assignee == nil)
      try await stage.say("Svar", in: id, by: siv)
      #expect(try await count() == [0, 0, 1, 0])
      #expect(try await stage.inbox(Cast.officer, .awaiting).map(\.id) == [id])
      try await stage.service.converse(.settleThread(1), in: id, by: siv)
      #expect(try await count() == [0, 0, 0, 0])
      #expect(try await stage.inbox(siv).map(\.isSettled) == [true])
    }
  }

  @Test func `an examiner's inbox holds the cases she works on`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.accept(id)
      try await stage.begin(id)
      let doctor = Cast.actor(.performer(Cast.p1), .examiner(.doctor), "d-1")
      let other = Cast.actor(.performer(Cast.p1), .examiner(.doctor), "d-2")
      #expect(try await stage.inbox(other).count == 1)
      let siv = Cast.administrator()
      try await stage.perform(
        .confirmComplete(UnderlagCompleted(day: stage.today)), in: id, by: siv)
      // What the case says of who works on it decides at once.
      try await stage.perform(
        .appointDoctor(DoctorAppointed(name: doctor.name)), in: id, by: siv)
      #expect(try await stage.inbox(doctor).count == 1)
      #expect(try await stage.inbox(other).isEmpty)
      #expect(try await stage.service.unreadThreads(for: other) == 0)
      #expect(try await stage.service.threadSummary(in: id, for: other) == (0, 0))
      #expect(
        try await refusal { try await stage.service.thread(1, in: id, for: other) }?.code
          == .notOnCase)
      try await stage.service.converse(
        .assignThread(1, to: Assignee(person: other.person, name: other.name)), in: id, by: siv)
      #expect(try await stage.inbox(other, .mine).count == 1)
      #expect(try await stage.service.thread(1, in: id, for: other).unread.count == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same message with the same key is sent once`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      let first = try await stage.begin(id, key: "k1")
      let again = try await stage.begin(id, key: "k1")
      #expect(again.isRepetition && again.thread == first.thread && again.id == id)
      try await stage.say("Svar", in: id, by: Cast.administrator(), key: "k1")
      try await stage.say("Svar", in: id, by: Cast.administrator(), key: "k1")
      let thread = try await stage.service.thread(1, in: id, for: Cast.officer)
      #expect(thread.thread.messages.count == 2)
      // A command of the case may have been given with the same key.
      try await stage.service.execute(
        .acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(), key: "k1")
    }
  }

  @Test(arguments: TestEngine.all)
  func `many who write at once are all heard`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...12 {
          group.addTask {
            try await stage.say(
              "Rad \(number)", in: id,
              by: number % 2 == 0 ? Cast.officer : Cast.administrator())
          }
        }
        try await group.waitForAll()
      }
      let thread = try await stage.service.thread(1, in: id, for: Cast.officer)
      #expect(thread.thread.messages.map(\.number) == Array(1...13))
      #expect(Set(thread.thread.messages.map(\.text)).count == 13)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a message that a crash met is sent whole or not at all`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      for statement in 1...30 {
        stage.faults.arm(beforeStatement: statement)
        let before = try? await stage.service.position()
        do throws(ServiceError) {
          try await stage.service.converse(
            .sendMessage(thread: 1, text: "Rad", after: nil), in: id, by: Cast.officer,
            key: "k\(statement)")
        } catch {
          #expect(error == .fault(StoreError.injectedFault.code))
          stage.faults.disarm()
          #expect(try await stage.service.position() == before)
        }
        stage.faults.disarm()
        try await stage.say("Rad", in: id, by: Cast.officer, key: "k\(statement)")
        let thread = try await stage.service.thread(1, in: id, for: Cast.officer)
        #expect(thread.thread.messages.count == statement + 1)
        #expect(try await stage.inbox(Cast.officer).first?.messages == statement + 1)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a rebuild gives the same lines, and a disposed case has none`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let first = try await stage.orderedCase()
      let second = try await stage.orderedCase()
      for id in [first, second] {
        try await stage.begin(id, with: [.region(Cast.regionID), .performer(Cast.p1)])
        try await stage.say("Svar", in: id, by: Cast.coordinator)
        try await stage.service.converse(
          .markRead(thread: 1, through: 2), in: id, by: Cast.administrator())
      }
      let before = try await stage.service.listsDigest()
      #expect(try await stage.service.rebuild() == 2)
      #expect(try await stage.service.listsDigest() == before)
      try await stage.service.write { [keyring = stage.keyring] connection in
        try CaseRows(connection, keyring).strip(
          first.description, status: Status.ended.rawValue)
        try StreamKeys(connection, keyring).dispose(
          first.description, at: Instant(milliseconds: 0))
      }
      #expect(try await stage.inbox(Cast.coordinator).map(\.id) == [second])
      let disposed = try await stage.service.listsDigest()
      try await stage.service.rebuild()
      #expect(try await stage.service.listsDigest() == disposed)
      await #expect(throws: ServiceError.self) {
        try await stage.service.thread(1, in: first, for: Cast.officer)
      }
      #expect(try await stage.service.verify().isSound)
    }
  }

  @Test func `every reading of threads is logged, also in vain`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      let before = try await stage.count("access_log")
      _ = try await stage.service.conversation(id, for: Cast.officer)
      _ = try await stage.service.thread(1, in: id, for: Cast.officer)
      _ = try await stage.inbox(Cast.officer)
      _ = try await refusal {
        try await stage.service.thread(1, in: id, for: Cast.administrator(Cast.p2))
      }
      #expect(try await stage.count("access_log") == before + 4)
    }
  }

  @Test func `what is written stands nowhere in the clear`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      try await stage.service.converse(
        .markRead(thread: 1, through: 1), in: id, by: Cast.administrator())
      guard case .sqlite(let path) = stage.address else { return }
      for suffix in ["", "-wal"] {
        let bytes = (try? Data(contentsOf: URL(fileURLWithPath: path + suffix))) ?? Data()
        #expect(bytes.range(of: Data("tolv katter".utf8)) == nil)
      }
    }
  }

  @Test func `only a colleague can be given a thread`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.begin(id)
      #expect(
        try await refusal {
          try await stage.service.assign(
            thread: 1, to: "fk-1", in: id, by: Cast.administrator())
        } == Refusal(.notColleague, field: "person"))
    }
  }
}
