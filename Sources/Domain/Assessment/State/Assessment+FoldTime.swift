// SPDX-License-Identifier: Apache-2.0

// What moves the last day.
extension Assessment {
  mutating func apply(_ decided: ExtensionDecided, _ at: Instant) {
    update(&extensions, where: { $0.proposed.number == decided.number }) {
      $0.decided = decided
      $0.dated = decided.lastDay != nil
    }
    if let day = decided.lastDay { state(.extension, day, at) }
  }

  mutating func apply(_ stated: ExtensionDayStated, _ at: Instant) {
    for index in extensions.indices where extensions[index].isApproved {
      extensions[index].dated = true
    }
    state(.extension, stated.lastDay, at)
  }

  mutating func apply(_ decided: DeferralDecided, _ at: Instant) {
    update(&deferrals, where: { $0.requested.number == decided.number }) {
      $0.decided = decided
    }
    if let day = decided.lastDay { state(.deferral, day, at) }
  }

  /// A last day that Försäkringskassan has stated stands beside the earlier ones.
  mutating func state(_ kind: StatedLastDay.Kind, _ day: Day, _ at: Instant) {
    statedLastDays.append(StatedLastDay(kind: kind, day: day, decidedOn: at.day))
  }
}

extension Extension {
  /// Försäkringskassan has approved at least one profession.
  public var isApproved: Bool { decided.map { !$0.approved.isEmpty } ?? false }
}
