// SPDX-License-Identifier: Apache-2.0

// Försäkringskassan's request, information, order and ending.
extension Assessment {
  func decideRequest(
    _ request: PerformerRequested, _ insured: InsuredIdentity?, _ route: Route,
    _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try check(request, route, context)
    let registered = insured.map { AssessmentEvent.insuredRegistered(.init(identity: $0)) }
    return [.performerRequested(request)] + [registered].compactMap(\.self)
  }

  func decideInformed(
    _ informed: InsuredInformed, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    let earliest = requestedAt?.day.adding(days: -CaseLimit.daysInformedBefore)
    try Check.happened(informed.day, "day", since: earliest, context)
    return [.insuredInformed(informed)]
  }

  func decideOrder(
    _ order: OrderPlaced, _ route: Route, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try check(order, route, context)
    return [.orderPlaced(order)]
  }

  func decideOrderAnswer(_ answer: OrderSupplemented) throws(Refusal) -> [AssessmentEvent] {
    guard let open = order?.openSupplement else { throw Refusal(.noOpenQuestion) }
    try Check.documents(answer.documents, "documents")
    let sent = Set((order?.documents.items ?? []).compactMap(\.file?.id))
    if answer.documents.items?.contains(where: { $0.file.map { sent.contains($0.id) } ?? false })
      == true
    {
      throw Refusal(.documentSent, field: "documents")
    }
    if answer.documents.count == 0 { try Check.text(answer.answer, "answer") }
    try Check.optional(answer.answer, "answer")
    var numbered = answer
    numbered.number = open.requested.number
    return [.orderSupplemented(numbered)]
  }

  private func check(
    _ request: PerformerRequested, _ route: Route, _ context: CaseContext
  ) throws(Refusal) {
    if route == .page { try Check.text(request.assess, "assess") }
    try Check.optional(request.assess, "assess")
    try Check.optional(request.comment, "comment")
    if !request.protected {
      try Check.text(request.need.town, "need.town", limit: CaseLimit.lineLength)
    }
    try Check.optional(request.need.specialNeeds, "need.specialNeeds")
    try Check.interpreter(request.need.interpreter)
    try Check.officer(request.officer, route)
    if let day = request.answerBy { try Check.future(day, "answerBy", context) }
  }

  private func check(
    _ order: OrderPlaced, _ route: Route, _ context: CaseContext
  ) throws(Refusal) {
    guard order.performer == performer else {
      throw Refusal(.wrongPerformer, field: "performer")
    }
    if order.identity.fullName == nil { throw Refusal(.missing, field: "identity.lastName") }
    if order.identity.protected
      && (order.identity.address?.isBlank == false || order.identity.phone?.isBlank == false)
    {
      throw Refusal(.addressProtected, field: "identity.address")
    }
    try Check.officer(order.officer, route)
    try Check.interpreter(order.interpreter)
    try Check.documents(order.documents, "documents")
    try Check.optional(order.purpose, "purpose")
    try Check.optional(order.background, "background")
    try Check.optional(order.plannedActions, "plannedActions")
    try Check.optional(order.specialNeeds, "specialNeeds")
    try Check.optional(order.comment, "comment")
    if let day = order.lastDay { try Check.future(day, "lastDay", context) }
    guard route == .page else { return }
    try Check.text(order.purpose, "purpose")
    try Check.text(order.background, "background")
    if order.extensionAllowed == nil { throw Refusal(.missing, field: "extensionAllowed") }
    if let part = order.documents.unexplained.first {
      throw Refusal(.partUnexplained, field: "documents.absent.\(part.rawValue)")
    }
    if !order.identity.protected && order.identity.address?.isBlank != false
      && order.identity.phone?.isBlank != false
    {
      throw Refusal(.missing, field: "identity.address")
    }
  }

  func decideUpdate(
    _ update: OrderUpdated, _ lastDay: Day?, _ route: Route, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    if let interpreter = update.interpreter { try Check.interpreter(interpreter) }
    if let officer = update.officer { try Check.officer(officer, route) }
    try Check.optional(update.comment, "comment")
    try Check.optional(update.specialNeeds, "specialNeeds")
    try require(!update.isEmpty || lastDay != nil, .nothingChanged)
    let changes: [AssessmentEvent] = update.isEmpty ? [] : [.orderUpdated(update)]
    guard let lastDay else { return changes }
    return changes + [try newLastDay(lastDay, context)]
  }

  /// A new last day given without saying why: an extension if one is approved and undated and
  /// the day is within its limit, else a deferral, which has no limit.
  private func newLastDay(_ day: Day, _ context: CaseContext) throws(Refusal) -> AssessmentEvent {
    try checkLater(day, context)
    let limit = deadline(context).extensionLimit
    if extensions.contains(where: { $0.isApproved && !$0.dated }), let limit, day <= limit {
      return .extensionDayStated(ExtensionDayStated(lastDay: day))
    }
    let open = deferrals.first { $0.decided == nil }
    return .deferralDecided(DeferralDecided(number: open?.requested.number, lastDay: day))
  }

  func decideEnd(_ ending: AssessmentEnded) throws(Refusal) -> [AssessmentEvent] {
    try Check.optional(ending.comment, "comment")
    let fits =
      switch ending.reason {
      case .completed: statement?.arrivedDay != nil && statement?.supplementUnderWay == nil
      case .noOrder: order == nil
      case .conflictOfInterest: statement?.arrivedDay == nil
      // A supplement that never comes must not keep the case open for ever.
      case .aborted: statement?.arrivedDay == nil || statement?.supplementUnderWay != nil
      }
    if !fits { throw Refusal(.endReasonUnfit, field: "reason") }
    return closings(.requestEnded) + [.assessmentEnded(ending)]
  }
}
