// SPDX-License-Identifier: Apache-2.0

/// Whether a cancellation came late (sent återbud, FKFS 2019:1 4 §).
public struct LateCancellation: Hashable, Codable, Sendable {
  /// Nil when the limit is not known for the day of the visit.
  public let late: Bool?
  /// The limit, the facts and the outcome.
  public let trace: RuleTrace

  /// Elapsed hours count, from when the cancellation reached the performer to the start of the
  /// visit; exactly the limit is not late. The row in force on the day of the visit decides.
  public static func judge(reached: Instant, start: Instant, rules: RuleBook) -> LateCancellation {
    let rule = rules.inForce(Subject.lateCancellationHours, on: start.day)
    let limit = rule?.unit == .hours ? rule?.value.integer.map(Int64.init) : nil
    let late = limit.map { start - reached < $0 * 3_600_000 }
    let trace = RuleTrace(
      subject: Subject.lateCancellationHours,
      rules: [rule].compactMap { $0 },
      inputs: inputs(reached: reached, start: start, limit: limit),
      outcome: outcome(late, on: start.day))
    return LateCancellation(late: late, trace: trace)
  }

  /// The last moment at which a cancellation of a visit is not late, and the rule that says so;
  /// nil where no limit is known for the day of the visit.
  public static func lastInTime(
    start: Instant, rules: RuleBook
  ) -> (instant: Instant, rule: Rule)? {
    guard let rule = rules.inForce(Subject.lateCancellationHours, on: start.day),
      rule.unit == .hours, let hours = rule.value.integer
    else { return nil }
    return (start.adding(hours: -hours), rule)
  }

  private static func inputs(reached: Instant, start: Instant, limit: Int64?) -> [TraceInput] {
    let minutes = (start - reached) / 60_000
    let sign = minutes < 0 ? "-" : ""
    let elapsed = "\(sign)\(abs(minutes) / 60) h \(abs(minutes) % 60) min"
    return [
      TraceInput(
        sv: "återbudet nådde utföraren", en: "the cancellation reached the performer",
        value: "\(reached.day) \(reached.clock)"),
      TraceInput(
        sv: "besöket börjar", en: "the visit begins", value: "\(start.day) \(start.clock)"),
      TraceInput(sv: "tid emellan", en: "time between", value: elapsed),
    ] + (limit.map { [TraceInput(sv: "gräns", en: "limit", value: "\($0) h")] } ?? [])
  }

  private static func outcome(_ late: Bool?, on day: Day) -> Bilingual {
    switch late {
    case true?: Bilingual(sv: "Återbudet var sent.", en: "The cancellation was late.")
    case false?: Bilingual(sv: "Återbudet kom i tid.", en: "The cancellation came in time.")
    case nil:
      Bilingual(
        sv: "Okänt: ingen känd gräns för sent återbud gäller \(day).",
        en: "Unknown: no known limit for a late cancellation is in force on \(day).")
    }
  }
}
