// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// What a party has to do now, most urgent first.
  public func tasks(for party: Party, context: CaseContext) -> [CaseTask] {
    let tasks: [CaseTask]
    switch party {
    case .fk: tasks = ended == nil ? agencyTasks(context) : []
    case .region(let id): tasks = ended == nil && id == region ? regionTasks(context) : []
    case .performer(let id): tasks = performerTasks(id, context)
    case .insured: tasks = []
    }
    return tasks.sorted { ($0.dueDay ?? .farAhead) < ($1.dueDay ?? .farAhead) }
  }

  private func agencyTasks(_ context: CaseContext) -> [CaseTask] {
    var tasks: [CaseTask] = []
    if requestDeclined != nil { return [CaseTask(.requestAgain)] }
    if request != nil && informed == nil { tasks.append(CaseTask(.recordInformed)) }
    if allocation != nil && order == nil && informed != nil { tasks.append(CaseTask(.placeOrder)) }
    if order?.returned != nil && informed != nil { tasks.append(CaseTask(.resendOrder)) }
    if let open = order?.openSupplement {
      tasks.append(CaseTask(.answerQuestion, subject: open.requested.number))
    }
    for deviation in deviations where needsDecision(deviation) {
      tasks.append(CaseTask(.decideDeviation, subject: deviation.reported.number))
    }
    for proposal in extensions where proposal.decided == nil {
      tasks.append(CaseTask(.decideExtension, subject: proposal.proposed.number))
    }
    for deferral in deferrals
    where deferral.decided == nil && statement?.arrivedDay == nil {
      tasks.append(CaseTask(.decideDeferral, subject: deferral.requested.number))
    }
    if opposition != nil && statement == nil { tasks.append(CaseTask(.considerOpposition)) }
    if let statement {
      tasks += agencyTasks(on: statement)
    }
    return tasks
  }

  private func agencyTasks(on statement: Statement) -> [CaseTask] {
    guard statement.arrivedDay != nil else { return [CaseTask(.recordArrival)] }
    guard let underWay = statement.supplementUnderWay else {
      return [
        CaseTask(.reviewStatement, due: statement.lastSupplementRequestDay, basis: .stated)
      ]
    }
    if underWay.sentDay == nil { return [] }
    return [CaseTask(.recordSupplementArrival, subject: underWay.requested.number)]
  }

  private func regionTasks(_ context: CaseContext) -> [CaseTask] {
    if requestDeclined != nil { return [] }
    if allocation == nil {
      let (due, basis) = answerDay(context)
      switch statusForRegion(context.now) {
      case .answersToChoose: return [CaseTask(.choosePerformer, due: due, basis: basis)]
      case .inquiring: return []
      case .requested: return [CaseTask(.answerRequest, due: due, basis: basis)]
      default: return [CaseTask(.findAnotherPerformer, due: due, basis: basis)]
      }
    }
    let arrived = statement?.arrivedDay != nil
    if delayRisk != nil && delayNotice == nil && deferrals.isEmpty && !arrived {
      return [CaseTask(.forwardDelay, due: deadline(context).last, basis: .law)]
    }
    return []
  }

  private func statusForRegion(_ now: Instant) -> Status {
    region.map { status(for: .region($0), now: now) } ?? .requested
  }

  /// The day the region's answer is due: the one Försäkringskassan stated, else the region's
  /// own target. Nothing in law sets one.
  public func answerDay(_ context: CaseContext) -> (Day?, DueBasis?) {
    if let stated = request?.answerBy { return (stated, .stated) }
    guard let requestedAt, let days = context.targets.answerRequestDays,
      let due = try? context.calendar.adding(workdays: days, to: requestedAt.day).day
    else { return (nil, nil) }
    return (due, .target)
  }

  private func performerTasks(_ id: HSAID, _ context: CaseContext) -> [CaseTask] {
    let kept = id == performer && statement?.isKeptFromInsured == true
    let toTell = visitsToTell(of: id, context) + (kept ? [CaseTask(.releaseStatement)] : [])
    guard ended == nil else { return toTell }
    guard id == performer else {
      if let inquiry = inquiries.last(where: { $0.performer == id }), inquiry.isOpen {
        return [CaseTask(.answerInquiry, due: inquiry.sent.answerBy, basis: .stated)] + toTell
      }
      return toTell
    }
    guard let order, order.returned == nil else { return [] }
    if !order.isAccepted { return [CaseTask(.acceptOrder)] }
    if let statement {
      guard let open = statement.openSupplement else { return toTell }
      return toTell + [
        CaseTask(
          .answerSupplement, subject: open.requested.number, due: open.requested.answerBy,
          basis: .stated)
      ]
    }
    return toTell + preparations(order, context)
  }

  /// Booked visits that have begun, or that are to be cancelled.
  private func visitsToTell(of id: HSAID, _ context: CaseContext) -> [CaseTask] {
    visits.filter { $0.performer == id && $0.isBooked }.compactMap { visit in
      if visit.start <= context.now {
        return CaseTask(.reportVisit, subject: visit.number, due: visit.start.day, basis: .stated)
      }
      if visit.toBeCancelled || ended != nil {
        return CaseTask(.cancelVisit, subject: visit.number, due: visit.start.day, basis: .stated)
      }
      return nil
    }
  }

  private func preparations(_ order: Order, _ context: CaseContext) -> [CaseTask] {
    let last = deadline(context).last
    var tasks: [CaseTask] = []
    func add(_ code: TaskCode, _ subject: Int? = nil) {
      tasks.append(CaseTask(code, subject: subject, due: last, basis: .law))
    }
    if order.completeDay == nil && order.openSupplement == nil { add(.reviewDocuments) }
    if doctor == nil { add(.appointDoctor) }
    let seen = currentVisits.contains {
      $0.profession == .doctor && ($0.isBooked || $0.isPerformed)
    }
    if !seen && order.completeDay != nil { add(.bookVisit) }
    if !professionsToBook.isEmpty { add(.bookExtension) }
    for visit in currentVisits
    where visit.isBooked && visit.summons == nil && visit.start > context.now
      && !visit.toBeCancelled
    {
      tasks.append(
        CaseTask(
          .sendSummons, subject: visit.number, due: summonsDay(visit, context), basis: .target))
    }
    for visit in currentVisits
    where visit.isMoveAsked && visit.start > context.now && !visit.toBeCancelled {
      tasks.append(
        CaseTask(
          .answerMoveRequest, subject: visit.number, due: visit.start.day, basis: .stated))
    }
    let performer = Party.performer(allocation?.unit.id ?? order.placed.performer)
    if doctor != nil && status(for: performer, now: context.now) == .statementToWrite {
      add(.sendStatement)
    }
    return tasks
  }

  /// The last day to summon by the target, counted back from the visit; nil without a target.
  public func summonsDay(_ visit: Visit, _ context: CaseContext) -> Day? {
    guard let days = context.targets.summonsDays else { return nil }
    var day = visit.start.day
    var left = days
    while left > 0, day.number > visit.start.day.number - 366 {
      day = day.adding(days: -1)
      if (try? context.calendar.isWorkday(day)) == true { left -= 1 }
    }
    return day
  }
}

extension Day {
  /// Sorts what has no day last.
  static let farAhead = Day(number: 4_000_000)
}
