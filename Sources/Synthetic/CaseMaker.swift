// SPDX-License-Identifier: Apache-2.0

import Domain

/// Makes believable, complete histories of cases in a made-up country.
///
/// Every event comes from `Assessment.decide`, given by the right person in office hours on
/// workdays and never in the future. The same country, moment and case number give the same
/// history.
public struct CaseMaker: Sendable {
  public let country: SyntheticCountry
  public let now: Instant
  let rules: RuleBook
  let calendar: CalendarPolicy
  let drawSecret: @Sendable (CaseNumber) -> [UInt8]
  let sha256: @Sendable ([UInt8]) -> [UInt8]
  let workdays: WorkdayTable
  let span: StorySpan

  /// - Parameter now: the moment at which the stories stand; nothing lies after it but what is
  ///   booked or stated ahead.
  /// - Parameter drawSecret: the region's secret for the draw of a case, 32 bytes.
  /// - Parameter sha256: the hash that draws are checked by.
  public init(
    country: SyntheticCountry, rules: RuleBook, calendar: CalendarPolicy, now: Instant,
    drawSecret: @escaping @Sendable (CaseNumber) -> [UInt8],
    sha256: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.country = country
    self.now = now
    self.rules = rules
    self.calendar = calendar
    self.drawSecret = drawSecret
    self.sha256 = sha256
    workdays = WorkdayTable(calendar: calendar, today: now.day)
    span = CaseMaker.span(rules, calendar, now.day)
  }

  /// A history that stands at `target` now, as the party sees it that the status belongs to: for
  /// `inquiryReceived`, `inquiryAnswered`, `inquiryClosed` and `assignmentLost` one of the
  /// performers that was asked or had the case, for all others the case's own parties.
  public func make(number: CaseNumber, target: Status) -> [RecordedEvent] {
    let place = number.year * 10_000_000 + number.serial
    return tell(plan(place, target), number: number, place: place).events
  }

  /// The plan of the story at a place in a series.
  func plan(_ place: Int, _ target: Status) -> CasePlan {
    let region = country.regions[country.insured(place).region]
    return CasePlanner.plan(
      target: target, methods: region.settings.processes, span: span,
      random: SeededRandom(seed: country.seed ^ 0x504C_414E, stream: UInt64(place)))
  }

  /// The story as it was told.
  func tell(_ plan: CasePlan, number: CaseNumber, place: Int) -> CaseTelling {
    var telling = CaseTelling(
      maker: self, plan: plan, number: number, insured: country.insured(place),
      random: SeededRandom(seed: country.seed ^ 0x5445_4C4C, stream: UInt64(place)))
    telling.tell()
    return telling
  }

  /// The workday on which a story must begin to stand where it does now.
  func firstDay(of plan: CasePlan) -> Int {
    let first = workdays.today - plan.age - plan.end.day
    let end = CaseMaker.instant(workdays.day(first + plan.end.day), plan.end.minute, second: 59)
    return end > now ? first - 1 : first
  }

  /// The moment at which the story begins.
  func beginning(of plan: CasePlan) -> Instant {
    let minute = plan.steps.first?.at.minute ?? 0
    return CaseMaker.instant(workdays.day(firstDay(of: plan)), minute, second: 0)
  }

  static func instant(_ day: Day, _ minute: Int, second: Int) -> Instant {
    let time = TimeOfDay(hour: minute / 60, minute: minute % 60, second: second) ?? .midnight
    return Instant(day: day, time: time)
  }

  /// Lower-case hexadecimal digits.
  func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The lengths of the rules on the day, in workdays; where they are unknown, lengths that a
  /// story can do with.
  private static func span(
    _ rules: RuleBook, _ calendar: CalendarPolicy, _ today: Day
  ) -> StorySpan {
    let fallback = StorySpan(baseDays: 20, extensionDays: 10)
    let deadline = DeliveryDeadline.compute(
      DeadlineFacts(completeDay: today), rules: rules, calendar: calendar)
    guard let base = deadline.base,
      let days = try? calendar.workdays(after: today, through: base)
    else { return fallback }
    let more = deadline.extensionLimit.flatMap {
      try? calendar.workdays(after: base, through: $0)
    }
    return StorySpan(baseDays: days, extensionDays: more ?? fallback.extensionDays)
  }
}
