// SPDX-License-Identifier: Apache-2.0

/// The series of rules that code asks for by name. A test holds that each is in the rule book.
public enum Subject {
  /// Time from complete underlag to the statement's arrival.
  public static let deliveryBase = "delivery.base"
  /// The most that an extension may add in total.
  public static let deliveryExtension = "delivery.extension"
  /// The event in law that starts the time.
  public static let deliveryStartEvent = "DELIV_START_EVENT"
  /// The practice that only a complete underlag starts it.
  public static let deliveryStartPractice = "DELIV_START_EVENT_PRACTICE"
  /// That counting begins on the day after.
  public static let deliveryFirstCountedDay = "DELIV_FIRST_COUNTED_DAY"
  /// That FK may grant a deferral with a new last day.
  public static let deferral = "ANSTAND_NEW_DATE_REQUIRED"
  /// A last day on a free day moves to the next workday.
  public static let deadlineRoll = "CAL_DEADLINE_ROLL"
  /// Hours before the visit within which a cancellation is late.
  public static let lateCancellationHours = "visit.late-cancellation-hours"
  /// Service targets, none of them law: days to answer a request or an inquiry, between summons
  /// and visit, for the post, and of reminders before the last day and before an answer day.
  public static let targetReply = "target.reply"
  public static let targetSummonsNotice = "target.summons-notice"
  public static let targetPost = "target.post"
  public static let targetReminderDelivery = "target.reminder.delivery"
  public static let targetReminderInquiry = "target.reminder.inquiry"

  /// How many first statements of a new examiner pass a mentor, where that is asked for.
  public static let mentorFirstCases = "MENTOR_FIRST_CASES"

  /// The longest pause inside a sick-leave case by Inera's statistics, and the pause that parts
  /// periods by socialförsäkringsbalken.
  public static let sickLeaveGapInera = "INERA_SJUKFALL_GAP"
  public static let sickPeriodMerge = "SJUKPERIOD_MERGE_DAYS"
  /// The degrees of sickness benefit, in percent.
  public static let sickLeaveDegrees = "SJUKPENNING_LEVELS"
  /// How many days back a sick leave may begin before it counts as back-dated.
  public static let sickLeaveBackDated = "FK7804_BACKDATE_WARN"
  /// Within how many days after a case a new one is a recurrence.
  public static let sickLeaveRecurrence = "SJUKFALL_RECURRENCE_DAYS"
  /// How near a later certificate lies that is taken for the answer to a supplement request.
  public static let supplementImplicitAnswer = "SUPPLEMENT_IMPLICIT_DAYS"
  /// The day from which Försäkringskassan asks for a certificate of an employee, and the
  /// temporary one of the pandemic.
  public static let certificateDayEmployed = "CERT_FK_DAY_EMPLOYED"
  public static let certificateDayTemporary = "CERT_FK_DAY_COVID"
  /// The least share of the last copy's units that a new copy of the directory is to have.
  public static let directoryLeastShare = "directory.least-share"

  /// The fewest who may stand behind a figure of the follow-up that is shown.
  public static let fewestShown = "follow-up.fewest-shown"

  /// All of them.
  public static let all = [
    deliveryBase, deliveryExtension, deliveryStartEvent, deliveryStartPractice,
    deliveryFirstCountedDay, deferral, deadlineRoll, lateCancellationHours, targetReply,
    targetSummonsNotice, targetPost, targetReminderDelivery, targetReminderInquiry,
    mentorFirstCases, sickLeaveGapInera, sickPeriodMerge, sickLeaveDegrees,
    sickLeaveBackDated, sickLeaveRecurrence, supplementImplicitAnswer, certificateDayEmployed,
    certificateDayTemporary,
    directoryLeastShare, fewestShown,
  ]
}
