// SPDX-License-Identifier: Apache-2.0
import Domain

/// How many documents were judged in one way.
public struct CertificateTally: Hashable, Sendable {
  public let judgement: CertificateJudgement
  public let documents: Int
}

/// A document as the operator who has to find a person again needs it.
public struct CertificateOriginal: Sendable {
  public let digest: FactKey
  public let kind: CertificateRowKind
  public let bytes: [UInt8]
}

extension CertificateStore {
  /// Rows that are fetched at a time while persons are walked.
  private static let walkRows = 5_000

  /// Gives everything that is counted, person by person in the order of their pseudonyms. The
  /// order in which documents were taken in changes nothing. Blocks, and holds one person and
  /// some thousand rows. Returns what was passed over.
  ///
  /// - Parameter position: only persons of whom a document after it tells.
  @discardableResult
  public func persons(
    after position: Int = 0, _ body: (PersonFacts) throws -> Void
  ) throws -> FactVersions {
    try connection.liftStatementTimeout()
    try connection.preferIndexes()
    var last: (person: [UInt8], digest: [UInt8]) = ([], [])
    var current: PersonReading?
    var versions = FactVersions()
    let changed: (sql: String, values: [SQLValue]) =
      position == 0
      ? ("", [])
      : (
        "AND d.person IN (SELECT n.person FROM certificate_document n WHERE n.position > ?)",
        [.int(position)]
      )
    while true {
      let rows = try connection.query(
        """
        SELECT d.person, d.digest, d.kind, d.sent, d.fact, p.sex, p.birth_month
        FROM certificate_document d JOIN certificate_person p ON p.person = d.person
        WHERE (d.person, d.digest) > (?, ?) AND d.fact IS NOT NULL \(changed.sql)
        ORDER BY d.person, d.digest LIMIT ?
        """,
        [.blob(last.person), .blob(last.digest)] + changed.values + [.int(Self.walkRows)])
      for row in rows {
        let person = try row.factKey("person")
        if current?.person != person {
          if let current { try body(current.facts(&versions)) }
          current = PersonReading(
            person: person, sex: try row.optionalText("sex").flatMap { Sex(rawValue: $0) },
            birthMonth: try row.optionalDay("birth_month"))
        }
        try current?.take(row)
      }
      guard rows.count == Self.walkRows, let row = rows.last else { break }
      last = (try row.blob("person"), try row.blob("digest"))
    }
    if let current { try body(current.facts(&versions)) }
    return versions
  }

  /// How many documents there are of each judgement, in no order.
  public func tallies() throws(StoreError) -> [CertificateTally] {
    try connection.liftStatementTimeout()
    var tallies: [CertificateTally] = []
    let rows = try connection.query(
      """
      SELECT kind, type, verdict, refusal, reasons, COUNT(*) AS documents
      FROM certificate_document GROUP BY kind, type, verdict, refusal, reasons
      """)
    for row in rows {
      tallies.append(
        CertificateTally(
          judgement: try Self.judgement(row), documents: try row.int("documents")))
    }
    return tallies
  }

  /// How many documents there are of each judgement in each unit, in no order. Documents that
  /// tell no unit are under the empty text.
  public func talliesByUnit() throws(StoreError) -> [(unit: String, tally: CertificateTally)] {
    try connection.liftStatementTimeout()
    var tallies: [(unit: String, tally: CertificateTally)] = []
    let rows = try connection.query(
      """
      SELECT unit, kind, type, verdict, refusal, reasons, COUNT(*) AS documents
      FROM certificate_document GROUP BY unit, kind, type, verdict, refusal, reasons
      """)
    for row in rows {
      let tally = CertificateTally(
        judgement: try Self.judgement(row), documents: try row.int("documents"))
      tallies.append((try row.optionalText("unit") ?? "", tally))
    }
    return tallies
  }

  /// Messages and revocations whose certificate has not come, by the unit that they tell.
  public func waitingByUnit() throws(StoreError) -> [String: Int] {
    try connection.liftStatementTimeout()
    var waiting: [String: Int] = [:]
    let rows = try connection.query(
      """
      SELECT m.unit, COUNT(*) AS documents FROM certificate_document m
      WHERE m.kind <> 'certificate' AND m.fact IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM certificate_document c WHERE c.person = m.person
        AND c.certificate = m.certificate AND c.kind = 'certificate' AND c.fact IS NOT NULL)
      GROUP BY m.unit
      """)
    for row in rows {
      waiting[try row.optionalText("unit") ?? ""] = try row.int("documents")
    }
    return waiting
  }

  /// How many certificates, and documents that nothing could be read of, there are of each
  /// verdict, by the month in which they were signed, such as `2026-03`; nil where that is not
  /// known.
  public func talliesByMonth() throws(StoreError) -> [(
    month: String?, verdict: CertificateVerdict, documents: Int
  )] {
    try connection.liftStatementTimeout()
    let month =
      connection.engine == .sqlite
      ? "strftime('%Y-%m', day * 86400, 'unixepoch')"
      : "to_char(DATE '1970-01-01' + CAST(day AS integer), 'YYYY-MM')"
    var tallies: [(month: String?, verdict: CertificateVerdict, documents: Int)] = []
    let rows = try connection.query(
      """
      SELECT \(month) AS month, verdict, COUNT(*) AS documents FROM certificate_document
      WHERE kind IN ('certificate', 'none') GROUP BY 1, 2 ORDER BY 1, 2
      """)
    for row in rows {
      guard let verdict = CertificateVerdict(rawValue: try row.text("verdict")) else {
        throw .damaged("certificate document")
      }
      tallies.append((try row.optionalText("month"), verdict, try row.int("documents")))
    }
    return tallies
  }

  /// The first and the last day on which a certificate that counts was signed.
  public func days() throws(StoreError) -> ClosedRange<Day>? {
    try connection.liftStatementTimeout()
    guard
      let row = try connection.first(
        """
        SELECT MIN(day) AS first, MAX(day) AS last FROM certificate_document
        WHERE kind = ? AND fact IS NOT NULL AND day IS NOT NULL
        """, [.text(CertificateRowKind.certificate.rawValue)]),
      let first = try row.optionalDay("first"), let last = try row.optionalDay("last")
    else { return nil }
    return first...last
  }

  /// Messages and revocations whose certificate has not come.
  public func waiting() throws(StoreError) -> [CertificateRowKind: Int] {
    try connection.liftStatementTimeout()
    var waiting: [CertificateRowKind: Int] = [:]
    let rows = try connection.query(
      """
      SELECT m.kind, COUNT(*) AS documents FROM certificate_document m
      WHERE m.kind <> 'certificate' AND m.kind IN (?, ?, ?) AND m.fact IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM certificate_document c WHERE c.person = m.person
        AND c.certificate = m.certificate AND c.kind = ? AND c.fact IS NOT NULL)
      GROUP BY m.kind
      """,
      [
        .text(CertificateRowKind.toCare.rawValue), .text(CertificateRowKind.toRecipient.rawValue),
        .text(CertificateRowKind.revocation.rawValue),
        .text(CertificateRowKind.certificate.rawValue),
      ])
    for row in rows {
      guard let kind = CertificateRowKind(rawValue: try row.text("kind")) else { continue }
      waiting[kind] = try row.int("documents")
    }
    return waiting
  }

  /// How many persons there are.
  public func personCount() throws(StoreError) -> Int {
    try connection.first("SELECT COUNT(*) AS persons FROM certificate_person")?
      .int("persons") ?? 0
  }

  /// The originals of one person, opened. Only for what the law lets the operator do.
  public func originals(of person: FactKey) throws(StoreError) -> [CertificateOriginal] {
    guard let key = try storedKeys([person])[person] else { return [] }
    var originals: [CertificateOriginal] = []
    let rows = try connection.query(
      """
      SELECT d.digest, d.kind, o.sealed FROM certificate_document d
      JOIN certificate_original o ON o.position = d.position
      WHERE d.person = ? ORDER BY d.digest
      """, [.key(person)])
    for row in rows {
      let digest = try row.factKey("digest")
      originals.append(
        CertificateOriginal(
          digest: digest, kind: CertificateRowKind(rawValue: try row.text("kind")) ?? .none,
          bytes: try key.open(
            try row.blob("sealed"), purpose: Self.purpose, context: [digest.hexadecimal])))
    }
    return originals
  }
}
