// SPDX-License-Identifier: Apache-2.0

import Domain

/// Writes the plan of one story that ends in a status. Stage follows stage until the status is
/// reached; what happens on the way is drawn.
struct CasePlanner {
  /// How an ended case came to its end.
  enum Ending { case completed, noOrder, conflict, aborted }

  let target: Status
  /// The status in the full state that goes with the target: a performer's own status is a side
  /// of another one.
  let goal: Status
  let ending: Ending?
  let methods: [AllocationMethod]
  let span: StorySpan
  var random: SeededRandom
  var plan = CasePlan()
  var cursor: PlannedMoment
  var isInformed = false
  var hasDoctor = false
  /// The workday of the complete underlag.
  var completeDay: Int?
  /// Workdays that Försäkringskassan adds to the last day.
  var addedDays = 0

  init(
    target: Status, methods: [AllocationMethod], span: StorySpan, random: SeededRandom
  ) {
    self.random = random
    self.target = target
    self.methods = methods
    self.span = span
    goal = CasePlanner.goal(of: target)
    ending = target == .ended ? CasePlanner.ending(self.random.below(100)) : nil
    cursor = PlannedMoment(day: 0, minute: self.random.between(485...900))
    plan.byContract =
      self.random.chance(12) && CasePlanner.contractTargets.contains(target)
      && (ending == nil || ending == .completed)
  }

  /// Statuses that a case can reach by contract messages alone.
  private static let contractTargets: Set<Status> = [
    .requested, .inquiring, .answersToChoose, .requestDeclined, .awaitingOrder, .orderReceived,
    .awaitingDocuments, .visitToBook, .visitBooked, .visitToReport, .statementToWrite,
    .statementSent, .statementArrived, .supplementToWrite, .supplementSent, .ended,
  ]

  private static func goal(of target: Status) -> Status {
    switch target {
    case .inquiryReceived: .inquiring
    case .inquiryAnswered: .answersToChoose
    case .inquiryClosed, .assignmentLost: .awaitingOrder
    default: target
    }
  }

  private static func ending(_ drawn: Int) -> Ending {
    switch drawn {
    case ..<80: .completed
    case ..<87: .noOrder
    case ..<90: .conflict
    default: .aborted
    }
  }

  /// The plan of the story.
  static func plan(
    target: Status, methods: [AllocationMethod], span: StorySpan, random: SeededRandom
  ) -> CasePlan {
    var planner = CasePlanner(target: target, methods: methods, span: span, random: random)
    planner.planAll()
    return planner.plan
  }

  private mutating func planAll() {
    let isDone =
      planRequest() || planSearch() || planLoss() || planOrder() || planReception()
      || planDoctorVisit() || planExtension() || planDeferral() || planWriting()
      || planStatement()
    if !isDone { planCompletion() }
  }

  // MARK: - Writing the plan

  /// Something happens now.
  mutating func step(_ move: Move) {
    plan.steps.append((move, cursor))
    plan.end = cursor
  }

  /// Time passes: so many workdays, or some minutes of the same day.
  mutating func pass(_ days: ClosedRange<Int>) {
    let count = random.between(days)
    if count > 0 {
      cursor = PlannedMoment(day: cursor.day + count, minute: random.between(485...940))
    } else {
      cursor.minute += random.between(3...40)
      if cursor.minute > 1000 {
        cursor = PlannedMoment(day: cursor.day + 1, minute: random.between(485...540))
      }
    }
  }

  /// Passes time and lets something happen.
  mutating func after(_ days: ClosedRange<Int>, _ move: Move) {
    pass(days)
    step(move)
  }

  /// The story stands here since so many workdays.
  mutating func rest(_ days: ClosedRange<Int>) -> Bool {
    plan.age = random.between(days)
    return true
  }

  /// The story stands here, and its last day lies around today: one in eight has passed, some
  /// are today, and most come in the next weeks.
  mutating func restByDeadline() -> Bool {
    let whole = span.baseDays + addedDays
    let left: Int
    switch random.below(100) {
    case ..<12: left = -random.between(1...8)
    case ..<17: left = 0
    case ..<55: left = random.between(1...max(1, whole / 2))
    default: left = random.between(1...max(1, whole))
    }
    let since = plan.end.day - (completeDay ?? plan.end.day)
    plan.age = max(0, whole - left - since)
    return true
  }

  /// Things that contract messages cannot tell are left out of stories told by them.
  mutating func happens(_ percent: Int) -> Bool {
    random.chance(percent) && !plan.byContract
  }

  mutating func inform(_ days: ClosedRange<Int>) {
    guard !isInformed, !plan.byContract else { return }
    isInformed = true
    after(days, .inform)
  }
}
