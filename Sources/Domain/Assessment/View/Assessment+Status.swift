// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// Where the case stands for a party at an instant. It is a pure function of what the party
  /// was sent and of the time, and never stored as truth.
  public func status(for party: Party, now: Instant) -> Status {
    if case .performer(let id) = party, id != performer {
      return statusForAskedPerformer(id)
    }
    if ended != nil { return .ended }
    if requestDeclined != nil { return .requestDeclined }
    if allocation == nil { return statusOfAllocation(now) }
    guard let order else { return .awaitingOrder }
    if order.returned != nil { return .orderReturned }
    if !order.isAccepted { return .orderReceived }
    if let statement, let status = status(of: statement) { return status }
    return statusOfAssessment(order, now)
  }

  private func statusForAskedPerformer(_ id: HSAID) -> Status {
    if visits.contains(where: { $0.performer == id && $0.isBooked }) { return .visitToReport }
    if let inquiry = inquiries.last(where: { $0.performer == id }) {
      if inquiry.closed != nil { return .inquiryClosed }
      return inquiry.answer == nil ? .inquiryReceived : .inquiryAnswered
    }
    return .assignmentLost
  }

  private func statusOfAllocation(_ now: Instant) -> Status {
    let standing = inquiries.filter { $0.closed == nil }
    let waiting = standing.contains { $0.isOpen && $0.sent.answerBy >= now.day }
    if waiting { return .inquiring }
    if standing.contains(where: \.isAccepted) { return .answersToChoose }
    if !standing.isEmpty { return .noPerformerFound }
    return formerPerformers.isEmpty ? .requested : .reallocation
  }

  private func status(of statement: Statement) -> Status? {
    guard statement.arrivedDay != nil else {
      return statement.sentDay != nil ? .statementSent : nil
    }
    guard let underWay = statement.supplementUnderWay else { return .statementArrived }
    return underWay.sentDay == nil ? .supplementToWrite : .supplementSent
  }

  private func statusOfAssessment(_ order: Order, _ now: Instant) -> Status {
    let visits = currentVisits
    if order.openSupplement != nil { return .questionToAgency }
    if deviations.contains(where: { needsDecision($0) }) { return .deviationToDecide }
    if extensions.contains(where: { $0.decided == nil }) { return .extensionToDecide }
    if deferrals.contains(where: { $0.decided == nil }) { return .deferralToDecide }
    if visits.contains(where: { $0.isBooked && $0.toBeCancelled }) { return .visitToCancel }
    if visits.contains(where: { $0.isBooked && $0.start <= now }) { return .visitToReport }
    if order.completeDay == nil { return .awaitingDocuments }
    if visits.contains(where: \.isBooked) { return .visitBooked }
    if !professionsToBook.isEmpty { return .extensionToBook }
    if !visits.contains(where: { $0.profession == .doctor && $0.isPerformed }) {
      return .visitToBook
    }
    return opposition == nil ? .statementToWrite : .statementOpposed
  }

  /// A deviation about a visit waits for Försäkringskassan's word on the visits that remain,
  /// unless Försäkringskassan reported it itself and nothing is booked.
  public func needsDecision(_ deviation: Deviation) -> Bool {
    guard deviation.decided == nil, !deviation.lapsed, ended == nil, statement == nil else {
      return false
    }
    return deviation.author != .fk || currentVisits.contains { $0.isBooked }
  }

  /// Approved professions for which no visit is booked or performed.
  public var professionsToBook: [Profession] {
    let approved = Set(extensions.flatMap { $0.decided?.approved ?? [] })
    let covered = Set(currentVisits.filter { $0.isBooked || $0.isPerformed }.map(\.profession))
    return approved.subtracting(covered).sorted()
  }

  /// The first instant at which the status or the tasks can change by time alone, or nil: a visit
  /// begins, or the last day of an inquiry ends. Lists are computed anew then, so that no list
  /// shows yesterday's truth.
  public func recheck(after now: Instant) -> Instant? {
    let visits = visits.filter { $0.isBooked && $0.start > now }.map(\.start)
    let answers =
      ended == nil
      ? inquiries.filter { $0.isOpen && $0.sent.answerBy >= now.day }
        .map { Instant(day: $0.sent.answerBy.adding(days: 1), time: .midnight) } : []
    return (visits + answers).min()
  }
}
