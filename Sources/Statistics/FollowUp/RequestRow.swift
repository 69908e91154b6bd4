// SPDX-License-Identifier: Apache-2.0
import Domain

/// One supplement request as it stands in the columns. Days are `Day.number`; 0 is an untold one.
struct RequestRow: Hashable, Sendable {
  /// The row of the certificate that was asked about.
  var certificate: UInt32 = 0
  var sent: UInt16 = 0
  var lastDay: UInt16 = 0
  /// The place of a `SupplementOutcome`.
  var outcome: UInt8 = 0
  /// Days until it was answered; 65535 where it was not.
  var wait: UInt16 = .max
  /// Groups of questions that it asks about, and how often, four bits for each.
  var asked: UInt16 = 0
  var elements: UInt64 = 0
  var flags: RequestFlags = []
}

/// The columns of supplement requests while they grow.
struct GrowingRequests: Sendable {
  private var certificate = GrowingColumn<UInt32>()
  private var sent = GrowingColumn<UInt16>()
  private var lastDay = GrowingColumn<UInt16>()
  private var outcome = GrowingColumn<UInt8>()
  private var wait = GrowingColumn<UInt16>()
  private var asked = GrowingColumn<UInt16>()
  private var elements = GrowingColumn<UInt64>()
  private var flags = GrowingColumn<UInt32>()

  var count: Int { certificate.count }

  mutating func append(_ row: RequestRow) {
    certificate.append(row.certificate)
    sent.append(row.sent)
    lastDay.append(row.lastDay)
    outcome.append(row.outcome)
    wait.append(row.wait)
    asked.append(row.asked)
    elements.append(row.elements)
    flags.append(row.flags.rawValue)
  }

  func write(to path: String) throws(ColumnFault) {
    try ColumnFile.write(
      [
        .init("certificate", certificate), .init("sent", sent), .init("lastDay", lastDay),
        .init("outcome", outcome), .init("wait", wait), .init("asked", asked),
        .init("elements", elements), .init("flags", flags),
      ], form: RequestColumns.form, to: path)
  }
}

/// The columns of supplement requests in an edition, in the order of certificates and of sending.
struct RequestColumns: Sendable {
  static let form = "follow-up-requests-1"

  let certificate: Column<UInt32>
  let sent: Column<UInt16>
  let lastDay: Column<UInt16>
  let outcome: Column<UInt8>
  let wait: Column<UInt16>
  let asked: Column<UInt16>
  let elements: Column<UInt64>
  let flags: Column<UInt32>

  var count: Int { certificate.count }

  init(mapping path: String) throws(ColumnFault) {
    let file = try ColumnFile(mapping: path, form: Self.form)
    certificate = try file.column("certificate")
    sent = try file.column("sent")
    lastDay = try file.column("lastDay")
    outcome = try file.column("outcome")
    wait = try file.column("wait")
    asked = try file.column("asked")
    elements = try file.column("elements")
    flags = try file.column("flags")
    let counts: Set = [
      certificate.count, sent.count, lastDay.count, outcome.count, wait.count, asked.count,
      elements.count, flags.count,
    ]
    guard counts.count == 1 else { throw .damaged }
  }

  subscript(row: Int) -> RequestRow {
    RequestRow(
      certificate: certificate[row], sent: sent[row], lastDay: lastDay[row],
      outcome: outcome[row], wait: wait[row], asked: asked[row], elements: elements[row],
      flags: RequestFlags(rawValue: flags[row]))
  }
}

/// Where each person's rows begin, and who it is, so that an edition can be extended. The last row
/// stands for nobody and says where everything ends.
struct PersonColumns: Sendable {
  static let form = "follow-up-persons-1"

  let high: Column<UInt64>
  let low: Column<UInt64>
  let certificate: Column<UInt32>
  let request: Column<UInt32>
  let span: Column<UInt32>

  /// Persons.
  var count: Int { max(0, high.count - 1) }

  init(mapping path: String) throws(ColumnFault) {
    let file = try ColumnFile(mapping: path, form: Self.form)
    high = try file.column("high")
    low = try file.column("low")
    certificate = try file.column("certificate")
    request = try file.column("request")
    span = try file.column("span")
    let counts: Set = [
      high.count, low.count, certificate.count, request.count, span.count,
    ]
    guard counts.count == 1, high.count > 0 else { throw .damaged }
  }

  func key(_ person: Int) -> FactKey { FactKey(high: high[person], low: low[person]) }
}

/// The columns of persons while they grow.
struct GrowingPersons: Sendable {
  private var high = GrowingColumn<UInt64>()
  private var low = GrowingColumn<UInt64>()
  private var certificate = GrowingColumn<UInt32>()
  private var request = GrowingColumn<UInt32>()
  private var span = GrowingColumn<UInt32>()

  var count: Int { high.count }
  /// The last person who was added.
  var last: FactKey? {
    guard let high = high.last, let low = low.last else { return nil }
    return FactKey(high: high, low: low)
  }

  mutating func append(_ key: FactKey, certificate: Int, request: Int, span: Int) {
    high.append(key.high)
    low.append(key.low)
    self.certificate.append(UInt32(certificate))
    self.request.append(UInt32(request))
    self.span.append(UInt32(span))
  }

  func write(to path: String) throws(ColumnFault) {
    try ColumnFile.write(
      [
        .init("high", high), .init("low", low), .init("certificate", certificate),
        .init("request", request), .init("span", span),
      ], form: PersonColumns.form, to: path)
  }
}
