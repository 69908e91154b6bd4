// SPDX-License-Identifier: Apache-2.0

extension ActionKind {
  /// The party roles that may take the action.
  public var roles: Set<PartyRole> {
    switch self {
    case .requestPerformer, .recordInformed, .placeOrder, .updateOrder, .answerOrderSupplement,
      .decideExtension, .stateExtensionDay, .decideDeferral, .decideRemainingVisits,
      .recordStatementArrival, .requestStatementSupplement, .recordSupplementArrival,
      .endAssessment, .registerRepresentative, .endRepresentative:
      [.fk]
    case .commitDraw, .sendInquiries, .withdrawInquiry, .allocate, .declineRequest,
      .withdrawAllocation, .notifyDelay, .requestDeferral:
      [.region]
    case .answerInquiry, .acceptOrder, .returnOrder, .requestOrderSupplement, .confirmComplete,
      .appointDoctor, .appointExaminer, .releaseExaminer, .bookVisit, .moveVisit,
      .declineVisitMove, .recordSummons, .reportVisit, .proposeExtension, .reportDelayRisk,
      .reportConflict, .sendStatement, .sendStatementSupplement, .releaseStatement:
      [.performer]
    case .cancelVisit, .recordOpposition, .withdrawOpposition: [.performer, .insured]
    case .requestVisitMove, .addDocuments, .giveSelfRating: [.insured]
    case .reportDeviation, .correct, .notice:
      [.fk, .region, .performer]
    }
  }

  /// Whether a person in this function at a party with the right role may take the action.
  /// Examiners who are not doctors report their own visits; the rest is done by the doctor or
  /// by the administrator on the doctor's behalf.
  public func isOpen(to function: StaffFunction) -> Bool {
    switch function {
    case .system: self == .commitDraw || self == .notice
    case .insured: roles.contains(.insured)
    case .caseOfficer, .agencyCoordinator, .regionCoordinator, .performerAdministrator,
      .examiner(.doctor):
      self != .commitDraw && self != .notice
    case .examiner:
      self == .reportVisit || self == .reportDeviation || self == .recordSummons
    }
  }

  /// The action remains possible after the case has ended: what happened at booked visits is
  /// still to be told, which Samsyn reminds of, whoever need read no more is to be released, the
  /// insured is still to get her statement, whoever acts for her is still to read it or to be
  /// shut out, and wrong events are still to be corrected.
  var remainsAfterEnd: Bool {
    switch self {
    case .reportVisit, .cancelVisit, .releaseExaminer, .releaseStatement,
      .registerRepresentative, .endRepresentative, .correct, .notice:
      true
    default: false
    }
  }
}
