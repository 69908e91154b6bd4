// SPDX-License-Identifier: Apache-2.0
import Domain

/// Everybody's days of sick leave in columns: a row for each span, by person and day.
/// No two spans of a person share a day, so days can be summed and cases cut in one reading.
public struct SickLeaveTable: Sendable {
  /// What the columns mean; changed with them.
  static let form = "sick-leave-1"

  /// Who, by number from 0 without gaps; the numbers mean nothing outside the table.
  public let person: Column<UInt32>
  /// First and last day, as `Day.number`.
  public let first: Column<Int32>
  public let last: Column<Int32>
  /// Percent of sick leave.
  public let degree: Column<UInt8>
  /// The row of the certificate that decides.
  public let certificate: Column<UInt32>

  /// Spans.
  public var count: Int { person.count }
}

extension SickLeaveTable {
  /// Builds a table person by person, in the order of their numbers.
  public struct Builder: Sendable {
    private var person = GrowingColumn<UInt32>()
    private var first = GrowingColumn<Int32>()
    private var last = GrowingColumn<Int32>()
    private var degree = GrowingColumn<UInt8>()
    private var certificate = GrowingColumn<UInt32>()

    /// An empty table.
    public init() {}

    /// Spans so far.
    var count: Int { person.count }

    /// Adds a person, whose number must be higher than that of the one before.
    public mutating func add(_ number: UInt32, _ periods: [CertifiedPeriod]) {
      add(number, spans: SickLeaveSpan.days(of: periods))
    }

    /// Adds a person whose days are settled.
    mutating func add(_ number: UInt32, spans: some Sequence<SickLeaveSpan>) {
      precondition(person.last.map { $0 < number } ?? true)
      for span in spans {
        person.append(number)
        first.append(Int32(clamping: span.first.number))
        last.append(Int32(clamping: span.last.number))
        degree.append(span.degree)
        certificate.append(span.certificate)
      }
    }

    /// The table.
    public func build() -> SickLeaveTable {
      SickLeaveTable(
        person: person.column(), first: first.column(), last: last.column(),
        degree: degree.column(), certificate: certificate.column())
    }

    /// Writes the table to a file without making it in memory first.
    func write(to path: String) throws(ColumnFault) {
      try ColumnFile.write(
        [
          .init("person", person), .init("first", first), .init("last", last),
          .init("degree", degree), .init("certificate", certificate),
        ], form: SickLeaveTable.form, to: path)
    }
  }

  /// One span by its place.
  func span(_ row: Int) -> SickLeaveSpan {
    SickLeaveSpan(
      first: Day(number: Int(first[row])), last: Day(number: Int(last[row])),
      degree: degree[row], certificate: certificate[row])
  }

  /// Writes the table to a file. Throws `ColumnFault.unwritable`.
  ///
  /// - Parameter notes: kept beside it, such as how far in the journal it goes.
  public func write(
    to path: String, notes: [String: String] = [:]
  ) throws(ColumnFault) {
    try ColumnFile.write(
      [
        .init("person", person), .init("first", first), .init("last", last),
        .init("degree", degree), .init("certificate", certificate),
      ], form: Self.form, notes: notes, to: path)
  }

  /// The table in a file, which is mapped and not read. Throws why it cannot be used.
  public init(mapping path: String) throws(ColumnFault) {
    let file = try ColumnFile(mapping: path, form: Self.form)
    person = try file.column("person")
    first = try file.column("first")
    last = try file.column("last")
    degree = try file.column("degree")
    certificate = try file.column("certificate")
    let counts: Set = [person.count, first.count, last.count, degree.count, certificate.count]
    guard counts.count == 1 else { throw .damaged }
  }
}
