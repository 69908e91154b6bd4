// SPDX-License-Identifier: Apache-2.0

/// A column that rows are told apart or measured by.
enum Source: Hashable, Sendable {
  // Of a certificate, of a request's or a case's certificate, or of the one that decides a day.
  case signed, first, last, days, length, unit, diagnosis, second, third, speciality, sex, age
  case degree, tie, order, occupation, comorbidity, answered, asked, due
  case decision
  // Of a supplement request.
  case sent, lastDay, outcome, wait, requestAsked
  // Of a case.
  case caseFirst, caseLast, caseDays, caseLowDays, caseCertificates, lastDiagnosis
  case nextDiagnosis
  // Of a span of days.
  case spanDegree
}

/// What the rows of a measure are.
enum Table: Hashable, Sendable {
  case certificates, requests, cases
  /// Days of sick leave: each counts on its own day.
  case days
  /// Cases that go on: each counts in every part of the time that it has a day in.
  case ongoing
}

/// A column as it is read row by row, in the row itself or through another row's number. It
/// points into an edition, which must be kept while it is used.
struct Feed: @unchecked Sendable {
  enum Width: Sendable { case one, two, four }

  let start: UnsafeRawPointer
  let width: Width
  let link: UnsafePointer<UInt32>?
  /// How many different numbers the column can have, for a table by them.
  let range: Int

  init<Number>(
    _ column: Column<Number>, through link: Column<UInt32>? = nil, below range: Int? = nil
  ) {
    self.range = range ?? (MemoryLayout<Number>.size == 1 ? 1 << 8 : 1 << 16)
    start = UnsafeRawPointer(column.start)
    width = MemoryLayout<Number>.size == 1 ? .one : MemoryLayout<Number>.size == 2 ? .two : .four
    self.link = link?.start
  }

  func number(_ row: Int) -> Int {
    let place = link.map { Int($0[row]) } ?? row
    return switch width {
    case .one: Int(start.assumingMemoryBound(to: UInt8.self)[place])
    case .two: Int(start.assumingMemoryBound(to: UInt16.self)[place])
    case .four: Int(start.assumingMemoryBound(to: UInt32.self)[place])
    }
  }
}

/// The rows of a table with their columns.
struct Frame: Sendable {
  let table: Table
  let edition: Edition
  let cases: CaseColumns

  var count: Int {
    switch table {
    case .certificates: edition.certificates.count
    case .requests: edition.requests.count
    case .cases, .ongoing: cases.count
    case .days: edition.spans.count
    }
  }

  /// The certificate that each row is read in; nil for certificates themselves.
  private var link: Column<UInt32>? {
    switch table {
    case .certificates: nil
    case .requests: edition.requests.certificate
    case .cases, .ongoing: cases.certificate
    case .days: edition.spans.certificate
    }
  }

  func feed(_ source: Source) -> Feed {
    let rows = edition.certificates
    return switch source {
    case .signed: Feed(rows.signed, through: link)
    case .first: Feed(rows.first, through: link)
    case .last: Feed(rows.last, through: link)
    case .days: Feed(rows.days, through: link)
    case .length: Feed(rows.length, through: link)
    case .unit: Feed(rows.unit, through: link, below: edition.head.units.count + 1)
    case .diagnosis: Feed(rows.diagnosis, through: link, below: edition.head.diagnoses.count + 1)
    case .second: Feed(rows.second, through: link, below: edition.head.diagnoses.count + 1)
    case .third: Feed(rows.third, through: link, below: edition.head.diagnoses.count + 1)
    case .speciality:
      Feed(rows.speciality, through: link, below: edition.head.specialities.count + 1)
    case .sex: Feed(rows.sex, through: link)
    case .age: Feed(rows.age, through: link)
    case .degree: Feed(rows.degree, through: link)
    case .tie: Feed(rows.tie, through: link)
    case .order: Feed(rows.order, through: link)
    case .occupation: Feed(rows.occupation, through: link)
    case .comorbidity: Feed(rows.comorbidity, through: link)
    case .answered: Feed(rows.answered, through: link)
    case .asked: Feed(rows.asked, through: link)
    case .due: Feed(rows.due, through: link)
    case .decision: Feed(rows.decision, through: link)
    default: own(source)
    }
  }

  private func own(_ source: Source) -> Feed {
    switch source {
    case .sent: Feed(edition.requests.sent)
    case .lastDay: Feed(edition.requests.lastDay)
    case .outcome: Feed(edition.requests.outcome)
    case .wait: Feed(edition.requests.wait)
    case .requestAsked: Feed(edition.requests.asked)
    case .caseFirst: Feed(cases.first)
    case .caseLast: Feed(cases.last)
    case .caseDays: Feed(cases.days)
    case .caseLowDays: Feed(cases.lowDays)
    case .caseCertificates: Feed(cases.certificates)
    case .lastDiagnosis:
      Feed(
        edition.certificates.diagnosis, through: cases.lastCertificate,
        below: edition.head.diagnoses.count + 1)
    case .nextDiagnosis:
      Feed(
        edition.certificates.diagnosis, through: cases.next,
        below: edition.head.diagnoses.count + 1)
    default: Feed(edition.spans.degree)
    }
  }

  /// Whose each row is.
  var person: Feed {
    switch table {
    case .certificates: Feed(edition.certificates.person)
    case .requests: Feed(edition.certificates.person, through: link)
    case .cases, .ongoing: Feed(cases.person)
    case .days: Feed(edition.spans.person)
    }
  }

  /// The first and the last day of rows that reach over days.
  var begin: Feed { table == .days ? Feed(edition.spans.first) : Feed(cases.first) }
  var end: Feed { table == .days ? Feed(edition.spans.last) : Feed(cases.last) }

  /// The bits of the row's certificate, and of the request or the case itself.
  var certificateFlags: Feed { Feed(edition.certificates.flags, through: link) }
  var requestFlags: Feed { Feed(edition.requests.flags) }
  var caseFlags: Feed { Feed(cases.flags) }
}
