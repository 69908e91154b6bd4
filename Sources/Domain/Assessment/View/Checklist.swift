// SPDX-License-Identifier: Apache-2.0

/// One line of a party's task list on the case page, in the order of the process.
public struct ChecklistItem: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// Done, on this day where it is known.
    case done(Day?)
    /// To do now.
    case open(CaseTask)
    /// Cannot be done yet, because.
    case blocked(Refusal)
  }

  public let code: TaskCode
  public let subject: Int?
  public let state: State
}

extension Assessment {
  /// The party's whole list: what is done, what is open, and what cannot be done yet and why.
  public func checklist(for actor: Actor, context: CaseContext) -> [ChecklistItem] {
    let open = tasks(for: actor.party, context: context)
    let course = course(for: actor.party, open: open.map(\.code))
    let planned = course.map { step -> ChecklistItem in
      if let task = open.first(where: { $0.code == step.code }) {
        return ChecklistItem(code: step.code, subject: task.subject, state: .open(task))
      }
      if step.done { return ChecklistItem(code: step.code, subject: nil, state: .done(step.day)) }
      let permission = permission(step.code.action, actor: actor, context: context)
      guard let refusal = permission.refusal else {
        let task = CaseTask(step.code)
        return ChecklistItem(code: step.code, subject: nil, state: .open(task))
      }
      return ChecklistItem(code: step.code, subject: nil, state: .blocked(refusal))
    }
    let listed = Set(course.map(\.code))
    let extra = open.filter { task in
      !listed.contains(task.code)
        || planned.contains { $0.code == task.code && $0.subject != task.subject }
    }
    return extra.map { ChecklistItem(code: $0.code, subject: $0.subject, state: .open($0)) }
      + planned
  }

  private struct Step {
    let code: TaskCode
    let done: Bool
    var day: Day?

    init(_ code: TaskCode, _ done: Bool, _ day: Day? = nil) {
      self.code = code
      self.done = done
      self.day = day
    }
  }

  /// The ordinary course of a party's part, in the order of law.
  private func course(for party: Party, open: [TaskCode]) -> [Step] {
    switch party {
    case .fk:
      return [
        Step(.recordInformed, informed != nil, informed?.day),
        Step(.placeOrder, order != nil, order?.at.day),
        Step(.recordArrival, statement?.arrivedDay != nil, statement?.arrivedDay),
        Step(.reviewStatement, ended != nil, endedAt?.day),
      ]
    case .region:
      // The same step under the name that says how far the search has come.
      let searches: [TaskCode] = [.choosePerformer, .findAnotherPerformer]
      let search = open.first(where: searches.contains) ?? .answerRequest
      return [Step(search, allocation != nil, allocatedAt?.day)]
    case .performer(let id) where id == performer && order != nil:
      let examined = currentVisits.first { $0.profession == .doctor && $0.isPerformed }
      let booked = currentVisits.contains {
        $0.profession == .doctor && ($0.isBooked || $0.isPerformed)
      }
      return [
        Step(.acceptOrder, order?.isAccepted == true, order?.acceptedAt?.day),
        Step(.reviewDocuments, order?.completeDay != nil, order?.completeDay),
        Step(.appointDoctor, doctor != nil),
        Step(.bookVisit, booked),
        Step(.reportVisit, examined != nil, examined?.start.day),
        Step(.sendStatement, statement != nil, statement?.sentDay),
      ]
    case .performer(let id):
      let inquiry = inquiries.last { $0.performer == id }
      return inquiry.map { [Step(.answerInquiry, $0.answer != nil)] } ?? []
    case .insured:
      return []
    }
  }
}
