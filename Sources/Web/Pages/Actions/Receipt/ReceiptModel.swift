// SPDX-License-Identifier: Apache-2.0
import Domain

/// The receipt of what a party has sent: what, when, to whom, and what happens now.
struct ReceiptModel: Sendable {
  /// One event of what was sent.
  struct Part: Sendable {
    let version: Int
    let title: Bilingual
    let lines: [(term: Bilingual, value: Bilingual)]
    /// Who was sent it, apart from the sender, and how much.
    let told: [(party: PartyRole, name: Bilingual, disclosure: Disclosure)]
  }

  let id: CaseNumber
  let title: Bilingual
  let sent: Instant
  let parts: [Part]
  let status: Bilingual
  let nextActor: PartyRole?
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
    title = EventTitles.text(main.event.kind)
    sent = first.at
    parts = own.map { recorded in
      Part(
        version: recorded.version, title: EventTitles.text(recorded.event.kind),
        lines: SentFacts.lines(recorded.event) { setting.name(of: $0) },
        told: Self.told(recorded, setting))
    }
    status = view.status.label
    nextActor = view.nextActor
    tasks = view.tasks.map(\.code.title)
    onBehalfOf = first.author.onBehalfOf
  }

  /// Closings come before the choice that made them, and are not what the receipt is about.
  private static func isMain(_ kind: EventKind) -> Bool { kind != .inquiryClosed }

  private static func told(
    _ recorded: RecordedEvent, _ setting: ActionSetting
  ) -> [(party: PartyRole, name: Bilingual, disclosure: Disclosure)] {
    recorded.audience.filter { $0.key != recorded.author.party }
      .sorted { $0.key.description < $1.key.description }
      .map { ($0.key.role, setting.name(of: $0.key), $0.value) }
  }
}
