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

  func decideExaminer(
    _ person: String, _ name: String, _ profession: Profession
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(person, "person", limit: CaseLimit.lineLength)
    try Check.text(name, "name", limit: CaseLimit.lineLength)
    if examiners.contains(where: { $0.person == person }) {
      throw Refusal(.alreadyAppointed, field: "person")
    }
    return [
      .examinerAppointed(ExaminerAppointed(profession: profession, person: person, name: name))
    ]
  }

  func decideRelease(_ person: String) throws(Refusal) -> [AssessmentEvent] {
    guard let examiner = examiners.first(where: { $0.person == person }) else {
      throw Refusal(.notAppointed, field: "person")
    }
    return [
      .examinerReleased(
        ExaminerReleased(
          profession: examiner.profession, person: person, name: examiner.name))
    ]
  }

  private func received() throws(Refusal) -> (performer: HSAID, order: Order) {
    guard let performer, let order else { throw Refusal(.noOrder) }
    return (performer, order)
  }
}
