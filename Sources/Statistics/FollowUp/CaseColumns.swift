// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Domain

/// The sick-leave cases of an edition under one definition, a row for each, in the order of persons
/// and days. What a case has of diagnosis, unit, sex and age is read in its first certificate.
struct CaseColumns: Sendable {
  static let form = "follow-up-cases-1"

  let person: Column<UInt32>
  let first: Column<UInt16>
  let last: Column<UInt16>
  /// Days with a certificate, and of them those of a lower degree than the whole, through the last
  /// day that the facts tell about.
  let days: Column<UInt16>
  let lowDays: Column<UInt16>
  /// The certificates that decide on the first day and on the last that has been.
  let certificate: Column<UInt32>
  let lastCertificate: Column<UInt32>
  /// The first certificate of the person's next case; the case's own where there is none.
  let next: Column<UInt32>
  /// Certificates that count and begin in the case.
  let certificates: Column<UInt16>
  let flags: Column<UInt32>

  var count: Int { person.count }

  init(mapping path: String) throws(ColumnFault) {
    let file = try ColumnFile(mapping: path, form: Self.form)
    person = try file.column("person")
    first = try file.column("first")
    last = try file.column("last")
    days = try file.column("days")
    lowDays = try file.column("lowDays")
    certificate = try file.column("certificate")
    lastCertificate = try file.column("lastCertificate")
    next = try file.column("next")
    certificates = try file.column("certificates")
    flags = try file.column("flags")
    let counts: Set = [
      person.count, first.count, last.count, days.count, lowDays.count, certificate.count,
      lastCertificate.count, next.count, certificates.count, flags.count,
    ]
    guard counts.count == 1 else { throw .damaged }
  }

  func write(to path: String) throws(ColumnFault) {
    try ColumnFile.write(
      [
        .init("person", person), .init("first", first), .init("last", last),
        .init("days", days), .init("lowDays", lowDays), .init("certificate", certificate),
        .init("lastCertificate", lastCertificate), .init("next", next),
        .init("certificates", certificates), .init("flags", flags),
      ], form: Self.form, to: path)
  }

  /// Cuts the days of everybody into cases.
  ///
  /// - Parameters:
  ///   - gap: the most days without a certificate inside a case.
  ///   - recurrence: within how many days a new case is a recurrence.
  ///   - observed: the last day that the facts tell about.
  init(_ source: CaseSource, gap: Int, recurrence: Int, observed: Day) {
    let cases = SickLeaveCases(source.spans, gap: gap)
    let rows = FillingCases(cases.count)
    let parts = 8
    let maker = CaseMaker(
      source: source, cases: cases, gap: gap, recurrence: recurrence,
      observed: Int32(observed.number))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = cases.count * part / parts..<cases.count * (part + 1) / parts
      for row in range { maker.fill(row, rows) }
    }
    person = cases.person
    first = rows.first.column
    last = rows.last.column
    days = rows.days.column
    lowDays = rows.lowDays.column
    certificate = rows.certificate.column
    lastCertificate = rows.lastCertificate.column
    next = rows.next.column
    certificates = rows.certificates.column
    flags = rows.flags.column
  }
}

/// What cases are made of.
struct CaseSource: Sendable {
  let spans: SickLeaveTable
  let certificates: CertificateColumns
  let persons: PersonColumns
}

/// A column that is filled row by row, each row by one thread.
struct FillingColumn<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private let memory: ColumnMemory
  private let count: Int

  init(_ count: Int) {
    self.count = count
    memory = ColumnMemory(byteCount: max(1, count * MemoryLayout<Number>.stride))
  }

  subscript(row: Int) -> Number {
    get { memory.bytes.assumingMemoryBound(to: Number.self)[row] }
    nonmutating set { memory.bytes.assumingMemoryBound(to: Number.self)[row] = newValue }
  }

  var column: Column<Number> { Column(memory, offset: 0, count: count) }
}

private struct FillingCases: Sendable {
  let first: FillingColumn<UInt16>
  let last: FillingColumn<UInt16>
  let days: FillingColumn<UInt16>
  let lowDays: FillingColumn<UInt16>
  let certificate: FillingColumn<UInt32>
  let lastCertificate: FillingColumn<UInt32>
  let next: FillingColumn<UInt32>
  let certificates: FillingColumn<UInt16>
  let flags: FillingColumn<UInt32>

  init(_ count: Int) {
    first = FillingColumn(count)
    last = FillingColumn(count)
    days = FillingColumn(count)
    lowDays = FillingColumn(count)
    certificate = FillingColumn(count)
    lastCertificate = FillingColumn(count)
    next = FillingColumn(count)
    certificates = FillingColumn(count)
    flags = FillingColumn(count)
  }
}

/// Works out what a case has beside its days.
private struct CaseMaker: Sendable {
  let source: CaseSource
  let cases: SickLeaveCases
  let gap: Int
  let recurrence: Int
  let observed: Int32

  func fill(_ row: Int, _ rows: FillingCases) {
    let spans = source.spans
    let begin = Int(cases.span[row])
    let end = row + 1 < cases.count ? Int(cases.span[row + 1]) : spans.count
    var flags: CaseFlags = []
    var days = 0
    var low = 0
    var latest = begin
    for span in begin..<end where span == begin || spans.first[span] <= observed {
      let length = Int(min(spans.last[span], observed) - spans.first[span]) + 1
      days += max(0, length)
      if spans.degree[span] < 100 { low += max(0, length) }
      if spans.degree[span] != spans.degree[latest] { flags.insert(.degreeChanged) }
      latest = span
    }
    let (from, to) = (spans.degree[begin], spans.degree[latest])
    if to < from { flags.insert(.steppedDown) }
    if to > from { flags.insert(.steppedUp) }
    let last = cases.last[row]
    if Int(observed - last) > gap { flags.insert(.ended) }
    if Int(observed - last) >= recurrence { flags.insert(.followed) }
    let hasNext = row + 1 < cases.count && cases.person[row + 1] == cases.person[row]
    if hasNext, Int(cases.first[row + 1] - last) <= recurrence { flags.insert(.recurs) }
    let certificates = certificates(row)
    if certificates > 1 { flags.insert(.severalCertificates) }
    rows.first[row] = UInt16(clamping: max(1, cases.first[row]))
    rows.last[row] = UInt16(clamping: max(1, last))
    rows.days[row] = UInt16(clamping: days)
    rows.lowDays[row] = UInt16(clamping: low)
    rows.certificate[row] = spans.certificate[begin]
    rows.lastCertificate[row] = spans.certificate[latest]
    rows.next[row] = spans.certificate[hasNext ? end : begin]
    rows.certificates[row] = UInt16(clamping: certificates)
    rows.flags[row] = flags.rawValue
  }

  private func certificates(_ row: Int) -> Int {
    let table = source.certificates
    let person = Int(cases.person[row])
    let range =
      Int(source.persons.certificate[person])..<Int(source.persons.certificate[person + 1])
    let first = UInt16(clamping: max(1, cases.first[row]))
    let last = UInt16(clamping: max(1, cases.last[row]))
    return range.count {
      table.flags[$0] & CertificateFlags.counts.rawValue != 0 && table.first[$0] >= first
        && table.first[$0] <= last
    }
  }
}
