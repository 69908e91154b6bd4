// SPDX-License-Identifier: Apache-2.0

// The statement's and its supplements' way to Försäkringskassan.
extension Assessment {
  func decideStatement(
    _ sent: StatementSent, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.past(sent.day, "day", context)
    try Check.notBefore(sent.day, order?.completeDay, "day")
    return [.statementSent(sent)]
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
    _ question: String?, _ answerBy: Day?, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(question, "question")
    if let answerBy { try Check.future(answerBy, "answerBy", context) }
    let number = (statement?.supplements.count ?? 0) + 1
    return [
      .statementSupplementRequested(
        StatementSupplementRequested(number: number, question: question, answerBy: answerBy))
    ]
  }

  func decideSupplement(
    _ number: Int, _ day: Day, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let open = statement?.openSupplement, open.requested.number == number else {
      throw Refusal(.noSupplement, field: "number")
    }
    try Check.past(day, "day", context)
    try Check.notBefore(day, open.at.day, "day")
    return [.statementSupplementSent(StatementSupplementSent(number: number, day: day))]
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
