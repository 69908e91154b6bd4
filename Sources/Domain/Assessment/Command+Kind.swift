// SPDX-License-Identifier: Apache-2.0

extension Command {
  /// Which kind of command this is.
  public var kind: ActionKind {
    switch self {
    case .requestPerformer: .requestPerformer
    case .recordInformed: .recordInformed
    case .placeOrder: .placeOrder
    case .updateOrder: .updateOrder
    case .answerOrderSupplement: .answerOrderSupplement
    case .decideExtension: .decideExtension
    case .stateExtensionDay: .stateExtensionDay
    case .decideDeferral: .decideDeferral
    case .decideRemainingVisits: .decideRemainingVisits
    case .recordStatementArrival: .recordStatementArrival
    case .requestStatementSupplement: .requestStatementSupplement
    case .recordSupplementArrival: .recordSupplementArrival
    case .endAssessment: .endAssessment
    case .registerRepresentative: .registerRepresentative
    case .endRepresentative: .endRepresentative
    case .commitDraw: .commitDraw
    case .sendInquiries: .sendInquiries
    case .withdrawInquiry: .withdrawInquiry
    case .allocate: .allocate
    case .declineRequest: .declineRequest
    case .withdrawAllocation: .withdrawAllocation
    case .notifyDelay: .notifyDelay
    case .requestDeferral: .requestDeferral
    case .answerInquiry: .answerInquiry
    case .acceptOrder: .acceptOrder
    case .returnOrder: .returnOrder
    case .requestOrderSupplement: .requestOrderSupplement
    case .confirmComplete: .confirmComplete
    case .appointDoctor: .appointDoctor
    case .appointExaminer: .appointExaminer
    case .releaseExaminer: .releaseExaminer
    case .bookVisit: .bookVisit
    case .moveVisit: .moveVisit
    case .declineVisitMove: .declineVisitMove
    case .requestVisitMove: .requestVisitMove
    case .addDocuments: .addDocuments
    case .giveSelfRating: .giveSelfRating
    case .recordSummons: .recordSummons
    case .cancelVisit: .cancelVisit
    case .reportVisit: .reportVisit
    case .proposeExtension: .proposeExtension
    case .reportDelayRisk: .reportDelayRisk
    case .reportConflict: .reportConflict
    case .sendStatement: .sendStatement
    case .sendStatementSupplement: .sendStatementSupplement
    case .releaseStatement: .releaseStatement
    case .recordOpposition: .recordOpposition
    case .withdrawOpposition: .withdrawOpposition
    case .reportDeviation: .reportDeviation
    case .correct: .correct
    case .notice: .notice
    }
  }

  /// The numbered thing a command is about (a visit, a question), where there is one.
  public var subject: Int? {
    switch self {
    case .moveVisit(let moved): moved.number
    case .declineVisitMove(let declined): declined.number
    case .requestVisitMove(let asked): asked.number
    case .recordSummons(let summons): summons.number
    case .cancelVisit(let cancelled): cancelled.number
    case .reportVisit(let report): report.number
    case .answerOrderSupplement(let answer): answer.number
    case .decideExtension(let decision): decision.number
    case .decideDeferral(let decision): decision.number
    case .decideRemainingVisits(let decision): decision.deviation
    case .sendStatementSupplement(let number, _, _): number
    case .recordSupplementArrival(let number, _, _): number
    case .endRepresentative(let ended): ended.number
    case .reportDeviation(let report): report.visit
    case .correct(let version, _, _): version
    default: nil
    }
  }
}
