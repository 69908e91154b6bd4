// SPDX-License-Identifier: Apache-2.0
import Domain

/// The summons to one visit or to several, as it can be read by the party that asks for it. It
/// holds nothing that the party was not sent.
struct SummonsModel: Sendable {
  struct VisitPart: Sendable {
    let visit: Visit
    /// The last moment at which one can cancel in time, and where that is said; nil where no limit
    /// is known.
    let cancelBy: (instant: Instant, source: String)?
    /// Workdays from summons to visit, where the region's target asks for more.
    let notice: (given: Int, wanted: Int)?
  }

  let id: CaseNumber
  let name: String?
  /// The lines of the address; none for a protected person.
  let address: [String]
  let isProtected: Bool
  let parts: [VisitPart]
  let unit: UnitContact?
  let officer: CaseOfficer?
  let interpreter: Interpreter?
  let specialNeeds: String?
  let today: Day
  /// Who reads it works with the case, and is told of targets.
  let isForStaff: Bool

  /// Nil where no such visit is booked, or the party takes no part in summoning.
  ///
  /// - Parameter numbers: the visits; none chosen is all that are to come.
  init?(_ view: CaseView, numbers: [Int]) {
    guard view.party.role != .region else { return nil }
    let state = view.state
    let coming = state.visits.filter { visit in
      visit.isBooked
        && (numbers.isEmpty
          ? visit.start > view.context.now && !visit.toBeCancelled
          : numbers.contains(visit.number))
    }
    guard !coming.isEmpty else { return nil }
    id = state.id
    name = state.insured?.fullName
    isProtected = state.insured?.protected == true || state.request?.protected == true
    address =
      isProtected
      ? [] : (state.insured?.address ?? "").split(separator: "\n").map(String.init)
    parts = coming.sorted { $0.start < $1.start }.map { visit in
      let last = LateCancellation.lastInTime(start: visit.start, rules: view.context.rules)
      return VisitPart(
        visit: visit, cancelBy: last.map { ($0.instant, $0.rule.source) },
        notice: CaseSummons.shortNotice(visit, view))
    }
    unit = state.allocation?.unit
    officer = state.order?.placed.officer ?? state.request?.officer
    interpreter = state.order?.placed.interpreter
    specialNeeds = state.order?.placed.specialNeeds
    today = view.context.today
    isForStaff = view.party != .insured
  }

  /// The visits' numbers, for links to this summons.
  var query: [(String, String)] { parts.map { ("besok", "\($0.visit.number)") } }
}

extension CaseSummons {
  /// The workdays between summons and visit where they are fewer than the region's target; nil
  /// where they are enough or there is no target. A summons that has not gone is counted as sent
  /// by letter on the day that is looked at.
  static func shortNotice(_ visit: Visit, _ view: CaseView) -> (given: Int, wanted: Int)? {
    let summons = visit.summons ?? Summons(day: view.context.today, channel: .letter)
    let targets = view.context.targets
    guard var wanted = targets.summonsDays else { return nil }
    if summons.channel == .letter { wanted += targets.postDays ?? 0 }
    let given = try? view.context.calendar.workdays(after: summons.day, through: visit.start.day)
    guard let given, given < wanted else { return nil }
    return (given, wanted)
  }
}
