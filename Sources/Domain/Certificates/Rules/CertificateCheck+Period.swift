// SPDX-License-Identifier: Apache-2.0

// L13, L14 and L15: degrees, days and working hours.

extension CertificateCheck {
  /// L13 for one answer to question 32.
  mutating func examineReduction(_ answer: AnswerSheet.Answer) {
    if let coded = sheet.code(1, of: answer) {
      if coded.system != .fkmu(3) || Degree(code: coded.code) == nil {
        find(.degreesAndDays, 32)
      }
      var same = 0
      for other in answers(to: 32) {
        same += sheet.code(1, of: other)?.code == coded.code ? 1 : 0
      }
      if same > 1 { find(.degreesAndDays, 32) }
    }
    guard let part = sheet.part(2, of: answer) else { return }
    guard case .period(let first?, let last?) = part.value,
      let firstDay = AnswerSheet.day(first), let lastDay = AnswerSheet.day(last),
      firstDay <= lastDay
    else { return find(.degreesAndDays, 32) }
  }

  /// L14, and L15 for whether question 33 is there.
  mutating func examinePeriods() {
    var days: [(first: Day, last: Day)] = []
    var isPartTime = false
    for answer in answers(to: 32) {
      if let degree = sheet.code(1, of: answer).flatMap({ Degree(code: $0.code) }) {
        isPartTime = isPartTime || degree < .full
      }
      guard let period = sheet.days(of: answer) else { continue }
      // One shared day at the boundary is no overlap.
      if days.contains(where: { $0.first < period.last && $0.last > period.first }) {
        find(.overlap, 32)
      }
      days.append(period)
    }
    if isPartTime, counts[33] == 0, set == .lisjp1, !isKeptForInfection {
      find(.workingHours, 33)
    }
    if !isPartTime, counts[33] > 0, set == .lisjp1 { find(.workingHours, 33) }
  }

  /// L15 for the reason in question 33.
  mutating func examineHours(_ answer: AnswerSheet.Answer) {
    guard set == .lisjp1, let isOther = sheet.flag(1, of: answer) else { return }
    if (sheet.part(2, of: answer) != nil) != isOther { find(.workingHours, 33) }
  }

  /// All that FK 7263 demands: at least one reduction, each with a degree and real days (L2, L6,
  /// L13). A period that ends before it begins is genuine there and gets a note.
  mutating func examineOldReductions() {
    if counts[32] == 0 { find(.numberOfAnswers, 32) }
    for answer in answers(to: 32) {
      for number in [1, 2] {
        var count = 0
        for place in answer.parts where sheet.parts[place].number == number { count += 1 }
        if count != 1 { find(.partsOfAnswers, 32) }
      }
      if let part = sheet.part(1, of: answer) {
        if case .code(let coded) = part.value {
          if !coded.isWhole { find(.codedValues, 32) }
          if coded.system != .fkmu(3) || Degree(code: coded.code) == nil {
            find(.degreesAndDays, 32)
          }
        } else {
          find(.codedValues, 32)
        }
      }
      guard sheet.part(2, of: answer) != nil else { continue }
      if let period = sheet.days(of: answer) {
        if period.last < period.first { note(.backwardPeriod, 32) }
      } else {
        find(.degreesAndDays, 32)
      }
    }
  }
}

extension AnswerSheet {
  /// The two days of a period, in whatever order they come; nil unless both are real.
  func days(of answer: Answer) -> (first: Day, last: Day)? {
    guard case .period(let first?, let last?) = part(2, of: answer)?.value,
      let firstDay = AnswerSheet.day(first), let lastDay = AnswerSheet.day(last)
    else { return nil }
    return (firstDay, lastDay)
  }
}
