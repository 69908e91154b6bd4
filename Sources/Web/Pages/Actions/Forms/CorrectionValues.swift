// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a correction begins with: the answers that were given the first time.
enum CorrectionValues {
  /// How an event would be said again: the action, what it is about, and the answers of its
  /// form. Nil for events that are not corrected but answered by other actions.
  static func again(
    _ event: AssessmentEvent
  ) -> (kind: ActionKind, number: Int?, values: [String: [String]])? {
    switch event {
    case .insuredInformed(let told):
      return (
        .recordInformed, nil,
        [
          "day": [told.day.description], "channel": [told.channel.rawValue],
          "invitedToAdd": yesNo(told.invitedToAdd),
        ]
      )
    case .underlagCompleted(let complete):
      return (.confirmComplete, nil, ["day": [complete.day.description]])
    case .assessmentEnded(let ending):
      return (
        .endAssessment, nil,
        ["reason": [ending.reason.rawValue], "comment": text(ending.comment)]
      )
    case .delayRiskReported(let risk):
      return (
        .reportDelayRisk, nil,
        ["reason": text(risk.reason), "expectedDay": text(risk.expectedDay?.description)]
      )
    case .insuredOpposed(let opposed):
      return (
        .recordOpposition, nil,
        ["day": [opposed.day.description], "note": text(opposed.note)]
      )
    case .statementSent, .statementArrived, .statementSupplementSent,
      .statementSupplementArrived:
      return statement(event)
    default:
      return visit(event)
    }
  }

  private static func statement(
    _ event: AssessmentEvent
  ) -> (kind: ActionKind, number: Int?, values: [String: [String]])? {
    switch event {
    case .statementSent(let sent):
      return (.sendStatement, nil, ["day": [sent.day.description]])
    case .statementArrived(let arrived):
      return (
        .recordStatementArrival, nil,
        [
          "day": [arrived.day.description],
          "lastSupplementRequestDay": text(arrived.lastSupplementRequestDay?.description),
        ]
      )
    case .statementSupplementSent(let sent):
      return (.sendStatementSupplement, sent.number, ["day": [sent.day.description]])
    case .statementSupplementArrived(let arrived):
      return (
        .recordSupplementArrival, arrived.number,
        [
          "day": [arrived.day.description],
          "lastSupplementRequestDay": text(arrived.lastSupplementRequestDay?.description),
        ]
      )
    default: return nil
    }
  }

  private static func visit(
    _ event: AssessmentEvent
  ) -> (kind: ActionKind, number: Int?, values: [String: [String]])? {
    switch event {
    case .summonsSent(let sent):
      return (
        .recordSummons, sent.number,
        [
          "summons.day": [sent.summons.day.description],
          "summons.channel": [sent.summons.channel.rawValue],
        ]
      )
    case .visitPerformed(let performed):
      return (
        .reportVisit, performed.number,
        [
          "outcome": [ReportFields.performed],
          "interpreterTookPart": performed.interpreterTookPart.map(yesNo) ?? [],
          "interpreterMinutes": text(performed.interpreterMinutes?.description),
        ]
      )
    case .visitMissed(let missed):
      return (
        .reportVisit, missed.number,
        [
          "outcome": [ReportFields.missed], "cause": [missed.cause.rawValue],
          "reason": text(missed.reason),
        ]
      )
    case .visitCancelled(let cancelled):
      return (
        .cancelVisit, cancelled.number,
        [
          "cause": [cancelled.cause.rawValue], "reached": [cancelled.reached.day.description],
          "reached.time": [cancelled.reached.clock.typed], "reason": text(cancelled.reason),
        ]
      )
    case .deviationReported(let deviation):
      return (
        .reportDeviation, deviation.visit,
        [
          "visit": [deviation.visit.map { "\($0)" } ?? DeviationFields.wholeCase],
          "cause": [deviation.cause.rawValue], "time": [deviation.time.day.description],
          "time.clock": [deviation.time.clock.typed], "missed": yesNo(deviation.missed),
          "description": text(deviation.description),
        ]
      )
    default: return nil
    }
  }

  private static func text(_ text: String?) -> [String] { text.map { [$0] } ?? [] }

  private static func yesNo(_ answer: Bool) -> [String] {
    [answer ? FormChoice.yes : FormChoice.no]
  }
}
