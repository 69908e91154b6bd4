// SPDX-License-Identifier: Apache-2.0

import Domain

/// Turns aside from the ordinary course. Each is taken at most once on a way through the case,
/// and only so many of them on the same way.
struct Detour: OptionSet, Hashable {
  let rawValue: UInt32

  static let inquiry = Detour(rawValue: 1 << 0)
  static let draw = Detour(rawValue: 1 << 1)
  static let declined = Detour(rawValue: 1 << 2)
  static let lostPerformer = Detour(rawValue: 1 << 3)
  static let returned = Detour(rawValue: 1 << 4)
  static let contractOrder = Detour(rawValue: 1 << 5)
  static let orderSupplement = Detour(rawValue: 1 << 6)
  static let secondVisit = Detour(rawValue: 1 << 7)
  static let moved = Detour(rawValue: 1 << 8)
  static let summons = Detour(rawValue: 1 << 9)
  static let cancelled = Detour(rawValue: 1 << 10)
  static let missed = Detour(rawValue: 1 << 11)
  static let deviation = Detour(rawValue: 1 << 12)
  static let `extension` = Detour(rawValue: 1 << 13)
  static let deferral = Detour(rawValue: 1 << 14)
  static let delay = Detour(rawValue: 1 << 15)
  static let statementSupplement = Detour(rawValue: 1 << 16)
  static let correction = Detour(rawValue: 1 << 17)
  static let late = Detour(rawValue: 1 << 18)
  static let opposed = Detour(rawValue: 1 << 19)
  static let wish = Detour(rawValue: 1 << 20)

  static let all = Detour(rawValue: .max)

  /// Turns that change nothing in what may follow; they count double.
  private static let quiet: Detour = [.draw, .contractOrder, .moved, .summons, .delay, .wish]

  /// Turns in the search for a performer leave nothing behind that those in the assessment
  /// could meet, so that the two are not taken together.
  private static let search: Detour = [.inquiry, .declined]
  private static let assessment: Detour = [
    .orderSupplement, .secondVisit, .cancelled, .missed, .deviation, .extension, .deferral,
    .statementSupplement,
  ]

  var weight: Int {
    let isMixed = !isDisjoint(with: Detour.search) && !isDisjoint(with: Detour.assessment)
    return rawValue.nonzeroBitCount + intersection(Detour.quiet).rawValue.nonzeroBitCount
      + (isMixed ? 1 : 0)
  }
}

/// A history that shares its beginning with others.
final class HistoryLink: Sendable {
  let recorded: RecordedEvent
  let before: HistoryLink?

  init(_ recorded: RecordedEvent, before: HistoryLink?) {
    self.recorded = recorded
    self.before = before
  }

  static func events(_ last: HistoryLink?) -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    var link = last
    while let here = link {
      events.append(here.recorded)
      link = here.before
    }
    return events.reversed()
  }
}

/// One reachable state: the case itself, what each party has of it, and the time.
struct WalkState {
  static let parties: [Party] = [
    .fk, Cast.region, .performer(Cast.p1), .performer(Cast.p2), .insured,
  ]

  var full = Assessment(id: Cast.number)
  var views = WalkState.parties.map { _ in Assessment(id: Cast.number) }
  var history: HistoryLink?
  var now: Instant
  var used: Detour = []
  /// Place in the explorer's trail, to tell how the state was reached.
  var number = 0
  /// Met for the first time.
  var isNew = true

  func view(of party: Party) -> Assessment? {
    guard let index = WalkState.parties.firstIndex(of: party), views[index].version > 0 else {
      return nil
    }
    return views[index]
  }

  /// Takes in events one at a time, as each party is sent them.
  mutating func apply(_ events: [AssessmentEvent], by actor: Actor) {
    for event in events {
      let recorded = RecordedEvent(
        version: full.version + 1, author: actor,
        audience: event.audience(in: full, author: actor.party), at: now, event: event)
      full.apply(recorded)
      for (index, party) in WalkState.parties.enumerated() {
        if let sent = recorded.disclosed(to: party) { views[index].apply(sent) }
      }
      history = HistoryLink(recorded, before: history)
    }
  }

  /// Takes in a correction. Only then is everything folded anew, from the beginning.
  mutating func applyCorrection(_ event: AssessmentEvent, by actor: Actor) {
    let events = HistoryLink.events(history)
    let added = Assessment.record(
      [event], id: full.id, after: events, by: actor, now: now)
    for recorded in added { history = HistoryLink(recorded, before: history) }
    (full, views) = folded(events + added)
  }

  /// The same state, folded from the whole history.
  func folded(_ events: [RecordedEvent]) -> (Assessment, [Assessment]) {
    let views = WalkState.parties.map { party in
      Assessment(id: full.id, events: events.compactMap { $0.disclosed(to: party) })
    }
    return (Assessment(id: full.id, events: events), views)
  }

  /// What tells states apart: the case and each party's view of it without times, versions and
  /// texts.
  var key: [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(220)
    if full.ended != nil {
      // Only visits are told about after the end.
      full.signEnded(into: &key, now)
      return key
    }
    full.sign(into: &key, now)
    for view in views {
      key.append(255)
      if view.version > 0 { view.sign(into: &key, now, isView: true) }
    }
    return key
  }
}

extension Assessment {
  /// Writes what matters for what may happen next, a byte or two for each thing.
  fileprivate func sign(into key: inout [UInt8], _ now: Instant, isView: Bool = false) {
    func flags(_ values: Bool...) -> UInt8 { values.reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
    // Whether the insured was informed decides for Försäkringskassan alone.
    let informed = informed != nil && !isView
    key.append(
      flags(
        request != nil, requestDeclined != nil, drawCommitment != nil, informed,
        insured != nil, doctor != nil, delayRisk != nil, delayNotice != nil))
    key.append(mark(performer))
    for former in formerPerformers {
      key.append(mark(former.performer) + (former.conflict ? 8 : 0))
    }
    for inquiry in inquiries {
      // An inquiry that is over matters only for a conflict of interest.
      let isOver = inquiry.closed != nil || allocation != nil
      let isOverdue = inquiry.sent.answerBy < now.day
      key.append(mark(inquiry.performer) | 64)
      key.append(
        flags(
          isOver, inquiry.answer?.conflict == true, !isOver && inquiry.isOpen,
          !isOver && inquiry.isAccepted, !isOver && inquiry.isOpen && isOverdue))
    }
    if let order {
      key.append(
        flags(
          true, order.isAccepted, order.returned != nil, order.completeDay != nil,
          order.openSupplement != nil, !order.supplements.isEmpty))
    }
    key.append(250)
    for visit in visits {
      if visit.isBooked || visit.performer == performer {
        visit.sign(into: &key, now)
      } else {
        key.append(15)
      }
    }
    key.append(251)
    for proposed in extensions {
      key.append(
        flags(true, proposed.decided != nil, proposed.isApproved, proposed.dated))
    }
    for deferral in deferrals {
      key.append(flags(true, false, deferral.decided != nil))
    }
    for deviation in deviations {
      let isUndecided = deviation.decided == nil && !deviation.lapsed
      let visit = deviation.reported.visit.flatMap { self.visit($0) }
      key.append(
        flags(
          true, isUndecided, isUndecided && deviation.author == .fk,
          deviation.reported.missed && visit?.isBooked == true))
    }
    key.append(252)
    for stated in statedLastDays { key.append(stated.kind == .order ? 1 : 2) }
    if opposition != nil { key.append(253) }
    signStatement(into: &key, now)
  }

  /// What matters once the case has ended.
  fileprivate func signEnded(into key: inout [UInt8], _ now: Instant) {
    key.append(ended?.reason == .completed ? 1 : 2)
    key.append(mark(performer))
    for former in formerPerformers { key.append(mark(former.performer) + 8) }
    for visit in visits { visit.sign(into: &key, now) }
    for deviation in deviations { key.append(deviation.author == .fk ? 240 : 241) }
  }

  private func signStatement(into key: inout [UInt8], _ now: Instant) {
    if let statement {
      key.append(statement.sentDay == nil ? 10 : 11)
      key.append(statement.arrivedDay == nil ? 10 : 11)
      key.append(statement.lastSupplementRequestDay.map { $0 < now.day ? 1 : 2 } ?? 0)
      for supplement in statement.supplements {
        key.append((supplement.sentDay == nil ? 20 : 21) + (supplement.arrivedDay == nil ? 0 : 4))
      }
    }
    key.append(ended == nil ? 0 : ended?.reason == .completed ? 1 : 2)
  }

  private func mark(_ performer: HSAID?) -> UInt8 {
    switch performer {
    case nil: 0
    case Cast.p1: 1
    case Cast.p2: 2
    default: 3
    }
  }
}

extension Visit {
  fileprivate func sign(into key: inout [UInt8], _ now: Instant) {
    let outcome: UInt8 =
      switch self.outcome {
      case .booked: start <= now ? 1 : 2
      case .performed: 3
      case .missed: 4
      case .cancelled: 5
      case .lapsed: 6
      }
    key.append(outcome << 4 | (profession == .doctor ? 8 : 0) | (performer == Cast.p2 ? 4 : 0))
    if isBooked {
      key.append((summons == nil ? 0 : 1) | (toBeCancelled ? 2 : 0) | (isMoveAsked ? 4 : 0))
    }
  }
}
