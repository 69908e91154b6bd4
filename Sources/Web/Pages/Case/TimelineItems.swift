// SPDX-License-Identifier: Apache-2.0
import Domain

/// How recorded events become entries of the timeline.
enum TimelineItems {
  static func item(_ recorded: RecordedEvent, _ source: CaseSource) -> CaseTimeline.Item {
    let text = recorded.event.text(source.names)
    let correction = source.view.correctedBy[recorded.version]
    var corrects: Int?
    if case .corrected(let corrected) = recorded.event { corrects = corrected.version }
    return CaseTimeline.Item(
      version: recorded.version, kind: recorded.event.kind, day: recorded.at.day,
      time: recorded.at.clock, author: recorded.author.party.role,
      full: roles(recorded.audience, .full), facts: roles(recorded.audience, .facts),
      title: source.say(text.title), byline: byline(recorded.author, source),
      details: text.details.map { .init(label: source.say($0.label), value: source.say($0.value)) },
      correctedBy: correction?.version,
      correctedWhen: correction.map { when($0.at, after: recorded.at, source) } ?? "",
      corrects: corrects, correctsWords: source.say(CaseTimelineTexts.corrects),
      correct: correct(recorded, source),
      isOnlyFacts: recorded.audience[source.party] == .facts)
  }

  /// The clock time on the same day, else the day.
  private static func when(
    _ instant: Instant, after earlier: Instant, _ source: CaseSource
  ) -> String {
    instant.day == earlier.day
      ? source.dates.clock(instant.clock) : source.dates.text(instant.day, .dayMonth)
  }

  /// The roles that were sent so much. A role that has got both has got everything.
  static func roles(_ audience: Audience, _ disclosure: Disclosure) -> Set<PartyRole> {
    let full = Set(audience.filter { $0.value == .full }.map(\.key.role))
    if disclosure == .full { return full }
    return Set(audience.filter { $0.value == .facts }.map(\.key.role)).subtracting(full)
  }

  private static func byline(_ author: Actor, _ source: CaseSource) -> String {
    var words = source.say(CaseTimelineTexts.by) + author.name
    let function = source.say(author.function.label)
    if author.function != .insured { words += ", " + function }
    if let behalf = author.onBehalfOf {
      words += "," + source.say(CaseTimelineTexts.behalf) + behalf
    }
    return words + "."
  }

  /// A link to correct the reader's own event, where that can be done.
  private static func correct(_ recorded: RecordedEvent, _ source: CaseSource) -> CaseLink? {
    guard recorded.author.party == source.party, recorded.event.kind.correction != .none,
      source.allows(.correct, recorded.version),
      source.view.correctedBy[recorded.version] == nil
    else { return nil }
    return CaseLink(
      text: source.say(CaseActionTexts.title(.correct)),
      href: source.href(.correct, recorded.version),
      context: source.say(recorded.event.text(source.names).title.insideSentence))
  }

  /// What lies ahead, the furthest first: the last day and the booked visits.
  static func planned(_ source: CaseSource) -> [CaseTimeline.Planned] {
    let state = source.state
    guard state.ended == nil else { return [] }
    let visits = state.visits.filter { $0.isBooked && $0.start > source.moment }
      .map { visit(at: $0, source) }
    var planned = visits
    if state.statement?.arrivedDay == nil, let last = source.view.deadline.last,
      last >= source.moment.day
    {
      planned.append(
        CaseTimeline.Planned(
          day: last, time: nil, author: .performer, full: [.fk], facts: [],
          title: source.say(CaseTimelineTexts.lastDay),
          text: source.say(CaseTimelineTexts.lastDayText)))
    }
    return planned.sorted { ($0.day, $0.time ?? .midnight) > ($1.day, $1.time ?? .midnight) }
  }

  private static func visit(at visit: Visit, _ source: CaseSource) -> CaseTimeline.Planned {
    let booking = source.view.events.last { recorded in
      switch recorded.event {
      case .visitBooked(let booked): booked.number == visit.number
      case .visitMoved(let moved): moved.number == visit.number
      default: false
      }
    }
    let audience = booking?.audience ?? [:]
    var text = [source.say(CaseTimelineTexts.planned), visit.place + "."]
    if visit.interpreterBooked { text.append(source.say(CaseVisitsTexts.interpreter)) }
    let summons = CaseSummons.words(visit, source).0
    if !summons.isEmpty { text.append(summons) }
    return CaseTimeline.Planned(
      day: visit.start.day, time: visit.start.clock, author: .performer,
      full: roles(audience, .full), facts: roles(audience, .facts),
      title: source.say(CaseTimelineTexts.visit) + source.say(visit.profession.label),
      text: text.joined(separator: " "))
  }
}
