// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation

/// Makes the columns of an edition from everybody's facts, person by person in the order of their
/// keys. What is kept of a person is rows of numbers; nothing else stays in memory.
public struct FollowUpBuilder: Sendable {
  let units: UnitTable
  let rules: FollowUpRules
  let decisions: DecisionTable
  /// Supplied variables of units, which figures can be divided by.
  public var background: [BackgroundVariable] = []
  /// The last day that the facts tell about. What lies after it has not happened. By default the
  /// latest day on which a certificate was signed or a supplement requested.
  public var observedThrough: Day?
  /// A later day that a document tells is a mistake in it, and is not what the facts tell about.
  public var notAfter: Day?

  private var persons = GrowingPersons()
  private var certificates = GrowingCertificates()
  private var requests = GrowingRequests()
  private var spans = SickLeaveTable.Builder()
  private var diagnoses = GrowingDictionary()
  private var specialities = GrowingDictionary()
  private var latest: UInt16 = 0
  private var old: OldEdition?

  /// An edition without anybody.
  public init(units: UnitTable, rules: FollowUpRules, decisions: DecisionTable = .none) {
    self.units = units
    self.rules = rules
    self.decisions = decisions
  }

  /// An edition that keeps everybody of an older one but those who are added here, and is the same
  /// as if all had been added anew.
  ///
  /// - Throws: `otherVersion` where the older one was made with other units, ties, rules or
  ///   decisions; and what opening it throws. Damage is found wherever it is.
  public init(
    extending folder: String, units: UnitTable, rules: FollowUpRules,
    decisions: DecisionTable = .none
  ) throws(ColumnFault) {
    self.init(units: units, rules: rules, decisions: decisions)
    let edition = try Edition(mapping: folder, isWhole: true)
    guard edition.head.unitsSum == units.sum, edition.head.rules == rules,
      edition.head.decisions == decisions.note
    else {
      throw .otherVersion
    }
    old = OldEdition(
      edition: edition,
      diagnoses: [0] + edition.head.diagnoses.map { diagnoses.number($0) },
      specialities: [0] + edition.head.specialities.map { specialities.number($0) })
  }

  /// Adds a person, whose key must be higher than that of the one before. In an edition that is
  /// extended the person's old rows go. A person without certificates leaves no rows.
  public mutating func add(_ person: PersonFacts) {
    precondition(persons.last.map { $0 < person.person } ?? true)
    keepOld(below: person.person)
    old?.skip(person.person)
    let rows = PersonRows(
      person, units: units, rules: rules, decisions: decisions, diagnoses: &diagnoses,
      specialities: &specialities)
    append(
      person.person, certificates: rows.certificates, requests: rows.requests,
      spans: rows.spans)
  }

  /// Adds the rows of a person, in which certificates are numbered from 0.
  private mutating func append(
    _ key: FactKey, certificates rows: [CertificateRow], requests asked: [RequestRow],
    spans days: [SickLeaveSpan]
  ) {
    guard !rows.isEmpty else { return }
    let rank = UInt32(persons.count)
    let base = UInt32(certificates.count)
    persons.append(
      key, certificate: certificates.count, request: requests.count, span: spans.count)
    for var row in rows {
      row.person = rank
      if row.flags.contains(.signedTold) { latest = max(latest, row.signed) }
      certificates.append(row)
    }
    for var row in asked {
      row.certificate += base
      latest = max(latest, row.sent)
      requests.append(row)
    }
    spans.add(
      rank,
      spans: days.lazy.map { span in
        var span = span
        span.certificate += base
        return span
      })
  }

  /// Copies those of the older edition who come before a key, or all that are left.
  private mutating func keepOld(below key: FactKey?) {
    guard var kept = old else { return }
    old = nil
    while kept.next < kept.edition.persons.count,
      key.map({ kept.edition.persons.key(kept.next) < $0 }) ?? true
    {
      let person = kept.next
      append(
        kept.edition.persons.key(person), certificates: kept.certificates(of: person),
        requests: kept.requests(of: person), spans: kept.spans(of: person))
      kept.next += 1
    }
    old = kept
  }

  /// Writes the edition to a folder, which must not be there, whole or not at all.
  ///
  /// - Parameter notes: kept beside the columns, such as how far in the journal they go.
  /// - Throws: `unwritable`.
  public consuming func write(
    to folder: String, notes: [String: String] = [:]
  ) throws(ColumnFault) {
    keepOld(below: nil)
    old = nil
    let files = FileManager.default
    let fresh = folder + ".new"
    guard units.units.count < Int(UInt16.max), !files.fileExists(atPath: folder) else {
      throw .unwritable
    }
    do {
      try? files.removeItem(atPath: fresh)
      try files.createDirectory(
        atPath: fresh, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let head = try writeRows(fresh, notes)
      try Self.writeCases(fresh, head)
      try files.moveItem(atPath: fresh, toPath: folder)
    } catch {
      try? files.removeItem(atPath: fresh)
      throw .unwritable
    }
  }

  private consuming func writeRows(
    _ folder: String, _ notes: [String: String]
  ) throws(ColumnFault) -> Edition.Head {
    let (codes, places) = diagnoses.settled(used: certificates.usedDiagnoses)
    let (fields, ranks) = specialities.settled(used: certificates.usedSpecialities)
    persons.append(
      FactKey(high: .max, low: .max), certificate: certificates.count, request: requests.count,
      span: spans.count)
    try certificates.write(
      diagnoses: places, specialities: ranks, to: Edition.File.certificates.path(in: folder))
    try requests.write(to: Edition.File.requests.path(in: folder))
    try persons.write(to: Edition.File.persons.path(in: folder))
    try spans.write(to: Edition.File.spans.path(in: folder))
    return Edition.Head(
      units: units.units, diagnoses: codes, specialities: fields, rules: rules,
      observedThrough: observedThrough ?? min(Day(number: Int(latest)), notAfter ?? .latest),
      unitsSum: units.sum, decisions: decisions.note, background: background,
      notes: notes)
  }

  /// The cases are cut from the files, when the rows are no longer in memory.
  private static func writeCases(_ folder: String, _ head: Edition.Head) throws(ColumnFault) {
    let source = CaseSource(
      spans: try SickLeaveTable(mapping: Edition.File.spans.path(in: folder)),
      certificates: try CertificateColumns(
        mapping: Edition.File.certificates.path(in: folder)),
      persons: try PersonColumns(mapping: Edition.File.persons.path(in: folder)))
    for (gap, file) in [
      (head.rules.gapInera, Edition.File.inera), (head.rules.gapSFB, Edition.File.sfb),
    ] {
      try CaseColumns(
        source, gap: gap, recurrence: head.rules.recurrence, observed: head.observedThrough
      ).write(to: file.path(in: folder))
    }
    try Edition.write(head, in: folder)
  }
}

/// An edition whose persons are kept, and how far they have been.
private struct OldEdition: Sendable {
  let edition: Edition
  /// The builder's numbers of the edition's codes.
  let diagnoses: [UInt32]
  let specialities: [UInt32]
  var next = 0

  /// Passes the person who comes next, if that is this one.
  mutating func skip(_ key: FactKey) {
    if next < edition.persons.count, edition.persons.key(next) == key { next += 1 }
  }

  private func range(_ column: Column<UInt32>, _ person: Int) -> Range<Int> {
    Int(column[person])..<Int(column[person + 1])
  }

  func certificates(of person: Int) -> [CertificateRow] {
    range(edition.persons.certificate, person).map { place in
      var row = edition.certificates[place]
      row.diagnosis = diagnoses[Int(row.diagnosis)]
      row.second = diagnoses[Int(row.second)]
      row.third = diagnoses[Int(row.third)]
      row.speciality = specialities[Int(row.speciality)]
      return row
    }
  }

  func requests(of person: Int) -> [RequestRow] {
    let base = edition.persons.certificate[person]
    return range(edition.persons.request, person).map { place in
      var row = edition.requests[place]
      row.certificate -= base
      return row
    }
  }

  func spans(of person: Int) -> [SickLeaveSpan] {
    let base = edition.persons.certificate[person]
    return range(edition.persons.span, person).map { place in
      var span = edition.spans.span(place)
      span.certificate -= base
      return span
    }
  }
}
