// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// What the performer may do, in the order of law and förordning.
  func permitPerformer(
    _ kind: ActionKind, subject: Int?, _ party: Party, context: CaseContext
  ) throws(Refusal) {
    switch kind {
    case .answerInquiry:
      guard let inquiry = inquiries.last(where: { .performer($0.performer) == party }) else {
        throw Refusal(.noInquiry)
      }
      try require(inquiry.closed == nil, .inquiryClosed)
      try require(inquiry.answer == nil, .inquiryAnswered)
      try require(allocation == nil, .alreadyAllocated)
    case .acceptOrder, .returnOrder:
      try require(order != nil, .noOrder)
      try require(order?.isAccepted == false, .orderAccepted)
      try require(order?.returned == nil, .orderReturned)
    case .requestOrderSupplement:
      try requireAccepted()
      try require(order?.openSupplement == nil, .questionOpen)
      try require(statement == nil, .statementSent)
    case .confirmComplete:
      try requireAccepted()
      try require(order?.completeDay == nil, .alreadyComplete)
      try require(order?.openSupplement == nil, .questionOpen)
    case .appointDoctor, .bookVisit, .reportDelayRisk:
      try requireAccepted()
      try require(statement == nil, .statementSent)
    case .appointExaminer:
      try requireAccepted()
    case .releaseExaminer:
      try require(!examiners.isEmpty, .notAppointed)
    case .moveVisit, .declineVisitMove, .recordSummons, .cancelVisit, .reportVisit:
      try permitVisit(kind, subject: subject, party, context: context)
    case .proposeExtension:
      try requireAccepted()
      try require(order?.completeDay != nil, .notComplete)
      try require(doctor != nil, .noDoctor)
      try require(order?.placed.extensionAllowed != false, .extensionNotAllowed)
      try require(statement == nil, .statementSent)
      try require(!extensions.contains { $0.decided == nil }, .extensionUndecided)
    case .reportConflict:
      try require(allocation != nil, .noPerformer)
      try require(statement == nil, .statementSent)
    case .sendStatement:
      try permitStatement()
    case .sendStatementSupplement:
      try require(statement?.supplements.isEmpty == false, .noSupplement)
      try require(statement?.openSupplement != nil, .supplementSent)
    case .releaseStatement:
      try require(statement?.signed != nil, .statementNotHere)
      try require(statement?.isKeptFromInsured == true, .statementReleased)
    case .recordOpposition, .withdrawOpposition: try permitOpposition(kind, by: .performer)
    default:
      if kind == .reportDeviation, let subject {
        try require(currentVisits.contains { $0.number == subject }, .noVisit)
      }
      try permitReport(kind, subject: subject)
    }
  }

  /// While somebody has the assignment and nothing is sent, the insured may say that it is not to
  /// be, and take it back. What she has said herself nobody takes back for her.
  func permitOpposition(_ kind: ActionKind, by role: PartyRole) throws(Refusal) {
    guard kind == .recordOpposition else {
      try require(opposition != nil, .noOpposition)
      return try require(role == .insured || !opposedHerself, .opposedHerself)
    }
    try requireAccepted()
    try require(statement == nil, .statementSent)
    try require(opposition == nil, .insuredOpposes)
  }

  private func requireAccepted() throws(Refusal) {
    try require(order != nil, .noOrder)
    try require(order?.returned == nil, .orderReturned)
    try require(order?.isAccepted == true, .orderNotAccepted)
  }

  private func permitVisit(
    _ kind: ActionKind, subject: Int?, _ party: Party, context: CaseContext
  ) throws(Refusal) {
    let own = visits.filter { visit in visit.performer.map(Party.performer) == party }
    // Asked in general: is there any visit it could concern?
    let asked = own.filter { subject == nil ? $0.isBooked : $0.number == subject }
    try require(!asked.isEmpty, .noVisit)
    try require(asked.contains { $0.isBooked }, .visitNotBooked)
    if kind == .declineVisitMove {
      try require(asked.contains { $0.isMoveAsked }, .moveNotAsked)
    }
    if kind == .reportVisit {
      try require(asked.contains { $0.start <= context.now }, .visitNotStarted)
    }
  }

  /// What must be in place before the statement leaves: that the insured does not oppose it
  /// (förordning 11 §), the underlag, the responsible doctor (8 §), a doctor's examination
  /// (förordning 5 §) and every visit accounted for.
  private func permitStatement() throws(Refusal) {
    try requireAccepted()
    try require(statement?.sentDay == nil, .statementSent)
    try require(statement?.arrivedDay == nil, .statementArrived)
    try require(opposition == nil, .insuredOpposes)
    try require(order?.completeDay != nil, .notComplete)
    try require(doctor != nil, .noDoctor)
    try require(
      currentVisits.contains { $0.profession == .doctor && $0.isPerformed }, .doctorVisitMissing)
    try require(!currentVisits.contains { $0.isBooked }, .visitsOpen)
  }
}
