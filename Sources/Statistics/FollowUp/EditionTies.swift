// SPDX-License-Identifier: Apache-2.0
import Domain

/// How the certificates of an edition are tied to care units, read from its columns alone.
public struct EditionTies: Sendable {
  /// Certificates that another edition ties otherwise.
  public struct Change: Hashable, Codable, Sendable {
    /// Certificates that are in both and count in both.
    public var compared = 0
    /// Of them those that had another tie, by `before>now`, such as `unknown>member`.
    public var ties: [String: Int] = [:]
    /// Of them those whose tie is of the same kind and leads to another care unit.
    public var otherUnit = 0

    /// How many are tied otherwise.
    public var certificates: Int { otherUnit + ties.values.reduce(0, +) }
  }

  private let edition: Edition

  /// Opens an edition. Throws why it cannot be used.
  public init(mapping folder: String) throws(ColumnFault) {
    edition = try Edition(mapping: folder)
  }

  /// Certificates that count, by tie; those that there are. O(certificates).
  public var counts: [CareUnitTie: Int] {
    let rows = edition.certificates
    var counts = [Int](repeating: 0, count: CareUnitTie.allCases.count)
    for row in 0..<rows.count where CertificateFlags(rawValue: rows.flags[row]).contains(.counts) {
      counts[Int(rows.tie[row])] += 1
    }
    return Dictionary(
      zip(CareUnitTie.allCases, counts).filter { $0.1 > 0 }, uniquingKeysWith: { $1 })
  }

  /// What this edition ties otherwise than an earlier one: certificates of the same person, signed
  /// on the same day and for the same days, are taken for the same. O(certificates of both).
  public func changes(since old: EditionTies) -> Change {
    var change = Change()
    let (now, before) = (edition.persons, old.edition.persons)
    var person = 0
    for place in 0..<now.count {
      while person < before.count, before.key(person) < now.key(place) { person += 1 }
      guard person < before.count, before.key(person) == now.key(place) else { continue }
      compare(Self.rows(now, place), old, Self.rows(before, person), &change)
    }
    return change
  }

  private static func rows(_ persons: PersonColumns, _ person: Int) -> Range<Int> {
    Int(persons.certificate[person])..<Int(persons.certificate[person + 1])
  }

  private func compare(
    _ rows: Range<Int>, _ old: EditionTies, _ oldRows: Range<Int>, _ change: inout Change
  ) {
    var left = Array(oldRows)
    for row in rows {
      guard let place = left.firstIndex(where: { isSame(row, old, $0) }) else { continue }
      let other = left.remove(at: place)
      change.compared += 1
      let (now, before) = (edition.certificates.tie[row], old.edition.certificates.tie[other])
      if now != before {
        let ties = CareUnitTie.allCases
        change.ties["\(ties[Int(before)].rawValue)>\(ties[Int(now)].rawValue)", default: 0] += 1
      } else if unit(row) != old.unit(other) {
        change.otherUnit += 1
      }
    }
  }

  private func isSame(_ row: Int, _ old: EditionTies, _ other: Int) -> Bool {
    let (rows, others) = (edition.certificates, old.edition.certificates)
    let flags = rows.flags[row] & others.flags[other]
    return CertificateFlags(rawValue: flags).contains(.counts)
      && rows.signed[row] == others.signed[other] && rows.first[row] == others.first[other]
      && rows.last[row] == others.last[other]
  }

  private func unit(_ row: Int) -> String? {
    let unit = Int(edition.certificates.unit[row])
    return unit > 0 ? edition.head.units[unit - 1].id : nil
  }
}

/// Whether the files of an edition are as they were written.
public enum EditionCheck {
  /// What is wrong, such as `certificates.columns: damagedColumn("degree")`; empty for nothing.
  /// Every byte is read.
  public static func faults(in folder: String) -> [String] {
    Edition.File.columns.compactMap { file in
      do throws(ColumnFault) {
        try file.check(in: folder)
        return nil
      } catch {
        return "\(file.rawValue): \(error)"
      }
    }
  }
}
