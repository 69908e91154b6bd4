// SPDX-License-Identifier: Apache-2.0
import Domain

extension ServiceTargets {
  /// The service targets of the rule book that are in force on a day. They are read by subject,
  /// so that a new row takes over from a closed one; what has no row, no known value or another
  /// unit than the working days that targets are counted in is no target.
  init(inForce rules: RuleBook, on day: Day) {
    func days(_ subject: String) -> Int? {
      guard let rule = rules.inForce(subject, on: day), rule.unit == .officeDays else {
        return nil
      }
      return rule.value.integer
    }
    self.init(
      answerRequestDays: days(Subject.targetReply),
      answerInquiryDays: days(Subject.targetReply),
      summonsDays: days(Subject.targetSummonsNotice), postDays: days(Subject.targetPost),
      reminderDays: days(Subject.targetReminderDelivery),
      answerReminderDays: days(Subject.targetReminderInquiry))
  }
}
