// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Foundation
import Store
import Synthetic
import Testing

@testable import Service

/// Imports and editions that analysts ask for on pages: who may, what becomes of them, what is kept
/// of them, and that they survive the process that does them.
@Suite struct ImportJobTests {
  private static let analyst = Cast.officer
  private static let colleague = Cast.actor(.fk, .caseOfficer, "fk-2")

  private static func certificate(_ id: String) -> [UInt8] {
    var text = CertificateText.plain
    text.id = id
    return Array(text.xml.utf8)
  }

  private static func broken(_ id: String) -> [UInt8] {
    var text = CertificateText.plain
    text.id = id
    text.answers.removeAll { $0.question == "32" }
    return Array(text.xml.utf8)
  }

  /// Lets people be analysts, as the operator does of those who are known.
  private static func appoint(_ actors: [Actor], _ service: SamsynService) async throws {
    let now = service.clock.now()
    try await service.write { connection in
      try service.add(
        actors.map {
          Analyst(party: $0.party.description, person: $0.person, since: now)
        }, connection)
    }
  }

  /// Sends files as the page does.
  private static func send(
    _ files: [(String, [UInt8])], by actor: Actor = analyst, _ service: SamsynService
  ) async throws -> FollowUpWork {
    let folder = try PrivateFolder(bytes: 1 << 20)
    defer { folder.remove() }
    let kept = try files.map { (name: $0.0, content: try PrivateFile.write($0.1, into: folder)) }
    return try await service.takeImport(kept, by: actor)
  }

  private static func settled(
    _ id: Int, _ service: SamsynService, by actor: Actor = analyst
  ) async throws -> FollowUpWork {
    for _ in 0..<1_000 {
      let work = try await service.work(id, for: actor)
      if !work.state.isOpen { return work }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try await service.work(id, for: actor)
  }

  /// Why something is refused; nil where it is not.
  private static func refusal(_ body: () async throws -> Void) async -> RefusalCode? {
    do { try await body() } catch {
      guard let error = error as? ServiceError, case .refused(let refusal) = error else {
        return nil
      }
      return refusal.code
    }
    return nil
  }

  /// What somebody is told about an import.
  private static func refusals(
    _ id: Int, _ actor: Actor, _ service: SamsynService
  ) async -> [RefusalCode?] {
    let read = await refusal { _ = try await service.work(id, for: actor) }
    let items = await refusal { _ = try await service.importItems(id, for: actor) }
    let ended = await refusal { try await service.cancelWork(id, by: actor) }
    let resumed = await refusal { try await service.resumeWork(id, by: actor) }
    return [read, items, ended, resumed]
  }

  /// What somebody is told who asks for what is no one import's.
  private static func refusals(
    _ actor: Actor, _ service: SamsynService
  ) async -> [RefusalCode?] {
    let journal = await refusal { _ = try await service.importRecords(for: actor) }
    let edition = await refusal { _ = try await service.requestEdition(by: actor) }
    let sent = await refusal { _ = try await send(files, by: actor, service) }
    return [journal, edition, sent]
  }

  private static let files = [
    ("191212121212 Tolvan.xml", certificate("INTYG-A")), ("b.xml", broken("INTYG-B")),
    ("c.xml", certificate("INTYG-A")),
  ]

  @Test(arguments: TestEngine.all)
  func `files are taken in behind the page, and each document is told with its rules`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      let work = try await Self.settled(try await Self.send(Self.files, service).id, service)
      #expect(work.state == .done && work.fault == nil)
      let result = try #require(work.result)
      #expect(result.accepted == 1 && result.rejected == 1 && result.known == 1)
      #expect(work.batch == result.batch)
      let told = try await service.importItems(work.id, for: Self.analyst)
      #expect(told.items.map(\.outcome) == [.accepted, .rejected, .known])
      #expect(told.items.map(\.name) == Self.files.map(\.0))
      #expect(told.items[1].reasons.contains { $0.kind == .rule && !$0.place.isEmpty })
      #expect(told.counts[.rejected] == 1 && told.isSender)
      let some = try await service.importItems(
        work.id, outcome: .rejected, for: Self.analyst
      ).items
      #expect(some.map(\.number) == [2])
      let record = try #require(try await service.importRecords(for: Self.analyst).first)
      #expect(record.party == "fk" && record.ended != nil && record.result?.rejected == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a name that was sent is nobody else's to read, and stands nowhere in plain`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      let other = Cast.coordinator
      try await Self.appoint([Self.analyst, Self.colleague, other], service)
      let id = try await Self.send(Self.files, service).id
      _ = try await Self.settled(id, service)
      let told = try await service.importItems(id, for: Self.colleague)
      #expect(!told.isSender && told.items.count == 3 && told.items.allSatisfy { $0.name.isEmpty })
      // Another organisation's analyst, and whoever is none.
      #expect(await Self.refusals(id, other, service).allSatisfy { $0 == .notFound })
      #expect(try await service.followUpWork(for: other).isEmpty)
      for actor in [Cast.otherCoordinator, Cast.administrator(), Cast.insured] {
        let refused = await Self.refusals(id, actor, service) + Self.refusals(actor, service)
        #expect(refused.count == 7 && refused.allSatisfy { $0 == .analystsOnly })
      }
      let said = try await service.read { connection in
        try [
          "follow_up_job", "follow_up_upload_file", "follow_up_upload_item", "certificate_batch",
          "access_log",
        ].map { table in
          try connection.query("SELECT * FROM \(table)").map { row in
            try row.columnNames.map { "\(try row.value($0))" }.joined(separator: "|")
          }.joined(separator: "\n")
        }.joined()
      }
      for secret in ["19121212", "Tolvan", "INTYG-A"] { #expect(!said.contains(secret)) }
      #expect(said.contains("follow-up:import-result"))
      // The files themselves are gone once they are taken in.
      let blocks = try await service.read { connection in
        try connection.query("SELECT 1 AS one FROM follow_up_upload_block").count
      }
      #expect(blocks == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what a process left is gone on with by the next, and nothing is told twice`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      // Another process takes it, stores the first documents, and is killed.
      service.jobWorker.withLock { $0 = .working }
      let id = try await Self.send(Self.files, service).id
      let now = stage.time.now
      let (keyring, batch) = (stage.keyring, "upload \(id)")
      let lost = try await service.write { connection in
        let job = try FollowUpJobs(connection, keyring).claim(
          holder: "killed", silentSince: now, at: now)
        let source = CertificateKeys(keyring).name(batch)
        let begun = try CertificateStore(connection, keyring).begin(
          source: source, origin: "page", actor: "fk fk-1", at: now)
        return (job?.id, begun.id)
      }
      #expect(lost.0 == id)
      service.jobWorker.withLock { $0 = .idle }
      await service.workOnFollowUp()
      #expect(try await service.work(id, for: Self.analyst).state == .running)
      stage.time.move(minutes: 1)
      await service.workOnFollowUp()
      let work = try await service.work(id, for: Self.analyst)
      #expect(work.state == .done && work.batch == lost.1)
      #expect(try await service.importItems(id, for: Self.analyst).items.count == 3)
      #expect(try await service.certificateStatus().openImports == 0)
      // The one that was thought dead says nothing any more.
      let isHeard = try await service.write { connection in
        try FollowUpJobs(connection, keyring).beat(
          id, holder: "killed", progress: nil, batch: nil, at: now)
      }
      #expect(!isHeard)
    }
  }

  @Test func `what keeps ending its process stops, and goes on when somebody says so`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      service.jobWorker.withLock { $0 = .working }
      let id = try await Self.send(Self.files, service).id
      _ = try await service.write { connection in
        try connection.execute("UPDATE follow_up_job SET attempts = 5 WHERE id = \(id)")
      }
      service.jobWorker.withLock { $0 = .idle }
      await service.workOnFollowUp()
      let stopped = try await service.work(id, for: Self.analyst)
      #expect(stopped.state == .stopped && stopped.fault == "follow-up.attempts")
      try await service.resumeWork(id, by: Self.analyst)
      let done = try await Self.settled(id, service)
      #expect(done.state == .done && done.result?.accepted == 1)
      #expect(
        await Self.refusal { try await service.resumeWork(id, by: Self.analyst) }
          == .importNotStopped)
    }
  }

  @Test func `what is stopped by hand takes nothing more in, and its files are gone`() async throws
  {
    try await withStage(.sqlite) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      service.jobWorker.withLock { $0 = .working }
      let id = try await Self.send(Self.files, service).id
      try await service.cancelWork(id, by: Self.analyst)
      service.jobWorker.withLock { $0 = .idle }
      await service.workOnFollowUp()
      #expect(try await service.work(id, for: Self.analyst).state == .cancelled)
      #expect(try await service.certificateStatus().documents == 0)
      let blocks = try await service.read { connection in
        try connection.query("SELECT 1 AS one FROM follow_up_upload_block").count
      }
      #expect(blocks == 0)
    }
  }

  @Test func `names go after thirty days, and files that nobody goes on with after seven`()
    async throws
  {
    try await withStage(.sqlite) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      let done = try await Self.settled(try await Self.send(Self.files, service).id, service)
      service.jobWorker.withLock { $0 = .working }
      let left = try await Self.send(Self.files, service).id
      _ = try await service.write { connection in
        try connection.execute("UPDATE follow_up_job SET state = 'stopped' WHERE id = \(left)")
      }
      stage.time.move(days: 8)
      try await service.removeStaleImports()
      #expect(try await service.work(left, for: Self.analyst).state == .cancelled)
      #expect(try await service.importItems(done.id, for: Self.analyst).items.count == 3)
      stage.time.move(days: 31)
      try await service.removeStaleImports()
      #expect(try await service.importItems(done.id, for: Self.analyst).items.isEmpty)
      #expect(try await service.work(done.id, for: Self.analyst).result?.accepted == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `nothing more is kept of an upload that was stopped while it was sent`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      let now = service.clock.unmoved()
      let kept = try await service.write { [keyring = service.keyring] connection in
        let jobs = FollowUpJobs(connection, keyring)
        let job = try jobs.begin(.upload, state: .receiving, party: "fk", person: "a", at: now)
        let file = UploadedFile(place: 1, name: "a.xml", bytes: 1)
        let before = try jobs.addFile(file, to: job.id, at: now)
        _ = try jobs.addBlock([1], number: 1, of: 1, to: job.id, at: now)
        _ = try jobs.move(job.id, from: [.receiving], to: .cancelled, at: now)
        let after = try jobs.addBlock([2], number: 2, of: 1, to: job.id, at: now)
        let blocks = try connection.query("SELECT 1 AS one FROM follow_up_upload_block").count
        return (before, after, blocks)
      }
      #expect(kept == (true, false, 0))
    }
  }

  @Test(arguments: TestEngine.all)
  func `an edition is made once however often it is asked for, and says what is new`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let service = stage.service
      try await Self.appoint([Self.analyst], service)
      #expect(
        await Self.refusal { _ = try await service.requestEdition(by: Self.analyst) } == .noEdition)
      let folder = NSTemporaryDirectory() + "samsyn-editions-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      service.keepEditions(in: folder)
      #expect(try await !service.awaitsFirstEdition())
      _ = try await Self.settled(try await Self.send(Self.files, service).id, service)
      #expect(try await service.editionAndNews(for: Self.analyst).newDocuments == 2)
      #expect(try await service.awaitsFirstEdition())
      service.jobWorker.withLock { $0 = .working }
      let first = try await service.requestEdition(by: Self.analyst)
      let second = try await service.requestEdition(by: Self.analyst)
      #expect(first.id == second.id)
      service.jobWorker.withLock { $0 = .idle }
      await service.workOnFollowUp()
      let made = try await service.work(first.id, for: Self.analyst)
      #expect(made.state == .done && made.edition == .init(number: 1, isNew: true))
      let (edition, news) = try await service.editionAndNews(for: Self.analyst)
      #expect(edition?.number == 1 && news == 0)
      let again = try await service.requestEdition(by: Self.analyst)
      await service.workOnFollowUp()
      let same = try await Self.settled(again.id, service)
      #expect(same.edition == .init(number: 1, isNew: false))
    }
  }

  @Test func `only so many imports wait for one person`() async throws {
    try await withStage(.sqlite) { stage in
      try await Self.appoint([Self.analyst], stage.service)
      stage.service.jobWorker.withLock { $0 = .working }
      for _ in 0..<5 { _ = try await Self.send([Self.files[0]], stage.service) }
      let refused = await Self.refusal {
        _ = try await Self.send([Self.files[0]], stage.service)
      }
      #expect(refused == .importsTooMany)
    }
  }

  @Test(
    arguments: [
      ([UInt8](), ImportFileFault.empty), (Array("GIF89a".utf8), .otherKind),
      (Array("a;b;c".utf8), .otherKind), ([0xFF, 0xD8, 0xFF], .otherKind),
      (Array(" \r\n<a/>".utf8), nil), ([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), nil),
      ([0xFF, 0xFE, 0x3C, 0x00], nil), ([0x50, 0x4B, 3, 4], nil),
    ] as [([UInt8], ImportFileFault?)])
  func `a file is told by how it begins`(bytes: [UInt8], fault: ImportFileFault?) throws {
    let folder = try PrivateFolder(bytes: 1 << 10)
    defer { folder.remove() }
    #expect(ImportFileFault(try PrivateFile.write(bytes, into: folder)) == fault)
  }

  @Test func `how much time is left follows from the part that is done`() {
    var progress = FollowUpProgress()
    #expect(progress.part == nil && progress.perSecond == nil && progress.secondsLeft == nil)
    (progress.done, progress.readBytes, progress.totalBytes) = (300, 25, 100)
    progress.seconds = 10
    #expect(progress.part == 0.25 && progress.perSecond == 30 && progress.secondsLeft == 30)
    progress.readBytes = 200
    #expect(progress.part == 1 && progress.secondsLeft == 0)
    progress.totalBytes = nil
    progress.total = 600
    #expect(progress.part == 0.5)
  }
}
