// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// Documents for follow-up: what is counted comes back the same whatever the order, and nothing
/// but a pseudonym stands in plain.
@Suite struct CertificateStoreTests {
  private static func key(_ number: UInt64) -> FactKey {
    FactKey(high: number &* 0x9E37_79B9_7F4A_7C15, low: number)
  }

  private static func time(_ second: Int) -> CertificateTime? {
    CertificateTime("2024-03-04T09:30:0\(second)")
  }

  /// A certificate; `sent` tells its versions apart.
  private static func certificate(
    _ number: UInt64, person: UInt64, id: UInt64, sent: Int? = nil, diagnosis: String = "M545",
    relations: [CertificateFact.Relation] = []
  ) -> NewCertificateRow {
    var fact = CertificateFact(key: key(id), kind: .lisjp)
    fact.diagnoses = [diagnosis]
    fact.relations = relations
    return row(
      number, .certificate, person: person, certificate: id, fact: fact.line,
      sent: sent.flatMap(time))
  }

  private static func row(
    _ number: UInt64, _ kind: CertificateRowKind, person: UInt64?, certificate: UInt64,
    fact: String?, sent: CertificateTime? = nil, verdict: CertificateVerdict = .accepted,
    reasons: [CertificateReason] = []
  ) -> NewCertificateRow {
    NewCertificateRow(
      digest: key(number),
      judgement: CertificateJudgement(
        kind: kind, type: kind == .certificate ? "LISJP" : nil, verdict: verdict, refusal: nil,
        reasons: reasons),
      subject: person.map {
        CertificateSubject(
          person: key($0), sex: $0 % 2 == 0 ? .man : .kvinna, birthMonth: Day(number: 3_000))
      }, certificate: key(certificate), unit: "SE1", day: Day(number: 19_000 + Int(number)),
      sent: sent, fact: fact, original: Array("hemligt \(number)".utf8), place: Int(number),
      name: key(9_000 + number))
  }

  private static func message(_ number: UInt64, person: UInt64, about: UInt64) -> NewCertificateRow
  {
    let fact = MessageFact(
      key: key(number + 500), direction: .toCare, subject: .supplement, certificate: key(about))
    return row(number, .toCare, person: person, certificate: about, fact: fact.line)
  }

  private func add(
    _ rows: [NewCertificateRow], _ database: Database, _ keyring: Keyring
  ) async throws -> Set<FactKey> {
    try await database.write { connection in
      let store = CertificateStore(connection, keyring)
      let batch = try store.begin(
        source: Self.key(1), origin: "command", actor: "operator", at: Sample.now)
      let added = try store.add(rows, batch: batch.id, at: Sample.now)
      try store.reach(batch.id, file: nil, place: rows.count)
      return added
    }
  }

  private func walk(
    _ database: Database, _ keyring: Keyring
  ) async throws -> (persons: [PersonFacts], versions: FactVersions) {
    try await database.read { connection in
      var persons: [PersonFacts] = []
      let versions = try CertificateStore(connection, keyring).persons { persons.append($0) }
      return (persons, versions)
    }
  }

  @Test(arguments: TestEngine.all)
  func `persons come in one order with all that is counted, whatever order it came in`(
    engine: TestEngine
  ) async throws {
    var rows = (1...130).map { number in
      Self.certificate(number, person: 1000 + number % 17, id: 2000 + number)
    }
    rows += (200...230).map { Self.message($0, person: 1000 + $0 % 17, about: 2000) }
    var seen: [[PersonFacts]] = []
    for seed in 0..<3 {
      try await withDatabase(engine) { database, keyring in
        var numbers = SeededNumbers(UInt64(seed))
        let shuffled = rows.shuffled(using: &numbers)
        for start in stride(from: 0, to: shuffled.count, by: 59) {
          let part = Array(shuffled[start..<min(start + 59, shuffled.count)])
          #expect(try await add(part, database, keyring).count == part.count)
        }
        #expect(try await add(shuffled, database, keyring).isEmpty)
        let persons = try await walk(database, keyring).persons
        #expect(persons.map(\.person) == persons.map(\.person).sorted())
        seen.append(persons)
        #expect(try await database.count("certificate_document") == rows.count)
        #expect(try await database.count("certificate_person") == 17)
        let last = try await database.read { try CertificateStore($0, keyring).last() }
        #expect(last == rows.count)
      }
    }
    #expect(seen[0].count == 17 && seen[0] == seen[1] && seen[0] == seen[2])
    #expect(seen[0].reduce(0) { $0 + $1.certificates.count } == 130)
    #expect(seen[0].reduce(0) { $0 + $1.messages.count } == 31)
    #expect(seen[0].allSatisfy { $0.sex != nil && $0.birthMonth == Day(number: 3_000) })
  }

  @Test(arguments: TestEngine.all)
  func `of versions the one that was sent last counts, with every relation of the same content`(
    engine: TestEngine
  ) async throws {
    let relation = CertificateFact.Relation(.extends, Self.key(77))
    let rows = [
      Self.certificate(5, person: 1, id: 10, sent: 1, relations: [relation]),
      Self.certificate(3, person: 1, id: 10, sent: 2),
      Self.certificate(4, person: 1, id: 10, diagnosis: "F438"),
      Self.certificate(9, person: 2, id: 10, sent: 9, diagnosis: "F329"),
    ]
    for order in [rows, rows.reversed()] {
      try await withDatabase(engine) { database, keyring in
        for row in order { _ = try await add([row], database, keyring) }
        let (persons, versions) = try await walk(database, keyring)
        let first = try #require(persons.first { $0.person == Self.key(1) })
        #expect(first.certificates.map(\.diagnoses) == [["M545"]])
        #expect(first.certificates.map(\.relations) == [[relation]])
        #expect(versions.sentAgain == 1 && versions.otherContent == 1)
        // The same identity with another person is another certificate.
        #expect(persons.count == 2)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a message waits until its certificate has come`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      let waiting = { @Sendable () async throws -> [CertificateRowKind: Int] in
        try await database.read { try CertificateStore($0, keyring).waiting() }
      }
      _ = try await add([Self.message(1, person: 1, about: 10)], database, keyring)
      #expect(try await waiting() == [.toCare: 1])
      // Neither one that is rejected nor another person's is the one.
      _ = try await add(
        [
          Self.certificate(2, person: 2, id: 10),
          Self.row(
            3, .certificate, person: 1, certificate: 10, fact: nil, verdict: .rejected,
            reasons: [CertificateReason(.rule, "L13", at: "svar 32")]),
        ], database, keyring)
      #expect(try await waiting() == [.toCare: 1])
      _ = try await add([Self.certificate(4, person: 1, id: 10)], database, keyring)
      #expect(try await waiting().isEmpty)
      let tallies = try await database.read { try CertificateStore($0, keyring).tallies() }
      #expect(tallies.reduce(0) { $0 + $1.documents } == 4)
      let rejected = tallies.filter { $0.judgement.verdict == .rejected }
      let reason = CertificateReason(.rule, "L13", at: "svar 32")
      #expect(rejected.map(\.judgement.reasons) == [[reason]])
    }
  }

  @Test(arguments: TestEngine.all)
  func `originals open for their person only, and not under another master key`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      _ = try await add(
        [Self.certificate(1, person: 1, id: 10), Self.certificate(2, person: 2, id: 11)],
        database, keyring)
      let originals = try await database.read {
        try CertificateStore($0, keyring).originals(of: Self.key(1))
      }
      #expect(originals.map(\.bytes) == [Array("hemligt 1".utf8)])
      for row in try await database.rows("SELECT sealed FROM certificate_original") {
        let sealed = try row.blob("sealed")
        #expect(!String(decoding: sealed, as: UTF8.self).contains("hemligt"))
      }
      let other = try Keyring(master: [UInt8](repeating: 8, count: Keyring.masterBytes))
      let error = await storeError {
        try await add([Self.certificate(3, person: 1, id: 12)], database, other)
      }
      #expect(error == .keyForeign)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a group that is broken off at any statement leaves nothing behind`(
    engine: TestEngine
  ) async throws {
    let faults = FaultPlan()
    try await withDatabase(engine, faults: faults) { database, keyring in
      let rows = (1...45).map { Self.certificate($0, person: $0 % 7, id: $0) }
      var statement = 0
      while true {
        statement += 1
        faults.arm(beforeStatement: statement)
        let error = await storeError { try await add(rows, database, keyring) }
        faults.disarm()
        if error == nil { break }
        for table in ["document", "original", "person", "batch"] {
          #expect(try await database.count("certificate_\(table)") == 0)
        }
      }
      let persons = try await walk(database, keyring).persons
      #expect(statement > 10 && persons.count == 7)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an import that was broken off goes on, and one that ended begins anew`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      func begin() async throws -> CertificateBatch {
        try await database.write { connection in
          try CertificateStore(connection, keyring).begin(
            source: Self.key(1), origin: "command", actor: "operator", at: Sample.now)
        }
      }
      let first = try await begin()
      _ = try await add([Self.certificate(1, person: 1, id: 10)], database, keyring)
      let again = try await begin()
      #expect(again.id == first.id && again.reached == 1)
      try await database.write {
        try CertificateStore($0, keyring).end(first.id, place: 1, at: Sample.now)
      }
      let next = try await begin()
      #expect(next.id != first.id && next.reached == 0)
    }
  }
}
