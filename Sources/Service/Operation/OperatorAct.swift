// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// Something that whoever runs the program decides about a case from the command line. It stands
/// in the log beside the reads, with its reason.
enum OperatorAct {
  /// The reason is asked for, since nobody else can tell afterwards why it was done.
  static func check(_ reason: String) throws(Refusal) {
    if reason.allSatisfy(\.isWhitespace) { throw Refusal(.missing, field: "reason") }
    if reason.count > CaseLimit.lineLength {
      throw Refusal(.tooLong, field: "reason", values: ["\(CaseLimit.lineLength)"])
    }
  }

  static func record(
    _ connection: any Connection, _ action: String, stream: String?, reason: String,
    at now: Instant
  ) throws {
    try AccessLog(connection).record(
      AccessEntry(
        at: now, party: "operator", person: "operator", action: action, stream: stream,
        purpose: reason, items: 1))
  }
}
