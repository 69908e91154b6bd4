// SPDX-License-Identifier: Apache-2.0
import Domain

/// Documents about certificates for follow-up: what is counted of them in plain, by pseudonyms,
/// and the originals sealed. Each call is meant as one transaction.
public struct CertificateStore {
  let connection: any Connection
  let keyring: Keyring

  /// The documents inside a transaction.
  public init(_ connection: any Connection, _ keyring: Keyring) {
    self.connection = connection
    self.keyring = keyring
  }

  /// Rows written or looked up in one statement. A fixed number, so that statements are few.
  static let rowsAtOnce = 40

  private static let keyMark = "certificates.key"

  /// Throws `keyForeign` where the documents were stored under another master key: the same
  /// person would otherwise become another.
  public func checkMaster() throws(StoreError) {
    let mark = keyring.factKey(kind: "installation", "").hexadecimal
    let meta = Meta(connection)
    guard let known = try meta.value(Self.keyMark) else {
      return try meta.set(Self.keyMark, mark)
    }
    guard known == mark else { throw .keyForeign }
  }

  /// Which of the documents are stored already, and how they were judged.
  public func known(
    _ digests: [FactKey]
  ) throws(StoreError) -> [FactKey: KnownCertificateRow] {
    var known: [FactKey: KnownCertificateRow] = [:]
    try connection.preferIndexes()
    try inGroups(digests) { (places, values) throws(StoreError) in
      let rows = try connection.query(
        """
        SELECT digest, kind, type, verdict, refusal, reasons, batch, name
        FROM certificate_document WHERE digest IN (\(places))
        """, values)
      for row in rows {
        known[try row.factKey("digest")] = KnownCertificateRow(
          judgement: try Self.judgement(row), batch: try row.int("batch"),
          name: try row.factKey("name"))
      }
    }
    return known
  }

  static func judgement(_ row: SQLRow) throws(StoreError) -> CertificateJudgement {
    guard let kind = CertificateRowKind(rawValue: try row.text("kind")),
      let verdict = CertificateVerdict(rawValue: try row.text("verdict"))
    else { throw .damaged("certificate document") }
    return CertificateJudgement(
      kind: kind, type: try row.optionalText("type"), verdict: verdict,
      refusal: try row.optionalText("refusal"),
      reasons: CertificateReason.list(try row.text("reasons")))
  }

  /// Stores documents, of which those that are stored already are passed over. Those who store at
  /// the same time follow each other, so that positions are given in the order of commits.
  /// Returns the digests of the new ones.
  ///
  /// - Throws: `sealBroken` or what the engine says; then nothing is stored.
  public func add(
    _ rows: [NewCertificateRow], batch: Int, at now: Instant
  ) throws(StoreError) -> Set<FactKey> {
    // Whoever comes second waits here until the first is done.
    try Meta(connection).set("certificates.written", "\(now.milliseconds)")
    let known = try known(rows.map(\.digest))
    var fresh: [NewCertificateRow] = []
    var digests: Set<FactKey> = []
    for row in rows where known[row.digest] == nil && digests.insert(row.digest).inserted {
      fresh.append(row)
    }
    let keys = try self.keys(fresh.compactMap(\.subject), at: now)
    var position = try last()
    var documents: [[SQLValue]] = []
    var originals: [[SQLValue]] = []
    for row in fresh {
      position += 1
      documents.append(Self.values(row, position, batch))
      if let person = row.subject?.person, let key = keys[person] {
        let sealed = try key.seal(
          row.original, purpose: Self.purpose, context: [row.digest.hexadecimal])
        originals.append([.int(position), .blob(sealed)])
      }
    }
    try insert(
      """
      certificate_document (position, digest, kind, type, person, certificate, unit, day, sent,
        verdict, refusal, reasons, fact, batch, place, name)
      """, documents)
    try insert("certificate_original (position, sealed)", originals)
    return digests
  }

  /// For certificates among some documents whose identity another document of the same person had
  /// before them: the first of those. Rejected ones count on neither side.
  public func earlier(
    _ digests: [FactKey]
  ) throws(StoreError) -> [FactKey: EarlierCertificate] {
    var earlier: [FactKey: EarlierCertificate] = [:]
    try inGroups(digests) { (places, values) throws(StoreError) in
      let rows = try connection.query(
        """
        SELECT d.digest AS digest, d.fact AS fact, e.batch AS batch, e.place AS place,
          e.fact AS other
        FROM certificate_document d
        JOIN certificate_document e ON e.person = d.person AND e.certificate = d.certificate
          AND e.kind = 'certificate' AND e.position < d.position
        WHERE d.digest IN (\(places)) AND d.kind = 'certificate'
          AND d.fact IS NOT NULL AND e.fact IS NOT NULL
        ORDER BY e.position
        """, values)
      for row in rows {
        let digest = try row.factKey("digest")
        guard earlier[digest] == nil else { continue }
        let facts = try ["fact", "other"].map { name throws(StoreError) in
          CertificateFact(line: try row.text(name))
        }
        earlier[digest] = EarlierCertificate(
          batch: try row.int("batch"), place: try row.int("place"),
          isSameContent: facts[0]?.signedContent == facts[1]?.signedContent)
      }
    }
    return earlier
  }

  static let purpose = "certificate"

  private static func values(
    _ row: NewCertificateRow, _ position: Int, _ batch: Int
  ) -> [SQLValue] {
    let judgement = row.judgement
    return [
      .int(position), .key(row.digest), .text(judgement.kind.rawValue),
      .optional(judgement.type), .key(row.subject?.person), .key(row.certificate),
      .optional(row.unit), .day(row.day), seconds(row.sent),
      .text(judgement.verdict.rawValue), .optional(judgement.refusal),
      .text(CertificateReason.text(judgement.reasons)), .optional(row.fact), .int(batch),
      .int(row.place), .key(row.name),
    ]
  }

  private static func seconds(_ time: CertificateTime?) -> SQLValue {
    time.map { .int($0.day.number * 86_400 + $0.time.secondOfDay) } ?? .null
  }

  /// The position of the document that was stored last; 0 where there is none.
  public func last() throws(StoreError) -> Int {
    try connection.first(
      "SELECT COALESCE(MAX(position), 0) AS last FROM certificate_document")?.int("last") ?? 0
  }

  /// The keys of some persons; those who have none get one now.
  private func keys(
    _ subjects: [CertificateSubject], at now: Instant
  ) throws(StoreError) -> [FactKey: CaseKey] {
    var wanted: [FactKey: CertificateSubject] = [:]
    for subject in subjects { wanted[subject.person] = subject }
    // In one order, so that those who write at the same time do not wait for each other in turn.
    let persons = wanted.keys.sorted()
    var keys = try storedKeys(persons)
    var rows: [[SQLValue]] = []
    for person in persons where keys[person] == nil {
      let key = CaseKey()
      keys[person] = key
      rows.append([
        .key(person), .blob(try keyring.wrap(key, stream: Self.stream(person))),
        .optional(wanted[person]?.sex?.rawValue), .day(wanted[person]?.birthMonth),
        .instant(now),
      ])
    }
    try insert("certificate_person (person, wrapped, sex, birth_month, created_ms)", rows)
    return keys
  }

  static func stream(_ person: FactKey) -> String { "certificates/" + person.hexadecimal }

  func storedKeys(_ persons: [FactKey]) throws(StoreError) -> [FactKey: CaseKey] {
    var keys: [FactKey: CaseKey] = [:]
    try inGroups(persons) { (places, values) throws(StoreError) in
      let rows = try connection.query(
        "SELECT person, wrapped FROM certificate_person WHERE person IN (\(places))", values)
      for row in rows {
        let person = try row.factKey("person")
        keys[person] = try keyring.unwrap(
          try row.blob("wrapped"), stream: Self.stream(person))
      }
    }
    return keys
  }

  /// Asks about some keys at a time, always as many: the last group is filled up.
  private func inGroups(
    _ keys: [FactKey], _ ask: (String, [SQLValue]) throws(StoreError) -> Void
  ) throws(StoreError) {
    let places = Placeholders.list(Self.rowsAtOnce)
    for start in stride(from: 0, to: keys.count, by: Self.rowsAtOnce) {
      var values = keys[start..<min(start + Self.rowsAtOnce, keys.count)].map(SQLValue.key)
      while values.count < Self.rowsAtOnce { values.append(values[0]) }
      try ask(places, values)
    }
  }

  /// Inserts many rows in each statement, and the last ones one by one.
  private func insert(_ head: String, _ rows: [[SQLValue]]) throws(StoreError) {
    guard let columns = rows.first?.count else { return }
    let many =
      "INSERT INTO \(head) VALUES "
      + Placeholders.rows(Self.rowsAtOnce, columns: columns)
    let one = "INSERT INTO \(head) VALUES " + Placeholders.rows(1, columns: columns)
    for rows in alike(rows) {
      var start = 0
      while rows.count - start >= Self.rowsAtOnce {
        try connection.send(many, Array(rows[start..<(start + Self.rowsAtOnce)].joined()))
        start += Self.rowsAtOnce
      }
      for row in rows[start...] { try connection.send(one, row) }
    }
  }

  /// The rows by which of their columns are empty. A server plans a statement anew for arguments
  /// of other types, and nothing has no type.
  private func alike(_ rows: [[SQLValue]]) -> [[[SQLValue]]] {
    guard connection.engine == .postgres else { return [rows] }
    let groups = Dictionary(grouping: rows) { row in
      row.indices.reduce(0) { row[$1] == .null ? $0 | 1 << $1 : $0 }
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
