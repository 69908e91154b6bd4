// SPDX-License-Identifier: Apache-2.0
import Domain

extension ActionForm {
  /// The form of an action, or nil where it has none: a performer is ordered from in several
  /// steps, and what Samsyn does by itself nobody is asked about.
  static func of(_ kind: ActionKind, _ setting: ActionSetting) -> ActionForm? {
    switch kind {
    case .requestPerformer: requestAgain(setting)
    case .recordInformed: recordInformed(setting)
    case .placeOrder: nil
    case .updateOrder: updateOrder(setting)
    case .answerOrderSupplement: answerOrderSupplement(setting)
    case .decideExtension: decideExtension(setting)
    case .stateExtensionDay: stateExtensionDay(setting)
    case .decideDeferral: decideDeferral(setting)
    case .decideRemainingVisits: decideRemainingVisits(setting)
    case .recordStatementArrival: recordStatementArrival(setting)
    case .requestStatementSupplement: requestStatementSupplement(setting)
    case .recordSupplementArrival: recordSupplementArrival(setting)
    case .endAssessment: endAssessment(setting)
    case .registerRepresentative: registerRepresentative(setting)
    case .endRepresentative: endRepresentative(setting)
    case .commitDraw: nil
    case .sendInquiries: sendInquiries(setting)
    case .withdrawInquiry: withdrawInquiry(setting)
    case .allocate: allocate(setting)
    case .declineRequest: declineRequest(setting)
    case .withdrawAllocation: withdrawAllocation(setting)
    case .notifyDelay: notifyDelay(setting)
    case .requestDeferral: requestDeferral(setting)
    case .answerInquiry: answerInquiry(setting)
    case .acceptOrder: acceptOrder(setting)
    case .returnOrder: returnOrder(setting)
    case .requestOrderSupplement: requestOrderSupplement(setting)
    case .confirmComplete: confirmComplete(setting)
    case .appointDoctor: appointDoctor(setting)
    case .appointExaminer: appointExaminer(setting)
    case .releaseExaminer: releaseExaminer(setting)
    case .bookVisit: bookVisit(setting)
    case .moveVisit: moveVisit(setting)
    case .declineVisitMove: declineVisitMove(setting)
    case .recordSummons: recordSummons(setting)
    case .cancelVisit: cancelVisit(setting)
    case .reportVisit: reportVisit(setting)
    case .proposeExtension: proposeExtension(setting)
    case .reportDelayRisk: reportDelayRisk(setting)
    case .reportConflict: reportConflict(setting)
    case .sendStatement: sendStatement(setting)
    case .sendStatementSupplement: sendStatementSupplement(setting)
    case .releaseStatement: releaseStatement(setting)
    case .recordOpposition: recordOpposition(setting)
    case .withdrawOpposition: withdrawOpposition(setting)
    case .reportDeviation: reportDeviation(setting)
    case .correct: correct(setting)
    // She has pages of her own.
    case .requestVisitMove, .addDocuments, .giveSelfRating: nil
    case .notice: nil
    }
  }
}

extension ActionSetting {
  /// The number that an action without one in the address is about, so that a form sent twice is
  /// about the same thing both times.
  func subject(of kind: ActionKind) -> Int? {
    if let number { return number }
    switch kind {
    case .moveVisit, .recordSummons, .cancelVisit: return visit()?.number
    case .declineVisitMove: return visit(\.isMoveAsked)?.number
    case .reportVisit: return visit { $0.isBooked && $0.start <= context.now }?.number
    case .answerOrderSupplement: return state.order?.openSupplement?.requested.number
    case .decideExtension: return state.extensions.first { $0.decided == nil }?.proposed.number
    case .decideDeferral: return state.deferrals.first { $0.decided == nil }?.requested.number
    case .decideRemainingVisits:
      return state.deviations.first { state.needsDecision($0) }?.reported.number
        ?? state.deviations.first { $0.decided == nil }?.reported.number
    case .sendStatementSupplement: return state.statement?.openSupplement?.requested.number
    case .endRepresentative:
      return state.representatives.first { $0.isStanding(on: today) }?.number
    case .recordSupplementArrival:
      return state.statement?.supplementUnderWay?.requested.number
    default: return nil
    }
  }

  /// The same setting about a certain thing.
  func about(_ number: Int?) -> ActionSetting {
    var setting = self
    setting.number = number
    return setting
  }
}
