// SPDX-License-Identifier: Apache-2.0

/// What is so of a certificate, as bits of one column. The bits are part of the form of the file
/// and are never given another meaning.
struct CertificateFlags: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  /// It is the latest valid version of its chain, and no other certificate takes its place.
  static let counts = Self(rawValue: 1 << 0)
  static let revoked = Self(rawValue: 1 << 1)
  /// Läkarintyg för sjukpenning (FK 7804), of which there are messages.
  static let lisjp = Self(rawValue: 1 << 2)
  static let version2 = Self(rawValue: 1 << 3)
  static let sent = Self(rawValue: 1 << 4)
  static let noted = Self(rawValue: 1 << 5)
  static let signedTold = Self(rawValue: 1 << 6)
  static let infection = Self(rawValue: 1 << 7)
  static let basisTold = Self(rawValue: 1 << 8)
  static let examined = Self(rawValue: 1 << 9)
  static let tellsWhyNotExamined = Self(rawValue: 1 << 10)
  static let backDated = Self(rawValue: 1 << 11)
  static let tellsWhyBackDated = Self(rawValue: 1 << 12)
  static let contactWanted = Self(rawValue: 1 << 13)
  static let workplaceCode = Self(rawValue: 1 << 14)
  static let prognosisTold = Self(rawValue: 1 << 15)
  /// The prognosis says whether or when, and not that it is unclear.
  static let prognosisClear = Self(rawValue: 1 << 16)
  /// Certificates lie after the day on which the person would be back.
  static let sickWhenDue = Self(rawValue: 1 << 17)
  static let measuresTold = Self(rawValue: 1 << 18)
  static let measuresProposed = Self(rawValue: 1 << 19)
  static let presentWork = Self(rawValue: 1 << 20)
  /// At least one supplement request, and at least one reminder.
  static let asked = Self(rawValue: 1 << 21)
  static let reminded = Self(rawValue: 1 << 22)
  static let secondary = Self(rawValue: 1 << 23)
  /// Some day of a lower degree than the whole.
  static let partTime = Self(rawValue: 1 << 24)
  /// Its tie is by a snapshot from after it was signed.
  static let tiedLater = Self(rawValue: 1 << 25)
  static let diagnosisTold = Self(rawValue: 1 << 26)
}

/// What is so of a supplement request.
struct RequestFlags: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  static let reminded = Self(rawValue: 1 << 0)
  /// By a new certificate, an answer, or the message that none can be given.
  static let answered = Self(rawValue: 1 << 1)
  static let lastDayTold = Self(rawValue: 1 << 2)
  static let onTime = Self(rawValue: 1 << 3)
  static let officerTold = Self(rawValue: 1 << 4)
}

/// What is so of a sick-leave case.
struct CaseFlags: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  /// It had ended when the facts ended: more days than a case may hold had gone without any.
  static let ended = Self(rawValue: 1 << 0)
  static let degreeChanged = Self(rawValue: 1 << 1)
  /// The last degree is lower, or higher, than the first.
  static let steppedDown = Self(rawValue: 1 << 2)
  static let steppedUp = Self(rawValue: 1 << 3)
  /// Another case of the person began soon after it.
  static let recurs = Self(rawValue: 1 << 4)
  /// Its end lies so far back that a recurrence would have been seen.
  static let followed = Self(rawValue: 1 << 5)
  static let severalCertificates = Self(rawValue: 1 << 6)
}

/// How a supplement request ended, as far as messages and certificates tell.
public enum SupplementOutcome: String, Hashable, Codable, CaseIterable, Sendable {
  /// A certificate that says it supplements the one asked about, or answers the request.
  case newCertificate = "new-certificate"
  /// A message that answers it.
  case answered
  /// The message that no supplement can be given.
  case cannot
  /// A later certificate of the person, near in time, that says nothing about the request.
  case implicit
  /// Nothing but a reminder.
  case reminderOnly = "reminder-only"
  /// Nothing (bortfall): a telephone call or a letter leaves no trace.
  case noneKnown = "none-known"

  /// The place of the outcome in the column.
  var code: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }
}
