// SPDX-License-Identifier: Apache-2.0
import Domain

/// The receipt of what a party has sent: what, when, to whom, and what happens now.
struct ReceiptModel: Sendable {
  /// One event of what was sent.
  struct Part: Sendable {
    let version: Int
    /// What it says, as the sender's own words to itself.
    let text: EventText
    /// What follows from it by a rule.
    let notes: [Bilingual]
    /// Who was sent it, apart from the sender, and how much.
    let told: [(party: PartyRole, name: Bilingual, disclosure: Disclosure)]
    /// The documents that went with it.
    var documents: [SupportingDocument] = []
  }

  let id: CaseNumber
  let title: Bilingual
  let sent: Instant
  let parts: [Part]
  let status: Bilingual
  let nextActor: PartyRole?
  /// The days that matter from here on.
  let notes: [Bilingual]
  /// What the party itself has left to do.
  let tasks: [Bilingual]
  let onBehalfOf: String?

  /// The receipt of the party's own events from one version through another, or nil where the
  /// party wrote none of them.
  init?(_ setting: ActionSetting, versions: ClosedRange<Int>) {
    let view = setting.view
    let own = view.events.filter {
      versions.contains($0.version) && $0.author.party == view.party
    }
    guard let first = own.first else { return nil }
    let main = own.first { Self.isMain($0.event.kind) } ?? first
    id = view.state.id
    let names = setting.names
    title = main.event.text(names).title
    sent = first.at
    parts = own.map { recorded in
      Part(
        version: recorded.version, text: Self.counted(recorded.event).text(names),
        notes: Self.judgement(recorded.event, setting), told: Self.told(recorded, setting),
        documents: recorded.event.sentDocuments)
    }
    status = view.status.label
    nextActor = view.nextActor
    notes = Self.days(setting)
    tasks = view.tasks.map(\.code.title)
    onBehalfOf = first.author.onBehalfOf
  }

  /// The event with its documents only counted: they stand in a list of their own.
  private static func counted(_ event: AssessmentEvent) -> AssessmentEvent {
    switch event {
    case .orderPlaced(var order) where order.documents.absent?.isEmpty ?? true:
      order.documents = order.documents.facts
      return .orderPlaced(order)
    case .orderSupplemented(var answer) where answer.documents.absent?.isEmpty ?? true:
      answer.documents = answer.documents.facts
      return .orderSupplemented(answer)
    default: return event
    }
  }

  /// Closings come before the choice that made them, and are not what the receipt is about.
  private static func isMain(_ kind: EventKind) -> Bool { kind != .inquiryClosed }

  /// Whether a cancellation was late, by the rule in force on the day of the visit.
  private static func judgement(
    _ event: AssessmentEvent, _ setting: ActionSetting
  ) -> [Bilingual] {
    guard case .visitCancelled(let cancelled) = event, cancelled.cause == .insured,
      let visit = setting.state.visit(cancelled.number)
    else { return [] }
    return [
      LateCancellation.judge(
        reached: cancelled.reached, start: visit.start, rules: setting.context.rules
      ).trace.outcome
    ]
  }

  private static func days(_ setting: ActionSetting) -> [Bilingual] {
    let state = setting.state
    if state.ended != nil || state.statement != nil { return [] }
    if let last = setting.view.deadline.last { return [ReceiptTexts.lastDay(last)] }
    guard state.allocation == nil, setting.actor.party == .fk else { return [] }
    let (day, basis) = state.answerDay(setting.context)
    guard let day else { return [] }
    return [basis == .stated ? ReceiptTexts.wanted(day) : ReceiptTexts.target(day)]
  }

  private static func told(
    _ recorded: RecordedEvent, _ setting: ActionSetting
  ) -> [(party: PartyRole, name: Bilingual, disclosure: Disclosure)] {
    recorded.audience.filter { $0.key != recorded.author.party }
      .sorted { $0.key.description < $1.key.description }
      .map { ($0.key.role, setting.name(of: $0.key), $0.value) }
  }
}
