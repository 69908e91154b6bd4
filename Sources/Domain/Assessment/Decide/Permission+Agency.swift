// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// What Försäkringskassan may do, and in which order (lag 2018:744 5–7 §§, förordning
  /// 2018:1633 5–8 §§).
  func permitAgency(
    _ kind: ActionKind, subject: Int?, route: Route, context: CaseContext
  ) throws(Refusal) {
    switch kind {
    case .requestPerformer:
      try require(request == nil || requestDeclined != nil, .alreadyRequested)
    case .recordInformed:
      try require(request != nil, .noRequest)
      try require(informed == nil, .alreadyInformed)
    case .placeOrder:
      try require(request != nil, .noRequest)
      try require(allocation != nil, .noPerformer)
      try require(order == nil || order?.returned != nil, .alreadyOrdered)
      // A contract message cannot say when the insured was informed; the evidence is then
      // Försäkringskassan's own and stays an open task in Samsyn.
      try require(informed != nil || route == .contract, .notInformed)
    case .updateOrder:
      try require(order != nil, .noOrder)
      try require(order?.returned == nil, .orderReturned)
      try require(statement?.arrivedDay == nil, .statementArrived)
    case .answerOrderSupplement:
      try require(order != nil, .noOrder)
      let open = order?.openSupplement
      try require(
        open != nil && (subject == nil || open?.requested.number == subject), .noOpenQuestion)
    case .decideExtension:
      try require(
        extensions.contains {
          $0.decided == nil && (subject == nil || $0.proposed.number == subject)
        }, .noExtensionProposed)
    case .stateExtensionDay:
      try require(extensions.contains { $0.isApproved && !$0.dated }, .noApprovedExtension)
      try require(statement?.arrivedDay == nil, .statementArrived)
      try requireRoomToExtend(context)
    case .decideDeferral:
      try require(order != nil, .noOrder)
      try require(statement?.arrivedDay == nil, .statementArrived)
      if let subject {
        try require(
          deferrals.contains { $0.requested.number == subject && $0.decided == nil },
          .noDeferral)
      }
    case .decideRemainingVisits:
      try require(
        deviations.contains {
          $0.decided == nil && (subject == nil || $0.reported.number == subject)
        }, .noDeviation)
    case .registerRepresentative, .endRepresentative:
      try permitRepresentative(kind, subject: subject, context)
    case .reportDeviation, .correct, .notice:
      try permitReport(kind, subject: subject)
    default:
      try permitAgencyOnStatement(kind, context)
    }
  }

  /// There is a day left that an extension may still reach.
  private func requireRoomToExtend(_ context: CaseContext) throws(Refusal) {
    let deadline = deadline(context)
    guard let limit = deadline.extensionLimit else { throw Refusal(.extensionLimitUnknown) }
    if context.today > limit || deadline.last.map({ $0 >= limit }) == true {
      throw Refusal(.beyondExtensionLimit, values: [limit.description])
    }
  }

  private func permitAgencyOnStatement(
    _ kind: ActionKind, _ context: CaseContext
  ) throws(Refusal) {
    switch kind {
    case .recordStatementArrival:
      try require(order != nil, .noOrder)
      try require(order?.isAccepted == true, .orderNotAccepted)
      try require(order?.completeDay != nil, .notComplete)
      try require(statement?.arrivedDay == nil, .statementArrived)
      try require(opposition == nil || statement?.sentDay != nil, .insuredOpposes)
    case .requestStatementSupplement:
      try require(statement?.arrivedDay != nil, .statementNotArrived)
      try require(statement?.supplementUnderWay == nil, .supplementUnderWay)
      // The last day itself is still a day to ask on.
      if let last = statement?.lastSupplementRequestDay, context.today > last {
        throw Refusal(.supplementWindowPassed, values: [last.description])
      }
    case .recordSupplementArrival:
      try require(statement?.supplementUnderWay != nil, .noSupplement)
    case .endAssessment:
      try require(request != nil, .noRequest)
    default:
      throw Refusal(.wrongParty)
    }
  }

  /// Reports and corrections, which several parties may make.
  func permitReport(_ kind: ActionKind, subject: Int?) throws(Refusal) {
    switch kind {
    case .reportDeviation:
      try require(order != nil, .noOrder)
      try require(order?.isAccepted == true, .orderNotAccepted)
      if let subject { try require(visit(subject) != nil, .noVisit) }
    case .correct, .notice:
      break
    default:
      throw Refusal(.wrongParty)
    }
  }
}
