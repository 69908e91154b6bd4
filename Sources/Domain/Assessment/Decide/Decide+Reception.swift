// SPDX-License-Identifier: Apache-2.0

// The performer's reception of the order.
extension Assessment {
  func decideAcceptance(_ accepted: OrderAccepted) throws(Refusal) -> [AssessmentEvent] {
    _ = try received()
    try Check.optional(accepted.comment, "comment")
    return [.orderAccepted(accepted)]
  }

  func decideReturn(
    _ cause: ReturnCause, _ reason: String
  ) throws(Refusal) -> [AssessmentEvent] {
    let performer = try received().performer
    try Check.text(reason, "reason")
    return [.orderReturned(OrderReturned(performer: performer, cause: cause, reason: reason))]
  }

  func decideOrderQuestion(
    _ parts: [DocumentKind], _ question: String
  ) throws(Refusal) -> [AssessmentEvent] {
    let number = try received().order.supplements.count + 1
    try Check.text(question, "question")
    return [
      .orderSupplementRequested(
        OrderSupplementRequested(number: number, parts: parts, question: question))
    ]
  }

  func decideComplete(
    _ complete: UnderlagCompleted, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    let order = try received().order
    try Check.past(complete.day, "day", context)
    try Check.notBefore(complete.day, order.at.day, "day")
    return [.underlagCompleted(complete)]
  }

  func decideDoctor(_ doctor: DoctorAppointed) throws(Refusal) -> [AssessmentEvent] {
    _ = try received()
    try Check.text(doctor.name, "name", limit: CaseLimit.lineLength)
    return [.doctorAppointed(doctor)]
  }

  private func received() throws(Refusal) -> (performer: HSAID, order: Order) {
    guard let performer, let order else { throw Refusal(.noOrder) }
    return (performer, order)
  }
}
