// SPDX-License-Identifier: Apache-2.0
import Domain

extension FollowUpJobs {
  private static let filePurpose = "upload-file"
  private static let namePurpose = "upload-name"

  /// Adds a file of an upload, without its bytes. False where the upload is no longer received.
  public func addFile(
    _ file: UploadedFile, to id: Int, at now: Instant
  ) throws(StoreError) -> Bool {
    guard try isReceived(id, at: now) else { return false }
    let name = try key(id).seal(
      Array(file.name.utf8), purpose: Self.namePurpose, context: ["file", "\(file.place)"])
    try connection.execute(
      "INSERT INTO follow_up_upload_file (job, place, name, bytes) VALUES (?, ?, ?, ?)",
      [.int(id), .int(file.place), .blob(name), .int(file.bytes)])
    return true
  }

  /// Whether files still come to it; says that they do.
  private func isReceived(_ id: Int, at now: Instant) throws(StoreError) -> Bool {
    try connection.execute(
      "UPDATE follow_up_job SET changed_ms = ? WHERE id = ? AND state = 'receiving'",
      [.instant(now), .int(id)]) == 1
  }

  /// Adds the next piece of a file. False where the upload is no longer received.
  public func addBlock(
    _ bytes: [UInt8], number: Int, of place: Int, to id: Int, at now: Instant
  ) throws(StoreError) -> Bool {
    guard try isReceived(id, at: now) else { return false }
    let sealed = try key(id).seal(
      bytes, purpose: Self.filePurpose, context: ["\(place)", "\(number)"])
    try connection.execute(
      "INSERT INTO follow_up_upload_block (job, place, block, sealed) VALUES (?, ?, ?, ?)",
      [.int(id), .int(place), .int(number), .blob(sealed)])
    return true
  }

  /// The files of an upload in the order they were sent.
  public func files(of id: Int) throws(StoreError) -> [UploadedFile] {
    let key = try key(id)
    var files: [UploadedFile] = []
    let rows = try connection.query(
      "SELECT place, name, bytes FROM follow_up_upload_file WHERE job = ? ORDER BY place",
      [.int(id)])
    for row in rows {
      let place = try row.int("place")
      let name = try key.open(
        try row.blob("name"), purpose: Self.namePurpose, context: ["file", "\(place)"])
      files.append(
        UploadedFile(
          place: place, name: String(decoding: name, as: UTF8.self), bytes: try row.int("bytes")))
    }
    return files
  }

  /// A piece of a file; nil after the last.
  public func block(_ number: Int, of place: Int, in id: Int) throws(StoreError) -> [UInt8]? {
    guard
      let row = try connection.first(
        """
        SELECT sealed FROM follow_up_upload_block WHERE job = ? AND place = ? AND block = ?
        """, [.int(id), .int(place), .int(number)])
    else { return nil }
    return try key(id).open(
      try row.blob("sealed"), purpose: Self.filePurpose, context: ["\(place)", "\(number)"])
  }

  /// Adds what became of documents; those that are there already stay as they are, so that an
  /// import that goes on tells nothing twice.
  public func add(_ items: [UploadedItem], to id: Int) throws(StoreError) {
    let sealer = try key(id).sealer(Self.namePurpose)
    for item in items {
      let name = try sealer.seal(Array(item.name.utf8), context: ["item", "\(item.number)"])
      try connection.send(
        """
        INSERT INTO follow_up_upload_item
          (job, number, outcome, kind, type, refusal, reasons, name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job, number) DO NOTHING
        """,
        [
          .int(id), .int(item.number), .text(item.outcome.rawValue), .text(item.kind.rawValue),
          .optional(item.type), .optional(item.refusal),
          .text(CertificateReason.text(item.reasons)), .blob(name),
        ])
    }
  }

  /// How many documents there are of each outcome.
  public func counts(of id: Int) throws(StoreError) -> [UploadedItem.Outcome: Int] {
    var counts: [UploadedItem.Outcome: Int] = [:]
    let rows = try connection.query(
      """
      SELECT outcome, COUNT(*) AS documents FROM follow_up_upload_item WHERE job = ?
      GROUP BY outcome
      """, [.int(id)])
    for row in rows {
      guard let outcome = UploadedItem.Outcome(rawValue: try row.text("outcome")) else {
        throw .damaged("uploaded item")
      }
      counts[outcome] = try row.int("documents")
    }
    return counts
  }

  /// Some of what became of the documents, in the order they were met.
  ///
  /// - Parameter after: the number of the last one that was given before.
  public func items(
    of id: Int, outcome: UploadedItem.Outcome? = nil, after: Int = 0, skipping: Int = 0,
    limit: Int = Limits.pageRows
  ) throws(StoreError) -> [UploadedItem] {
    let opener = try key(id).opener(Self.namePurpose)
    let wanted: (sql: String, values: [SQLValue]) =
      outcome.map { ("AND outcome = ?", [.text($0.rawValue)]) } ?? ("", [])
    let rows = try connection.query(
      """
      SELECT number, outcome, kind, type, refusal, reasons, name FROM follow_up_upload_item
      WHERE job = ? AND number > ? \(wanted.sql) ORDER BY number LIMIT ? OFFSET ?
      """,
      [.int(id), .int(after)] + wanted.values
        + [.int(min(limit, Limits.pageRows)), .int(skipping)])
    var items: [UploadedItem] = []
    for row in rows {
      let number = try row.int("number")
      guard let outcome = UploadedItem.Outcome(rawValue: try row.text("outcome")),
        let kind = CertificateRowKind(rawValue: try row.text("kind"))
      else { throw .damaged("uploaded item") }
      let name = try opener.open(try row.blob("name"), context: ["item", "\(number)"])
      items.append(
        UploadedItem(
          number: number, outcome: outcome, kind: kind, type: try row.optionalText("type"),
          refusal: try row.optionalText("refusal"),
          reasons: CertificateReason.list(try row.text("reasons")),
          name: String(decoding: name, as: UTF8.self)))
    }
    return items
  }
}
