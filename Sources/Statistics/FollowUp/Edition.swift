// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation

/// The files of an edition (utgåva): columns that are mapped, and a head that they are read by.
struct Edition: Sendable {
  /// What stands beside the columns.
  struct Head: Codable, Sendable {
    static let form = "follow-up-2"

    var form = Head.form
    var units: [UnitTable.Unit]
    /// The diagnoses and the specialities that the columns number from 1.
    var diagnoses: [String]
    var specialities: [String]
    var rules: FollowUpRules
    var observedThrough: Day
    /// A sum over the units and their ties, by which an edition that can be extended is known.
    var unitsSum: UInt64
    var decisions: DecisionTable.Note
    var background: [BackgroundVariable]
    var notes: [String: String]
  }

  /// The files by name.
  enum File: String, CaseIterable {
    case head = "edition.json"
    case certificates = "certificates.columns"
    case requests = "requests.columns"
    case spans = "spans.columns"
    case persons = "persons.columns"
    case inera = "cases-inera.columns"
    case sfb = "cases-sfb.columns"

    /// Those of columns.
    static let columns = allCases.filter { $0 != .head }

    /// What the columns of the file mean; nil for the head.
    private var form: String? {
      switch self {
      case .head: nil
      case .certificates: CertificateColumns.form
      case .requests: RequestColumns.form
      case .spans: SickLeaveTable.form
      case .persons: PersonColumns.form
      case .inera, .sfb: CaseColumns.form
      }
    }

    /// Reads every byte of the file. Throws why it cannot be used.
    func check(in folder: String) throws(ColumnFault) {
      guard let form else { return }
      try ColumnFile(mapping: path(in: folder), form: form).check()
    }

    func path(in folder: String) -> String { folder + "/" + rawValue }
  }

  let head: Head
  let certificates: CertificateColumns
  let requests: RequestColumns
  let spans: SickLeaveTable
  let persons: PersonColumns
  let inera: CaseColumns
  let sfb: CaseColumns

  var caseSource: CaseSource {
    CaseSource(spans: spans, certificates: certificates, persons: persons)
  }

  /// Editions up to this size are read whole when they are opened: it takes a moment.
  static let wholeBytes = 256 << 20

  /// Maps the files of a folder. Throws why they cannot be used.
  ///
  /// - Parameter isWhole: whether every byte is checked, also of a large edition, of which else
  ///   only the lengths and the first bytes of each column are.
  init(mapping folder: String, isWhole: Bool = false) throws(ColumnFault) {
    let bytes = File.columns.reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path(in: folder))
      return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }
    guard let data = FileManager.default.contents(atPath: File.head.path(in: folder)) else {
      throw .unreadable
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else { throw .damaged }
    guard head.form == Head.form else { throw .otherVersion }
    self.head = head
    certificates = try CertificateColumns(mapping: File.certificates.path(in: folder))
    requests = try RequestColumns(mapping: File.requests.path(in: folder))
    spans = try SickLeaveTable(mapping: File.spans.path(in: folder))
    persons = try PersonColumns(mapping: File.persons.path(in: folder))
    inera = try CaseColumns(mapping: File.inera.path(in: folder))
    sfb = try CaseColumns(mapping: File.sfb.path(in: folder))
    let end = persons.count
    guard Int(persons.certificate[end]) == certificates.count,
      Int(persons.request[end]) == requests.count, Int(persons.span[end]) == spans.count
    else { throw .damaged }
    if isWhole || bytes <= Self.wholeBytes {
      for file in File.columns { try file.check(in: folder) }
    }
  }

  /// Writes the head, in the same bytes for the same content.
  static func write(_ head: Head, in folder: String) throws(ColumnFault) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(head),
      FileManager.default.createFile(
        atPath: File.head.path(in: folder), contents: data,
        attributes: [.posixPermissions: 0o600])
    else { throw .unwritable }
  }
}
