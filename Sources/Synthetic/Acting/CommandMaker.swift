// SPDX-License-Identifier: Apache-2.0

import Domain

/// Makes plausible commands for a party from what it sees of a case, for simulations. The
/// commands are such as a person could give on the page: mostly right, sometimes refused.
public struct CommandMaker {
  public let context: CaseContext
  /// Performers of the case's region.
  public let performers: [UnitContact]
  /// Regions that a request can go to.
  public let regions: [HSAID]

  public init(context: CaseContext, performers: [UnitContact], regions: [HSAID]) {
    self.context = context
    self.performers = performers
    self.regions = regions
  }

  private var today: Day { context.today }

  /// A command of this kind in this case, or nil where there is nothing it could be about.
  public func command(
    _ kind: ActionKind, in view: CaseView, _ random: inout SeededRandom
  ) -> Command? {
    switch kind {
    case .requestPerformer, .recordInformed, .placeOrder, .updateOrder,
      .answerOrderSupplement, .endAssessment:
      orderCommand(kind, view.state, &random)
    case .decideExtension, .stateExtensionDay, .decideDeferral, .decideRemainingVisits,
      .notifyDelay, .requestDeferral, .reportDelayRisk, .proposeExtension:
      timeCommand(kind, view, &random)
    case .recordStatementArrival, .requestStatementSupplement, .recordSupplementArrival,
      .sendStatement, .sendStatementSupplement, .releaseStatement, .recordOpposition,
      .withdrawOpposition:
      statementCommand(kind, view.state)
    case .sendInquiries, .withdrawInquiry, .allocate, .declineRequest, .withdrawAllocation,
      .answerInquiry, .reportConflict:
      allocationCommand(kind, view, &random)
    case .acceptOrder, .returnOrder, .requestOrderSupplement, .confirmComplete,
      .appointDoctor:
      receptionCommand(kind, &random)
    case .appointExaminer, .releaseExaminer: examinerCommand(kind, view.state, &random)
    case .bookVisit, .moveVisit, .requestVisitMove, .declineVisitMove, .recordSummons,
      .cancelVisit, .reportVisit,
      .reportDeviation:
      visitCommand(kind, view.state, &random)
    case .addDocuments, .giveSelfRating, .registerRepresentative, .endRepresentative,
      .commitDraw, .correct, .notice:
      nil
    }
  }

  /// A request for a new case in one of the regions.
  public func request(
    _ insured: SyntheticInsured, to region: HSAID, officer: String,
    _ random: inout SeededRandom
  ) -> PerformerRequested {
    PerformerRequested(
      assess: "Förmåga att utföra ett vanligt förekommande arbete.", region: region,
      answerBy: random.chance(50) ? today.adding(days: random.between(1...10)) : nil,
      need: AllocationNeed(
        town: insured.town, interpreter: insured.interpreter,
        specialNeeds: insured.specialNeeds),
      officer: CaseOfficer(name: officer, phone: "010-000 00 00"),
      protected: insured.identity.protected)
  }

  private func examinerCommand(
    _ kind: ActionKind, _ state: Assessment, _ random: inout SeededRandom
  ) -> Command? {
    if kind == .releaseExaminer {
      return state.examiners.first?.person.map { .releaseExaminer(person: $0) }
    }
    let profession = random.pick(Profession.allCases)
    return .appointExaminer(
      person: "utredare-\(profession.rawValue)", name: "Utredare \(random.between(1...9))",
      profession: profession)
  }

  private func orderCommand(
    _ kind: ActionKind, _ state: Assessment, _ random: inout SeededRandom
  ) -> Command? {
    switch kind {
    case .requestPerformer:
      guard var request = state.request else { return nil }
      request.region = random.pick(regions)
      request.answerBy = nil
      return .requestPerformer(request, insured: nil)
    case .recordInformed:
      return .recordInformed(
        InsuredInformed(day: today, channel: .letter, invitedToAdd: true))
    case .placeOrder:
      guard let performer = state.performer, let insured = state.insured,
        let request = state.request
      else { return nil }
      return .placeOrder(order(to: performer, for: insured, request, &random))
    case .updateOrder:
      let later = state.deadline(context).last?.adding(days: random.between(1...10))
      return .updateOrder(
        OrderUpdated(comment: "Nytt telefonnummer till handläggaren."),
        lastDay: random.chance(30) ? later : nil)
    case .answerOrderSupplement:
      let document = SupportingDocument(
        kind: .medical, title: "Journalkopia", dated: today, pages: 4)
      return .answerOrderSupplement(
        OrderSupplemented(number: 1, documents: DocumentList([document]), answer: nil))
    case .endAssessment:
      let arrived = state.statement?.arrivedDay != nil
      let reason: EndReason = arrived ? .completed : state.order == nil ? .noOrder : .aborted
      return .endAssessment(AssessmentEnded(reason: reason))
    default:
      return nil
    }
  }

  private func order(
    to performer: HSAID, for insured: InsuredIdentity, _ request: PerformerRequested,
    _ random: inout SeededRandom
  ) -> OrderPlaced {
    let documents = DocumentKind.allCases.dropLast().map {
      SupportingDocument(kind: $0, title: "Handling", dated: today, pages: 3)
    }
    var identity = insured
    if !identity.protected { identity.phone = "070-000 00 00" }
    return OrderPlaced(
      performer: performer, identity: identity, purpose: "Underlag för beslut.",
      background: "Sjukskriven en längre tid.", extensionAllowed: !random.chance(10),
      interpreter: request.need.interpreter, specialNeeds: request.need.specialNeeds,
      officer: request.officer,
      documents: DocumentList(
        Array(documents), absent: [AbsentPart(kind: .other, reason: "Inget annat finns.")]))
  }

  private func receptionCommand(
    _ kind: ActionKind, _ random: inout SeededRandom
  ) -> Command? {
    switch kind {
    case .acceptOrder: .acceptOrder(OrderAccepted())
    case .returnOrder:
      .returnOrder(
        random.chance(50) ? .incomplete : .cannotPerform, reason: "Saknar uppgifter.")
    case .requestOrderSupplement:
      .requestOrderSupplement(parts: [.medical], question: "Vi saknar journalen.")
    case .confirmComplete: .confirmComplete(UnderlagCompleted(day: today))
    case .appointDoctor: .appointDoctor(DoctorAppointed(name: "Sixten Provberg"))
    default: nil
    }
  }

  private func statementCommand(_ kind: ActionKind, _ state: Assessment) -> Command? {
    switch kind {
    case .recordStatementArrival:
      .recordStatementArrival(
        StatementArrived(day: today, lastSupplementRequestDay: today.adding(days: 30)))
    case .requestStatementSupplement:
      .requestStatementSupplement(
        question: "Förtydliga uthålligheten.", answerBy: today.adding(days: 14))
    case .recordSupplementArrival:
      .recordSupplementArrival(
        number: nil, day: today, lastSupplementRequestDay: today.adding(days: 30))
    case .sendStatement: .sendStatement(StatementSent(day: today))
    case .sendStatementSupplement:
      state.statement?.openSupplement.map {
        .sendStatementSupplement(number: $0.requested.number, day: today)
      }
    case .releaseStatement: .releaseStatement
    case .recordOpposition: .recordOpposition(InsuredOpposed(day: today))
    case .withdrawOpposition: .withdrawOpposition(OppositionWithdrawn(day: today))
    default: nil
    }
  }
}
