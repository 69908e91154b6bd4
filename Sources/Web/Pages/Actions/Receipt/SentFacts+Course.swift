// SPDX-License-Identifier: Apache-2.0
import Domain

extension FactLines {
  /// The lines of what happens from the order on.
  mutating func addCourse(_ event: AssessmentEvent) {
    switch event {
    case .insuredInformed(let informed):
      add(Words.day, informed.day)
      add(Words.channel, VocabularyTexts.text(informed.channel))
      add(Words.invited, informed.invitedToAdd)
    case .orderAccepted(let accepted): add(Words.comment, accepted.comment)
    case .orderReturned(let returned):
      add(Words.cause, VocabularyTexts.text(returned.cause))
      add(Words.reason, returned.reason)
    case .orderSupplementRequested(let asked):
      for part in asked.parts { add(Words.part, VocabularyTexts.text(part)) }
      add(Words.question, asked.question)
    case .orderSupplemented(let answer):
      add(answer.documents)
      add(Words.answer, answer.answer)
    case .underlagCompleted(let complete): add(Words.day, complete.day)
    case .doctorAppointed(let doctor): add(Words.doctor, doctor.name)
    default: addVisit(event)
    }
  }

  private mutating func addVisit(_ event: AssessmentEvent) {
    switch event {
    case .visitBooked(let booked):
      add([booked.profession], Words.profession)
      add(Words.begins, booked.start)
      add(Words.ends, booked.end)
      add(Words.place, booked.place)
      add(Words.examiner, booked.examiner)
      add(Words.interpreterBooked, booked.interpreterBooked)
      add(Words.summons, booked.summons?.day)
    case .visitMoved(let moved):
      add(Words.begins, moved.start)
      add(Words.ends, moved.end)
      add(Words.place, moved.place)
      add(Words.interpreterBooked, moved.interpreterBooked)
      add(Words.reason, moved.reason)
    case .summonsSent(let sent):
      add(Words.summons, sent.summons.day)
      add(Words.channel, VocabularyTexts.text(sent.summons.channel))
    case .visitCancelled(let cancelled):
      add(Words.cause, VocabularyTexts.text(cancelled.cause))
      add(Words.reached, cancelled.reached)
      add(Words.reason, cancelled.reason)
    case .visitPerformed(let performed):
      add(Words.tookPart, performed.interpreterTookPart)
      add(Words.minutes, performed.interpreterMinutes.map { "\($0)" })
    case .visitMissed(let missed):
      add(Words.cause, VocabularyTexts.text(missed.cause))
      add(Words.reason, missed.reason)
    case .deviationReported(let deviation):
      add(Words.cause, VocabularyTexts.text(deviation.cause))
      add(Words.moment, deviation.time)
      add(Words.missed, deviation.missed)
      add(Words.description, deviation.description)
    case .remainingVisitsDecided(let decision):
      for visit in decision.keep { add(Words.keep, "\(visit)") }
      for visit in decision.cancel { add(Words.cancel, "\(visit)") }
      add(Words.comment, decision.comment)
    default: addTime(event)
    }
  }

  private mutating func addTime(_ event: AssessmentEvent) {
    switch event {
    case .extensionProposed(let proposed):
      add(proposed.professions, Words.profession)
      add(Words.doctor, proposed.doctor)
      add(Words.reason, proposed.reason)
    case .extensionDecided(let decision):
      add(decision.approved, Words.approved)
      if decision.approved.isEmpty { add(Words.decision, Words.refused) }
      add(Words.lastDay, decision.lastDay)
      add(Words.reason, decision.reason)
    case .extensionDayStated(let stated): add(Words.lastDay, stated.lastDay)
    case .delayRiskReported(let risk):
      add(Words.reason, risk.reason)
      add(Words.expected, risk.expectedDay)
    case .delayNotified(let notice):
      add(Words.reason, notice.reason)
      add(Words.expected, notice.expectedDay)
    case .deferralRequested(let asked):
      add(Words.reason, asked.reason)
      add(Words.proposed, asked.proposedDay)
    case .deferralDecided(let decision):
      if decision.lastDay == nil { add(Words.decision, Words.refused) }
      add(Words.lastDay, decision.lastDay)
      add(Words.reason, decision.reason)
    default: addStatement(event)
    }
  }

  private mutating func addStatement(_ event: AssessmentEvent) {
    switch event {
    case .statementSent(let sent): add(Words.day, sent.day)
    case .statementArrived(let arrived):
      add(Words.day, arrived.day)
      add(StatementTexts.window, arrived.lastSupplementRequestDay)
    case .statementSupplementRequested(let asked):
      add(Words.question, asked.question)
      add(Words.answerBy, asked.answerBy)
    case .statementSupplementSent(let sent): add(Words.day, sent.day)
    case .statementSupplementArrived(let arrived):
      add(Words.day, arrived.day)
      add(StatementTexts.window, arrived.lastSupplementRequestDay)
    case .assessmentEnded(let ending):
      add(Words.reason, VocabularyTexts.text(ending.reason))
      add(Words.comment, ending.comment)
    default: break
    }
  }
}
