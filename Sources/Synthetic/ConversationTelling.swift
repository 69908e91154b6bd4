// SPDX-License-Identifier: Apache-2.0

import Domain

/// Tells what the parties of some made-up cases have written to each other, the last of it often
/// not yet read.
public struct ConversationTelling: Sendable {
  private let country: SyntheticCountry
  private let now: Instant

  /// - Parameter now: nothing is written after it.
  public init(_ country: SyntheticCountry, now: Instant) {
    self.country = country
    self.now = now
  }

  /// The conversation of a case; empty for the many in which nobody writes. The same case of the
  /// same country has the same conversation.
  public func tell(_ id: CaseNumber, history: [RecordedEvent]) -> [ConversationRecord] {
    var random = SeededRandom(
      seed: country.seed, stream: UInt64(7_000_000 + id.year * 10_000 + id.serial))
    let luck = random.below(100)
    guard luck < Self.largestShare else { return [] }
    let state = Assessment(id: id, events: history)
    guard let performer = state.performer, luck < share(state, performer) else { return [] }
    var records: [ConversationRecord] = []
    let scripts = random.shuffled(ConversationScript.all).prefix(random.chance(25) ? 2 : 1)
    for (place, script) in scripts.enumerated() {
      tell(script, thread: place + 1, id, state, history, &random, &records)
    }
    return records
  }

  private static let largestShare = 60

  /// In how many of a hundred cases somebody writes. Those of the units that people look at first
  /// have more to show.
  private func share(_ state: Assessment, _ performer: HSAID) -> Int {
    if state.ended != nil { return 5 }
    let administrator = country.performer(performer)?.administrator.id ?? ""
    return administrator.hasPrefix("r") ? 10 : Self.largestShare
  }

  private func tell(
    _ script: ConversationScript, thread: Int, _ id: CaseNumber, _ state: Assessment,
    _ history: [RecordedEvent], _ random: inout SeededRandom,
    _ records: inout [ConversationRecord]
  ) {
    var people: [PartyRole: Actor] = [:]
    for party in state.correspondents where script.roles.contains(party.role) {
      people[party.role] = writer(party, state)
    }
    guard people.count == script.roles.count else { return }
    var at = beginning(state, &random)
    var said = 0
    for line in script.lines {
      guard let actor = people[line.role], at < now else { break }
      let command: ConversationCommand =
        said == 0
        ? .openThread(
          ThreadOpening(
            subject: script.subject,
            matter: script.isAboutVisit && state.visit(1) != nil ? .visit(1) : .assessment,
            participants: Set(people.values.map(\.party)), text: line.text))
        : .sendMessage(thread: thread, text: line.text, after: nil)
      add(command, actor, at, id, history, &records)
      said += 1
      let isLast = said == script.lines.count
      // The end of a thread is often not read yet, and the middle always.
      guard !isLast || random.chance(50) else { break }
      for reader in script.roles.subtracting([line.role]).sorted(by: { $0.rawValue < $1.rawValue })
      {
        at = at.adding(minutes: random.between(15...150))
        guard let actor = people[reader], at < now else { break }
        add(.markRead(thread: thread, through: said), actor, at, id, history, &records)
      }
      at = at.adding(minutes: random.between(10...200))
      // Not every question has been answered.
      if !isLast && random.chance(20) { return }
    }
    guard said == script.lines.count, let last = people[script.lines[said - 1].role], at < now
    else { return }
    if script.isSettled { add(.settleThread(thread), last, at, id, history, &records) }
  }

  private func beginning(_ state: Assessment, _ random: inout SeededRandom) -> Instant {
    let since = state.endedAt.map { $0.day.adding(days: -2) } ?? now.day
    let day = since.adding(days: -random.between(0...5))
    let start = Instant(day: day, time: TimeOfDay("08:20")!)
      .adding(minutes: random.between(0...240))
    return max(start, state.allocatedAt ?? start)
  }

  private func writer(_ party: Party, _ state: Assessment) -> Actor? {
    let people = country.people(of: party)
    let named = people.first {
      $0.name == state.order?.placed.officer.name || $0.name == state.request?.officer.name
    }
    switch party.role {
    case .fk: return (named ?? people.first)?.actor()
    case .region: return people.first?.actor()
    case .performer: return party.hsaID.flatMap { country.performer($0)?.administrator.actor() }
    case .insured: return nil
    }
  }

  private func add(
    _ command: ConversationCommand, _ actor: Actor, _ at: Instant, _ id: CaseNumber,
    _ history: [RecordedEvent], _ records: inout [ConversationRecord]
  ) {
    let state = Assessment(id: id, events: history)
    let seen = Assessment(id: id, events: history.compactMap { $0.disclosed(to: actor.party) })
    let events = try? Conversation(id: id, events: records).decide(
      command, actor: actor, context: ConversationContext(assessment: state, seen: seen))
    records += Conversation.record(
      events ?? [], id: id, after: records, by: actor, now: at, in: state)
  }
}
