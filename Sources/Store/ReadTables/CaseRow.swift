// SPDX-License-Identifier: Apache-2.0
import Domain

/// One party's line about one case, as its lists show it. Names and numbers of persons go into
/// `sealed`; the other columns hold what lists filter, sort and count by.
public struct CaseRow: Hashable, Sendable {
  /// The party whose view it is, in `Party`'s text form.
  public var party: String
  /// The case's stream.
  public var stream: String
  /// Samsyn's case number, `AFU-YYYY-NNNN`.
  public var caseNumber: String
  /// Keyed hash of FK's case number, when the party knows it.
  public var fkHash: [UInt8]?
  /// Keyed hash of the personal identity number, when the party has been sent the identity.
  public var personHash: [UInt8]?
  /// Status code.
  public var status: String
  /// Role of the next actor, empty when nobody's.
  public var nextRole: String
  /// The region, empty when none.
  public var region: String
  /// The performer, empty when none.
  public var performer: String
  /// The method asked for, empty when none.
  public var method: String
  /// Day the case was opened.
  public var openedDay: Day
  /// Day the underlag was complete.
  public var completeDay: Day?
  /// The day that counts next, by default the last day for compensation.
  public var dueDay: Day?
  /// What the day rests on: `law`, `target` or `stated`.
  public var dueBasis: String?
  /// Day the case ended; a case without one is running.
  public var endedDay: Day?
  /// Number of deviations.
  public var deviations: Int
  /// Whether personal data are protected (skyddade personuppgifter).
  public var protected: Bool
  /// When the row must be computed again though nothing was sent, for instance when a day passes.
  public var recheck: Instant?
  /// When something last happened that the party sees.
  public var updated: Instant
  /// Further columns in a form of the service's own, in the clear here and sealed with the case's
  /// key in the table. Empty when there are none or the case is disposed.
  public var sealed: [UInt8]

  /// A line with what every case has; the rest is set afterwards.
  public init(
    party: String, stream: String, caseNumber: String, status: String, openedDay: Day,
    updated: Instant
  ) {
    self.party = party
    self.stream = stream
    self.caseNumber = caseNumber
    self.status = status
    self.openedDay = openedDay
    self.updated = updated
    nextRole = ""
    region = ""
    performer = ""
    method = ""
    deviations = 0
    protected = false
    sealed = []
  }

  /// Whether the case has ended.
  public var isEnded: Bool { endedDay != nil }
}

extension CaseRow {
  static let columns = [
    "party", "stream", "case_number", "number_key", "fk_hash", "person_hash", "status",
    "next_role", "region", "performer", "method", "opened_day", "complete_day", "due_day",
    "due_key", "due_basis", "ended_day", "ended", "deviations", "protected", "recheck_ms",
    "updated_ms", "sealed",
  ]

  /// Sorts a missing day after every day.
  static func key(of day: Day?) -> Int64 { day.map { Int64($0.number) } ?? noDayKey }

  static let noDayKey: Int64 = 9_999_999

  /// Year and number of a case number as one number, so that 10000 comes after 9999.
  static func numberKey(_ caseNumber: String) -> Int64 {
    var key: Int64 = 0
    for part in caseNumber.split(separator: "-") {
      guard let number = Int64(part), number >= 0, number < 1_000_000_000 else { continue }
      key = key % 1_000_000 * 1_000_000_000 + number
    }
    return key
  }

  func arguments(sealed: [UInt8]) -> [SQLValue] {
    [
      .text(party), .text(stream), .text(caseNumber), .integer(Self.numberKey(caseNumber)),
      .optional(fkHash), .optional(personHash), .text(status), .text(nextRole), .text(region),
      .text(performer), .text(method), .day(openedDay), .day(completeDay), .day(dueDay),
      .integer(Self.key(of: dueDay)), .optional(dueBasis), .day(endedDay), .flag(isEnded),
      .int(deviations), .flag(protected), .instant(recheck), .instant(updated), .blob(sealed),
    ]
  }

  /// Reads a row; `sealed` is what opening gave.
  init(_ row: SQLRow, sealed: [UInt8]) throws(StoreError) {
    self.init(
      party: try row.text("party"), stream: try row.text("stream"),
      caseNumber: try row.text("case_number"), status: try row.text("status"),
      openedDay: try row.day("opened_day"), updated: try row.instant("updated_ms"))
    fkHash = try row.optionalBlob("fk_hash")
    personHash = try row.optionalBlob("person_hash")
    nextRole = try row.text("next_role")
    region = try row.text("region")
    performer = try row.text("performer")
    method = try row.text("method")
    completeDay = try row.optionalDay("complete_day")
    dueDay = try row.optionalDay("due_day")
    dueBasis = try row.optionalText("due_basis")
    endedDay = try row.optionalDay("ended_day")
    deviations = try row.int("deviations")
    protected = try row.flag("protected")
    recheck = try row.optionalInstant("recheck_ms")
    self.sealed = sealed
  }
}
