// SPDX-License-Identifier: Apache-2.0

import Domain

// The order, its underlag and the statement.
extension CaseTelling {
  mutating func tellOrder(_ move: Move) {
    switch move {
    case .placeOrder(let statesLastDay): placeOrder(statesLastDay)
    case .updateOrder:
      let update = OrderUpdated(
        specialNeeds: random.pick(CaseTexts.specialNeeds), comment: "Ändrat behov.")
      act(.updateOrder(update, lastDay: nil), by: agency)
    case .answerQuestion: answerQuestion()
    default:
      if let administrator { receive(move, administrator) }
    }
  }

  /// What the performer does with the order.
  private mutating func receive(_ move: Move, _ administrator: Actor) {
    switch move {
    case .accept: act(.acceptOrder(OrderAccepted()), by: administrator)
    case .returnOrder(let cause):
      let reasons =
        cause == .incomplete ? CaseTexts.returnsIncomplete : CaseTexts.returnsUnable
      act(.returnOrder(cause, reason: random.pick(reasons)), by: administrator)
    case .ask:
      act(
        .requestOrderSupplement(
          parts: [random.pick([.medical, .selfRating, .other])],
          question: random.pick(CaseTexts.documentQuestions)),
        by: administrator)
    case .complete:
      act(.confirmComplete(UnderlagCompleted(day: today)), by: administrator)
    case .correctComplete:
      guard let order = state.order, let complete = order.completeDay,
        order.at.day < complete
      else { return }
      correct(
        .underlagCompleted,
        to: .confirmComplete(UnderlagCompleted(day: max(order.at.day, day(-1, after: complete)))),
        reason: "Underlaget kom en dag tidigare än vi skrev.", by: administrator)
    case .appointDoctor:
      guard let performer else { return }
      let chosen = random.pick(performer.examiners(.doctor))
      act(
        .appointDoctor(DoctorAppointed(name: chosen.name, person: chosen.id)),
        by: administrator)
      doctor = chosen
    default: break
    }
  }

  private mutating func placeOrder(_ statesLastDay: Bool) {
    guard let performer = state.performer else { return }
    let stated = maker.span.baseDays + random.between(4...8)
    let order = OrderPlaced(
      performer: performer, identity: insured.identity,
      purpose: random.pick(CaseTexts.purposes), background: CaseTexts.background(&random),
      plannedActions: random.chance(40) ? random.pick(CaseTexts.plannedActions) : nil,
      extensionAllowed: true, interpreter: insured.interpreter,
      specialNeeds: insured.specialNeeds, officer: officerContact, documents: documents(),
      documentsByPost: random.chance(20), lastDay: statesLastDay ? day(stated, after: today) : nil,
      agencyNumber: state.request?.agencyNumber)
    act(.placeOrder(order), by: agency)
  }

  /// At least one medical document and, mostly, the self-rating; what is missing is explained.
  private mutating func documents() -> DocumentList {
    var items: [SupportingDocument] = []
    for (index, (kind, title, pages)) in CaseTexts.documentTitles.enumerated() {
      let percent = index == 0 ? 100 : kind == .selfRating ? 90 : 50
      guard random.chance(percent) else { continue }
      items.append(
        SupportingDocument(
          kind: kind, title: title, dated: today.adding(days: -random.between(3...160)),
          pages: random.between(pages)))
    }
    let present = Set(items.map(\.kind))
    let absent = DocumentKind.allCases.filter { !present.contains($0) }
      .map { AbsentPart(kind: $0, reason: CaseTexts.absence($0)) }
    return DocumentList(items, absent: absent)
  }

  private mutating func answerQuestion() {
    let document = SupportingDocument(
      kind: .medical, title: "Komplettering från vården",
      dated: today.adding(days: -random.between(3...90)), pages: random.between(1...5))
    act(
      .answerOrderSupplement(
        OrderSupplemented(
          number: state.order?.openSupplement?.requested.number ?? 1,
          documents: DocumentList(random.chance(75) ? [document] : []),
          answer: random.pick(CaseTexts.documentAnswers))),
      by: agency)
  }

  mutating func tellStatement(_ move: Move) {
    switch move {
    case .oppose:
      guard let examining else { return }
      act(.recordOpposition(InsuredOpposed(day: today)), by: examining)
    case .opposeNoLonger:
      guard let examining else { return }
      act(.withdrawOpposition(OppositionWithdrawn(day: today)), by: examining)
    case .sendStatement:
      guard let examining else { return }
      act(.sendStatement(StatementSent(day: today)), by: examining)
    case .recordArrival:
      act(
        .recordStatementArrival(
          StatementArrived(
            day: today, lastSupplementRequestDay: day(random.between(10...15), after: today))),
        by: agency)
    case .askSupplement(let answerBy):
      let question = plan.byContract ? nil : random.pick(CaseTexts.supplementQuestions)
      act(.requestStatementSupplement(question: question, answerBy: day(answerBy)), by: agency)
    case .sendSupplement:
      guard let examining, let open = state.statement?.openSupplement else { return }
      act(.sendStatementSupplement(number: open.requested.number, day: today), by: examining)
    case .recordSupplementArrival:
      act(
        .recordSupplementArrival(
          number: nil, day: today, lastSupplementRequestDay: day(10, after: today)),
        by: agency)
    case .end(let reason):
      let comment = reason == .completed ? nil : random.pick(CaseTexts.endings)
      act(.endAssessment(AssessmentEnded(reason: reason, comment: comment)), by: agency)
    default: break
    }
  }
}
