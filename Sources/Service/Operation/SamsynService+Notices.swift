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
    try await removeStaleImports()
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
    let on = try await regionList().filter(\.remindersOn)
    for region in on { try await sendNotices(to: .region(region.region), in: [region]) }
    let performers = on.flatMap { region in region.performers.map(\.unit.id) }
    for performer in Set(performers).sorted(by: { $0.description < $1.description }) {
      let regions = on.filter { $0.performers.contains { $0.unit.id == performer } }
      try await sendNotices(to: .performer(performer), in: regions)
    }
  }

  /// What is left to tell is found in the lists, without going through the cases.
  private func sendNotices(
    to party: Party, in regions: [RegionSettings]
  ) async throws(ServiceError) {
    let today = clock.now().day
    let near = nearDay(regions, today).adding(days: 1)
    for (noticed, day) in [(TaskRow.Noticed.nothing, near), (.reminded, today)] {
      var cursor: TaskCursor?
      repeat {
        let after = cursor
        let tasks = try await read { connection in
          try TaskRows(connection, self.keyring)
            .told(noticed, party: party.description, before: day, after: after)
        }
        for task in tasks { try await notice(task, to: party, in: regions, today: today) }
        cursor = tasks.last.map(TaskCursor.init)
      } while cursor != nil
    }
  }

  /// The last day that any of the regions wants to be reminded of by now; yesterday where none
  /// reminds.
  private func nearDay(_ regions: [RegionSettings], _ today: Day) -> Day {
    let days = regions.flatMap { [$0.targets.answerReminderDays, $0.targets.reminderDays] }
    var day = today.adding(days: -1)
    guard let most = days.compactMap(\.self).max() else { return day }
    while let left = daysLeft(day.adding(days: 1), today), left <= most {
      day = day.adding(days: 1)
    }
    return day
  }

  private func notice(
    _ task: TaskRow, to party: Party, in regions: [RegionSettings], today: Day
  ) async throws(ServiceError) {
    guard let due = task.dueDay, let code = TaskCode(rawValue: task.code),
      let id = try? CaseNumber(task.stream),
      due < today || regions.contains(where: { isTimeToRemind(code, due, $0.targets, today) })
    else { return }
    let notice = DeadlineNoticed(task: code, dueDay: due, party: party)
    try await write { connection in
      let history = try self.histories(connection).load(id)
      let context = try self.caseContext(connection, history)
      let passed = due < today
      guard passed || self.isTimeToRemind(code, due, context.targets, context.today)
      else { return }
      let noticed = history.noticed(notice)
      guard noticed == .nothing || (passed && noticed == .reminded) else {
        // The row is older than what it tells of.
        return try self.project(connection, task.stream)
      }
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

  private func isTimeToRemind(
    _ code: TaskCode, _ due: Day, _ targets: ServiceTargets, _ today: Day
  ) -> Bool {
    let answers: Set<TaskCode> = [.answerInquiry, .answerRequest, .choosePerformer]
    let days =
      answers.contains(code)
      ? targets.answerReminderDays : targets.reminderDays
    guard let days, let left = daysLeft(due, today) else { return false }
    return left <= days
  }
}
