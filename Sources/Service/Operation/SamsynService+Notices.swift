// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

extension SamsynService {
  /// What runs in the background: lists that time has changed, reminders before days and
  /// deviations after them, drafts, sessions and uploads that have had their time, and
  /// the anchor. Safe to run at any time and again.
  public func tick() async throws(ServiceError) {
    try await refreshDue()
    try await sendNotices()
    try await removeStale()
    try await removeAbandonedUploads()
    try await anchor()
  }

  /// `tick`, unless another process does it just now.
  public func tickUnderLease() async throws(ServiceError) {
    let now = clock.unmoved()
    let holder = leaseHolder
    let mine = try await write { connection in
      try Lease(connection).acquire(
        "tick", holder: holder, now: now, durationMilliseconds: 50_000)
    }
    if mine { try await tick() }
  }

  /// Reminders before a day and notices that it has passed, once each per task and day.
  func sendNotices() async throws(ServiceError) {
    let regions = try await regionList()
    for party in noticedParties(regions) {
      try await sendNotices(to: party)
    }
  }

  private func noticedParties(_ regions: [RegionSettings]) -> [Party] {
    let on = regions.filter(\.remindersOn)
    let performers = on.flatMap { $0.performers.map { Party.performer($0.unit.id) } }
    return on.map { .region($0.region) } + performers
  }

  private func sendNotices(to party: Party) async throws(ServiceError) {
    let today = clock.now().day
    let entries = try await read { connection -> [TaskEntry] in
      // Tasks come by due day: what is due beyond the longest reminder is never reached.
      var entries: [TaskEntry] = []
      var cursor: TaskCursor?
      let horizon = today.adding(days: 30)
      repeat {
        let page = try TaskRows(connection, self.keyring).list(
          party: party.description, openBy: today, limit: Limits.pageRows, cursor: cursor)
        entries += page.entries
        cursor = page.next
        if let last = page.entries.last?.task, last.dueDay ?? horizon >= horizon { break }
      } while cursor != nil
      return entries
    }
    for entry in entries {
      do throws(ServiceError) {
        try await notice(entry.task, to: party, today: today)
      } catch .refused {
        // The case has moved on since the list was read; there is nothing left to remind of.
      }
    }
  }

  private func notice(
    _ task: TaskRow, to party: Party, today: Day
  ) async throws(ServiceError) {
    guard let due = task.dueDay, let code = TaskCode(rawValue: task.code),
      let id = try? CaseNumber(task.stream)
    else { return }
    let notice = DeadlineNoticed(task: code, dueDay: due, party: party)
    try await write { connection in
      let history = try CaseHistory(connection, self.keyring).load(id)
      let context = try self.caseContext(connection, history)
      let passed = due < today
      guard passed || self.isTimeToRemind(code, due, context) else { return }
      guard !Self.wasSent(notice, passed: passed, in: history) else { return }
      let system = Actor(party: party, person: "samsyn", name: "Samsyn", function: .system)
      do {
        _ = try self.execute(
          connection, .notice(notice, passed: passed), in: id, by: system, expecting: nil,
          key: nil)
      } catch is Refusal {
        // The case has moved on since the list was read: there is nothing to remind of.
      }
    }
  }

  private func isTimeToRemind(_ code: TaskCode, _ due: Day, _ context: CaseContext) -> Bool {
    let answers: Set<TaskCode> = [.answerInquiry, .answerRequest, .choosePerformer]
    let days =
      answers.contains(code)
      ? context.targets.answerReminderDays : context.targets.reminderDays
    guard let days, let left = daysLeft(due, context.today) else { return false }
    return left <= days
  }

  private static func wasSent(
    _ notice: DeadlineNoticed, passed: Bool, in history: [RecordedEvent]
  ) -> Bool {
    history.contains { recorded in
      switch recorded.event {
      case .reminded(let sent): !passed && sent == notice
      case .deadlinePassed(let sent): passed && sent == notice
      default: false
      }
    }
  }
}
