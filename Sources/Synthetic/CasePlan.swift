// SPDX-License-Identifier: Apache-2.0

import Domain

/// One thing that happens in a story, before it is known on which day and to whom.
enum Move: Hashable, Sendable {
  /// How an asked performer answers.
  enum Answer: Hashable, Sendable { case yes, no, conflict }

  case request, inform
  case inquire(count: Int, answerBy: PlannedDay)
  case answer(Int, Answer)
  case allocate(AllocationMethod)
  case declineRequest, withdraw, reportConflict
  case placeOrder(statesLastDay: Bool)
  case updateOrder, accept
  case returnOrder(ReturnCause)
  case ask, answerQuestion, complete, correctComplete, appointDoctor
  case book(PlannedVisit)
  case summon, correctSummons
  case moveVisit(PlannedVisit)
  case cancel(CancellationCause)
  case missed(NoShowCause)
  case performed
  case reportDeviation
  /// Försäkringskassan decides on every open deviation; the booked visits stay or go.
  case decideVisits(keep: Bool)
  case proposeExtension(count: Int)
  /// Approves so many of the proposed; `days` is how many workdays are added, nil when the new
  /// last day is stated later or not at all.
  case decideExtension(approved: Int, days: Int?)
  case stateExtensionDay(days: Int)
  case reportDelayRisk, notifyDelay
  case requestDeferral(days: Int)
  case decideDeferral(grants: Bool)
  case oppose, opposeNoLonger, sendStatement, recordArrival
  case askSupplement(answerBy: PlannedDay)
  case sendSupplement, recordSupplementArrival
  case end(EndReason)
}

/// A workday of a story.
enum PlannedDay: Hashable, Sendable {
  /// Counted from the day on which the story begins.
  case at(Int)
  /// Counted from today, whenever the story began.
  case ahead(Int)
}

/// A visit as planned.
struct PlannedVisit: Hashable, Sendable {
  /// False for the first profession of an approved extension that has no visit.
  var withDoctor: Bool
  var day: PlannedDay
  /// Minutes after midnight.
  var minute: Int
  var lengthMinutes: Int
  /// The summons goes out with the booking.
  var summoned: Bool
}

/// A moment of a story.
struct PlannedMoment: Hashable, Sendable {
  /// Workdays after the first one.
  var day: Int
  /// Minutes after midnight on a Swedish clock.
  var minute: Int
}

/// A whole story: what happens, when, and how long ago it came to where it stands.
struct CasePlan: Sendable {
  var steps: [(move: Move, at: PlannedMoment)] = []
  /// The last moment that must have passed: the last step, or the beginning of a visit that
  /// nobody has reported.
  var end = PlannedMoment(day: 0, minute: 0)
  /// Workdays from `end` to today.
  var age = 0
  /// Försäkringskassan uses contract messages.
  var byContract = false
}

/// How many workdays the rules give, as far as they are known; only used to let stories end
/// near their last days.
struct StorySpan: Sendable {
  let baseDays: Int
  let extensionDays: Int
}
