// SPDX-License-Identifier: Apache-2.0

// The statement's and its supplements' way to Försäkringskassan.
extension Assessment {
  /// What is signed here is read by Försäkringskassan in the same moment, so that the day it is
  /// sent is the day it arrives. An agency that is reached by messages says so itself.
  func decideStatement(
    _ sent: StatementSent, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.past(sent.day, "day", context)
    try Check.notBefore(sent.day, order?.completeDay, "day")
    guard sent.signed != nil else { return [.statementSent(sent)] }
    try require(isResponsibleDoctor(actor), .signerOnly)
    try require(sent.day == context.today, .outOfRange)
    if agencyIsExternal { return [.statementSent(sent)] }
    return [.statementSent(sent), .statementArrived(StatementArrived(day: sent.day))]
  }

  func decideArrival(
    _ arrived: StatementArrived, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.past(arrived.day, "day", context)
    try Check.notBefore(arrived.day, statement?.sentDay ?? order?.completeDay, "day")
    try checkWindow(arrived.lastSupplementRequestDay, arrived.day, context)
    return [.statementArrived(arrived)]
  }

  func decideSupplementQuestion(
    _ question: String?, _ answerBy: Day?, _ sections: [SectionQuestion]?,
    _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(question, "question")
    try check(sections ?? [])
    if let answerBy { try Check.future(answerBy, "answerBy", context) }
    let number = (statement?.supplements.count ?? 0) + 1
    return [
      .statementSupplementRequested(
        StatementSupplementRequested(
          number: number, question: question, answerBy: answerBy,
          sections: sections?.isEmpty == true ? nil : sections))
    ]
  }

  /// Each question names a section of the signed statement, once, and asks something. One that
  /// names none is about the whole.
  private func check(_ sections: [SectionQuestion]) throws(Refusal) {
    let known = statement?.signed?.content.parts.map(\.section) ?? []
    for (index, asked) in sections.enumerated() {
      try Check.text(asked.question, "sections.\(index).question")
      if let section = asked.section {
        try require(known.contains(section), .sectionUnknown)
      }
    }
    try require(Set(sections.map(\.section)).count == sections.count, .sectionTwice)
  }

  func decideSupplement(
    _ number: Int, _ day: Day, _ signed: SignedSupplement?, _ actor: Actor,
    _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let open = statement?.openSupplement, open.requested.number == number else {
      throw Refusal(.noSupplement, field: "number")
    }
    try Check.past(day, "day", context)
    try Check.notBefore(day, open.at.day, "day")
    let sent = AssessmentEvent.statementSupplementSent(
      StatementSupplementSent(number: number, day: day, signed: signed))
    guard signed != nil else { return [sent] }
    try require(isResponsibleDoctor(actor), .signerOnly)
    try require(day == context.today, .outOfRange)
    if agencyIsExternal { return [sent] }
    let arrived = StatementSupplementArrived(
      number: number, day: day, lastSupplementRequestDay: statement?.lastSupplementRequestDay)
    return [sent, .statementSupplementArrived(arrived)]
  }

  func decideSupplementArrival(
    _ number: Int?, _ day: Day, _ window: Day?, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let underWay = statement?.supplementUnderWay,
      number == nil || underWay.requested.number == number
    else { throw Refusal(.noSupplement, field: "number") }
    try Check.past(day, "day", context)
    try Check.notBefore(day, underWay.sentDay ?? underWay.at.day, "day")
    try checkWindow(window, day, context)
    return [
      .statementSupplementArrived(
        StatementSupplementArrived(
          number: underWay.requested.number, day: day, lastSupplementRequestDay: window))
    ]
  }

  private func checkWindow(
    _ last: Day?, _ arrived: Day, _ context: CaseContext
  ) throws(Refusal) {
    guard let last else { return }
    try Check.notBefore(last, arrived, "lastSupplementRequestDay")
    try Check.notFar(last, "lastSupplementRequestDay", context)
  }
}

// The insured's word on the statement, and when she gets it.
extension Assessment {
  func decideOpposition(
    _ said: InsuredOpposed, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    var opposed = said
    // What she says herself she says as she sends it.
    if actor.party == .insured { opposed.day = context.today }
    try Check.past(opposed.day, "day", context)
    try Check.notBefore(opposed.day, allocatedAt?.day, "day")
    try Check.optional(opposed.note, "note")
    return [.insuredOpposed(opposed)]
  }

  func decideOppositionEnd(
    _ said: OppositionWithdrawn, _ actor: Actor, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    var withdrawn = said
    if actor.party == .insured { withdrawn.day = context.today }
    try Check.past(withdrawn.day, "day", context)
    try Check.notBefore(withdrawn.day, opposition?.day, "day")
    return [.oppositionWithdrawn(withdrawn)]
  }

  /// What was kept from the insured goes to her now, with the answers that have followed.
  func decideStatementRelease() -> [AssessmentEvent] {
    let supplements = (statement?.supplements ?? []).compactMap { supplement in
      supplement.signed.map { signed in
        StatementSupplementSent(
          number: supplement.requested.number, day: supplement.sentDay ?? signed.signature.at.day,
          signed: signed)
      }
    }
    return [
      .statementReleased(
        StatementReleased(signed: statement?.signed, supplements: supplements))
    ]
  }
}
