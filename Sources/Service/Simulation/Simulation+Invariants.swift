// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension Simulation {
  /// What must hold of a case after every step.
  func check(_ id: CaseNumber) async throws {
    report.checks += 1
    let (history, rows, headers) = try await service.read { [service] connection in
      (
        try CaseHistory(connection, service.keyring).load(id),
        try CaseRows(connection, service.keyring).rows(id.description),
        try Journal(connection, service.keyring).headers(id.description)
      )
    }
    try checkHistory(history, id)
    let state = Assessment(id: id, events: history)
    try checkNextActor(state, history, id)
    try checkRows(rows, history, headers, id)
    if state.ended != nil && !state.visits.contains(where: \.isBooked) {
      if open[id] != nil { report.ended += 1 }
      open[id] = nil
    }
  }

  /// Nothing acknowledged is lost, nothing is there twice, time goes forward.
  private func checkHistory(_ history: [RecordedEvent], _ id: CaseNumber) throws {
    guard history.map(\.version) == Array(1...max(1, history.count)) else {
      throw fail("versions of \(id) are not contiguous")
    }
    if let known = open[id], history.count < known {
      throw fail("\(id) has \(history.count) events, \(known) were acknowledged")
    }
    if open[id] != nil { open[id] = history.count }
    for (earlier, later) in zip(history, history.dropFirst()) where later.at < earlier.at {
      throw fail("event \(later.version) of \(id) lies before the one before it")
    }
  }

  /// An open case always waits for somebody who can do something.
  private func checkNextActor(
    _ state: Assessment, _ history: [RecordedEvent], _ id: CaseNumber
  ) throws {
    let full = state.status(for: .fk, now: clock.now)
    if state.ended == nil && full.nextActor == nil {
      throw fail("\(id) is open in \(full.rawValue) and waits for nobody")
    }
    let parties = Set(history.flatMap(\.audience.keys))
    let active = parties.filter { party in
      country.people(of: party).contains { person in
        CaseView(
          id: id, history: history, for: person.actor(), context: service.context())?
          .actions.contains { $0.isAllowed && $0.kind != .correct } ?? false
      }
    }
    if state.ended == nil && active.isEmpty {
      throw fail("\(id) is open in \(full.rawValue) and nobody can do anything")
    }
  }

  /// Every party's line says what its own view says, and nobody else has a line.
  private func checkRows(
    _ rows: [CaseRow], _ history: [RecordedEvent], _ headers: [EventHeader],
    _ id: CaseNumber
  ) throws {
    let told = Set(history.flatMap(\.audience.keys)).subtracting([.insured])
    guard Set(rows.map(\.party)) == Set(told.map(\.description)) else {
      throw fail("\(id) stands in lists of others than those it was sent to")
    }
    for party in told {
      let sent = history.compactMap { $0.disclosed(to: party) }
      let state = Assessment(id: id, events: sent)
      guard let row = rows.first(where: { $0.party == party.description }) else { continue }
      let since = row.updated
      // A line may lag behind time, not behind events, and it says when to look again. What an
      // earlier simulation of the same database wrote may have seen days that are yet to come; a
      // request that is the same as one of its leads there.
      let fresh = state.status(for: party, now: max(clock.now, since)).rawValue == row.status
      let mayLag =
        clock.now < clock.furthest || row.recheck.map { $0 <= clock.now } == true
        || headers.last { $0.audience[row.party] != nil }.map { $0.position <= inherited } == true
      if !fresh && !mayLag {
        throw fail("the line of \(party.role.rawValue) in \(id) says \(row.status)")
      }
      if state.insured == nil && row.personHash != nil {
        throw fail("\(party.role.rawValue) can find \(id) by a number it was not sent")
      }
    }
  }

  /// What must hold of the whole: chains, anchors, and lists that the journal gives again.
  func checkWhole() async throws {
    let verified = try await service.verify()
    report.events = verified.events
    guard verified.isSound else {
      throw fail("verify finds \(verified.faultCount) faults")
    }
    try await service.refreshDue()
    let before = try await service.listsDigest()
    _ = try await service.rebuild()
    let first = try await service.listsDigest()
    // Rows that were written before a clock was set back are ahead of it until it catches up.
    if clock.now >= clock.furthest, before != first {
      throw fail("the lists are not what the journal says")
    }
    let count = try await service.rebuild()
    let second = try await service.listsDigest()
    report.cases = count
    guard first == second else { throw fail("two rebuilds differ") }
  }
}
