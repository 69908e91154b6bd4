// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

extension CaseHead {
  /// The head of a case: which it is, where it stands, whose turn it is, and what to do now.
  init(_ source: CaseSource, _ actions: CaseActions) {
    let state = source.state
    let status = source.view.status
    self.init(
      reference: source.id.description, name: state.insured?.fullName,
      facts: CaseHeading.facts(source),
      state: Badge(
        CaseStatusTexts.tone(status, for: source.party.role), source.say(status.label)),
      marks: CaseHeading.isProtected(state) ? [ListedPerson.badge(source.language)] : [],
      since: CaseHeading.since(source),
      sides: CaseHeading.sides(source), next: CaseHeading.next(source, actions))
  }
}

/// The parts of a case's head.
enum CaseHeading {
  /// A protected identity is told with the request, and again with the order.
  static func isProtected(_ state: Assessment) -> Bool {
    state.insured?.protected == true || state.request?.protected == true
  }

  static func facts(_ source: CaseSource) -> [(term: String, value: String)] {
    let state = source.state
    var facts: [(term: String, value: String)] = []
    if let insured = state.insured {
      facts.append((source.say(CaseHeadingTexts.number), insured.number.description))
    }
    if let number = state.order?.placed.agencyNumber ?? state.request?.agencyNumber {
      facts.append((source.say(CaseHeadingTexts.agencyNumber), number))
    }
    facts.append((source.say(CaseHeadingTexts.kind), kind(source)))
    let interpreter =
      state.order?.placed.interpreter ?? state.request?.need.interpreter
      ?? state.inquiries.last?.sent.need.interpreter
    if let interpreter, interpreter.needed {
      facts.append((source.say(CaseHeadingTexts.interpreter), source.say(interpreter.label)))
    }
    return facts
  }

  /// `AFU`, `AFU, utvidgad med psykolog`.
  private static func kind(_ source: CaseSource) -> String {
    let kind = source.state.request?.kind ?? source.state.allocation?.kind ?? .afu
    let extra = Set(source.state.extensions.flatMap { $0.decided?.approved ?? [] }).sorted()
    guard !extra.isEmpty else { return kind.rawValue }
    let names = extra.map { source.say($0.label) }.joined(separator: ", ")
    return kind.rawValue + source.say(CaseHeadingTexts.extended) + names
  }

  /// `sedan 19 maj`: the latest change that gave the case the status it has.
  static func since(_ source: CaseSource) -> String {
    let first = statusEvent(source)
    guard first > 0 else { return "" }
    var at = source.view.events[first - 1].at
    if source.view.status == .visitToReport,
      let start = source.state.visits.filter(\.isBooked).map(\.start).min()
    {
      at = max(at, start)
    }
    return source.say(CaseHeadingTexts.since) + source.dates.text(at.day, .dayMonth)
  }

  /// Which event, counted from 1, gave the case the status it has; 0 without events. Looked for
  /// from the end in ever longer parts, of which each is folded once.
  static func statusEvent(_ source: CaseSource) -> Int {
    let events = source.view.events
    var end = events.count
    var length = 64
    while end > 1 {
      let start = max(1, end - length)
      var state = Assessment(id: source.id, events: Array(events[..<start]))
      var other: Int?
      for count in start..<end {
        if count > start { add(events, count, to: &state) }
        if state.status(for: source.party, now: source.moment) != source.view.status {
          other = count
        }
      }
      if let other { return other + 1 }
      end = start
      length *= 2
    }
    return end
  }

  /// Goes on to the state of so many events; a correction changes what was before it.
  private static func add(
    _ events: [RecordedEvent], _ count: Int, to state: inout Assessment
  ) {
    if case .corrected = events[count - 1].event {
      state = Assessment(id: state.id, events: Array(events[..<count]))
    } else {
      state.apply(events[count - 1])
    }
  }

  static func next(_ source: CaseSource, _ actions: CaseActions) -> CaseHead.Next? {
    guard source.asOf == nil else { return nil }
    var next = CaseHead.Next(lead: "")
    switch actions.main.count {
    case 0:
      next.lead = source.say(CaseHeadingTexts.nothing)
      next.text = waitsFor(source)
    case 1:
      next.lead = source.say(CaseHeadingTexts.oneThing)
      next.text = actions.tasks[0] + "."
    default:
      next.lead = source.say(CaseHeadingTexts.things(actions.main.count))
      next.text = actions.tasks.joined(separator: "; ") + "."
    }
    next.action = actions.main.first.map { Button.link($0.text, to: $0.href) }
    next.more = (actions.main.dropFirst() + actions.more).map { ($0.text, $0.href) }
    return next
  }

  private static func waitsFor(_ source: CaseSource) -> String {
    guard let role = source.view.nextActor, let turn = CaseStatusTexts.turn(source.view.status)
    else { return source.say(CaseHeadingTexts.nobody) }
    let who = role == source.party.role ? CaseHeadingTexts.yours : role.inSentence
    return source.say(CaseHeadingTexts.nextIs) + source.say(who) + ": " + source.say(turn) + "."
  }
}

enum CaseHeadingTexts {
  static let number = Bilingual(sv: "Personnummer", en: "Personal number")
  static let agencyNumber = Bilingual(sv: "FK-nummer", en: "FK number")
  static let kind = Bilingual(sv: "Utredning", en: "Assessment")
  static let interpreter = Bilingual(sv: "Tolk", en: "Interpreter")
  static let extended = Bilingual(sv: ", utvidgad med ", en: ", extended with ")
  static let since = Bilingual(sv: "sedan ", en: "since ")
  static let nothing = Bilingual(
    sv: "Du behöver inte göra något nu.", en: "You need do nothing now.")
  static let oneThing = Bilingual(sv: "Du kan göra en sak nu:", en: "You can do one thing now:")
  static let nobody = Bilingual(
    sv: "Ärendet väntar inte på någon.", en: "The case waits for nobody.")
  static let nextIs = Bilingual(sv: "Näst på tur är ", en: "Next to act is ")
  static let yours = Bilingual(sv: "din organisation", en: "your organisation")

  static func things(_ count: Int) -> Bilingual {
    Bilingual(sv: "Du kan göra \(count) saker nu:", en: "You can do \(count) things now:")
  }
}
